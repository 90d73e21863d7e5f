"""Labelled contracts -> what models learn from: windows of tokens, passages, and the targets of each."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from legalai.evaluation.cuad import LabelledContract
from legalai.extract.clauses.finder import readable
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.labels import CUAD_CATEGORIES

_COLUMN = {category: i for i, category in enumerate(CUAD_CATEGORIES)}


class Tokenizer(Protocol):
    """What we ask of a fast tokenizer of transformers."""

    def __call__(
        self, text: str, *, add_special_tokens: bool, return_offsets_mapping: bool, verbose: bool
    ) -> Mapping[str, Any]:
        """Token ids, and for each the characters [start, end) it stands for."""
        ...


@dataclass(frozen=True, slots=True)
class TokenisedContract:
    """A contract as tokens. `spans` hold (column, first token, last token + 1).

    Shapes: ids, sentences [tokens]; a token's sentence is counted through the contract, -1 where it stands in none.
    """

    ids: NDArray[np.int32]
    spans: tuple[tuple[int, int, int], ...]
    sentences: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens [start, end) of the contract at index `contract`."""

    contract: int
    start: int
    end: int


def sentences_of(contract: LabelledContract) -> list[Passage]:
    """The sentences of a contract that can be clauses, as a review would cut them."""
    return readable(find_passages(document_of(contract.text, name=contract.title)))


def tokenise(tokenizer: Tokenizer, contracts: Iterable[LabelledContract]) -> list[TokenisedContract]:
    """Tokens of whole contracts, and the labels moved from characters to tokens."""
    result = []
    for contract in contracts:
        encoding = tokenizer(contract.text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        offsets = np.asarray(encoding["offset_mapping"], dtype=np.int64).reshape(-1, 2)
        spans = []
        for span in contract.spans:
            first = int(np.searchsorted(offsets[:, 1], span.start, side="right"))
            last = int(np.searchsorted(offsets[:, 0], span.end, side="left"))
            if span.category in _COLUMN and first < last:
                spans.append((_COLUMN[span.category], first, last))
        ids = np.asarray(encoding["input_ids"], dtype=np.int32)
        result.append(TokenisedContract(ids, tuple(spans), _sentences(contract, offsets)))
    return result


def _sentences(contract: LabelledContract, offsets: NDArray[np.int64]) -> NDArray[np.int32]:
    """The sentence that each token begins in. Shapes: offsets [tokens, 2]; result [tokens]."""
    result = np.full(len(offsets), -1, dtype=np.int32)
    for number, passage in enumerate(sentences_of(contract)):
        first, last = np.searchsorted(offsets[:, 0], (passage.start, passage.end))
        result[first:last] = number
    return result


def draw_windows(
    contracts: Sequence[TokenisedContract], *, size: int, keep_unlabelled: float, epochs: int, seed: int
) -> list[Window]:
    """The windows of every epoch, one epoch after the other, each in a random order of its own.

    The first cut of a contract falls at random in each epoch, so that no clause is always cut at the same place.
    """
    rng = random.Random(seed)
    drawn: list[Window] = []
    for _ in range(epochs):
        epoch = []
        for index, contract in enumerate(contracts):
            n_tokens = len(contract.ids)
            start, end = 0, min(rng.randint(size // 2, size), n_tokens)
            while start < n_tokens:
                labelled = any(first < end and last > start for _, first, last in contract.spans)
                if labelled or rng.random() < keep_unlabelled:
                    epoch.append(Window(index, start, end))
                start, end = end, min(end + size, n_tokens)
        rng.shuffle(epoch)
        drawn += epoch
    return drawn


def targets(contract: TokenisedContract, window: Window) -> NDArray[np.float32]:
    """Shapes: [window tokens, categories]; 1 where a token lies inside a label of that category."""
    result = np.zeros((window.end - window.start, len(CUAD_CATEGORIES)), dtype=np.float32)
    for column, first, last in contract.spans:
        if first < window.end and last > window.start:
            result[max(first - window.start, 0) : last - window.start, column] = 1.0
    return result


def labelled_passages(contracts: Iterable[LabelledContract]) -> tuple[list[Passage], NDArray[np.bool_]]:
    """The passages of contracts and the labels each has: those that cover half of it, and those that lie inside it.

    Shapes: targets [passages, categories].
    """
    passages: list[Passage] = []
    rows: list[NDArray[np.bool_]] = []
    for contract in contracts:
        for passage in sentences_of(contract):
            row = np.zeros(len(CUAD_CATEGORIES), dtype=np.bool_)
            for span in contract.spans:
                shared = min(passage.end, span.end) - max(passage.start, span.start)
                if span.category in _COLUMN and shared > 0:
                    row[_COLUMN[span.category]] |= shared >= min(
                        span.end - span.start, (passage.end - passage.start) / 2
                    )
            passages.append(passage)
            rows.append(row)
    return passages, np.array(rows)
