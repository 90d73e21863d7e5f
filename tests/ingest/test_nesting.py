"""Archives and e-mails in one another: opened down to a depth and within limits."""

from pathlib import Path

import pytest

from legalai.errors import InputError
from legalai.ingest.containers import opening
from legalai.ingest.containers.members import files_in
from tests.ingest.factory import READERS, docx, open_file, p
from tests.ingest.test_eml import attach, message
from tests.ingest.test_zip import LEASE, TEXT, archive, members


def zipped(tmp_path: Path, *files: tuple[str, bytes]) -> bytes:
    return archive(tmp_path / "inner.zip", *files).read_bytes()


def test_a_data_room_is_opened_to_its_last_archive(tmp_path: Path) -> None:
    leases = zipped(tmp_path, ("x/lease.txt", LEASE), ("photo.png", b"\x89PNG"), ("__MACOSX/._x", b"x"))
    room = zipped(tmp_path, ("Leases.zip", leases), ("nda.txt", TEXT))
    path = archive(tmp_path / "a.zip", ("2. Real estate/room.zip", room))
    inside = "a.zip/2. Real estate/room.zip"
    assert members(path) == [f"{inside}/Leases.zip/x/lease.txt", f"{inside}/Leases.zip/photo.png", f"{inside}/nda.txt"]
    document = open_file(tmp_path / inside / "Leases.zip/x/lease.txt")
    assert (document.text, document.facts.name) == (LEASE.decode(), f"{inside}/Leases.zip/x/lease.txt")


def test_the_one_contract_of_an_archive_in_an_archive_is_read(tmp_path: Path) -> None:
    document = open_file(archive(tmp_path / "a.zip", ("b.zip", zipped(tmp_path, ("c.txt", TEXT))), ("d.exe", b"x")))
    assert document.text == TEXT.decode()
    assert [issue.code for issue in document.issues] == ["inner-file", "embedded-content"]


def test_an_archive_attached_to_an_email_is_read(tmp_path: Path) -> None:
    word = docx(tmp_path / "c.docx", p("The Fee is due.")).read_bytes()
    mail = attach(message(), "deal.zip", zipped(tmp_path, ("c.docx", word)), "application/zip")
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())
    assert members(path) == ["a.eml"]
    assert open_file(path).text == TEXT.decode()


def test_several_contracts_of_an_email_are_read_one_by_one(tmp_path: Path) -> None:
    mail = attach(attach(message(), "a.txt.pdf", b"%PDF-1.4"), "b.zip", zipped(tmp_path, ("c.html", b"<html>x</html>")))
    path = tmp_path / "a.eml"
    path.write_bytes(mail.as_bytes())
    assert members(path) == ["a.eml/a.txt.pdf", "a.eml/b.zip/c.html"]
    assert open_file(path / "b.zip" / "c.html").text == "x"
    with pytest.raises(InputError, match=r"^a\.eml has 2 attachments that may be contracts: use the review command"):
        open_file(path)
    held = archive(tmp_path / "z.zip", ("mail.eml", mail.as_bytes()))
    assert members(held) == ["z.zip/mail.eml/a.txt.pdf", "z.zip/mail.eml/b.zip/c.html"]


def test_what_lies_too_deep_stays_one_file_that_says_so(tmp_path: Path) -> None:
    data = TEXT
    for depth in range(opening.DEEPEST + 1):
        data = zipped(tmp_path, (f"{depth}.zip" if depth else "a.txt", data), ("b.txt", LEASE))
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    deepest = files_in(path, lambda: READERS)[0][0]
    assert deepest.name == "1.zip"
    with pytest.raises(InputError, match=r"holds 2 files that may be contracts"):
        open_file(deepest)
    with pytest.raises(InputError, match=r"lies too deep in other archives: unpack it"):
        open_file(deepest / "a.txt")


def test_archives_in_one_another_share_their_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MAX_ENTRIES", 4)
    inner = zipped(tmp_path, ("a.txt", TEXT), ("b.txt", TEXT))
    path = archive(tmp_path / "a.zip", ("1.zip", inner), ("2.zip", inner))
    assert members(path) == ["a.zip/1.zip/a.txt", "a.zip/1.zip/b.txt", "a.zip/2.zip"]
