"""What is written of all reviews of a folder together: the portfolio and the calendar."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from legalai.batch.amendments import Amendments, Filed
from legalai.batch.portfolio import (
    CLOCK_TITLES,
    CONTRACT_TITLES,
    OBLIGATION_TITLES,
    Told,
    clock_cells,
    contract_cells,
    obligation_cells,
    portfolio_csv,
    portfolio_row,
)
from legalai.errors import InputError
from legalai.export import calendar_file, calendar_states
from legalai.export.calendar_events import events_of, in_calendar, is_unwatched
from legalai.export.calendar_merge import Scheduled
from legalai.export.calendar_states import Mark, is_draft, read_states
from legalai.export.files import write_whole
from legalai.export.json import review_from_json, to_json
from legalai.export.xlsx import Sheet, Value, workbook
from legalai.schema import Review

CSV, XLSX = "portfolio.csv", "portfolio.xlsx"
# Excel takes a CSV file for the machine's old code page where no byte-order mark says that it is UTF-8.
CSV_ENCODING = "utf-8-sig"


@dataclass
class Overview:
    """All contracts side by side.

    `drafts` are not in the calendar. `unwatched`: they renew by themselves, and no day to act on before is known.
    `out_of_date`: reviewed as of a day in a term that has since ended, and may have been renewed. `amended`: another
    file changes them, and their days are those without it.
    """

    amendments: Amendments = field(default_factory=lambda: Amendments.among(()))

    rows: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    contracts: list[Sequence[Value]] = field(default_factory=list[Sequence[Value]])
    clocks: list[Sequence[Value]] = field(default_factory=list[Sequence[Value]])
    obligations: list[Sequence[Value]] = field(default_factory=list[Sequence[Value]])
    scheduled: list[Scheduled] = field(default_factory=list[Scheduled])
    unwatched: list[str] = field(default_factory=list[str])
    drafts: list[str] = field(default_factory=list[str])
    out_of_date: list[str] = field(default_factory=list[str])
    amended: list[str] = field(default_factory=list[str])
    by_content: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    @property
    def copies(self) -> tuple[tuple[str, ...], ...]:
        """The names of files that are the same, byte for byte: each has entries and a state of its own."""
        return tuple(tuple(names) for names in self.by_content.values() if len(names) > 1)

    def add(self, name: str, review: Review, mark: Mark | None, as_of: date) -> None:
        """Enter one contract."""
        contract = review.contract
        told = Told(
            mark=mark,
            amends=self.amendments.amends(name, review),
            amended_by=self.amendments.amended_by(name),
        )
        events = events_of(name, contract, mark, as_of, amended_by=told.amended_by)
        told = replace(told, calendar=in_calendar(contract, mark, events, as_of))
        self.by_content.setdefault(contract.document.sha256, []).append(name)
        self.rows.append(portfolio_row(name, review, told))
        self.contracts.append(contract_cells(name, review, told))
        self.clocks += clock_cells(name, contract, mark)
        self.obligations += obligation_cells(name, contract, mark)
        self.scheduled.append(Scheduled(name, contract.document.sha256, events))
        if told.amended_by:
            self.amended.append(name)
        if is_draft(contract, mark):
            self.drafts.append(name)
        elif is_unwatched(contract, mark, events, as_of):
            end = contract.key_dates.current_term_end
            (self.out_of_date if end and end < as_of else self.unwatched).append(name)

    def workbook(self, as_of: date) -> bytes:
        """The tables, a sheet each."""
        sheets = (
            Sheet("Contracts", CONTRACT_TITLES, self.contracts),
            Sheet("Clocks", CLOCK_TITLES, self.clocks),
            Sheet("Obligations", OBLIGATION_TITLES, self.obligations),
        )
        return workbook(sheets, made_on=as_of)


def write(
    out: Path,
    reviews: Mapping[str, Path],
    *,
    as_of: date,
    alarm_days: Sequence[int] | None = None,
    unread: Collection[str] | None = (),
) -> Overview:
    """Write portfolio and calendar of the reviews in a folder: contract name -> its review.json.

    The review of a contract that another file amends is written again where it does not say so yet.

    `unread` and `alarm_days` are as `calendar` takes them. Raises: InputError for a review that cannot be read,
    ConfigError for states or a calendar that cannot.
    """
    marks = read_states(out / calendar_states.FILE_NAME)
    old = calendar_file.read_calendar(out / calendar_file.FILE_NAME)
    filed = (Filed.of(name, _review(path), marks.get(name)) for name, path in sorted(reviews.items()))
    made = Overview(amendments=Amendments.among(filed))
    for name, path in sorted(reviews.items()):
        review = _review(path)
        told = made.amendments.told_in(name, review)
        if told is not review:
            write_whole(path, to_json(told))
        made.add(name, told, marks.get(name), as_of)
    calendar = calendar_file.calendar(made.scheduled, old, as_of=as_of, alarm_days=alarm_days, unread=unread)
    write_whole(out / CSV, portfolio_csv(made.rows).encode(CSV_ENCODING))
    write_whole(out / XLSX, made.workbook(as_of))
    write_whole(out / calendar_file.FILE_NAME, calendar)
    return made


def _review(path: Path) -> Review:
    try:
        return review_from_json(path.read_bytes(), name=str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from None
