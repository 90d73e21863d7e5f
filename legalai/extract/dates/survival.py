"""What outlives the contract, and for how long: "Sections 5 and 9 survive for three years"."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.periods import FoundPeriod, find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, ProofStep

_SURVIVES = re.compile(
    r"\b(?:surviv(?:e|es|al|ing)|outliv(?:e|es)|(?:continue|remain)s?\s+(?:in\s+(?:full\s+)?(?:force|effect)"
    r"|to\s+(?:apply|bind)|binding)[^.;]{0,60}?"
    r"\b(?:after|following|beyond|notwithstanding)\b[^.;]{0,40}\b(?:terminat|expir|end)\w*)",
    re.IGNORECASE,
)
_OF_THE_END = re.compile(r"\b(?:terminat\w+|expir\w+|end|ends|ended|completion|rescission)\b", re.IGNORECASE)
# Survivors of other things: a representation that survives closing, a surviving company.
_OTHER = re.compile(
    r"\bsurviving\s+(?:corporation|company|entity|party|spouse)\b|\bsurviv\w+\s+(?:the\s+)?closing\b", re.IGNORECASE
)
_SECTIONS = re.compile(
    r"\b(?:sections?|articles?|clauses?|paragraphs?)\s+(?P<numbers>\d[^;]{0,400}?)(?=\b(?:shall|will|surviv\w+"
    r"|remain|continue|hereof|of\s+this)\b|[;:]|\.\s|\.?$)",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\[[^\]]{0,120}\]|\((?![a-z0-9]{1,3}\))[^()]{0,160}\)")
_NUMBER = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){0,3}(?:\s?\([a-z0-9]{1,3}\)){0,2}")
_THIS = re.compile(
    r"\b(?:this|the\s+foregoing|the\s+\w+\s+(?:of|in|under)\s+this)\s+(?:section|article|clause|paragraph)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:for|period|until|further|than)\b[^.;]{0,40}$", re.IGNORECASE)
_WITHOUT_END = re.compile(r"\b(?:indefinite\w*|perpetual\w*|perpetuity|without\s+limit\w*|forever)\b", re.IGNORECASE)


def find_survival(passages: Sequence[Passage], instrument: str) -> tuple[Clock, ...]:
    """A clock without a day for each sentence on what outlives the contract: which sections, and how long."""
    return tuple(
        _clock(passage, instrument)
        for passage in passages
        if not passage.is_heading
        and _SURVIVES.search(passage.text)
        and _OF_THE_END.search(passage.text)
        and not _OTHER.search(passage.text)
    )


def _clock(passage: Passage, instrument: str) -> Clock:
    length = next(_lengths(passage.text), None)
    period = length.period if length else None
    how_long = _worded(period.amount, period.unit) if period else _endless(passage.text)
    step = ProofStep(
        step="survival",
        result=how_long,
        quotes=(whole(passage),),
        rule="counted from the end of the contract, whenever that is",
    )
    what = f"{_subject(passage)} outlives the contract: {how_long}"
    return Clock(party=None, instrument=instrument, what=what, notice=NoticeTerms(), proof=(step,))


def _lengths(text: str) -> Iterator[FoundPeriod]:
    """The periods that say how long something survives, not how long a notice is."""
    for found in find_periods(text):
        near = text[max(found.start - 60, 0) : found.start]
        if found.readings[0].unit in ("month", "year") and _LEADS.search(near):
            yield found


def _worded(amount: float, unit: str) -> str:
    return f"{amount:g} {unit}{'' if amount == 1 else 's'}"


def _endless(text: str) -> str:
    return "without end" if _WITHOUT_END.search(text) else "no length is stated"


def _subject(passage: Passage) -> str:
    """The sections that survive, by their numbers as the sentence names them."""
    stretches = [named["numbers"] for named in _SECTIONS.finditer(_ASIDE.sub(" ", passage.text))]
    numbers = [number for stretch in stretches for number in _NUMBER.findall(stretch)]
    if numbers:
        return f"section {', '.join(dict.fromkeys(numbers))}"
    if _THIS.search(passage.text) and passage.number:
        return f"section {passage.number}"
    return "what the words name"
