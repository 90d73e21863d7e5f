"""Typed and rendered clause numbers, and the reference a lawyer would cite."""

import time
from dataclasses import replace

import pytest

from legalai.ingest.clause_numbers import References, bullet_length, letter_value, read_label, roman_value


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("12.1 Fees", "12.1"),
        ("12.1. Fees are due", "12.1"),
        ("1.2.3\tTaxes", "1.2.3"),
        ("3. Term", "3"),
        ("3) Term", "(3)"),
        ("(a) the Goods", "(a)"),
        ("(iv) the Goods", "(iv)"),
        ("(A) Acme", "(A)"),
        ("(2) Acme", "(2)"),
        ("a) the Goods", "(a)"),
        ("B. Background", ".B"),
        ("ARTICLE IV", "Article IV"),
        ("Article 4: Payment", "Article 4"),
        ("Section 3.2 Payment", "3.2"),
        ("SECTION 7. TERM", "7"),
        ("§ 5 Haftung", "5"),
        ("12.1Fees", "12.1"),
        ("PARTIES", None),
        ("ARTICLES of association", None),
        ("Section 3.2 shall apply", None),
        ("2.5% of the Fees", None),
        ("1.5 million dollars", None),
        ("12.30 pm", None),
        ("3 January 2024", None),
        ("3 March 2024", None),
        ("The Goods", None),
        ("(the Goods)", None),
        ("(Acme) is", None),
        ("e.g. something", None),
        ("1,000 units", None),
        ("(12) months after that day", None),
        ("(2) Months and years are those of the calendar", "(2)"),
        ("30 Days after the notice", None),
        ("12 Business Days", None),
        ("5 Definitions", "5"),
        ("15.16 Business Day Requirements", "15.16"),
        ("4.2 Hours of work", "4.2"),
        ("2.5 times the Fees", None),
        ("20.3.98 30.4.98", None),
        ("12.3.21 Taxes", "12.3.21"),
        ("", None),
    ],
)
def test_reading_a_number(text: str, cited: str | None) -> None:
    label = read_label(text)
    assert (label and label.cited) == cited


def test_the_words_begin_after_the_number() -> None:
    label = read_label("  (a)  the Goods")
    assert label is not None
    assert label.length == 7
    assert label.shown == "(a)"


@pytest.mark.parametrize(
    ("numbers", "references"),
    [
        (["1.", "1.1", "(a)", "(b)", "(i)", "(ii)", "(c)", "1.2", "2."],
         ["1", "1.1", "1.1(a)", "1.1(b)", "1.1(b)(i)", "1.1(b)(ii)", "1.1(c)", "1.2", "2"]),
        (["(g)", "(h)", "(i)", "(j)"], ["(g)", "(h)", "(i)", "(j)"]),
        (["(a)", "(i)", "(ii)", "(b)"], ["(a)", "(a)(i)", "(a)(ii)", "(b)"]),
        (["(u)", "(v)", "(w)"], ["(u)", "(v)", "(w)"]),
        (["(iv)", "(v)", "(vi)"], ["(iv)", "(v)", "(vi)"]),
        (["ARTICLE I", "1.1", "(a)", "ARTICLE II", "2.1"], ["Article I", "1.1", "1.1(a)", "Article II", "2.1"]),
        (["ARTICLE I", "Section 1.", "(a)", "Section 2."], ["Article I", "1", "1(a)", "2"]),
        (["I.", "A.", "1.", "a.", "2.", "B."], ["I", "I.A", "I.A.1", "I.A.1.a", "I.A.2", "I.B"]),
        (["1.", "a.", "i.", "b."], ["1", "1.a", "1.a.i", "1.b"]),
        (["(1)", "(2)", "(A)", "(B)", "1.", "1.1"], ["(1)", "(2)", "(2)(A)", "(2)(B)", "1", "1.1"]),
        (["12.1", "(a)", "12.2", "(a)"], ["12.1", "12.1(a)", "12.2", "12.2(a)"]),
        (["3.", "(iii)", "(iv)", "(d)", "(i)", "(e)"], ["3", "3(iii)", "3(iv)", "3(d)", "3(d)(i)", "3(e)"]),
        (["ARTICLE V", "(a)", "(b)", "II.", "(a)", "III.", "ARTICLE VI"],
         ["Article V", "Article V(a)", "Article V(b)", "Article V.II", "Article V.II(a)", "Article V.III",
          "Article VI"]),
    ],
)  # fmt: skip
def test_full_references(numbers: list[str], references: list[str]) -> None:
    seen = References()
    found: list[str] = []
    for number in numbers:
        label = read_label(f"{number} Words")
        assert label is not None
        found.append(seen.enter(label)[0])
    assert found == references


def test_a_word_list_goes_on_after_a_number_typed_among_its_own() -> None:
    seen = References()

    def listed(number: str, level: int) -> str:
        label = read_label(f"{number} Words")
        assert label is not None
        return seen.enter(replace(label, place=("7", level)))[0]

    def typed(number: str) -> str:
        label = read_label(f"{number} Words")
        assert label is not None
        return seen.enter(label)[0]

    assert [listed("8.", 0), listed("a.", 1), listed("i.", 2)] == ["8", "8.a", "8.a.i"]
    assert typed("7.2.1") == "7.2.1"
    assert [listed("ii.", 2), listed("b.", 1), listed("9.", 0), listed("a.", 1)] == ["8.a.ii", "8.b", "9", "9.a"]
    seen.restart()
    # A list of items alone belongs to the clause typed above it, whatever list it continues.
    assert [typed("1."), listed("(a)", 0), typed("2."), listed("(b)", 0)] == ["1", "1(a)", "2", "2(b)"]


def test_recitals_do_not_enclose_the_operative_part() -> None:
    seen = References()
    for number in ("A. ", "B. "):
        label = read_label(f"{number} Words")
        assert label is not None
        seen.enter(label)
    seen.leave_recitals()
    label = read_label("1. Term")
    assert label is not None
    assert seen.enter(label) == ("1", 0)


@pytest.mark.parametrize(
    ("text", "value"), [("i", 1), ("iv", 4), ("ix", 9), ("xiv", 14), ("xl", 40), ("iiii", None), ("a", None)]
)
def test_roman_values(text: str, value: int | None) -> None:
    assert roman_value(text) == value


@pytest.mark.parametrize(("text", "value"), [("a", 1), ("z", 26), ("aa", 27), ("bb", 28), ("ab", None)])
def test_letter_values(text: str, value: int | None) -> None:
    assert letter_value(text) == value


@pytest.mark.parametrize(
    ("text", "length"), [("• Goods", 2), ("- Goods", 2), ("-5 degrees", 0), ("* Goods", 2), ("Goods", 0)]
)
def test_bullets(text: str, length: int) -> None:
    assert bullet_length(text) == length


@pytest.mark.parametrize("text", ["(" * 100_000, "1." * 100_000, " " * 100_000, "i" * 100_000, "Section " * 20_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    read_label(text)
    bullet_length(text)
    assert time.perf_counter() - start < 0.5
