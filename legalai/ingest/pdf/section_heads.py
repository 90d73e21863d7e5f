"""Running lines that name the section of each page: they differ from page to page, and copy titles of the text."""

from collections.abc import Iterator, Mapping, Sequence, Set
from statistics import median

from legalai.ingest.pdf.layout import Line

# One place on the page, whatever hangs below the line.
_DRIFT_POINTS = 3.0
# What stands at the edge of so many pages, and of this share of all, is told by the pages themselves.
_FEWEST_PAGES, _LEAST_SHARE = 3, 0.3
_FEWEST_LETTERS = 3


def section_heads(pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[Sequence[Line]]]) -> set[int]:
    """Those (by id) of the lines at the edges of the pages that name sections.

    `edges` holds the lines of each page from its top on, and those from its end on. Titles of sections that begin a
    page each stay, and so does what is said nowhere else in the text.
    """
    found: set[int] = set()
    for row in (row for edge in edges for row in _rows(edge)):
        apart = found | {id(line) for line in row.values()}
        texts = [{_said(line) for line in lines if id(line) not in apart} for lines in pages]
        said = {number: _said(line) for number, line in row.items()}
        told = [number for number in row if _is_told(number, said, texts[number])]
        if len(told) >= max(_FEWEST_PAGES, _LEAST_SHARE * len(pages)):
            titles = {text for page in texts for text in page if sum(map(str.isalpha, text)) >= _FEWEST_LETTERS}
            found |= {id(line) for number, line in row.items() if said[number] in titles}
    return found


def _rows(edge: Sequence[Sequence[Line]]) -> Iterator[dict[int, Line]]:
    """The lines that stand at one height, by the number of their page: of the first of each page, of the second."""
    for place in range(2):
        lines = {number: page[place] for number, page in enumerate(edge) if len(page) > place}
        if lines:
            height = median(line.base for line in lines.values())
            yield {number: line for number, line in lines.items() if abs(line.base - height) <= _DRIFT_POINTS}


def _is_told(number: int, said: Mapping[int, str], text: Set[str]) -> bool:
    """Whether a page says in its text what stands at its edge, or the page beside it says the same at its edge."""
    return said[number] in text or said[number] in (said.get(number - 1), said.get(number + 1))


def _said(line: Line) -> str:
    """The words of a line, without a page number set apart from them."""
    return max((" ".join(word.text for word in cell).lower() for cell in line.cells), key=len, default="")
