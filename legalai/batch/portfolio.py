"""The portfolio: one line for every reviewed contract, and lists of what runs out, for a spreadsheet."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from legalai.export import words
from legalai.export.calendar_events import clocks_of
from legalai.export.calendar_states import Mark, state_words
from legalai.export.xlsx import Value, inert
from legalai.extract.dates.clocks import STOP
from legalai.extract.dates.exits.break_right import BREAK
from legalai.schema import Clock, Contract, KeyDate, KeyDates, Period, Review

COLUMNS = (
    "name",
    "status",
    "title",
    "contract_type",
    "parties",
    "execution",
    "governing_law",
    "jurisdiction",
    "agreement_date",
    "effective_date",
    "expiration_date",
    "expiration_status",
    "initial_term",
    "renewal",
    "notice_period",
    "current_term_end",
    "window_opens",
    "notice_deadline",
    "send_by",
    "as_of",
    "high",
    "medium",
    "low",
    "info",
    "negotiation_points",
    "issues",
    "pages",
    "characters",
    "sha256",
    "state",
    "calendar",
    "note",
    "amends",
    "amended_by",
    "break_by",
    "break_on",
    "notice_of",
)
CONTRACT_TITLES = (
    "File",
    "Title",
    "Parties",
    "Law",
    "Agreement date",
    "Effective date",
    "Expiration date",
    "Term",
    "Renewal",
    "Notice period",
    "Current term end",
    "Window opens",
    "Notice by",
    "Send by",
    "Notice of",
    "State",
    "Calendar",
    "Amends",
    "Amended by",
    "Note",
    "Issues",
    "Review",
    "As of",
)
CLOCK_TITLES = (
    "File",
    "State",
    "Instrument",
    "Party",
    "What",
    "Notice",
    "Form",
    "To",
    "Not by",
    "Copy to",
    "Hour",
    "Window opens",
    "Notice by",
    "Send by",
    "Takes effect",
    "Enforceability",
)
OBLIGATION_TITLES = (
    "File",
    "State",
    "Who",
    "To whom",
    "Kind",
    "What",
    "If",
    "By when",
    "Day",
    "Clause",
    "Page",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of a contract beside its review: its state, what the calendar has of it, and its amendments."""

    mark: Mark | None = None
    calendar: str = ""
    amends: str = ""
    amended_by: str = ""

    @property
    def in_calendar(self) -> str:
        """What the calendar has, behind a call to read where another file changes the contract."""
        return f"CHECK: amended; {self.calendar}" if self.amended_by else self.calendar


def portfolio_row(name: str, review: Review, told: Told) -> dict[str, str]:
    """The line of one review: every column, as text; empty where there is nothing."""
    contract, dates = review.contract, review.contract.key_dates
    break_right, notice = _next_break(dates), _next_notice(dates)
    severities = Counter(finding.severity for finding in review.findings)
    values: dict[str, object] = {
        "name": name,
        "status": review.status,
        "title": contract.title,
        "contract_type": contract.contract_type,
        "parties": "; ".join(party.name for party in contract.parties),
        "execution": contract.execution.status,
        "governing_law": contract.governing_law.name if contract.governing_law else None,
        "jurisdiction": review.jurisdiction.id,
        "agreement_date": _day(dates.agreement_date),
        "effective_date": _day(dates.effective_date),
        "expiration_date": _day(dates.expiration_date),
        "expiration_status": dates.expiration_date.status,
        "initial_term": _period(dates.initial_term),
        "renewal": dates.renewal.kind,
        "notice_period": _period(dates.notice_period),
        "current_term_end": dates.current_term_end,
        "window_opens": notice.window_opens,
        "notice_deadline": notice.last_day,
        "send_by": notice.send_by,
        "as_of": dates.as_of,
        "high": severities["high"],
        "medium": severities["medium"],
        "low": severities["low"],
        "info": severities["info"],
        "negotiation_points": len(review.negotiation_points),
        "issues": " ".join(sorted({issue.code for issue in review.issues})),
        "pages": contract.document.pages,
        "characters": contract.document.characters,
        "sha256": contract.document.sha256,
        "state": state_words(contract, told.mark),
        "calendar": told.in_calendar,
        "note": told.mark.note if told.mark else None,
        "amends": told.amends,
        "amended_by": told.amended_by,
        "break_by": break_right.notice_by if break_right else None,
        "break_on": break_right.effective_on if break_right else None,
        "notice_of": notice.of,
    }
    return {column: "" if values[column] is None else str(values[column]) for column in COLUMNS}


