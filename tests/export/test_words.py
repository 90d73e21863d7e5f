"""How a place of a contract is put into words."""

from legalai.export import words
from legalai.schema import Citation


def cited(text: str, start: int = 0, *, number: str | None = None, page: int | None = None) -> Citation:
    return Citation(text=text, start=start, end=start + len(text), number=number, page=page)


def test_a_place_without_number_and_page_is_pointed_at_by_its_first_words() -> None:
    long = cited("The keeper of the light shall\n trim the lamp at dusk and at dawn", 90)
    assert words.pointer(cited("the keeper")) == "“the keeper”"
    assert words.pointer(long) == "“The keeper of the light shall trim the …”"
    assert words.pointer(cited("the keeper", number="7.2(b)", page=4)) == "7.2(b), p. 4"


def test_a_place_is_pointed_at_once_however_often_it_is_cited() -> None:
    cites = (cited("one", 5, number="4.1"), cited("two", 9, number="4.1"), cited("three", 20, page=3))
    assert words.pointers(cites) == "4.1; p. 3"
