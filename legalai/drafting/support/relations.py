"""What hangs on something: whose cost or choice it is, what is done without, what a period runs from."""

import re
from collections.abc import Iterator

from legalai.drafting.support.parties import ALL, MARK
from legalai.drafting.support.plain import stems

_KINDS = (
    r"choice|option|election|discretion",
    r"cost|expense|charge",
    r"consent|approval|permission|authori[sz]ation|agreement",
    r"instructions?|directions?",
    r"request|demand",
    r"remed(?:y|ies)",
)
_BETWEEN = r"(?:(?:own|prior|express|written|documented|sole|absolute|exclusive|reasonable)\s){0,4}"
_OF = tuple(
    re.compile(
        rf"({MARK})\s{_BETWEEN}(?:{kind})\b|\b(?:{kind})\s(?:in\swriting\s)?(?:of|by|from)\s({MARK})", re.IGNORECASE
    )
    for kind in _KINDS
)
# A kind of person whom a sentence may not bring in: each line is one kind.
_SOMEBODY = tuple(
    re.compile(rf"\b(?:{line})\b", re.IGNORECASE)
    for line in (
        r"affiliates?|subsidiar(?:y|ies)|group\scompan(?:y|ies)|parent(?:\scompany)?",
        r"customers|end[\s-]users?",
        r"employees?|staff|personnel|workers?",
        r"directors?|officers?",
        r"shareholders?|members?",
        r"sub-?contractors?",
        r"agents?|representatives?",
        r"authorit(?:y|ies)|regulators?",
        r"courts?|judges?",
        r"insurers?",
        r"public|everybody|anybody|anyone",
        r"third[\s-]part(?:y|ies)",
        r"competitors?",
        r"experts?|arbitrators?|mediators?",
    )
)
_WITHOUT = re.compile(r"\bwithout\s([^,.;]{1,60})", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:without|no|not|nor|never|waives?)\b([^.;]{1,120})", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|no|neither|nor|never|cannot|nothing)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(\d+)\s(?:business\s|calendar\s)?(?:hours?|days?|weeks?|months?|years?)'?\s(?:from|after|following|before|prior\sto|of)\s((?:[^\s,.;]+\s?){1,9})",
    re.IGNORECASE,
)
_TOLD_NEAR = 4
_EITHER = re.compile(rf"({MARK})\sor\s({MARK})")
_ANY = re.compile(r"\b(?:any|all|every)\s([a-z]{4,20})\b", re.IGNORECASE)
# What stands before a noun without narrowing it.
_PLAIN = frozenset(
    "the a an any all each every of to in no such this that these those its their his her our your other further"
    " additional new relevant applicable same calendar contract financial successive written and or by for with on"
    " from under per one whole entire full various both either neither own said".split()
)


def misplaced(told: str, source: str) -> bool:
    """Whether a cost, choice, consent or request is told of one party that its source has of another only."""
    for pattern in _OF:
        named, given = _whose(pattern, told), _whose(pattern, source)
        if given and ALL not in given and not named <= given:
            return True
    return False


def brings_in(told: str, source: str) -> bool:
    """Whether a kind of person is named that the source does not name."""
    return any(kind.search(told) and not kind.search(source) for kind in _SOMEBODY)


def does_without(told: str, source: str) -> bool:
    """Whether something is told as done without what the source does not do without."""
    for match in _WITHOUT.finditer(told):
        if _DENIES.search(told[: match.start()]):
            continue
        tail = stems(match[1]) | set(re.findall(MARK, match[1]))
        if not any(tail & (stems(each) | set(re.findall(MARK, each))) for each in _DENIED.findall(source)):
            return True
    return False


def runs_from_elsewhere(told: str, source: str) -> bool:
    """Whether a period is told to run from or to something that the source does not tie it to."""
    given = list(_anchors(source, 9))
    for number, words in _anchors(told, _TOLD_NEAR):
        anchors = [each for of, each in given if of == number]
        near = frozenset().union(*anchors) if anchors and all(anchors) else stems(source)
        others = [each for of, each in given if of != number and words & each]
        if words and (not words & near or (others and not anchors)):
            return True
    return False


def takes_in_more(told: str, source: str) -> bool:
    """Whether "any" is said of a thing that the source never names but with a word that narrows it."""
    for match in _ANY.finditer(told):
        noun = match[1].lower()
        before = re.findall(
            rf"([\w-]+)\s{re.escape(noun if noun.endswith('ss') else noun.removesuffix('s'))}s?\b",
            source,
            re.IGNORECASE,
        )
        if before and all(each.lower() not in _PLAIN and not each.isdigit() for each in before):
            return True
    return False


def told_apart(told: str, source: str) -> bool:
    """Whether "A or B" is told where both are needed."""
    for match in _EITHER.finditer(told):
        one, other = match.groups()
        both = re.search(rf"{one}\sand\s{other}|{other}\sand\s{one}", source)
        apart = re.search(rf"{one}\sor\s{other}|{other}\sor\s{one}", source)
        if both and not apart and not _DENIES.search(re.split(r"\bunless\b", told[: match.start()])[-1]):
            return True
    return False


def _whose(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(mark for found in pattern.findall(text) for mark in found if mark)


def _anchors(text: str, most: int) -> Iterator[tuple[str, frozenset[str]]]:
    for match in _FROM.finditer(text):
        yield match[1], stems(" ".join(match[2].split()[:most])) - {"day", "date"}
