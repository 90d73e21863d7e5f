"""E-mails: the one contract attached, or the message."""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from legalai.errors import InputError, UnsupportedFormat
from legalai.ingest import read
from legalai.schema import Document
from tests.ingest.factory import READERS, docx, lines, open_file, p, pdf, r

LETTER = "Dear Ms Roe,\n\nThe Supplier shall deliver the Goods to the Customer by 1 May 2030.\n\nYours"


def message(body: str = LETTER, html: str = "") -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"] = "a@example.com", "b@example.com", "Our contract"
    mail["Message-ID"] = "<1@example.com>"
    if body:
        mail.set_content(body)
    if html:
        (mail.add_alternative if body else mail.set_content)(html, subtype="html")
    return mail


def attach(mail: EmailMessage, name: str, data: bytes, kind: str = "application/octet-stream") -> EmailMessage:
    main, sub = kind.split("/")
    mail.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return mail


def open_mail(tmp_path: Path, mail: EmailMessage, name: str = "a.eml", password: str | None = None) -> Document:
    path = tmp_path / name
    path.write_bytes(mail.as_bytes())
    return open_file(path, password)


def word(tmp_path: Path, text: str = "The Fee is due.") -> bytes:
    return docx(tmp_path / "w.docx", p(text)).read_bytes()


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
def test_the_message_is_the_contract(tmp_path: Path, name: str) -> None:
    document = open_mail(tmp_path, message(), name)
    assert document.text.rstrip("\n") == LETTER
    assert document.facts.media_type == "message/rfc822"
    assert len(document.text_map) == len(document.text)
    html = open_mail(tmp_path, message("", "<p>The Fee<p style='display:none'>no"))
    assert html.text == "The Fee"
    assert open_mail(tmp_path, message("plain", "<p>rich")).text == "plain\n"


def test_the_one_contract_attached_is_read(tmp_path: Path) -> None:
    mail = attach(message(), "Supply (signed).docx", word(tmp_path))
    attach(attach(mail, "logo.png", b"\x89PNG", "image/png"), "ATT00001.htm", b"<p>Disclaimer")
    document = open_mail(tmp_path, mail)
    assert document.text == "The Fee is due."
    assert document.facts.name == "a.eml"
    assert [(issue.code, issue.severity) for issue in document.issues] == [("inner-file", "info")]
    assert "Supply (signed).docx was read" in document.issues[0].message


def test_a_forwarded_message_is_opened(tmp_path: Path) -> None:
    outer = message("see below")
    outer.add_attachment(attach(message(), "a.docx", word(tmp_path)))
    assert open_mail(tmp_path, outer).text == "The Fee is due."


def test_what_the_user_is_told(tmp_path: Path) -> None:
    two = attach(attach(message(), "a.docx", b"1"), "b.pdf", b"2")
    with pytest.raises(InputError, match=r"^a\.eml has 2 attachments that may be contracts: .*batch"):
        open_mail(tmp_path, two)
    with pytest.raises(InputError, match=r"^a\.eml holds one contract: _x\.docx is damaged") as caught:
        open_mail(tmp_path, attach(message(), "../../../\x07x.docx", b"PK\x03\x04"))
    assert "\n" not in str(caught.value)
    sheet = open_mail(tmp_path, attach(message(), "prices.xlsx", b"PK\x03\x04"))
    assert [issue.code for issue in sheet.issues] == ["embedded-content"]


def test_an_encrypted_message(tmp_path: Path) -> None:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["MIME-Version"] = "a@example.com", "1.0"
    mail["Content-Type"] = 'application/pkcs7-mime; name="smime.p7m"'
    mail.set_payload("MIAGCSqGSIb3")
    with pytest.raises(UnsupportedFormat, match="is encrypted"):
        open_mail(tmp_path, mail)


def test_a_letter_is_no_message(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("From: A Ltd\nTo: B Ltd\nDate: 1 May 2030\n\nThe Supplier shall deliver.")
    assert open_file(path).facts.media_type == "text/plain"


@pytest.mark.parametrize(
    "data",
    [
        b"Message-ID: <a>\nContent-Type: text/plain; charset=klingon\n\nFee \xa35",
        b"Message-ID: <a>\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nFee \xa35\n",
        b"Message-ID: [[[\nTo: <<<,,;:\nContent-Type: ;;;/==\nContent-Disposition: ==\n\nFee \xa35",
        b"Message-ID: <a>\nContent-Transfer-Encoding: base64\n\nRmVlIA=",
    ],
)
def test_malformed_messages(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(data)
    assert open_file(path).text.startswith("Fee ")


def test_a_view_is_that_of_the_attachment_and_said_once(tmp_path: Path) -> None:
    changed = docx(
        tmp_path / "c.docx", f"<w:p>{r('in ')}<w:del w:author='A'>{gone('ten')}</w:del>{r('five days')}</w:p>"
    )
    path = tmp_path / "a.eml"
    path.write_bytes(attach(message(), "c.docx", changed.read_bytes()).as_bytes())
    assert open_file(path).text == "in five days"
    assert read(path, READERS, view="original").text == "in tenfive days"
    path.write_bytes(attach(message(), "c.txt", b"Der Lieferant hat die Ware an den Kunden zu liefern.").as_bytes())
    issues = [issue.code for issue in read(path, READERS, view="original").issues]
    assert issues.count("one-view") == 1
    assert issues.count("not-english") <= 1


def gone(text: str) -> str:
    return r(text).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")


@pytest.mark.parametrize(
    ("name", "kind"),
    [(None, "pdf"), (None, "octet-stream"), ("lease.dat", "octet-stream"), ("lease", "pdf")],
)
def test_an_attachment_is_known_by_its_kind(tmp_path: Path, name: str | None, kind: str) -> None:
    lease = pdf(tmp_path / "lease.pdf", [lines("The tenant pays the rent on the first day of each month.")])
    mail = message("Please see the lease.")
    mail.add_attachment(lease.read_bytes(), maintype="application", subtype=kind, filename=name)
    (tmp_path / "a.eml").write_bytes(bytes(mail))
    assert open_file(tmp_path / "a.eml").text == "The tenant pays the rent on the first day of each month."


def test_a_message_that_does_not_say_how_it_is_encoded(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes("Message-ID: <1@example.org>\nSubject: Lease\n\nRent is € 900 – net.\n".encode())
    assert open_file(tmp_path / "a.eml").text.strip() == "Rent is € 900 – net."


def test_a_stub_beside_a_page_is_not_the_message(tmp_path: Path) -> None:
    mail = message(
        "No HTML here.",
        "<html><body><p>The Supplier shall deliver the Goods to the Customer.</p></body></html>",
    )
    assert open_mail(tmp_path, mail).text == "The Supplier shall deliver the Goods to the Customer."


def test_a_contract_that_a_reply_quotes_is_read_without_the_marks(tmp_path: Path) -> None:
    rows = (
        "Agreed.",
        "",
        "On 1 May, A wrote:",
        "> 1. Fee",
        "> 1.1 The fee is EUR 100 a",
        "> month and is paid",
        ">> late.",
    )
    document = open_mail(tmp_path, message("\n".join(rows) + "\n"))
    assert ">" not in document.text
    assert [block.number for block in document.blocks if block.number] == ["1", "1.1"]
    assert len(document.text_map) == len(document.text)
