"""Figures of word groups: what stands near what in one clause, and what a denial between them undoes."""

import pytest
from pydantic import ValidationError

from legalai.advise.phrases import mentions
from legalai.triggers import Trigger

ENDS = ["supplier @may ... @end"]


@pytest.mark.parametrize(
    "words",
    [
        "The Supplier may terminate this Agreement.",
        "The Supplier is entitled, on a week's notice, to cancel.",
        "Supplier reserves the right to rescind the order.",
    ],
)
def test_a_figure_is_found_in_any_hand(words: str) -> None:
    assert mentions(words, ENDS)


@pytest.mark.parametrize(
    "words",
    [
        "The Supplier may not terminate this Agreement.",
        "The Supplier may, except for a breach, not cancel.",
        "The Supplier may assign it; the Customer terminates.",
        "The Customer may terminate what the Supplier may sell.",
    ],
)
def test_a_denial_an_exception_or_another_clause_between_groups_undoes_it(words: str) -> None:
    assert not mentions(words, ENDS)


def test_a_group_alone_stands_for_its_phrases() -> None:
    assert "neither party" in Trigger.model_validate({"passage": ["@mutual"]}).passage


def test_one_of_several_is_said_in_place() -> None:
    assert mentions("The customer bears the costs of any lawsuit.", ["customer [bears|pays] ... [suit|lawsuit*]"])


@pytest.mark.parametrize("figure", ["supplier @nobody-named-it", "... @may", "@may ..."])
def test_a_figure_that_cannot_be_found_is_refused(figure: str) -> None:
    with pytest.raises(ValidationError):
        Trigger.model_validate({"passage": [figure]})


def test_a_side_is_found_with_an_article_or_without() -> None:
    assert mentions("the exposure of the Supplier", ["exposure of supplier"])
    assert mentions("exposure of Supplier", ["exposure of the supplier"])


@pytest.mark.parametrize("figure", ["belong* to supplier", "[belong* to supplier|vest* in supplier]"])
def test_a_word_in_the_middle_may_be_open(figure: str) -> None:
    assert mentions("All results belonged to the Supplier.", [figure])
    assert not mentions("All results belong, or are licensed, to the Supplier.", [figure])
