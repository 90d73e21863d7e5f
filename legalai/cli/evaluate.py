"""`legalai evaluate`: scores against labelled data."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from legalai import __version__
from legalai.cli import options
from legalai.cli.show import bar, stages, table, write_out

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
    bound: Annotated[
        list[Path] | None,
        typer.Option(metavar="SENTENCES.toml", help="Score who is bound and how on these labelled sentences too."),
    ] = None,
    show: Annotated[bool, typer.Option("--show", help="List every answer that was missed or wrong.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="OUT.json", help="Write the figures, with the command and the day of the run, beside a model card."
        ),
    ] = None,
) -> None:
    """Score dates, periods and governing law against lawyers' answers: right, wrong, silent.

    Example: legalai evaluate dates CUAD_v1.json --answers master_clauses.csv --only validation.txt --out dates.json
    """
    from legalai.evaluation.answers import read_answers
    from legalai.evaluation.bound import read_sentences, score_sentences
    from legalai.evaluation.cuad import read_cuad, read_titles
    from legalai.evaluation.dates import by_labels, by_pipeline, evaluate_dates
    from legalai.export.files import write_whole
    from legalai.extract.pipeline import load_pipeline

    who = score_sentences([read_sentences(each) for each in bound]) if bound else None
    rows = read_answers(answers)
    contracts = list(read_cuad(data, only=read_titles(only) if only else None))
    find = by_labels if labels else by_pipeline(load_pipeline(model=model))
    with bar("contracts") as tell:
        figures = replace(evaluate_dates(contracts, rows, find, progress=tell), bound=who)
    if out is not None:
        command = _dates_command(data, answers, only, None if labels else model)
        command += "".join(f" --bound {each.name}" for each in bound or ())
        write_whole(out, figures.as_json(command=command, run_on=date.today().isoformat(), legalai=__version__))
    if json:
        write_out(figures.as_json())
        return
    table(("field", "asked", "right", "wrong", "silent", "found", "precision"), figures.rows())
    if show:
        table(
            ("field", "contract", "lawyers", "found"),
            ((each.field, each.title, each.truth, each.found or "-") for each in figures.mistakes),
        )


def _dates_command(data: Path, answers: Path, only: Path | None, model: str | None) -> str:
    """The command again, with the names of its files and not where they lie; `model`: None for the lawyers' clauses."""
    chosen = f"--model {Path(model).name}" if model else "--labels"
    parts = [
        "legalai evaluate dates",
        data.name,
        "--answers",
        answers.name,
        *(["--only", only.name] if only else []),
        chosen,
    ]
    return " ".join(parts)


@app.command()
def drafting(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Marked contracts: marks.toml and contracts/.")],
    *,
    only: Annotated[
        str, typer.Option(metavar="A,B", help="Only contracts whose id starts so: 01,03 for those of the odd half.")
    ] = "",
    drafter: options.Drafter = "offline",
    allow_remote: options.AllowRemote = False,
    as_of: options.AsOf = None,
    runs: Annotated[int, typer.Option(min=1, metavar="N", help="Review each side so often, to see what changes.")] = 1,
    show: Annotated[
        bool, typer.Option("--show", help="List what was missed, and the grave findings that are wrong.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
) -> None:
    """Score reviews against what a lawyer must raise in contracts marked by hand, for each side.

    Example: legalai evaluate drafting benchmarks/drafting --show
    """
    from json import dumps

    from legalai.evaluation.drafting import evaluate_drafting
    from legalai.evaluation.marked_reviews import consistency, reviewer_of
    from legalai.evaluation.marks import read_marks

    marks = read_marks(folder).of(tuple(each.strip() for each in only.split(",") if each.strip()))
    review = reviewer_of(folder, drafter=drafter, allow_remote=allow_remote, as_of=options.day(as_of))
    with stages(str(folder)) as tell:
        score = evaluate_drafting(marks, review, tell)
        same = consistency(marks, review, runs, tell) if runs > 1 else None
    if json:
        write_out(dumps(score.as_dict() | {"consistency": same}, indent=2, ensure_ascii=False) + "\n")
        return
    rows = [(what, f"{value:.3f}") for what, value in score.figures().items()]
    table(("figure", "value"), [*rows, *([("consistency over runs", f"{same:.3f}")] if same is not None else [])])
    if show:
        table(("missed", "severity", "focus", "what"), ((m.id, m.severity, m.focus, m.what) for m in score.missed))
        table(
            ("wrong: contract", "side", "finding", "title"), ((w.contract, w.side, w.id, w.title) for w in score.wrong)
        )
