"""Who is bound: the parties of a contract, with the roles and the short names it gives them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from legalai.extract.parties.blank_parties import find_blank_parties
from legalai.extract.parties.description import DESCRIBED_WITHIN, description_in
from legalai.extract.parties.elsewhere import (
    from_clauses,
    from_correspondents,
    from_introductions,
    from_signature_page,
    with_addressee,
)
from legalai.extract.parties.found_party import TAIL, FoundParty, bare, merge, same
from legalai.extract.parties.labelled_parties import from_labels
from legalai.extract.parties.listed_parties import blank_in_lists, from_lists
from legalai.extract.parties.name_forms import entity_in_name
from legalai.extract.parties.opening import from_opening
from legalai.extract.parties.party_aliases import aliases_in, role_of
from legalai.extract.parties.party_names import plausible_name
from legalai.extract.parties.signature_blocks import find_signature_blocks
from legalai.extract.parties.signing_names import with_signing_names
from legalai.extract.parties.you_and_we import from_you_and_we
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region, region_of
from legalai.schema import Clause, Party

# A bracket with a short name that follows a name and nobody else's.
_NEAREST = re.compile(r"(?:(?!\band\b)[^();]){0,120}\([^()]{0,60}[\"“][^()\"“”]{1,60}[\"”]\s?\)")
_EARLY = 60
_TWO = 2  # parties to a contract, at the least


def find_parties(passages: Sequence[Passage], clauses: Sequence[Clause]) -> tuple[Party, ...]:
    """The parties named where the contract opens; failing that, by labels, signature blocks or the clause model."""
    whole = region_of(passages)
    blocks = find_signature_blocks(passages)
    signatures = [block.party for block in blocks if block.party and plausible_name(block.party.text)]
    signed = merge(FoundParty(quote, (), None, whole.passage_at(quote.start), 0) for quote in signatures)
    found = from_opening(passages)
    found = merge([*found, *from_signature_page(passages, found, signed)])
    if len(found) < 2:
        found = from_you_and_we(passages) or found
    if len(found) < 2:
        found = merge([*found, *from_correspondents(passages)])
    labelled = list(from_labels(passages))
    if len(found) < 2 or {entry.key for entry in found} < {entry.key for entry in labelled}:
        found = merge([*found, *labelled])
    if len(found) < 2:
        found = merge([*found, *from_lists(passages)])
    if len(found) < 2:
        found = merge([*found, *from_introductions(passages)])
    if len(found) < 2:
        found = merge([*found, *from_clauses(whole, clauses)])
    if len(found) < 2:
        found = merge([*found, *signed])
    found = with_addressee(_unless_alias(found), passages)
    if len(found) > 2:
        found = _confirmed(found, {entry.key for entry in signed})
    named = tuple(_party(entry, whole) for entry in _introduced(found, passages, labelled))
    blank = find_blank_parties(passages, named)
    if len(named) + len(blank) < _TWO:
        blank = (*blank, *blank_in_lists(passages))
    return with_signing_names((*named, *blank), blocks, whole)


def resolve_party(name: str, parties: Sequence[Party]) -> Party | None:
    """The party a sentence means by `name`: its alias, its role or its name, whatever the article and the capitals."""
    wanted = bare(name)
    if not wanted:
        return None
    for names in (_aliases, _role, _full_name, _short_name):
        matching = [party for party in parties if wanted in names(party)]
        if len(matching) == 1:
            return matching[0]
    return None


def _aliases(party: Party) -> list[str]:
    return [bare(alias) for alias in party.aliases]


def _role(party: Party) -> list[str]:
    return [bare(party.role)] if party.role else []


def _full_name(party: Party) -> list[str]:
    return [bare(party.name)]


def _short_name(party: Party) -> list[str]:
    words = party.name.replace(",", " ").split()
    return [bare(" ".join(words[:count])) for count in range(1, len(words))]


def _introduced(
    found: Iterable[FoundParty], passages: Sequence[Passage], labels: Sequence[FoundParty]
) -> Iterator[FoundParty]:
    """The parties, those named without a short name with the one they are given where they are named again."""
    labelled = {entry.key: entry.aliases for entry in labels}
    for entry in found:
        name = re.compile(r"\s+".join(re.escape(word) for word in entry.quote.text.split()), re.IGNORECASE)
        tails = (
            p.text[match.end() : match.end() + TAIL]
            for p in passages[:_EARLY]
            if not entry.aliases and (match := name.search(p.text))
        )
        aliases = next(
            (given for tail in tails if (nearest := _NEAREST.match(tail)) and (given := aliases_in(nearest[0]))),
            () if entry.aliases else labelled.get(entry.key, ()),
        )
        yield replace(entry, aliases=aliases, role=entry.role or role_of(aliases)) if aliases else entry


def _unless_alias(found: Sequence[FoundParty]) -> list[FoundParty]:
    """The parties without what is only the short name of another: "the Bank and, together with the Holding Company"."""
    called = {bare(alias) for entry in found for alias in entry.aliases if bare(alias) != entry.key}
    return [entry for entry in found if entry.aliases or entry.key not in called]


def _confirmed(found: list[FoundParty], signed: set[str]) -> list[FoundParty]:
    """Of many, those that have an alias, a signature block, or a legal form and a description."""
    kept = [e for e in found if e.aliases or e.evidence >= 4 or any(same(e.key, key) for key in signed)]
    return kept if len(kept) >= 2 else found


def _party(entry: FoundParty, whole: Region) -> Party:
    described = description_in(whole.text[entry.quote.end - whole.start :][:DESCRIBED_WITHIN])
    return Party(
        text=entry.quote.text,
        start=entry.quote.start,
        end=entry.quote.end,
        page=entry.passage.page,
        number=entry.passage.number,
        name=" ".join(entry.quote.text.split()),
        role=entry.role,
        aliases=entry.aliases,
        entity=described.entity or entity_in_name(entry.quote.text),
        place=described.place,
    )
