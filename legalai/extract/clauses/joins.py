"""Are two neighbouring sentences one clause? What the form of their text says, whatever the clause is about.

A list is one clause with the words that lead it in, though most of its items do not say what it is about.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

JOINS = "joins.json"

# What is seen of two neighbours, 1 or 0 but for the lengths.
#   leads_in        a colon among the last characters of the first
#   item_ends       the first ends with a semicolon or a comma
#   sentence_ends   the first ends with a full stop
#   cut_off         the first ends with a letter or a digit
#   and_or          the first ends with "and" or "or"
#   item_begins     the first begins with a number or a letter of a list
#   parted          something stands between them that is no sentence, such as a heading
#   short           the first has fewer than 60 characters
#   first, second   the logarithm of the characters of each
FEATURES = (
    *("leads_in", "item_ends", "sentence_ends", "cut_off", "and_or", "item_begins", "parted", "short"),
    *("first", "second"),
)
_NEAR_END, _SHORT = 40, 60
_AND_OR = re.compile(r"\b(?:and|or)$")
_ITEM = re.compile(
    r"""\(?[a-z]{1,2}\)\s | \(?[ivx]+\)\s | \(?\d{1,2}\)\s   # (a)  (iv)  12)
      | [A-Z]\.\s | \d+(?:\.\d+)*\.?\s | [•·*–o-]\s          # B.  7.2  a bullet
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class JoinModel:
    """A logistic regression over `FEATURES`, fitted on sentences that lawyers gave the same label."""

    weights: Mapping[str, float]
    bias: float

    @classmethod
    def load(cls, path: Path) -> "JoinModel":
        """Read `joins.json`."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def as_json(self) -> str:
        """The file's text."""
        return json.dumps(asdict(self), indent=2) + "\n"

    def logits(self, text: str, bounds: NDArray[np.int64]) -> NDArray[np.float64]:
        """For each sentence but the last: is it one clause with the next, should both be of one type?

        Shapes: bounds [S, 2] characters of `text`, half-open, ascending and without overlap; result [S - 1].
        """
        return join_features(text, bounds) @ np.array([self.weights[name] for name in FEATURES]) + self.bias


def join_features(text: str, bounds: NDArray[np.int64]) -> NDArray[np.float64]:
    """Shapes: bounds [S, 2] characters of `text`; result [S - 1, F] as in `FEATURES`, none for no sentence."""
    rows = [
        _features(text[start:end], text[end:next_start], next_end - next_start)
        for (start, end), (next_start, next_end) in pairwise(bounds)
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, len(FEATURES))


def _features(first: str, between: str, second_length: int) -> tuple[float, ...]:
    said = first.rstrip()
    return (
        ":" in said[-_NEAR_END:],
        said.endswith((";", ",")),
        said.endswith("."),
        said[-1:].isalnum(),
        _AND_OR.search(said) is not None,
        _ITEM.match(first.lstrip()) is not None,
        bool(between.strip()),
        len(first) < _SHORT,
        np.log1p(len(first)),
        np.log1p(second_length),
    )
