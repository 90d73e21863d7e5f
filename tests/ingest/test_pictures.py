"""Pictures of contracts: what a scanner or a telephone saves."""

import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from legalai.errors import InputError, NoTextLayer
from legalai.ingest.ocr import choice
from legalai.ingest.ocr.pictures import PictureReader
from tests.ingest.factory import lines, open_file, pdf, shown

tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")

FIRST = ("1. Delivery", "1.1 The Supplier shall deliver the goods within thirty (30) days after the order.")
SECOND = ("2. Payment", "2.1 The Customer shall pay $12,500 for each delivery on or before 31 March 2027.")


def pages(tmp_path: Path, dpi: int = 200) -> list[Image.Image]:
    source = pdf(tmp_path / "source.pdf", [lines(*FIRST), lines(*SECOND)])
    with pypdfium2.PdfDocument(source) as opened:
        return [page.render(scale=dpi / 72).to_pil() for page in opened]  # pyright: ignore


@tesseract
def test_every_picture_of_a_tiff_is_a_page(tmp_path: Path) -> None:
    first, second = pages(tmp_path)
    first.save(path := tmp_path / "contract.tiff", save_all=True, append_images=[second], dpi=(200, 200))
    document = open_file(path)
    assert [text for *_, text in shown(document)] == [*FIRST, *SECOND]
    assert document.text_map.page(document.text.index("$12,500")) == 2
    assert (document.facts.name, document.facts.media_type, document.facts.pages) == ("contract.tiff", "image/*", 2)
    assert document.facts.ocr


@tesseract
@pytest.mark.parametrize(
    ("name", "orientation", "transparent"), [("a.jpg", 6, False), ("a.jpg", 1, False), ("a.png", 1, True)]
)
def test_a_photograph_is_read_the_way_it_was_taken(
    tmp_path: Path, name: str, orientation: int, transparent: bool
) -> None:
    picture = pages(tmp_path)[1]
    if orientation == 6:  # the camera was turned: to be shown a quarter clockwise
        picture = picture.rotate(90, expand=True)
    if transparent:
        black = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        black.putalpha(picture.convert("L").point(lambda value: 255 - value))
        picture = black
    exif = Image.Exif()
    exif[0x0112] = orientation
    picture.save(path := tmp_path / name, dpi=(72, 72), exif=exif)
    assert [text for *_, text in shown(open_file(path))] == [*SECOND]


def test_too_many_pictures_and_too_large_ones_are_refused_before_they_are_read(tmp_path: Path) -> None:
    small = Image.new("L", (60, 60), 255)
    small.save(many := tmp_path / "many.tif", save_all=True, append_images=[small, small])
    with pytest.raises(InputError, match="has 3 pages and the limit is 2"):
        PictureReader(pages=2).read(many)
    Image.new("1", (11_000, 11_000)).save(large := tmp_path / "large.png")
    with pytest.raises(InputError, match="too large to read"):
        PictureReader().read(large)


def test_without_an_engine_a_picture_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "find_engine", lambda: None)
    pages(tmp_path, 72)[0].save(path := tmp_path / "a.png")
    with pytest.raises(NoTextLayer, match="install tesseract-ocr"):
        open_file(path)
