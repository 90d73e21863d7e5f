"""The lexical model at run time: the sum it promises, and n-grams that tell what matters apart."""

import numpy as np
import pytest

from legalai.extract.clauses.lexical_model import LexicalModel
from legalai.extract.clauses.ngrams import BITS, ngrams
from legalai.extract.segmentation.passages import Passage


def passage(text: str, heading: str | None = None) -> Passage:
    return Passage(text=text, start=0, end=len(text), block=0, heading=heading)


def test_a_score_is_the_scaled_mean_of_the_weights_of_known_ngrams() -> None:
    grams = ngrams("governing law")
    model = LexicalModel(
        features=grams,
        weights=np.array([[1, 0], [2, 0], [3, -4]], dtype=np.int8),
        scales=np.array([0.5, 1.0], dtype=np.float32),
        biases=np.array([-1.0, 0.25], dtype=np.float32),
    )
    known, unknown, empty = model.logits([passage("Governing  LAW"), passage("widgets"), passage("")])
    assert known == pytest.approx([6 * 0.5 / np.sqrt(3) - 1, -4 / np.sqrt(3) + 0.25])
    assert unknown == pytest.approx(model.biases)
    assert empty == pytest.approx(model.biases)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("within 30 days", "within 45 days", True),
        ("the seller pays", "THE SELLER\n pays,", True),
        ("seller pays buyer", "buyer pays seller", False),
        ("may", "must", False),
    ],
)
def test_ngrams_ignore_figures_case_and_marks_but_not_order(one: str, other: str, same: bool) -> None:
    assert np.array_equal(ngrams(one), ngrams(other)) is same


def test_a_heading_is_not_taken_for_the_text_below_it() -> None:
    own, headed = ngrams("insurance"), ngrams("", "insurance")
    assert len(own) == len(headed) == 1
    assert own[0] != headed[0]
    assert 0 <= min(own[0], headed[0]) <= max(own[0], headed[0]) < 2**BITS
