"""The contract's text cut into pieces, so that every quote of a review is a run of whole pieces."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legalai.schema import Block, Clause, Document, Quote


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of the text; no quote and no clause begins or ends inside.

    `anchors`: the linked quotes that begin here, as (start, end). `cited`: some cited quote holds it. `types`: those of
    the clauses that hold it, each once.
    """

    start: int
    end: int
    text: str
    anchors: tuple[tuple[int, int], ...]
    cited: bool
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One block of the document as pieces, or what stands between two blocks. `new_page` is set where a page begins."""

    kind: str
    level: int
    new_page: int | None
    pieces: tuple[Piece, ...]


def stretches(
    document: Document, *, linked: Sequence[Quote], cited: Sequence[Quote], clauses: Sequence[Clause]
) -> Iterator[Stretch]:
    """The whole text in order; the pieces' texts joined are the text."""
    anchors = sorted({(quote.start, quote.end) for quote in (*linked, *cited, *clauses)})
    edges = sorted({edge for anchor in anchors for edge in anchor})
    page = None
    for block, start, end in _tiles(document):
        here = document.text_map.page(start)
        cuts = [start, *edges[bisect_right(edges, start) : bisect_left(edges, end)], end]
        yield Stretch(
            kind=block.kind if block else _between(document.text[start:end]),
            level=(block.level or 0) if block else 0,
            new_page=here if here != page else None,
            pieces=tuple(
                Piece(
                    first,
                    last,
                    document.text[first:last],
                    anchors=_beginning(anchors, first, last),
                    cited=any(quote.start <= first < quote.end for quote in cited),
                    types=tuple(dict.fromkeys(clause.type for clause in clauses if clause.start <= first < clause.end)),
                )
                for first, last in pairwise(cuts)
            ),
        )
        page = here


def _beginning(anchors: Sequence[tuple[int, int]], first: int, last: int) -> tuple[tuple[int, int], ...]:
    return tuple(anchors[bisect_left(anchors, (first, 0)) : bisect_left(anchors, (last, 0))])


def _between(text: str) -> str:
    return "gap" if text.isspace() else "paragraph"


def _tiles(document: Document) -> Iterator[tuple[Block | None, int, int]]:
    """Blocks and gaps that cover the text once; None for a gap."""
    position = 0
    for block in document.blocks:
        if block.start < position or block.end <= block.start:
            continue
        if block.start > position:
            yield None, position, block.start
        yield block, block.start, block.end
        position = block.end
    if position < len(document.text):
        yield None, position, len(document.text)
