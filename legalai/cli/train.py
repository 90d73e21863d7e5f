"""`legalai train`: fine-tune a clause model."""

from pathlib import Path
from typing import Annotated

import typer

from legalai.cli.show import say


def train(
    recipe: Annotated[Path, typer.Argument(metavar="train.toml", help="The recipe; the model is written beside it.")],
    *,
    data: Annotated[Path, typer.Option(metavar="CUAD.json", help="Labelled contracts in the CUAD layout.")],
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
    """Fine-tune the clause model of a recipe on labelled contracts. Needs the extra: legalai[train].

    Example: legalai train models/clauses-en/train.toml --data CUAD_v1.json --without validation.txt
    """
    from legalai.training.command import train_model

    folder = train_model(recipe, data, without=without, work=work, report=say)
    say(f"The model is in {folder}. Score it with: legalai evaluate clauses {data} --model {folder}")
