"""`legalai evaluate`: scores against labelled data."""

from pathlib import Path
from typing import Annotated

import typer

from legalai.cli.show import bar, table, write_out

app = typer.Typer(no_args_is_help=True, help="Scores against labelled data.")


@app.callback()
def _evaluate() -> None:
    """Scores against labelled data."""


@app.command()
def clauses(
    data: Annotated[
        Path,
        typer.Argument(metavar="CUAD.json|DIR", help="Labelled contracts: CUAD's layout, or a folder of corrections."),
    ],
    *,
    only: Annotated[
        Path | None, typer.Option(metavar="TITLES.txt", help="Only these contracts: one title a line.")
    ] = None,
    model: Annotated[str, typer.Option(metavar="NAME|DIR", help="The clause model to score.")] = "clauses-en",
    predictions: Annotated[
        Path | None, typer.Option(metavar="OUT.json", help="Write every scored span, in the CUAD scorer's layout.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
) -> None:
    """Score the clause model against lawyers' labels, as the CUAD scorer does.

    Example: legalai evaluate clauses CUAD_v1.json --only validation.txt --json > metrics.json
    """
    from legalai.evaluation.clauses import as_json, evaluate, predictions_json
    from legalai.evaluation.cuad import read_titles
    from legalai.evaluation.labelled import read_labelled, titled
    from legalai.export.files import write_whole
    from legalai.extract.clauses.clause_model import ClauseModel
    from legalai.resources import model_folder

    loaded = ClauseModel.load(Path(model) if Path(model).is_dir() else model_folder(model))
    contracts = read_labelled([data])
    if only:
        contracts = titled(contracts, read_titles(only))
    with bar("contracts") as tell:
        figures, said = evaluate(contracts, loaded, progress=tell)
    if predictions is not None:
        write_whole(predictions, predictions_json(said))
    if json:
        write_out(as_json(figures))
        return
    table(("figure", "value"), figures.rows())
    table(
        ("clause type", "labels", "AUPR", "precision", "missed"),
        (
            (name, str(each.labels), f"{each.aupr:.3f}", f"{each.precision:.3f}", f"{each.miss_rate:.3f}")
            for name, each in figures.categories.items()
        ),
    )
