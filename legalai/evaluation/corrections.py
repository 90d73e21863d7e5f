"""Extractions a person has put right, read as labelled contracts.

A correction is the pair `NAME.json`, as `legalai extract` prints it, and `NAME.txt`, as `legalai extract --text` does.
Whoever corrected it has read the whole contract: a clause that `clauses` does not list is not there.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from legalai.errors import InputError
from legalai.evaluation.cuad import LabelledContract, LabelledSpan
from legalai.labels import CUAD_CATEGORIES


def read_corrections(folder: Path) -> Iterator[LabelledContract]:
    """Read every correction of a folder, in the order of their names.

    Raises: InputError when there is none, when its text is missing, or when a clause is not what stands at its place.
    """
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder}: no corrections. Give a folder of NAME.json (legalai extract) and NAME.txt.")
    return (_contract(file) for file in files)


def _contract(file: Path) -> LabelledContract:
    beside = file.with_suffix(".txt")
    if not beside.is_file():
        raise InputError(f"{beside}: no such file. Write it with: legalai extract --text CONTRACT > {beside.name}")
    text = beside.read_bytes().decode("utf-8")  # as it is: line ends are characters too
    try:
        clauses = json.loads(file.read_text(encoding="utf-8"))["clauses"]
        spans = tuple(_span(clause, text) for clause in clauses)
    except (ValueError, KeyError, TypeError) as e:
        raise InputError(f"{file}: not an extraction. Start from what `legalai extract CONTRACT` prints.") from e
    for number, (span, clause) in enumerate(zip(spans, clauses, strict=True), start=1):
        if text[span.start : span.end] != clause["text"]:
            raise InputError(
                f"{file}: clause {number} ({span.category}) is not what stands in {beside.name} at its place. "
                "Correct its start and end, or its text."
            )
    questions = {category: f"{file.stem}__{category}" for category in CUAD_CATEGORIES}
    return LabelledContract(file.stem, text, spans, questions)


def _span(clause: dict[str, Any], text: str) -> LabelledSpan:
    start, end = int(clause["start"]), int(clause["end"])
    if not 0 <= start < end <= len(text):
        raise ValueError("no place in the text")
    return LabelledSpan(str(clause["type"]), start, end)
