"""Characters that show nothing, or change the order of those that do: found, taken out, and made visible."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from legalai.schema import HiddenKind

# Unicode 16, chapter 23: soft hyphen, joiners and direction marks, invisible operators, variation selectors, tags.
_SILENT = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
SILENT = re.compile(f"[{_SILENT}]+")
# Overrides (UAX #9) show characters in another order than they are read; a tag spells hidden text; a long row of
# others is a code. Single ones are what word processors and web pages leave behind, and harmless.
_OVERRIDES = re.compile("[\u202d\u202e]")
_TAGS = re.compile("[\U000e0020-\U000e007e]")
_SELECTORS = re.compile("[\U000e0100-\U000e01ef]")
_CODE_LENGTH = 8
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Invisible:
    """Characters [start, end) of a text that show nothing and are worth a word, with the reason."""

    kind: HiddenKind
    start: int
    end: int
    why: str


def invisible(text: str) -> Iterator[Invisible]:
    """The invisible characters of a text that can hide words from a reader, in order."""
    for match in SILENT.finditer(text):
        why = _why(match[0])
        if why is not None:
            yield Invisible("reordered" if _OVERRIDES.search(match[0]) else "invisible_characters", *match.span(), why)


def _why(silent: str) -> str | None:
    if _TAGS.search(silent):
        return "written in Unicode tag characters, which no font shows"
    if _SELECTORS.search(silent):
        return "written in variation selectors, which no font shows"
    if _OVERRIDES.search(silent):
        return "direction overrides show the characters after them in another order than they are read"
    if len(silent.replace(_SOFT_HYPHEN, "")) >= _CODE_LENGTH:
        return "a row of characters that show nothing, as a code would be hidden"
    return None


def seen(text: str) -> str:
    """A text without the characters that show nothing."""
    return SILENT.sub("", text)


def revealed(text: str, most: int = 240) -> str:
    """A hostile text as one may show it on one line: tags as the letters they spell, other unseen characters by number.

    Longer ones are cut after `most` characters.
    """
    shown: list[str] = []
    for char in " ".join(text.split()):
        code = ord(char)
        if _TAGS.fullmatch(char):
            shown.append(chr(code - 0xE0000))
        elif SILENT.fullmatch(char) or unicodedata.category(char) in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"}:
            shown.append(f"\\u{{{code:x}}}")
        else:
            shown.append(char)
        if len(shown) > most:
            return "".join(shown[:most]) + " …"
    return "".join(shown)
