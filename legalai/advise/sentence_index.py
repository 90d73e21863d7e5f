"""Which sentences of a contract hold a phrase: each phrase is looked for in the whole text at once, and once only."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from legalai.advise.phrases import occurrences


class SentenceIndex:
    """Sentences in plain words, by the phrases they hold."""

    def __init__(self, versions: Sequence[Sequence[str]]) -> None:
        """`versions`: the sentences in their order, in one or several ways of saying them, each plain."""
        self._versions = tuple(_Joined(sentences) for sentences in versions)
        self._known: dict[str, frozenset[int]] = {}

    def holding(self, phrases: Iterable[str]) -> list[int]:
        """The sentences that hold one of the phrases, by their places in the order given."""
        found: set[int] = set()
        for phrase in phrases:
            if phrase not in self._known:
                self._known[phrase] = frozenset(place for each in self._versions for place in each.places(phrase))
            found |= self._known[phrase]
        return sorted(found)


class _Joined:
    """Sentences one below the other; no phrase holds a line break, so none is found across two of them."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self._text = "\n".join(sentences)
        self._starts = list(accumulate((len(each) + 1 for each in sentences), initial=0))

    def places(self, phrase: str) -> Iterator[int]:
        for start in occurrences(self._text, phrase):
            yield bisect_right(self._starts, start) - 1
