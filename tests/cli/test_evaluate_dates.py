"""`legalai evaluate dates --out`: the figures are kept with the command and the day of the run, and no path of ours."""

import json
from datetime import date
from pathlib import Path

import pytest

from legalai.cli import main
from legalai.labels import CUAD_CATEGORIES

TEXT = "This Agreement is made on 1 March 2020 between Northwind Ltd and Southwind Ltd under the laws of England."
COLUMNS = (
    "Filename,Agreement Date-Answer,Effective Date-Answer,Expiration Date-Answer,Renewal Term-Answer,"
    "Notice Period To Terminate Renewal- Answer,Governing Law-Answer"
)


def labelled(title: str) -> dict[str, object]:
    qas = [{"id": f"{title}__{name}", "question": name, "answers": []} for name in CUAD_CATEGORIES]
    return {"title": title, "paragraphs": [{"context": TEXT, "qas": qas}]}


def test_the_figures_are_written_with_how_they_came_about(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, answers, out = tmp_path / "CUAD.json", tmp_path / "answers.csv", tmp_path / "dates.json"
    data.write_text(json.dumps({"version": "1", "data": [labelled("one"), labelled("two"), labelled("three")]}))
    answers.write_text(f"{COLUMNS}\none.pdf,3/1/20,,,,,\ntwo.pdf,3/2/20,,,,,\n")
    assert main(["evaluate", "dates", str(data), "--answers", str(answers), "--labels", "--out", str(out)]) == 0
    kept = json.loads(out.read_text())
    assert kept["command"] == "legalai evaluate dates CUAD.json --answers answers.csv --labels"
    assert date.fromisoformat(kept["run_on"]) <= date.today()
    assert kept["contracts"] == 2
    counted = kept["fields"]["agreement date"]
    assert (counted["asked"], counted["right"], counted["wrong"], counted["silent"]) == (2, 1, 1, 0)
    assert str(tmp_path) not in out.read_text()
    assert "agreement date" in capsys.readouterr().out
