"""Pictures that stand in the text of another file, read together: a page each of one PDF in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pypdfium2
from PIL import Image

from legalai.ingest.ocr.pictures import PictureReader, add_page, no_bombs, pictures_in
from legalai.ingest.reader import USUAL_LIMITS
from legalai.schema import Document, Issue

_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
_EMPTY_PAGE = 72.0


@dataclass(frozen=True, slots=True)
class Cropped:
    """A picture file and what is cut off at its left, top, right and bottom, as shares of its width and height."""

    data: bytes
    cut: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def write_bundle(path: Path, pictures: Sequence[Cropped]) -> None:
    """Write pictures to a file for `BundleReader`."""
    with ZipFile(path, "w", ZIP_STORED) as archive:
        for number, picture in enumerate(pictures):
            archive.writestr(f"{number}/{'/'.join(f'{share:.5f}' for share in picture.cut)}", picture.data)


class BundleReader(PictureReader):
    """Reads what `write_bundle` wrote: the first frame of each picture as a page, empty where it cannot be opened."""

    def __init__(self, on_page: Callable[[], None] = lambda: None, pages: int = USUAL_LIMITS.pages) -> None:
        super().__init__(on_page, pages)
        self._unreadable: list[int] = []

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The words of all pictures, those of each with its page. Raises: InputError."""
        document = super().read(path, password=password)
        told = [
            Issue(code="pictures-not-read", severity="warning", message="This picture cannot be opened.", page=page)
            for page in self._unreadable
        ]
        return replace(document, issues=(*document.issues, *told))

    def _pdf_of(self, path: Path) -> bytes:
        pdf: Any = pypdfium2.PdfDocument.new()
        pages = BytesIO()
        try:
            with ZipFile(path) as archive:
                for page, entry in enumerate(archive.infolist(), start=1):
                    cut = tuple(float(share) for share in entry.filename.split("/")[1:])
                    self._add(pdf, page, archive.read(entry), cut)
                    self._on_page()
            # With a page that shows nothing at the end, no bundle is all pictures: one without words is no error.
            pdf.new_page(_EMPTY_PAGE, _EMPTY_PAGE).close()
            pdf.save(pages)
        finally:
            pdf.close()
        return pages.getvalue()

    def _add(self, pdf: Any, page: int, data: bytes, cut: Sequence[float]) -> None:
        try:
            with no_bombs("picture"), Image.open(BytesIO(data), formats=_FORMATS) as file:
                picture, dpi = next(pictures_in(file))
                add_page(pdf, _cropped(picture, cut), dpi)
        except Exception:  # of whatever kind: Pillow's decoders raise many, and the other pictures are to be read
            self._unreadable.append(page)
            pdf.new_page(_EMPTY_PAGE, _EMPTY_PAGE).close()


def _cropped(picture: Image.Image, cut: Sequence[float]) -> Image.Image:
    left, top, right, bottom = (max(share, 0.0) for share in cut)
    if left + right >= 1 or top + bottom >= 1:
        return picture
    width, height = picture.size
    return picture.crop(
        (round(left * width), round(top * height), round((1 - right) * width), round((1 - bottom) * height))
    )


def unreadable_pages(document: Document) -> frozenset[int]:
    """The pages of pictures that could not be opened."""
    return frozenset(issue.page for issue in document.issues if issue.code == "pictures-not-read" and issue.page)
