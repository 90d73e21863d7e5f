"""The lexical model at run time: a linear score for every passage and label from the words it uses."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legalai.extract.clauses.ngrams import ngrams
from legalai.extract.segmentation.passages import Passage

LEXICAL_WEIGHTS = "lexical.npz"


@dataclass(frozen=True)
class LexicalModel:
    """Logistic regressions over hashed n-grams, their weights in 8 bits.

    Shapes: features [F] hashed n-grams, ascending; weights [F, C] int8; scales, biases [C].
    A passage of n distinct n-grams scores (sum of its weights * scale) / sqrt(n) + bias, a logit.
    """

    features: NDArray[np.int64]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    biases: NDArray[np.float32]

    @classmethod
    def load(cls, path: Path) -> "LexicalModel":
        """Read a weight file: plain arrays, nothing that could run."""
        with np.load(path, allow_pickle=False) as arrays:
            return cls(arrays["features"].astype(np.int64), arrays["weights"], arrays["scales"], arrays["biases"])

    def save(self, path: Path) -> None:
        """Write the weight file."""
        np.savez_compressed(
            path,
            features=self.features.astype(np.int32),
            weights=self.weights,
            scales=self.scales,
            biases=self.biases,
        )

    def only(self, columns: Sequence[int]) -> "LexicalModel":
        """The model with some of its labels."""
        kept = list(columns)
        used = self.weights[:, kept].any(axis=1)
        return LexicalModel(self.features[used], self.weights[used][:, kept], self.scales[kept], self.biases[kept])

    def logits(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """Shapes: result [passages, C]."""
        result = np.empty((len(passages), len(self.biases)), dtype=np.float32)
        for row, passage in enumerate(passages):
            grams = ngrams(passage.text, passage.heading)
            at = np.searchsorted(self.features, grams)
            at[at == len(self.features)] = 0
            known = at[self.features[at] == grams]
            total = self.weights[known].sum(axis=0, dtype=np.int64)
            result[row] = total * self.scales / np.sqrt(max(len(grams), 1)) + self.biases
        return result
