"""What one passage says of the term of a contract."""

from dataclasses import dataclass

from legalai.deadlines.calendar import TermRule
from legalai.extract.dates.term.grid_term import GridEnd
from legalai.extract.dates.term.term_origin import Origin
from legalai.extract.dates.term.year_end import YearEnd
from legalai.extract.dates.values.dates import FoundDate
from legalai.extract.dates.values.periods import FoundPeriod
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class TermReading:
    """What one passage says of the term.

    `rule`: whether its first day counts, and `first_day_said`: the text says so; `named`: what it runs from, by
    name; `behind`: the words put it after that day; `month_end`: it runs to the month's end.
    """

    passage: Passage
    end: FoundDate | None = None
    length: Period | None = None
    length_at: tuple[int, int] | None = None
    origin: Origin = "unsaid"
    origin_day: FoundDate | None = None
    named: str | None = None
    rule: TermRule | None = None
    behind: bool = False
    anniversary_said: bool = False
    first_day_said: bool = False
    month_end: bool = False
    perpetual: bool = False
    uncertain: bool = False
    amended: bool = False
    year_end: YearEnd | None = None
    grid: GridEnd | None = None
    conflicting: FoundPeriod | None = None
    blank: Quote | None = None
