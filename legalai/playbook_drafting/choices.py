"""What one contract settles by words: whose liability is limited, what stands outside the limit, law, assignment."""

import re
from collections.abc import Iterable, Iterator

from legalai.advise.facts import INDEMNITY
from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading
from legalai.playbook import SideName
from legalai.playbook_drafting.figures import caps
from legalai.playbook_drafting.quantities import Seen
from legalai.schema import Citation
from legalai.triggers import PartyView

CARVE_OUTS: dict[str, tuple[str, ...]] = {
    "fraud": ("fraud*",),
    "gross negligence": ("gross negligence", "grossly negligent"),
    "wilful misconduct": ("wilful*", "willful*", "intentional misconduct", "intentional act*", "deliberate*"),
    "death and personal injury": ("death", "personal injury", "bodily injury"),
    "indemnities": ("indemnif*", "indemnit*"),
    "confidentiality": ("confidential*",),
    "data protection": ("personal data", "data protection", "personal information", "data breach*", "security breach*"),
    "intellectual property": ("intellectual property", "infring*", "misappropriat*"),
}
NOTHING = "nothing"
_OUTSIDE = re.compile(
    r"\b(?:except|other than|excluding|exclud(?:e|es|ed)|exclusions?|notwithstanding|nothing in|save (?:for|in)|unless"
    r"|(?:shall|will|do|does) not (?:apply|limit|exclude|be limited)|unlimited|without limit)\b",
    re.IGNORECASE,
)
_OF_LIABILITY = re.compile(r"\b(?:liable|liabilit(?:y|ies)|limit(?:s|ations?)?|be limited(?! to))\b", re.IGNORECASE)
_INSURES = re.compile(
    r"\b(?:shall|will|must|agrees? to)\b[^.;]{0,80}?"
    r"\b(?:maintain|carry|obtain|procure|keep|establish|have|effect|insure)\b",
    re.IGNORECASE,
)
_BINDS = re.compile(r"\b(?:binding|inure)\b", re.IGNORECASE)
_SUCCESSORS = ("affiliate*", "successor*", "merger", "substantially all", "group company", "reorgani*")
_FREELY = ("without consent", "without the consent", "without prior", "without the prior", "may assign", "except*")
_CONSENT = ("consent", "approval", "may not assign", "shall not assign", "not be assigned", "not assignable")


def cap_sides(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Whose liability is limited."""
    return _sides(reading, caps(reading))


def indemnity_sides(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Who indemnifies whom."""
    found = reading.clauses(("Indemnification",)) or reading.passages(INDEMNITY)
    return _sides(reading, tuple(each for each in found if mentions(each.text, INDEMNITY)))


def exit_sides(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Who may leave without cause."""
    return _sides(reading, reading.clauses(("Termination For Convenience",)))


def carve_outs(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """What stands outside the limit of liability, in a contract that has one; NOTHING where nothing was found."""
    limits = caps(reading)
    if not limits:
        return ()
    sentences = [*_around(reading, limits), *reading.clauses(("Uncapped Liability",))]
    speaks = [each for each in sentences if _OUTSIDE.search(each.text) and _OF_LIABILITY.search(each.text)]
    # A duty to indemnify has exceptions of its own, which say nothing of the limit.
    outside = [
        each for each in speaks if not mentions(each.text, ("shall indemnify", "will indemnify", "hold harmless"))
    ]
    found: list[Seen] = []
    for name, phrases in CARVE_OUTS.items():
        first = next((each for each in outside if mentions(each.text, phrases)), None)
        if first is not None:
            found.append(Seen(name, first))
    return tuple(found) or (Seen(NOTHING, limits[0]),)


def cap_basis(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """What the limit is measured on: what was paid, what was paid and payable, or a fixed sum."""
    for clause in caps(reading):
        if mentions(clause.text, ("paid or payable", "paid and payable", "payable", "paid or due", "paid or owed")):
            return (Seen("payable", clause),)
        if mentions(clause.text, ("paid", "received", "receipts")):
            return (Seen("paid", clause),)
    return ()


def governing_law(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """The law chosen, by its name."""
    law = reading.contract.governing_law
    if law is None or law.status != "stated":
        return ()
    return (Seen(" ".join(law.name.split()), reading.places.cite(law.start, law.end)),)


def forum(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """The court or arbitration chosen, by its name."""
    chosen = reading.contract.forum
    if chosen is None or chosen.status != "stated":
        return ()
    return (Seen(" ".join(chosen.name.split()), reading.places.cite(chosen.start, chosen.end)),)


def assignment(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """How far we may assign: to group or successor, with consent not to be refused without reason, or with consent."""
    clauses = [each for each in reading.clauses(("Anti-Assignment",)) if mentions(each.text, ("assign*", "transfer*"))]
    about = ("assign", "assigned", "assignable", "assignment", "assigns", "transfer", "transferred")
    spoken = [each for each in _paragraphs(reading, clauses) if mentions(each.text, about)]
    sentences = [each for each in spoken if reading.party(each) != "them"]
    for value, holds in (("group", _to_successors), ("reasonable", _reasonable), ("consent", _with_consent)):
        first = next((each for each in sentences if holds(each.text)), None)
        if first is not None:
            return (Seen(value, first),)
    return ()


def insurance(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """That the supplier, or each party, must insure."""
    bound: set[PartyView] = {"them", "both"} if side == "customer" else {"us", "both"}
    for clause in reading.clauses(("Insurance",)):
        if mentions(clause.text, ("insurance",)) and _INSURES.search(clause.text) and reading.party(clause) in bound:
            return (Seen("required", clause),)
    return ()


def _to_successors(text: str) -> bool:
    return mentions(text, _SUCCESSORS) and mentions(text, _FREELY) and not _BINDS.search(text)


def _reasonable(text: str) -> bool:
    return mentions(text, ("unreasonably withh*", "unreasonably conditioned", "unreasonably delay*"))


def _with_consent(text: str) -> bool:
    return mentions(text, _CONSENT)


def _sides(reading: Reading, clauses: tuple[Citation, ...]) -> tuple[Seen, ...]:
    views = {reading.party(each) for each in clauses} - {"unknown"}
    if not views:
        return ()
    value = "both" if "both" in views or len(views) > 1 else views.pop()
    shown = next(each for each in clauses if reading.party(each) in {value, "us", "them"})
    return (Seen(value, shown),)


def _around(reading: Reading, clauses: Iterable[Citation]) -> Iterator[Citation]:
    """The sentences of the sections that some clauses stand in."""
    for start, end in dict.fromkeys(reading.places.section(each.start, each.end) for each in clauses):
        for span in reading.places.sentences_of(start, end):
            yield reading.places.cite(*span)


def _paragraphs(reading: Reading, clauses: Iterable[Citation]) -> Iterator[Citation]:
    """The sentences of the paragraphs that some clauses stand in."""
    blocks = reading.places.blocks
    indexes = (reading.places.block_index(each.start) for each in clauses)
    for block in dict.fromkeys(blocks[index] for index in indexes if index is not None):
        for span in reading.places.sentences_of(block.body_start, block.end):
            yield reading.places.cite(*span)
