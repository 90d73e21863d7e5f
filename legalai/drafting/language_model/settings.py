"""What the user may set for language models by environment variables."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from legalai.drafting.language_model.providers import MODES, OutputMode
from legalai.errors import ConfigError

OUTPUT_VARIABLE = "LEGALAI_LLM_OUTPUT"
TIMEOUT_VARIABLE = "LEGALAI_LLM_TIMEOUT"
CACHE_VARIABLE = "LEGALAI_LLM_CACHE"
CONTRACT_VARIABLE = "LEGALAI_LLM_CONTRACT_TOKENS"
_TIMEOUT = 300.0
_LONGEST = 86_400.0
_CONTRACT_TOKENS = 12_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How models are asked. `timeout` is in seconds for one job, with all its attempts; `retries` counts further ones.

    `contract_tokens` is how much of a contract goes into one prompt. `mode` None tries them in turn; `cache` is the
    folder of replies, None for none.
    """

    mode: OutputMode | None = None
    timeout: float = _TIMEOUT
    cache: Path | None = None
    retries: int = 2
    most_tokens: int = 4096
    contract_tokens: int = _CONTRACT_TOKENS
    most_bytes: int = 2_000_000


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this environment. Raises: ConfigError."""
    return Settings(
        mode=_mode(environment),
        timeout=_timeout(environment),
        cache=_cache(environment),
        contract_tokens=_contract_tokens(environment),
    )


def _mode(environment: Mapping[str, str]) -> OutputMode | None:
    given = environment.get(OUTPUT_VARIABLE, "").strip()
    for mode in MODES:
        if given == mode:
            return mode
    if given:
        raise ConfigError(f"{OUTPUT_VARIABLE} is one of {', '.join(MODES)}.")
    return None


def _timeout(environment: Mapping[str, str]) -> float:
    given = environment.get(TIMEOUT_VARIABLE, "").strip()
    try:
        seconds = float(given) if given else _TIMEOUT
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= _LONGEST:
        raise ConfigError(f"{TIMEOUT_VARIABLE} is a number of seconds, such as 300.")
    return seconds


def _contract_tokens(environment: Mapping[str, str]) -> int:
    given = environment.get(CONTRACT_VARIABLE, "").strip() or str(_CONTRACT_TOKENS)
    if not re.fullmatch(r"[1-9][0-9]{2,7}", given):
        raise ConfigError(f"{CONTRACT_VARIABLE} is a number of tokens, such as {_CONTRACT_TOKENS}.")
    return int(given)


def _cache(environment: Mapping[str, str]) -> Path | None:
    given = environment.get(CACHE_VARIABLE, "on").strip().casefold()
    if given in {"off", "0", "no", "false"}:
        return None
    if given not in {"on", "1", "yes", "true", ""}:
        raise ConfigError(f"{CACHE_VARIABLE} is on or off.")
    root = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
    return (Path(root) if root else Path.home() / ".cache") / "legalai" / "replies"
