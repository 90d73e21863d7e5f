"""Ways out of a contract without an end, in another language than English: the notice, and the days it may end on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from legalai.deadlines.stretches import Stretch
from legalai.extract.clauses.pointers import quote, whole
from legalai.extract.dates.exits.grid_exit import GridExit
from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.values.dates import find_dates
from legalai.extract.languages.lengths import Length, find_lengths
from legalai.extract.languages.paragraphs import sentences
from legalai.extract.languages.wordings import Wordings
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, ProofStep, Quote

_ENDS: tuple[tuple[str, Stretch], ...] = (
    ("half_month_end", "half-month"),
    ("half_year_end", "half-year"),
    ("quarter_end", "quarter"),
    ("month_end", "month"),
    ("year_end", "year"),
)
# "to the tenth or to the end of a month" has more ends than are read.
_OR = re.compile(r"\b(?:oder|ou|od?|of)\s+$", re.IGNORECASE)
_MAIN = "main agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exit:
    """A sentence that lets a party leave: on what notice, at the end of which stretches, and from when on.

    `grid`: None where it may be any day. `first`: the first end there is; `is_open`: not all of them are read.
    """

    notice: NoticeReading
    grid: Stretch | None
    said: Quote
    first: date | None = None
    is_open: bool = False

    @property
    def right(self) -> Clock:
        """The right without a day."""
        period = self.notice.period
        rule = f"on notice of {period.in_words}" if period else "on notice"
        step = ProofStep(
            step="right to end", result="end the contract at will", quotes=(whole(self.notice.passage),), rule=rule
        )
        return Clock(
            party=None,
            instrument=_MAIN,
            what="end the contract at will",
            notice=NoticeTerms(period=period),
            proof=(step,),
        )


def find_exits(paragraphs: Sequence[Passage], wordings: Wordings) -> tuple[Exit, ...]:
    """Every sentence with one notice for leaving without a reason; each pair of notice and days once."""
    read = [found for p in paragraphs for s in sentences(p) if (found := _read(s, wordings))]
    different = {(each.notice.period.size if each.notice.period else None, each.grid): each for each in reversed(read)}
    return tuple(reversed(different.values()))


def grid_exit(exits: Sequence[Exit]) -> GridExit | None:
    """The exit whose days can be told: the only one there is, at the end of a stretch."""
    if len(exits) != 1 or exits[0].grid is None or exits[0].is_open:
        return None
    found = exits[0]
    assert found.grid is not None
    return GridExit(grid=found.grid, notice=found.notice, said=found.said, first=found.first)


def _read(sentence: Passage, wordings: Wordings) -> Exit | None:
    text = sentence.text
    if not wordings.any_of("at_any_end").search(text) or wordings.any_of("for_cause").search(text):
        return None
    if wordings.any_of("renews").search(text) or not wordings.any_of("notice").search(text):
        return None
    ends = list(_ends(text, wordings))
    lengths = [each for each in find_lengths(text, wordings) if not any(_overlap(each, end) for end, _ in ends)]
    if len(lengths) != 1 or len({grid for _, grid in ends}) > 1:
        return None
    said = quote(sentence, lengths[0].start, lengths[0].end)
    notice = NoticeReading(passage=sentence, period=lengths[0].period.said(said.text, said.start, said.end))
    later = wordings.any_of("first_exit").search(text)
    days = [each.value for each in find_dates(text, order="dmy") if later and each.start >= later.start()]
    first = days[0] if len(days) == 1 else None
    return Exit(
        notice=notice,
        grid=ends[0][1] if ends else None,
        said=quote(sentence, *ends[0][0]) if ends else whole(sentence),
        first=first,
        is_open=(later is not None and first is None) or any(_OR.search(text[: end[0]]) for end, _ in ends),
    )


def _ends(text: str, wordings: Wordings) -> Iterator[tuple[tuple[int, int], Stretch]]:
    """The stretches at whose end the contract may be left, and where they are named."""
    halves: list[tuple[int, int]] = []
    for name, stretch in _ENDS:
        for match in re.finditer(rf"(?<!\w)(?:{wordings.any_of(name).pattern})(?!\w)", text, re.IGNORECASE):
            if any(start <= match.start() < end for start, end in halves):
                continue  # the month-end that is one of the two
            if stretch == "half-month":
                halves.append(match.span())
            yield match.span(), stretch


def _overlap(length: Length, span: tuple[int, int]) -> bool:
    return length.start < span[1] and span[0] < length.end
