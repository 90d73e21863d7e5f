"""Whether a contract is signed, as far as its text shows."""

from collections.abc import Sequence
from dataclasses import replace

from legalai.extract.parties.found_party import bare
from legalai.extract.parties.parties import resolve_party
from legalai.extract.parties.signature_blocks import SignatureBlock, find_signature_blocks
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document, Execution, ExecutionStatus, Party, Signatory

# Characters between two places to sign that belong to one signature page or to pages that follow each other.
_ONE_PLACE = 1500


def find_execution(document: Document, passages: Sequence[Passage], parties: Sequence[Party]) -> Execution:
    """Who signs, and whether they have: a conformed "/s/" or an electronic signature counts, an empty line does not.

    Forms to be signed later, in annexes or behind the signatures, count only when there is nothing else. `partly`: a
    line is empty beside one that is signed. `unknown`: no place to sign, or a line that is neither empty nor marked and
    none that is signed.
    """
    if not document.text:
        return Execution()
    blocks = find_signature_blocks(passages)
    main = _place_of_signing([block for block in blocks if block.part != "schedule"] or blocks)
    return Execution(status=_status(main), signatories=tuple(_signatory(block, parties) for block in main))


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
    for block in place:
        last = result[-1] if result else None
        names = {_plain(each.name) for each in result if each.mark == "signed"} - {""}
        parties = {_plain(each.party.text) for each in result if each.mark == "signed" and each.party}
        if block.mark == "blank" and block.party and _plain(block.party.text) in parties:
            break
        if block.mark != "signed" and {_plain(block.name), _plain(block.party.text if block.party else None)} & names:
            continue
        if last and last.mark == "blank" and block.mark == "signed" and last.party and block.party is None:
            result[-1] = replace(
                block,
                party=last.party,
                name=block.name or last.name,
                title=block.title or last.title,
                date=block.date or last.date,
            )
        else:
            result.append(block)
    return result


def _plain(words: str | None) -> str:
    return bare(words) if words else ""


def _status(blocks: Sequence[SignatureBlock]) -> ExecutionStatus:
    marks = {block.mark for block in blocks}
    if "signed" in marks:
        return "partly" if "blank" in marks else "signed"
    return "unsigned" if "blank" in marks else "unknown"


def _signatory(block: SignatureBlock, parties: Sequence[Party]) -> Signatory:
    party = None
    if block.party is not None:
        known = resolve_party(block.party.text, parties)
        party = known.name if known else " ".join(block.party.text.split())
    return Signatory(party=party, name=block.name, title=block.title, date=block.date)
