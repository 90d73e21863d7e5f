"""The name of the folder that each reviewed file gets."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def folder_names(files: Sequence[Path]) -> dict[Path, str]:
    """File -> folder name: its stem; with its suffix where stems are equal; numbered where names are equal too.

    A file that is given twice is taken once.
    """
    distinct = list({path.resolve(): path for path in reversed(files)}.values())[::-1]
    stems = Counter(path.stem.casefold() for path in distinct)
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for path in distinct:
        wanted = path.stem if stems[path.stem.casefold()] == 1 else path.name
        name, number = wanted, 1
        while name.casefold() in taken:
            number += 1
            name = f"{wanted}-{number}"
        taken.add(name.casefold())
        names[path] = name
    return names
