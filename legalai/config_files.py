"""Reading a TOML file into a checked value, with errors that say where: `path -> key -> key: message`."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from legalai.errors import ConfigError


class Settings(BaseModel):
    """What every configuration value has in common: frozen, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Identified(Protocol):
    """An entry of a list that is named elsewhere by its id."""

    @property
    def id(self) -> str:
        """Unlike that of every other entry."""
        ...


Value = TypeVar("Value", bound=Settings)

# What pydantic says in its own terms, by the type of the error.
_PLAINER = {"missing": "this key is missing", "extra_forbidden": "there is no such key here; see the documentation"}


def read_config(path: Path, kind: type[Value]) -> Value:
    """The checked contents of a TOML file. Raises: ConfigError, one line per problem."""
    try:
        state = path.stat()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or 'no such file'}).") from error
    return _read(path, kind, (state.st_mtime_ns, state.st_size, state.st_ino))


# A folder of reviews reads the same packs for every contract; a file that was written since is read again.
@lru_cache(maxsize=512)
def _read(path: Path, kind: type[Value], version: tuple[int, ...]) -> Value:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or 'no such file'}).") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8. Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not TOML: {error}") from error
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        raise ConfigError("\n".join(problems(path, error))) from error


def check_ids_differ(entries: Iterable[Identified], what: str) -> None:
    """For a validator of a list. Raises: ValueError with the ids that `what` (a plural) have in common."""
    ids = [entry.id for entry in entries]
    twice = sorted({each for each in ids if ids.count(each) > 1})
    if twice:
        raise ValueError(f"{what} with the same id: {', '.join(twice)}")


def problems(path: Path, error: ValidationError) -> list[str]:
    """One line for each thing wrong, in the order of the file."""
    lines: list[str] = []
    details = error.errors(include_url=False)
    for detail in details:
        place = detail["loc"]
        # A list whose entries are wrong is told to be too short as well: they were left out of it.
        if detail["type"] == "too_short" and any(each["loc"][: len(place)] == place != each["loc"] for each in details):
            continue
        keys = " -> ".join(str(key) for key in place)
        where = f"{path} -> {keys}" if keys else str(path)
        lines.append(f"{where}: {_PLAINER.get(detail['type']) or detail['msg'].removeprefix('Value error, ')}")
    return lines
