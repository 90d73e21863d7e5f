"""Where models and packs are found: an explicit path, an environment variable, the checkout, the installed copy."""

import os
from collections.abc import Iterator
from pathlib import Path

from legalai.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent
MODELS_VARIABLE = "LEGALAI_MODELS"
PACKS_VARIABLE = "LEGALAI_JURISDICTIONS"


def model_folder(name: str, explicit: Path | None = None) -> Path:
    """The folder of a model: `explicit` itself, or the first `<place>/<name>` that exists.

    Raises: ConfigError when there is none.
    """
    if explicit is not None:
        if not explicit.is_dir():
            raise ConfigError(
                f"{explicit}: there is no model folder here. Give the folder that holds the model's files."
            )
        return explicit
    places = [*_from_environment(MODELS_VARIABLE), *_shipped("models")]
    for place in places:
        if (place / name).is_dir():
            return place / name
    looked = ", ".join(str(place) for place in places) or "no folder at all"
    raise ConfigError(
        f"The model '{name}' was not found (looked in {looked}). Set {MODELS_VARIABLE} to its parent folder."
    )


def pack_folders(explicit: Path | None = None) -> tuple[Path, ...]:
    """The folders that hold jurisdiction packs, the user's own before the shipped ones.

    Raises: ConfigError when a folder that was asked for is missing, or holds no pack.
    """
    asked = [*([explicit] if explicit is not None else []), *_from_environment(PACKS_VARIABLE)]
    for folder in asked:
        if not folder.is_dir():
            raise ConfigError(
                f"{folder}: there is no such folder of packs. Start one with: legalai jurisdictions copy ID DIR"
            )
        if not any(folder.glob("*/profile.toml")):
            raise ConfigError(f"{folder}: no pack in it. A pack is a folder <id> that holds profile.toml.")
    shipped = [place for place in _shipped("jurisdictions") if place.is_dir()]
    if not asked and not shipped:
        raise ConfigError(
            f"No jurisdiction packs were found. Set {PACKS_VARIABLE} to a folder of packs, or install again."
        )
    return (*asked, *shipped)


def _from_environment(variable: str) -> Iterator[Path]:
    for part in os.environ.get(variable, "").split(os.pathsep):
        if part:
            yield Path(part).expanduser()


def _shipped(what: str) -> Iterator[Path]:
    """The checkout's folder when the package runs from one, else the copy inside the wheel."""
    checkout = _PACKAGE.parent / what
    if (_PACKAGE.parent / "pyproject.toml").is_file() and checkout.is_dir():
        yield checkout
        return
    yield _PACKAGE / "_data" / what
