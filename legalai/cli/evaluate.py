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


@app.command()
def dates(
    data: Annotated[Path, typer.Argument(metavar="CUAD.json", help="Labelled contracts in CUAD's layout.")],
    *,
    answers: Annotated[
        Path, typer.Option(metavar="CSV", help="The lawyers' answers: CUAD's master_clauses.csv, or its columns.")
    ],
    only: Annotated[
        Path | None, typer.Option(metavar="TITLES.txt", help="Only these contracts: one title a line.")
    ] = None,
    model: Annotated[
        str, typer.Option(metavar="NAME|DIR", help="The clause model to find clauses with.")
    ] = "clauses-en",
    labels: Annotated[
        bool, typer.Option("--labels", help="Find dates from the lawyers' own clauses instead of a model's.")
    ] = False,
    show: Annotated[bool, typer.Option("--show", help="List every answer that was missed or wrong.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
) -> None:
    """Score dates, periods and governing law against lawyers' answers: right, wrong, silent.

    Example: legalai evaluate dates CUAD_v1.json --answers master_clauses.csv --only validation.txt
    """
    from legalai.evaluation.answers import read_answers
    from legalai.evaluation.cuad import read_cuad, read_titles
    from legalai.evaluation.dates import by_labels, by_pipeline, evaluate_dates
    from legalai.extract.pipeline import load_pipeline

    rows = read_answers(answers)
    contracts = list(read_cuad(data, only=read_titles(only) if only else None))
    find = by_labels if labels else by_pipeline(load_pipeline(model=model))
    with bar("contracts") as tell:
        figures = evaluate_dates(contracts, rows, find, progress=tell)
    if json:
        write_out(figures.as_json())
        return
    table(("field", "asked", "right", "wrong", "silent", "found", "precision"), figures.rows())
    if show:
        table(
            ("field", "contract", "lawyers", "found"),
            ((each.field, each.title, each.truth, each.found or "-") for each in figures.mistakes),
        )
