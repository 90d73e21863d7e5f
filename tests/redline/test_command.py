import json
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile

import jsonschema
import pytest

from legalai.cli import main
from legalai.errors import DamagedFile
from legalai.export.json_schema import schemas
from legalai.plugins.host import PluginHost
from legalai.review import Reviewed, ReviewRequest, Workbench
from legalai.schema import Issue
from tests.export import samples
from tests.ingest.factory import docx, p
from tests.redline.builders import FALLBACK, finding, point, read

# The package gives the function of the same name.
redline = import_module("legalai.redline.redline")
STALE = Issue(code="stale-pack", severity="warning", message="The law of the pack was to be looked at again.")
CAP = "Liability is limited to three (3) months of fees."


class Bench:
    """A workbench with one point to make."""

    def __init__(self) -> None:
        self.plugins = PluginHost.load()

    def review(self, path: Path, request: ReviewRequest, *, progress: Callable[[str], None]) -> Reviewed:
        progress("reading")
        document = read(path)
        points = (point(document, CAP, CAP.replace("three (3)", "twelve (12)")),) if request.acting_for else ()
        made = replace(
            samples.review(samples.TEXT),
            negotiation_points=points,
            findings=(finding(),),
            acting_for=request.acting_for,
            issues=(STALE,) if request.as_of.year == 2028 else (),
        )
        return Reviewed(document, made, ())


@pytest.fixture
def contract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: Bench())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(redline, "find_libreoffice", lambda: None)
    return docx(tmp_path / "contract.docx", p(CAP) + p("End."))


def test_a_redline_its_proof_and_its_page(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["redline", "contract.docx", "--acting-for", "Client", "--for", "counterparty", "--out", "to/a.docx"]) == 0
    )
    folder = contract.parent / "to"
    assert sorted(each.name for each in folder.iterdir()) == ["a.docx", "a.html", "a.proof.json"]
    proof = json.loads((folder / "a.proof.json").read_text())
    jsonschema.Draft202012Validator(json.loads(schemas()["redline.v1.json"])).validate(proof)
    assert (proof["recipient"], proof["author"], proof["libreoffice"]) == ("counterparty", "Client", "not_run")
    assert all(check["passed"] for check in proof["checks"])
    assert FALLBACK not in (folder / "a.proof.json").read_text() + (folder / "a.html").read_text()
    assert "1 change and 1 comment, 10 proofs passed" in capsys.readouterr().out


def test_law_that_was_to_be_looked_at_again_is_told(contract: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ["--acting-for", "Client", "--for", "counterparty", "--as-of", "2028-01-01", "--out", "a.docx"]
    assert main(["redline", "contract.docx", *wanted]) == 0
    assert capsys.readouterr().err.splitlines() == [f"legalai: {STALE.message}"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--acting-for", "Client", "--out", "a.docx"], "--for"),
        (["--acting-for", "Client", "--for", "everybody", "--out", "a.docx"], "everybody"),
        (["--for", "internal", "--out", "a.docx"], "--acting-for one of: "),
        (["--acting-for", "Client", "--for", "internal"], "--out"),
        (["--acting-for", "Client", "--for", "internal", "--out", "a.pdf"], "ends in .docx"),
        (["--acting-for", "Client", "--for", "internal", "--out", "contract.docx"], "name a new file"),
        (["--acting-for", "Client", "--for", "internal", "--view", "original", "--out", "a.docx"], "--view"),
    ],
)
def test_wrong_usage_is_one_line_and_writes_nothing(
    contract: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    before = contract.read_bytes()
    assert main(["redline", "contract.docx", *arguments]) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert len(shown.err.strip().splitlines()) == 1
    assert [each.name for each in contract.parent.iterdir()] == ["contract.docx"]
    assert contract.read_bytes() == before


@pytest.mark.parametrize(
    ("opens", "option", "says"),
    [
        ("everything", [], "opened"),
        ("nothing", [], "not_run"),
        ("the original", [], None),
        ("the original", ["--no-libreoffice"], "not_run"),
    ],
)
def test_libreoffice_opens_it_where_it_is_found(
    contract: Path, monkeypatch: pytest.MonkeyPatch, opens: str, option: list[str], says: str | None
) -> None:
    def convert(path: Path, folder: Path, *, suffix: str) -> Path:
        if opens == "nothing" or (opens == "the original" and b"w:ins" in ZipFile(path).read("word/document.xml")):
            raise DamagedFile("It cannot be read.")
        return folder / f"contract{suffix}"

    monkeypatch.setattr(redline, "find_libreoffice", lambda: "soffice")
    monkeypatch.setattr(redline, "convert_to_docx", convert)
    asked = ["redline", "contract.docx", "--acting-for", "Client", "--for", "internal", "--out", "a.docx", *option]
    assert main(asked) == (0 if says else 2)
    proof = contract.parent / "a.proof.json"
    assert (json.loads(proof.read_text())["libreoffice"] if says else proof.exists()) == (says or False)
