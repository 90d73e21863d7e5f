"""`legalai playbook` from the command line: what it prints, writes, and exits with."""

import re
from pathlib import Path
from typing import Any

import pytest

from legalai.cli import main
from legalai.errors import DamagedFile
from legalai.playbook import load_playbook
from legalai.review import Extracted, Workbench
from tests.playbook_drafting.own_contracts import CUSTOMER, FIRM, as_found, write_firm


class Bench:
    """A workbench that knows the firm's contracts by the names of their files."""

    def extract(self, path: Path, **_: Any) -> Extracted:
        if path.name not in FIRM:
            raise DamagedFile(f"{path.name}: the file is cut short.")
        found = as_found(path.name, FIRM[path.name])
        return Extracted(found.document, found.contract)


@pytest.fixture
def firm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: Bench())
    monkeypatch.chdir(tmp_path)
    write_firm(tmp_path / "signed")
    return tmp_path / "signed"


FROM = ["playbook", "from", "signed", "--acting-for", CUSTOMER, "--side", "customer", "--out", "ours.toml"]


def test_a_draft_is_written_and_sound(firm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(FROM) == 0
    shown = capsys.readouterr()
    assert shown.err.splitlines() == ["legalai: unsigned.txt: left out, not signed"]
    assert "1 left out as not signed, or not shown to be; --include-unsigned counts them." in shown.out
    assert "4 of 5 files count as contracts in which you are the customer." in shown.out
    assert load_playbook("ours.toml").id == "ours"
    assert main(["playbook", "check", "ours.toml"]) == 0
    assert capsys.readouterr().out == "ours.toml: sound\n"


def test_unsigned_ones_count_when_asked_for(firm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*FROM, "--include-unsigned", "--id", "house-2026"]) == 0
    assert "5 of 5 files" in capsys.readouterr().out
    assert load_playbook("ours.toml").id == "house-2026"


def test_a_broken_file_stops_nothing_and_is_named(firm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (firm / "broken.pdf").write_bytes(b"%PDF-1.7")
    assert main(FROM) == 1
    assert "legalai: broken.pdf: broken.pdf: the file is cut short." in capsys.readouterr().err
    assert "# Could not be read (1): broken.pdf." in Path("ours.toml").read_text(encoding="utf-8")


def test_nothing_is_overwritten(firm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("ours.toml").write_text("mine", encoding="utf-8")
    assert main(FROM) == 2
    assert Path("ours.toml").read_text(encoding="utf-8") == "mine"
    assert "ours.toml is there already" in capsys.readouterr().err


def test_no_contract_of_ours_is_an_error(firm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*FROM[:4], "Somebody Else", *FROM[5:]]) == 2
    assert not Path("ours.toml").exists()
    told = capsys.readouterr().err.splitlines()
    assert len(told) == len(FIRM) + 1
    assert "No contract counts" in told[-1]


def test_list_and_show(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "list"]) == 0
    assert re.search(r"^ ?customer .* customer ", capsys.readouterr().out, re.MULTILINE)
    assert main(["playbook", "show", "supplier"]) == 0
    assert "positions of a supplier" in capsys.readouterr().out


def test_to_check_what_is_not_there_is_asked_wrongly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "check", str(tmp_path / "nothing.toml")]) == 2
    assert "There is no playbook" in capsys.readouterr().err


def test_check_names_each_problem(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('id = "mine"\nname = "Mine"\nside = "buyer"\npositions = []\n', encoding="utf-8")
    assert main(["playbook", "check", str(path)]) == 1
    shown = capsys.readouterr()
    assert len(shown.err.splitlines()) == 2
    assert shown.out.endswith(": 2 problems\n")
