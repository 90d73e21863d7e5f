"""A model behind a real server: what is asked of it, what of its replies is let in, and what its garbage ends in."""

import json
import logging
import time
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from legalai.drafting.language_model.ledger import Spent
from legalai.drafting.language_model.model_drafter import LanguageModelDrafter
from legalai.drafting.language_model.providers import Endpoint
from legalai.drafting.reply import Drafted
from legalai.errors import DrafterError, EgressDenied
from tests.drafting.language_model.stub import (
    TAG,
    Answer,
    endless,
    fails,
    hangs,
    job,
    only_in,
    raw,
    says,
    says_as_anthropic,
    serving,
)

SECRET = "Hollyhock Marine Ltd pays forty thousand pounds"
GOOD = {"parties": [{"sentence": "Two parties.", "cites": [1]}], "term": []}
DRAFTED = {"parties": (Drafted("Two parties.", (1,)),), "term": ()}


def told(error: BaseException) -> str:
    """All that a log of the error could show."""
    return f"{error} {error.__cause__} {error.__suppress_context__ or error.__context__}"


# ---------------------------------------------------------------------------------------------------------------- asked


def test_the_prompt_is_sent_as_it_is_and_no_tool_with_it() -> None:
    with serving(says(GOOD)) as stub:
        assert stub.drafter().write(job(f"{SECRET} [[{TAG}:1]]")) == DRAFTED
    (asked,) = stub.asked
    system, user = asked["messages"]
    assert user == {"role": "user", "content": f"{SECRET} [[{TAG}:1]]"}
    assert SECRET not in system["content"]
    assert '"parties", "term"' in system["content"]
    assert asked["response_format"]["json_schema"]["schema"]["properties"].keys() == {"parties", "term"}
    assert not {"tools", "tool_choice", "functions"} & asked.keys()


@pytest.mark.parametrize("mode", ["json_schema", "json_object", "prompt"])
def test_the_way_of_asking_falls_back_until_the_server_takes_it_and_is_kept(mode: str) -> None:
    with serving(only_in(mode, GOOD)) as stub:
        drafter = stub.drafter()
        assert drafter.write(job()) == DRAFTED
        first = len(stub.asked)
        assert drafter.write(job()) == DRAFTED
        assert len(stub.asked) == first + 1
    given = [each.get("response_format", {}).get("type", "prompt") for each in stub.asked]
    assert given == [*["json_schema", "json_object", "prompt"][:first], mode]


def test_a_way_that_is_set_is_the_only_one() -> None:
    with serving(only_in("prompt", GOOD)) as stub, pytest.raises(DrafterError, match="HTTP 400"):
        stub.drafter(mode="json_object").write(job())
    assert len(stub.asked) == 1


# --------------------------------------------------------------------------------------------------------------- let in


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (GOOD, DRAFTED),
        (
            {"parties": [{"sentence": f"Two parties. [[{TAG}:2]]", "cites": [1]}]},
            {"parties": (Drafted("Two parties.", (2, 1)),), "term": ()},
        ),
        (
            {"term": [{"sentence": "It runs\n for two\x00 years\u202e.", "cites": []}], "notes": {"x": 1}},
            {"parties": (), "term": (Drafted("It runs for two years.", ()),)},
        ),
    ],
)
def test_what_is_read_of_a_reply(content: object, expected: object) -> None:
    with serving(says(content)) as stub:
        assert stub.drafter().write(job()) == expected


def test_a_wrong_reply_is_handed_back_with_what_is_wrong() -> None:
    with serving(says('{"parties": "nobody"'), says({"parties": [{"sentence": 5, "cites": [1]}]}), says(GOOD)) as stub:
        drafter = stub.drafter()
        assert drafter.write(job()) == DRAFTED
    assert len(stub.asked) == 3
    assert "json_invalid" in json.dumps(stub.asked[1]["messages"])
    assert drafter.ledger.spent == Spent(requests=3, input_tokens=360, output_tokens=90, cost_usd=None)


def test_an_invented_cite_is_handed_back_and_at_last_left_to_grounding() -> None:
    invented = {"parties": [{"sentence": "A third party.", "cites": [7]}, {"sentence": "Two.", "cites": [1]}]}
    with serving(says(invented), says(GOOD)) as stub:
        assert stub.drafter().write(job()) == DRAFTED
        assert "stand for no quote: 7" in json.dumps(stub.asked[1]["messages"])
    with serving(says(invented)) as stub:
        reply = stub.drafter(retries=1).write(job())
    assert [job().sources.quotes(each) is None for each in reply["parties"]] == [True, False]


