from dataclasses import replace
from pathlib import Path

import pytest

from legalai.cli import main
from legalai.export.json import to_json
from legalai.schema import Execution
from tests.export.samples import review


@pytest.fixture
def out(tmp_path: Path) -> Path:
    made = review()
    for name, status in (("a.pdf", "signed"), ("b.pdf", "unsigned")):
        folder = tmp_path / "reviews" / name
        folder.mkdir(parents=True)
        contract = replace(made.contract, execution=Execution(status=status))
        (folder / "review.json").write_text(to_json(replace(made, contract=contract)))
    return tmp_path


def test_rebuild(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", "rebuild", str(out), "--as-of", "2026-11-21", "--alarm-days", "7,30"]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("contracts: 2; entries to come: 2.")
    assert "b.pdf: not signed as far as" in shown.err
    assert "a.pdf, b.pdf: the same file, with entries of its own for each" in shown.err
    assert "TRIGGER:-P30D" in (out / "calendar.ics").read_text()


def test_mark(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["a.pdf", "notice-served", "--on", "2026-11-20", "--note", "by courier", "--as-of", "2026-11-21"]
    assert main(["calendar", "mark", str(out), *words]) == 0
    said, counted = capsys.readouterr().out.splitlines()
    assert said == "a.pdf: notice-served since 2026-11-20."
    assert counted.startswith("contracts: 2; entries to come: 1.")
    assert 'state = "notice-served"\non = 2026-11-20\nnote = "by courier"' in (out / "states.toml").read_text()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rebuild", "OUT", "--alarm-days", "soon"], "--alarm-days soon: give whole numbers"),
        (["rebuild", "OUT", "--alarm-days", "-3"], "--alarm-days -3: give whole numbers"),
        (["rebuild", "OUT/none"], "holds no reviews"),
        (["mark", "OUT", "z.pdf", "live", "--on", "2026-11-20"], "has no review named z.pdf"),
        (["mark", "OUT", "a.pdf", "gone", "--on", "2026-11-20"], "'gone'"),
    ],
)
def test_wrong_usage(out: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calendar", *(each.replace("OUT", str(out)) for each in arguments)]) == 2
    assert told in capsys.readouterr().err
