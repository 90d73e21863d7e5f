"""What `legalai train` does: read the recipe and the labels, fit both models, and write and measure the folder."""

from collections.abc import Callable, Sequence
from pathlib import Path

from legalai.errors import ConfigError
from legalai.evaluation.cuad import read_titles
from legalai.evaluation.labelled import read_labelled, titled
from legalai.export.files import write_whole
from legalai.training.config import TrainConfig, read_recipe


def train_model(
    recipe: Path,
    data: Sequence[Path],
    *,
    without: Path | None = None,
    work: Path | None = None,
    report: Callable[[str], None],
) -> Path:
    """Train the model of a recipe on labelled contracts and write everything that ships beside the recipe.

    `data`: files in the CUAD layout and folders of corrections. `without` lists the titles to leave out; the scores are
    calibrated and measured on those, so without it the folder keeps the calibration and the figures it has, and the
    recipe's last round is left out. `work` keeps the checkpoints; a run killed in the middle goes on from there.
    Raises: ConfigError when the training extra is missing or the recipe is wrong.
    """
    config = read_recipe(recipe, TrainConfig)
    everything = read_labelled(data)
    held_back = titled(everything, read_titles(without)) if without else []
    contracts = [contract for contract in everything if contract not in held_back]
    try:
        from legalai.training.calibrate import FOLDS
        from legalai.training.export import write_models
        from legalai.training.measure import calibrate_and_measure, stand_in
        from legalai.training.model_card import model_card
        from legalai.training.run import train, train_last_round
    except ImportError as e:
        raise ConfigError(
            f"the training extra is missing ({e.name}). Install torch, then: pip install 'legalai[train]'"
        ) from e
    checkpoints = work or Path("checkpoints") / config.name
    checkpoints.mkdir(parents=True, exist_ok=True)
    finished = train(config, contracts, checkpoints, report=report)
    folder, fp32 = recipe.parent, checkpoints / "fp32.onnx"
    write_models(finished, contracts, folder, fp32=fp32, config=config, report=report)
    if not held_back:
        return folder
    figures = calibrate_and_measure(folder, held_back, fp32=fp32, report=report)
    if any(member.last_round for member in config.members):
        finished = train_last_round(config, everything, finished, checkpoints, report=report)
        write_models(finished, everything, folder, fp32=fp32, config=config, report=report)
        figures = stand_in(folder, figures)
    card = model_card(folder, config, figures, trained_on=len(contracts), folds=FOLDS)
    write_whole(folder / "MODEL_CARD.md", card)
    return folder
