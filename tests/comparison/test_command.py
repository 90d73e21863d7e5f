import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from legalai.cli import main
from legalai.errors import EncryptedFile
from legalai.export.json_schema import schemas
from legalai.review import Extracted, Reviewed, ReviewRequest, Workbench
from legalai.schema import Issue, Party
from tests.advise.builders import contract_of, document_of
from tests.export import samples

DAMAGED_PAGE = Issue(code="damaged-page", severity="error", message="page 2 cannot be read", page=2)
WORDS = {
    "sent": "1. Pay in thirty days of receipt.\n2. The law is that of Oregon.",
    "came-back": "1. Pay in ninety days of receipt.\n2. The law is that of Oregon.",
    "partly": "1. Pay in thirty days of receipt.",
}


class Bench(Workbench):
    """A workbench that finds nothing in its few texts."""

    def extract(self, path: Path, **_: Any) -> Extracted:
        if path.stem == "locked":
            raise EncryptedFile(f"{path.name} is encrypted: give its password with --password.")
        document = document_of(WORDS[path.stem], name=path.name)
        party = Party(text="Pay", start=3, end=6, name="Client", role="Client")
        return Extracted(document, contract_of(document, parties=(party,)))

    def advise(self, extracted: Extracted, request: ReviewRequest, **_: Any) -> Reviewed:
        damaged = extracted.document.facts.name.startswith("partly")
        made = samples.review(samples.TEXT, issues=(DAMAGED_PAGE,) if damaged else ())
        bare = replace(
            made, contract=extracted.contract, findings=(), negotiation_points=(), acting_for=request.acting_for
        )
        return Reviewed(extracted.document, bare, ())


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: Bench())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_comparison_is_told_and_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", "sent.txt", "came-back.txt", "--acting-for", "Client", "--out", "to"]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "1 change; 1 clause unchanged." in shown.out
    assert "thirty → ninety" in shown.out
    assert "counter" in shown.out
    assert sorted(each.name for each in (folder / "to").iterdir()) == ["compare.html", "compare.json", "compare.md"]
    written = json.loads((folder / "to/compare.json").read_text())
    jsonschema.Draft202012Validator(json.loads(schemas()["compare.v1.json"])).validate(written)
    assert "<del>thirty</del><ins>ninety</ins>" in (folder / "to/compare.html").read_text().replace("\n", "")
    assert "~~thirty~~**ninety**" in (folder / "to/compare.md").read_text()


@pytest.mark.parametrize(
    ("files", "code", "said"),
    [
        (["sent.txt", "locked.docx"], 2, "legalai: locked.docx is encrypted: give its password with --password."),
        (["locked.docx", "sent.txt"], 2, "legalai: locked.docx is encrypted: give its password with --password."),
        (["sent.txt", "partly.txt"], 1, "legalai: partly.txt was reviewed in part: page 2 cannot be read"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], files: list[str], code: int, said: str
) -> None:
    assert main(["compare", *files, "--out", "to"]) == code
    assert capsys.readouterr().err.splitlines() == [said]
    assert (folder / "to").exists() == (code == 1)
