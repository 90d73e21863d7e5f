"""Page furniture: running headers, footers and page numbers, found by where they stand and how they repeat."""

import re
from collections import defaultdict
from collections.abc import Sequence

from legalai.ingest.layout import Line

# The share of the page at its top and bottom where furniture may stand, and how many lines of it.
_ZONE = 0.16
_MOST_LINES = 5
_LEAST_SHARE = 0.15
_DRIFT_POINTS = 8.0

_NUMBER = r"(?:\d{1,4}|[ivxl]{1,7}|[A-Z]{1,2}-\d{1,3})"
_PAGE_NUMBER = re.compile(
    rf"[\W_]{{0,8}}(?:page|pg\.?)?[\W_]{{0,4}}{_NUMBER}(?:[\W_]{{0,4}}(?:of|/)[\W_]{{0,4}}\d{{1,4}})?[\W_]{{0,8}}", re.I
)
_OF_PAGES = re.compile(r"[\W_]{0,8}page[\W_]{0,4}\d{1,4}(?:[\W_]{1,4}of[\W_]{1,4}\d{1,4})?[\W_]{0,8}", re.I)
_BARE_NUMBER = re.compile(r"[-–—\s]{0,4}(\d{1,3})[-–—\s]{0,4}")
_DIGITS = re.compile(r"\d+")
_SPACES = re.compile(r"[\W_]+")
# Two page numbers of the original print stand at least this many lines apart.
_LINES_APART = 12


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of every page without its furniture; a line inside the text is kept unless it continues the page numbers."""
    gone: set[int] = set()
    repeated = _repeated(pages, heights)
    for lines, height in zip(pages, heights, strict=True):
        ordered = sorted(lines, key=lambda line: line.top)
        gone |= _from_edge(ordered, height, repeated, top=True, single=len(pages) == 1)
        gone |= _from_edge(ordered[::-1], height, repeated, top=False, single=len(pages) == 1)
    gone |= _inner_page_numbers(pages, gone)
    return [[line for line in lines if id(line) not in gone] for lines in pages]


def _print(line: Line) -> str:
    """A line reduced to what repeats: letters in lower case, numbers all alike."""
    return _SPACES.sub(" ", _DIGITS.sub("0", line.text.lower())).strip() or line.text[:3]


def _in_zone(line: Line, height: float, *, top: bool) -> bool:
    return line.top < _ZONE * height if top else line.bottom > (1 - _ZONE) * height


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[int]:
    """Lines (by id) whose like stands at the same height on enough other pages."""
    like: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            for top in (True, False):
                if _in_zone(line, height, top=top):
                    like[top, _print(line)].append(line)
    needed = max(2, min(4, round(_LEAST_SHARE * len(pages))))
    found: set[int] = set()
    for (_, shape), lines in like.items():
        # A lone number repeats by shape alone; it must also count up with the pages.
        pool = _counting(lines) if _PAGE_NUMBER.fullmatch(shape) or shape == "0" else lines
        for line in pool:
            near = {other.page for other in pool if abs(other.top - line.top) < _DRIFT_POINTS}
            if len(near) >= needed:
                found.add(id(line))
    return found


def _counting(lines: Sequence[Line]) -> list[Line]:
    """The lines whose number keeps its distance from the page on two pages or more."""
    by_distance: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        digits = _DIGITS.search(line.text)
        if digits is None:
            by_distance[-10_000].append(line)
        elif len(digits.group()) < 5:
            by_distance[int(digits.group()) - line.page].append(line)
    return [line for group in by_distance.values() if len(group) >= 2 for line in group]


def _from_edge(lines: Sequence[Line], height: float, repeated: set[int], *, top: bool, single: bool) -> set[int]:
    """Furniture from the edge of a page inwards, until the first line that is none."""
    gone: set[int] = set()
    for line in lines[:_MOST_LINES]:
        if not _in_zone(line, height, top=top):
            break
        lone = _OF_PAGES.fullmatch(line.text) or (single and not top and _PAGE_NUMBER.fullmatch(line.text))
        if id(line) not in repeated and not lone:
            break
        gone.add(id(line))
    return gone


def _inner_page_numbers(pages: Sequence[Sequence[Line]], gone: set[int]) -> set[int]:
    """Page numbers of an original print that stand amid the pages of this one: bare numbers that count up all along."""
    rows: dict[int, list[tuple[int, int, Line]]] = {}
    chains: list[list[tuple[int, int, Line]]] = []
    position = 0
    for lines in pages:
        for line in lines:
            position += 1
            match = _BARE_NUMBER.fullmatch(line.text)
            if match is None or len(line.cells) > 1 or id(line) in gone:
                continue
            value = int(match[1])
            chain = rows.pop(value - 1, None) or rows.pop(value - 2, None)
            if chain is None or position - chain[-1][1] < _LINES_APART:
                chain = []
                chains.append(chain)
            chain.append((value, position, line))
            rows[value] = chain
    return {id(line) for chain in chains if len(chain) >= 3 for _, _, line in chain}
