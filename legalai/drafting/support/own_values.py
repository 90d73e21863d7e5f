"""Two values of one kind in one sentence: each belongs to the words round it, and may not be told of the other's."""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise

from legalai.drafting.support.plain import stems

_SUM = r"(?:us\$|[$£€¥₹]|\b(?:usd|eur|gbp|chf)) ?\d[\d.]*|\b\d[\d.]*(?= (?:usd|eur|gbp|chf|dollars|euros?|pounds)\b)"
_KINDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _SUM,
        r"\b\d[\d.]*(?= ?(?:%|percent\b|per cent\b))",
        r"\b\d+(?=[\s-](?:business\s|calendar\s|working\s)?(?:hour|day|week|month|year)s?\b)",
    )
)
_STRONG = re.compile(r"[.;]\s|\b(?:and|or|but|while|whereas|plus)\b", re.IGNORECASE)
_COMMA = re.compile(r",\s")
_TURN = re.compile(r"\s(?=(?:on|at|after|from|upon|for|within|by|in|with)\s)", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
# One value told alone must share this many words with the other's matter, and none with its own.
_ALONE = 2
# No sentence that could be told apart holds more.
_MOST = 12


def told_of_another(told: str, sentences: Sequence[str]) -> bool:
    """Whether a value is told of what a source sentence says of another value, and no source tells it so."""
    for kind in _KINDS:
        mine = _matters(kind, told)
        given = [found for each in sentences if (found := _matters(kind, each))] if mine else []
        for matters in given:
            others = [each for each in given if each is not matters]
            if _exchanged(mine, matters) and not any(_bears_out(mine, matters, each) for each in others):
                return True
    return False


def _matters(kind: re.Pattern[str], text: str) -> dict[str, frozenset[str]]:
    """The words that stand with each value of a kind; a value said twice has those of both places."""
    found = list(kind.finditer(text))[:_MOST]
    bounds = [0, *(_bound(text, one.end(), two.start()) for one, two in pairwise(found)), len(text)]
    matters: dict[str, frozenset[str]] = {}
    for match, (begin, end) in zip(found, pairwise(bounds), strict=False):
        value = _figures(match[0])[0].rstrip(".")
        around = f"{text[begin : match.start()]} {text[match.end() : end]}"
        matters[value] = matters.get(value, frozenset()) | stems(around) | set(_figures(around))
    return matters


def _figures(text: str) -> list[str]:
    return _FIGURE.findall(text)


def _bound(text: str, begin: int, end: int) -> int:
    """Where the words of the next value begin: after the last joint, else at the first turn, else at the value."""
    for pattern in (_STRONG, _COMMA):
        if joints := list(pattern.finditer(text, begin, end)):
            return joints[-1].end()
    turn = _TURN.search(text, begin, end)
    return turn.end() if turn else end


def _exchanged(mine: dict[str, frozenset[str]], given: dict[str, frozenset[str]]) -> bool:
    return any(_crossed(mine, one, other, given) for one, other in combinations(given, 2))


def _crossed(mine: dict[str, frozenset[str]], one: str, other: str, given: dict[str, frozenset[str]]) -> bool:
    """Whether two values, or the one that is told, share more with the other's words than with their own."""
    straight = crossed = 0
    for value, else_ in ((one, other), (other, one)):
        words = mine.get(value, frozenset())
        straight += len(words & (given[value] - given[else_]))
        crossed += len(words & (given[else_] - given[value]))
    if one in mine and other in mine:
        return crossed > straight
    return not straight and crossed >= _ALONE


def _bears_out(
    mine: dict[str, frozenset[str]], swapped: dict[str, frozenset[str]], other: dict[str, frozenset[str]]
) -> bool:
    """Whether another sentence has one of the values with the words that it is told with."""
    return any(value in other and value in swapped and len(mine[value] & other[value]) >= _ALONE for value in mine)
