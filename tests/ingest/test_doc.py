"""Old Word files: through LibreOffice where there is one, else one sentence."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from legalai.errors import DamagedFile, UnsupportedFormat
from legalai.ingest.word import libreoffice
from tests.ingest.factory import abstract, docx, level, num, open_file, p, shown

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
OLD_WORD = OLE + "WordDocument".encode("utf-16-le") + b"\0" * 64


def old_word(tmp_path: Path) -> Path:
    path = tmp_path / "lease.doc"
    path.write_bytes(OLD_WORD)
    return path


def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program in LibreOffice's place that runs this Python."""
    path = tmp_path / "soffice"
    path.write_text(f"#!{sys.executable}\nimport sys, os, time, subprocess\n{script}")
    path.chmod(0o700)
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: str(path))


def test_without_libreoffice_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: None)
    with pytest.raises(UnsupportedFormat, match=r"^lease\.doc is .*install LibreOffice, or save the file as \.docx\.$"):
        open_file(old_word(tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")
def test_a_file_that_libreoffice_cannot_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, monkeypatch, "")
    with pytest.raises(DamagedFile, match=r"^lease\.doc cannot be read by LibreOffice"):
        open_file(old_word(tmp_path))


@pytest.mark.skipif(os.name != "posix", reason="the stand-in is a script")
def test_it_is_stopped_in_time_with_its_children(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "child"
    child = f"c = subprocess.Popen(['sleep', '60']); open({str(told)!r}, 'w').write(str(c.pid)); time.sleep(60)"
    program(tmp_path, monkeypatch, child)
    folder = tmp_path / "folder"
    folder.mkdir()
    start = time.perf_counter()
    with pytest.raises(DamagedFile, match="more than 2 seconds"):
        libreoffice.convert_to_docx(old_word(tmp_path), folder, suffix=".doc", seconds=2)
    assert time.perf_counter() - start < 20
    assert _ends(int(told.read_text()))


def _ends(pid: int) -> bool:
    for _ in range(50):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or ") Z " in state.read_text():
            return True
        time.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    return False


def test_a_word_file_with_a_password_is_no_old_word_file(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(UnsupportedFormat, match="password"):
        open_file(path)


@pytest.mark.libreoffice
@pytest.mark.skipif(libreoffice.find_libreoffice() is None, reason="needs soffice")
def test_an_old_word_file_is_read_as_word_shows_it(tmp_path: Path) -> None:
    lists = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(1, 1)
    made = docx(tmp_path / "lease.docx", p("Fees", (1, 0)) + p("The Customer pays.", (1, 1)), numbering=lists)
    command = [
        str(libreoffice.find_libreoffice()), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless", "--convert-to", "doc", "--outdir", str(tmp_path), str(made),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = open_file(tmp_path / "lease.doc")
    assert [(number, text) for _, number, text in shown(document)] == [
        ("1", "1. Fees"),
        ("1(a)", "(a) The Customer pays."),
    ]
    assert (document.facts.name, document.facts.media_type) == ("lease.doc", "application/msword")
