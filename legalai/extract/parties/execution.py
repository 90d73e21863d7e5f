"""Whether a contract is signed, as far as its text shows."""

from collections.abc import Sequence

from legalai.extract.parties.parties import resolve_party
from legalai.extract.parties.signature_blocks import SignatureBlock, find_signature_blocks
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document, Execution, ExecutionStatus, Party, Signatory


def find_execution(document: Document, passages: Sequence[Passage], parties: Sequence[Party]) -> Execution:
    """Who signs, and whether they have: a conformed "/s/" or an electronic signature counts, an empty line does not.

    Blocks in annexes (forms to be signed later) count only when there are no others. `unknown`: no place to sign, or a
    line that is neither blank nor marked.
    """
    if not document.text:
        return Execution()
    blocks = find_signature_blocks(passages)
    main = [block for block in blocks if block.part != "schedule"] or list(blocks)
    return Execution(status=_status(main), signatories=tuple(_signatory(block, parties) for block in main))


def _status(blocks: Sequence[SignatureBlock]) -> ExecutionStatus:
    marks = {block.mark for block in blocks}
    if marks == {"signed"}:
        return "signed"
    if "signed" in marks:
        return "partly"
    return "unsigned" if "blank" in marks else "unknown"


def _signatory(block: SignatureBlock, parties: Sequence[Party]) -> Signatory:
    party = None
    if block.party is not None:
        known = resolve_party(block.party.text, parties)
        party = known.name if known else " ".join(block.party.text.split())
    return Signatory(party=party, name=block.name, title=block.title, date=block.date)
