"""A party as read from one place of a contract, and how several readings of one party become one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legalai.extract.parties.party_aliases import aliases_in, group_aliases_in, role_of
from legalai.extract.parties.party_names import NameSpan
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region
from legalai.schema import Quote

TAIL = 700


@dataclass(frozen=True, slots=True)
class FoundParty:
    """A party as read, before it is checked. Offsets: characters of the document."""

    quote: Quote
    aliases: tuple[str, ...]
    role: str | None
    passage: Passage
    evidence: int

    @property
    def key(self) -> str:
        """The name as names are compared."""
        return bare(self.quote.text)


def merge(entries: Iterable[FoundParty]) -> list[FoundParty]:
    """One entry a party: the first mention, with the aliases of all."""
    merged: dict[str, FoundParty] = {}
    for entry in entries:
        known = next((key for key in merged if same(key, entry.key)), None)
        if known is None:
            merged[entry.key] = entry
        else:
            first = merged[known]
            aliases = tuple(dict.fromkeys((*first.aliases, *entry.aliases)))
            merged[known] = FoundParty(
                first.quote, aliases, role_of(aliases), first.passage, max(first.evidence, entry.evidence)
            )
    return list(merged.values())


def same(one: str, other: str) -> bool:
    """Whether two keys name one party: alike, or one is the other with more behind it."""
    return one == other or (
        min(len(one), len(other)) > 5 and (one.startswith(f"{other} ") or other.startswith(f"{one} "))
    )


def with_aliases(region: Region, spans: Sequence[NameSpan], limit: int) -> Iterator[FoundParty]:
    """The parties of a list of names, each with the aliases that follow it before the next name.

    Names that have none before one that is followed by '(together, the "Sellers")' are Sellers too.
    """
    found: list[FoundParty] = []
    for index, span in enumerate(spans):
        tail_end = spans[index + 1].start if index + 1 < len(spans) else min(limit + 200, len(region.text))
        tail = region.text[span.end : min(tail_end, span.end + TAIL)]
        before = region.text[max(0, span.start - 40) : span.start]
        own, group = aliases_in(tail, before=before), group_aliases_in(tail)
        shared = group if set(own) <= set(group) else ()
        aliases = own or shared
        if shared:
            found = _sharing(found, shared)
        cited = region.citation(span.start, span.end)
        quote = Quote(text=cited.text, start=cited.start, end=cited.end)
        found.append(FoundParty(quote, aliases, role_of(aliases), region.passage_at(cited.start), span.evidence))
    return iter(found)


def _sharing(found: Sequence[FoundParty], aliases: tuple[str, ...]) -> list[FoundParty]:
    """The parties, the last of them that have no aliases with these."""
    named = next((len(found) - i for i, each in enumerate(reversed(found)) if each.aliases), 0)
    return [*found[:named], *(replace(each, aliases=aliases, role=role_of(aliases)) for each in found[named:])]


def bare(name: str) -> str:
    """A name without article, possessive, punctuation and capitals."""
    lowered = re.sub(r"['’]s\b", "", name.lower())
    words = re.sub(r"[^\w&]+", " ", lowered.replace(".", "")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an", "such", "each") else words)
