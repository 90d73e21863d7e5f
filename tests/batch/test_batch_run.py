import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from legalai.batch.results import Results, earlier_as_of
from legalai.batch.run import BatchReport, BatchRequest, run_batch
from legalai.errors import ConfigError, InputError
from legalai.export.json import review_from_json
from legalai.review import ReviewRequest
from tests.batch.obedient import LOG_VARIABLE, SECRET, open_broken, open_obedient

ROOT = Path(__file__).parents[2]

CLAUSE = "The fee is due."


class Bench:
    """A folder of orders, its output, and what a batch makes of them."""

    def __init__(self, base: Path) -> None:
        self.folder, self.out, self.log = base / "in", base / "out", base / "log"
        self.folder.mkdir()
        self.log.touch()

    def put(self, **orders: str) -> None:
        """Write files: `a="fine"` makes a.txt; "__" in a name begins a sub-folder."""
        for name, order in orders.items():
            path = self.folder / (name.replace("__", "/") + ".txt")
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{order}\n{name}\n{CLAUSE}")

    def run(self, opener: Any = open_obedient, **changes: Any) -> BatchReport:
        review = ReviewRequest(as_of=date(2026, 11, 21))
        request = BatchRequest(folder=self.folder, out=self.out, review=review)
        return run_batch(replace(request, **changes), open_reviewer=opener)

    def reviews(self) -> list[str]:
        return sorted(p.parent.relative_to(self.out / "reviews").as_posix() for p in self.out.rglob("review.json"))

    def failures(self) -> dict[str, dict[str, str]]:
        path = self.out / "failures.jsonl"
        lines = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
        assert len({line["name"] for line in lines}) == len(lines)
        return {line["name"]: line for line in lines}

    def portfolio(self) -> list[dict[str, str]]:
        with (self.out / "portfolio.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def begun(self) -> Counter[str]:
        return Counter(self.log.read_text().split())

    def state(self) -> dict[str, Any]:
        return json.loads((self.out / "run.json").read_text())


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    made = Bench(tmp_path)
    monkeypatch.setenv(LOG_VARIABLE, str(made.log))
    return made


def test_one_bad_file_costs_that_file_only(bench: Bench) -> None:
    bench.put(a="fine", b="damaged", c="die", d="bug", e="partly", sub__f="fine", g="config")
    report = bench.run(workers=2)
    assert (report.files, report.reviewed, report.partial, report.failed) == (7, 3, 1, 4)
    assert bench.reviews() == ["a.txt", "e.txt", "sub/f.txt"]
    assert [(row["name"], row["status"]) for row in bench.portfolio()] == [
        ("a.txt", "complete"),
        ("e.txt", "partial"),
        ("sub/f.txt", "complete"),
    ]
    failures = bench.failures()
    assert {name: failed["error"] for name, failed in failures.items()} == {
        "b.txt": "DamagedFile",
        "c.txt": "WorkerDied",
        "d.txt": "ValueError",
        "g.txt": "ConfigError",
    }
    assert "SIGKILL" in failures["c.txt"]["message"]
    assert "ValueError" in failures["d.txt"]["message"]
    assert SECRET not in (bench.out / "failures.jsonl").read_text()


def test_what_is_written(bench: Bench) -> None:
    bench.put(a="fine")
    bench.run(review=ReviewRequest(as_of=date(2026, 11, 21), focuses=("liability",), password="open sesame"))
    review = review_from_json((bench.out / "reviews/a.txt/review.json").read_text(), name="review.json")
    assert review.contract.document.name == "a.txt"
    state = bench.state()
    assert (state["status"], state["files"], state["reviewed"]) == ("finished", 1, 1)
    assert state["options"]["focuses"] == ["liability"]
    assert "sesame" not in (bench.out / "run.json").read_text()
    assert earlier_as_of(bench.out) == date(2026, 11, 21)
    assert sorted(path.name for path in bench.out.iterdir()) == [
        "calendar.ics",
        "failures.jsonl",
        "portfolio.csv",
        "portfolio.xlsx",
        "reviews",
        "run.json",
    ]


def test_a_second_run_does_what_is_new_or_changed(bench: Bench) -> None:
    bench.put(a="fine", b="damaged", c="fine")
    bench.run()
    bench.put(c="partly", d="fine")
    report = bench.run()
    assert (report.files, report.reviewed, report.failed, report.earlier) == (4, 3, 1, 2)
    assert bench.begun() == {"a.txt": 1, "b.txt": 1, "c.txt": 2, "d.txt": 1}
    assert {row["name"]: row["status"] for row in bench.portfolio()} == {
        "a.txt": "complete",
        "c.txt": "partial",
        "d.txt": "complete",
    }
    assert list(bench.failures()) == ["b.txt"]


def test_a_failed_file_is_tried_again_when_it_changed_or_when_asked(bench: Bench) -> None:
    bench.put(a="fine", b="damaged", c="damaged")
    bench.run()
    bench.put(b="fine")
    bench.run()
    assert list(bench.failures()) == ["c.txt"]
    assert bench.begun()["c.txt"] == 1
    bench.run(retry_failed=True)
    assert list(bench.failures()) == ["c.txt"]
    assert bench.begun() == {"a.txt": 1, "b.txt": 2, "c.txt": 2}


def test_starting_over_leaves_nothing_of_the_run_before(bench: Bench) -> None:
    bench.put(a="fine", b="damaged")
    bench.run()
    (bench.folder / "b.txt").unlink()
    bench.run(resume=False)
    assert bench.begun()["a.txt"] == 2
    assert bench.failures() == {}


def test_starting_over_removes_nothing_that_is_not_ours(bench: Bench) -> None:
    bench.put(a="fine")
    (bench.out / "reviews" / "mine").mkdir(parents=True)
    with pytest.raises(ConfigError, match="was not written by a batch"):
        bench.run(resume=False)
    assert (bench.out / "reviews" / "mine").is_dir()


def test_other_options_do_not_mix(bench: Bench) -> None:
    bench.put(a="fine")
    bench.run()
    other = ReviewRequest(as_of=date(2026, 12, 1), acting_for="Client")
    with pytest.raises(ConfigError, match=r"holds a batch with another as_of, acting_for\. Use --no-resume"):
        bench.run(review=other)


def test_a_worker_that_cannot_start_stops_the_batch(bench: Bench) -> None:
    bench.put(a="fine", b="fine", c="fine")
    with pytest.raises(ConfigError, match=r"^the model is not there\. Install it\.$"):
        bench.run(open_broken)
    assert bench.failures() == {}
    assert bench.state()["status"] == "interrupted"
    assert bench.run().reviewed == 3


def test_a_setting_that_is_in_the_way_of_every_file_stops_after_a_few(bench: Bench) -> None:
    bench.put(**{f"f{number}": "config" for number in range(9)})
    with pytest.raises(ConfigError, match=r"^us-xx/profile\.toml: wrong$"):
        bench.run()
    assert bench.begun().total() == 3
    # settings can be put right without a change to a file, so these are tried again
    bench.put(f0="fine")
    bench.run(glob="f[0-3].txt")
    assert bench.begun() == {"f0.txt": 2, "f1.txt": 2, "f2.txt": 2, "f3.txt": 1}


def test_a_file_that_takes_too_long_is_given_up(bench: Bench) -> None:
    bench.put(a="sleep 60", b="fine")
    started = time.monotonic()
    report = bench.run(timeout=5)
    assert time.monotonic() - started < 30
    assert (report.reviewed, report.failed) == (1, 1)
    assert bench.failures()["a.txt"]["error"] == "TimedOut"


def test_which_files(bench: Bench) -> None:
    bench.put(a="fine", sub__a="fine", reviews__b="fine")
    for name in (".hidden", "~$a.docx", "Thumbs.db", "desktop.ini"):
        (bench.folder / name).write_text(f"fine\n{CLAUSE}\n")
    bench.out = bench.folder / "out"
    assert bench.run(out=bench.out, glob="**/a.txt").files == 2
    assert bench.run(out=bench.out, glob="sub/*").files == 1
    assert bench.run(out=bench.out).files == 3
    assert bench.reviews() == ["a.txt", "reviews/b.txt", "sub/a.txt"]


def test_an_archive_of_several_contracts_is_a_folder(bench: Bench) -> None:
    bench.put(a="fine")
    with ZipFile(bench.folder / "deals.zip", "w") as archive:
        for name, order in (("b.txt", "fine"), ("sub/c.txt", "damaged"), ("__MACOSX/._b.txt", "x")):
            archive.writestr(name, f"{order}\n{name}\n{CLAUSE}")
    report = bench.run()
    assert (report.files, report.reviewed, report.failed) == (3, 2, 1)
    assert bench.reviews() == ["a.txt", "deals.zip/b.txt"]
    assert [row["name"] for row in bench.portfolio()] == ["a.txt", "deals.zip/b.txt"]
    assert list(bench.failures()) == ["deals.zip/sub/c.txt"]
    assert report.passed_over == ("deals.zip: 1 file of an operating system or word processor passed over.",)
    assert bench.run().earlier == 3
    assert bench.begun() == {"a.txt": 1, "b.txt": 1, "c.txt": 1}


def test_the_output_folder_may_hold_the_contracts(bench: Bench) -> None:
    bench.put(a="fine")
    for out in (bench.folder.parent, bench.folder):
        assert [bench.run(out=out).files for _ in "12"] == [1, 1]


@pytest.mark.parametrize(
    ("glob", "message"),
    [("*.pdf", "no file matches"), ("/etc/*", "is no pattern")],
)
def test_nothing_to_do_is_an_error(bench: Bench, glob: str, message: str) -> None:
    bench.put(a="fine")
    with pytest.raises(InputError, match=message):
        bench.run(glob=glob)


def test_a_name_that_is_no_unicode_is_a_failure_like_any_other(bench: Bench) -> None:
    bench.put(a="fine")
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (bench.folder / name).write_text(f"fine\n{CLAUSE}\n")
    except OSError:
        pytest.xfail("this file system takes only Unicode names")
    assert (bench.run().reviewed, bench.run().failed) == (1, 1)
    assert list(bench.failures()) == [name]


def test_a_failure_cut_short_is_left_out(bench: Bench) -> None:
    bench.put(a="fine", b="damaged")
    bench.run()
    with (bench.out / "failures.jsonl").open("a") as file:
        file.write('{"name": "c.txt", "sha')
    assert list(Results(bench.out).failures()) == ["b.txt"]
    bench.run()
    assert list(bench.failures()) == ["b.txt"]


def _started(bench: Bench) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.batch.program", str(bench.folder), str(bench.out)]
    return subprocess.Popen(command, cwd=ROOT)


def _wait_until(condition: Any, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def _beings(folder: Path) -> list[str]:
    """The processes at work on a folder; spawned workers do not name it, so their parent's number is looked for too."""
    found: list[str] = []
    for each in Path("/proc").glob("[0-9]*/environ"):
        try:
            if str(folder).encode() in each.read_bytes():
                found.append(each.parent.name)
        except OSError:
            continue
    return [pid for pid in found if pid != str(os.getpid())]


def test_killed_at_any_moment_and_started_again_it_finishes_the_rest(bench: Bench) -> None:
    bench.put(**{f"f{number:02}": "sleep 0.05" for number in range(14)}, bad="damaged")
    for enough in (2, 8):
        process = _started(bench)
        _wait_until(lambda enough=enough: len(bench.reviews()) >= enough)
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        assert bench.state()["status"] == "running"
        # Workers do not outlive their batch: a second one may begin right away.
        if Path("/proc/self/environ").exists():
            _wait_until(lambda: not _beings(bench.log), 20)
    assert _started(bench).wait() == 0
    assert len(bench.reviews()) == 14
    assert len(bench.portfolio()) == 14
    assert list(bench.failures()) == ["bad.txt"]
    assert bench.state()["status"] == "finished"
    # A file in hand when the batch was killed is begun again: two workers, two kills. No other is.
    again = [name for name, times in bench.begun().items() if times > 1]
    assert len(again) <= 4
    assert list(bench.out.rglob("*.part")) == []


def test_ctrl_c_leaves_no_failures_and_a_portfolio_of_what_is_done(bench: Bench) -> None:
    bench.put(**{f"f{number:02}": "sleep 0.2" for number in range(12)})
    command = [sys.executable, "-m", "tests.batch.program", str(bench.folder), str(bench.out)]
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True, stderr=subprocess.DEVNULL)
    _wait_until(lambda: len(bench.reviews()) >= 2)
    os.killpg(process.pid, signal.SIGINT)
    process.wait()
    assert bench.failures() == {}
    assert bench.state()["status"] == "interrupted"
    assert 2 <= len(bench.portfolio()) < 12
