"""Tables of terms: a header such as "Service | Start | End | Term", and a row for each thing that is ordered."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legalai.extract.segmentation.labels import Subject, label_of
from legalai.extract.segmentation.passages import Passage

# A cell that is nothing but a day: "1 March 2026", "2026-03-01", "03/01/2026".
_DAY = re.compile(
    r"\W*(?:\d{1,2}(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?[A-Za-z]{3,9}\.?[\s,.-]+\d{2,4}|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\W*"
)
# The plan of a project: its phases have days too, and are no terms.
_PHASE = re.compile(
    r"\W*(?:phase|milestone|stage|task|sprint|deliverable|week|month|step|work\s?package|\d{1,2}\W*$)", re.IGNORECASE
)
_LONGEST_CELL = 90
_MOST_LEADING = 4
_DATED: tuple[Subject, ...] = ("effective", "expiration")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is about, where a cell says so, and the cells under the labels for the term."""

    name: str | None
    values: Mapping[Subject, Passage]
    header: tuple[Passage, ...]
    cells: tuple[Passage, ...]


def find_rows(passages: Sequence[Passage]) -> tuple[Row, ...]:
    """The rows of every table whose header has a start, with an end or a length."""
    return tuple(row for start, header in _headers(passages) for row in _rows(passages, start, header))


def _headers(passages: Sequence[Passage]) -> Iterator[tuple[int, tuple[Subject, ...]]]:
    """Where the cells below a header begin, and the subjects of its labels."""
    run: list[Subject] = []
    for index, passage in enumerate((*passages, None)):
        subject = label_of(passage.text) if passage else None
        if subject:
            run.append(subject)
            continue
        if "effective" in run and len(run) > 1 and ({"expiration", "term"} & set(run)):
            yield index, tuple(run)
        run = []


def _rows(passages: Sequence[Passage], start: int, header: Sequence[Subject]) -> Iterator[Row]:
    """The rows below a header, aligned by the cell that holds the first day."""
    first = next(i for i, subject in enumerate(header) if subject in _DATED)
    at = next((i for i, p in enumerate(passages[start : start + _MOST_LEADING + len(header)]) if _is_day(p)), None)
    if at is None or at < first:
        return
    begin = start
    leading, width = at - first, at - first + len(header)
    while start + width <= len(passages):
        cells = passages[start : start + width]
        if not _is_day(cells[at]) or any(len(cell.text) > _LONGEST_CELL for cell in cells):
            return
        named = cells[0].text if leading or header[0] == "other" else None
        if _PHASE.match(cells[0].text):
            return
        values: dict[Subject, Passage] = {s: cells[leading + i] for i, s in enumerate(header) if s in (*_DATED, "term")}
        yield Row(named, values, tuple(passages[begin - len(header) : begin]), tuple(cells))
        start += width


def _is_day(cell: Passage) -> bool:
    return _DAY.fullmatch(cell.text) is not None
