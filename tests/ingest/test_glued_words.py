"""Words that a PDF prints without blanks between them."""

import time
from pathlib import Path

import pytest

from legalai.ingest.pdf.glued_words import with_words_parted
from legalai.ingest.pdf.word import Word
from tests.ingest.factory import lines, open_file, pdf

GLUED = (
    "theLicenseeshall", "oftheparties", "Supplierandthe", "theGoods,which", "shallnotbeliable", "andtheSupplier",
    "tothe",
)  # fmt: skip
PLAIN = (
    "The Licensee pays for the Goods. The Supplier and the Licensee are the parties; the Goods are not the Supplier's."
)


def words(*texts: str) -> list[Word]:
    return [Word(text, 100.0 * i, 10, 100.0 * i + 90, 20, 10, bold=False) for i, text in enumerate(texts)]


def parted(*more: str) -> list[str]:
    """What becomes of some words in a document that is glued, and says a few words plainly."""
    (found,), _ = with_words_parted([words(*(PLAIN + " " + PLAIN).split(), *GLUED, *more)])
    return [word.text for word in found][2 * len(PLAIN.split()) :]


def test_glued_words_are_parted() -> None:
    assert " ".join(parted()) == (
        "the Licensee shall of the parties Supplier and the the Goods, which shall not be liable"
        " and the Supplier to the"
    )


@pytest.mark.parametrize(
    "word",
    ["weather", "aaaaa", "notwithstanding", "nevertheless", "thereunder", "anytime", "goodwill", "inherent", "outdoor",
     "AlliSon",
     "theXylophonist", "DocuSign", "another", "10,000", "www.thegoods.example", "demand", "overpayment"],
)  # fmt: skip
def test_words_and_what_is_not_sure_stay_whole(word: str) -> None:
    assert parted(word)[-1] == word


def test_a_few_slips_are_no_way_a_file_was_made() -> None:
    (found,), count = with_words_parted([words(*PLAIN.split(), *GLUED[:2])])
    assert count == 0
    assert [word.text for word in found][-2:] == list(GLUED[:2])


def test_each_part_has_its_place_in_the_document_and_on_the_page(tmp_path: Path) -> None:
    rows = [*(PLAIN, PLAIN), *(f"{word} is what stands in row {number}." for number, word in enumerate(GLUED))]
    document = open_file(pdf(tmp_path / "a.pdf", [lines(*rows)]))
    assert "the Licensee shall is what" in document.text
    assert [issue.code for issue in document.issues] == ["glued-words"]
    assert len(document.text_map) == len(document.text)
    start = document.text.index("the Licensee shall")
    boxes = [document.text_map.home(start + offset).box for offset in (0, 4, 13)]
    assert all(box is not None and box.x1 - box.x0 > 8 for box in boxes)
    edges = [edge for box in boxes if box is not None for edge in (box.x0, box.x1)]
    assert edges == sorted(edges)
    assert 71 < edges[0] < edges[-1] < 160


def test_hostile_runs_of_letters_take_no_time() -> None:
    begun = time.perf_counter()
    with_words_parted([words(*(f"{'the' * 15}{'and' * (i % 7)}{chr(97 + i % 26) * (i % 11)}" for i in range(3_000)))])
    assert time.perf_counter() - begun < 10
