"""The name a party signs under, where it is not the name by which the contract introduces it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from legalai.extract.parties.found_party import bare
from legalai.extract.parties.party_names import LEGAL_FORM, has_legal_form
from legalai.extract.parties.signature_blocks import SignatureBlock
from legalai.extract.segmentation.region import Region
from legalai.schema import Citation, Party, Quote

# What is written in several ways and means one thing.
_SPELLINGS = {
    "incorporated": "inc",
    "corporation": "corp",
    "limited": "ltd",
    "company": "co",
    "limitedliabilitycompany": "llc",
    "&": "and",
}
_STAMP = re.compile(r"\bconfidential\b|\bsignator", re.IGNORECASE)
_ALIKE = 0.86
_LONG_ENOUGH = 6


def with_signing_names(parties: Sequence[Party], blocks: Sequence[SignatureBlock], whole: Region) -> tuple[Party, ...]:
    """The parties, each with the name in its signature block where that is another one.

    Spelling, an article, capitals and "Inc." for "Incorporated" make no other name. A block is a party's by likeness,
    or because every other party and every other block has found its own.
    """
    places = [
        block.party
        for block in blocks
        if block.party is not None and block.part != "schedule" and not _STAMP.search(block.party.text)
    ]
    own = {party.name: [place for place in places if _names(place.text, party)] for party in parties}
    free = [place for place in places if not any(_names(place.text, party) for party in parties)]
    waiting = [party for party in parties if not own[party.name] and party.status == "stated"]
    result: dict[str, Quote] = {}
    for party in waiting:
        near = [place for place in free if _like(place.text, party.name)]
        if near:
            result[party.name] = near[0]
    left = [party for party in waiting if party.name not in result]
    keys = {_key(place.text): place for place in free if place not in result.values()}
    if len(left) == 1 and len(keys) == 1 and len(parties) == 2 and has_legal_form(left[0].name):
        [place] = keys.values()
        if has_legal_form(" ".join(place.text.split())):
            result[left[0].name] = place
    return tuple(
        replace(party, signs_as=_cited(result[party.name], whole)) if party.name in result else party
        for party in parties
    )


def _names(written: str, party: Party) -> bool:
    """Whether words name a party; what stands around the name, or a name cut short, is no other name."""
    key, own = _key(written), _key(party.name)
    if min(len(key), len(own)) >= _LONG_ENOUGH and (own in key or key in own):
        return True
    return key in {_key(name) for name in (*party.aliases, party.role or "") if name} | {own}


def _key(name: str) -> str:
    words = [_SPELLINGS.get(word, word) for word in bare(name).replace("limited liability company", "llc").split()]
    return re.sub(r"\W", "", "".join(words))


def _like(one: str, other: str) -> bool:
    """Whether two names are one with a slip or another legal form."""
    plain, known = (_key(LEGAL_FORM.sub("", " ".join(name.split())).strip(" ,.")) for name in (one, other))
    if not plain or not known:
        return False
    return plain == known or SequenceMatcher(None, plain, known, autojunk=False).ratio() >= _ALIKE


def _cited(place: Quote, whole: Region) -> Citation:
    return whole.citation(place.start - whole.start, place.end - whole.start)
