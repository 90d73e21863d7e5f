"""What the form of two neighbouring sentences says about whether they are one clause."""

import numpy as np
import pytest

from legalai.extract.clauses.joins import FEATURES, JoinModel, join_features


def seen(first: str, between: str, second: str) -> set[str]:
    """The features of two sentences that are 1, the lengths left out."""
    text = first + between + second
    bounds = np.array([(0, len(first)), (len(first) + len(between), len(text))])
    (row,) = join_features(text, bounds)
    return {name for name, value in zip(FEATURES[:-2], row, strict=False) if value}


@pytest.mark.parametrize(
    ("first", "between", "second", "expected"),
    [
        ("During the term the Distributor shall not:", "\n", "(a) sell goods of a rival;", {"leads_in", "short"}),
        ("(a) sell goods of a rival; or", "\n", "(b) advise one.", {"and_or", "cut_off", "item_begins", "short"}),
        ("7.2 The Seller keeps such records;", " ", "and", {"item_ends", "item_begins", "short"}),
        ("The records are kept.", "\n12 AUDIT\n", "The Buyer may audit.", {"sentence_ends", "parted", "short"}),
        ("A sentence that is cut by the end of a page as long as this", "\n", "one here.", {"cut_off", "short"}),
        ("All of the liability of either party under this agreement is limited.", " ", "So it is.", {"sentence_ends"}),
    ],
)
def test_what_stands_at_the_edges_is_seen(first: str, between: str, second: str, expected: set[str]) -> None:
    assert seen(first, between, second) == expected


def test_every_sentence_but_the_last_has_a_join() -> None:
    text = "One here. Two there. Three."
    model = JoinModel(dict.fromkeys(FEATURES, 0.0) | {"sentence_ends": -2.0}, bias=0.5)
    assert model.logits(text, np.array([(0, 9), (10, 20), (21, 27)])) == pytest.approx([-1.5, -1.5])
    for none in ([], [(0, 9)]):
        assert len(model.logits(text, np.array(none, dtype=np.int64).reshape(-1, 2))) == 0
