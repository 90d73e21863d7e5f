import os
import stat
from pathlib import Path

import pytest

from legalai.errors import ConfigError
from legalai.export.files import write_whole


def test_text_is_stored_as_it_is(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "a.txt", "one\r\ntwo £\n")
    assert (tmp_path / "new" / "a.txt").read_bytes() == "one\r\ntwo £\n".encode()


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "a.txt", "old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ConfigError, match=r"a\.txt: cannot be written \(No space left on device\)"):
        write_whole(tmp_path / "a.txt", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text() == "old"


def test_others_may_read_it_when_the_user_allows(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        write_whole(tmp_path / "a.txt", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o644
