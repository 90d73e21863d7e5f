"""Clause numbers that say which schedule they are in: "Sch 2 para 4.1"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from legalai.extract.parts.annexes import Annex, find_annexes
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Citation, Contract

_INSIDE = " para "
_SHORT = {
    "schedule": "Sch",
    "exhibit": "Exh",
    "annex": "Annex",
    "appendix": "App",
    "attachment": "Att",
}


@dataclass(frozen=True, slots=True)
class ScheduleNumbers:
    """How the clauses of a document's schedules are numbered; `firsts` are offsets, one for each of `annexes`."""

    annexes: tuple[Annex, ...]
    firsts: tuple[int, ...]

    def of(self, start: int, number: str | None) -> str | None:
        """The number of a clause of the schedule that a place stands in: "Sch 2 para 4.1" for its 4.1."""
        position = bisect_right(self.firsts, start) - 1
        if position < 0 or not number or _INSIDE in number:
            return number
        name = self.annexes[position].name
        return f"{_SHORT[name.kind]} {str(name).partition(' ')[2]}{_INSIDE}{number}"


def schedule_numbers(passages: Sequence[Passage]) -> ScheduleNumbers:
    """The numbers of a document whose sentences, or whole paragraphs, these are."""
    annexes = find_annexes(passages)
    return ScheduleNumbers(annexes, tuple(passages[annex.first].start for annex in annexes))


def clause_words(number: str | None) -> str:
    """What one calls the clause of a number: those of schedules say so themselves ("Sch 2 para 4.1")."""
    return "" if number is None else number if _INSIDE in number else f"clause {number}"


def within(number: str) -> tuple[str, str]:
    """The schedule of a number, empty for the body, and the number inside of it."""
    schedule, _, own = number.rpartition(_INSIDE)
    return schedule, own


def with_schedule_numbers(contract: Contract, passages: Sequence[Passage]) -> Contract:
    """The contract with every numbered citation inside a schedule numbered as of that schedule."""
    numbers = schedule_numbers(passages)
    starts = [passage.start for passage in passages]

    def number(citation: Citation) -> str | None:
        place = bisect_right(starts, citation.start) - 1
        # Where the reader of the file saw no schedule, a title may be a line of a list: a wrong schedule misleads more.
        if place < 0 or passages[place].part != "schedule":
            return citation.number
        return numbers.of(citation.start, citation.number)

    def numbered(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(numbered(each) for each in value)  # pyright: ignore[reportUnknownVariableType]
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed = {field.name: numbered(getattr(value, field.name)) for field in fields(value)}
        if isinstance(value, Citation):
            changed["number"] = number(value)
        return replace(value, **changed)

    return replace(
        contract,
        **{
            field.name: numbered(getattr(contract, field.name))
            for field in fields(contract)
            if field.name != "document"
        },
    )
