"""The chair a review is written from: whose it is, the playbook that speaks for it, and where that is not enough."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legalai.advise.acting_for import Stance, bound, by_confidence, opposite, party_list, take_side
from legalai.advise.findings import Raised, raised_positions
from legalai.advise.reading import Reading, overlap
from legalai.jurisdictions import Matter
from legalai.playbook import Playbook, SideName, is_shipped, load_playbook
from legalai.schema import Contract, Issue

_SECRECY = "nda"
_MUTUAL = re.compile(r"\b(?:mutual|bilateral|two-way|MNDA)\b", re.IGNORECASE)
_ONE_SIDED = ("confidentiality", "nda-talks")
_OF_WORK = (
    "No playbook that is shipped speaks for an employer or an employee, so points come from the law alone. Name a"
    " playbook of yours."
)
_OF_NO_SIDE = (
    "The contract does not show whether this party buys or sells, so points come from the law alone. Name a playbook:"
    " customer, supplier, a file."
)
_RECEIVES = ("receiving party", "recipient")
_DISCLOSES = ("disclosing party", "discloser")


@dataclass(frozen=True, slots=True)
class Chair:
    """A party's place in a contract and its playbook; `issues` say what was chosen for the user, or is to be chosen."""

    stance: Stance
    playbook: Playbook | None
    issues: tuple[Issue, ...] = ()


def seated(contract: Contract, acting_for: str | None, playbook: Playbook | None, kind: Matter | None) -> Chair:
    """The chair of a party; with no playbook named, the one shipped for its side of the trade, where that is known.

    Raises: ConfigError for a party that does not exist.
    """
    chair = _with_playbook(take_side(contract, acting_for), playbook, both_disclose(contract, kind))
    stance, chosen = chair.stance, chair.playbook
    if stance.us is not None and chosen is not None and (stance.side is None or stance.side_assumed):
        return replace(chair, stance=replace(stance, side=chosen.side))
    return chair


def both_disclose(contract: Contract, kind: Matter | None) -> bool:
    """Whether a contract on confidence leaves open who discloses: each side may then be the one and the other."""
    if kind is None or kind.id != _SECRECY:
        return False
    if not contract.parties:
        return _MUTUAL.search(contract.title or "") is not None
    return not any(by_confidence(party) for party in bound(contract))


def departures(
    reading: Reading, playbook: Playbook, focuses: Sequence[str] | None, kind: Matter | None
) -> list[Raised]:
    """The positions that a contract departs from.

    Where both sides disclose, those on confidence of whoever gives and of whoever gets information, of the shipped
    playbooks; what one of them says of some words the other does not say again.
    """
    matter = kind.id if kind is not None else None
    found = raised_positions(reading, playbook, focuses, matter)
    other = opposite(playbook.side)
    if other is None or not (is_shipped(playbook) and both_disclose(reading.contract, kind)):
        return found
    for its in (playbook, load_playbook(other)):
        more = raised_positions(_in_role(reading, its.side), its, focuses, matter)
        found += [each for each in more if _of_each_chair(each) and not _is_said(each, found)]
    return found


def _on_confidence(raised: Raised) -> bool:
    return raised.source.focus == "confidentiality" or raised.topic.startswith(_SECRECY)


def _of_each_chair(raised: Raised) -> bool:
    """Whether it is told of whoever gives or gets information; where both do, neither is bound alone by that."""
    return _on_confidence(raised) and raised.topic not in _ONE_SIDED


def _is_said(raised: Raised, by: Sequence[Raised]) -> bool:
    """Whether one of some positions is the same, or speaks on confidence of the same words."""
    on_confidence = [each for each in by if _on_confidence(each)]
    words = [each for other in on_confidence for each in other.citations]
    same = any(each.source.id == raised.source.id for each in on_confidence)
    return same or any(overlap(raised.citations[0], each) for each in words)


def _in_role(reading: Reading, side: SideName) -> Reading:
    """The contract as one chair reads it: who gets information stands with the customer, who gives it the supplier."""
    stance = reading.stance
    ours, theirs = (_RECEIVES, _DISCLOSES) if side == "customer" else (_DISCLOSES, _RECEIVES)
    us = replace(stance.us, aliases=(*stance.us.aliases, *ours)) if stance.us is not None else None
    them = tuple(replace(each, aliases=(*each.aliases, *theirs)) for each in stance.them)
    return replace(reading, stance=replace(stance, us=us, them=them, side=side))


def _with_playbook(stance: Stance, playbook: Playbook | None, both: bool) -> Chair:
    if stance.us is None:
        message = f"Choose whom to act for to get negotiation points. The parties are: {party_list(stance.them)}."
        return Chair(stance, playbook, (Issue(code="choose-party", severity="info", message=message),))
    if playbook is not None:
        return Chair(stance, playbook, _of_the_other_side(stance, playbook))
    if stance.side is None and not both:
        message = _OF_WORK if stance.at_work is not None else _OF_NO_SIDE
        return Chair(stance, None, (Issue(code="choose-playbook", severity="info", message=message),))
    chosen = load_playbook(stance.side or "customer")
    reason = f", since {_shown_by(stance)}" if stance.side_assumed else ""
    if both:
        reason = ", and on confidence that of the other side as well, since each party may disclose"
    message = f"No playbook was named; the shipped '{chosen.id}' playbook was used{reason}."
    return Chair(stance, chosen, (Issue(code="shipped-playbook", severity="info", message=message),))


def _of_the_other_side(stance: Stance, playbook: Playbook) -> tuple[Issue, ...]:
    """A warning where a playbook speaks for the side that the contract puts the other party on."""
    if stance.side_assumed or stance.side in {None, playbook.side}:
        return ()
    message = f"The playbook '{playbook.id}' is for a {playbook.side}; the contract makes this party the {stance.side}."
    return (Issue(code="playbook-side", severity="warning", message=message),)


def _shown_by(stance: Stance) -> str:
    """What shows the side of a party whose role does not say it."""
    if stance.us is not None and by_confidence(stance.us) is not None:
        return "this party discloses" if stance.side == "supplier" else "this party receives what is confidential"
    return f"{'this party' if stance.side == 'customer' else 'the other side'} bears the duties to pay"
