import pytest

from legalai.extract.law.forum import find_forum
from tests.extract.passage_builder import document_of, passages_of


@pytest.mark.parametrize(
    ("text", "kind", "name", "value", "exclusive"),
    [
        (
            "Each party submits to the exclusive jurisdiction of the state and federal courts located in New York.",
            "court",
            "courts of New York",
            "us-ny",
            True,
        ),
        (
            "The courts of England and Wales have non-exclusive jurisdiction over any claim.",
            "court",
            "courts of England and Wales",
            "gb-eaw",
            False,
        ),
        ("Venue for any action shall be in the courts of Texas.", "court", "courts of Texas", "us-tx", None),
        (
            "Any dispute shall be finally settled by arbitration under rules of the American Arbitration Association, "
            "held in Boston, Massachusetts.",
            "arbitration",
            "American Arbitration Association, Boston, Massachusetts",
            "us-ma",
            None,
        ),
        (
            "All disputes shall be referred to and finally resolved by arbitration under the LCIA Rules.",
            "arbitration",
            "LCIA",
            None,
            None,
        ),
    ],
)
def test_where_disputes_go(text: str, kind: str, name: str, value: str | None, exclusive: bool | None):
    passages = passages_of("The fee is due on receipt.", text)
    forum = find_forum(passages, ())
    assert forum is not None
    assert (forum.kind, forum.name, forum.value, forum.exclusive) == (kind, name, value, exclusive)
    assert document_of(passages)[forum.start : forum.end] == forum.text


@pytest.mark.parametrize(
    "text",
    [
        "A party may disclose what a court order of a Texas court requires.",
        "No action is pending before any court in Texas.",
        "This Agreement is governed by the laws of Texas.",
    ],
)
def test_a_court_named_for_something_else_is_no_forum(text: str):
    assert find_forum(passages_of(text), ()) is None


@pytest.mark.parametrize(
    ("texts", "name", "value", "status"),
    [
        (("Courts", "[Fill in]"), "left blank", None, "blank"),
        (
            ("Chosen Courts", "Where disputes are filed", "The courts located in Utah"),
            "courts of Utah",
            "us-ut",
            "stated",
        ),
        (
            ("Any dispute shall be submitted to the ordinary Courts of Canton Jura.",),
            "courts of Canton Jura",
            None,
            "stated",
        ),
    ],
)
def test_forum_of_a_form_or_an_unknown_place(texts: tuple[str, ...], name: str, value: str | None, status: str) -> None:
    passages = passages_of(*texts)
    forum = find_forum(passages, ())
    assert forum is not None
    assert (forum.name, forum.value, forum.status) == (name, value, status)
    assert document_of(passages)[forum.start : forum.end] == forum.text
