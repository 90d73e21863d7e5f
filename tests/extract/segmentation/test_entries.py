import time
from dataclasses import replace

import pytest

from legalai.extract.segmentation.blanks import find_blank, find_box
from legalai.extract.segmentation.entries import find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentences import find_passages
from tests.extract.builders import document_from_text
from tests.extract.passage_builder import passages_of

SUBJECTS = ("law", "forum", "effective", "expiration", "term", "renewal", "notice")


def entries(*texts: str) -> list[tuple[str, list[str]]]:
    return [(e.subject, [v.text for v in e.values]) for e in find_entries(passages_of(*texts), *SUBJECTS)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Governing Law", "Delaware", "Fees", "USD 5"), [("law", ["Delaware"])]),
        (("Governing Law: Laws of Ohio",), [("law", ["Laws of Ohio"])]),
        (("Subscription Term:\t24 months",), [("term", ["24 months"])]),
        # a hint and a drafting note stand between the label and its value
        (
            ("Effective Date", "When it starts", "[Drafting note: choose one.", "Delete the rest.]", "1 May 2026"),
            [("effective", ["When it starts", "1 May 2026"])],
        ),
        # of options the ticked one, without its box
        (("NDA Term", "[ x ]\tOne year", "[   ]\tUntil ended"), [("term", ["One year"])]),
        (("Renewal", "☒ Automatic for 12 months", "☐ None"), [("renewal", ["Automatic for 12 months"])]),
        (("Initial Term", "☐ 12 months", "☐ 24 months"), []),
        # the next label ends an entry; a label of other things is none of ours
        (("Term", "Fees", "Purpose"), []),
        (("Term of Confidentiality", "5 years"), []),
        # prose is no entry
        (("The governing law is that of Texas.",), []),
    ],
)
def test_entries(texts: tuple[str, ...], expected: list[tuple[str, list[str]]]) -> None:
    assert entries(*texts) == expected


def test_values_are_words_of_the_document() -> None:
    text = "Cover Page\nGoverning Law | ( x ) The laws of Maine | Term: 3 years\nStart Date | {start}\n"
    found = find_entries(find_passages(document_from_text(text)), *SUBJECTS)
    values = [value for entry in found for value in entry.values]
    assert values
    assert all(text[value.start : value.end] == value.text for value in values)


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("The laws of {governing_law}.", "{governing_law}"),
        ("State of [Fill in]", "[Fill in]"),
        ("[insert name of state]", "[insert name of state]"),
        ("<Country>", "<Country>"),
        ("the State of ____________", "____________"),
        ("[●]", "[●]"),
        ("to be agreed", "to be agreed"),
        ("The laws of Maine", None),
        ("see clause [4] and [Annex B]", None),
        ("[Drafting note: pick one.]", None),
    ],
)
def test_blanks(text: str, blank: str | None) -> None:
    span = find_blank(text)
    assert (text[slice(*span)] if span else None) == blank


@pytest.mark.parametrize(
    ("text", "ticked"),
    [("[x] Yes", True), ("(  ) No", False), ("☑ Yes", True), ("☐ No", False), ("(a) first", None), ("[ ]", None)],
)
def test_boxes(text: str, ticked: bool | None) -> None:
    box = find_box(text)
    assert (box.ticked if box else None) == ticked


def test_long_lines_take_no_time() -> None:
    began = time.process_time()
    for text in ("[" * 100_000, "_ " * 50_000, "governing " * 10_000, "{a" * 50_000, "Term: " + "x " * 50_000):
        find_blank(text)
        find_box(text)
        find_entries([Passage(text=text, start=0, end=len(text), block=0)], *SUBJECTS)
    assert time.process_time() - began < 2


def test_a_label_beside_an_empty_cell_takes_nothing_from_the_row_below() -> None:
    label, *rest = passages_of("Effective Date", "Delivery Date", "1 March 2027")
    assert find_entries((replace(label, left_empty=True), *rest), *SUBJECTS) == ()
