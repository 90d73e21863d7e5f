"""Key dates of a few lines of text."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, GoverningLaw, KeyDates, Party
from tests.extract.passage_builder import passages_of

PREAMBLE = 'This Services Agreement is made as of March 1, 2024 (the "Effective Date") by and between Acme and Bolt.'

TODAY = date(2026, 11, 21)


def law(jurisdiction: str) -> GoverningLaw:
    return GoverningLaw(value=jurisdiction, name="", text="", start=0, end=0)


def read(
    *texts: str, clauses: tuple[Clause, ...] = (), jurisdiction: str | None = "us-ny", as_of: date = TODAY
) -> KeyDates:
    passages = passages_of(*texts)
    return dates_of(passages, clauses, jurisdiction, as_of)


def dates_of(
    passages: tuple[Passage, ...],
    clauses: tuple[Clause, ...] = (),
    jurisdiction: str | None = "us-ny",
    as_of: date = TODAY,
    *,
    triggers: Mapping[str, date] = MappingProxyType({}),
    parties: tuple[Party, ...] = (),
) -> KeyDates:
    return find_key_dates(
        passages,
        clauses,
        parties=parties,
        defined_terms=(),
        governing_law=law(jurisdiction) if jurisdiction else None,
        as_of=as_of,
        triggers=triggers,
    )
