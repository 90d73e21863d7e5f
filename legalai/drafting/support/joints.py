"""What joins two things: "and" told as "or", and two steps of a chain told as one."""

import re
from collections.abc import Iterator

from legalai.drafting.support.parties import MARK
from legalai.drafting.support.plain import stems

_JOINED = re.compile(r"([^\W\d_]{3,30})\s(and|or)\s((?:[^\W\d_]{1,30}\s?){1,3})", re.IGNORECASE)
# Only where both are to be done, or both to happen, does it matter which word joins them.
_WEIGHS = re.compile(r"\b(?:if|unless|where|when|must|shall|is\sto|are\sto|has\sto|have\sto)\b", re.IGNORECASE)
_LEVELS = re.compile(
    r"\b(?:not|no|never|neither|nor|cannot|without|any|all|each|every|whether|against|may|can|including)\b",
    re.IGNORECASE,
)
_NAME = re.compile(rf"{MARK}|\b[A-Z][a-z]{{2,30}}\b")
_PASSES_ON = re.compile(r"\s?,?\s(?:who|which)\s")


def joined_otherwise(told: str, source: str) -> bool:
    """Whether two things are told with "or" that are to be done or to happen together, or the other way about."""
    given = dict[frozenset[str], set[str]]()
    for pair, word in _pairs(source):
        given.setdefault(pair, set()).add(word)
    return any(pair in given and word not in given[pair] for pair, word in _pairs(told))


def _pairs(text: str) -> Iterator[tuple[frozenset[str], str]]:
    for match in _JOINED.finditer(text):
        before = re.split(r"[.;]\s", text[: match.start()])[-1]
        weighs = list(_WEIGHS.finditer(before))
        if not weighs or _LEVELS.search(before, weighs[-1].end()):
            continue
        after = next((found for word in match[3].split() if (found := stems(word))), frozenset[str]())
        if stems(match[1]) and after and stems(match[1]) != after:
            yield stems(match[1]) | after, match[2].lower()


def skips_a_step(told: str, sentences: tuple[str, ...]) -> bool:
    """Whether A is told to do to C what B does, where the source has A turn to B and B to C."""
    return any(_skips(told, first, last, what) for each in sentences for first, last, what in _chains(each, told))


def _chains(sentence: str, told: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """The ends of each chain whose middle is not told, and what its last step says."""
    names = [match for match in _NAME.finditer(sentence) if _names(match[0])]
    for index in range(1, len(names) - 1):
        first, middle, last = names[index - 1 : index + 2]
        if last[0] == middle[0] and index + 2 < len(names):
            middle, last = last, names[index + 2]
        elif not _PASSES_ON.match(sentence, middle.end()):
            continue
        apart = len({first[0], middle[0], last[0]}) == len("ABC")
        if apart and middle[0] not in told:
            yield first[0], last[0], stems(sentence[middle.end() : last.start()])


def _skips(told: str, first: str, last: str, what: frozenset[str]) -> bool:
    between = re.search(rf"{re.escape(first)}(.{{1,120}}?){re.escape(last)}", told)
    return between is not None and bool(stems(between[1]) & what)


def _names(word: str) -> bool:
    return re.fullmatch(MARK, word) is not None or bool(stems(word))
