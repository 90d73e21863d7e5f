"""rates.toml: figures of the law that change, each with the days it holds for; no rule has them in its prose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from legalai.config_files import Settings, check_ids_differ


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as a number: a percentage, or a sum in a currency."""

    number: float
    unit: str | None = None


class RateValue(Settings):
    """What a figure is from one day until another. `checked_on` only where somebody opened the source.

    `number` is the figure that triggers and facts compare with, `unit` its currency where it is a sum.
    """

    text: str = Field(min_length=1, description='as it is told: "11.75% a year", "EUR 40"')
    number: float | None = Field(default=None, gt=0)
    unit: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    holds_from: date
    holds_until: date | None = None
    basis: str
    checked_on: date | None = None

    @model_validator(mode="after")
    def _window_is_a_window(self) -> Self:
        if self.holds_until is not None and self.holds_from > self.holds_until:
            raise ValueError("holds_from is later than holds_until")
        return self

    def holds(self, day: date) -> bool:
        """Whether the figure is in force on a day."""
        return self.holds_from <= day and (self.holds_until is None or day <= self.holds_until)


class Rate(Settings):
    """A figure of the law that changes. A rule's words name it as {{ rate.<id> }}."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")
    what: str
    values: tuple[RateValue, ...] = Field(min_length=1)

    def told(self, day: date) -> str:
        """The figure of a day in words; the last one known, and that it is, where none holds on that day."""
        value = self._of(day)
        if value is None:
            last = self._last()
            until = f" until {_day(last.holds_until)}" if last.holds_until is not None else ""
            return f"{last.text} (the figure of {_day(last.holds_from)}{until}; that of {_day(day)} is not known here)"
        doubt = "" if value.checked_on is not None else ", to be confirmed"
        if value.holds_until is not None:
            return f"{value.text} ({_day(value.holds_from)} to {_day(value.holds_until)}{doubt})"
        return f"{value.text} (since {_day(value.holds_from)}{doubt})"

    def plain(self, day: date) -> str:
        """The figure of a day alone, for the words of a contract; the last one known in brackets where none holds."""
        value = self._of(day)
        return value.text if value is not None else f"[{self._last().text}]"

    def figure(self, day: date) -> Figure | None:
        """The figure of a day as a number, the last one known where none holds; None where the table has none."""
        value = self._of(day) or self._last()
        return Figure(value.number, value.unit) if value.number is not None else None

    def is_checked(self, day: date) -> bool:
        """Whether a figure is known for a day whose source somebody opened."""
        value = self._of(day)
        return value is not None and value.checked_on is not None

    def _of(self, day: date) -> RateValue | None:
        return next((each for each in self.values if each.holds(day)), None)

    def _last(self) -> RateValue:
        return max(self.values, key=lambda each: each.holds_from)


class RatesFile(Settings):
    """What rates.toml holds."""

    rates: tuple[Rate, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        check_ids_differ(self.rates, "rates")
        return self


@dataclass(frozen=True, slots=True)
class RatesOfDay:
    """The figures of one day by their ids: with their days and doubt for prose, alone for the words of a contract.

    `figures` as numbers, where the table has them; `unchecked`: the ids of those that are doubted.
    """

    told: Mapping[str, str]
    plain: Mapping[str, str]
    figures: Mapping[str, Figure]
    unchecked: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rates: Iterable[Rate], day: date) -> "RatesOfDay":
        """The figures of a day; of two with one id the later counts."""
        counting = {rate.id: rate for rate in rates}
        return cls(
            {name: rate.told(day) for name, rate in counting.items()},
            {name: rate.plain(day) for name, rate in counting.items()},
            {name: figure for name, rate in counting.items() if (figure := rate.figure(day)) is not None},
            frozenset(name for name, rate in counting.items() if not rate.is_checked(day)),
        )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
