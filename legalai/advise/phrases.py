"""Finding plain phrases in contract text: whole words, any case, any white space, `*` for any ending."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache


@lru_cache(maxsize=2048)
def phrase_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for any of the phrases. Linear: a list of fixed words with single-character-class gaps."""
    return re.compile("|".join(_one(phrase) for phrase in phrases), re.IGNORECASE)


def mentions(text: str, phrases: Iterable[str]) -> bool:
    """Whether the text holds one of the phrases."""
    wanted = tuple(phrases)
    return bool(wanted) and phrase_pattern(wanted).search(text) is not None


def first_phrase(text: str, phrases: Sequence[str]) -> re.Match[str] | None:
    """Where the first of the phrases stands: the earliest in the order of the list, not of the text."""
    for phrase in phrases:
        match = phrase_pattern((phrase,)).search(text)
        if match is not None:
            return match
    return None


def _one(phrase: str) -> str:
    words = [
        re.escape(word.rstrip("*")).replace("'", "['’]") + (r"\w*" if word.endswith("*") else "")
        for word in phrase.split()
    ]
    start = r"(?<!\w)" if re.match(r"\w", phrase) else ""
    end = r"(?!\w)" if re.match(r"\w", phrase[-1]) else ""
    # A hyphen breaks lines and spellings alike: "third party" is also "third-party".
    return start + r"[\s\-‑–]+".join(words) + end
