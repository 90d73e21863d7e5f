"""Clause numbers that say which schedule they are in: "Sch 2 para 4.1"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from legalai.extract.parts.annexes import Annex, find_annexes
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Citation, Contract

_SHORT = {
    "schedule": "Sch",
    "exhibit": "Exh",
    "annex": "Annex",
    "appendix": "App",
    "attachment": "Att",
}


def with_schedule_numbers(contract: Contract, passages: Sequence[Passage]) -> Contract:
    """The contract with every numbered citation inside a schedule numbered as of that schedule."""
    annexes = find_annexes(passages)
    firsts = [annex.first for annex in annexes]
    starts = [passage.start for passage in passages]

    def number(citation: Citation) -> str | None:
        place = bisect_right(starts, citation.start) - 1
        position = bisect_right(firsts, place) - 1
        # Where the reader of the file saw no schedule, a title may be a line of a list: a wrong schedule misleads more.
        if place < 0 or position < 0 or passages[place].part != "schedule":
            return citation.number
        return _number(annexes[position], citation.number)

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


def _number(annex: Annex, number: str | None) -> str | None:
    return f"{_SHORT[annex.name.kind]} {str(annex.name).partition(' ')[2]} para {number}" if number else None
