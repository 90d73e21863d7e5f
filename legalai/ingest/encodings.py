"""Which letters the bytes of a text are, where the text does not say: by the language that they make."""

import codecs
from collections.abc import Mapping

from legalai.ingest.language import language_of

BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""What a text may begin with to say which encoding follows."""

_WESTERN = "cp1252"
# Scripts of their own. Those of two bytes a letter come first: a text of one byte a letter breaks off in them, at the
# first word with an odd number of letters, while theirs can be read in any of one byte.
_BY_SCRIPT: Mapping[str, frozenset[str]] = {
    "shift_jis": frozenset({"ja"}),
    "euc_jp": frozenset({"ja"}),
    "euc_kr": frozenset({"ko"}),
    "gb18030": frozenset({"zh"}),
    "big5": frozenset({"zh"}),
    "cp1251": frozenset({"ru", "uk", "bg"}),
    "koi8_r": frozenset({"ru"}),
    "cp1253": frozenset({"el"}),
    "cp1255": frozenset({"he"}),
    "cp1256": frozenset({"ar"}),
    "cp874": frozenset({"th"}),
}
# Latin letters with signs of their own; their commonest words have none, and tell the language all the same.
_BY_LANGUAGE: Mapping[str, str] = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "ro", "hr", "sl"), "cp1250"),
    **dict.fromkeys(("lt", "lv", "et"), "cp1257"),
    "tr": "cp1254",
    "vi": "cp1258",
}
CALLED: Mapping[str, str] = {
    "cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251", "cp1253": "Windows-1253",
    "cp1254": "Windows-1254", "cp1255": "Windows-1255", "cp1256": "Windows-1256", "cp1257": "Windows-1257",
    "cp1258": "Windows-1258", "koi8_r": "KOI8-R", "shift_jis": "Shift JIS", "euc_jp": "EUC-JP", "euc_kr": "EUC-KR",
    "gb18030": "GB 18030", "big5": "Big5", "cp874": "Windows-874",
}  # fmt: skip
_SAMPLE = 40_000
# Korean parts its words by blanks; Chinese has none, and these letters in any sentence or two.
_LEAST_BLANKS = 0.08
_COMMON_CHINESE = frozenset("的一不在有人是中大上下以之時时用到於于出對对成可同方應应當当定本條条款合約约及與与或其人")
_LEAST_COMMON = 0.03


def guessed(data: bytes) -> tuple[str, str]:
    """The text of bytes that are not UTF-8, and what the encoding is called that it was read in.

    Bytes that the encoding leaves open become replacement characters.
    """
    western = data[:_SAMPLE].decode(_WESTERN, errors="replace")
    language = language_of(western)
    encoding = _BY_LANGUAGE.get(language, _WESTERN)
    if language == "und":
        encoding = next((each for each in _BY_SCRIPT if _speaks(data, each)), _WESTERN)
    return data.decode(encoding, errors="replace"), CALLED[encoding]


def _speaks(data: bytes, encoding: str) -> bool:
    """Whether bytes are text of a language that an encoding is for."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    text = data[:_SAMPLE].decode(encoding, errors="replace")
    if encoding == "euc_kr" and text.count(" ") < _LEAST_BLANKS * len(text):
        return False
    if encoding in ("gb18030", "big5") and sum(each in _COMMON_CHINESE for each in text) < _LEAST_COMMON * len(text):
        return False
    return language_of(text) in _BY_SCRIPT[encoding]
