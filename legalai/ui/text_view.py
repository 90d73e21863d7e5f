"""The contract text with its clauses tinted by type and the quote asked for marked.

The text is hostile: it reaches the page as escaped HTML made here, in a component whose script only puts it in place.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import streamlit as st
from markupsafe import Markup
from streamlit.components import v2

from legalai.export.marked_text import Piece, Stretch, stretches
from legalai.review import Reviewed
from legalai.schema import Clause, Document, Quote
from legalai.ui.desk import Entry
from legalai.ui.safe import html
from legalai.ui.style import asset

_TINTS = 8
_DEEPEST = 3
_FULL_LINE = 50


def show(entry: Entry, reviewed: Reviewed) -> None:
    """The pane: which types are tinted, and the text scrolled to the quote asked for."""
    clauses = reviewed.review.contract.clauses
    types = sorted({clause.type for clause in clauses})
    tinted = _ask_types(types, entry.id)
    shown = [clause for clause in clauses if clause.type in tinted]
    tints = {type_: number % _TINTS for number, type_ in enumerate(types)}
    _pane()(
        key=f"text-{entry.id}",
        data={
            "html": contract_html(reviewed.document, shown, tints, entry.active),
            "contract": reviewed.document.facts.sha256,
            "clicks": entry.clicks,
        },
    )


def _ask_types(types: list[str], entry_id: str) -> list[str]:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.html('<p class="soft">Contract</p>')
        with st.popover(f"Clause types ({len(types)})", disabled=not types, icon=":material/palette:", type="tertiary"):
            return st.pills("Tinted in the text", types, selection_mode="multi", default=types, key=f"types-{entry_id}")


@cache
def _pane() -> Any:
    """The component, registered once; its script and styles are ours and carry no contract text."""
    return v2.component(
        "legalai_contract_text",
        html='<div class="contract" role="document" tabindex="0"></div>',
        css=asset("text.css"),
        js=asset("text.js"),
    )


def contract_html(document: Document, clauses: Sequence[Clause], tints: dict[str, int], active: Quote | None) -> str:
    """The whole text as HTML, every character escaped; `<mark id="active-quote">` holds exactly the active quote."""
    painter = _Painter(_named_at(document, clauses), tints, active)
    blocks = list(stretches(document, linked=(active,) if active else (), cited=(), clauses=clauses))
    if sum(any(painter.is_active(piece) for piece in block.pieces) for block in blocks) <= 1:
        return str(Markup("").join(painter.block(block, painter.words(block.pieces)) for block in blocks))
    # The quote runs over blocks: the mark stands around them, and a block it cuts through is shown in two.
    parts = [
        (is_active, painter.block(block, painter.plain(list(pieces))))
        for block in blocks
        for is_active, pieces in groupby(block.pieces, key=painter.is_active)
    ]
    runs = (
        (is_active, Markup("").join(part for _, part in run)) for is_active, run in groupby(parts, key=itemgetter(0))
    )
    return str(Markup("").join(_mark(content) if is_active else content for is_active, content in runs))


def _named_at(document: Document, clauses: Sequence[Clause]) -> frozenset[int]:
    """Where clauses begin whose type is named there: each type once in a block, as parties are many in one sentence."""
    starts = [block.start for block in document.blocks]
    first: dict[tuple[int, str], int] = {}
    for clause in sorted(clauses, key=lambda each: each.start):
        first.setdefault((bisect_right(starts, clause.start), clause.type), clause.start)
    return frozenset(first.values())


def _mark(content: Markup) -> Markup:
    return html('<mark id="active-quote">{content}</mark>', content=content)


def _is_broken_prose(block: Stretch) -> bool:
    """Whether line breaks in a block only end full lines, as in plain text files; then they are shown as spaces."""
    lines = "".join(piece.text for piece in block.pieces).split("\n")
    return len(lines) > 1 and all(len(line) >= _FULL_LINE for line in lines[:-1])


@dataclass(frozen=True)
class _Painter:
    """Pieces of text to HTML. `starts`: where the types of clauses are named."""

    starts: frozenset[int]
    tints: dict[str, int]
    active: Quote | None

    def is_active(self, piece: Piece) -> bool:
        """Whether the piece is part of the quote asked for."""
        return self.active is not None and self.active.start <= piece.start and piece.end <= self.active.end

    def words(self, pieces: Sequence[Piece]) -> Markup:
        """Pieces of one block, the active ones marked."""
        return Markup("").join(
            _mark(self.plain(list(run))) if is_active else self.plain(list(run))
            for is_active, run in groupby(pieces, key=self.is_active)
        )

    def plain(self, pieces: Sequence[Piece]) -> Markup:
        """Pieces without a mark."""
        return Markup("").join(self._piece(piece) for piece in pieces)

    def block(self, block: Stretch, content: Markup) -> Markup:
        """A block with its content; a page number is drawn by the style sheet and is no text."""
        page = html('<div class="page" data-page="{page}"></div>', page=block.new_page) if block.new_page else ""
        return html(
            '{page}<div class="block {kind} in{level}{flow}">{content}</div>',
            page=page,
            kind=block.kind,
            flow=" flow" if _is_broken_prose(block) else "",
            level=min(block.level, _DEEPEST),
            content=content,
        )

    def _piece(self, piece: Piece) -> Markup:
        if not piece.types:
            return html("{text}", text=piece.text)
        types = ", ".join(piece.types)
        return html(
            '<span class="clause t{tint}" title="{types}"{first}>{text}</span>',
            tint=self.tints[piece.types[0]],
            types=types,
            first=html(' data-types="{types}"', types=types) if piece.start in self.starts else "",
            text=piece.text,
        )
