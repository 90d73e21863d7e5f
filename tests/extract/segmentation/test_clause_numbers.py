import pytest

from legalai.extract.segmentation.clause_numbers import ClauseNumbers


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["1", "1.1", "(a)", "(b)"], "1.1(b)"),
        # (i) after (h) is a letter, after (a) a roman number
        (["2", "(h)", "(i)"], "2(i)"),
        (["2", "(a)", "(i)"], "2(a)(i)"),
        (["2", "(a)", "(i)", "(ii)", "(b)"], "2(b)"),
        # a gap in the list does not open a new level
        (["4", "(a)", "(c)"], "4(c)"),
        (["4", "(z)", "(aa)"], "4(aa)"),
        # a list that starts again at 1 is inside the clause
        (["7.2", "1.", "2."], "7.2(2)"),
        # rendered numbers come whole
        (["12.1(a)"], "12.1(a)"),
        (["ARTICLE IV", "Section 4.1."], "4.1"),
        (["I.", "A.", "B."], "I(B)"),
    ],
)
def test_full_numbers(labels, expected):
    numbers = ClauseNumbers()
    for label in labels:
        numbers.enter(label)
    assert numbers.number == expected


def test_the_heading_is_that_of_the_nearest_clause_that_has_one():
    numbers = ClauseNumbers()
    numbers.enter("7", heading="Payment")
    numbers.enter("7.2")
    numbers.enter("(b)")
    assert (numbers.number, numbers.heading) == ("7.2(b)", "Payment")
    numbers.enter("8", heading="Law")
    assert numbers.heading == "Law"
