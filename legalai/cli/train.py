"""`legalai train`: fine-tune a clause model."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from legalai.cli.show import say
from legalai.errors import ConfigError


def train(
    recipe: Annotated[Path, typer.Argument(metavar="train.toml", help="The recipe; the model is written beside it.")],
    *,
    data: Annotated[
        list[Path],
        typer.Option(metavar="CUAD.json|DIR", help="Labelled contracts: CUAD's layout, or a folder of corrections."),
    ],
    without: Annotated[
        Path | None, typer.Option(metavar="TITLES.txt", help="Contracts to leave out, to be evaluated on.")
    ] = None,
    work: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where checkpoints are kept (./checkpoints/NAME); a killed run goes on from them."
        ),
    ] = None,
) -> None:
    """Train the model of a recipe, of clauses or of provisions, on contracts. Needs the extra: legalai[train].

    Example: legalai train models/clauses-en/train.toml --data CUAD_v1.json --without validation.txt
    """
    from legalai.training.command import train_model
    from legalai.training.provision_config import is_provision_recipe

    if is_provision_recipe(recipe):
        folder = _train_provisions(recipe, data, without)
        say(f"The model is in {folder}, its figures in {folder / 'metrics.json'}.")
        return
    folder = train_model(recipe, data, without=without, work=work, report=say)
    say(f"The model is in {folder}. Score it with: legalai evaluate clauses {data[0]} --model {folder}")


def _train_provisions(recipe: Path, data: Sequence[Path], without: Path | None) -> Path:
    try:
        from legalai.training.provisions import train_provisions
    except ImportError as e:
        raise ConfigError(f"the training extra is missing ({e.name}). Install: pip install 'legalai[train]'") from e
    return train_provisions(recipe, data, without=without, report=say)
