"""Order forms bound to a master agreement, each with a term and a notice of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.term_tables import find_rows

_NAME = (
    r"(?:order\s+form|statement\s+of\s+work|work\s+order|service\s+order|order|SOW)\s*"
    r"(?:no\.?\s*|number\s+|\#\s?)?(?:[A-Z]|\d{1,3})"
)
_BEGINS = re.compile(rf"\W{{0,3}}(?P<name>{_NAME})\b(?=\W{{0,3}}(?:$|[(:.,\n–-]))", re.IGNORECASE)
# "the initial order form": the first in the file.
_FIRST = (
    r"(?:initial|first|original|existing|underlying|main)\s+(?:order(?:\s+form)?|statement\s+of\s+work|work\s+order"
    r"|service\s+order|SOW|subscription)"
)
_WITH = (
    r"\b(?:co-?\s?(?:terminat\w+|terminous|extensive)|(?:ends?|expires?)\s+(?:together\s+)?(?:with|when)"
    r"|(?:same|aligned?\s+with\s+the)\s+(?:end|expir\w+|term|last|date)(?:\s+(?:date|day))?"
    r"|(?:until|on)\s+the\s+(?:end|expiry|expiration|last\s+day)\s+of)\b"
)
_SHARES_END = re.compile(rf"{_WITH}[^.;]{{0,60}}?\b(?:(?P<first>{_FIRST})|(?P<name>{_NAME}))\b", re.IGNORECASE)
# Said in the master of every order that is added.
_ALL_SHARE = re.compile(
    r"\b(?:each|every|any|all)\s+(?:(?:other|further|additional|subsequent|later|new)\s+)?(?:orders?(?:\s+forms?)?"
    rf"|statements?\s+of\s+work|SOWs?|subscriptions?)\b[^.;]{{0,80}}?{_WITH}[^.;]{{0,60}}?\b(?:(?P<first>{_FIRST})|(?P<name>{_NAME}))\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\W{0,3}(?:(?:sales|service|services|subscription|purchase|work|product|initial|online)\s+)?"
    r"(?:order(?:\s+form)?|statement\s+of\s+work|SOW)\b(?:\s*(?:no\.?|number|\#)?\s*[\w./-]{1,20})?\W{0,3}$",
    re.IGNORECASE,
)
_TITLES = 3
_AS_LONG_AS = re.compile(
    r"\b(?:as\s+long\s+as|while|until)\b[^.;]{0,60}\b(?:orders?(?:\s+forms?)?|statements?\s+of\s+work|SOWs?"
    r"|work\s+orders?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OrderForm:
    """One order form: its name, its passages, the key of the order whose end it shares, and the passage that says so.

    `is_for_all`: that passage says it of all orders, and counts where the order has no end of its own.
    """

    name: str
    passages: tuple[Passage, ...]
    ends_with: str | None = None
    said_by: Passage | None = None
    is_for_all: bool = False

    @property
    def key(self) -> str:
        """The name as it compares with others."""
        return _key(self.name)


def find_orders(passages: Sequence[Passage]) -> tuple[OrderForm, ...]:
    """The order forms in a file that are told apart by a number or a letter, by the rows of their tables of terms."""
    starts = [(i, m["name"]) for i, p in enumerate(passages) if (m := _BEGINS.match(p.text))]
    starts = [each for n, each in enumerate(starts) if _key(each[1]) not in {_key(s[1]) for s in starts[:n]}]
    if not starts:
        return ()
    ends = [start for start, _ in starts[1:]] + [len(passages)]
    first = _key(starts[0][1])
    for_all = _shared_by_all(passages[: starts[0][0]], first)
    found = (
        _order(" ".join(name.split()), tuple(passages[start:end]), first, for_all)
        for (start, name), end in zip(starts, ends, strict=True)
    )
    return tuple(each for order in found for each in _by_rows(order))


def _by_rows(order: OrderForm) -> Iterator[OrderForm]:
    """An order form for each thing ordered, where a table gives them terms of their own; else the order itself."""
    rows = [row for row in find_rows(order.passages) if row.name]
    if len(rows) < 2:
        yield order
        return
    cells = {cell.start for row in rows for cell in row.cells}
    for row in rows:
        own = {cell.start for cell in row.cells}
        kept = tuple(p for p in order.passages if p.start in own or p.start not in cells)
        yield replace(order, name=f"{order.name}: {row.name}", passages=kept)


def _order(name: str, passages: tuple[Passage, ...], first: str, for_all: tuple[str, Passage] | None) -> OrderForm:
    """An order form with the order whose end it shares, by its own words or else by those for all orders."""
    for passage in passages:
        shared = _SHARES_END.search(passage.text)
        if shared and (other := _other(shared, first)) != _key(name):
            return OrderForm(name, passages, ends_with=other, said_by=passage)
    if for_all and for_all[0] != _key(name):
        return OrderForm(name, passages, ends_with=for_all[0], said_by=for_all[1], is_for_all=True)
    return OrderForm(name, passages)


def _shared_by_all(master: Sequence[Passage], first: str) -> tuple[str, Passage] | None:
    """The order with which all others end, and the passage of the master that says so."""
    found = ((m, p) for p in master if (m := _ALL_SHARE.search(p.text)))
    return next(((_other(m, first), p) for m, p in found), None)


def _other(shared: re.Match[str], first: str) -> str:
    return first if shared["first"] else _key(shared["name"])


def is_order(passages: Sequence[Passage]) -> bool:
    """Whether a file is an order form by itself, as its title says, without the master it belongs to."""
    return any(_TITLE.match(passage.text) for passage in passages[:_TITLES])


def lasts_with_orders(passages: Sequence[Passage]) -> Passage | None:
    """The passage that keeps the master alive as long as an order is."""
    return next((p for p in passages if _AS_LONG_AS.search(p.text)), None)


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]|no\b|number", "", name.lower())
