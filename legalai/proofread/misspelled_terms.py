"""Capitalised words that are one slip of the keyboard from a word of a defined term: "the Delivrables"."""

import re
from collections import Counter
from collections.abc import Iterator

from legalai.proofread.source import Source, in_capitals, shown
from legalai.proofread.words import singular, spelling_key
from legalai.schema import Mistake

_INSIDE = re.compile(r"(?<=[a-z,] )(?P<word>[A-Z][a-z]{5,})(?![\w’'-])")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 7
_SELDOM = 2


def find_misspelled_terms(source: Source) -> Iterator[Mistake]:
    """Each word that is written once or twice where a term much like it is defined."""
    counts = Counter(singular(word) for word in _ANY_WORD.findall(source.document.text))
    names = {word for party in source.parties for word in _words(" ".join((party.name, *party.aliases)))}
    terms = {word: each for each in reversed(source.definitions) for word in _words(each.term)}
    told: set[str] = set()
    for _, passage in source.prose():
        for match in () if in_capitals(passage.text) else _INSIDE.finditer(passage.text):
            word = singular(match["word"])
            if word in told or word in terms or word in names or counts[word] > _SELDOM:
                continue
            meant = next((term for term in terms if is_slip(word, term)), None)
            if meant is not None:
                told.add(word)
                definition = terms[meant]
                start = passage.start + match.start("word")
                yield source.mistake(
                    "term-spelling",
                    "low",
                    f"“{match['word']}” stands here, and “{shown(definition.term)}” is the term that is defined.",
                    (start, start + len(match["word"])),
                    (definition.name_start, definition.name_end),
                    advice="Write the term as it is defined.",
                )


def _words(phrase: str) -> set[str]:
    return {singular(word) for word in _ANY_WORD.findall(phrase) if len(singular(word)) >= _SHORTEST}


def is_slip(word: str, term: str) -> bool:
    """Whether one letter inside is missing, added or another, or two are changed about; not where words differ by rule.

    Words that differ at the head or the end are other words: "Employer" and "Employee".
    """
    if spelling_key(word) == spelling_key(term) or word[0] != term[0] or word[-2:] != term[-2:]:
        return False
    if abs(len(word) - len(term)) > 1:
        return False
    same = next((i for i, (one, other) in enumerate(zip(word, term, strict=False)) if one != other), len(word))
    one, other = word[same:], term[same:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[:2] == other[1::-1] and one[2:] == other[2:])
    )
