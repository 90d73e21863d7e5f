"""The provision model at run time: how likely a paragraph's own words make it a provision of each type."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from legalai.errors import ConfigError
from legalai.extract.clauses.heading_types import HeadingTypes
from legalai.extract.clauses.lexical_model import LEXICAL_WEIGHTS, LexicalModel
from legalai.extract.clauses.paragraphs import Paragraph

PROVISIONS_FILE = "model.json"
PROVISIONS_LAYOUT = 1


@dataclass(frozen=True, slots=True)
class ProvisionType:
    """One type the model knows.

    A logit z is the probability 1 / (1 + exp(-(slope * z + offset))), measured on contracts kept aside; from
    `threshold` on a paragraph is a provision of the type.
    """

    name: str
    slope: float
    offset: float
    threshold: float


@dataclass(frozen=True)
class ProvisionModel:
    """Words and headings -> provision types.

    A clause is what its heading says with probability `confirmed` when the model says so too, else `heading_alone`.
    """

    types: tuple[ProvisionType, ...]
    headings: HeadingTypes
    confirmed: float
    heading_alone: float
    lexical: LexicalModel

    @classmethod
    def load(cls, folder: Path) -> "ProvisionModel":
        """Read a model folder. Raises: ConfigError when its files are not what this version reads."""
        try:
            stored = json.loads((folder / PROVISIONS_FILE).read_text(encoding="utf-8"))
            if stored["layout"] != PROVISIONS_LAYOUT:
                raise ConfigError(f"{folder}: a provision model of another version. Train it again: legalai train.")
            return cls(
                types=tuple(ProvisionType(**each) for each in stored["types"]),
                headings=HeadingTypes(stored["headings"], stored["silent"]),
                confirmed=stored["confirmed"],
                heading_alone=stored["heading_alone"],
                lexical=LexicalModel.load(folder / LEXICAL_WEIGHTS),
            )
        except (OSError, ValueError, KeyError, TypeError) as e:
            raise ConfigError(f"{folder}: not a provision model ({type(e).__name__}). Make one: legalai train.") from e

    def probabilities(self, paragraphs: Sequence[Paragraph]) -> NDArray[np.float64]:
        """Shapes: result [paragraphs, types]. Headings are not looked at."""
        logits = self.lexical.logits([paragraph.own_words() for paragraph in paragraphs])
        slopes = np.array([each.slope for each in self.types])
        offsets = np.array([each.offset for each in self.types])
        return 1 / (1 + np.exp(-(logits * slopes + offsets)))