def test_a_listener_is_told_the_words_as_they_come() -> None:
    pieces: list[str] = []
    with serving(says(GOOD)) as stub:
        drafter = stub.drafter().told(pieces.append)
        assert drafter.write(job()) == DRAFTED
    assert stub.asked[0]["stream"] is True
    assert len(pieces) > 3
    assert json.loads("".join(pieces)) == GOOD
    assert drafter.ledger.spent.output_tokens == 30


# -------------------------------------------------------------------------------------------------------------- garbage

GARBAGE: dict[str, tuple[Answer, ...]] = {
    "no JSON": (says(f"Sure! {SECRET}"),),
    "nothing": (says(""),),
    "a list": (says([1, 2, 3]),),
    "null": (says("null"),),
    "no part": (says({"summary": SECRET}),),
    "empty parts": (says({"parties": [], "term": []}),),
    "wrong types": (says({"parties": [{"sentence": SECRET, "cites": "one"}]}),),
    "cites that are no numbers": (says({"parties": [{"sentence": SECRET, "cites": [True, -1, 1e99]}]}),),
    "a sentence without end": (says({"parties": [{"sentence": "x" * 5000, "cites": [1]}]}),),
    "too many sentences": (says({"parties": [{"sentence": "x", "cites": [1]}] * 500}),),
    "deep": (says("[" * 100_000),),
    "no completion": (raw(json.dumps({"hello": SECRET}).encode()),),
    "no choices": (raw(b'{"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": []}'),),
    "choices of another type": (raw(b'{"id": 5, "choices": "' + SECRET.encode() + b'", "created": "x"}'),),
    "not even HTTP's JSON": (raw(b"\xff\xfe" + SECRET.encode()),),
    "a web page": (raw(f"<html>{SECRET}</html>".encode(), "text/html"),),
    "HTTP 400": (fails(400, {"error": {"message": SECRET}}),),
    "HTTP 401": (fails(401, {"error": {"message": SECRET}}),),
    "HTTP 429": (fails(429, {"error": {"message": SECRET}}, retry_after_ms="5"),),
    "HTTP 500": (fails(500, {"error": {"message": SECRET}}, retry_after_ms="5"),),
    "HTTP 503": (fails(503, SECRET, retry_after_ms="5"),),
}


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
@pytest.mark.parametrize("answers", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_ends_in_an_error_that_quotes_nothing(
    answers: tuple[Answer, ...], streamed: bool, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(*answers) as stub:
        drafter = stub.drafter(retries=1)
        drafter = drafter.told(lambda words: None) if streamed else drafter
        with pytest.raises(DrafterError, match=r"^openai-compatible:stub ") as error:
            drafter.write(job(f"{SECRET} [[{TAG}:1]]"))
    shown = "".join(capfd.readouterr())
    assert "Hollyhock" not in told(error.value) + shown
    assert "Hollyhock" not in caplog.text
    assert len(stub.asked) <= 12


@pytest.mark.parametrize("streamed", [False, True], ids=["whole", "streamed"])
def test_a_reply_of_ten_megabytes_is_cut_off(streamed: bool) -> None:
    with serving(endless if streamed else raw(b"x" * 10_000_000)) as stub:
        drafter = stub.drafter().told(lambda words: None) if streamed else stub.drafter()
        with pytest.raises(DrafterError, match="too long"):
            drafter.write(job())
    assert len(stub.asked) == 1, "what was refused is not asked for again"


@pytest.mark.parametrize("after", [None, '{"parties": ['], ids=["silent", "half a stream"])
def test_a_server_that_hangs_is_given_up(after: str | None) -> None:
    with serving(hangs(4, after=after)) as stub:
        drafter = stub.drafter(timeout=0.8)
        drafter = drafter.told(lambda words: None) if after else drafter
        started = time.monotonic()
        with pytest.raises(DrafterError, match=r"in 0\.8 seconds"):
            drafter.write(job())
        assert time.monotonic() - started < 3.5


def test_a_redirect_is_not_followed() -> None:
    with serving(says(GOOD)) as other:
        to = f"{other.url}/chat/completions"
        with serving(fails(307, {}, location=to)) as stub, pytest.raises(DrafterError, match="redirects"):
            stub.drafter().write(job())
        assert other.asked == []
    assert len(stub.asked) == 1


def test_a_server_that_is_not_there() -> None:
    with serving(says(GOOD)) as stub:
        drafter = stub.drafter()
    with pytest.raises(DrafterError, match="cannot be reached"):
        drafter.write(job())


# ----------------------------------------------------------------------------------------------------- keys and consent


def test_a_key_is_sent_and_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-provider")
    with serving(fails(401), says(GOOD)) as stub:
        drafter = stub.drafter()
        drafter = replace(drafter, endpoint=replace(drafter.endpoint, key="sk-my-own-key"))
        with pytest.raises(DrafterError) as error:
            drafter.write(job())
        drafter.write(job())
    assert "sk-my-own-key" in stub.said
    assert "another-provider" not in stub.said
    assert "sk-my-own-key" not in f"{told(error.value)} {drafter!r}"


def test_no_key_of_another_provider_goes_to_a_server_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-another-provider")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-mine")
    with serving(says(GOOD)) as stub:
        stub.drafter().write(job())
    assert "another-provider" not in stub.said
    assert "org-mine" not in stub.said


def test_a_proxy_of_the_environment_is_not_told_what_is_meant_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says(GOOD)) as proxy, serving(says(GOOD)) as stub:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        stub.drafter().write(job())
        assert (len(proxy.asked), len(stub.asked)) == (0, 1)


