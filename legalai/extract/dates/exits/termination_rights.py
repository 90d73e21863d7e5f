"""Rights to end the contract, each with its notice: at will, for breach with its time to cure, and on other grounds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.clauses.pointers import quote, whole
from legalai.extract.dates.exits.powers_to_end import Power, find_powers
from legalai.extract.dates.party_named import named_before
from legalai.extract.dates.values.periods import FoundPeriod, find_periods
from legalai.extract.parties.parties import resolve_party
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep, QuotedPeriod

# No right: what is ended, and what follows when it is.
_NO_RIGHT = re.compile(
    r"\b(?:may|shall|can)\s+not\b|\bcannot\b|\bneither\s+(?:party|side|of\s+\w+(?:\s\w+)?)\s+(?:may|shall|can)\b|\bno\s+(?:party|right)\b"
    r"|\bif\s+(?:this|the)\s+agreement\s+is\s+terminated\b",
    re.IGNORECASE,
)
_GROUNDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (ground, re.compile(words, re.IGNORECASE))
    for ground, words in (
        (
            "insolvency",
            r"\b(?:insolven\w+|bankrupt\w*|receiver\w*|liquidat\w+|winding[\s-]up|wound\s+up"
            r"|assignment\s+for\s+the\s+benefit\s+of|administrator)\b",
        ),
        (
            "change of control",
            r"\bchange\s+(?:of|in)\s+(?:\w+\s+){0,2}(?:control|ownership)\b"
            r"|\b(?:majority|(?:substantially\s+)?all)\s+(?:or\s+substantially\s+all\s+)?of\s+(?:the|its)\s+"
            r"(?:\w+\s+){0,3}(?:assets|stock|shares|securities|equity)\b"
            r"|\bacquire[sd]?\s+(?:\w+\s+){0,4}control\b|\bmerg(?:es|ed|er)\b",
        ),
        ("force majeure", r"\bforce\s+majeure\b"),
        (
            "breach",
            r"\b(?:breach\w*|defaults?|defaulted|fail(?:s|ed|ure)?\s+to\s+(?:\w+\s+){0,3}(?:perform|comply|pay"
            r"|observe|cure|remedy)|violat\w+|non-?performance|non-?payment|for\s+cause|good\s+cause)\b",
        ),
        (
            "at will",
            r"\bfor\s+(?:its\s+|their\s+)?convenience\b|\b(?:for\s+any|without)\s+(?:reason|cause)\b"
            r"|\bany\s+reason\s+or\s+no\b|\bat\s+any\s+time\b|\bwithout\s+(?:giving\s+)?(?:any\s+)?reasons?\b"
            r"|\bat\s+will\b",
        ),
    )
)
_CONDITION = re.compile(
    r"\b(?:if|unless|when(?:ever)?(?!\s+\w+\s+(?:party|side)\s+gives)|where|should|in\s+(?:the\s+event|case)|provided|subject\s+to|upon\s+(?:the|any)\s"
    r"|following|only|because|due\s+to|fail\w*|past\s+due|unpaid|with\s+cause|at\s+the\s+(?:end|expir\w+)\s+of)\b|:\s*$",
    re.IGNORECASE,
)
_CURES = re.compile(r"\b(?:cure[sd]?|curing|remed(?:y|ied|ies)|correct(?:ed)?|rectif\w+)\b", re.IGNORECASE)
# "fails to pay within ten days" gives time to pay; "on ten days' notice if it fails to pay" does not.
_UNPAID = re.compile(r"\bfail(?:s|ed|ure)?\s+to\s+pay\b", re.IGNORECASE)
_NOTICE = re.compile(r"\b(?:notice|notif\w+|notification)\b", re.IGNORECASE)
_OF_NOTICE = re.compile(
    r"^[\s)'’]{0,6}(?:\(\w+\)\s{0,3})?(?:['’]s?\s*)?(?:(?:prior|advance|written|previous"
    r"|clear)\s+){0,3}(?:notice|notification)\b|^[\s)'’]{0,6}(?:prior|(?:in\s+)?advance)\b",
    re.IGNORECASE,
)
# A right that is only kept, or spoken of.
_KEPT = re.compile(
    r"\b(?:without\s+(?:prejudice|limit\w+)|exercis\w+|waive\w*"
    r"|in\s+addition\s+to)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_RUN_ON = re.compile(r"(?<=\s)\d{1,2}\.\d{1,2}\.?\s+(?=[A-Z])")
_LEADS_IN = re.compile(r":\s*(?:or\s*)?$")
_ITEMS = 8
_NEAR_CURE = 90
_WHATS = {
    "at will": "end the contract at will",
    "breach": "end the contract for breach",
    "insolvency": "end the contract on insolvency",
    "change of control": "end the contract on a change of control",
    "force majeure": "end the contract for lasting force majeure",
    "other": "end the contract on a ground of its own",
}


def find_termination_rights(
    passages: Sequence[Passage], parties: Sequence[Party], instrument: str
) -> tuple[Clock, ...]:
    """A clock without a day for each right to end the contract early: who, on what ground, on what notice.

    The steps have the time to cure, where there is one, and the words.
    """
    found: dict[tuple[str | None, str, object], Clock] = {}
    for index, passage in enumerate(passages):
        for power, part in _powers(passage, parties):
            party = _whose(power, passage, parties)
            for clock in _rights(part, _items(passages, index), party, instrument):
                found.setdefault((clock.party, clock.what, _length(clock)), clock)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Part:
    """Characters [start, end) of a passage's text: what is said of one right."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


