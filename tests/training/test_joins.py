"""Fitting the joins: what lawyers labelled as one clause says which sentences go together."""

import json
from pathlib import Path

import numpy as np
import pytest

from legalai.evaluation.cuad import LabelledContract, LabelledSpan
from legalai.extract.clauses.joins import JoinModel

LISTED = [
    "The Distributor shall not, during the term of this Agreement, do any of the following:",
    "(a) sell goods that compete with the Products in the Territory;",
    "(b) advise any other maker of such goods on the market there.",
]
APART = ["Neither party may assign this Agreement to another person.", "A merger counts as an assignment of it too."]


def contract(number: int) -> LabelledContract:
    """One label over the list, and one over each of two sentences of another type."""
    text = "\n".join([*LISTED, *APART])

    def span(category: str, first: str, last: str) -> LabelledSpan:
        return LabelledSpan(category, text.index(first), text.index(last) + len(last))

    spans = (span("Non-Compete", LISTED[0], LISTED[-1]), *(span("Anti-Assignment", one, one) for one in APART))
    return LabelledContract(f"contract {number}", text, spans, {})


@pytest.mark.torch
def test_a_list_that_has_one_label_goes_together_and_sentences_with_their_own_do_not(tmp_path: Path) -> None:
    from legalai.training.joins import fit_joins

    path = tmp_path / "joins.json"
    path.write_text(fit_joins(contract(i) for i in range(8)).as_json(), encoding="utf-8")
    text = "Supplier shall:\n(a) keep records of its work;\n(b) show them.\nBuyer may audit.\nIt may copy them."
    starts = np.cumsum([0, *(len(line) + 1 for line in text.split("\n"))])
    joins = JoinModel.load(path).logits(text, np.column_stack([starts[:-1], starts[1:] - 1]))
    assert joins[0] > joins[3]
    assert joins[1] > joins[3]


@pytest.mark.torch
def test_labels_that_never_touch_join_nothing() -> None:
    from legalai.training.joins import fit_joins

    alone = LabelledContract("alone", APART[0], (LabelledSpan("Anti-Assignment", 0, len(APART[0])),), {})
    model = fit_joins([alone])
    json.loads(model.as_json())  # no infinity
    assert (model.logits("One. Two.", np.array([(0, 4), (5, 9)])) < -15).all()
