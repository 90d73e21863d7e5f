"""Archives: the one contract in them, each of several, or what to do."""

import hashlib
import tempfile
import warnings
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from legalai.errors import InputError
from legalai.ingest.containers.members import file_at, files_in
from legalai.ingest.reader import Limits, Reader, read
from legalai.plugins.builtin_readers import register_readers
from tests.ingest.factory import READERS, docx, lines, open_file, p, pdf
from tests.ingest.test_eml import attach, message

TEXT = b"The Fee is due."
LEASE = b"The Rent is due."
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0"


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
    inner, rest = document.issues
    assert (inner.code, rest.code) == ("inner-file", "embedded-content")
    assert rest.message.endswith(
        "1 more that were not read, since they are no contracts by name or by what they say: photo.png."
    )


def test_an_email_with_a_contract(tmp_path: Path) -> None:
    mail = attach(message(), "a.docx", docx(tmp_path / "a.docx", p("The Fee is due.")).read_bytes())
    path = archive(tmp_path / "a.zip", ("a.eml", mail.as_bytes()))
    assert open_file(path).text == TEXT.decode()


@pytest.mark.parametrize("nested", [False, True])
def test_limits_hold_for_the_contract_inside(tmp_path: Path, nested: bool) -> None:
    goods = ("tea", "ink", "oil")
    long = pdf(tmp_path / "long.pdf", [lines(f"The Supplier delivers {each}.", top=300) for each in goods]).read_bytes()
    mail = attach(message(), "long.pdf", long).as_bytes()
    path = archive(tmp_path / "a.zip", ("a.eml", mail) if nested else ("long.pdf", long))
    readers: list[Reader] = []
    register_readers(readers.append)
    with pytest.raises(InputError, match=r"^a\.zip holds one contract: .*long\.pdf has 3 pages and the limit is 2"):
        read(path, readers, limits=Limits(pages=2))
    assert read(path, readers, limits=Limits(pages=3)).facts.pages == 3
    short = archive(tmp_path / "b.zip", ("a.txt", TEXT))
    with pytest.raises(InputError, match=r"holds 15 characters and the limit is 14"):
        read(short, readers, limits=Limits(characters=14))


@pytest.mark.parametrize(
    ("members", "says"),
    [
        (
            (("a.txt", TEXT), ("b.txt", TEXT)),
            r"holds 2 files that may be contracts: use the review command on it, the batch command",
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


def members(path: Path) -> list[str]:
    return [each.relative_to(path.parent).as_posix() for each in files_in(path, lambda: READERS)[0]]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("a.txt", "deep/b.txt"), ["a.zip/a.txt", "a.zip/deep/b.txt"]),
        (("a.txt", "b.txt", "photo.png", "README"), ["a.zip/a.txt", "a.zip/b.txt", "a.zip/photo.png", "a.zip/README"]),
        (("a.txt", "__MACOSX/._a.txt", ".DS_Store", "x/.DS_Store", "Thumbs.db"), ["a.zip"]),
        (("a.txt", "photo.png"), ["a.zip"]),
        # A nested archive may hold contracts, so that it is none to pass over.
        (("a.txt", "b.zip"), ["a.zip/a.txt", "a.zip/b.zip"]),
        (("../../a.txt", "/etc/a.txt", "c:\\d\\a.txt"), ["a.zip/a.txt", "a.zip/etc/a.txt", "a.zip/c_/d/a.txt"]),
        (("x/a?.txt", "x/a*.txt", "x/A_.txt"), ["a.zip/x/a_.txt", "a.zip/x/a_-2.txt", "a.zip/x/A_-3.txt"]),
        (("a" * 300 + ".txt", "b.txt"), [f"a.zip/{'a' * 80}.txt", "a.zip/b.txt"]),
    ],
)
def test_which_files_are_in_an_archive(tmp_path: Path, names: tuple[str, ...], found: list[str]) -> None:
    assert members(archive(tmp_path / "a.zip", *((name, TEXT) for name in names))) == found


def test_leftovers_are_told_in_one_line(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", *((name, TEXT) for name in ("a.txt", "b.txt", "__MACOSX/._a.txt", ".DS_Store")))
    _, lines = files_in(path, lambda: READERS)
    assert lines == ("a.zip: 2 files of an operating system or word processor passed over.",)


def test_a_contract_of_several_is_read_by_its_path(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", ("x/a.txt", TEXT), ("x/b.txt", LEASE))
    for name, text in (("a.txt", TEXT), ("b.txt", LEASE)):
        document = open_file(path / "x" / name)
        assert document.text == text.decode()
        assert (document.facts.name, document.facts.media_type) == (f"a.zip/x/{name}", "text/plain")
        assert document.facts.sha256 == hashlib.sha256(text).hexdigest()


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private = tmp_path / "tmp"
    private.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(private))
    path = archive(tmp_path / "a.zip", ("a.txt", TEXT), ("b.txt", b" "))
    seen: list[int] = []
    with file_at(path / "a.txt") as copy:
        seen.append(copy.parent.stat().st_mode & 0o777)
    with pytest.raises(InputError):
        open_file(path / "b.txt")
    assert seen == [0o700]
    assert list(private.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("b.txt", r"a\.zip/b\.txt is empty"),
        ("c.zip", r"a\.zip/c\.zip is an archive without a contract"),
        ("d.png", r"a\.zip/d\.png is damaged"),
        ("f.txt", r"holds no file f\.txt"),
        ("../a.txt", r"holds no file"),
        ("same.txt", r"holds several files of the name same\.txt"),
    ],
)
def test_a_file_in_an_archive_is_refused_by_name(tmp_path: Path, name: str, says: str) -> None:
    inner = archive(tmp_path / "c.zip", ("a.exe", TEXT)).read_bytes()
    files = (("a.txt", TEXT), ("b.txt", b""), ("c.zip", inner), ("d.png", PICTURE))
    with warnings.catch_warnings(action="ignore"):
        path = archive(tmp_path / "a.zip", *files, ("same.txt", TEXT), ("same.txt", LEASE))
    with pytest.raises(InputError, match=says) as caught:
        open_file(path / name)
    assert "\n" not in str(caught.value)


def test_a_path_through_a_file_that_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT)
    with pytest.raises(InputError, match=r"^a\.txt is no folder and no archive"):
        open_file(tmp_path / "a.txt" / "b.txt")


def test_an_archive_beyond_the_limits_is_one_file_that_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", ("a.txt", b"0" * 50_000_000), ("b.txt", TEXT))
    assert members(path) == ["a.zip"]
    with pytest.raises(InputError, match="unpacks to"):
        open_file(path / "b.txt")


def test_a_word_template_or_a_file_with_macros_is_a_contract_too(tmp_path: Path) -> None:
    word = docx(tmp_path / "a.docx", p("The Fee is due.")).read_bytes()
    assert open_file(archive(tmp_path / "a.zip", ("a.docm", word))).text == TEXT.decode()
    assert members(archive(tmp_path / "b.zip", ("a.docm", word), ("b.dotx", word))) == ["b.zip/a.docm", "b.zip/b.dotx"]
