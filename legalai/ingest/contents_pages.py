"""Contents pages: the paragraphs that list a document's clauses, whose numbers stand again where the clauses do."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from legalai.ingest.clause_numbers import read_label

_TITLE = re.compile(r"[ \t]*(?:table[ \t]+of[ \t]+contents|contents|index)[ \t]*:?[ \t]*(?:page)?[ \t]*", re.I)
_PAGE = re.compile(r"[\s.…](?:\d{1,3}|[ivxl]{1,6}|[A-Z]-\d{1,3})$")
_OTHERS = re.compile(r"[\W_]+")
# From the title to the first entry, and the entry of most words.
_NEAR = 12
_ENTRY_WORDS = 25
_TITLE_LENGTH = 40
# A running header repeats the title on each of its pages; beyond these a file means harm.
_MOST_TITLES = 12
_FEWEST_ENTRIES = 3


def contents_of(texts: Sequence[str]) -> frozenset[int]:
    """The paragraphs of contents pages, by their index.

    A page begins at its title and ends where its first entry stands a second time, or where prose begins. What it
    lists must stand below it: a title above clauses that are listed nowhere else is a heading as others.
    """
    found: set[int] = set()
    titles = [index for index, text in enumerate(texts) if len(text) < _TITLE_LENGTH and _TITLE.fullmatch(text)]
    keys = [_key(text) for text in texts] if titles else []
    for title in titles[:_MOST_TITLES]:
        found |= _page(texts, keys, title)
    return frozenset(found)


def _page(texts: Sequence[str], keys: Sequence[str], title: int) -> set[int]:
    near = range(title + 1, min(title + 1 + _NEAR, len(texts)))
    first = next((index for index in near if read_label(texts[index]) is not None), None)
    if first is None:
        return set()
    end = next(
        (i for i in range(first + 1, len(texts)) if _is_again(keys[i], keys[first]) or _is_prose(texts[i])), len(texts)
    )
    entries = [keys[index] for index in range(first, end) if read_label(texts[index]) is not None]
    if len(entries) < _FEWEST_ENTRIES:
        return set()
    below = sorted(keys[end:])
    listed = sum(_begins_one(below, entry) for entry in entries)
    return set(range(title, end)) if 2 * listed >= len(entries) else set()


def _key(text: str) -> str:
    """The words and numbers of an entry without its page, each with a blank behind it."""
    return _OTHERS.sub(" ", f"{_PAGE.sub('', text.rstrip())} ").lstrip().lower()


def _is_again(key: str, entry: str) -> bool:
    return bool(entry) and key.startswith(entry)


def _begins_one(keys: Sequence[str], entry: str) -> bool:
    """Whether an entry stands among sorted keys, with more words behind it or not."""
    at = bisect_left(keys, entry)
    return at < len(keys) and _is_again(keys[at], entry)


def _is_prose(text: str) -> bool:
    return len(text.split()) > _ENTRY_WORDS
