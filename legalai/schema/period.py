"""A length of time as a contract counts it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from legalai.schema.quote import Quote

Unit = Literal["day", "week", "month", "year"]
DayCount = Literal["calendar", "business"]


@dataclass(frozen=True, kw_only=True)  # no slots: QuotedPeriod has a second base with them
class Period:
    """A length of time as the contract counts it.

    `and_days`: calendar days beside weeks, months or years ("three months and fifteen days"), counted after them.
    """

    amount: int | float
    unit: Unit
    day_count: DayCount = "calendar"
    and_days: int = 0

    @property
    def in_words(self) -> str:
        """The length as one says it: "30 business days", "3 months and 15 days"."""
        business = "business " if self.day_count == "business" else ""
        days = f" and {self.and_days} day{'' if self.and_days == 1 else 's'}" if self.and_days else ""
        return f"{self.amount:g} {business}{self.unit}{'' if self.amount == 1 else 's'}{days}"

    @property
    def size(self) -> tuple[int | float, Unit, int]:
        """What two periods have in common that are equally long, business days or not."""
        return self.amount, self.unit, self.and_days

    def about(self, of_unit: Mapping[str, float], *, day: float = 1) -> float:
        """How much the length is of something, given how much each unit is of it, and each day beside them."""
        return self.amount * of_unit[self.unit] + self.and_days * day

    def said(self, text: str, start: int, end: int) -> "QuotedPeriod":
        """The length with the words that state it."""
        return QuotedPeriod(
            amount=self.amount,
            unit=self.unit,
            day_count=self.day_count,
            and_days=self.and_days,
            text=text,
            start=start,
            end=end,
        )

    def bare(self) -> "Period":
        """The length without the words that state it."""
        return Period(amount=self.amount, unit=self.unit, day_count=self.day_count, and_days=self.and_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPeriod(Period, Quote):
    """A period with the words that state it."""
