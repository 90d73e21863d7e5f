"""From paragraphs to typed blocks: clause numbers, headings, schedules and the signature page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypedDict

from legalai.ingest.clause_numbers import Label, References, bullet_length, read_label
from legalai.ingest.contents_pages import contents_of
from legalai.ingest.document_starts import begins_document
from legalai.ingest.initials import Initials
from legalai.ingest.order_forms import begins_terms, order_form_starts
from legalai.ingest.signing import NEAR, begins_signing, goes_on_signing, is_lead, is_signature_line, is_testimonium
from legalai.schema import Block, BlockKind, BlockPart

_HEADING_WORDS = 12
# A lone letter is what is left of a seal, or an initial.
_LEAST_OF_HEADING = 2
_SCHEDULE = re.compile(
    r"[ \t]*(?:SCHEDULE|EXHIBIT|ANNEX|ANNEXURE|APPENDIX|ATTACHMENT|Schedule|Exhibit|Annex|Annexure|Appendix|Attachment)"
    r"(?:[ \t]+[\"“]?(?:No\.?[ \t]*)?"
    r"(?P<id>[A-Z]{1,2}|[IVX]{1,5}|\d{1,3}|[A-Z]-?\d{1,2}|\d{1,2}\.\d{1,3})[\"”]?)?(?![\w.])"
)
_SEC_EXHIBIT = re.compile(r"[ \t]*(?:EXHIBIT|Exhibit|EX-?)[ \t]*\(?\d{1,3}(?:\.|\b)")
_TOC_END = re.compile(r"(?:\.[ .]{2,}|[ \t…]|\t)\s*(?:\d{1,3}|[ivx]{1,5}|[A-Z]-\d{1,3})\s*$")
_LEADER = re.compile(r"(?:\. ?){4,}|\.{4,}|\t\d{1,3}$")
_OPERATIVE = re.compile(
    r"[ \t]*(?:background|recitals?|whereas|now,?[ \t]+therefore|therefore,|in[ \t]+consideration[ \t]+of"
    r"|preliminar(?:y|ies)[ \t]*:?[ \t]*$|agreed[ \t]+terms|operative[ \t]+(?:provisions|part)"
    r"|it[ \t]+is[ \t]+(?:hereby[ \t]+)?agreed"
    r"|terms[ \t]+and[ \t]+conditions|the[ \t]+parties[ \t]+(?:hereby[ \t]+)?agree)",
    re.I,
)
_LONG_PARAGRAPH_WORDS = 45


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paragraph before it is typed: characters [start, end) of the document text, which are `text`.

    `label` is the number a word processor rendered, `bullet` the length of its bullet; `outline` the level a style
    gives it as a heading, from 0; `strong` whether all of it is set in bold, underlined, large or in capitals.
    """

    start: int
    end: int
    text: str
    label: Label | None = None
    bullet: int = 0
    outline: int | None = None
    strong: bool = False
    is_cell: bool = False
    is_note: bool = False


def type_blocks(drafts: Sequence[Draft]) -> tuple[Block, ...]:
    """The blocks of a document, in order: one for each paragraph."""
    references = References()
    contents = contents_of([draft.text for draft in drafts])
    schedules = _schedule_starts(drafts) - contents
    openings = _openings(drafts)
    initials = Initials([draft.text for draft in drafts])
    blocks: list[Block] = []
    for index, draft in enumerate(drafts):
        if index in schedules or index in openings:
            references.restart()
        elif draft.label is None and _OPERATIVE.match(draft.text):
            references.leave_recitals()
        unnumbered = index in contents or initials.begin(index, is_cell=draft.is_cell)
        label = None if unnumbered else _label(draft, references, begins_schedule=index in schedules)
        before = drafts[index - 1].text if blocks and blocks[-1].number is not None else None
        number = references.enter(label, **_list_signs(draft, label, before)) if label is not None else None
        blocks.append(_type_block(draft, label, number, begins_schedule=index in schedules))
    plain = [i for i, each in enumerate(blocks) if each.number is None and each.kind in ("heading", "paragraph")]
    may_begin = [i for i in plain if i not in contents]
    order_forms = order_form_starts([draft.text for draft in drafts], may_begin, schedules)
    starts = _Starts(schedules, order_forms, openings)
    return tuple(_with_parts(drafts, blocks, starts))


@dataclass(frozen=True, slots=True)
class _Starts:
    """The paragraphs at which parts of the file begin."""

    schedules: set[int]
    order_forms: frozenset[int]
    documents: set[int]


def _openings(drafts: Sequence[Draft]) -> set[int]:
    """The paragraphs that open a document of their own."""
    return {
        index
        for index, (draft, following) in enumerate(zip(drafts, [*drafts[1:], None], strict=False))
        if draft.label is None and begins_document(draft.text, following.text if following else "")
    }


class _ListSigns(TypedDict):
    led: bool
    titled: bool


def _list_signs(draft: Draft, label: Label, before: str | None) -> _ListSigns:
    """What shows whether a number counts the items of a list; `before` is the clause that it stands right after."""
    words = draft.text[label.length :].split() if draft.label is None else draft.text.split()
    led = bool(words) and words[0][0].islower()
    led = led or (before is not None and before.rstrip().endswith((":", "\u2014", "\u2013")))
    titled = before is None or not words or _is_heading(draft, label, words) or draft.strong
    return _ListSigns(led=led, titled=titled)


