"""Where a contract speaks of its own schedules: "the fees in Schedule 2", "Exhibits A to C", "the Second Schedule"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.parts.annex_names import AnnexName, annex_name, ordinal_names, read_title
from legalai.extract.qualifiers.other_documents import OtherDocuments
from legalai.extract.qualifiers.references import Reference, find_references
from legalai.extract.segmentation.passages import Passage

# Schedules and exhibits of the regulators of securities, tax and drugs; nobody attaches them to a contract.
_OFFICIAL = re.compile(r"(?:13[DEG]|14[ADNCF]|14D-\d|K-\d|TO|II?I?V?|[CEF])")
_OFFICIAL_NEAR = re.compile(
    r"\b(?:controlled\s+substances?|commission|securities|exchange\s+act|form\s+(?:10|8|20|S|1040|990)|drugs?|tax\s+return|GSA"
    r"|IRS|DEA|CFR|C\.F\.R\.|GMP|Incoterms)\b|narcotic",
    re.IGNORECASE,
)
_FILED = re.compile(
    r"\b(?:filed|furnished|submitted|incorporated\s+(?:herein\s+)?by\s+reference\s+(?:to|from))\b[^.]{0,80}$"
    r"|\b(?:(?-i:F(?:orm|ORM))\s+(?:\w{1,3}-)?\w{0,4}\d|registrant|regulation)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"['’]?\s{0,2}(?:\([^()]{1,60}\))?,?\s{1,3}(?:of|to|in|under|from|within)\s{1,3}(?:the\s{1,3})?"
    r"(?:(?:original|existing|prior|previous|amended|foregoing|underlying|master|main|primary|head|prime|credit|purchase|merger|\w+['’]s)\s{1,3}){1,4}"
    r"(?i:agreement|lease|contract|plan|indenture|prospectus|disclosure\s+(?:letter|schedules?))\b",
    re.IGNORECASE,
)
# "Exhibit A of the Correspondence"
_OF_NAMED = re.compile(
    r"[\"”]?,?\s{1,3}of\s{1,3}(?:the|that|such|our|your)\s{1,3}(?!(?:[A-Z][\w-]*\s{1,3}){0,4}(?:Agreement|AGREEMENT|Contract|Lease)\b)[A-Z]\w"
)
_THAT = re.compile(r"\s{1,3}(?:of|to|in|under)\s{1,3}that\s{1,3}certain\b")
_ON_A_PAGE = re.compile(r"[^.;]{0,120}?\b(?:https?://|www\.)")
_PAGE_LABEL = re.compile(r"-\d")
_ATTACHED = re.compile(
    r"\b(?:attached|annexed|appended|hereto|hereof|enclosed|forms?\s+(?:a\s+|an\s+integral\s+)?part|made\s+a\s+part"
    r"|incorporated)\b",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"\s{1,3}(?:of|to|in)\s{1,3}this\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|after|before|following)\s{1,3}(?:Exhibit|Schedule|Annex|Appendix|Attachment)\b")
_REPLACED = re.compile(r"\b(?:deleted|replaced|restated|amended|supersed\w+|removed)\b", re.IGNORECASE)
_NEAR = 90
# Where a filing says which exhibit of it the contract is.
_FIRST_PASSAGES = 6
_AT_ONCE = 12
_DEEPER = re.compile(r"\d{0,2}(?:\([A-Za-z0-9]{1,4}\))*")
# "Appendices 60": a line of a contents page with its page.
_PLURAL = re.compile(r"(?:exhibits|schedules|annexes|appendices|attachments)\s{1,4}\S{1,8}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AnnexReference:
    """One schedule that a passage refers to. Offsets: characters [start, end) of the document's text."""

    name: AnnexName
    passage: Passage
    start: int
    end: int


def find_annex_references(passages: Sequence[Passage]) -> tuple[AnnexReference, ...]:
    """The references to schedules of this contract in text order; a list or a range gives one for each.

    Left out are those of statutes, filings and other agreements. In an amendment, a schedule is its own only where it
    is said to be attached: the others are those of the contract it amends.
    """
    others = OtherDocuments(passages)
    return tuple(
        AnnexReference(name, passage, passage.start + start, passage.start + end)
        for index, passage in enumerate(passages)
        if read_title(passage.text) is None or len(passage.text) > 2 * _NEAR
        for name, start, end in _in_passage(passage.text, others)
        if not (index < _FIRST_PASSAGES and start < _AT_ONCE and name.kind == "exhibit")
    )


def _in_passage(text: str, others: OtherDocuments) -> Iterator[tuple[AnnexName, int, int]]:
    """What the passage refers to as the contract's own; a name that it gives to another's schedule is that one's."""
    spoken = [(name, reference, _own(text, reference, name, others)) for name, reference in _spoken(text)]
    foreign = {name for name, _, own in spoken if not own}
    yield from ((name, reference.start, reference.end) for name, reference, _ in spoken if name not in foreign)


def _spoken(text: str) -> Iterator[tuple[AnnexName, Reference]]:
    """Every schedule that a passage names, the one that it is the title of left out."""
    title = read_title(text)
    for reference in find_references(text):
        if reference.unit != "schedule" or reference.this or not text[_word_start(text, reference)].isupper():
            continue
        deeper = _DEEPER.match(text, reference.end)
        name = annex_name(reference.word, reference.steps[0] + (deeper[0] if deeper else ""))
        if _PLURAL.fullmatch(text, _word_start(text, reference), reference.tail):
            continue
        if not (title and title.name == name and reference.start < _NEAR):
            yield name, reference
    for name, start, end in ordinal_names(text):
        yield name, Reference("schedule", name.kind, start, end, head=start, tail=end)


def _word_start(text: str, reference: Reference) -> int:
    """Where the word "Schedule" stands, after "such" or "said"."""
    found = re.compile(r"(?:such|said|the\s\w+)\s{1,3}", re.IGNORECASE).match(text, reference.head)
    return found.end() if found else reference.head


def _own(text: str, reference: Reference, name: AnnexName, others: OtherDocuments) -> bool:
    before, after = text[max(0, reference.head - _NEAR) : reference.head], text[reference.tail : reference.tail + _NEAR]
    if name.filed:
        return False
    if _OFFICIAL_NEAR.search(before + after) and (name.kind != "exhibit") and _OFFICIAL.fullmatch(name.label):
        return False
    if name.kind == "schedule" and re.fullmatch(r"1[34][A-Z](?:-\d)?|K-1|TO", name.label):
        return False
    attached = _ATTACHED.search(before + after) is not None or _OF_THIS.match(after) is not None
    if _FILED.search(before) and not attached:
        return False
    if _PAGE_LABEL.match(text, reference.end) or _ON_A_PAGE.match(after):
        return False
    if _THAT.match(after):
        return False
    if others.holds(text, reference) or _OF_ANOTHER.match(after) or _OF_NAMED.match(after):
        return False
    if not others.amends:
        return True
    return (
        attached and not _REPLACED.search(after) and not _BETWEEN.search(before + text[reference.head : reference.tail])
    )
