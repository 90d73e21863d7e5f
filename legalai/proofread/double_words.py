"""Words that stand twice: "the the", "bears bears"."""

import re
from collections.abc import Iterator

from legalai.proofread.source import Source
from legalai.schema import Mistake

_TWICE = re.compile(r"(?<![\w’'.-])(?P<word>[A-Za-z][a-z]{1,19})[ \u00a0]{1,3}(?P<again>[a-z]{2,20})(?![\w’'-])")
# A sentence holds several of these near the place; a list of key words does not.
_SENTENCE = re.compile(
    r"\b(?:the|of|shall|will|any|an?|or|is|are|be|that|by|this|its|their|such|each|parties|party)\b", re.IGNORECASE
)
_NEAR, _FEWEST, _APART = 60, 3, 60
# Words that a sentence may hold twice: "it had had", "the fact that that day".
_MAY_STAND = frozenset({"that", "had", "who", "do", "so", "very", "is", "pro", "per"})


def find_double_words(source: Source) -> Iterator[Mistake]:
    """Each word that is written twice running in a sentence; names and cells of tables repeat words rightly."""
    for _, passage in source.prose():
        text, position = passage.text, 0
        while match := _TWICE.search(text, position):
            position = match.end("word")
            word = match["word"].lower()
            # Inside a sentence "Line line losses" is a name and a word.
            inside = match["word"] != word and match.start() > 0
            if word != match["again"] or word in _MAY_STAND or inside or not _is_sentence(text, match):
                continue
            yield source.mistake(
                "word-twice",
                "low",
                f"“{match['again']}” stands twice.",
                (passage.start + match.start(), passage.start + match.end()),
                advice="Strike one of them.",
            )


def _is_sentence(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - _NEAR) : match.start()] + text[match.end() : match.end() + _NEAR]
    return len({word.lower() for word in _SENTENCE.findall(near)}) >= min(_FEWEST, 1 + len(near) // _APART)
