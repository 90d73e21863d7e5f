"""What `legalai train` does: read the recipe and the labels, fit both models, and write and measure the folder."""

from collections.abc import Callable
from pathlib import Path

from legalai.errors import ConfigError
from legalai.evaluation.cuad import read_cuad, read_titles
from legalai.export.files import write_whole
from legalai.extract.clauses.lexical_model import LEXICAL_WEIGHTS
from legalai.training.config import TrainConfig, read_recipe


def train_model(
    recipe: Path,
    data: Path,
    *,
    without: Path | None = None,
    work: Path | None = None,
    report: Callable[[str], None],
) -> Path:
    """Train the model of a recipe on a CUAD file and write everything that ships beside the recipe.

    `without` lists the titles to leave out; the scores are calibrated and measured on those, so without it the folder
    keeps the calibration and the figures it has. `work` keeps the checkpoints; a run killed in the middle goes on from
    there when it is started again.
    Raises: ConfigError when the training extra is missing or the recipe is wrong.
    """
    config = read_recipe(recipe, TrainConfig)
    held_back = read_titles(without) if without else frozenset[str]()
    contracts = list(read_cuad(data, without=held_back))
    try:
        from legalai.training.calibrate import FOLDS
        from legalai.training.examples import labelled_passages
        from legalai.training.export import write_model_folder
        from legalai.training.lexical import fit_lexical
        from legalai.training.measure import calibrate_and_measure
        from legalai.training.model_card import model_card
        from legalai.training.run import train
    except ImportError as e:
        raise ConfigError(
            f"the training extra is missing ({e.name}). Install torch, then: pip install 'legalai[train]'"
        ) from e
    checkpoints = work or Path("checkpoints") / config.name
    checkpoints.mkdir(parents=True, exist_ok=True)
    finished = train(config, contracts, checkpoints, report=report)
    folder, fp32 = recipe.parent, checkpoints / "fp32.onnx"
    write_model_folder(finished, folder, fp32=fp32, config=config)
    report("fitting the lexical model")
    fit_lexical(*labelled_passages(contracts), config.lexical).save(folder / LEXICAL_WEIGHTS)
    if held_back:
        figures = calibrate_and_measure(folder, data, held_back, fp32=fp32, report=report)
        card = model_card(folder, config, figures, trained_on=len(contracts), folds=FOLDS)
        write_whole(folder / "MODEL_CARD.md", card)
    return folder
