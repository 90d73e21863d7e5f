"""Which positions a kind of matter leaves out, in what order points come, and which clause a point changes."""

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.findings import Raised, raised_positions
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.advise.triggering import Match
from legalai.playbook import load_playbook
from tests.advise.builders import contract_of, document_of, party, quote

TEXT = (
    'This is between Alder Ltd ("Supplier") and Birch Ltd ("Customer").\n'
    "1.1 Supplier may terminate this Agreement at any time for convenience.\n"
    "1.2 Fees are non-refundable.\n"
    "1.3 Supplier may use Customer Data for any purpose, and may sell it.\n"
)


def reading() -> Reading:
    document = document_of(TEXT)
    parties = (party(TEXT, "Alder Ltd", "Supplier"), party(TEXT, "Birch Ltd", "Customer"))
    contract = contract_of(document, parties=parties)
    return Reading(document, contract, take_side(contract, "Customer"))


def raised(matter: str | None) -> list[Raised]:
    return raised_positions(reading(), load_playbook("customer"), None, matter)


@pytest.mark.parametrize(("matter", "told"), [(None, True), ("saas", True), ("nda", False)])
def test_the_end_of_a_paper_on_confidence_is_no_point(matter: str | None, *, told: bool) -> None:
    assert ("one-way-exit" in {each.source.id for each in raised(matter)}) == told


def test_a_grave_point_goes_before_a_slight_one() -> None:
    points = proposals(reading(), raised(None), [], lambda words: words)
    weights = [("high", "medium", "low").index(each.raised.severity) for each in points]
    assert len(set(weights)) > 1
    assert weights == sorted(weights)


def test_a_point_changes_the_clause_that_holds_what_it_asks_to_change() -> None:
    text = (
        'This is between Alder Ltd ("Supplier") and Birch Ltd ("Customer").\n'
        "1.1 Supplier may use Customer Data to run the platform and otherwise.\n"
        "1.2 Supplier may use Customer Data for any purpose.\n"
    )
    document = document_of(text)
    parties = (party(text, "Alder Ltd", "Supplier"), party(text, "Birch Ltd", "Customer"))
    contract = contract_of(document, parties=parties)
    chair = Reading(document, contract, take_side(contract, "Customer"))
    position = next(each for each in load_playbook("customer").positions if each.id == "data-own-ends")
    found = [quote(text, words) for words in ("to run the platform and otherwise.", "for any purpose.")]
    cited = tuple(chair.places.cite(text.rindex("Supplier", 0, each.start), each.end) for each in found)
    (point,) = proposals(
        chair,
        [Raised(id="one", source=position, match=Match(subjects=cited), citations=cited)],
        [],
        lambda words: words,
    )
    assert point.citations[0].text == cited[1].text
