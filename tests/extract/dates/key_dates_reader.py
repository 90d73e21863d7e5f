"""Key dates of a few lines of text."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.given_values import GivenValue
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, GoverningLaw, KeyDates, Party, Period
from tests.extract.passage_builder import document_of, passages_of

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
    triggers: Mapping[str, GivenValue] = MappingProxyType({}),
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


OPENING = (
    'This Services Agreement is made on January 15, 2025 between Acme Ltd ("Supplier") and Widget Ltd ("Customer").'
)
TERM = "2. Term. The initial term begins on February 1, 2025 and ends on January 31, 2026."


def told_of(*texts: str, law: str | None, as_of: date) -> dict[str, object]:
    """What is said of a contract with these texts; every quote of every proof has been looked up."""
    passages = passages_of(OPENING, *texts)
    found = dates_of(passages, jurisdiction=law, as_of=as_of, parties=find_parties(passages, ()))
    text = document_of(passages)
    for step in (*found.proof, *(step for clock in found.clocks for step in clock.proof)):
        assert all(text[quote.start : quote.end] == quote.text for quote in step.quotes)
    return {
        "kind": found.renewal.kind,
        "renewal": _worded(found.renewal.term),
        "notice": _worded(found.notice_period),
        "end": found.current_term_end,
        "deadline": found.notice_deadline,
        "send_by": found.send_by,
        "expiration": found.expiration_date.value,
        "clocks": {clock.notice_by for clock in found.clocks if clock.notice_by},
    }


def _worded(period: Period | None) -> str | None:
    return f"{period.amount} {period.unit}" if period else None
