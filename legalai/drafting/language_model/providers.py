"""Where a language model is: what provider and model a user names, the address, the key, and if it is this machine."""

import ipaddress
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from legalai.errors import ConfigError

OutputMode = Literal["json_schema", "json_object", "prompt"]

URL_VARIABLE = "LEGALAI_LLM_URL"
KEY_VARIABLE = "LEGALAI_LLM_KEY"

# Servers disagree on how to ask for JSON: what binds most comes first, what every server takes comes last.
MODES: tuple[OutputMode, ...] = ("json_schema", "json_object", "prompt")
_MODEL = re.compile(r"[\w.:/@+-]{1,200}", re.ASCII)
_HOST = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A model behind an address. The key shows in no message: not even in this value's own words."""

    provider: str
    model: str
    url: str
    key: str | None = field(default=None, repr=False)
    api_version: str | None = None
    modes: tuple[OutputMode, ...] = MODES

    @property
    def name(self) -> str:
        """The name users choose it by."""
        return f"{self.provider}:{self.model}"

    @property
    def host(self) -> str:
        """The machine it runs on."""
        return urlsplit(self.url).hostname or ""

    @property
    def remote(self) -> bool:
        """Whether what is sent to it leaves this machine: everything but a loopback address does."""
        return not is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a host is this machine by its very name; no name is looked up."""
    if host.casefold() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def endpoint_named(name: str, environment: Mapping[str, str] = os.environ) -> Endpoint:
    """The endpoint that PROVIDER:MODEL stands for. Raises: ConfigError where it is unknown or not set up."""
    provider, _, model = name.partition(":")
    if provider not in PROVIDERS:
        raise ConfigError(f"There is no provider '{provider}' of language models. Known: {', '.join(PROVIDERS)}.")
    if not _MODEL.fullmatch(model):
        raise ConfigError(f"'{provider}:' wants the name of a model after it, such as {_EXAMPLES[provider]}.")
    return PROVIDERS[provider](model, environment)


def _compatible(model: str, environment: Mapping[str, str]) -> Endpoint:
    url = _needed(environment, URL_VARIABLE, "the address of the server, such as http://127.0.0.1:8000/v1")
    key = environment.get(KEY_VARIABLE) or None
    return Endpoint(provider="openai-compatible", model=model, url=_address(url, URL_VARIABLE), key=key)


def _ollama(model: str, environment: Mapping[str, str]) -> Endpoint:
    return Endpoint(provider="ollama", model=model, url="http://127.0.0.1:11434/v1")


def _openai(model: str, environment: Mapping[str, str]) -> Endpoint:
    key = _needed(environment, "OPENAI_API_KEY", "your key")
    return Endpoint(provider="openai", model=model, url="https://api.openai.com/v1", key=key)


def _anthropic(model: str, environment: Mapping[str, str]) -> Endpoint:
    key = _needed(environment, "ANTHROPIC_API_KEY", "your key")
    # Its servers know no JSON object without a schema.
    modes: tuple[OutputMode, ...] = ("json_schema", "prompt")
    return Endpoint(provider="anthropic", model=model, url="https://api.anthropic.com", key=key, modes=modes)


def _azure(model: str, environment: Mapping[str, str]) -> Endpoint:
    variable = "AZURE_OPENAI_ENDPOINT"
    return Endpoint(
        provider="azure",
        model=model,
        url=_address(_needed(environment, variable, "the address of your resource"), variable),
        key=_needed(environment, "AZURE_OPENAI_API_KEY", "your key"),
        api_version=_needed(environment, "OPENAI_API_VERSION", "the version of the interface, such as 2024-10-21"),
    )


PROVIDERS: Mapping[str, Callable[[str, Mapping[str, str]], Endpoint]] = {
    "ollama": _ollama,
    "openai-compatible": _compatible,
    "openai": _openai,
    "anthropic": _anthropic,
    "azure": _azure,
}
_EXAMPLES = {
    "ollama": "ollama:llama3.2:3b",
    "openai-compatible": "openai-compatible:qwen3-8b",
    "openai": "openai:gpt-5.2",
    "anthropic": "anthropic:claude-sonnet-5",
    "azure": "azure:my-deployment",
}


def _needed(environment: Mapping[str, str], variable: str, what: str) -> str:
    value = environment.get(variable, "").strip()
    if not value:
        raise ConfigError(f"Set the environment variable {variable} to {what}.")
    return value


def _address(url: str, variable: str) -> str:
    """An address as it may be used. The value shows in no message: somebody may have put a key into it."""
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.hostname or "") and parts.port != 0
    except ValueError:
        sound = False
        parts = urlsplit("")
    if not sound or parts.query or parts.fragment or re.search(r"[\s\\]", url):
        raise ConfigError(f"{variable} is no address of a server: write it as http://127.0.0.1:8000/v1.")
    if "@" in parts.netloc:
        raise ConfigError(f"{variable} holds a name or password: put the key into a variable of its own.")
    return url.rstrip("/")
