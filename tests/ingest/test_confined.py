"""Readers that hang, burst and crash, each in a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from legalai.errors import DamagedFile, EncryptedFile, InputError
from legalai.ingest.confined import ConfinedReader
from legalai.ingest.text import TextReader, document_of
from legalai.schema import Document


class ScriptedReader(TextReader):
    """Does what the file's first word says."""

    def __init__(self, on_page: Callable[[], None] = lambda: None, pages: int = 9) -> None:
        self.on_page, self.pages = on_page, pages

    def read(self, path: Path, *, password: str | None = None) -> Document:
        word, _, rest = path.read_text(encoding="utf-8").partition(" ")
        match word:
            case "hang":
                time.sleep(3600)
            case "slow":
                for _ in range(8):
                    time.sleep(0.4)
                    self.on_page()
            case "many":
                for _ in range(40):
                    self.on_page()
                time.sleep(4)
            case "start":
                started = subprocess.Popen(["sleep", "3600"])
                path.with_suffix(".pid").write_text(str(started.pid), encoding="utf-8")
                time.sleep(3600)
            case "burst":
                bytearray(2**40)
            case "crash":
                os.abort()
            case "print":
                sys.stdout.write("what a library says")
                os.write(1, b"and what it writes")
            case "locked":
                raise EncryptedFile(f"{path.name} is encrypted, and {password} does not open it.")
            case _:
                pass
        return document_of(rest, name=path.name)


@pytest.fixture(autouse=True)
def _findable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process finds this module; a folder that a user happens to stand in is never looked at for modules."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))


def read(tmp_path: Path, content: str, *, max_silence: float = 20, password: str | None = None) -> Document:
    path = tmp_path / "contract.txt"
    path.write_text(content, encoding="utf-8")
    return ConfinedReader(ScriptedReader, max_silence=max_silence).read(path, password=password)


def test_it_reads_what_the_reader_reads(tmp_path: Path) -> None:
    document = read(tmp_path, "plain Fees are due in May.")
    assert document == document_of("Fees are due in May.", name="contract.txt")


def test_what_is_printed_does_not_come_between(tmp_path: Path) -> None:
    assert read(tmp_path, "print Fees are due.").text == "Fees are due."


def test_a_page_that_takes_too_long_ends_the_reading(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"^contract\.txt has a page that takes longer than 2 seconds to read: print"):
        read(tmp_path, "hang", max_silence=2)


def test_many_pages_may_take_longer_than_one(tmp_path: Path) -> None:
    assert read(tmp_path, "slow Fees are due.", max_silence=2.5).text == "Fees are due."


def test_many_pages_may_take_longer_to_be_put_together(tmp_path: Path) -> None:
    assert read(tmp_path, "many Fees are due.", max_silence=2).text == "Fees are due."


@pytest.mark.parametrize("how", ["burst", "crash"])
def test_a_process_that_comes_down_takes_nothing_with_it(tmp_path: Path, how: str) -> None:
    with pytest.raises(DamagedFile, match="damaged or needs too much memory"):
        read(tmp_path, how)


def test_errors_travel_with_their_kind(tmp_path: Path) -> None:
    with pytest.raises(EncryptedFile, match="and wrong does not open it"):
        read(tmp_path, "locked", password="wrong")


def test_it_says_of_itself_what_the_reader_says() -> None:
    reader = ConfinedReader(ScriptedReader)
    assert (reader.name, reader.suffixes, reader.media_type) == ("Text", TextReader.suffixes, "text/plain")
    assert reader.recognises(b"Fees are due.", Path("contract.txt"))


@pytest.mark.skipif(os.name != "posix", reason="needs groups of processes")
def test_what_the_process_has_started_ends_with_it(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="longer than 4 seconds"):
        read(tmp_path, "start", max_silence=4)
    started = int((tmp_path / "contract.pid").read_text(encoding="utf-8"))
    for _ in range(50):
        try:
            state = Path(f"/proc/{started}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":  # it has ended, and waits for somebody to ask
            return
        time.sleep(0.1)
    pytest.fail("it runs on")
