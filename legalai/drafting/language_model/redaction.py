"""Redaction: private words out of what is sent, stable placeholders in their place, and back again in the reply."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, product
from string import ascii_uppercase

from legalai.drafting.language_model.private_words import KINDS, Found, Name, PrivateKind, names_in, private_words
from legalai.schema import Contract

_KIND = "|".join(KINDS)
# A model may escape the underscore, as in Markdown, or change the case.
_PLACEHOLDER = re.compile(rf"(?<![^\W_])({_KIND})\\?_([A-Z]*)(\d{{1,6}})([A-Z]*)(?![^\W_])", re.IGNORECASE)

Spelling = tuple[PrivateKind, str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is private in one contract.

    `spellings` are in the order of its text, so that every prompt numbers them alike. A spelling is its
    kind, whose it is, and the words as written.
    """

    names: tuple[Name, ...]
    spellings: tuple[Spelling, ...]
    series: str


@dataclass(frozen=True, slots=True)
class Placeholders:
    """Placeholder -> the words it stands for, exactly as they were written."""

    words: Mapping[str, str]

    def restore(self, text: str) -> str:
        """The text with the words put back; a placeholder that was never given is left as it is."""
        return _PLACEHOLDER.sub(lambda match: self.words.get(_name(match), match[0]), text)

    def unknown(self, text: str) -> list[str]:
        """The placeholders of a text that were never given."""
        return [match[0] for match in _PLACEHOLDER.finditer(text) if _name(match) not in self.words]


def vocabulary(contract: Contract, text: str) -> Vocabulary:
    """What to keep back of a contract, from its parties, signatories and text."""
    names = names_in(contract, text)
    found = (_spelling(text, each) for each in private_words(text, names))
    return Vocabulary(names, tuple(dict.fromkeys(found)), _free_series(text))


def redact(text: str, words: Vocabulary, *, keep: Sequence[str] = ()) -> tuple[str, Placeholders]:
    """A text to send and what its placeholders stand for. `keep` are words that are ours, such as tags of marks.

    `placeholders.restore(sent) == text`, and nothing private stands in what is sent.
    """
    series = words.series if _is_free(words.series, text) else _free_series(text)
    numbers = _Numbers(series, words.spellings)
    kept = re.compile("|".join(map(re.escape, keep))) if keep else None
    sent = "".join(_redacted(text, words.names, numbers, kept))
    return sent, Placeholders({placeholder: each[2] for each, placeholder in numbers.given.items()})


def _redacted(text: str, names: Sequence[Name], numbers: "_Numbers", kept: re.Pattern[str] | None) -> Iterator[str]:
    last = 0
    for match in kept.finditer(text) if kept is not None else ():
        yield from _without(text[last : match.start()], names, numbers)
        yield match[0]
        last = match.end()
    yield from _without(text[last:], names, numbers)


def _without(text: str, names: Sequence[Name], numbers: "_Numbers") -> Iterator[str]:
    """A stretch of text in pieces, private words replaced."""
    last = 0
    for each in private_words(text, names):
        yield text[last : each.start]
        yield numbers.placeholder(_spelling(text, each))
        last = each.end
    yield text[last:]


class _Numbers:
    """Placeholders in the order of the contract; spellings it does not have follow in the order of the prompt."""

    def __init__(self, series: str, spellings: Iterable[Spelling]) -> None:
        self._series = series
        self._owners: dict[tuple[PrivateKind, str], tuple[int, Iterator[str]]] = {}
        self._counts = {kind: count(1) for kind in KINDS}
        self.given: dict[Spelling, str] = {}
        for spelling in spellings:
            self.placeholder(spelling)

    def placeholder(self, spelling: Spelling) -> str:
        """The placeholder of a spelling: PARTY_1, and PARTY_1B for another name of the same party."""
        if spelling not in self.given:
            kind, whose, _ = spelling
            if (kind, whose) not in self._owners:
                self._owners[kind, whose] = next(self._counts[kind]), _variants()
            number, variants = self._owners[kind, whose]
            self.given[spelling] = f"{kind}_{self._series}{number}{next(variants)}"
        return self.given[spelling]


def _variants() -> Iterator[str]:
    """Nothing, then B, C, ... Z, AA, AB, ..."""
    yield ""
    yield from ascii_uppercase[1:]
    for length in count(2):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _spelling(text: str, found: Found) -> Spelling:
    return found.kind, found.whose, text[found.start : found.end]


def _name(match: re.Match[str]) -> str:
    return f"{match[1]}_{match[2]}{match[3]}{match[4]}".upper()


def _free_series(text: str) -> str:
    """Letters that make a placeholder unlike anything in a text: none where it holds nothing of the kind."""
    taken = {match[2].upper() for match in _PLACEHOLDER.finditer(text)}
    return next(series for series in _all_series() if series not in taken)


def _all_series() -> Iterator[str]:
    yield ""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _is_free(series: str, text: str) -> bool:
    return all(match[2].upper() != series for match in _PLACEHOLDER.finditer(text))
