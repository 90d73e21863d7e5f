"""What is known of a plugin."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedPlugin:
    """A plugin and the hooks it has. `version` is its distribution's; our own have legalai's."""

    name: str
    version: str
    hooks: tuple[str, ...]
    built_in: bool
