"""Groups of words that mean one thing for triggers, named once, and the figures that are made of them.

`@name` alone stands for every phrase of a group. A figure sets groups in their order: "supplier @may ... @end" is
found where those stand near each other in one clause. `...` stands for a few words, none of which denies; `[a|b*]` for
one of several, said where it is used.
"""

import re
from functools import lru_cache
from pathlib import Path

from legalai.config_files import Settings, read_config

WORDS = Path(__file__).resolve().parent / "word_groups.toml"
GAP = "..."
_ELEMENT = re.compile(r"\[[^\[\]]+\]|[^\s\[\]]+")


class WordGroups(Settings):
    """The groups by name."""

    groups: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def word_groups() -> dict[str, tuple[str, ...]]:
    """The phrases of each group; a group may name another. Raises: ConfigError."""
    groups = read_config(WORDS, WordGroups).groups
    return {name: tuple(dict.fromkeys(_flat(phrases, groups))) for name, phrases in groups.items()}


def is_figure(phrase: str) -> bool:
    """Whether a phrase is made of groups, or of words any of which is open, rather than of words alone."""
    return "@" in phrase or "[" in phrase or GAP in phrase or "* " in phrase


def elements(phrase: str) -> list[str]:
    """The words, groups and gaps of a figure, in their order."""
    return _ELEMENT.findall(phrase)


def alternatives(element: str) -> tuple[str, ...]:
    """The phrases that one element of a figure stands for. Raises: ValueError for a group that does not exist."""
    if element.startswith("["):
        return tuple(each for said in element[1:-1].split("|") for each in alternatives(said.strip()))
    if not element.startswith("@"):
        return (element,)
    if element[1:] not in word_groups():
        raise ValueError(f"there is no group of words '{element}'; those there are: {', '.join(word_groups())}")
    return word_groups()[element[1:]]


def spelled_out(phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Phrases with those of a group in place of its name, and every figure checked. Raises: ValueError."""
    found: list[str] = []
    for phrase in phrases:
        parts = elements(phrase) if is_figure(phrase) else []
        named = [each for part in parts if part != GAP for each in alternatives(part)]
        if parts and GAP in (parts[0], parts[-1]):
            raise ValueError(f"'{phrase}' begins or ends with a gap")
        found += named if len(parts) == 1 else [phrase]
    return tuple(dict.fromkeys(found))


def _flat(phrases: tuple[str, ...], groups: dict[str, tuple[str, ...]]) -> list[str]:
    return [each for said in phrases for each in (_flat(groups[said[1:]], groups) if said[0] == "@" else [said])]
