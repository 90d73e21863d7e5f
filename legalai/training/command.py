"""What `legalai train` does: read the recipe and the labels, fine-tune, write the model folder."""

from collections.abc import Callable
from pathlib import Path

from legalai.errors import ConfigError
from legalai.evaluation.cuad import read_cuad, read_titles
from legalai.training.config import read_train_config


def train_model(
    recipe: Path,
    data: Path,
    *,
    without: Path | None = None,
    work: Path | None = None,
    report: Callable[[str], None],
) -> Path:
    """Fine-tune the model of a recipe on a CUAD file and write weights, tokenizer and model.json beside the recipe.

    `without` lists the titles to leave out, so that they can be evaluated on. `work` keeps the checkpoints; a run
    killed in the middle goes on from there when it is started again.
    Raises: ConfigError when the training extra is missing or the recipe is wrong.
    """
    config = read_train_config(recipe)
    held_back = read_titles(without) if without else frozenset[str]()
    contracts = list(read_cuad(data, without=held_back))
    try:
        from legalai.training.export import write_model_folder
        from legalai.training.run import train
    except ImportError as e:
        raise ConfigError(
            f"the training extra is missing ({e.name}). Install torch, then: pip install 'legalai[train]'"
        ) from e
    checkpoints = work or Path("checkpoints") / config.name
    checkpoints.mkdir(parents=True, exist_ok=True)
    finished = train(config, contracts, checkpoints, report=report)
    decoding = config.decoding.model_dump()
    write_model_folder(finished, recipe.parent, name=config.name, window=config.windows.size, decoding=decoding)
    return recipe.parent
