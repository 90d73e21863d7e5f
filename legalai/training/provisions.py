"""Make the provision model of a recipe: fit on headings, measure on contracts kept aside, ship the types that hold."""

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from legalai.errors import ConfigError
from legalai.evaluation.cuad import read_titles
from legalai.evaluation.labelled import read_labelled
from legalai.export.files import write_whole
from legalai.extract.clauses.heading_types import HeadingTypes
from legalai.extract.clauses.lexical_model import LEXICAL_WEIGHTS, LexicalModel
from legalai.extract.clauses.provision_model import PROVISIONS_FILE, PROVISIONS_LAYOUT
from legalai.training.config import LexicalConfig, read_recipe
from legalai.training.folds import fold
from legalai.training.lexical import fit_counts, ngram_counts
from legalai.training.provision_config import ProvisionConfig
from legalai.training.provision_examples import Example, read_examples, targets
from legalai.training.provision_figures import Measured, measure_type, summary

METRICS_FILE = "metrics.json"


@dataclass(frozen=True)
class _Lessons:
    """The examples as arrays.

    Shapes: inputs [examples, n-grams]; named, known [examples, types]; whole, aside [examples].
    """

    examples: Sequence[Example]
    inputs: csr_matrix
    named: NDArray[np.bool_]
    known: NDArray[np.bool_]
    whole: NDArray[np.bool_]
    aside: NDArray[np.bool_]

    def of(self, rows: NDArray[np.bool_]) -> list[Example]:
        """The examples of a mask."""
        return [example for example, kept in zip(self.examples, rows, strict=True) if kept]

    def fit(self, rows: NDArray[np.bool_], columns: NDArray[np.int64], config: LexicalConfig) -> LexicalModel:
        """A model of some types, fitted on some examples."""
        named, known = self.named[rows][:, columns], self.known[rows][:, columns]
        return fit_counts(self.inputs[rows], named, config, known=known, dual=True)

    def read(self, model: LexicalModel, rows: NDArray[np.bool_]) -> NDArray[np.float32]:
        """A model's logits for some examples."""
        return model.logits([example.words for example in self.of(rows)])


def train_provisions(
    recipe: Path, data: Sequence[Path], *, without: Path | None, report: Callable[[str], None]
) -> Path:
    """Write weights, model.json and metrics.json beside the recipe; returns their folder.

    `without` lists the titles to learn nothing from; types with enough examples there are measured on them, the others
    across folds of all contracts. Without the list every type is measured so.
    """
    config = read_recipe(recipe, ProvisionConfig)
    held_back = read_titles(without) if without else frozenset[str]()
    tables = HeadingTypes(config.headings, config.silent), HeadingTypes(config.unclear, ())
    examples = list(read_examples(read_labelled(data), *tables))
    counted = Counter(name for example in examples if example.whole for name in example.types)
    types = [name for name in config.headings if counted[name] >= config.shipping.examples]
    if not types:
        raise ConfigError(f"{recipe}: no type has {config.shipping.examples} examples in these contracts.")
    clauses = sum(example.whole for example in examples)
    report(f"{clauses} clauses with a heading that says what they are; {len(types)} types have enough of them.")
    named, known = targets(examples, types)
    lessons = _Lessons(
        examples=examples,
        inputs=ngram_counts([example.words for example in examples]),
        named=named,
        known=known,
        whole=np.array([example.whole for example in examples]),
        aside=np.array([example.title in held_back for example in examples]),
    )
    model, measured = _fit_and_measure(config, types, lessons, report)
    _write(recipe.parent, config, model, measured)
    metrics = {
        "contracts_learned_from": len({example.title for example in lessons.of(~lessons.aside)}),
        **summary(measured),
        "too_few_examples": {name: counted[name] for name in config.headings if name not in types},
    }
    write_whole(recipe.parent / METRICS_FILE, json.dumps(metrics, indent=2) + "\n")
    return recipe.parent


def _fit_and_measure(
    config: ProvisionConfig, types: Sequence[str], lessons: _Lessons, report: Callable[[str], None]
) -> tuple[LexicalModel, list[Measured]]:
    learned, whole_aside = ~lessons.aside, lessons.aside & lessons.whole
    model = lessons.fit(learned, np.arange(len(types)), config.lexical)
    report(f"Fitted on {int((learned & lessons.whole).sum())} clauses and their paragraphs.")
    often = lessons.named[whole_aside].sum(axis=0) >= config.shipping.examples
    logits = np.zeros(lessons.named.shape, dtype=np.float32)
    logits[whole_aside] = lessons.read(model, whole_aside)
    if not often.all():
        logits[:, ~often] = _across_folds(config, lessons, np.flatnonzero(~often), report)
    measured: list[Measured] = []
    for column, name in enumerate(types):
        rows = lessons.known[:, column] & (whole_aside if often[column] else lessons.whole)
        on = "contracts kept aside" if often[column] else "folds of all contracts"
        judged = logits[rows, column], lessons.named[rows, column], lessons.of(rows)
        measured.append(measure_type(name, *judged, config.shipping, on=on))
    return model, measured


def _across_folds(
    config: ProvisionConfig, lessons: _Lessons, columns: NDArray[np.int64], report: Callable[[str], None]
) -> NDArray[np.float32]:
    """Whole examples' logits from a model that has seen no contract of their company. Shapes: [examples, columns]."""
    folds = np.array([fold(example.title, config.shipping.folds) for example in lessons.examples])
    result = np.zeros((len(lessons.examples), len(columns)), dtype=np.float32)
    for each in range(config.shipping.folds):
        inside = folds == each
        model = lessons.fit(~inside, columns, config.lexical)
        result[inside & lessons.whole] = lessons.read(model, inside & lessons.whole)
        report(f"Fold {each + 1} of {config.shipping.folds} measured.")
    return result


def _write(folder: Path, config: ProvisionConfig, model: LexicalModel, measured: Sequence[Measured]) -> None:
    shipped = [column for column, each in enumerate(measured) if each.figures.shipped]
    kept = [measured[column].type for column in shipped]
    model.only(shipped).save(folder / LEXICAL_WEIGHTS)
    stored = {
        "layout": PROVISIONS_LAYOUT,
        "name": config.name,
        "confirmed": config.shipping.confirmed,
        "heading_alone": config.shipping.heading_alone,
        "types": [asdict(each) for each in kept],
        "headings": {each.name: config.headings[each.name] for each in kept},
        "silent": list(config.silent),
    }
    write_whole(folder / PROVISIONS_FILE, json.dumps(stored, indent=2) + "\n")
