"""The clause model at run time: a fine-tuned encoder for tokens, a lexical model for sentences, in one folder."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from legalai.errors import ConfigError
from legalai.extract.clauses.joins import JOINS, JoinModel
from legalai.extract.clauses.lexical_model import LEXICAL_WEIGHTS, LexicalModel
from legalai.extract.clauses.windows import TokenWindow, overlapping_windows

WEIGHTS, CALIBRATION = "model.int8.onnx", "calibration.json"
DESCRIPTION, METRICS = "model.json", "metrics.json"
# Folders of another layout were written for another version of this code.
LAYOUT = 4
_BATCH = 8


@dataclass(frozen=True, slots=True)
class TokenScores:
    """What the encoder says of a text.

    Shapes: offsets [N, 2] characters of the text, half-open; probabilities [N, C], C clause types.
    """

    offsets: NDArray[np.int32]
    probabilities: NDArray[np.float32]


@dataclass(frozen=True)
class ClauseModel:
    """An ONNX token classifier with one sigmoid per clause type, its tokenizer, and what else lies in its folder.

    `decoding` holds the constants that turn scores into readings; see `legalai.extract.clauses.decoding`.
    """

    folder: Path
    name: str
    labels: tuple[str, ...]
    window: int
    overlap: int
    decoding: dict[str, Any]
    session: Any
    tokenizer: Any
    lexical: LexicalModel
    joins: JoinModel

    @classmethod
    def load(cls, folder: Path, *, threads: int = 0, weights: Path | None = None) -> "ClauseModel":
        """Open a model folder. `threads`: 0 takes every core; `weights`: another graph than the folder's.

        Raises: ConfigError when a file is missing or of a newer layout.
        """
        # At import transformers tells users that torch is missing; a tokenizer needs none.
        os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
        import onnxruntime
        from transformers import AutoTokenizer

        described = _described(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        return cls(
            folder=folder,
            name=described["name"],
            labels=tuple(described["labels"]),
            window=described["window"],
            overlap=described["overlap"],
            decoding=described["decoding"],
            session=onnxruntime.InferenceSession(
                weights or folder / WEIGHTS, options, providers=["CPUExecutionProvider"]
            ),
            tokenizer=AutoTokenizer.from_pretrained(str(folder), local_files_only=True),
            lexical=LexicalModel.load(folder / LEXICAL_WEIGHTS),
            joins=JoinModel.load(folder / JOINS),
        )

    @cached_property
    def sha256(self) -> str:
        """The hash of everything that decides a score, for a review's provenance."""
        deciding = (WEIGHTS, LEXICAL_WEIGHTS, JOINS, CALIBRATION, DESCRIPTION)
        held = (self.folder / name for name in deciding if (self.folder / name).is_file())
        return hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in held)).hexdigest()

    @cached_property
    def miss_rates(self) -> dict[str, float]:
        """The share of each type's clauses it overlooked on contracts it was not trained on, from metrics.json."""
        path = self.folder / METRICS
        if not path.is_file():
            return {}
        categories = json.loads(path.read_text(encoding="utf-8"))["categories"]
        return {name: figures["miss_rate"] for name, figures in categories.items() if figures["labels"]}

    def scores(self, text: str) -> TokenScores:
        """Score every token of a text, window by window; what several windows say of a token is averaged."""
        encoding = self.tokenizer(text, add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        ids = np.asarray(encoding["input_ids"], dtype=np.int64)
        offsets = np.asarray(encoding["offset_mapping"], dtype=np.int32).reshape(-1, 2)
        logits = np.zeros((len(ids), len(self.labels)), dtype=np.float32)
        weights = np.zeros((len(ids), 1), dtype=np.float32)
        windows = list(overlapping_windows(len(ids), size=self.window - 2, overlap=self.overlap))
        for first in range(0, len(windows), _BATCH):
            batch = windows[first : first + _BATCH]
            for window, said in zip(batch, self._logits(ids, batch), strict=True):
                inside, weight = slice(window.start, window.end), window.weights[:, None]
                logits[inside] += weight * said[1 : 1 + window.end - window.start]
                weights[inside] += weight
        return TokenScores(offsets, (1 / (1 + np.exp(-logits / weights))).astype(np.float32))

    def _logits(self, ids: NDArray[np.int64], windows: Sequence[TokenWindow]) -> NDArray[np.float32]:
        """Shapes: result [W, L, C], special tokens included, padded to the longest window."""
        longest = max(window.end - window.start for window in windows) + 2
        batch = np.full((len(windows), longest), self.tokenizer.pad_token_id, dtype=np.int64)
        mask = np.zeros_like(batch)
        for row, window in enumerate(windows):
            length = window.end - window.start + 2
            batch[row, 0] = self.tokenizer.cls_token_id
            batch[row, 1 : length - 1] = ids[window.start : window.end]
            batch[row, length - 1] = self.tokenizer.sep_token_id
            mask[row, :length] = 1
        return self.session.run(["logits"], {"input_ids": batch, "attention_mask": mask})[0]


def _described(folder: Path) -> dict[str, Any]:
    needed = (DESCRIPTION, WEIGHTS, LEXICAL_WEIGHTS, JOINS, "tokenizer.json")
    missing = [name for name in needed if not (folder / name).is_file()]
    if missing:
        raise ConfigError(f"{folder}: no {missing[0]} in it. Give a folder that `legalai train` has written.")
    described = json.loads((folder / DESCRIPTION).read_text(encoding="utf-8"))
    if described.get("layout") != LAYOUT:
        raise ConfigError(f"{folder}: model layout {described.get('layout')} is not known here. Update legalai.")
    return described
