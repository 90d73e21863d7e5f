"""Terms counted in years that the contract defines: "until the end of the fifth Contract Year"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.dates.term.term_origin import TermOrigin, find_origin
from legalai.extract.dates.values.dates import DateOrder, find_dates
from legalai.extract.dates.values.periods import NUMBER_WORDS, find_periods, number_from_words
from legalai.extract.dates.values.stretch_words import DAY_OF_YEAR, ORDINAL, month_and_day, ordinal
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period

_NAME = (
    r"(?:(?i:contract|agreement|licen[sc]e|lease|service|term|subscription|supply|sponsorship|policy|membership"
    r"|franchise|operating|programme?)\s+[Yy]ear|Year)"
)
_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,2}})"
_IN_BRACKETS = r"(?:\s+\(\w{1,6}\))?"
# "through the end of the fifth (5th) Contract Year", "until the end of Year 3", "for ten (10) Contract Years".
_NTH = re.compile(
    r"\b(?i:until|through|to|ends?|ending|expir\w+|terminat\w+)\b[^.;]{0,40}?"
    rf"\b(?i:end|close|expiration|expiry|conclusion|completion|last\s+day)\s+(?i:of\s+(?:the\s+)?)"
    rf"(?:(?P<nth>(?i:{ORDINAL})){_IN_BRACKETS}\s+(?P<name>{_NAME})|(?P<before>{_NAME})\s+(?P<number>\d{{1,2}}))\b"
)
_MANY = re.compile(
    r"\b(?i:for|lasts?|runs?\s+for|continues?\s+for|(?:period|term)\s+of)\s+(?:(?i:an?)\s+(?i:period|term)\s+of\s+)?"
    rf"(?P<many>(?i:{_COUNT})){_IN_BRACKETS}\s+(?:(?i:full|complete|consecutive|successive)\s+){{0,2}}(?P<name>{_NAME})s\b"
)
_MEANS = r"(?:\s+1)?\s?[\"”’]\)?\s*,?\s+(?:shall\s+)?(?:means?|refers?\s+to|is|be)\s+"
_SENTENCE = re.compile(r"[^.;]*(?:\.\d[^.;]*)*")
_MONTHS_OF_A_YEAR = 12
_DAYS_OF_A_YEAR = 365
# A first year that is shorter or longer than the others, or one that a calendar of its own decides.
_UNEVEN = re.compile(
    r"\b(?:short\w*|longer|stub|partial|except|provided|however|calendar\s+year|last\s+day\s+of|end\s+of\s+the\s+(?:month|quarter)"
    r"|(?:whichever|as\s+the\s+case)|season)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractYears:
    """So many years of the contract's own, where they stand in the text, and what the first of them runs from."""

    length: Period
    start: int
    end: int
    origin: TermOrigin
    defined: Passage


def find_contract_years(text: str, passages: Sequence[Passage], order: DateOrder | None) -> ContractYears | None:
    """The term in years of the contract's own; None where it does not define them as twelve months from a day."""
    for pattern in (_NTH, _MANY):
        for match in pattern.finditer(text):
            years = _years(match)
            defined = _first_year(match, passages, order) if years else None
            if years and defined:
                passage, origin = defined
                length = Period(amount=years, unit="year")
                return ContractYears(
                    length=length, start=match.start(), end=match.end(), origin=origin, defined=passage
                )
    return None


def _years(match: re.Match[str]) -> int | None:
    said = match.groupdict()
    if said.get("nth"):
        return ordinal(said["nth"])
    count = said.get("number") or said.get("many") or ""
    return int(count) if count.isdigit() else number_from_words(count)


def _first_year(
    match: re.Match[str], passages: Sequence[Passage], order: DateOrder | None
) -> tuple[Passage, TermOrigin] | None:
    """The passage that defines such a year, and the day from which it counts the first."""
    said = match.groupdict()
    name = r"\s+".join(re.escape(word) for word in (said.get("before") or said["name"]).split())
    means = re.compile(rf"[\"“‘]{name}{_MEANS}", re.IGNORECASE)
    for passage in passages:
        if found := means.search(passage.text):
            origin = _origin_of(passage, found.end(), order)
            return (passage, origin) if origin else None
    return None


def _origin_of(passage: Passage, at: int, order: DateOrder | None) -> TermOrigin | None:
    """What the years that a definition from a place on describes run from; None where they are not of twelve months."""
    said = _SENTENCE.match(passage.text, at)
    definition = passage.text[: said.end() if said else at]
    lengths = [p for p in find_periods(definition[at:]) if p.period]
    if not lengths or _UNEVEN.search(definition, at) or not all(_is_a_year(p.readings[0]) for p in lengths):
        return None
    days = {month_and_day(day) for day in re.finditer(DAY_OF_YEAR, definition[at:], re.IGNORECASE)}
    dates = find_dates(definition[at:], order=order, offset=passage.start + at)
    if len(days) > 1 and len(dates) == 1:  # "beginning on July 1 and ending on June 30, the first on July 1, 2020"
        origin = TermOrigin(kind="day", day=dates[0], rule="day-before-anniversary")
    else:
        origin = find_origin(passage, definition[at:], lengths[0].end, order)
    return origin if _fits(origin, days) else None


def _fits(origin: TermOrigin, days: set[tuple[int, int]]) -> bool:
    """Whether years that run from a day go with the days of a year that the definition names."""
    if origin.kind != "day":
        return origin.kind != "unsaid" and not days
    day = origin.day.value if origin.day else None
    return day is not None and (day.month, day.day) in days and len(days) <= 2


def _is_a_year(period: Period) -> bool:
    return (period.amount, period.unit) in ((1, "year"), (_MONTHS_OF_A_YEAR, "month"), (_DAYS_OF_A_YEAR, "day"))
