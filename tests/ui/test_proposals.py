"""What goes into a redline: points chosen and reworded, how each will read, and what is still to be said."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from legalai.ingest import read
from legalai.plugins.host import PluginHost
from legalai.redline.revision import Planner
from legalai.schema import Document, NegotiationPoint, Recipient
from legalai.ui.proposals import file_stem, marked_change, missing, settled_points, wording_key
from tests.ui.builders import quote

TEXT = """SERVICES AGREEMENT

1. Fees

1.1 The Customer pays each invoice within ten (10) days.

1.2 The Supplier may raise the <b>Fees</b> at any time.
"""
PAY = "The Customer pays each invoice within ten (10) days."
RAISE = "The Supplier may raise the <b>Fees</b> at any time."


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    return read(path, PluginHost.load().readers())


def point(document: Document, words: str, proposed: str, **other: str) -> NegotiationPoint:
    made = NegotiationPoint(
        id="p-1",
        finding="f-1",
        priority=1,
        ask="Ask",
        rationale="Why",
        proposed_text=proposed,
        fallback="Never told",
        citations=(quote(document, words),),
    )
    return replace(made, **other)  # pyright: ignore[reportArgumentType]


def shown(document: Document, asked: NegotiationPoint) -> str:
    return str(marked_change(Planner(document), document, asked))


@pytest.mark.parametrize(
    ("words", "proposed", "expected"),
    [
        (PAY, PAY.replace("ten (10)", "thirty (30)"), "within <del>ten (10)</del><ins>thirty (30)</ins> days."),
        (PAY, "", "<del>"),
        (PAY, PAY, "nothing changes"),
        (RAISE, RAISE.replace("at any time", "once a year"), "&lt;b&gt;Fees&lt;/b&gt; <del>at any time</del>"),
        (PAY, PAY + " <script>", "&lt;script&gt;"),
    ],
    ids=["words", "struck out", "the same", "hostile contract", "hostile words"],
)
def test_a_change_shows_what_goes_and_what_comes(document: Document, words: str, proposed: str, expected: str) -> None:
    assert expected in shown(document, point(document, words, proposed))


def test_a_clause_that_is_changed_and_followed_by_a_new_one_shows_both(document: Document) -> None:
    proposed = PAY.replace("ten (10)", "thirty (30)") + "\n\n2.1A The Customer may <pay> earlier."
    html = shown(document, point(document, PAY, proposed))
    assert "within <del>ten (10)</del><ins>thirty (30)</ins> days.</p>" in html
    assert html.count("<p><ins>") == 1
    assert "The Customer may &lt;pay&gt; earlier.</ins></p>" in html


def test_what_is_not_struck_is_the_clause_as_it_stands(document: Document) -> None:
    html = shown(document, point(document, PAY, "The Customer pays each correct invoice within 45 days."))
    assert re.sub(r"<ins>.*?</ins>|<[^>]*>", "", html) == PAY
    assert re.sub(r"<del>.*?</del>|<[^>]*>", "", html) == "The Customer pays each correct invoice within 45 days."


@pytest.mark.parametrize(
    ("proposed", "expected"),
    [("1.1A The Supplier keeps books.", "<ins>1.1A The Supplier keeps books.</ins>"), ("  ", "No words")],
)
def test_a_new_clause_is_all_new(document: Document, proposed: str, expected: str) -> None:
    assert expected in shown(document, point(document, PAY, proposed, edit="insert_after"))


def test_points_are_left_out_and_reworded(document: Document) -> None:
    first, second = point(document, PAY, "A"), point(document, RAISE, "B", id="p-2")
    assert settled_points((first, second), {"p-1"}, {wording_key(second): "C"}) == (replace(second, proposed_text="C"),)
    # words for a point that proposed something else are not put into this one
    assert settled_points((second,), set(), {wording_key(replace(second, proposed_text="D")): "C"}) == (second,)


@pytest.mark.parametrize(
    ("edit", "settled", "expected"),
    [
        ("replace", ("A", "internal", "Ann"), None),
        ("replace", ("", "internal", "Ann"), None),
        ("insert_after", (" ", "internal", "Ann"), "has no words"),
        ("replace", ("A", None, "Ann"), "Say for whom"),
        ("replace", ("A", "counterparty", " "), "in whose name"),
    ],
)
def test_what_is_still_to_be_said(
    document: Document, edit: str, settled: tuple[str, Recipient | None, str], expected: str | None
) -> None:
    proposed, recipient, author = settled
    said = missing((point(document, PAY, proposed, edit=edit),), recipient, author)
    assert said == expected or (expected is not None and said is not None and expected in said)


def test_no_point_is_no_redline() -> None:
    assert missing((), "internal", "Ann") == "Choose at least one point."


def test_the_files_for_the_two_readers_have_different_names() -> None:
    assert file_stem("a.b.docx", "counterparty") == "a.b.redline-for-counterparty"
    assert file_stem("deal", "internal") == "deal.redline-for-us-only"
