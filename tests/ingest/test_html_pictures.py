"""Pictures in web pages and e-mails: read where they are held, told where they are not."""

import base64
import io
import shutil
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from legalai.ingest.markup.html_pictures import pixel_area
from tests.ingest.factory import lines, open_file, pdf
from tests.ingest.test_eml import message, open_mail

tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="needs tesseract")
ROW = "The Customer shall pay the Fee within thirty days of the invoice."


def picture(tmp_path: Path, kind: str = "PNG") -> bytes:
    """A page of print as a picture."""
    with pypdfium2.PdfDocument(pdf(tmp_path / "p.pdf", [lines(ROW, size=14)])) as opened:
        page: Image.Image = opened[0].render(scale=150 / 72).to_pil()  # pyright: ignore
    page.crop((0, 0, page.width, 400)).convert("RGB").save(held := io.BytesIO(), kind)
    return held.getvalue()


def told(tmp_path: Path, page: str) -> list[str]:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    return [f"{issue.severity} {issue.message}" for issue in open_file(tmp_path / "a.html").issues]


@tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_in_a_page_is_read_in_its_place(tmp_path: Path, kind: str) -> None:
    data = base64.b64encode(picture(tmp_path, kind)).decode()
    page = f'<p>1. Payment<p><img src="data:image/{kind.lower()};base64,{data}"><p>2. Term'
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    document = open_file(tmp_path / "a.html")
    assert document.text.splitlines() == ["1. Payment", ROW, "2. Term"]
    assert document.facts.ocr
    assert [issue.code for issue in document.issues] == ["ocr"]


@tesseract
def test_a_picture_sent_with_an_email_is_read_where_it_shows_it(tmp_path: Path) -> None:
    mail = message("", '<p>Our terms:<p><img src="cid:terms@example">')
    mail.add_related(picture(tmp_path), "image", "png", cid="<terms@example>")
    assert open_mail(tmp_path, mail).text.splitlines() == ["Our terms:", ROW]


def test_a_picture_beside_a_plain_email_is_told(tmp_path: Path) -> None:
    mail = message()
    mail.add_attachment(picture(tmp_path), "image", "png", filename="scan.png")
    assert [issue.code for issue in open_mail(tmp_path, mail).issues] == ["pictures-not-read"]


def test_no_link_is_followed(tmp_path: Path) -> None:
    found = told(
        tmp_path, '<p>The Fee.<img src="https://example.com/page1.png"><img src="logo.gif" width=40 height=40>'
    )
    assert found == [
        "info a.html shows 1 picture that is not in the file, and no link is followed: look whether they show text."
    ]


def test_small_pictures_and_broken_ones(tmp_path: Path) -> None:
    dot = base64.b64encode(b"GIF89a\x01\x00\x01\x00").decode()
    assert told(tmp_path, f'<p>The Fee.<img src="data:image/gif;base64,{dot}"><img src="">') == []
    assert told(tmp_path, '<p>The Fee.<img src="data:image/png;base64,A" width=600 height=800>') != []
    assert told(tmp_path, '<p>The Fee.<p hidden><img style="width:9px;height:9px" src="data:image/png,x">') == []


def test_the_sides_of_a_picture_by_its_head(tmp_path: Path) -> None:
    for kind in ("PNG", "JPEG", "GIF"):
        Image.new("RGB", (300, 200)).save(held := io.BytesIO(), kind)
        assert pixel_area(held.getvalue()) == pytest.approx(300 * 200 * 0.02646**2)
    assert pixel_area(b"\xff\xd8\xff\xe0") is None
    assert pixel_area(b"BM") is None
