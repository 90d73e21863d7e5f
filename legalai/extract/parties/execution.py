"""Whether a contract is signed, as far as its text shows."""

import re
from collections.abc import Sequence
from dataclasses import replace

from legalai.extract.parties.blank_lines import left_blank_for, says_unsigned
from legalai.extract.parties.found_party import bare
from legalai.extract.parties.parties import resolve_party
from legalai.extract.parties.signature_blocks import WRITTEN_DAY, SignatureBlock, find_signature_blocks
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document, Execution, ExecutionStatus, Party, Signatory

# Characters between two places to sign that belong to one signature page or to pages that follow each other.
_ONE_PLACE = 1500
# "executed as of" a day says from when a contract has effect, not when it was signed.
_COUNTERPART = re.compile(
    r"\bcounterpart\b[^.]{0,40}\bsignature\s+page\b|\bsignature\s+page\b[^.]{0,80}\bcounterpart\b", re.IGNORECASE
)
_LONGEST_LABEL = 160
_EXECUTED_ON = re.compile(
    rf"\b(?i:executed|signed|set\s(?:their|our|my|its)\shands?)\b(?:(?!\bas\sof\b|\beffective\b)[^.;]){{0,120}}?\s(?i:this|on(?:\sthe|\sthis)?)\s"
    rf"(?P<day>{WRITTEN_DAY})"
)


def find_execution(document: Document, passages: Sequence[Passage], parties: Sequence[Party]) -> Execution:
    """Who signs, and whether they have: a conformed "/s/" or an electronic signature counts, an empty line does not.

    Forms to be signed later, in annexes or behind the signatures, count only when there is nothing else. `partly`: a
    line is empty beside one that is signed, or the page is one party's counterpart. `unknown`: no place to sign, or a
    line that is neither empty nor marked and none that is signed.
    """
    if not document.text:
        return Execution()
    called = [name for party in parties for name in (*party.aliases, party.role or "") if name]
    blocks = find_signature_blocks(passages, called)
    main = _place_of_signing([block for block in blocks if block.part != "schedule"] or blocks)
    told = _told_day(passages, main[0].start) if main else None
    signatories = tuple(_signatory(block, parties, told) for block in main)
    status = _status(main)
    if status == "signed" and _is_counterpart(passages, main[0].start) and _misses_a_party(signatories, parties):
        status = "partly"
    return Execution(
        status=_with_blank_lines(status, signatories, document, passages, parties), signatories=signatories
    )


def _with_blank_lines(
    status: ExecutionStatus,
    signatories: Sequence[Signatory],
    document: Document,
    passages: Sequence[Passage],
    parties: Sequence[Party],
) -> ExecutionStatus:
    """The status with what empty lines say of parties that no signature was found of."""
    signed = {signatory.party for signatory in signatories}
    open_ones = [each for each in parties if each.name not in signed]
    if status == "unknown" and not signatories and says_unsigned(document.text, passages):
        return "unsigned"
    if status not in ("unknown", "signed") or not any(
        left_blank_for(document.text, passages, each) for each in open_ones
    ):
        return status
    return "unsigned" if status == "unknown" else "partly"


def _is_counterpart(passages: Sequence[Passage], signed_at: int) -> bool:
    """Whether the page says that it is one party's ("Counterpart signature page")."""
    near = (p.text for p in passages if abs(p.start - signed_at) < _ONE_PLACE and len(p.text) < _LONGEST_LABEL)
    return any(_COUNTERPART.search(text) for text in near)


def _misses_a_party(signatories: Sequence[Signatory], parties: Sequence[Party]) -> bool:
    signed = {signatory.party for signatory in signatories}
    return None not in signed and any(party.status == "stated" and party.name not in signed for party in parties)


def _place_of_signing(blocks: Sequence[SignatureBlock]) -> list[SignatureBlock]:
    """The blocks of the first place where anybody signed, else of the first place that has room for two."""
    places: list[list[SignatureBlock]] = []
    for block in blocks:
        if not places or block.start - places[-1][-1].start > _ONE_PLACE:
            places.append([])
        places[-1].append(block)
    joined = [_joined(place) for place in places]
    signed = (place for place in joined if any(block.mark == "signed" for block in place))
    roomy = (place for place in joined if len(place) > 1)
    return next(signed, None) or next(roomy, None) or (joined[0] if joined else [])


def _joined(place: Sequence[SignatureBlock]) -> list[SignatureBlock]:
    """The blocks of a place, an empty line as one with the signature that follows for the same party.

    So stands "By: Name: Jane Roe Signature: /s/ Jane Roe" for one signature. A line for a name that has signed is its
    name in print; an empty one for a party that has signed begins another form.
    """
    result: list[SignatureBlock] = []
    names: set[str] = set()
    parties: set[str] = set()
    for block in place:
        name, party = _plain(block.name), _plain(block.party.text if block.party else None)
        if block.mark == "blank" and party and party in parties:
            break
        if block.mark != "signed" and {name, party} & names:
            continue
        filled = _filled(result[-1], block) if result else None
        result[-1 if filled else len(result) :] = [filled or block]
        if block.mark == "signed":
            names |= {_plain(result[-1].name)} - {""}
            parties |= {_plain(result[-1].party.text)} if result[-1].party else set()
    return result


def _filled(empty: SignatureBlock, signed: SignatureBlock) -> SignatureBlock | None:
    """An empty line, or one with a name, with the signature that follows it; None where that is another's."""
    if empty.mark == "signed" or signed.mark != "signed" or empty.party is None or signed.party is not None:
        return None
    if empty.mark == "unclear" and _plain(empty.name) != _plain(signed.name):
        return None
    return replace(
        signed,
        party=empty.party,
        name=signed.name or empty.name,
        title=signed.title or empty.title,
        date=signed.date or empty.date,
    )


def _plain(words: str | None) -> str:
    return bare(words) if words else ""


def _told_day(passages: Sequence[Passage], signed_at: int) -> str | None:
    """The day that the words above the signatures say they are of: "Executed this 4th day of March, 2026"."""
    near = [p for p in passages if signed_at - _ONE_PLACE < p.start <= signed_at and len(p.text) < _ONE_PLACE]
    days = [found["day"] for p in near for found in _EXECUTED_ON.finditer(p.text)]
    return " ".join(days[-1].split()) if days else None


def _status(blocks: Sequence[SignatureBlock]) -> ExecutionStatus:
    # Where a day is filled in beside an empty line, the hand may be on the paper and not in the text.
    marks = {"unclear" if block.mark == "blank" and block.date else block.mark for block in blocks}
    if "signed" in marks:
        return "partly" if "blank" in marks else "signed"
    return "unsigned" if "blank" in marks else "unknown"


def _signatory(block: SignatureBlock, parties: Sequence[Party], told: str | None) -> Signatory:
    known = resolve_party(block.party.text, parties) if block.party else None
    known = known or _signs_for_self(block, parties)
    written = " ".join(block.party.text.split()) if block.party else None
    party = known.name if known else written
    date = block.date or (told if block.mark == "signed" else None)
    return Signatory(party=party, name=block.name, title=block.title, date=date)


def _signs_for_self(block: SignatureBlock, parties: Sequence[Party]) -> Party | None:
    """The party that a signatory is: a person, above whose line nothing stands or what several are called."""
    known = resolve_party(block.name, parties) if block.name else None
    return known if known and block.name and bare(known.name) == bare(block.name) else None
