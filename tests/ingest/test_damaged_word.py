"""Word files that are damaged in ways that Word mends: their text is read, and the user is told."""

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from legalai.errors import DamagedFile, InputError
from tests.ingest.factory import abstract, docx, level, num, open_file, p, rezip

TEXT = "1. Rent is due on the first day.\n2. The Tenant insures the flat."
MAIN, STYLES = "word/document.xml", "word/styles.xml"


def lease(folder: Path) -> Path:
    body = p("Rent is due on the first day.", (1, 0)) + p("The Tenant insures the flat.", (1, 0))
    return docx(folder / "good.docx", body, numbering=abstract(1, level(0, "decimal", "%1.")) + num(1, 1))


def changed(folder: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    good = lease(folder)
    with ZipFile(good) as archive:
        return rezip(good, folder / "a.docx", {part: change(archive.read(part))})


def renamed(folder: Path, change: Callable[[str], str | None]) -> Path:
    good = lease(folder)
    with ZipFile(good) as old, ZipFile(folder / "a.docx", "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (other := change(name)) is not None:
                new.writestr(other, old.read(name))
    return folder / "a.docx"


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b"<w:body>", b"<w:body><w:p foo:bar='1'/>"),
        lambda data: data.replace(b"<w:body>", b"<w:body><w:p w:x='Smith & Sons'/>"),
        lambda data: data.replace(b"<w:body>", b"<w:body><w:p w:rsidR=00A1/>"),
        lambda data: data.replace(b"<w:p>", b"<w:p w:rsidR=00A1 hidden w:x='1' w:x='2'>"),
        lambda data: data.replace(b"<w:p>", b'<w:p w:rsidR="00A1>'),
        lambda data: data.replace(b"first", b"fi\x0brst"),
        lambda data: data.replace(b"first", b"fi&#x1F;rst"),
        lambda data: data.replace(b"day.</w:t></w:r>", b"day.</w:t></w:r></w:ins></w:smartTag>"),
        lambda data: data.replace(b"day.</w:t></w:r>", b"day.</w:t>"),
        lambda data: data.replace(b"</w:body>", b"</w:document></w:body>", 1),
    ],
)
def test_xml_that_is_not_well_formed_is_mended(tmp_path: Path, change: Callable[[bytes], bytes]) -> None:
    document = open_file(changed(tmp_path, MAIN, change))
    assert document.text == TEXT
    assert [(issue.code, issue.severity) for issue in document.issues] == [("repaired", "warning")]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"Smith & Jones", "Smith & Jones"),
        (b"Smith&nbsp;&amp;&nbsp;Jones", "Smith\u00a0&\u00a0Jones"),
        (b"AT&T; Jones", "AT&T; Jones"),
        (b"under < 5 and > 3", "under < 5 and > 3"),
        (b"the Tenant\x92s keys", "the Tenant’s keys"),
    ],
)
def test_characters_that_xml_wants_written_otherwise(tmp_path: Path, written: bytes, read: str) -> None:
    document = open_file(changed(tmp_path, MAIN, lambda data: data.replace(b"The Tenant insures", written)))
    assert document.text.endswith(f"2. {read} the flat.")


@pytest.mark.parametrize("part", [STYLES, "word/numbering.xml"])
def test_a_part_that_is_cut_takes_no_text_with_it(tmp_path: Path, part: str) -> None:
    document = open_file(changed(tmp_path, part, lambda data: data[: len(data) // 2]))
    assert "Rent is due on the first day." in document.text
    assert [issue.code for issue in document.issues] == ["repaired"]


def test_a_part_of_which_nothing_is_left_is_named(tmp_path: Path) -> None:
    issues = open_file(changed(tmp_path, STYLES, lambda _: b"\x00\x01")).issues
    assert "without word/styles.xml" in issues[0].message


def test_text_that_is_lost_is_an_error(tmp_path: Path) -> None:
    document = open_file(changed(tmp_path, MAIN, lambda data: data[: data.index(b"insures")]))
    assert document.text == "1. Rent is due on the first day.\n2. The Tenant"
    assert [(issue.code, issue.severity) for issue in document.issues] == [("text-lost", "error")]


@pytest.mark.parametrize(
    "change",
    [
        lambda name: name.replace("/", "\\"),
        lambda name: name.replace("word/document", "word/Document"),
        lambda name: None if name == "_rels/.rels" else name,
        lambda name: None if name == "word/_rels/document.xml.rels" else name,
    ],
)
def test_parts_are_found_without_their_relations(tmp_path: Path, change: Callable[[str], str | None]) -> None:
    document = open_file(renamed(tmp_path, change))
    assert document.text == TEXT
    assert [issue.code for issue in document.issues] == ["repaired"]


def test_an_archive_without_its_directory(tmp_path: Path) -> None:
    data = lease(tmp_path).read_bytes()
    (tmp_path / "a.docx").write_bytes(data[: data.index(b"PK\x01\x02")])
    assert open_file(tmp_path / "a.docx").text == TEXT


def test_a_wrong_checksum(tmp_path: Path) -> None:
    data = bytearray(lease(tmp_path).read_bytes())
    for found in re.finditer(b"PK\x01\x02", bytes(data)):
        data[found.start() + 16] ^= 0xFF
    (tmp_path / "a.docx").write_bytes(bytes(data))
    assert open_file(tmp_path / "a.docx").text == TEXT


def test_a_bomb_without_its_directory_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "b.docx", "w", ZIP_DEFLATED) as archive:
        archive.writestr(MAIN, b"<w:document>" + bytes(60 * 2**20))
    data = (tmp_path / "b.docx").read_bytes()
    (tmp_path / "b.docx").write_bytes(data[: data.index(b"PK\x01\x02")])
    with pytest.raises(InputError, match="unpacks to more"):
        open_file(tmp_path / "b.docx")


def test_a_document_type_is_refused_all_the_same(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile):
        open_file(
            changed(tmp_path, MAIN, lambda data: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + data.replace(b"day", b"&x &a;"))
        )


@pytest.mark.timeout(90)
@pytest.mark.parametrize("piece", [b"<w:p>", b"<w:p><w:r></w:p>", b"</w:p>", b"<", b"&", b"<w:p x='", b"<w:p x=1 y>"])
def test_hostile_xml_takes_no_time(tmp_path: Path, piece: bytes) -> None:
    try:
        document = open_file(
            changed(tmp_path, MAIN, lambda data: data.replace(b"<w:body>", b"<w:body>" + piece * 100_000))
        )
    except DamagedFile:
        return
    assert document.issues


def test_lines_before_the_archive_are_passed_over(tmp_path: Path) -> None:
    sent = b"Content-Type: x\r\n\r\n" + docx(tmp_path / "a.docx", p("The Fee is due.")).read_bytes()
    (path := tmp_path / "b.docx").write_bytes(sent)
    assert open_file(path).text == "The Fee is due."