def _whose(power: Power, passage: Passage, parties: Sequence[Party]) -> str | None:
    """The party that a power is of, by its role; None where it may be either's or is told to be nobody's."""
    if not power.passive:
        return named_before(passage, power.start + 1, parties)
    named = resolve_party(power.by, parties) if power.by else None
    return (named.role or next(iter(named.aliases), named.name)) if named else None


def _powers(passage: Passage, parties: Sequence[Party]) -> Iterator[tuple[Power, _Part]]:
    """The powers that a passage gives, each with its part of it: its own numbered clause, up to the next power."""
    if passage.is_heading:
        return
    text = passage.text
    powers = find_powers(text, passage.heading, parties)
    cuts = [0, *(m.start() for m in _RUN_ON.finditer(text)), len(text)]
    for number, power in enumerate(powers):
        start = max(cut for cut in cuts if cut <= power.start)
        end = min(cut for cut in cuts if cut > power.start)
        if number:
            start = power.start
        if number + 1 < len(powers):
            end = min(end, powers[number + 1].start)
        kept = power.kept and _KEPT.search(text[: power.start])
        if not kept and _NO_RIGHT.search(text, start, power.end) is None:
            yield power, _Part(passage, start, end)


def _length(clock: Clock) -> object:
    return clock.notice.period and clock.notice.period.size


def _items(passages: Sequence[Passage], index: int) -> Sequence[Passage]:
    """The items of the list that a passage leads into."""
    if not _LEADS_IN.search(passages[index].text):
        return ()
    number = passages[index].number
    items: list[Passage] = []
    for passage in passages[index + 1 : index + 1 + _ITEMS]:
        if passage.is_heading or (number and passage.number and not passage.number.startswith(number)):
            break
        items.append(passage)
        if passage.text.rstrip().endswith("."):
            break
    return items


def _rights(said: _Part, items: Sequence[Passage], party: str | None, instrument: str) -> Iterator[Clock]:
    """The rights of one sentence and of the list it leads into; an item without a ground says more of another's."""
    passage = said.passage
    parts = [_Part(item, 0, len(item.text)) for item in items] or [said]
    read = [(ground, part) for part in parts for ground in _grounds(part.text)]
    for ground, part in read or [(_unstated(said), said)]:
        each = part.passage
        notice, cure = _periods(part, ground)
        if notice is None and items:
            notice, _ = _periods(said, "other")
        if not read and notice is None:
            continue
        quotes = (whole(passage),) if each is passage else (whole(passage), whole(each))
        steps = [ProofStep(step="right to end", result=_WHATS[ground], quotes=quotes, rule=_said(notice))]
        if cure:
            place = quote(each, cure.start - each.start, cure.end - each.start)
            steps.append(
                ProofStep(
                    step="time to cure",
                    result=cure.in_words,
                    quotes=(place,),
                    rule="the right is there only where the breach is not cured in this time",
                )
            )
        yield Clock(
            party=party,
            instrument=instrument,
            what=_WHATS[ground],
            notice=NoticeTerms(period=notice),
            proof=tuple(steps),
        )


def _unstated(said: _Part) -> str:
    """At will where a sentence names no ground, asks for notice and makes nothing a condition."""
    return "other" if _CONDITION.search(said.text) else "at will"


def _said(notice: QuotedPeriod | None) -> str:
    return "the notice stated runs from the day it is given" if notice else "no length of notice is stated with it"


def _grounds(text: str) -> list[str]:
    """The grounds a sentence names; breach for breach only, whatever else "at any time" says of it."""
    named = [ground for ground, words in _GROUNDS if words.search(text)]
    return [ground for ground in named if ground != "at will"] or named


def _periods(part: _Part, ground: str) -> tuple[QuotedPeriod | None, QuotedPeriod | None]:
    """The notice, and the time to cure, that a sentence gives with a right."""
    notice: QuotedPeriod | None = None
    cure: QuotedPeriod | None = None
    text, offset = part.text, part.passage.start + part.start
    for found in find_periods(text):
        if found.period is None or found.readings[0].unit == "year":
            continue
        cures = ground == "breach" and _is_time_to_cure(text, found)
        if cures and cure is None:
            cure = found.placed(offset)
        elif notice is None and not cures and _is_notice(text, found):
            notice = found.placed(offset)
    return notice, cure


def _is_time_to_cure(text: str, found: FoundPeriod) -> bool:
    near = text[max(found.start - _NEAR_CURE, 0) : found.end + _NEAR_CURE]
    if _CURES.search(near):
        return True
    return _UNPAID.search(near) is not None and _OF_NOTICE.match(text[found.end : found.end + 60]) is None


def _is_notice(text: str, found: FoundPeriod) -> bool:
    if _OF_NOTICE.match(text[found.end : found.end + 60]):
        return True
    before = text[max(found.start - 40, 0) : found.start]
    return _NOTICE.search(before) is not None
