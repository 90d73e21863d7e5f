"""`legalai batch`: what it reports, how it ends, and that it goes on with the day it began with."""

from pathlib import Path

import pytest

from legalai.cli import main


def test_batch_reports_and_exits_by_what_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from legalai.batch import run as batch_run
    from tests.batch.obedient import LOG_VARIABLE, open_obedient

    monkeypatch.setenv(LOG_VARIABLE, str(tmp_path / "log"))
    monkeypatch.setattr(batch_run, "partial", lambda *_: open_obedient)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("fine\n")
    (folder / "b.txt").write_text("damaged\n")
    arguments = ["batch", str(folder), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main([*arguments, "--as-of", "2026-10-01"]) == 1
    shown = capsys.readouterr()
    assert "2 files: 1 reviewed (0 in part), 1 failed; 0 were done before" in shown.out
    assert "legalai: b.txt" in shown.err
    # the next day it goes on with the day it began with, and says so
    assert main(arguments) == 1
    shown = capsys.readouterr()
    assert "is gone on with as of 2026-10-01" in shown.err
    assert "2 were done before" in shown.out
    (folder / "a.txt").unlink()
    assert main([*arguments, "--no-resume"]) == 2
    assert "nothing could be reviewed" in capsys.readouterr().err


def test_a_batch_that_is_stopped_says_how_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from legalai.batch import run as batch_run

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch_run, "run_batch", stopped)
    assert main(["batch", str(tmp_path), "--out", str(tmp_path / "out")]) == 130
    assert "the same command goes on from there" in capsys.readouterr().err
