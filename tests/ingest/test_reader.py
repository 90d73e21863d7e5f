"""What a user is told when a file cannot be read, and what is noted when it can."""

from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption

from legalai.errors import DamagedFile, EncryptedFile, InputError, NoTextLayer, UnsupportedFormat
from legalai.ingest.confined import ConfinedReader
from legalai.ingest.pdf.pdf import PdfReader
from legalai.ingest.reader import Limits, read
from tests.ingest.factory import READERS, docx, lines, open_file, p, pdf

WORDS = "The Supplier shall deliver the Goods to the Customer and the Customer shall pay for them on delivery in full."


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.pdf", b"", DamagedFile, "is empty"),
        ("a.txt", b"  \n\t\n ", InputError, "no words"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnsupportedFormat, "save it as .docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, UnsupportedFormat, "password"),
        ("a.rtf", b"{\\rtf1 }", InputError, "no words"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, DamagedFile, "damaged"),
        ("a.json", b'{"clause": "The Supplier shall deliver."}', UnsupportedFormat, "PDF (.pdf)"),
        ("build.py", b"print(1)  # the Supplier shall deliver", UnsupportedFormat, "PDF (.pdf)"),
        ("a.bin", bytes(range(256)), UnsupportedFormat, "PDF (.pdf)"),
        ("a.pdf", bytes(range(256)), DamagedFile, "no PDF file"),
        ("a.pdf", b"%PDF-1.7\nnot really", DamagedFile, "damaged"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 200, DamagedFile, "damaged"),
        ("a.zip", b"PK\x03\x04" + b"\0" * 200, DamagedFile, "damaged"),
        ("a.txt", b"\xff\xfeA\x00\x00", DamagedFile, "cut short"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_an_unreadable_file_is_named_in_one_sentence(
    tmp_path: Path, name: str, data: bytes, error: type[InputError], says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        open_file(path)
    message = str(caught.value)
    assert name in message
    assert says in message
    assert "\n" not in message
    assert message.endswith(".")
    assert str(tmp_path) not in message


def test_what_is_read_is_listed_by_format(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(UnsupportedFormat) as refused:
        open_file(path)
    assert str(refused.value).count("(.pdf)") == 1


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.pdf does not exist"):
        open_file(tmp_path / "gone.pdf")
    with pytest.raises(InputError, match="is a folder"):
        open_file(tmp_path)


def test_a_text_longer_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(WORDS, encoding="utf-8")
    with pytest.raises(InputError, match=rf"long\.txt holds {len(WORDS)} characters and the limit is 10: .*--max-char"):
        read(path, READERS, limits=Limits(characters=10))
    assert read(path, READERS, limits=Limits(characters=len(WORDS))).text == WORDS


def test_a_password(tmp_path: Path) -> None:
    locked = pdf(tmp_path / "locked.pdf", [lines(WORDS)], encrypt=StandardEncryption("let me in", strength=128))
    with pytest.raises(EncryptedFile, match="--password"):
        open_file(locked)
    with pytest.raises(EncryptedFile, match="does not open with the password given"):
        open_file(locked, password="wrong")
    assert open_file(locked, password="let me in").text == WORDS


def test_an_owner_password_alone_locks_nobody_out(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [lines(WORDS)], encrypt=StandardEncryption("", ownerPassword="owner", strength=128))
    assert open_file(path).text == WORDS


def test_a_scan_has_no_text_layer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("legalai.ingest.ocr.choice.find_engine", lambda: None)

    def picture(canvas: object) -> None:
        canvas.drawInlineImage(_picture(), 0, 0, 500, 700)  # pyright: ignore

    with pytest.raises(NoTextLayer, match="is a scan"):
        open_file(pdf(tmp_path / "scan.pdf", [picture, picture]))
    mixed = open_file(pdf(tmp_path / "mixed.pdf", [lines(WORDS), picture, lambda canvas: None]))
    # An error: what was read in part is never called complete.
    assert [(i.code, i.severity, i.page) for i in mixed.issues] == [("pages-without-text", "error", 2)]
    assert mixed.facts.pages == 3


def _picture() -> object:
    from PIL import Image

    return Image.new("L", (50, 70), 128)


def test_content_counts_not_the_name(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.txt", [lines(WORDS)])
    document = open_file(path)
    assert document.facts.media_type == "application/pdf"
    assert [issue.code for issue in document.issues] == ["type-mismatch"]
    unnamed = path.rename(tmp_path / "contract")
    assert open_file(unnamed).issues == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (WORDS, "en"),
        ("Der Lieferant hat die Ware an den Kunden zu liefern und der Kunde hat sie bei der Lieferung zu bezahlen, "
         "soweit nicht in diesem Vertrag eine andere Frist vereinbart ist.", "de"),
        ("Le fournisseur livre les marchandises au client et le client les paie à la livraison, sauf si une autre "
         "date est prévue dans le présent contrat pour le paiement.", "fr"),
        ("El proveedor entregará los bienes al cliente y el cliente los pagará en el momento de la entrega, salvo que "
         "en este contrato se indique otra fecha para el pago.", "es"),
        ("Il fornitore consegna la merce al cliente e il cliente la paga alla consegna, salvo che nel presente "
         "contratto non sia indicata una data diversa per il pagamento.", "it"),
        ("Acme 2024", "und"),
    ],
)  # fmt: skip
def test_the_language_is_told(tmp_path: Path, text: str, language: str) -> None:
    path = docx(tmp_path / "a.docx", p(text))
    document = open_file(path)
    assert document.facts.language == language
    assert ("not-english" in [issue.code for issue in document.issues]) == (language not in ("en", "und"))


def test_a_pdf_of_too_many_pages_is_refused_and_the_limit_can_be_raised(tmp_path: Path) -> None:
    path = pdf(
        tmp_path / "long.pdf", [lines(f"The Supplier delivers {goods}.", top=300) for goods in ("tea", "ink", "oil")]
    )
    readers = [ConfinedReader(PdfReader)]
    with pytest.raises(InputError, match=r"long\.pdf has 3 pages and the limit is 2: split it, or .* --max-pages\."):
        read(path, readers, limits=Limits(pages=2))
    assert read(path, readers, limits=Limits(pages=3)).facts.pages == 3
