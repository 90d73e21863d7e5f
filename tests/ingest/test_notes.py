"""Notes beside contracts, in folders and archives: passed over with a line, never without one."""

from pathlib import Path

import pytest

from legalai.batch.folder import Sources, source_files
from legalai.errors import InputError
from legalai.ingest.containers.members import files_in
from tests.ingest.factory import READERS, open_file
from tests.ingest.test_eml import attach, message
from tests.ingest.test_zip import archive

CLAUSE = b"The Supplier shall deliver the Goods."
NOTE = b"just a note"


def sources(folder: Path) -> Sources:
    return source_files(folder, glob="*", leave_out=(), readers=lambda: READERS)


def put(folder: Path, **files: bytes) -> Path:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return folder


def test_notes_in_a_folder_are_named_in_one_line(tmp_path: Path) -> None:
    found = sources(put(tmp_path, a_txt=CLAUSE, b_md=NOTE, c_xyz=b"hello", sub__readme=NOTE, d_xls=b"\xd0\xcf\x11\xe0"))
    assert [file.name for file in found.files] == ["a.txt", "d.xls"]
    (line,) = found.passed_over
    assert line.startswith("3 files that say nothing of what contracts say passed over: b.md, c.xyz, sub/readme.")


def test_files_of_programs_are_named_with_the_notes(tmp_path: Path) -> None:
    found = sources(put(tmp_path, a_txt=CLAUSE, build_py=CLAUSE, data_csv=b"a,b"))
    assert [file.name for file in found.files] == ["a.txt"]
    assert "passed over: build.py, data.csv." in found.passed_over[0]


def test_a_contract_with_a_name_of_its_own_is_read(tmp_path: Path) -> None:
    found = sources(put(tmp_path, a_txt=CLAUSE, b_xyz=CLAUSE))
    assert ([file.name for file in found.files], found.passed_over) == (["a.txt", "b.xyz"], ())


def test_where_there_is_nothing_else_notes_are_read(tmp_path: Path) -> None:
    found = sources(put(tmp_path, a_md=NOTE, b_xyz=b"hello"))
    assert ([file.name for file in found.files], found.passed_over) == (["a.md", "b.xyz"], ())


def test_notes_in_an_archive_are_named_with_it(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", ("a.txt", CLAUSE), ("b.txt", CLAUSE), ("notes/readme.xyz", NOTE))
    files, (line,) = files_in(path, lambda: READERS)
    assert [file.relative_to(path).as_posix() for file in files] == ["a.txt", "b.txt"]
    assert line.startswith("a.zip: 1 file that says nothing of what contracts say passed over: notes/readme.xyz.")


@pytest.mark.parametrize("kind", ["zip", "eml"])
def test_beside_notes_the_one_contract_is_read(tmp_path: Path, kind: str) -> None:
    if kind == "zip":
        path = archive(tmp_path / "a.zip", ("a.txt", CLAUSE), ("b.txt", NOTE))
    else:
        mail = attach(attach(message(), "a.txt", CLAUSE), "b.md", NOTE)
        path = tmp_path / "a.eml"
        path.write_bytes(mail.as_bytes())
    assert open_file(path).text == CLAUSE.decode()
    files, lines = files_in(path, lambda: READERS)
    assert (files, len(lines)) == ((path,), 1)


def test_of_two_contracts_none_is_chosen(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", ("a.txt", CLAUSE), ("b.txt", CLAUSE), ("c.txt", NOTE))
    with pytest.raises(InputError, match="holds 2 files that may be contracts"):
        open_file(path)
