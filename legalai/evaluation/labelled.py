"""Labelled contracts from wherever they are kept: a CUAD file, or a folder of corrected extractions."""

from collections.abc import Collection, Sequence
from pathlib import Path

from legalai.errors import InputError
from legalai.evaluation.corrections import read_corrections
from legalai.evaluation.cuad import LabelledContract, read_cuad


def read_labelled(paths: Sequence[Path]) -> list[LabelledContract]:
    """Read the contracts of all paths, in their order: a folder holds corrections, a file is in the CUAD layout.

    Raises: InputError when a path cannot be read so, or two contracts have one title.
    """
    contracts: list[LabelledContract] = []
    for path in paths:
        contracts += read_corrections(path) if path.is_dir() else read_cuad(path)
    seen: set[str] = set()
    for contract in contracts:
        if contract.title in seen:
            raise InputError(f"{contract.title}: two labelled contracts have this title. Rename one of them.")
        seen.add(contract.title)
    return contracts


def titled(contracts: Sequence[LabelledContract], titles: Collection[str]) -> list[LabelledContract]:
    """The contracts of these titles. Raises: InputError when one of them is not there."""
    if missing := set(titles) - {contract.title for contract in contracts}:
        raise InputError(
            f"{len(missing)} of the titles asked for are not among the contracts, first {sorted(missing)[0]!r}."
        )
    return [contract for contract in contracts if contract.title in titles]
