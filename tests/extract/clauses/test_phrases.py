"""Phrases from scores made by hand, and what rules know of them."""

import numpy as np
import pytest

from legalai.extract.clauses.phrases import find_phrases, names, whole_dates, with_hints
from legalai.extract.hints import Hint

TEXT = "Made as of the 5th day of November, 1996 by Northwind Ltd"


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def phrases(*marked: str) -> list[str]:
    words = [span(word) for word in TEXT.split(" ")]
    probabilities = np.array([0.9 if TEXT[a:b].strip(",") in marked else 0.0 for a, b in words], dtype=np.float32)
    found = find_phrases(TEXT, np.array(words, dtype=np.int32), probabilities, floor=0.1, drop=0.3)
    return [TEXT[start:end] for start, end in found]


def test_a_gap_parts_two_phrases() -> None:
    assert phrases("Northwind", "Ltd") == ["Northwind Ltd"]
    assert phrases("November", "Northwind", "Ltd") == ["November", "Northwind Ltd"]


def test_a_piece_of_a_date_stands_for_the_date() -> None:
    date = span("5th day of November, 1996")
    assert whole_dates(TEXT, [span("November, 1996"), span("the 5th day of")]) == [date, date]


def test_two_dates_in_one_phrase_are_two_phrases() -> None:
    text = "June 14, 2024 and June 17, 2024"
    assert whole_dates(text, [(0, len(text))]) == [(0, 13), (18, 31)]


def test_a_sentence_about_a_date_and_words_beside_it_stay_as_they_are() -> None:
    said = [(0, len(TEXT)), span("Made as of")]
    assert whole_dates(TEXT, said) == said


def test_a_scrap_names_nobody() -> None:
    text = 'Élan SA ("buyer") hereby agrees with you .'
    marked = [(text.index(each), text.index(each) + len(each)) for each in ("Élan SA", "buyer", "hereby", "you", ".")]
    assert [text[start:end] for start, end in names(text, marked)] == ["Élan SA", "buyer", "you"]


def test_hints_take_the_place_of_what_touches_them() -> None:
    named, short = Hint("Parties", "named", *span("Northwind Ltd")), Hint("Parties", "short", *span("Ltd"))
    assert with_hints([span("Ltd"), span("Made"), span("Made")], [named, short]) == [
        (span("Made"), None),
        (span("Northwind Ltd"), "named"),
        (span("Ltd"), "short"),
    ]


@pytest.mark.parametrize("words", ["Inc.", "L.P.", "Limited", "S.A.", "SERVICES"])
def test_a_legal_form_alone_and_what_an_agreement_is_called_after_name_nobody(words: str) -> None:
    text = "SERVICES AGREEMENT between Ostrava Foods, Inc. and Limited, L.P., S.A."
    start = text.index(words)
    assert names(text, [(start, start + len(words))]) == []
    whole = text.index("Ostrava")
    assert names(text, [(whole, whole + len("Ostrava Foods, Inc."))]) != []
