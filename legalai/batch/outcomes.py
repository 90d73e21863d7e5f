"""What became of one file."""

from dataclasses import dataclass
from typing import Literal

from legalai.errors import ConfigError, DrafterError, EgressDenied, PluginError

_OF_SETTINGS = frozenset({ConfigError.__name__, PluginError.__name__, DrafterError.__name__, EgressDenied.__name__})


@dataclass(frozen=True, slots=True)
class Done:
    """The file was reviewed and its review.json is written."""

    name: str
    status: Literal["complete", "partial"]


@dataclass(frozen=True, slots=True)
class Failed:
    """The file was not reviewed. `error` names the kind of error; `message` holds no contract text."""

    name: str
    sha256: str | None
    error: str
    message: str

    @property
    def told(self) -> str:
        """What is wrong with which file; most messages begin with its name."""
        return self.message if self.message.startswith(self.name) else f"{self.name}: {self.message}"

    @property
    def settled(self) -> bool:
        """Whether only another file could end otherwise; a setting, pack, plugin or model can be put right."""
        return self.error not in _OF_SETTINGS


Outcome = Done | Failed
