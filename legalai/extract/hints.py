"""What the rules find without the clause model: who is named, what the title is, the contract's dates.

The clause model scores these spans as it finds them, instead of the pieces it would cut them into.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.extract.dates.beginning.agreement_date import find_agreement_date
from legalai.extract.dates.beginning.effective_date import find_effective_date
from legalai.extract.dates.values.dates import written_order
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.passages import Passage
from legalai.extract.titles import find_title
from legalai.schema import Document, Party

# Characters behind a party's name within which its short names are introduced, and behind those up to the bracket.
_TAIL = 900
_CLOSING = re.compile(r"[^()\n]{0,40}\)")


HINT_KINDS = ("named", "short", "whole")


@dataclass(frozen=True, slots=True)
class Hint:
    """Characters [start, end) of a document that the rules take for a clause of `type`.

    `kind`: "named" is the thing itself, "short" a party's short name, "whole" a party with description and short names.
    """

    type: str
    kind: Literal["named", "short", "whole"]
    start: int
    end: int

    def moved(self, by: int) -> "Hint":
        """The same hint in a text that begins `by` characters earlier."""
        return Hint(self.type, self.kind, self.start + by, self.end + by)


def find_hints(document: Document, passages: Sequence[Passage]) -> tuple[Hint, ...]:
    """Every hint of a document, each once."""
    return tuple(dict.fromkeys([*_title(document, passages), *_dates(passages), *_parties(document.text, passages)]))


def _title(document: Document, passages: Sequence[Passage]) -> Iterator[Hint]:
    title = find_title(document, passages, ())
    if title and (place := _place(title, document.text, 0, len(document.text))):
        yield Hint("Document Name", "named", *place)


def _dates(passages: Sequence[Passage]) -> Iterator[Hint]:
    order = written_order("\n".join(passage.text for passage in passages))
    agreement = find_agreement_date(passages, (), order)
    effective = find_effective_date(passages, (), agreement, order).key_date
    for type_, found in (("Agreement Date", agreement), ("Effective Date", effective)):
        if found.start is not None and found.end is not None:
            yield Hint(type_, "named", found.start, found.end)


def _parties(text: str, passages: Sequence[Passage]) -> Iterator[Hint]:
    parties = find_parties(passages, ())
    for party in parties:
        yield Hint("Parties", "named", party.start, party.end)
        short = [place for alias in party.aliases if (place := _place(alias, text, party.end, party.end + _TAIL))]
        yield from (Hint("Parties", "short", *place) for place in short)
        if short:
            yield from _whole(text, party, max(end for _, end in short), parties)


def _whole(text: str, party: Party, end: int, parties: Sequence[Party]) -> Iterator[Hint]:
    """A party up to the bracket that closes behind its short names, unless another one is named in between."""
    closing = _CLOSING.match(text, end)
    end = closing.end() if closing else end
    if not any(party.start < other.start < end for other in parties):
        yield Hint("Parties", "whole", party.start, end)


def _place(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where these words stand first, whatever the white space between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(rf"(?<!\w){pattern}(?!\w)").search(text, start, min(end, len(text)))
    return found.span() if found else None
