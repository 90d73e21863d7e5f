import numpy as np

from legalai.evaluation.cuad import LabelledContract, LabelledSpan
from legalai.labels import CUAD_CATEGORIES
from legalai.training.examples import TokenisedContract, Window, draw_windows, targets, tokenise

AUDIT = CUAD_CATEGORIES.index("Audit Rights")


def words(text: str, **_: object) -> dict[str, list[object]]:
    """A tokenizer that takes every word for a token."""
    offsets, position = [], 0
    for word in text.split(" "):
        offsets.append((position, position + len(word)))
        position += len(word) + 1
    return {"input_ids": list(range(len(offsets))), "offset_mapping": offsets}


def contract_of(tokens: int, span: tuple[int, int, int]) -> TokenisedContract:
    return TokenisedContract(np.arange(tokens, dtype=np.int32), (span,), np.zeros(tokens, dtype=np.int32))


def test_labels_move_from_characters_to_tokens() -> None:
    text = "we may inspect your books at any time"
    label = LabelledSpan("Audit Rights", text.index("inspect"), text.index(" at any"))
    (contract,) = tokenise(words, [LabelledContract("t", text, (label,), {})])
    assert contract.spans == ((AUDIT, 2, 5),)


def test_a_token_knows_its_sentence() -> None:
    text = "Customer may inspect the books. Supplier shall keep the records for two years."
    (contract,) = tokenise(words, [LabelledContract("t", text, (), {})])
    assert contract.sentences.tolist() == [0] * 5 + [1] * 8


def test_targets_are_cut_at_the_window() -> None:
    contract = contract_of(10, (AUDIT, 2, 7))
    assert targets(contract, Window(0, 0, 5))[:, AUDIT].tolist() == [0, 0, 1, 1, 1]
    assert targets(contract, Window(0, 5, 10))[:, AUDIT].tolist() == [1, 1, 0, 0, 0]
    assert targets(contract, Window(0, 0, 5)).sum() == 3


def test_an_epoch_reads_every_labelled_token_and_some_of_the_rest() -> None:
    contract = contract_of(5000, (AUDIT, 900, 1300))
    windows = draw_windows([contract], size=100, keep_unlabelled=0.25, epochs=1, seed=1)
    read = {token for w in windows for token in range(w.start, w.end)}
    assert set(range(900, 1300)) <= read
    assert 0.1 < len(read) / 5000 < 0.6


def test_fewer_epochs_are_a_prefix_of_more() -> None:
    """A run can be stopped an epoch early and resumed from its checkpoint."""
    contract = contract_of(3000, (AUDIT, 0, 3000))
    two, three = (draw_windows([contract], size=100, keep_unlabelled=0.5, epochs=n, seed=3) for n in (2, 3))
    assert three[: len(two)] == two
    assert [w.start for w in two[: len(two) // 2]] != [w.start for w in two[len(two) // 2 :]]
