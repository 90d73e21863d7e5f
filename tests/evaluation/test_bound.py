"""Who is bound and how, scored on labelled sentences, beside the dates."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from legalai.errors import InputError
from legalai.evaluation.answers import read_answers
from legalai.evaluation.bound import read_sentences, score_sentences
from legalai.evaluation.dates import by_labels, evaluate_dates

SENTENCES = """
[[sentence]]
split = "dev"
text = "Supplier shall deliver the pumps."
supplier = ["obligation"]

[[sentence]]
split = "held"
text = "Customer may reject them."
customer = ["prohibition"]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "sentences.toml"
    file.write_text(SENTENCES)
    return file


def test_modalities_of_each_side_are_counted(path: Path) -> None:
    figures = score_sentences([read_sentences(path)])
    assert (figures.sentences, figures.whole, len(figures.mistakes)) == (2, 1, 1)
    assert figures.scores == {"obligation": 1.0, "prohibition": 0.0, "permission": 0.0, "entitlement": 0.0}
    assert figures.macro_f1 == 0.25


def test_a_split_is_scored_alone(path: Path) -> None:
    assert score_sentences([read_sentences(path, split="dev")]).whole == 1


def test_dates_tell_the_macro_f1_in_a_row_and_in_their_json(path: Path, tmp_path: Path) -> None:
    csv = tmp_path / "answers.csv"
    csv.write_text("Filename,Governing Law-Answer\n")
    dates = evaluate_dates([], read_answers(csv), by_labels, progress=lambda done, of, title: None)
    figures = replace(dates, bound=score_sentences([read_sentences(path)]))
    assert list(figures.rows())[-1] == ("who is bound and how, macro F1", "2", "1", "1", "-", "0.250", "-")
    assert json.loads(figures.as_json())["who_is_bound"]["macro_f1"] == 0.25


def test_a_file_without_sentences_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("x = 1")
    with pytest.raises(InputError, match=r"a\.toml holds no labelled sentences"):
        read_sentences(tmp_path / "a.toml")
