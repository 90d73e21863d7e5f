"""`--trigger` in a batch: the day of an event for every contract, or for one by its name."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from legalai.batch import run as batch_run
from legalai.batch.run import BatchRequest, open_workbench, run_batch
from legalai.batch.triggers import Triggers, triggers_for
from legalai.cli import main
from legalai.errors import InputError
from legalai.review import ReviewRequest
from tests.batch.obedient import LOG_VARIABLE, open_obedient

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def folder_of(tmp_path: Path, *names: str) -> Path:
    for name in names:
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"fine\n{name}\n")
    return tmp_path / "in"


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("supply/acme.pdf", (("delivery", APRIL), ("delivery", MARCH))),
        ("acme.pdf", (("delivery", MARCH),)),
    ],
)
def test_the_day_of_one_contract_goes_before_that_of_all(name: str, days: Triggers) -> None:
    assert triggers_for(name, (("delivery", MARCH), ("supply/acme.pdf:delivery", APRIL))) == days


def test_each_contract_is_reviewed_with_its_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, Triggers] = {}

    def review(path: Path, request: ReviewRequest) -> SimpleNamespace:
        asked[path.name] = request.triggers
        return SimpleNamespace(review=None)

    workbench = SimpleNamespace(open=lambda **_: SimpleNamespace(review=review))
    monkeypatch.setattr(batch_run, "Workbench", workbench)
    reviewer = open_workbench(ReviewRequest(as_of=MARCH, triggers=(("sub/b.txt:delivery", APRIL),)), tmp_path, 1)
    for name in ("a.txt", "sub/b.txt"):
        reviewer(tmp_path / name)
    assert asked == {"a.txt": (), "b.txt": (("delivery", APRIL),)}


def reviewed(log: Path, request: BatchRequest) -> Sequence[str]:
    log.write_text("")
    run_batch(request, open_reviewer=open_obedient)
    return sorted(log.read_text().split())


def test_another_day_has_its_contract_reviewed_again_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    monkeypatch.setenv(LOG_VARIABLE, str(log))
    first = BatchRequest(
        folder=folder_of(tmp_path, "a.txt", "b.txt"), out=tmp_path / "out", review=ReviewRequest(as_of=MARCH)
    )
    assert reviewed(log, first) == ["a.txt", "b.txt"]
    given = replace(first, review=replace(first.review, triggers=(("b.txt:delivery", APRIL),)))
    assert reviewed(log, given) == ["b.txt"]
    assert reviewed(log, given) == []
    for_all = replace(first, review=replace(first.review, triggers=(("delivery", APRIL),)))
    # b.txt was read with that day already
    assert reviewed(log, for_all) == ["a.txt"]


def test_a_day_for_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    review = ReviewRequest(as_of=MARCH, triggers=(("c.txt:delivery", APRIL),))
    request = BatchRequest(folder=folder_of(tmp_path, "a.txt"), out=tmp_path / "out", review=review)
    with pytest.raises(InputError, match=r"delivery for c\.txt"):
        run_batch(request, open_reviewer=open_obedient)


def test_the_command_takes_it_and_says_what_it_is_taken_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(LOG_VARIABLE, str(tmp_path / "log"))
    monkeypatch.setattr(batch_run, "partial", lambda *_: open_obedient)
    command = ["batch", str(folder_of(tmp_path, "a.txt")), "--out", str(tmp_path / "out"), "--workers", "1"]
    assert main([*command, "--trigger", "delivery=2026-03-01", "--trigger", "a.txt:delivery=2026-04-01"]) == 0
    assert "The day of delivery is taken for every contract" in capsys.readouterr().err
    run = json.loads((tmp_path / "out" / "run.json").read_text())
    assert run["options"]["triggers"] == [["delivery", "2026-03-01"], ["a.txt:delivery", "2026-04-01"]]
    assert main([*command, "--trigger", "2026-03-01"]) == 2
