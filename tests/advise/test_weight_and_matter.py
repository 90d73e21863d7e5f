"""Which positions a kind of matter leaves out, and in what order points come."""

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.findings import Raised, raised_positions
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.playbook import load_playbook
from tests.advise.builders import contract_of, document_of, party

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
    weights = [("high", "medium", "low").index(each.raised.source.severity) for each in points]
    assert len(set(weights)) > 1
    assert weights == sorted(weights)
