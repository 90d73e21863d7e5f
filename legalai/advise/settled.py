"""A rule of law as it stands to one deal: with the figures of the day, without what a known fact takes out of it."""

import re
from collections.abc import Iterable, Mapping

from legalai.advise.reading import Reading
from legalai.errors import ConfigError
from legalai.jurisdictions import Fact, Rule
from legalai.jurisdictions.profile import LawTrigger
from legalai.jurisdictions.rates import Figure
from legalai.schema import Amount

# What a sum of these kinds is for is not lent.
_NOT_LENT = frozenset({"fee", "insurance", "cap", "par value"})
# Characters before a sum within which the same words say what it is: "in the principal amount of up to USD 5,000,000".
_BEFORE = 70
_BREAK = re.compile(r"[,;]\s|\.\s+(?=[A-Z])")


def settled(rule: Rule, known: Mapping[str, bool], figures: Mapping[str, Figure]) -> Rule | None:
    """The rule with the triggers that known facts leave of it, each supposing only what is not known; None without."""
    if not any(each.supposes or each.percent_over_rate for each in rule.when):
        return rule
    left = [each for each in rule.when if all(known.get(fact) is not False for fact in each.supposes)]
    when = tuple(_of_the_day(each, known, figures) for each in left)
    return rule.model_copy(update={"when": when}) if when else None


def _of_the_day(trigger: LawTrigger, known: Mapping[str, bool], figures: Mapping[str, Figure]) -> LawTrigger:
    supposes = tuple(fact for fact in trigger.supposes if fact not in known)
    changed: dict[str, object] = {"supposes": supposes}
    if trigger.percent_over_rate is not None:
        name, _, parts = trigger.percent_over_rate.partition("/")
        changed["percent_over"] = _figure(figures, name).number / int(parts or 1)
    return trigger.model_copy(update=changed)


def _figure(figures: Mapping[str, Figure], name: str) -> Figure:
    """A figure by its name. Raises: ConfigError."""
    if name not in figures:
        raise ConfigError(f"rates.toml has no rate '{name}' with a number.")
    return figures[name]


def with_sums(
    reading: Reading, facts: Iterable[Fact], known: Mapping[str, bool], figures: Mapping[str, Figure]
) -> dict[str, bool]:
    """The known facts with those that a sum of the contract shows to fail."""
    failing = {each.id: False for each in facts if each.id not in known and _fails(reading, each, known, figures)}
    return {**known, **failing}


def _fails(reading: Reading, fact: Fact, known: Mapping[str, bool], figures: Mapping[str, Figure]) -> bool:
    bound = fact.fails_from
    if bound is None or any(known.get(name) is not holds for name, holds in bound.where.items()):
        return False
    least = _figure(figures, bound.rate)
    said = (each for each in reading.contract.amounts if each.kind not in _NOT_LENT and each.currency == least.unit)
    return any(each.value >= least.number and _is_said_of(reading, each, bound.said_of) for each in said)


def _is_said_of(reading: Reading, amount: Amount, phrases: tuple[str, ...]) -> bool:
    """Whether the words right before a sum say what it is for."""
    before = reading.document.text[max(0, amount.start - _BEFORE) : amount.start]
    return reading.holds(_BREAK.split(before)[-1], phrases)
