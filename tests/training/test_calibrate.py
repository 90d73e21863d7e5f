from collections.abc import Sequence

import numpy as np
import pytest

from legalai.evaluation.clauses import ReadContract
from legalai.evaluation.cuad import LabelledContract, LabelledSpan
from legalai.extract.clauses.decoding import EVIDENCE, Readings

LABELS = ("Parties",)
STRONG, WEAK = 4.0, -2.0


def read_contract(title: str, said: Sequence[tuple[str, float]]) -> ReadContract:
    """A contract of the words said, each with its logit; Acme is the party."""
    text = "\n".join(words for words, _ in said)
    ends = np.cumsum([len(words) + 1 for words, _ in said]) - 1
    bounds = np.array([(end - len(words), end) for end, (words, _) in zip(ends, said, strict=True)], dtype=np.int64)
    evidence = np.zeros((len(said), len(EVIDENCE)), dtype=np.float32)
    for name in ("token", "peak", "lexical", "fused"):
        evidence[:, EVIDENCE.index(name)] = [logit for _, logit in said]
    evidence[:, EVIDENCE.index("sentences")] = 1
    label = LabelledSpan("Parties", 0, len("Acme"))
    contract = LabelledContract(title, text, (label,), {"Parties": f"{title}__Parties"})
    return ReadContract(contract, Readings(np.zeros(len(said), dtype=np.int64), bounds, evidence))


@pytest.mark.torch
def test_weak_mentions_of_a_name_do_not_teach_that_weak_evidence_is_enough() -> None:
    from legalai.training.calibrate import fit_calibration

    mentions = [("Acme", STRONG), *[("Acme", WEAK)] * 10, ("Bill", WEAK), *[("Acme", WEAK)] * 10]
    read = [read_contract(f"t{i}", mentions) for i in range(20)]
    calibration = fit_calibration(read, LABELS)
    scores = calibration.probabilities(read[0].readings, LABELS, length=len(read[0].contract.text))
    assert scores[0] > 0.8
    assert scores[11] < 0.3


@pytest.mark.torch
def test_every_reading_has_a_score_repeats_too() -> None:
    from legalai.training.calibrate import cross_fitted

    read = [read_contract(f"t{i}", [("Acme", STRONG), ("Acme", WEAK), ("invoice", WEAK)]) for i in range(10)]
    assert [len(each.spans) for each in cross_fitted(read, LABELS)] == [3] * 10
