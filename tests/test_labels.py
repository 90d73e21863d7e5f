"""The clause types."""

from legalai.labels import CUAD_CATEGORIES, PHRASE_CATEGORIES


def test_there_are_the_41_categories_of_cuad_each_once() -> None:
    assert len(CUAD_CATEGORIES) == 41
    assert len(set(CUAD_CATEGORIES)) == 41


def test_the_order_is_the_one_the_shipped_model_was_trained_with() -> None:
    # The columns of the model's output: with another order every clause would get another's name.
    assert CUAD_CATEGORIES[:3] == ("Document Name", "Parties", "Agreement Date")
    assert CUAD_CATEGORIES[7] == "Governing Law"
    assert CUAD_CATEGORIES[35] == "Cap On Liability"
    assert CUAD_CATEGORIES[-1] == "Third Party Beneficiary"


def test_names_are_written_as_in_the_dataset() -> None:
    for name in (
        "Rofr/Rofo/Rofn",
        "Ip Ownership Assignment",
        "Unlimited/All-You-Can-Eat-License",
        "No-Solicit Of Customers",
    ):
        assert name in CUAD_CATEGORIES


def test_phrase_categories_are_categories() -> None:
    assert PHRASE_CATEGORIES.issubset(CUAD_CATEGORIES)
