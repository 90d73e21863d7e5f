"""Contracts embedded in a PDF: beside its pages, in a portfolio, in PDF files within others."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from legalai.errors import DamagedFile, EncryptedFile, InputError
from legalai.ingest import read
from legalai.ingest.containers.members import files_in
from legalai.ingest.containers.opening import bytes_within
from tests.ingest.factory import READERS, docx, lines, open_file, p, pdf
from tests.ingest.test_eml import attach, message
from tests.ingest.test_zip import archive

ROW = "The tenant keeps the garden and pays the deposit."
FEE = b"The Fee is due on the first of May."


def with_files(path: Path, *files: tuple[str, bytes], rows: str = ROW, portfolio: bool = False) -> Path:
    """A PDF with one page and files in it; a portfolio says in its catalogue that it is one."""
    document = pypdfium2.PdfDocument(pdf(path.with_suffix(".plain"), [lines(*rows.split("\n"))]))
    for name, data in files:
        document.new_attachment(name).set_data(data)
    document.save(path)
    if portfolio:
        # The key takes the room of another of the same length, so that no offset changes.
        data = path.read_bytes()
        assert data.count(b"/PageMode/UseNone") == 1
        path.write_bytes(data.replace(b"/PageMode/UseNone", b"/Collection<<>>  "))
    return path


def found(path: Path) -> list[str]:
    return [each.relative_to(path.parent).as_posix() for each in files_in(path, lambda: READERS)[0]]


def test_the_pages_and_each_contract_in_them_are_files_to_review(tmp_path: Path) -> None:
    order = docx(tmp_path / "o.docx", p("The Fee is due.")).read_bytes()
    path = with_files(tmp_path / "a.pdf", ("fee.txt", FEE), ("order.docx", order), ("map.png", b"\x89PNG"))
    assert found(path) == ["a.pdf", "a.pdf/fee.txt", "a.pdf/order.docx"]
    document = open_file(path / "order.docx")
    assert (document.text, document.facts.name) == ("The Fee is due.", "a.pdf/order.docx")
    assert open_file(path).text == ROW


def test_what_is_embedded_is_told_by_name(tmp_path: Path) -> None:
    path = with_files(tmp_path / "a.pdf", ("fee.txt", FEE), ("map.png", b"\x89PNG"))
    told = [issue.message for issue in open_file(path).issues if issue.code == "embedded-content"]
    assert len(told) == 1
    assert told[0].startswith("a.pdf has 2 files embedded in it (fee.txt, map.png), not read with its pages")


def test_a_plain_pdf_is_itself(tmp_path: Path) -> None:
    assert found(pdf(tmp_path / "a.pdf", [lines(ROW)])) == ["a.pdf"]
    assert found(with_files(tmp_path / "b.pdf", ("factur-x.xml", b"<a/>"))) == ["b.pdf"]


def test_names_that_lead_elsewhere_stay_within(tmp_path: Path) -> None:
    path = with_files(tmp_path / "a.pdf", ("../../fee.txt", FEE), ("fee.txt", FEE))
    assert found(path) == ["a.pdf", "a.pdf/fee.txt", "a.pdf/fee-2.txt"]


def test_a_pdf_in_an_archive_in_an_email_is_opened(tmp_path: Path) -> None:
    inner = with_files(tmp_path / "i.pdf", ("fee.txt", FEE)).read_bytes()
    zipped = archive(tmp_path / "z.zip", ("i.pdf", inner), ("nda.txt", FEE)).read_bytes()
    path = tmp_path / "a.eml"
    path.write_bytes(attach(message(), "z.zip", zipped).as_bytes())
    assert found(path) == ["a.eml/z.zip/i.pdf", "a.eml/z.zip/i.pdf/fee.txt", "a.eml/z.zip/nda.txt"]
    assert open_file(path / "z.zip" / "i.pdf" / "fee.txt").text == FEE.decode()


def test_pdf_files_in_one_another_end_at_a_depth(tmp_path: Path) -> None:
    data = FEE
    for number in range(7):
        data = with_files(tmp_path / f"{number}.pdf", ("fee.txt" if data is FEE else "in.pdf", data)).read_bytes()
    path = tmp_path / "6.pdf"
    assert len(found(path)) == 5
    with pytest.raises(InputError, match="too deep"):
        bytes_within(path, "in.pdf/in.pdf/in.pdf/in.pdf/in.pdf/in.pdf/fee.txt")


def test_the_one_contract_of_a_portfolio_is_read(tmp_path: Path) -> None:
    cover = "For the best experience, open this PDF portfolio in a newer program."
    path = with_files(tmp_path / "a.pdf", ("fee.txt", FEE), rows=cover, portfolio=True)
    assert found(path) == ["a.pdf"]
    document = read(path, READERS)
    assert document.text == FEE.decode()
    assert document.issues[0].code == "inner-file"
    several = with_files(tmp_path / "b.pdf", ("fee.txt", FEE), ("nda.txt", FEE), rows=cover, portfolio=True)
    assert found(several) == ["b.pdf/fee.txt", "b.pdf/nda.txt"]
    with pytest.raises(InputError, match="holds 2 files that may be contracts"):
        read(several, READERS)


def test_a_contract_that_leads_a_portfolio_is_read_too(tmp_path: Path) -> None:
    path = with_files(tmp_path / "a.pdf", ("fee.txt", FEE), rows="\n".join([ROW] * 20), portfolio=True)
    assert found(path) == ["a.pdf", "a.pdf/fee.txt"]
    assert open_file(path).text.startswith(ROW)


def test_a_damaged_pdf_is_told_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n1 0 obj << /Type /EmbeddedFile >>")
    assert found(path) == ["a.pdf"]
    with pytest.raises(DamagedFile, match=r"^a\.pdf does not let the files in it be opened"):
        bytes_within(path, "fee.txt")


def carrying(path: Path, data: bytes, user_password: str) -> Path:
    """A PDF with a password that embeds fee.txt."""
    canvas = Canvas(str(path), pagesize=A4, encrypt=StandardEncryption(user_password, "owner", strength=128))
    lines(ROW)(canvas)
    canvas.showPage()
    inside: Any = getattr(canvas, "_doc")  # noqa: B009 - reportlab offers no other way in
    stream = PDFStream(PDFDictionary({"Type": PDFName("EmbeddedFile")}), data.decode())
    held = PDFDictionary({"F": inside.Reference(stream)})
    spec = {"Type": PDFName("Filespec"), "F": PDFString("fee.txt"), "UF": PDFString("fee.txt"), "EF": held}
    named = PDFArray([PDFString("fee.txt"), inside.Reference(PDFDictionary(spec))])
    inside.Catalog.Names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": named})})
    canvas.save()
    return path


def test_what_a_pdf_with_a_password_embeds_is_read_with_it(tmp_path: Path) -> None:
    path = carrying(tmp_path / "a.pdf", FEE, "open sesame")
    assert files_in(path, lambda: READERS, "open sesame")[0] == (path, path / "fee.txt")
    assert open_file(path / "fee.txt", "open sesame").text == FEE.decode()
    assert files_in(path, lambda: READERS)[0] == files_in(path, lambda: READERS, "wrong")[0] == (path,)
    with pytest.raises(EncryptedFile, match="--password"):
        open_file(path)


def test_a_pdf_that_needs_no_password_opens_though_one_was_given(tmp_path: Path) -> None:
    path = carrying(tmp_path / "a.pdf", FEE, "")
    assert open_file(path, "of another file").text == ROW
    assert open_file(path / "fee.txt", "of another file").text == FEE.decode()


def test_an_embedded_file_with_a_password_is_told_and_opened_with_it(tmp_path: Path) -> None:
    locked = pdf(tmp_path / "l.pdf", [lines(ROW)], encrypt=StandardEncryption("open sesame", "owner", strength=128))
    path = with_files(tmp_path / "a.pdf", ("l.pdf", locked.read_bytes()))
    with pytest.raises(EncryptedFile, match=r"^a\.pdf/l\.pdf is encrypted: give its password"):
        open_file(path / "l.pdf")
    assert open_file(path / "l.pdf", "open sesame").text == ROW
