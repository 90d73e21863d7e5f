"""What a firm's contracts come to for one quantity: the best it gets, what it mostly accepts, the worst it signed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.playbook import SideName
from legalai.playbook_drafting.quantities import Quantity, Seen, Value

# Fewer contracts than this show no practice of the firm.
FEWEST = 3
OFTEN = 4


@dataclass(frozen=True, slots=True)
class Observed:
    """A value in one contract: the contract's name, and the number of the clause where it has one."""

    contract: str
    number: str | None
    value: Value

    @classmethod
    def of(cls, contract: str, seen: Seen) -> "Observed":
        """What was read in a contract."""
        return cls(contract, seen.citation.number, seen.value)


@dataclass(frozen=True, slots=True)
class Settled:
    """The three places of a position, as the contracts show them."""

    preferred: Value
    fallback: Value
    worst: Value


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was read about one quantity."""

    quantity: Quantity
    observed: tuple[Observed, ...]

    @property
    def contracts(self) -> int:
        """How many contracts settle it."""
        return len({each.contract for each in self.observed})

    @property
    def enough(self) -> bool:
        """Whether so many contracts settle it that they show a practice."""
        return self.contracts >= FEWEST

    def counts(self) -> list[tuple[Value, int]]:
        """Each value with how many contracts have it, the most frequent first."""
        return sorted(Counter(each.value for each in self.observed).items(), key=lambda each: (-each[1], str(each[0])))


def settle(quantity: Quantity, values: Sequence[Value], side: SideName) -> Settled:
    """Preferred: the best that one contract in four has, else the median. Fallback: what most have. `values`: some.

    Of values that are equally frequent the fallback is the one nearest the median; no preference is worse than it.
    """
    ranked = sorted(values, key=lambda value: (quantity.rank(value, side), str(value)))
    counts, median = Counter(values), ranked[(len(ranked) - 1) // 2]
    middle = quantity.rank(median, side)
    fallback = min(counts, key=lambda value: (-counts[value], abs(quantity.rank(value, side) - middle), str(value)))
    if quantity.favours[side] == ():
        others = [value for value, _ in counts.most_common() if value != fallback]
        return Settled(fallback, others[0] if others else fallback, fallback)
    often = [value for value in ranked if counts[value] * OFTEN >= len(values)]
    preferred = min([*(often[:1] or [median]), fallback], key=lambda value: quantity.rank(value, side))
    return Settled(preferred, fallback, ranked[-1])
