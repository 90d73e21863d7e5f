"""What outlives the contract, and for how long: "Sections 5 and 9 survive for three years"."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.values.periods import FoundPeriod, find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, ProofStep

_SURVIVES = re.compile(
    r"\b(?:surviv(?:e|es|al)|outliv(?:e|es)|(?:continue|remain)s?\s+(?:in\s+(?:full\s+)?(?:force|effect)"
    r"|to\s+(?:apply|bind)|binding)[^.;]{0,60}?"
    r"\b(?:after|following|beyond|notwithstanding)\b[^.;]{0,40}\b(?:terminat|expir|end)\w*)",
    re.IGNORECASE,
)
_OF_THE_END = re.compile(r"\b(?:terminat\w+|expir\w+|end|ends|ended|completion|rescission)\b", re.IGNORECASE)
# Survivors of other things: a representation that survives closing, a surviving company.
_OTHER = re.compile(
    r"\b(?:provides?|intended|agreed?|stated)\b[^.;]{0,20}\bsurvive|"
    r"\bsurviving\s+(?:corporation|company|entity|party|spouse)\b|\bsurviv\w+\s+(?:the\s+)?closing\b",
    re.IGNORECASE,
)
_OF_THE_CONTRACT = re.compile(
    r"\b(?:sections?|articles?|clauses?|provisions?|obligations?|dut(?:y|ies)|agreements?|terms?|covenants?|rights?"
    r"|licen[cs]\w+|warrant\w+|indemn\w+|confiden\w+)\b",
    re.IGNORECASE,
)
_RECITAL = re.compile(r"\W*(?:whereas|recital)\b", re.IGNORECASE)
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
# "survives for three years": that it is the end which it survives goes without saying.
_FOR_A_TIME = re.compile(
    r"\bsurviv(?:e|es)\s+for\s+(?:a\s+(?:further\s+)?period\s+of\s+)?[\w()-]+(?:\s[\w()-]+){0,2}\s(?:months?|years?)\b"
    r"(?!\s*(?:after|following|from|of)\b)",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:for|period|until|further|than)\b[^.;]{0,40}$", re.IGNORECASE)
_WITHOUT_END = re.compile(r"\b(?:indefinite\w*|perpetual\w*|perpetuity|without\s+limit\w*|forever)\b", re.IGNORECASE)
_UNSTATED = "no length is stated"


def find_survival(passages: Sequence[Passage], instrument: str) -> tuple[Clock, ...]:
    """A clock without a day for each sentence on what outlives the contract: which sections, and how long."""
    found: list[Clock] = []
    led: Sequence[Passage] = ()
    for index, passage in enumerate(passages):
        text = passage.text
        if passage in led or passage.is_heading or not _is_survival(text):
            continue
        led = passages[index + 1 : index + 2] if text.rstrip().endswith(":") else ()
        found += _clocks((passage, *led), instrument)
    return tuple(found)


def _is_survival(text: str) -> bool:
    """Whether a sentence says that something of the contract outlives it."""
    if _RECITAL.match(text) or _OTHER.search(text):
        return False
    ends = _OF_THE_END.search(text) or _FOR_A_TIME.search(text)
    return bool(ends and _SURVIVES.search(text) and _OF_THE_CONTRACT.search(text))


def _clocks(said: Sequence[Passage], instrument: str) -> list[Clock]:
    """The clocks of a sentence and the line it leads into: one, or one for each length that it gives its sections."""
    apart = _sections_by_length(said[0].text)
    if len(apart) > 1:
        return [_clock(said, instrument, _sections(numbers), how_long) for how_long, numbers in apart.items()]
    return [_clock(said, instrument, _subject(said), _how_long(said[0].text))]


def _sections_by_length(text: str) -> dict[str, list[str]]:
    """Which sections survive for how long, where a sentence says it of some: "4 and 7 survive; 4 for five years".

    What is said of a section last counts. Empty where no section has a length of its own.
    """
    named = list(_SECTIONS.finditer(text))
    ends = [*(each.start() for each in named[1:]), len(text)]
    lengths: dict[str, str] = {}
    for each, end in zip(named, ends, strict=False):
        own = _how_long(text[each.start() : end])
        # A length is no list of sections: "clause 4 for 5 years".
        numbers = _NUMBER.findall(re.split(r"\b(?:for|until|without)\b", each["numbers"])[0])
        lengths |= dict.fromkeys(numbers, own)
    if set(lengths.values()) <= {_UNSTATED}:
        return {}
    return {how_long: [n for n, own in lengths.items() if own == how_long] for how_long in lengths.values()}


def _how_long(text: str) -> str:
    length = next(_lengths(text), None)
    if length and length.period:
        return length.period.in_words
    return "without end" if _WITHOUT_END.search(text) else _UNSTATED


def _clock(said: Sequence[Passage], instrument: str, subject: str, how_long: str) -> Clock:
    step = ProofStep(
        step="survival",
        result=how_long,
        quotes=tuple(whole(each) for each in said),
        rule="counted from the end of the contract, whenever that is",
    )
    what = f"{subject} outlives the contract: {how_long}"
    return Clock(party=None, instrument=instrument, what=what, notice=NoticeTerms(), proof=(step,))


def _lengths(text: str) -> Iterator[FoundPeriod]:
    """The periods that say how long something survives, not how long a notice is."""
    for found in find_periods(text):
        near = text[max(found.start - 60, 0) : found.start]
        if found.readings[0].unit in ("month", "year") and _LEADS.search(near):
            yield found


def _subject(said: Sequence[Passage]) -> str:
    """The sections that survive, by their numbers as the words name them."""
    text = _ASIDE.sub(" ", " ".join(each.text for each in said))
    numbers = [number for named in _SECTIONS.finditer(text) for number in _NUMBER.findall(named["numbers"])]
    if numbers:
        return _sections(numbers)
    if _THIS.search(text) and said[0].number:
        return f"section {said[0].number}"
    return "what the words name"


def _sections(numbers: Sequence[str]) -> str:
    return f"section {', '.join(dict.fromkeys(numbers))}"
