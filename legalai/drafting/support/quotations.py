"""What a sentence puts between quotation marks, and whether it stands so in one place."""

import re
from collections.abc import Iterable

from legalai.drafting.support.plain import plain

_QUOTED = re.compile(r'"([^"]{1,4000})"')
_ELLIPSIS = re.compile(r"^(?:\s|\.{3}|…|\[\.{3}\])+|(?:\s|\.{3}|…|\[\.{3}\])+$")
# A name or term may stand in quotation marks anywhere; more words than these are a quotation of the clause.
TERM_WORDS = 4


def stand_in_one(text: str, places: Iterable[str], whole: str) -> bool:
    """Whether each quotation stands in one of the places as it is; a term may stand anywhere in the whole."""
    told = plain(text)
    marks = [match.start() for match in re.finditer('"', told)]
    if not marks:
        return True
    given = [_level(each) for each in places]
    # A quotation that holds quotations is one from its first mark to its last.
    if len(marks) > 1 and _stands(told[marks[0] + 1 : marks[-1]], given):
        return True
    return len(marks) % 2 == 0 and all(_stands(each, given) or _is_term(each, whole) for each in _QUOTED.findall(told))


def cut_short(text: str) -> bool:
    """Whether a quotation shows that it was cut."""
    return any(_ELLIPSIS.search(each) for each in _QUOTED.findall(plain(text)))


def own_words(text: str, places: Iterable[str]) -> str:
    """A sentence without a quotation after a colon that stands for itself: a whole sentence, or one seen to be cut."""
    told = plain(text)
    marks = [match.start() for match in re.finditer('"', told)]
    if len(marks) < 2 or not told[: marks[0]].rstrip().endswith(":"):
        return told
    words = told[marks[0] + 1 : marks[-1]]
    whole = any(_is_whole(_level(words), _level(each)) for each in places)
    return f"{told[: marks[0]]} {told[marks[-1] + 1 :]}" if whole or _ELLIPSIS.search(words) else told


def _is_whole(words: str, place: str) -> bool:
    start = place.find(words.rstrip(" ."))
    if start < 0:
        return False
    before, after = place[:start].rstrip(), place[start + len(words.rstrip(" .")) :].lstrip()
    return (not before or before[-1] in ".;:") and (not after or after[0] in ".;")


def _stands(words: str, given: list[str]) -> bool:
    uncut = _uncut(words)
    return any(uncut in each for each in given)


def _is_term(words: str, whole: str) -> bool:
    uncut = _uncut(words)
    return len(uncut.split()) <= TERM_WORDS and uncut in _level(whole)


def _uncut(words: str) -> str:
    """A quotation without what marks a cut at its ends."""
    return _level(_ELLIPSIS.sub("", words).rstrip(" ,"))


def _level(text: str) -> str:
    # A quotation inside a quotation is written with other marks.
    return plain(text).replace('"', "'")