def _type_block(draft: Draft, label: Label | None, entered: tuple[str, int] | None, *, begins_schedule: bool) -> Block:
    number, level = entered or (None, None)
    length = label.length if label else draft.bullet or bullet_length(draft.text)
    kind = _kind(draft, label, length, begins_schedule=begins_schedule)
    if kind == "heading" and level is None:
        level = draft.outline if draft.outline is not None else 0
    body = min(draft.start + length, draft.end)
    return Block(kind=kind, start=draft.start, end=draft.end, body_start=body, number=number, level=level)


def _label(draft: Draft, references: References, *, begins_schedule: bool) -> Label | None:
    if draft.label is not None or draft.is_note or begins_schedule:
        return draft.label
    label = read_label(draft.text)
    if label is None or (label.weak and not references.follows(label)):
        return None
    # Cells hold amounts and dates more often than clauses.
    if draft.is_cell and not references.follows(label):
        return None
    return label


def _kind(draft: Draft, label: Label | None, length: int, *, begins_schedule: bool) -> BlockKind:
    if draft.is_cell:
        return "table_cell"
    words = draft.text[length:].lstrip(" \t-–—").split()
    if begins_schedule or _is_heading(draft, label, words):
        return "heading"
    return "list_item" if length else "paragraph"


def _is_heading(draft: Draft, label: Label | None, words: Sequence[str]) -> bool:
    """It is short and no sentence, and a style says so, or it is strong, in capitals, or a numbered title."""
    if draft.is_note or draft.bullet or "_" * 4 in draft.text:
        return False
    if not words:
        return label is not None and (label.shown[:2].isalpha() or label.shown.startswith("§"))
    if label is None and sum(char.isalnum() for char in draft.text) < _LEAST_OF_HEADING:
        return False
    last = words[-1].rstrip('"”’)')
    if (
        len(words) > _HEADING_WORDS
        or last.endswith((";", ","))
        or last.lower() in ("and", "or")
        or is_signature_line(draft.text)
    ):
        return False
    if any(word.endswith((".", ":")) and len(word) > 4 for word in words[:-1]) or words[0][:1].islower():
        return False
    letters = "".join(words)
    in_capitals = letters.upper() == letters and sum(char.isalpha() for char in letters) > 3
    if last.endswith("."):
        return label is not None and len(words) <= 6 and (draft.strong or in_capitals or _is_title(words))
    if draft.outline is not None or draft.strong or in_capitals:
        return not last.endswith(":") or draft.outline is None
    few = len(words) <= 6 and words[0][:1].isupper() and draft.text[-1:].isalpha()
    return label is not None and label.absolute and (few or _is_title(words))


def _is_title(words: Sequence[str]) -> bool:
    """Whether every word of weight begins with a capital."""
    weighty = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return bool(words) and words[0][:1].isupper() and all(word[0].isupper() for word in weighty)


def _schedule_starts(drafts: Sequence[Draft]) -> set[int]:
    """The paragraphs that begin a schedule: not those of a table of contents, nor the exhibit number of a filing."""
    named = {
        index
        for index, draft in enumerate(drafts)
        if not draft.is_cell and _SCHEDULE.match(draft.text) and _names_schedule(draft)
    }
    starts: set[int] = set()
    for index in named:
        text, follower = drafts[index].text, drafts[index + 1].text if index + 1 < len(drafts) else ""
        name = _SCHEDULE.match(text)
        rest = text[name.end() :] if name else ""
        listed = (
            {index - 1, index + 1} & named or (rest.strip() and _TOC_END.search(rest)) or _LEADER.search(follower[-40:])
        )
        filing = _SEC_EXHIBIT.match(text) and drafts[index].start < 2_000
        if follower and not listed and not filing:
            starts.add(index)
    return starts


def _names_schedule(draft: Draft) -> bool:
    match = _SCHEDULE.match(draft.text)
    words = draft.text.split()
    if match is None or len(words) > _HEADING_WORDS + 3 or draft.text.rstrip().endswith((".", ";", ",")):
        return False
    rest = draft.text[match.end() :].strip()
    if match["id"] is None and (rest or not (draft.strong or draft.text.isupper() or draft.outline is not None)):
        return False
    return not rest[:1].islower()


def _with_parts(drafts: Sequence[Draft], blocks: Sequence[Block], starts: _Starts) -> list[Block]:
    parts: list[BlockPart] = []
    texts = [draft.text for draft in drafts]
    current: BlockPart = "body"
    home: BlockPart = "body"
    led = False
    for index, (draft, block) in enumerate(zip(drafts, blocks, strict=True)):
        near = texts[index : index + NEAR]
        if index in starts.schedules:
            current = home = "schedule"
        elif home != "schedule" and index in starts.order_forms:
            current = home = "order_form"
        elif home == "order_form" and block.kind == "heading" and begins_terms(draft.text):
            current = home = "body"
        elif begins_signing(near, is_cell=draft.is_cell):
            led = is_lead(near) if current != "signature_page" else led
            current = "signature_page"
        elif current == "signature_page" and (
            index in starts.documents
            or _ends_signing(draft, block)
            or (led and not goes_on_signing(texts[max(index - NEAR, 0) : index], near))
        ):
            current = home
        parts.append(current)
    return [_in_part(block, part) for block, part in zip(blocks, parts, strict=True)]


def _in_part(block: Block, part: BlockPart) -> Block:
    """Names and titles of signatories are set like headings and are none."""
    if part == "signature_page" and block.kind == "heading" and block.number is None:
        return replace(block, part=part, kind="paragraph", level=None)
    return replace(block, part=part)


def _ends_signing(draft: Draft, block: Block) -> bool:
    if block.number is not None and block.level == 0 and not is_signature_line(draft.text):
        return True
    return len(draft.text.split()) > _LONG_PARAGRAPH_WORDS and not is_testimonium(draft.text)
