"""The CUAD layout (SQuAD 2.0 with one question per category) read into plain values."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from legalai.errors import ConfigError, InputError


@dataclass(frozen=True, slots=True)
class LabelledSpan:
    """A lawyer's label: characters [start, end) of the contract's text belong to `category`."""

    category: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledContract:
    """One contract of the dataset. `questions` maps a category to the dataset's question id."""

    title: str
    text: str
    spans: tuple[LabelledSpan, ...]
    questions: dict[str, str]

    def answers(self, category: str) -> list[str]:
        """The labelled texts of one category, in the dataset's order."""
        return [self.text[s.start : s.end] for s in self.spans if s.category == category]


def read_titles(path: Path) -> frozenset[str]:
    """The titles listed in a file, one a line."""
    if not path.is_file():
        raise ConfigError(f"{path}: no such list of titles. Give a text file with one contract title a line.")
    return frozenset(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def read_cuad(path: Path, *, only: Collection[str] | None = None) -> Iterator[LabelledContract]:
    """Read contracts from a CUAD file, all of them or only those titled.

    Raises: InputError when the file is not in the CUAD layout, or a title asked for is not in it.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))["data"]
        titles = {entry["title"] for entry in data}
    except FileNotFoundError as e:
        raise InputError(f"{path}: no such file. Give a dataset in the CUAD layout (CUAD_v1.json).") from e
    except (ValueError, KeyError, TypeError) as e:
        raise InputError(f"{path}: not in the CUAD layout (SQuAD JSON with data, paragraphs, qas).") from e
    if only is not None and (missing := set(only) - titles):
        raise InputError(f"{path}: {len(missing)} of the titles asked for are not in it, first {sorted(missing)[0]!r}.")
    for entry in data:
        if only is None or entry["title"] in only:
            yield _contract(entry)


def _contract(entry: dict) -> LabelledContract:
    paragraph = entry["paragraphs"][0]
    spans, questions = [], {}
    for question in paragraph["qas"]:
        category = question["id"].rpartition("__")[2]
        questions[category] = question["id"]
        for answer in question["answers"]:
            start = answer["answer_start"]
            spans.append(LabelledSpan(category, start, start + len(answer["text"])))
    return LabelledContract(entry["title"], paragraph["context"], tuple(spans), questions)
