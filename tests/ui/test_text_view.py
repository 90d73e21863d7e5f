"""The contract pane: every character shown once, escaped, and exactly the quote marked."""

from html.parser import HTMLParser

import pytest

from legalai.schema import Block, Clause, Document, DocumentFacts, Quote
from legalai.text_map import Home, TextMap
from legalai.ui.text_view import contract_html

TEXT = "1. Fees\nThe Customer pays <b>all</b> & more.\n2. Term\nTwo years from signing."


class Page(HTMLParser):
    """What a browser shows, and what of it stands inside the mark."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = ""
        self.marked = ""
        self.marks = 0
        self.tags: set[str] = set()
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "mark":
            assert ("id", "active-quote") in attrs
            self.marks += 1
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._inside = False

    def handle_data(self, data: str) -> None:
        self.shown += data
        self.marked += data if self._inside else ""


def document(text: str = TEXT) -> Document:
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        blocks.append(Block(kind="paragraph", start=start, end=start + len(line), body_start=start, level=1))
        start += len(line) + 1
    facts = DocumentFacts(
        name="a.txt", sha256="0", media_type="text/plain", pages=2, characters=len(text), language="en"
    )
    half = len(text) // 2
    homes = (Home(start=0, end=half, page=1), Home(start=half, end=len(text), page=2))
    return Document(facts=facts, text=text, blocks=tuple(blocks), text_map=TextMap(homes))


def clause(words: str, type_: str) -> Clause:
    start = TEXT.index(words)
    return Clause(text=words, start=start, end=start + len(words), type=type_, score=0.5)


def shown(active: Quote | None, clauses: tuple[Clause, ...] = ()) -> Page:
    page = Page()
    page.feed(contract_html(document(), clauses, {each.type: 0 for each in clauses}, active))
    return page


CLAUSES = (clause("The Customer pays <b>all</b> & more.", "Payment Terms"), clause("Customer pays <b>all", "Parties"))


@pytest.mark.parametrize(
    "words",
    [
        "Customer pays",
        "1. Fees",
        # it holds markup, and clauses begin and end inside it
        "pays <b>all</b> & more",
        # whole blocks
        "1. Fees\nThe Customer pays <b>all</b> & more.",
        # from the middle of one block to the middle of another
        "more.\n2. Term\nTwo",
        # the whole contract
        TEXT,
        # nothing but the break between two blocks
        "\n2",
    ],
)
@pytest.mark.parametrize("clauses", [(), CLAUSES])
def test_the_mark_holds_exactly_the_quote(words: str, clauses: tuple[Clause, ...]) -> None:
    start = TEXT.index(words)
    page = shown(Quote(text=words, start=start, end=start + len(words)), clauses)
    assert page.marked == words
    assert page.marks == 1
    assert page.shown == TEXT


def test_without_a_quote_nothing_is_marked() -> None:
    page = shown(None, CLAUSES)
    assert (page.marks, page.shown) == (0, TEXT)


def test_markup_in_a_contract_stays_text() -> None:
    hostile = '<img src=x onerror=alert(1)><script>alert(2)</script></div><mark id="active-quote">'
    html = contract_html(document(hostile), (), {}, None)
    page = Page()
    page.feed(html)
    assert page.tags == {"div"}
    assert page.shown == hostile


def test_a_type_is_named_once_in_a_block() -> None:
    text = "Elm Ltd (Elm) and Oak Ltd (Oak) agree.\nAsh Ltd joins them."
    names = ("Elm Ltd", "(Elm)", "Oak Ltd", "(Oak)", "Ash Ltd")
    starts = [text.index(name) for name in names]
    parties = [
        Clause(text=name, start=start, end=start + len(name), type="Parties", score=0.5)
        for name, start in zip(names, starts, strict=True)
    ]
    html = contract_html(document(text), parties, {"Parties": 0}, None)
    assert (html.count('title="Parties"'), html.count('data-types="Parties"')) == (5, 2)


def test_a_clause_names_its_types_where_it_begins() -> None:
    html = contract_html(document(), CLAUSES, {"Payment Terms": 3, "Parties": 4}, None)
    assert html.count('data-types="Payment Terms"') == 1
    assert html.count('data-types="Payment Terms, Parties"') == 1
    assert 'class="clause t3"' in html
