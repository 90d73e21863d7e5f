"""Archives: the one contract in them, or what to do."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from legalai.errors import InputError
from tests.ingest.factory import docx, open_file, p
from tests.ingest.test_eml import attach, message

TEXT = b"The Fee is due."


def archive(path: Path, *members: tuple[str, bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name, data in members:
            file.writestr(name, data)
    return path


def test_the_one_contract_is_read(tmp_path: Path) -> None:
    leftovers = (("__MACOSX/._a.txt", b"x"), ("photo.png", b"\x89PNG"), ("deep/.hidden.txt", b"x"), ("~$a.docx", b"x"))
    path = archive(tmp_path / "a.zip", ("deep/a.txt", TEXT), *leftovers)
    document = open_file(path)
    assert document.text == TEXT.decode()
    assert (document.facts.name, document.facts.media_type) == ("a.zip", "application/zip")
    assert [issue.code for issue in document.issues] == ["inner-file"]


def test_an_email_with_a_contract(tmp_path: Path) -> None:
    mail = attach(message(), "a.docx", docx(tmp_path / "a.docx", p("The Fee is due.")).read_bytes())
    path = archive(tmp_path / "a.zip", ("a.eml", mail.as_bytes()))
    assert open_file(path).text == TEXT.decode()


@pytest.mark.parametrize(
    ("members", "says"),
    [
        (
            (("a.txt", TEXT), ("b.txt", TEXT)),
            r"holds 2 files that may be contracts: unpack it and use the batch command",
        ),
        ((("a.exe", TEXT),), r"without a contract"),
        ((), r"without a contract"),
        ((("b.zip", TEXT),), r"without a contract"),
        ((("a.txt", b"0" * 50_000_000),), r"unpacks to"),
        ((("a.txt", b""),), r"is empty"),
        ((("../../evil.txt", b" \n"),), r"holds one contract: evil\.txt holds no words"),
        ((("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>")), r"an Office file, and no contract"),
    ],
)
def test_what_the_user_is_told(tmp_path: Path, members: tuple[tuple[str, bytes], ...], says: str) -> None:
    path = archive(tmp_path / "a.zip", *members)
    with pytest.raises(InputError, match=says) as caught:
        open_file(path)
    assert str(caught.value).startswith("a.zip ")
    assert "\n" not in str(caught.value)
