"""Pictures of a contract, as a scanner or a telephone saves them: each is a page, read like a scan in a PDF."""

import warnings
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageOps, ImageSequence

from legalai.errors import DamagedFile, InputError
from legalai.ingest.pdf.pdf import PdfReader

_POINTS_PER_INCH = 72.0
# Inches. Telephones write any resolution into their pictures: the long side of a page lies between these.
_SHORTEST, _LONGEST, _USUAL = 5.0, 24.0, 11.5
_FORMATS = ("PNG", "JPEG", "TIFF")
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")


class PictureReader(PdfReader):
    """Reads PNG, JPEG and TIFF files, of which each picture becomes a page of a PDF in memory."""

    name = "picture"
    suffixes: tuple[str, ...] = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
    media_type = "image/*"

    def recognises(self, head: bytes, path: Path) -> bool:
        """By the first bytes of the file."""
        return head.startswith(_MAGIC)

    def _pdf_of(self, path: Path) -> bytes:
        pdf: Any = pypdfium2.PdfDocument.new()
        pages = BytesIO()
        try:
            with no_bombs(path.name), Image.open(path, formats=_FORMATS) as file:
                self._check(path.name, file)
                for picture, dpi in pictures_in(file):
                    add_page(pdf, picture, dpi)
                    self._on_page()
            pdf.save(pages)
        except (OSError, SyntaxError, ValueError) as error:
            raise DamagedFile(f"{path.name} is damaged or cut short: scan it or save it again.") from error
        finally:
            pdf.close()
        return pages.getvalue()

    def _check(self, name: str, file: Image.Image) -> None:
        if (many := getattr(file, "n_frames", 1)) > self._pages:
            raise InputError(
                f"{name} has {many} pages and the limit is {self._pages}: split it, or raise the limit with "
                "--max-pages."
            )


@contextmanager
def no_bombs(name: str) -> Generator[None]:
    """Pillow warns of a picture of more than 89 million pixels before it is decoded: no page is that large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise InputError(f"{name} holds a picture too large to read: scan it at 300 dpi.") from error


def pictures_in(file: Image.Image) -> Iterator[tuple[Image.Image, float]]:
    """Every picture in grey, turned as it was taken, and how many of its pixels make an inch."""
    for frame in ImageSequence.Iterator(file):
        upright = ImageOps.exif_transpose(frame)
        long = max(upright.size)
        told = float(frame.info.get("dpi", (0.0,))[0] or 0.0)
        plausible = told > 0 and _SHORTEST <= long / told <= _LONGEST
        yield _on_paper(upright), told if plausible else long / _USUAL


def _on_paper(picture: Image.Image) -> Image.Image:
    """In grey, on white where it is transparent."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("L")
    seen = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("L")


def add_page(pdf: Any, picture: Image.Image, dpi: float) -> None:
    """Add a page that shows a picture, so many of whose pixels make an inch."""
    width, height = (pixels * _POINTS_PER_INCH / dpi for pixels in picture.size)
    page = pdf.new_page(width, height)
    drawn = pypdfium2.PdfImage.new(pdf)
    drawn.set_bitmap(pypdfium2.PdfBitmap.from_pil(picture))
    drawn.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page.insert_obj(drawn)
    page.gen_content()
    page.close()
