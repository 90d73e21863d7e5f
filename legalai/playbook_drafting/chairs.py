"""Which of a firm's contracts count: signed ones, with the firm among the parties, on the side that is drafted for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.advise.acting_for import Stance, seat, take_side
from legalai.advise.reading import Reading
from legalai.errors import ConfigError
from legalai.playbook import SideName
from legalai.schema import Contract, Document

Reason = Literal["unsigned", "copy", "other side", "not a party"]


@dataclass(frozen=True, slots=True)
class Source:
    """A contract as it was read from a file."""

    name: str
    document: Document
    contract: Contract


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A contract that does not count, and why in words."""

    name: str
    reason: Reason
    why: str


@dataclass(frozen=True)
class Practice:
    """The contracts that count, from the firm's chair, and those that do not."""

    side: SideName
    readings: tuple[tuple[str, Reading], ...]
    left_out: tuple[LeftOut, ...]

    def left(self, reason: Reason) -> tuple[LeftOut, ...]:
        """Those that do not count for one reason."""
        return tuple(each for each in self.left_out if each.reason == reason)


def practice_of(
    sources: Iterable[Source], *, acting_for: Sequence[str], side: SideName, include_unsigned: bool = False
) -> Practice:
    """Sorts contracts into those that count and those that do not; the first of `acting_for` that is a party is us."""
    readings: list[tuple[str, Reading]] = []
    left_out: list[LeftOut] = []
    seen: dict[str, str] = {}
    for source in sources:
        copy_of = seen.setdefault(source.document.facts.sha256, source.name)
        stance = _stance(source.contract, acting_for)
        status = source.contract.execution.status
        if copy_of != source.name:
            left_out.append(LeftOut(source.name, "copy", f"the same file as {copy_of}"))
        elif isinstance(stance, str):
            left_out.append(LeftOut(source.name, "not a party", stance))
        elif stance.side not in {side, None} and not stance.side_assumed:
            left_out.append(LeftOut(source.name, "other side", f"here we are the {stance.side}"))
        elif status != "signed" and not include_unsigned:
            left_out.append(LeftOut(source.name, "unsigned", _STATUS[status]))
        else:
            readings.append((source.name, Reading(source.document, source.contract, stance)))
    return Practice(side, tuple(readings), tuple(left_out))


_STATUS = {
    "unsigned": "not signed",
    "partly": "signed in part",
    "unknown": "whether it is signed is not shown",
    "signed": "signed",
}


def _stance(contract: Contract, acting_for: Sequence[str]) -> Stance | str:
    """Our chair; or why there is none, without a word of the contract."""
    for name in acting_for:
        try:
            us = take_side(contract, name).us
        except ConfigError:
            continue
        if us is not None:
            return seat(contract, us)
    asked = " or ".join(f"'{name}'" for name in acting_for)
    return f"{asked} is not one of its parties, or could be more than one"
