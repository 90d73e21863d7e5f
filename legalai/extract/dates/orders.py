"""Order forms bound to a master agreement, each with a term and a notice of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.segmentation.passages import Passage

_NAME = (
    r"(?:order\s+form|statement\s+of\s+work|work\s+order|service\s+order|order|SOW)\s*"
    r"(?:no\.?\s*|number\s+|\#\s?)?(?:[A-Z]|\d{1,3})"
)
_BEGINS = re.compile(rf"\W{{0,3}}(?P<name>{_NAME})\b(?=\W{{0,3}}(?:$|[(:.,\n–-]))", re.IGNORECASE)
_SHARES_END = re.compile(
    rf"\b(?:co-?\s?terminat\w+|ends?\s+(?:together\s+)?with|same\s+(?:end|expir\w+|term|last)(?:\s+(?:date"
    rf"|day))?|coterminous)\b[^.;]{{0,60}}?\b(?P<name>{_NAME})\b",
    re.IGNORECASE,
)
_AS_LONG_AS = re.compile(
    r"\b(?:as\s+long\s+as|while|until)\b[^.;]{0,60}\b(?:orders?(?:\s+forms?)?|statements?\s+of\s+work|SOWs?"
    r"|work\s+orders?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OrderForm:
    """One order form: its name, its passages, and the order whose end it shares."""

    name: str
    passages: tuple[Passage, ...]

    @property
    def ends_with(self) -> str | None:
        """The name of another order whose end this one shares."""
        for passage in self.passages:
            shared = _SHARES_END.search(passage.text)
            if shared and _key(shared["name"]) != _key(self.name):
                return _key(shared["name"])
        return None

    @property
    def key(self) -> str:
        """The name as it compares with others."""
        return _key(self.name)


def find_orders(passages: Sequence[Passage]) -> tuple[OrderForm, ...]:
    """The order forms in a file, where there are several; one alone is read with its master."""
    starts = [(i, m["name"]) for i, p in enumerate(passages) if (m := _BEGINS.match(p.text))]
    starts = [each for n, each in enumerate(starts) if _key(each[1]) not in {_key(s[1]) for s in starts[:n]}]
    if len(starts) < 2:
        return ()
    ends = [start for start, _ in starts[1:]] + [len(passages)]
    return tuple(
        OrderForm(" ".join(name.split()), tuple(passages[start:end]))
        for (start, name), end in zip(starts, ends, strict=True)
    )


def lasts_with_orders(passages: Sequence[Passage]) -> Passage | None:
    """The passage that keeps the master alive as long as an order is."""
    return next((p for p in passages if _AS_LONG_AS.search(p.text)), None)


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]|no\b|number", "", name.lower())
