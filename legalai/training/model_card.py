"""The model card: what a model is, what it was trained on, how good it is and where it is weak."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from legalai.evaluation.clauses import ClauseFigures
from legalai.extract.clauses.clause_model import WEIGHTS
from legalai.extract.clauses.finder import DECISION
from legalai.extract.clauses.lexical_model import LEXICAL_WEIGHTS
from legalai.training.config import TrainConfig

# Types with fewer kept-aside labels than this say little by their figure.
_FEW = 20
_WEAKEST = 8


def model_card(folder: Path, config: TrainConfig, figures: ClauseFigures, *, trained_on: int, folds: int) -> str:
    """The card of the model in `folder`. `trained_on`: how many contracts; `folds`: how many its figures came from."""
    counted = [(name, each) for name, each in figures.categories.items() if each.labels >= _FEW]
    environment = Environment(
        loader=PackageLoader("legalai.training", "."),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return environment.get_template("model_card.md.jinja").render(
        config=config,
        figures=figures,
        trained_on=trained_on,
        folds=folds,
        megabytes=[(folder / name).stat().st_size / 1e6 for name in (WEIGHTS, LEXICAL_WEIGHTS)],
        decision=DECISION,
        few=_FEW,
        weakest=sorted(counted, key=lambda item: -item[1].miss_rate)[:_WEAKEST],
    )
