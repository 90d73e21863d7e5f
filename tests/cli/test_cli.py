import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar
from zipfile import ZipFile

import pytest

from legalai import __version__
from legalai.cli import main
from legalai.cli.app import app
from legalai.cli.folders import folder_names
from legalai.cli.show import complain, plain
from legalai.errors import ConfigError, EncryptedFile
from legalai.export.json import contract_from_json, review_from_json
from legalai.ingest.reader import USUAL_LIMITS, Limits
from legalai.plugins.host import PluginHost
from legalai.resources import pack_folders
from legalai.review import Extracted, Reviewed, ReviewRequest, Workbench
from legalai.schema import Issue, View
from tests.export.samples import TEXT, contract, document, review
from tests.ingest.factory import docx, r

DAMAGED_PAGE = Issue(code="damaged-page", severity="error", message="page 2 cannot be read", page=2)


class Bench:
    """A workbench that knows what to say of a file by its name."""

    def __init__(self) -> None:
        self.plugins = PluginHost.load()
        self.asked: list[ReviewRequest] = []

    def _issues(self, path: Path) -> tuple[Issue, ...]:
        if path.stem == "locked":
            raise EncryptedFile(f"{path.name} is encrypted: give its password with --password.")
        if path.stem == "odd":
            raise ConfigError("There is no focus 'x'. Known: liability.")
        if path.stem == "bug":
            raise ValueError("words of the contract")
        if path.stem == "hidden":
            return tuple(Issue(code="x", severity="warning", message=f"look at {n}.", page=None) for n in range(1, 6))
        return (DAMAGED_PAGE,) if path.stem == "partly" else ()

    def review(self, path: Path, request: ReviewRequest, *, progress: Callable[[str], None]) -> Reviewed:
        self.asked.append(request)
        progress("reading")
        made = review(TEXT, name=path.name, issues=self._issues(path))
        return Reviewed(document(), replace(made, acting_for=request.acting_for), ())

    def extract(
        self,
        path: Path,
        *,
        as_of: date,
        password: str | None = None,
        view: View = "accepted",
        limits: Limits = USUAL_LIMITS,
        triggers: tuple[tuple[str, date], ...] = (),
        progress: Callable[[str], None],
    ) -> Extracted:
        return Extracted(document(), replace(contract(name=path.name), issues=self._issues(path)))


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Bench:
    made = Bench()
    monkeypatch.setattr(Workbench, "open", lambda *_, **__: made)
    monkeypatch.chdir(tmp_path)
    return made


# --------------------------------------------------------------------------------------------------------------- review


def test_review_writes_a_folder_for_each_contract(
    bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", "a.pdf", "b.docx", "--acting-for", "Client", "--as-of", "2026-11-01"]) == 0
    for name in ("a", "b"):
        files = sorted(path.name for path in (tmp_path / "reviews" / name).iterdir())
        assert files == ["calendar.ics", "review.docx", "review.html", "review.json", "review.md"]
    written = review_from_json((tmp_path / "reviews/a/review.json").read_bytes(), name="review.json")
    assert written.contract.document.name == "a.pdf"
    shown = capsys.readouterr()
    assert shown.err == ""
    assert [line.split()[:3] for line in shown.out.splitlines() if "." in line] == [
        ["a.pdf", "complete", "gb-eaw"],
        ["b.docx", "complete", "gb-eaw"],
    ]


def test_review_asks_what_was_asked(bench: Bench) -> None:
    options = "--jurisdiction us-ny --focus liability,renewal --acting-for Client --playbook customer --packs my-packs"
    assert main(["review", "a.pdf", *options.split(), "--password", "p", "--as-of", "2026-11-01", "--out", "o"]) == 0
    assert bench.asked == [
        ReviewRequest(
            as_of=date(2026, 11, 1),
            jurisdiction="us-ny",
            focuses=("liability", "renewal"),
            acting_for="Client",
            playbook="customer",
            packs=Path("my-packs"),
            password="p",
        )
    ]


def test_every_contract_of_an_archive_is_reviewed(
    bench: Bench, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with ZipFile(tmp_path / "deals.zip", "w") as archive:
        for name in ("nda.docx", "msa.docx", "old/msa.docx", "locked.pdf", ".DS_Store"):
            archive.writestr(name, b"x")
    assert main(["review", "deals.zip", "a.pdf"]) == 1
    folders = sorted(path.name for path in (tmp_path / "reviews").iterdir())
    assert folders == ["a", "msa.docx", "msa.docx-2", "nda"]
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 2
    assert told[0].startswith("legalai: deals.zip: 1 file of an operating system")


def test_without_a_party_the_parties_to_choose_from_are_listed(
    bench: Bench, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", "a.pdf"]) == 0
    assert (
        "a.pdf: no negotiation points; say --acting-for one of: Alder Cloud Ltd (Provider); Brook Retail plc (Client)"
        in capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("files", "code", "errors"),
    [
        (["a.pdf", "locked.pdf"], 1, ["legalai: locked.pdf is encrypted: give its password with --password."]),
        (["locked.pdf"], 2, ["legalai: locked.pdf is encrypted: give its password with --password."]),
        (["partly.pdf"], 1, ["legalai: partly.pdf was reviewed in part: page 2 cannot be read"]),
        (
            ["hidden.pdf"],
            0,
            ["legalai: hidden.pdf: look at 1. 4 more of this kind: see Issues in review.md."],
        ),
        # the same for every file, so said once
        (["odd.pdf", "odd.txt", "a.pdf"], 1, ["legalai: There is no focus 'x'. Known: liability."]),
    ],
)
def test_exit_codes_of_review(
    bench: Bench, capsys: pytest.CaptureFixture[str], files: list[str], code: int, errors: list[str]
) -> None:
    assert main(["review", *files, "--acting-for", "Client"]) == code
    assert capsys.readouterr().err.splitlines() == errors


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["x/a.pdf", "b.docx"], ["a", "b"]),
        (["a.pdf", "a.docx", "b.txt"], ["a.pdf", "a.docx", "b"]),
        (["x/a.pdf", "y/a.pdf"], ["a.pdf", "a.pdf-2"]),
        (["A.pdf", "a.docx"], ["A.pdf", "a.docx"]),
        (["a.pdf", "./a.pdf", "x/../a.pdf"], ["a"]),
        (["x/a.b.pdf"], ["a.b"]),
    ],
)
def test_folder_names(files: list[str], names: list[str]) -> None:
    assert list(folder_names([Path(file) for file in files]).values()) == names


