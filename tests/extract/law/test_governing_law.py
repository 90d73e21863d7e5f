import pytest

from legalai.extract.law.governing_law import find_governing_law, governing_law_issues
from legalai.extract.law.legal_systems import innermost, places
from tests.extract.passage_builder import clause_at, document_of, passages_of


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("This Agreement is governed by the laws of the State of New York.", "us-ny", "New York"),
        (
            "This Agreement shall be construed under the internal laws of Delaware, without regard to the conflict of "
            "laws rules of Delaware or California.",
            "us-de",
            "Delaware",
        ),
        ("This contract is governed by the law of England and Wales.", "gb-eaw", "England and Wales"),
        ("English law governs this Agreement and any dispute under it.", "gb-eaw", "England and Wales"),
        ("This Agreement is governed by Scots law.", "gb-sct", "Scotland"),
        ("German law applies.", "de", "Germany"),
        ("14.6 Law: New South Wales law applies and its courts have jurisdiction.", "au-nsw", "New South Wales"),
        ("Victorian law applies to this deed.", "au-vic", "Victoria"),
        ("We both accept that French law applies and that the courts of Lyon decide.", "fr", "France"),
        ("The law is that of England and Wales.", "gb-eaw", "England and Wales"),
        ("Everything here is read under the law of Ireland.", "ie", "Ireland"),
        ("Any dispute is decided under Delaware law.", "us-de", "Delaware"),
        ("Ontario law is applicable.", "ca-on", "Ontario"),
        (
            "This deed shall be governed by the laws of Northern Ireland; this Agreement too.",
            "gb-nir",
            "Northern Ireland",
        ),
        (
            "This Agreement is governed by the laws of the Province of Ontario and the federal laws of Canada "
            "applicable therein.",
            "ca-on",
            "Ontario",
        ),
        ("The laws of New South Wales, Australia govern this Agreement.", "au-nsw", "New South Wales"),
        ("This Agreement is subject to Hong Kong law.", "hk", "Hong Kong"),
        (
            "This Agreement is governed by the laws of the Hong Kong Special Administrative Region of the People's "
            "Republic of China.",
            "hk",
            "Hong Kong",
        ),
        ("This Agreement is governed by the laws of the United States.", "us", "United States"),
        ("This Agreement is governed by the laws of the United States and the State of Texas.", "us-tx", "Texas"),
        ("THIS AGREEMENT SHALL BE GOVERNED BY THE LAWS OF\nWEST VIRGINIA.", "us-wv", "West Virginia"),
        ("This Agreement is governed by Dutch law, excluding the United Nations Convention.", "nl", "Netherlands"),
        ("This Agreement is made in Nevada and is governed by the laws thereof.", "us-nv", "Nevada"),
        (
            "This Agreement is governed by the laws of Ohio, and the courts of Kansas have jurisdiction over it.",
            "us-oh",
            "Ohio",
        ),
    ],
)
def test_the_law_chosen(text: str, value: str, name: str):
    passages = passages_of("Acme Inc., a corporation organized under the laws of Utah, is a party.", text)
    law = find_governing_law(passages, ())
    assert law is not None
    assert (law.value, law.name) == (value, name)
    assert document_of(passages)[law.start : law.end] == law.text == text
    assert governing_law_issues(law) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Acme Inc. is a corporation duly organized under the laws of Delaware.",
        "This Agreement is not about Texas.",
        "The seller complies with the export laws of the United States.",
        "If German law applies, the notice is doubled.",
        "The Supplier must make sure that Texas law applies to its subcontracts.",
        "The parties agree that where Irish law applies they comply with it.",
        "This Agreement is governed by the laws of the State of Governing Law.",
        "Disputes are heard by the courts of New York.",
    ],
)
def test_a_law_named_for_something_else_is_not_chosen(text: str):
    law = find_governing_law(passages_of(text), ())
    assert law is None
    assert [i.code for i in governing_law_issues(law)] == ["governing-law-silent"]


def test_two_laws_are_a_split_and_none_is_chosen():
    passages = passages_of("This Agreement is governed by the laws of New York and Massachusetts.")
    law = find_governing_law(passages, (clause_at(passages, "Governing Law", "governed by the laws of New York and"),))
    assert law is not None
    assert (law.value, law.name) == (None, "New York; Massachusetts")
    assert [i.code for i in governing_law_issues(law)] == ["governing-law-split"]


def test_a_law_that_is_not_in_the_table_is_named_without_an_id():
    law = find_governing_law(passages_of("This Agreement is governed by the laws of the Republic of Atlantis."), ())
    assert law is not None
    assert (law.value, law.name) == (None, "Atlantis")
    assert [i.code for i in governing_law_issues(law)] == ["governing-law-unknown"]


def test_a_clause_points_before_the_rules_look():
    passages = passages_of(
        "This Agreement is governed by the laws of Texas.", "The parties choose the laws of Iowa for this Agreement."
    )
    law = find_governing_law(passages, (clause_at(passages, "Governing Law", "the laws of Iowa"),))
    assert law is not None
    assert law.value == "us-ia"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Republic of Georgia", ["ge"]),
        ("Georgia", ["us-ga"]),
        ("Washington, D.C.", ["us-dc"]),
        ("Victoria, Australia", ["au-vic", "au"]),
        ("New Mexico", ["us-nm"]),
        ("Papua New Guinea", ["pg"]),
    ],
)
def test_the_longest_name_counts(text: str, ids: list[str]):
    assert [place.id for place in places(text)] == ids


def test_a_part_stands_for_its_whole():
    assert innermost(["us", "us-ny"]) == ("us-ny",)
    assert innermost(["ca-on", "ca", "us-ny"]) == ("ca-on", "us-ny")


@pytest.mark.parametrize(
    ("texts", "value", "status"),
    [
        (("Governing Law", "Delaware", "Courts", "Kent County, Delaware"), "us-de", "stated"),
        (("Governing Law: The laws of the State of Oregon",), "us-or", "stated"),
        (("Governing Law", "England & Wales"), "gb-eaw", "stated"),
        (("Governing Law", "The laws of the State of {governing_law}."), None, "blank"),
        (("Governing Law and Jurisdiction: [Fill in]",), None, "blank"),
        # what the terms say comes before the cover page
        (("Governing Law", "Ohio", "This Agreement is governed by the laws of Texas."), "us-tx", "stated"),
        (("This Agreement shall be subject to United States Federal law for all purposes.",), "us", "stated"),
        (("This Agreement is governed by the federal law of the United States.",), "us", "stated"),
    ],
)
def test_law_of_a_form(texts: tuple[str, ...], value: str | None, status: str) -> None:
    passages = passages_of(*texts)
    law = find_governing_law(passages, ())
    assert law is not None
    assert (law.value, law.status) == (value, status)
    assert document_of(passages)[law.start : law.end] == law.text


def test_a_law_left_blank_is_told() -> None:
    law = find_governing_law(passages_of("Governing Law", "[insert state]"), ())
    assert [issue.code for issue in governing_law_issues(law)] == ["governing-law-blank"]
