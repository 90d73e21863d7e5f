"""What every drafter returns: for each part of a job its sentences, each with the numbers of the quotes it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drafted:
    """One sentence as drafted. `cites` are the numbers of quotes in the job's sources, counted from 1."""

    text: str
    cites: tuple[int, ...]


Reply = Mapping[str, tuple[Drafted, ...]]
