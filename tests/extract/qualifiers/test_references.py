import pytest

from legalai.extract.qualifiers.outline import key_of, roman
from legalai.extract.qualifiers.references import find_references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("subject to Section 9.3(b)", [("section", "9 3 b")]),
        ("Sections 9.1 through 9.3 shall survive", [("section", "9 1"), ("section", "9 2"), ("section", "9 3")]),
        ("Sections 4, 5 and 6 and 30 days", [("section", "4"), ("section", "5"), ("section", "6")]),
        ("Section 5(a) and (b)", [("section", "5 a"), ("section", "5 b")]),
        ("Section 5, 30 days later", [("section", "5")]),
        ("Section 5 and I agree", [("section", "5")]),
        ("clause 11.2A", [("section", "11 2A")]),
        ("Section 10 (Taxes)", [("section", "10")]),
        ("under Section 18.0", [("section", "18")]),
        ("Section 2.01", [("section", "2 1")]),
        ("§ 7.2", [("section", "7 2")]),
        ("this Article IV", [("article", "IV")]),
        ("this Section", [("section", "")]),
        ("THIS SECTION SHALL", [("section", "")]),
        ("paragraph (b) above", [("paragraph", "b")]),
        ("clauses (i)-(iii)", [("section", "i"), ("section", "ii"), ("section", "iii")]),
        ("Schedule 2 and Exhibits A and B-1", [("schedule", "2"), ("schedule", "a"), ("schedule", "b-1")]),
        ('Exhibit "A" hereto', [("schedule", "a")]),
        ("an article in the paper, a clause in small print", []),
        ("Whereas Clause US law", []),
    ],
)
def test_references(text: str, found: list[tuple[str, str]]) -> None:
    references = find_references(text)
    assert [(r.unit, " ".join(r.steps)) for r in references] == found
    assert all(text[r.start : r.end] for r in references)


@pytest.mark.parametrize(
    ("number", "key"),
    [("7.2(b)", "7 2 b"), ("10.0", "10"), ("2.01", "2 1"), ("XII", "XII"), (None, ""), ("11.2A(iv)", "11 2A iv")],
)
def test_key_of(number: str | None, key: str) -> None:
    assert " ".join(key_of(number)) == key


@pytest.mark.parametrize(("text", "value"), [("IV", 4), ("xii", 12), ("XL", 40), ("IC", None), ("A", None)])
def test_roman(text: str, value: int | None) -> None:
    assert roman(text) == value
