"""Examples of provision types: what contracts call their own clauses."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legalai.evaluation.cuad import LabelledContract
from legalai.extract.clauses.heading_types import HeadingTypes
from legalai.extract.clauses.paragraphs import LONGEST_UNIT, joined, paragraphs, units
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of

# Paragraphs of a clause that are learned from: further down, a heading's successor may have been overlooked.
_PARTS = 6


@dataclass(frozen=True, slots=True)
class Example:
    """What stands below one heading, without it: the provision types that the heading names, and those it leaves open.

    `whole` is False for one paragraph of several: it is learned from, since contracts are also read by paragraphs, and
    not measured on, since a heading need not speak of each.
    """

    words: Passage
    types: tuple[str, ...]
    unclear: tuple[str, ...]
    title: str
    heading: str
    whole: bool


def read_examples(
    contracts: Iterable[LabelledContract], headings: HeadingTypes, unclear: HeadingTypes
) -> Iterator[Example]:
    """The clause units whose heading says what they are, or that they are none of the types.

    Left out, for want of an answer: units without a heading or below one that says nothing, and those too long to be
    one clause.
    """
    for contract in contracts:
        passages = find_passages(document_of(contract.text, name=contract.title))
        for unit in units(paragraphs(passages)):
            heading = unit[0].heading
            if heading is None or headings.is_silent(heading) or unit[-1].end - unit[0].start > LONGEST_UNIT:
                continue
            named = headings.types(heading)
            left_open = tuple(name for name in unclear.types(heading) if name not in named)
            yield Example(joined(unit).own_words(), named, left_open, contract.title, heading, whole=True)
            for part in unit[:_PARTS] if len(unit) > 1 else ():
                yield Example(part.own_words(), named, left_open, contract.title, heading, whole=False)


def targets(examples: Sequence[Example], types: Sequence[str]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which examples are of which types, and of which that is known. Shapes: both [examples, types]."""
    named = np.array([[name in example.types for name in types] for example in examples], dtype=np.bool_)
    known = np.array([[name not in example.unclear for name in types] for example in examples], dtype=np.bool_)
    return named, known
