"""Names, addresses and settings: what is this machine, what is not, and what is told where something is missing."""

import importlib.util
from pathlib import Path

import pytest

from legalai.drafting.language_model import server
from legalai.drafting.language_model.model_drafter import open_drafter
from legalai.drafting.language_model.providers import Endpoint, endpoint_named, is_loopback
from legalai.drafting.language_model.settings import settings_from
from legalai.errors import ConfigError

SET = {
    "LEGALAI_LLM_URL": "http://127.0.0.1:8000/v1/",
    "OPENAI_API_KEY": "sk-openai",
    "ANTHROPIC_API_KEY": "sk-anthropic",
    "AZURE_OPENAI_API_KEY": "sk-azure",
    "AZURE_OPENAI_ENDPOINT": "https://mine.openai.azure.example",
    "OPENAI_API_VERSION": "2024-10-21",
}


@pytest.mark.parametrize(
    ("name", "model", "url", "remote"),
    [
        ("ollama:llama3.2:3b", "llama3.2:3b", "http://127.0.0.1:11434/v1", False),
        ("openai-compatible:org/qwen3-8b", "org/qwen3-8b", "http://127.0.0.1:8000/v1", False),
        ("openai:gpt-5.2", "gpt-5.2", "https://api.openai.com/v1", True),
        ("anthropic:claude-sonnet-5", "claude-sonnet-5", "https://api.anthropic.com", True),
        ("azure:my-deployment", "my-deployment", "https://mine.openai.azure.example", True),
    ],
)
def test_a_name_leads_to_an_endpoint(name: str, model: str, url: str, remote: bool) -> None:
    endpoint = endpoint_named(name, SET)
    assert (endpoint.name, endpoint.model, endpoint.url, endpoint.remote) == (name, model, url, remote)
    assert "sk-" not in repr(endpoint)


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        *((host, True) for host in ("127.0.0.1", "127.8.9.1", "localhost", "LOCALHOST", "::1")),
        *((host, False) for host in ("", "0.0.0.0", "10.0.0.1", "127.1", "2130706433", "localhost.example", "example")),
        *((host, False) for host in ("127.0.0.1.nip.example", "::ffff:8.8.8.8", "host.docker.internal", "192.168.1.5")),
    ],
)
def test_this_machine_is_known_by_its_loopback_names_alone(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "Set the environment variable LEGALAI_LLM_URL"),
        ("127.0.0.1:8000", "is no address"),
        ("file:///etc/passwd", "is no address"),
        ("http://", "is no address"),
        ("http://127.0.0.1:99999/v1", "is no address"),
        ("http://127.0.0.1\\@far.example/v1", "is no address"),
        ("http://127.0.0.1 @far.example/v1", "is no address"),
        ("http://[::1/v1", "is no address"),
        ("http://127.0.0.1/v1?key=sk-secret", "is no address"),
        ("http://me:sk-secret@127.0.0.1/v1", "holds a name or password"),
        ("http://127.0.0.1@far.example/v1", "holds a name or password"),
    ],
)
def test_an_address_that_is_none_is_refused_and_not_shown(url: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as error:
        endpoint_named("openai-compatible:m", {"LEGALAI_LLM_URL": url})
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("url", ["https://far.example/v1", "http://10.1.2.3:8000", "http://[2001:db8::1]/v1"])
def test_an_address_elsewhere_is_remote(url: str) -> None:
    assert endpoint_named("openai-compatible:m", {"LEGALAI_LLM_URL": url}).remote
    assert not Endpoint(provider="p", model="m", url="http://[::1]:8000/v1").remote


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("openai:m", "OPENAI_API_KEY"),
        ("anthropic:m", "ANTHROPIC_API_KEY"),
        ("azure:m", "AZURE_OPENAI_ENDPOINT"),
        ("azure:m", "AZURE_OPENAI_API_KEY"),
        ("azure:m", "OPENAI_API_VERSION"),
    ],
)
def test_what_is_not_set_is_named(name: str, missing: str) -> None:
    with pytest.raises(ConfigError, match=f"environment variable {missing} "):
        endpoint_named(name, {key: value for key, value in SET.items() if key != missing})


@pytest.mark.parametrize("name", ["openai", "openai:", "openai:a b", "openai:x\n", "acme:large", "ollama:" + "x" * 300])
def test_a_name_that_leads_nowhere(name: str) -> None:
    with pytest.raises(ConfigError):
        endpoint_named(name, SET)


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    usual = settings_from({"XDG_CACHE_HOME": str(tmp_path)})
    assert (usual.mode, usual.timeout, usual.cache) == (None, 300, tmp_path / "legalai" / "replies")
    given = {"LEGALAI_LLM_OUTPUT": "prompt", "LEGALAI_LLM_TIMEOUT": "12.5", "LEGALAI_LLM_CACHE": "off"}
    own = settings_from(given)
    assert (own.mode, own.timeout, own.cache) == ("prompt", 12.5, None)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("LEGALAI_LLM_OUTPUT", "xml"),
        ("LEGALAI_LLM_TIMEOUT", "soon"),
        ("LEGALAI_LLM_TIMEOUT", "0"),
        ("LEGALAI_LLM_TIMEOUT", "nan"),
        ("LEGALAI_LLM_CACHE", "perhaps"),
        ("LEGALAI_LLM_CONTRACT_TOKENS", "-5"),
        ("LEGALAI_LLM_CONTRACT_TOKENS", "many"),
    ],
)
def test_a_setting_that_is_none_is_refused(variable: str, value: str) -> None:
    with pytest.raises(ConfigError, match=variable):
        settings_from({variable: value})


def test_without_the_extra_there_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        server.importlib.util, "find_spec", lambda name, *more: None if name == "openai" else find(name, *more)
    )
    with pytest.raises(ConfigError, match=r"pip install 'legalai\[llm\]'\.$"):
        open_drafter("ollama:m")
