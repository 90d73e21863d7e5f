"""Finding phrases in contract text: whole words, any case, any white space, `*` at the end of a word for any ending.

A phrase may be a figure as well (see `legalai.word_groups`): groups of words in their order, near each other.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from legalai.word_groups import GAP, alternatives, elements, is_figure

# Words of one clause between two groups of a figure. One that denies, or opens an exception, ends it.
_REACH = 9
_BETWEEN = rf",?(?: (?!(?:not|never|nor|neither|no|nobody|cannot|unless|except|nothing)\b)[^\s;]+){{0,{_REACH}}}? "
_ARTICLE = re.compile(r"\bthe (?=(?:customer|supplier)\b)")
# "Customer may" is not said by "customer may not".
_POWERS, _DENIED = (" may", " can"), " not"
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": " ", "–": " ", "-": " ", "­": None})


def plain(text: str) -> str:
    """Text as phrases are looked for in it: lower case, single spaces, hyphens as spaces, straight quotes.

    "The customer" is "customer": a contract writes the sides of a trade with an article or without.
    """
    return _ARTICLE.sub("", " ".join(text.translate(_PLAIN).lower().split()))


def mentions(text: str, phrases: Iterable[str]) -> bool:
    """Whether a text holds one of the phrases."""
    return mentions_plain(plain(text), phrases)


def mentions_plain(plain_text: str, phrases: Iterable[str]) -> bool:
    """The same for a text that is plain already, so that a whole contract is made plain only once."""
    return any(next(occurrences(plain_text, phrase), None) is not None for phrase in phrases)


def occurrences(plain_text: str, phrase: str) -> Iterator[int]:
    """Where a phrase begins in a text that is plain already, time and again."""
    if is_figure(phrase):
        yield from (match.start() for match in _figure(phrase).finditer(plain_text))
        return
    words, open_ended = _form(phrase)
    at = plain_text.find(words)
    while at >= 0:
        end = at + len(words)
        starts = at == 0 or not (words[0].isalnum() and plain_text[at - 1].isalnum())
        ends = open_ended or end == len(plain_text) or not (words[-1].isalnum() and plain_text[end].isalnum())
        denied = words.endswith(_POWERS) and plain_text.startswith(_DENIED, end)
        if starts and ends and not denied:
            yield at
        at = plain_text.find(words, at + 1)


def first_phrase(text: str, phrases: Sequence[str]) -> re.Match[str] | None:
    """Where the first of the phrases stands: the earliest in the order of the list, not of the text."""
    for phrase in phrases:
        match = _pattern(phrase).search(text)
        if match is not None:
            return match
    return None


@lru_cache(maxsize=32768)
def _form(phrase: str) -> tuple[str, bool]:
    return plain(phrase.removesuffix("*")), phrase.endswith("*")


@lru_cache(maxsize=8192)
def _figure(phrase: str) -> re.Pattern[str]:
    """A figure as a pattern for plain text, in which one space stands between words."""
    parts = [_BETWEEN if each == GAP else _any_of(each) for each in elements(phrase)]
    joined = "".join(
        f" {part}" if at and GAP not in elements(phrase)[at - 1 : at + 1] else part for at, part in enumerate(parts)
    )
    return re.compile(rf"(?<!\w){joined}(?!\w)")


def _any_of(element: str) -> str:
    forms = (_form(each) for each in alternatives(element))
    said = [re.escape(words).replace(r"\*", r"\w*") + (r"\w*" if open_ended else "") for words, open_ended in forms]
    return rf"(?:{'|'.join(said)})(?!\w)"


@lru_cache(maxsize=1024)
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a pattern that keeps offsets: fixed words with runs of one character class between them."""
    words, open_ended = _form(phrase)
    middle = r"[\s\-‑–]+".join(re.escape(word).replace("'", "['’‘]") for word in words.split())
    start = r"(?<!\w)" if words[0].isalnum() else ""
    end = r"\w*" if open_ended else r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(start + middle + end, re.IGNORECASE)
