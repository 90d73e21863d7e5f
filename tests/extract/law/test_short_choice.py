"""A law and courts told in a few words, and words that look like it."""

import pytest

from legalai.extract.law.forum import find_forum
from legalai.extract.law.governing_law import find_governing_law
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of

CONTRACT = "MASTER TERMS\n\n1. Supply. Supplier shall supply goods.\n\n{}\n\n20. End. Customer may cancel.\n"


def passages(words: str) -> tuple[Passage, ...]:
    return find_passages(document_of(CONTRACT.format(words), name="contract.txt"))


@pytest.mark.parametrize(
    ("words", "law"),
    [
        ("3. Governing law: Germany.", "de"),
        ("4. Law. Connecticut.", "us-ct"),
        ("8. GOVERNING LAW. State of Delaware, U.S.A.", "us-de"),
        ("Governing Law | England and Wales", "gb-eaw"),
        ("12. Governing Law and Venue. Texas, without regard to its conflict rules.", "us-tx"),
        ("Choice of law – Ontario", "ca-on"),
        ("10. Governing Law (Germany)", "de"),
        ("Law\n\nNew Jersey", "us-nj"),
        ("15. Law & Forum: Delaware; courts in Wilmington.", "us-de"),
        ("11. Applicable law and place of jurisdiction: Austria, Vienna.", "at"),
        ("5. Disputes. Courts of New York; New York law.", "us-ny"),
        # a place in a sentence about something else
        ("3. Law. Supplier is a company from Germany.", None),
        ("14. Compliance with law. Supplier ships to Germany.", None),
        ("7. Jurisdiction: Singapore.", None),
        ("9. Governing law: as agreed in the order.", None),
    ],
)
def test_law(words: str, law: str | None) -> None:
    found = find_governing_law(passages(words), ())
    assert (found.value if found else None) == law


@pytest.mark.parametrize(
    ("words", "forum"),
    [
        ("Law and courts: New York.", ("us-ny", "courts of New York", "court")),
        ("7. Jurisdiction: Singapore.", ("sg", "courts of Singapore", "court")),
        ("Law: France. Courts: Paris.", (None, "courts of Paris", "court")),
        (
            "16. Governing law and dispute resolution: English law; LCIA arbitration in London.",
            (None, "LCIA, London", "arbitration"),
        ),
        ("3. Governing law: Germany.", None),
        ("9. Dispute Resolution: Governing Law.", None),
        ("5. Disputes. The parties shall first talk to each other.", None),
    ],
)
def test_forum(words: str, forum: tuple[str | None, str, str] | None) -> None:
    found = find_forum(passages(words), ())
    assert ((found.value, found.name, found.kind) if found else None) == forum


def test_a_place_left_open_under_a_number_is_a_blank() -> None:
    found = find_governing_law(passages("12. Governing law: [●]"), ())
    assert found is not None
    assert found.status == "blank"
