"""The provision types that a clause's heading names."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_OTHER = re.compile(r"[^a-z&-]+")


class HeadingTypes:
    """A table from headings to provision types.

    `patterns` and `silent` are regular expressions over headings in lower case, letters and single spaces only;
    `silent` ones say nothing about the text below ("Miscellaneous", the name of the contract).
    """

    def __init__(self, patterns: Mapping[str, str], silent: Sequence[str]) -> None:
        self._patterns = {name: re.compile(pattern) for name, pattern in patterns.items()}
        self._silent = re.compile("|".join(f"(?:{pattern})" for pattern in silent) or r"(?!)")
        self.types = lru_cache(maxsize=4096)(self._types)
        self.is_silent = lru_cache(maxsize=4096)(self._is_silent)

    def _types(self, heading: str) -> tuple[str, ...]:
        words = _normalised(heading)
        return tuple(name for name, pattern in self._patterns.items() if pattern.search(words))

    def _is_silent(self, heading: str) -> bool:
        return self._silent.search(_normalised(heading)) is not None


def _normalised(heading: str) -> str:
    return " ".join(_OTHER.sub(" ", heading.lower()).split())
