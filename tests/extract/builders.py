"""Documents made from text, so that extraction is tested without a file or a reader."""

import re

from legalai.schema import Block, BlockKind, BlockPart, Document, DocumentFacts
from legalai.text_map import Home, TextMap

_NUMBER = re.compile(
    r"(?:(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause)[ ]+)?"
    r"(\d{1,3}(?:\.\d{1,3}){0,4}(?:\([a-z]{1,4}\))*|\([a-zA-Z0-9]{1,4}\)|[IVX]{1,5}(?=\.))\.?[ ]+"
)
_SCHEDULE = re.compile(r"(?:SCHEDULE|EXHIBIT|ANNEX|APPENDIX|Schedule|Exhibit|Annex|Appendix)\b[^.]{0,60}$")
_SIGNATURES = re.compile(r"(?:IN WITNESS WHEREOF|Signed by|SIGNED by)\b")


def document_from_text(text: str, *, name: str = "contract.txt") -> Document:
    """A document with one block per line that is not blank, as a reader would give it.

    A line "a | b" becomes table cells; a leading "1.2", "(a)" or "Article IV." the block's number; a short line of
    capitals, or a short numbered one without a full stop, a heading; a form feed ends a page.
    """
    part: BlockPart = "body"
    blocks: list[Block] = []
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            if _SCHEDULE.match(stripped):
                part = "schedule"
            elif _SIGNATURES.match(stripped):
                part = "signature_page"
            blocks.extend(_line_blocks(text, start, start + len(line), part))
        start += len(line)
    facts = DocumentFacts(
        name=name,
        sha256="0" * 64,
        media_type="text/plain",
        pages=text.count("\f") + 1 if "\f" in text else None,
        characters=len(text),
        language="en",
    )
    return Document(facts=facts, text=text, blocks=tuple(blocks), text_map=TextMap(_homes(text)))


def _line_blocks(text: str, start: int, end: int, part: BlockPart) -> list[Block]:
    if " | " in text[start:end]:
        cells = [m.span() for m in re.finditer(r"[^|]+", text[start:end])]
        return [
            _block(text, start + a, start + b, "table_cell", part)
            for a, b in cells
            if text[start + a : start + b].strip()
        ]
    return [_block(text, start, end, None, part)]


def _block(text: str, start: int, end: int, kind: BlockKind | None, part: BlockPart) -> Block:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    numbered = _NUMBER.match(text, start, end)
    body_start = numbered.end() if numbered and kind is None else start
    number = numbered[1] if numbered and kind is None else None
    body = text[body_start:end]
    short = len(body) <= 60 and not body.endswith((".", ";", ",", ":"))
    if kind is None:
        kind = (
            "heading"
            if short and (body.isupper() or (number and body[:1].isupper()))
            else "list_item"
            if number
            else "paragraph"
        )
    return Block(kind=kind, start=start, end=end, body_start=body_start, part=part, number=number)


def _homes(text: str) -> tuple[Home, ...]:
    homes: list[Home] = []
    start = 0
    for index, page in enumerate(text.split("\f")):
        end = min(start + len(page) + 1, len(text))
        if end > start:
            homes.append(Home(start=start, end=end, page=index + 1 if "\f" in text else None, offset=start))
        start = end
    return tuple(homes)
