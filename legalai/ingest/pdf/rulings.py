"""Tables drawn with ruling lines: the cells between the lines, by pdfplumber's search for them."""

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges
from pypdfium2 import PdfMatrix, raw

from legalai.ingest.pdf.characters import Frame
from legalai.ingest.pdf.placed_objects import placed_objects
from legalai.text_map import Box

# Thicker than this, in points, a stroke is an area; shorter, it is a dash or a tick.
_THICKEST, _SHORTEST = 3.0, 6.0
# As pdfplumber's defaults: lines this near are one line, or meet.
_SNAP = 3.0
# A drawing of more lines than this is no table, and would be searched for minutes.
_MOST_EDGES = 2_000
_SEGMENTS_OF_A_BOX = 5


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table of at least two columns and two rows: each row's cells from left to right, on the page as shown."""

    rows: tuple[tuple[Box, ...], ...]

    @property
    def box(self) -> Box:
        """The box around all cells."""
        cells = [cell for row in self.rows for cell in row]
        return Box(
            min(cell.x0 for cell in cells), min(cell.top for cell in cells),
            max(cell.x1 for cell in cells), max(cell.bottom for cell in cells),
        )  # fmt: skip

    def places(self, row: Sequence[Box], cells: Sequence[Box]) -> tuple[int, ...]:
        """In which columns of the table some cells of a row begin, from 0.

        Where most rows are cut in other ways than the fullest, there are no common columns: places in the row.
        """
        fullest = max(self.rows, key=len)
        if 2 * sum(len(other) == len(fullest) for other in self.rows) < len(self.rows):
            return tuple(row.index(cell) for cell in cells)
        edges = [cell.x0 - _SNAP for cell in fullest]
        return tuple(max(bisect_left(edges, cell.x0) - 1, 0) for cell in cells)


def ruled_tables(objects: Sequence[Any], frame: Frame) -> list[RuledTable]:
    """The ruled tables among the objects of a pdfium page, from top to bottom."""
    paths = placed_objects(objects, raw.FPDF_PAGEOBJ_PATH)
    edges = [edge for path, matrix in paths for edge in _edges(path, matrix)]
    shown = [_edge(Box(*frame.shown(*edge))) for edge in edges]
    upright = sum(edge["orientation"] == "v" for edge in shown)
    if upright < 2 or len(shown) > _MOST_EDGES:
        return []
    merged = merge_edges(shown, _SNAP, _SNAP, _SNAP, _SNAP)
    cells = intersections_to_cells(edges_to_intersections(merged, _SNAP, _SNAP))
    tables = [_table([Box(*map(float, cell)) for cell in table]) for table in cells_to_tables(cells)]
    return sorted((table for table in tables if _is_table(table)), key=lambda table: table.box.top)


def _table(cells: Sequence[Box]) -> RuledTable:
    ordered = sorted(cells, key=lambda cell: (cell.top, cell.x0))
    return RuledTable(tuple(tuple(row) for _, row in groupby(ordered, key=lambda cell: cell.top)))


def _is_table(table: RuledTable) -> bool:
    return len(table.rows) >= 2 and max(len(row) for row in table.rows) >= 2


_Rectangle = tuple[float, float, float, float]


def _edges(item: Any, matrix: PdfMatrix) -> Iterator[_Rectangle]:
    """The strokes along the page's axes of a path, each as left, bottom, right, top in the page's coordinates."""
    if raw.FPDFPath_CountSegments(item.raw) > _SEGMENTS_OF_A_BOX:
        yield from filter(_is_stroke, _segments(item, matrix))
        return
    left, bottom, right, top = matrix.on_rect(*item.get_bounds())
    if _is_stroke((left, bottom, right, top)):
        yield left, bottom, right, top
    elif right - left > _SHORTEST and top - bottom > _SHORTEST:
        yield left, bottom, right, bottom
        yield left, top, right, top
        yield left, bottom, left, top
        yield right, bottom, right, top


def _is_stroke(edge: _Rectangle) -> bool:
    width, height = edge[2] - edge[0], edge[3] - edge[1]
    return min(width, height) <= _THICKEST and max(width, height) >= _SHORTEST


def _segments(item: Any, form: PdfMatrix) -> Iterator[_Rectangle]:
    matrix, x, y = item.get_matrix().multiply(form), ctypes.c_float(), ctypes.c_float()
    points: list[tuple[int, tuple[float, float]]] = []
    for index in range(raw.FPDFPath_CountSegments(item.raw)):
        segment = raw.FPDFPath_GetPathSegment(item.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((raw.FPDFPathSegment_GetType(segment), matrix.on_point(x.value, y.value)))
    for (_, (x0, y0)), (kind, (x1, y1)) in pairwise(points):
        if kind == raw.FPDF_SEGMENT_LINETO:
            yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _edge(box: Box) -> dict[str, Any]:
    """An edge as pdfplumber has it: along the middle of the stroke."""
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    if box.x1 - box.x0 < box.bottom - box.top:
        place: dict[str, Any] = {"x0": x, "x1": x, "top": box.top, "bottom": box.bottom, "orientation": "v"}
    else:
        place = {"x0": box.x0, "x1": box.x1, "top": y, "bottom": y, "orientation": "h"}
    return {
        **place,
        "width": place["x1"] - place["x0"],
        "height": place["bottom"] - place["top"],
        "object_type": "line",
    }
