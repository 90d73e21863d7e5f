"""Terms that end with a month, a quarter or a year on the calendar, as drafters of many hands put them."""

from datetime import date

import pytest

from tests.extract.dates.key_dates_reader import PREAMBLE, read

AS_OF = date(2024, 4, 1)

COMPUTED: list[tuple[tuple[str, ...], date]] = [
    (
        (
            (
                "2. Term. This Agreement shall remain in force until the last day of the calendar quarter"
                " following the quarter in which the first anniversary of the Effective Date falls."
            ),
        ),
        date(2025, 6, 30),
    ),
    (
        (
            (
                "The term of this Agreement begins on the Effective Date and ends on the last day of the "
                "month in which the third anniversary of the Effective Date falls."
            ),
        ),
        date(2027, 3, 31),
    ),
    (
        (("This Agreement continues until the end of the calendar year following the year of signing."),),
        date(2025, 12, 31),
    ),
    (
        (("This Contract runs through 31 December of the second full calendar year after the Effective Date."),),
        date(2026, 12, 31),
    ),
    (
        (
            (
                "The Initial Term of this Agreement commences on the Effective Date and expires on the "
                "last day of the calendar quarter in which the second anniversary of that date occurs."
            ),
        ),
        date(2026, 3, 31),
    ),
    (
        (
            (
                "This Agreement shall continue until the end of the calendar month in which the period of"
                " twenty-four (24) months after March 15, 2024 ends."
            ),
        ),
        date(2026, 3, 31),
    ),
    (
        (("This Agreement ends on the last day of the sixth calendar month after the month in which it is signed."),),
        date(2024, 9, 30),
    ),
    (
        (
            (
                "This Agreement expires on December 31 of the fifth calendar year after the year in which"
                " the Effective Date occurs."
            ),
        ),
        date(2029, 12, 31),
    ),
    (
        (
            (
                "This Agreement shall remain in effect for the remainder of the calendar year in which "
                "the Effective Date falls and for two full calendar years thereafter."
            ),
        ),
        date(2026, 12, 31),
    ),
    (
        (
            (
                "The term of this Agreement runs until the 30th day of June next following the first "
                "anniversary of the Effective Date."
            ),
        ),
        date(2025, 6, 30),
    ),
    (("This Agreement shall continue in force until the end of June 2026.",), date(2026, 6, 30)),
    (("This Agreement shall remain in effect until the end of the third quarter of 2026.",), date(2026, 9, 30)),
    (("The Agreement starts on the Effective Date and ends at the end of calendar year 2026.",), date(2026, 12, 31)),
    (
        (
            (
                "This Agreement is effective from the Effective Date until the close of the calendar "
                "quarter that includes the date eighteen (18) months after the Effective Date."
            ),
        ),
        date(2025, 9, 30),
    ),
    (
        (
            (
                "This Agreement remains in force until the last day of the second calendar quarter after "
                "the quarter in which the Effective Date falls."
            ),
        ),
        date(2024, 9, 30),
    ),
    (
        (
            (
                "This Agreement terminates automatically at the end of the half-year in which the second "
                "anniversary of its signature falls."
            ),
        ),
        date(2026, 6, 30),
    ),
    (
        (
            (
                "The term shall commence on 15 May 2024 and shall continue until the last day of the "
                "twelfth full calendar month thereafter."
            ),
        ),
        date(2025, 5, 31),
    ),
    (("This Agreement is valid until year-end 2025.",), date(2025, 12, 31)),
    (
        (
            (
                "This Agreement will last until the quarter end next following the first anniversary of "
                "the Effective Date."
            ),
        ),
        date(2025, 3, 31),
    ),
    (
        (("This Agreement shall be in effect until 31 March in the year after the year of its execution."),),
        date(2025, 3, 31),
    ),
    (
        (
            '"Commencement Date" means May 10, 2024.',
            (
                "This Agreement shall terminate on the last day of the calendar year in which the tenth "
                "(10th) anniversary of the Commencement Date occurs."
            ),
        ),
        date(2034, 12, 31),
    ),
    (
        (
            '"Fiscal Year" means the period from April 1 to March 31 of the following year.',
            (
                "This Agreement continues until the end of the fiscal year in which the third anniversary"
                " of the Effective Date occurs."
            ),
        ),
        date(2027, 3, 31),
    ),
    (
        (
            (
                "This Agreement shall be in force through the end of the second calendar year following "
                "the calendar year in which the Effective Date occurs."
            ),
        ),
        date(2026, 12, 31),
    ),
    (
        (("This Agreement expires on 30 June in the calendar year following that in which the Effective Date falls."),),
        date(2025, 6, 30),
    ),
    (
        (
            (
                "This Agreement shall remain in effect until the last day of the month in which the date "
                "falling 36 months after the Effective Date occurs."
            ),
        ),
        date(2027, 3, 31),
    ),
    (
        (
            (
                "This Agreement shall continue through the last day of the month immediately preceding "
                "the third anniversary of the Effective Date."
            ),
        ),
        date(2027, 2, 28),
    ),
    (
        (
            (
                "This Agreement shall continue until the first day of the month following the second "
                "anniversary of the Effective Date."
            ),
        ),
        date(2026, 4, 1),
    ),
    (
        (
            (
                "The Term of this Agreement shall begin on July 9, 2024 and end on the last day of the "
                "calendar month in which the fifth anniversary of such date falls, unless sooner "
                "terminated as provided in this Agreement."
            ),
        ),
        date(2029, 7, 31),
    ),
    (
        (
            (
                "Term. The term of this Agreement shall commence on the Effective Date and continue until"
                " the end of the calendar year in which the Effective Date falls, and shall thereafter "
                "automatically renew for successive one (1) year periods."
            ),
        ),
        date(2024, 12, 31),
    ),
    (
        (
            (
                "This Agreement shall be effective until the last day of the month next following the "
                "month in which the Effective Date occurs."
            ),
        ),
        date(2024, 4, 30),
    ),
    (("This Agreement shall last until March 31 next occurring after the Effective Date.",), date(2024, 3, 31)),
    (
        (
            (
                "The initial term of this Agreement shall end on the December 31 following the second "
                "anniversary of the Effective Date."
            ),
        ),
        date(2026, 12, 31),
    ),
    (
        (
            (
                "This Agreement is in force until the earlier of the end of the calendar quarter in which"
                " the second anniversary of the Effective Date falls or completion of the Services."
            ),
        ),
        date(2026, 3, 31),
    ),
]
ASKED: list[tuple[str, ...]] = [
    (
        (
            "This Agreement ends on the last day of the calendar month following the month in which "
            "the Go-Live Date occurs."
        ),
    ),
    (
        (
            "This Lease shall expire at midnight on the last day of the thirty-sixth full calendar "
            "month following the Commencement Date."
        ),
    ),
    (
        (
            "This Agreement continues until the end of the fiscal year in which the third anniversary"
            " of the Effective Date occurs."
        ),
    ),
    (
        (
            "This Agreement shall continue until the later of the end of the calendar quarter in "
            "which the second anniversary of the Effective Date falls and delivery of the last unit."
        ),
    ),
    (
        (
            "This Agreement shall remain in effect until the end of the Contract Year in which the "
            "second anniversary of the Effective Date falls."
        ),
    ),
    (("This Agreement shall run until the last day of the twelfth full calendar month following the Effective Date."),),
]
NOT_OF_THE_TERM = [
    (
        "This Agreement will end at the end of the calendar quarter following the quarter in "
        "which notice of termination is given."
    ),
    "Either party may terminate this Agreement at the end of any calendar quarter.",
    ("This Agreement expires on the last day of the calendar month following the date of a termination notice."),
]


@pytest.mark.parametrize(("texts", "end"), COMPUTED)
def test_the_end_is_computed_with_its_steps(texts: tuple[str, ...], end: date) -> None:
    found = read(PREAMBLE, *texts, as_of=AS_OF)
    assert found.expiration_date.value == end
    if found.expiration_date.status == "computed":
        assert any(step.step == "expiration date" and step.result == str(end) for step in found.proof)


@pytest.mark.parametrize("texts", ASKED)
def test_what_the_text_cannot_give_is_asked_for(texts: tuple[str, ...]) -> None:
    found = read(PREAMBLE, *texts, as_of=AS_OF)
    assert found.expiration_date.value is None
    assert found.asks


@pytest.mark.parametrize("text", NOT_OF_THE_TERM)
def test_the_end_of_a_quarter_for_notices_is_no_end_of_the_term(text: str) -> None:
    assert read(PREAMBLE, text, as_of=AS_OF).expiration_date.value is None