# -------------------------------------------------------------------------------------------------------------- extract


def test_extract_prints_json_and_nothing_else(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "a.pdf"]) == 0
    shown = capsys.readouterr()
    assert contract_from_json(shown.out, name="stdout") == contract(name="a.pdf")
    assert shown.err == ""


def test_a_contract_read_in_part_is_printed_and_exits_with_1(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "partly.pdf"]) == 1
    assert json.loads(capsys.readouterr().out)["issues"][0]["code"] == "damaged-page"


@pytest.mark.parametrize("text", ["one\r\ntwo “quoted”\n\n", "no line break at the end", "\ttab and\u00a0space \n"])
def test_extract_text_is_the_file(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    assert main(["extract", str(path), "--text"]) == 0
    assert capfdbinary.readouterr().out == text.encode()


@pytest.mark.parametrize(
    ("view", "text"),
    [
        ("accepted", "Fees are due in 20 days."),
        ("original", "Fees are due in 10 days."),
        ("marked", "Fees are due in [-10-]{+20+} days."),
    ],
)
def test_each_view_of_a_tracked_file(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], view: str, text: str
) -> None:
    deleted = '<w:del w:id="1" w:author="A"><w:r><w:delText>10</w:delText></w:r></w:del>'
    body = f'<w:p>{r("Fees are due in ")}{deleted}<w:ins w:id="2" w:author="A">{r("20")}</w:ins>{r(" days.")}</w:p>'
    path = docx(tmp_path / "a.docx", body)
    assert main(["extract", str(path), "--text", "--view", view]) == 0
    assert capfdbinary.readouterr().out == text.encode()