def portfolio_csv(rows: Iterable[Mapping[str, str]]) -> str:
    """CSV with one physical line for each row, the column names first."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([inert(row[column]) for column in COLUMNS] for row in rows)
    return text.getvalue()


def contract_cells(name: str, review: Review, told: Told) -> tuple[Value, ...]:
    """One review under `CONTRACT_TITLES`; days are dates."""
    contract, dates = review.contract, review.contract.key_dates
    notice = _next_notice(dates)
    return (
        name,
        contract.title or contract.contract_type,
        "; ".join(party.name for party in contract.parties),
        contract.governing_law.name if contract.governing_law else None,
        _day(dates.agreement_date),
        _day(dates.effective_date),
        _day(dates.expiration_date),
        words.period(dates.initial_term),
        words.renewal(dates.renewal),
        words.period(dates.notice_period),
        dates.current_term_end,
        notice.window_opens,
        notice.last_day,
        notice.send_by,
        notice.of,
        state_words(contract, told.mark),
        told.in_calendar,
        told.amends or None,
        told.amended_by or None,
        told.mark.note if told.mark else None,
        len(review.issues),
        review.status,
        dates.as_of,
    )


def clock_cells(name: str, contract: Contract, mark: Mark | None) -> list[tuple[Value, ...]]:
    """Every clock of a contract under `CLOCK_TITLES`."""
    return [
        (
            name,
            state_words(contract, mark),
            clock.instrument,
            clock.party,
            clock.what,
            words.period(clock.notice.period),
            clock.notice.form,
            clock.notice.address,
            clock.notice.not_by,
            clock.notice.copy_to,
            clock.notice.hour,
            clock.window_opens,
            clock.notice_by,
            clock.send_by,
            clock.effective_on,
            clock.enforceability,
        )
        for clock in clocks_of(contract.key_dates)
    ]


def obligation_cells(name: str, contract: Contract, mark: Mark | None) -> list[tuple[Value, ...]]:
    """The obligations of a contract that have a deadline, under `OBLIGATION_TITLES`."""
    return [
        (
            name,
            state_words(contract, mark),
            each.obligor_party or each.obligor,
            each.obligee_party or each.obligee,
            each.modality,
            each.action,
            each.condition,
            each.deadline.text,
            each.deadline.day,
            each.number,
            each.page,
        )
        for each in contract.obligations
        if each.deadline is not None
    ]


@dataclass(frozen=True, slots=True)
class _Notice:
    """The days of the notice that a line tells, and whose, or for which order, it is where that is not plain."""

    window_opens: date | None
    last_day: date | None
    send_by: date | None
    of: str | None


def _next_notice(dates: KeyDates) -> _Notice:
    """The notice of the contract; where only its orders renew, that of the order whose last day comes next."""
    own = _Notice(dates.window_opens, dates.notice_deadline, dates.send_by, dates.notice_of)
    coming = [c for c in dates.clocks if c.what == STOP and c.notice_by and c.notice_by >= dates.as_of]
    if own.last_day or not coming:
        return own
    clock = min(coming, key=lambda each: each.notice_by or date.max)
    return _Notice(clock.window_opens, clock.notice_by, clock.send_by, clock.instrument)


def _next_break(dates: KeyDates) -> Clock | None:
    """The right to break whose last day for notice comes next."""
    coming = [(clock.notice_by, clock) for clock in dates.clocks if clock.what == BREAK and clock.notice_by]
    return min((each for each in coming if each[0] >= dates.as_of), key=lambda each: each[0], default=(None, None))[1]


def _day(value: KeyDate) -> date | str | None:
    return value.value


def _period(value: Period | None) -> str | None:
    if value is None:
        return None
    business = " business" if value.day_count == "business" else ""
    days = f" {value.and_days} day" if value.and_days else ""
    return f"{value.amount:g}{business} {value.unit}{days}"
