"""What is drawn on a PDF page, with the way from its own coordinates to the page's.

A page may be drawn whole as a form (PDF 32000-1 §8.10), with coordinates of its own: printers and archives do so.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from pypdfium2 import PdfMatrix

_DEPTH = 3
_ON_THE_PAGE = PdfMatrix()


def objects_of(page: Any) -> list[Any]:
    """What is drawn on a pdfium page, and in the forms on it: to be asked for once, as there may be thousands."""
    return list(page.get_objects(max_depth=_DEPTH))


def placed_objects(objects: Sequence[Any], kind: int) -> Iterator[tuple[Any, PdfMatrix]]:
    """Those of a kind (`FPDF_PAGEOBJ_*`), each with the matrix of the forms it is in."""
    known: dict[int, tuple[Any, PdfMatrix]] = {}
    for item in objects:
        if item.type == kind:
            yield item, _of_forms(item.container, known)


def _of_forms(form: Any, known: dict[int, tuple[Any, PdfMatrix]]) -> PdfMatrix:
    """The way out of a form to the page; what is `known` holds the forms, so that no other takes the place of one."""
    if form is None:
        return _ON_THE_PAGE
    if id(form) not in known:
        known[id(form)] = form, form.get_matrix().multiply(_of_forms(form.container, known))
    return known[id(form)][1]
