"""Putting the figures of a firm's contracts into the words of a draft: ${quantity.place}."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from legalai.advise.measures import in_words
from legalai.playbook import SideName
from legalai.playbook_drafting.choices import NOTHING
from legalai.playbook_drafting.quantities import Value
from legalai.playbook_drafting.settled import Evidence, Settled, settle

_PLACE = re.compile(r"\$\{([a-z-]+)\.([a-z_]+)\}")
Places = Mapping[str, Mapping[str, Any]]


def places_of(evidence: Evidence, side: SideName) -> Mapping[str, Any]:
    """What a draft may speak of for a quantity that contracts settle."""
    if evidence.quantity.many:
        return _places_of_many(evidence, side)
    settled = settle(evidence.quantity, [each.value for each in evidence.observed], side)
    if evidence.quantity.unit is not None:
        return figures(settled)
    said = evidence.quantity.said
    accepted = [str(value) for value, _ in evidence.counts()]
    return {
        "preferred": said(settled.preferred),
        "fallback": said(settled.fallback),
        "worst": said(settled.worst),
        "accepted": _phrases(accepted),
        "accepted_words": either(accepted),
    }


def figures(settled: Settled) -> Mapping[str, Any]:
    """The three places of a figure, with what bounds and words need of them.

    `bound` and `worst_bound`: the fallback and the worst in days, so that the months they make are not more.
    `monthly`: a yearly rate by the month.
    """
    fallback = float(settled.fallback)
    return {
        "preferred": settled.preferred,
        "preferred_words": _in_words(settled.preferred),
        "fallback": settled.fallback,
        "worst": settled.worst,
        "bound": _in_days(settled.fallback),
        "worst_bound": _in_days(settled.worst),
        "months": fallback / 30,
        "in_months": fallback * 12,
        "monthly": round(fallback / 12, 4),
    }


def _in_days(value: Value) -> Value:
    return round(float(value) * 365.25 / 360) if float(value) % 30 == 0 else value


def filled(value: Any, places: Places) -> Any:
    """A value of a draft with its figures; a string that is one place alone becomes the figure itself."""
    if isinstance(value, dict):
        return {key: filled(each, places) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, places) for each in value]
    if not isinstance(value, str):
        return value
    whole = _PLACE.fullmatch(value)
    if whole is not None:
        return places[whole[1]][whole[2]]
    return _PLACE.sub(lambda match: str(places[match[1]][match[2]]), value)


def bounds(position: Mapping[str, Any]) -> Mapping[str, str]:
    """The bounds of a draft's triggers that come from contracts, by key; none where two of one key differ."""
    found = [
        (key, value)
        for trigger in position["when"]
        for key, value in trigger.items()
        if isinstance(value, str) and _PLACE.fullmatch(value)
    ]
    return dict(found) if len(dict(found)) == len(set(found)) else {}


def either(names: Sequence[str]) -> str:
    """Names as an alternative: "Delaware, New York or Ohio"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _places_of_many(evidence: Evidence, side: SideName) -> Mapping[str, Any]:
    """What a quarter, half, and three in four of the contracts have; to have more of it favours the customer.

    Where nothing is so frequent, it is what most have.
    """
    total = evidence.contracts
    counts = [(str(value), count) for value, count in evidence.counts() if value != NOTHING]
    quarter, half, most = ([name for name, count in counts if count * 4 >= parts * total] for parts in (1, 2, 3))
    most_frequent = [name for name, count in counts if count == counts[0][1]]
    if side == "supplier":
        return {"preferred": _listed(most), "fallback": _listed(half), "worst": _listed([name for name, _ in counts])}
    return {
        "preferred": _listed(quarter or most_frequent),
        "fallback": _listed(half or most_frequent),
        "worst": _listed(most or half or most_frequent),
    }


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or NOTHING


def _in_words(value: Value) -> str:
    return f"{in_words(value)} ({value})" if isinstance(value, int) and 0 < value < 1000 else str(value)


def _phrases(names: Sequence[str]) -> list[str]:
    """Names as phrases for a trigger: "England and Wales" is also looked for as "England"."""
    found = [part for name in names for part in (name, *name.split(" and ")[:1])]
    return [each[:80] for each in dict.fromkeys(found)]
