"""A whole review with a language model behind a real server, and the gate before it, in the CLI and in the app."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from legalai.cli import main
from legalai.errors import ConfigError, EgressDenied
from legalai.plugins.host import PluginHost
from legalai.review import ReviewRequest, Workbench, chosen_drafter
from legalai.ui import APP, workbench
from tests.drafting.language_model.stub import Answer, Handler, fails, says, serving
from tests.plugins.test_host import adds
from tests.ui.builders import FakeWorkbench

CONTRACT = """SERVICES AGREEMENT

This Services Agreement is made on 3 March 2025 between Quillfeather Analytics Ltd ("Supplier") and Dunmore Textiles plc
("Customer").

1. Term. This Agreement starts on 1 April 2025 and continues for twenty-four (24) months.

2. Fees. Customer shall pay Supplier GBP 4,000 each month within thirty (30) days of the invoice.

3. Law. This Agreement is governed by the laws of England and Wales. Notices go to notices@quillfeather.example.
"""


def repeats(handler: Handler, asked: dict[str, Any]) -> None:
    """A model that repeats what it was told is established, line by line, with the marks as numbers."""
    part = re.findall(r'"(\w+)"', asked["messages"][0]["content"])[0]
    lines = re.findall(r"^(.*?)((?:\[\[\w+:\d+\]\])+)$", asked["messages"][1]["content"], re.MULTILINE)
    sentences = [
        {"sentence": words.strip(), "cites": [int(each) for each in re.findall(r":(\d+)\]", marks)]}
        for words, marks in lines
        if words.strip()
    ]
    says({part: sentences})(handler, asked)


REPEATS: Answer = repeats


def test_a_redacted_review_reads_like_any_other_and_is_asked_for_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "services.txt"
    path.write_text(CONTRACT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    bench = Workbench.open(threads=1)
    with serving(REPEATS) as stub:
        monkeypatch.setenv("LEGALAI_LLM_URL", stub.url)
        request = ReviewRequest(
            as_of=date(2026, 11, 1), acting_for="Customer", drafter="openai-compatible:stub", redact=True
        )
        first = bench.review(path, request).review
        sent = len(stub.asked)
        again = bench.review(path, request).review
        assert len(stub.asked) == sent > 0
    assert not re.search(r"quillfeather|dunmore|4,000|notices@", stub.said, re.IGNORECASE)
    summary = " ".join(sentence.sentence for sentence in first.summary)
    assert "Quillfeather Analytics Ltd" in summary
    assert "PARTY_" not in json.dumps([summary, *(each.explanation for each in first.findings)])
    assert again.summary == first.summary
    used, unused = first.provenance.usage, again.provenance.usage
    assert used is not None
    assert unused is not None
    assert (used.redacted, used.remote, used.requests, used.cost_usd) == (True, False, sent, None)
    assert (unused.requests, unused.input_tokens, unused.cost_usd) == (0, 0, 0)
    assert unused.cached == sent + used.cached
    prompts = first.provenance.prompts
    assert len(set(prompts)) == len(prompts) < sent, "a file that wrote more than once is named once"


def test_a_server_that_fails_ends_the_review_with_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "services.txt"
    path.write_text(CONTRACT)
    with serving(fails(403, {"error": "Quillfeather Analytics Ltd"})) as stub:
        monkeypatch.setenv("LEGALAI_LLM_URL", stub.url)
        command = ["review", str(path), "--drafter", "openai-compatible:stub", "--out", str(tmp_path / "out")]
        assert main(command) == 2
    told = capsys.readouterr().err
    assert "openai-compatible:stub answered with HTTP 403" in told
    assert "Quillfeather" not in told
    assert not list((tmp_path / "out").glob("*/review.json"))


# ----------------------------------------------------------------------------------------------------------------- gate

REMOTE = ReviewRequest(as_of=date(2026, 11, 1), drafter="openai:gpt-5.2")


class Elsewhere:
    """A plugin's drafter that sends text away."""

    name = "elsewhere"
    remote = True

    def write(self, job: object) -> dict[str, Any]:
        raise AssertionError("it was asked to write")


def test_a_remote_drafter_needs_to_be_named_and_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-shown-nowhere")
    plugins = PluginHost.load()
    with pytest.raises(EgressDenied, match=r"would send contract text to api\.openai\.com:") as error:
        chosen_drafter(plugins, REMOTE)
    assert "sk-" not in str(error.value)
    assert chosen_drafter(plugins, replace(REMOTE, allow_remote=True)).remote
    assert not chosen_drafter(plugins, replace(REMOTE, drafter="offline", allow_remote=True)).remote
    assert not chosen_drafter(plugins, replace(REMOTE, drafter="ollama:llama3.2")).remote


def test_a_plugins_drafter_stands_before_the_same_gate() -> None:
    plugins = PluginHost.load({"away": adds("register_drafters", Elsewhere())})
    named = replace(REMOTE, drafter="elsewhere")
    with pytest.raises(EgressDenied, match="another machine"):
        chosen_drafter(plugins, named)
    assert chosen_drafter(plugins, replace(named, allow_remote=True)).name == "elsewhere"
    with pytest.raises(ConfigError, match="--redact"):
        chosen_drafter(plugins, replace(named, allow_remote=True, redact=True))


@pytest.mark.parametrize("command", [["review", "{file}"], ["batch", "{folder}"]])
def test_the_gate_closes_before_the_long_part(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "in" / "services.txt"
    path.parent.mkdir()
    path.write_text(CONTRACT)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-shown-nowhere")
    monkeypatch.setattr(Workbench, "extract", lambda *_, **__: pytest.fail("the file was read"))
    words = [word.format(file=path, folder=path.parent) for word in command]
    assert main([*words, "--drafter", "openai:gpt-5.2", "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "--allow-remote" in told
    assert not (tmp_path / "out").exists()


def test_the_app_asks_before_a_contract_is_sent(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeWorkbench()
    monkeypatch.setattr(workbench, "open_workbench", lambda: fake)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-shown-nowhere")
    st.cache_resource.clear()
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    app.file_uploader[0].set_value(
        [("nda.docx", (root / "samples/nda-gb.docx").read_bytes(), "application/octet-stream")]
    )
    app.run()
    asked = len(fake.asked)
    app.text_input[0].set_value("openai:gpt-5.2")
    submit = next(button for button in app.button if button.label == "Review")
    submit.click()
    app.run()
    assert len(fake.asked) == asked, "nothing was reviewed"
    assert "would send contract text to" in app.error[0].value
    next(box for box in app.checkbox if box.label.startswith("Send this contract")).check()
    next(button for button in app.button if button.label == "Review").click()
    app.run()
    assert not app.exception
    last = fake.asked[-1]
    assert (last.drafter, last.allow_remote, last.redact) == ("openai:gpt-5.2", True, False)
    st.cache_resource.clear()
