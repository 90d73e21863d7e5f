"""How citations are named on their buttons."""

from legalai.schema import Citation, Quote
from legalai.ui.citations import labels


def cited(text: str, start: int, number: str | None) -> Citation:
    return Citation(text=text, start=start, end=start + len(text), number=number, page=None)


def test_quotes_of_one_place_are_told_apart_by_their_words() -> None:
    rent, keys = cited("the rent", 4, "4.1"), cited("the keys", 20, "4.1")
    assert labels([rent, keys]) == ["4.1 “the rent”", "4.1 “the keys”"]
    assert labels([rent, cited("the roof", 40, "7")]) == ["4.1", "7"]
    assert labels([Quote(text="a door", start=0, end=6)]) == ["“a door”"]