# ---------------------------------------------------------------------------------------------------------------- usage


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["zz"], "No such command 'zz'. See: legalai --help"),
        (["review"], "Missing argument 'FILE'. See: legalai review --help"),
        (
            ["review", "a.pdf", "--as-of", "soon"],
            "'soon' is no day: write it as 2026-11-23. See: legalai review --help",
        ),
        (["extract", "a.pdf", "b.pdf"], "unexpected extra argument"),
        (["batch", "nowhere"], "nowhere is not a folder. Name the folder that holds the contracts."),
        (["jurisdictions"], "Missing command. See: legalai jurisdictions --help"),
        (["evaluate"], "Missing command. See: legalai evaluate --help"),
        (["jurisdictions", "show", "us-xx"], "There is no jurisdiction pack 'us-xx'. Known: _base,"),
        (["extract", "nothing.txt"], "nothing.txt does not exist: check the path."),
        (["extract", "."], "is a folder"),
        (["calendar", "mark", "x", "y", "live", "--on", "1.2.26"], "'1.2.26' is no day: write it as 2026-11-23."),
    ],
)
def test_wrong_usage_is_one_line_and_exits_with_2(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert message in shown.err
    assert shown.err.startswith("legalai: ")
    assert len(shown.err.splitlines()) == 1


def test_a_bug_is_one_line_without_its_message(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "bug.pdf"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("legalai: an error in legalai itself (ValueError in ")
    assert "words of the contract" not in error


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain £ text", "plain £ text"),
        ("two\nlines", "two lines"),
        ("\x1b[31mred\x1b[0m", "[31mred [0m"),
        ("caf\udce9.pdf", "caf .pdf"),
        ("right\u202eleft", "right left"),
    ],
)
def test_names_cannot_steer_the_terminal(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_what_is_wrong_in_several_places_is_parted(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a.toml -> id: missing\na.toml -> side: missing")
    assert capsys.readouterr().err == "legalai: a.toml -> id: missing; a.toml -> side: missing\n"


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"legalai {__version__}\n"


def test_no_arguments_is_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "jurisdictions" in capsys.readouterr().out


def _command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "legalai", *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_module_is_the_command() -> None:
    assert _command("--version").stdout == f"legalai {__version__}\n"
    assert _command("zz").returncode == 2


def test_help_costs_little_processor_time() -> None:
    """`legalai --help` answers in under a second; processor time, since the machine may be busy."""
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert _command("--help").returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < 0.8


# ----------------------------------------------------------------------------------------------- jurisdictions, plugins


def test_packs_are_listed_shown_checked_and_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["jurisdictions", "list"]) == 0
    assert {line.split()[0] for line in capsys.readouterr().out.splitlines() if line.strip()} > {"_base", "us-ny"}
    assert main(["jurisdictions", "show", "us-ny"]) == 0
    assert "us-ny > us > _base" in capsys.readouterr().out
    assert main(["jurisdictions", "copy", "us-ny", str(tmp_path)]) == 0
    assert main(["jurisdictions", "check", str(tmp_path)]) == 0
    assert main(["jurisdictions", "check", str(tmp_path / "us-ny")]) == 0
    assert main(["jurisdictions", "copy", "us-ny", str(tmp_path)]) == 2


def test_a_broken_pack_is_told_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["jurisdictions", "copy", "us-ny", str(tmp_path)])
    main(["jurisdictions", "copy", "gb-eaw", str(tmp_path)])
    profile = tmp_path / "us-ny" / "profile.toml"
    profile.write_text("flavour = 1\n" + profile.read_text(encoding="utf-8"), encoding="utf-8")
    capsys.readouterr()
    assert main(["jurisdictions", "check", str(tmp_path / "us-ny")]) == 1
    assert "flavour" in capsys.readouterr().err
    assert main(["jurisdictions", "check", str(tmp_path)]) == 1


def test_a_pack_that_grew_old_is_sound_and_says_what_to_look_up(capsys: pytest.CaptureFixture[str]) -> None:
    fr = str(pack_folders()[-1] / "fr")
    assert main(["jurisdictions", "check", fr, "--no-cases", "--as-of", "2031-01-01"]) == 0
    told = capsys.readouterr()
    assert "to be looked at again by" in told.err
    assert "fr_late_penalty: no figure for 2031-01-01" in told.err
    assert "to look up" in told.out


def test_render_prints_the_prompt_of_a_task(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["jurisdictions", "render", "gb-eaw", "a.pdf", "--task", "summary", "--focus", "liability"]
    assert main(arguments) == 0
    assert "Alder Cloud Ltd" in capsys.readouterr().out


def test_plugins_lists_ours(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plugins"]) == 0
    assert "builtin_readers" in capsys.readouterr().out


class _Server:
    """A server that is started, told to end with its parent, and ends."""

    started: ClassVar[list[list[str]]] = []
    ended: ClassVar[list[bool]] = []

    def __init__(self, command: list[str]) -> None:
        self.started.append(command)

    def __enter__(self) -> "_Server":
        return self

    def __exit__(self, *_: object) -> None:
        return

    def terminate(self) -> None:
        self.ended.append(True)

    def wait(self) -> int:
        signal.raise_signal(signal.SIGTERM)
        return 0


def test_ui_is_served_to_this_machine_only_and_ends_with_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(subprocess, "Popen", _Server)
    assert main(["ui", "--port", "8600", "--no-browser"]) == 0
    (command,) = _Server.started
    assert command[1:4] == ["-m", "streamlit", "run"]
    assert Path(command[4]).is_file()
    assert {"--server.address=127.0.0.1", "--server.port=8600", "--server.headless=true"} <= set(command)
    assert _Server.ended == [True]
    assert signal.getsignal(signal.SIGTERM) == before


def test_every_command_is_there_once() -> None:
    groups = [each.name for each in app.registered_groups]
    commands = [each.callback.__name__ for each in app.registered_commands if each.callback]
    assert sorted({*groups, *commands}, key=str) == sorted([*groups, *commands], key=str)


def test_a_missing_choice_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["playbook", "from", "contracts", "--acting-for", "Elm Ltd"]) == 2
    assert "Missing option '--side'. Choose from: customer, supplier. See:" in capsys.readouterr().err
