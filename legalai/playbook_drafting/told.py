"""The comments of a drafted playbook: counts, and the contracts they rest on, by name and clause number."""

import textwrap
from collections.abc import Iterator, Sequence

from legalai.playbook_drafting.chairs import LeftOut, Practice, Reason
from legalai.playbook_drafting.quantities import Value
from legalai.playbook_drafting.settled import FEWEST, Evidence

_WIDTH = 110
# More contracts than this for one value are counted, not named.
_NAMED = 12
_NAME_CHARACTERS = 60


def about_evidence(evidence: Evidence) -> Iterator[str]:
    """How often each value occurs, and where."""
    quantity, count = evidence.quantity, evidence.contracts
    if count == 0:
        yield f"{_capital(quantity.name)}: read in none of the contracts."
        return
    few = "" if evidence.enough else f"; fewer than {FEWEST} show no practice"
    yield f"{_capital(quantity.name)}: read in {_contracts(count)}{few}."
    for value, number in evidence.counts():
        yield from _wrapped(f"  {one_line(quantity.said(value))} ({number}): {_where(evidence, value)}")


def about_contracts(practice: Practice, unread: Sequence[str]) -> Iterator[str]:
    """What the whole playbook rests on, and what was left out of it."""
    yield f"Drafted from {_contracts(len(practice.readings))} in which we are the {practice.side}."
    yield "Read it before you use it: it says what was signed, not what should have been."
    yield "preferred: the best that one contract in four has. fallback: what most have. walk_away: beyond the worst."
    yield f"A position drawn from fewer than {FEWEST} contracts stays as shipped, and says so."
    for reason, words in _REASONS.items():
        yield from _left_out(practice.left(reason), words)
    if unread:
        yield from _wrapped(f"Could not be read ({len(unread)}): {'; '.join(_short(name) for name in unread)}.")


def one_line(text: str) -> str:
    """Text that stays within a comment: names come from files and contracts of others."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())


_REASONS: dict[Reason, str] = {
    "unsigned": "Left out as not signed, or not shown to be",
    "not a party": "Left out since we are not among the parties",
    "other side": "Left out since we are on the other side",
    "copy": "Left out as copies",
}


def _left_out(left: Sequence[LeftOut], words: str) -> Iterator[str]:
    if left:
        yield from _wrapped(f"{words} ({len(left)}): {'; '.join(_short(each.name) for each in left)}.")


def _where(evidence: Evidence, value: Value) -> str:
    places = [each for each in evidence.observed if each.value == value]
    named = [_short(each.contract) + (f" {one_line(each.number)}" if each.number else "") for each in places[:_NAMED]]
    more = [f"and {len(places) - _NAMED} more"] if len(places) > _NAMED else []
    return "; ".join([*named, *more])


def _short(name: str) -> str:
    plain = one_line(name)
    return plain if len(plain) <= _NAME_CHARACTERS else f"{plain[: _NAME_CHARACTERS - 1]}…"


def _contracts(count: int) -> str:
    return "1 contract" if count == 1 else f"{count} contracts"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _wrapped(line: str) -> list[str]:
    """A long line in several: the file is read in an editor."""
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.wrap(line, _WIDTH, initial_indent="", subsequent_indent=f"{indent}  ", break_on_hyphens=False)
