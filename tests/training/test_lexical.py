"""Fitting the lexical model: it learns which words make a type, and its file says the same after a round trip."""

from pathlib import Path

import numpy as np
import pytest

from legalai.extract.clauses.lexical_model import LexicalModel
from legalai.extract.segmentation.passages import Passage

AUDIT = ["Buyer may inspect the books of Seller", "an auditor may examine the records of Seller", "audit of the books"]
OTHER = ["fees are due in thirty days", "this agreement is governed by the laws of Ohio", "notices go to the address"]


def passage(text: str, heading: str | None = None) -> Passage:
    return Passage(text=text, start=0, end=len(text), block=0, heading=heading)


@pytest.mark.torch
def test_words_seen_with_a_label_raise_its_score_and_no_other(tmp_path: Path) -> None:
    from legalai.training.config import LexicalConfig
    from legalai.training.lexical import fit_lexical

    texts = [*AUDIT, *OTHER] * 4
    targets = np.array([[text in AUDIT, "governed" in text] for text in texts])
    model = fit_lexical([passage(text) for text in texts], targets, LexicalConfig())
    audit, law = model.logits(
        [passage("an inspection of the books and records"), passage("governed by the laws of Texas")]
    )
    assert audit[0] > 0 > audit[1]
    assert law[1] > law[0]
    model.save(tmp_path / "lexical.npz")
    again = LexicalModel.load(tmp_path / "lexical.npz")
    assert np.array_equal(again.logits([passage(AUDIT[0])]), model.logits([passage(AUDIT[0])]))
