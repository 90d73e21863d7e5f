"""What training the provision model reads from its `train.toml`."""

import re
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from legalai.training.config import LexicalConfig, Section


class ShippingConfig(Section):
    """What a type needs to ship: kept-aside `examples` and an F1 of at least `f1` on them.

    Types with fewer examples among the contracts kept aside are measured across `folds` of all contracts. From the
    calibrated probability `threshold` on a clause is said to be of a type. `confirmed` and `heading_alone`: the shares
    of paragraphs that are what their heading says, where the model agrees and where it does not, read by hand.
    """

    examples: int = Field(20, ge=2)
    f1: float = Field(0.6, ge=0, le=1)
    folds: int = Field(5, ge=2)
    threshold: float = Field(0.3, gt=0, lt=1)
    confirmed: float = Field(gt=0, le=1)
    heading_alone: float = Field(gt=0, le=1)


class ProvisionConfig(Section):
    """The recipe of a provision model. `headings` and `silent` are those of `HeadingTypes`.

    `unclear`: headings that leave open whether a clause of the type stands below them.
    """

    kind: Literal["provisions"]
    name: str
    lexical: LexicalConfig
    shipping: ShippingConfig
    silent: tuple[str, ...] = ()
    headings: dict[str, str] = Field(min_length=1)
    unclear: dict[str, str] = Field(default_factory=dict[str, str])

    @field_validator("silent", "headings", "unclear")
    @classmethod
    def _compiles(cls, patterns: tuple[str, ...] | dict[str, str]) -> tuple[str, ...] | dict[str, str]:
        for pattern in patterns.values() if isinstance(patterns, dict) else patterns:
            try:
                re.compile(pattern)
            except re.error as e:
                raise ValueError(f"{pattern!r} is no regular expression: {e}") from e
        return patterns


def is_provision_recipe(path: Path) -> bool:
    """Whether a recipe is one for a provision model, as far as it can be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get("kind") == "provisions"
    except (OSError, ValueError):
        return False
