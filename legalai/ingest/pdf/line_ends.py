"""The last word of a line with what joins it to the next: a blank, a hyphen that stays, or nothing."""

import re
from collections.abc import Mapping

from legalai.ingest.pdf.common_words import common_words

WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""Words, those with hyphens in them whole."""
# Chinese and Japanese letters and their marks: no blank parts words, nor the lines of a paragraph.
_UNSPACED = re.compile("[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60]")
_HYPHENS = ("-", "\u2010")
# What follows these is a word of its own, whether the document has it elsewhere or not.
_OPEN = frozenset(
    "non self third well long short half full first second two three four five six seven eight nine fifteen twenty "
    "thirty forty fifty sixty seventy eighty ninety year month day".split()
)
# What follows these is one where it is a word at all.
_PREFIXES = frozenset("co pre post sub multi cross inter intra anti semi ex so one ten high low real end".split())
# With these before or after them two words become one ("undertaking", "shareholder") far oftener than a compound.
_SOLID_FIRST = frozenset(
    "in on up be for to re pro under over out with there here where not any some every man per dis un con de "
    "down fore after trade copy land".split()
)
_SOLID_SECOND = frozenset(
    "wise wide ware ward wards holder holders mark marks right rights lord line lines work works place force sheet "
    "book down out up over site sites page land man men body one thing where ever fore after by of in to with upon "
    "hand head house time times day days side ally".split()
)
_ENDINGS = frozenset(
    "able ably age ages ship ships less ness ary ant ants ate ally ments like some hood est ish een teen".split()
)
# "arm's-length": no word is cut behind an apostrophe.
_POSSESSIVE = re.compile(r"[’'][a-z][-\u2010]$")
_SHORTEST = 3


def line_end(text: str, following: str, vocabulary: Mapping[str, int]) -> str:
    """The last word of a line as it goes on with the first of the next; `vocabulary` counts the document's words."""
    if _UNSPACED.match(text[-1]) and _UNSPACED.match(following):
        return text
    if not text.endswith(_HYPHENS) or len(text) < 2 or not text[-2].isalpha() or not following[:1].isalpha():
        return text if text.endswith(("/", "—")) and not text.endswith(" /") else f"{text} "
    first, second = WORDS.findall(text)[-1:], WORDS.findall(following)[:1]
    if not first or not second or not following[0].islower() or "-" in second[0]:
        return text
    if _POSSESSIVE.search(text):
        return text
    return text if _is_compound(first[0].lower(), second[0].lower(), vocabulary) else text[:-1]


def _is_compound(first: str, second: str, vocabulary: Mapping[str, int]) -> bool:
    """Whether a hyphen belongs to what is written ("third-party") and not to the end of the line."""
    joined, compound = vocabulary.get(first + second, 0), vocabulary.get(f"{first}-{second}", 0)
    if joined or compound:
        return compound > 0 and compound >= joined
    if first + second in common_words() or len(second) < _SHORTEST or second in _ENDINGS:
        return False
    if first in _OPEN or ("-" in first and _is_word(second, vocabulary)):
        return True
    if first in _SOLID_FIRST or second in _SOLID_SECOND or not _is_word(second, vocabulary):
        return False
    return first in _PREFIXES or (len(first) >= _SHORTEST and _is_word(first, vocabulary))


def _is_word(half: str, vocabulary: Mapping[str, int]) -> bool:
    """Whether half of what was cut is a word by itself: the document has it here, so once more."""
    return half in common_words() or half in _OPEN or vocabulary.get(half, 0) > 1