def test_without_consent_nothing_is_asked_of_another_machine() -> None:
    endpoint = Endpoint(provider="openai", model="m", url="https://api.example/v1", key="k")
    with pytest.raises(EgressDenied, match=r"api\.example"):
        LanguageModelDrafter(endpoint=endpoint).write(job())


@pytest.mark.parametrize(
    ("provider", "model", "answer", "path", "priced"),
    [
        ("openai-compatible", "gpt-4o", says(GOOD), "/v1/chat/completions", False),
        ("ollama", "llama3.2", says(GOOD), "/v1/chat/completions", False),
        ("openai", "gpt-4o", says(GOOD), "/v1/chat/completions", True),
        ("azure", "gpt-4o", says(GOOD), "/v1/openai/deployments/gpt-4o/chat/completions", True),
        ("anthropic", "claude-sonnet-5", says_as_anthropic(GOOD), "/v1/v1/messages", True),
    ],
)
def test_every_provider_is_asked_in_its_own_way(
    provider: str, model: str, answer: Answer, path: str, priced: bool
) -> None:
    with serving(answer) as stub:
        own = Endpoint(provider=provider, model=model, url=stub.url, key="my-key", api_version="2024-10-21")
        drafter = replace(stub.drafter(), endpoint=own)
        assert drafter.write(job()) == DRAFTED
    assert [each.partition("?")[0] for each in stub.paths] == [path]
    assert "my-key" in stub.said
    assert not {"tools", "tool_choice"} & stub.asked[0].keys()
    spent = drafter.ledger.spent
    assert (spent.requests, spent.input_tokens, spent.output_tokens) == (1, 120, 30)
    assert (spent.cost_usd is not None and spent.cost_usd > 0) is priced


# ---------------------------------------------------------------------------------------------------------------- cache


def test_the_same_question_is_asked_once_whatever_its_tags(tmp_path: Path) -> None:
    folder = tmp_path / "replies"
    with serving(says(GOOD)) as stub:
        drafter = stub.drafter(cache=folder)
        fenced = "[[{tag}:1]] <contract-{fence}>\ntext\n</contract-{fence}>"
        first = job(fenced.format(tag=TAG, fence="0" * 16))
        again = job(fenced.format(tag="ba9876543210", fence="f" * 16), tag="ba9876543210")
        assert drafter.write(first) == drafter.write(again) == DRAFTED
        drafter.write(job("something else"))
    assert len(stub.asked) == 2
    assert drafter.ledger.cached == 1
    kept = list(folder.iterdir())
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(len(path.stem) == 64 and path.suffix == ".json" for path in kept)


@pytest.mark.parametrize("damage", ["", "{", '{"other": []}', '{"parties": [{"text": 5}]}'])
def test_a_damaged_reply_is_asked_for_again(tmp_path: Path, damage: str) -> None:
    with serving(says(GOOD)) as stub:
        drafter = stub.drafter(cache=tmp_path)
        drafter.write(job())
        for path in tmp_path.iterdir():
            path.write_text(damage)
        assert drafter.write(job()) == DRAFTED
    assert len(stub.asked) == 2


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with serving(says(GOOD)) as stub:
        assert stub.drafter(cache=tmp_path / "file" / "replies").write(job()) == DRAFTED


# ---------------------------------------------------------------------------------------------------------------- price


@pytest.mark.parametrize(
    ("left", "right", "cost"),
    [(Decimal(0), Decimal("0.5"), Decimal("0.5")), (None, Decimal("0.5"), None), (None, None, None)],
)
def test_a_price_is_known_for_all_or_not_at_all(left: Any, right: Any, cost: Any) -> None:
    assert (Spent(cost_usd=left) + Spent(cost_usd=right)).cost_usd == cost
