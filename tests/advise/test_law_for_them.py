"""Law behind a point: the other side is told what is checked and holds, and asked for nothing that is against us."""

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, clause, contract_of, document_of, party, saas

PACKS = Packs(pack_folders())
ONE_WAY = "Customer shall indemnify and hold harmless Vendor against any claim arising from its use of the Services."
ALL_LOSSES = "indemnify and hold harmless {} against all losses arising out of or in connection with the Services."

DELAWARE = (
    'Alder Works Ltd ("Supplier") and Birch Stores Ltd ("Customer") agree.\n'
    "1. This Agreement is governed by the laws of the State of Delaware.\n"
)


def advice(acting_for: str, jurisdiction: str, text: str = SAAS) -> Advice:
    document, contract = saas(text)
    return advise(document, contract, choice=choose_jurisdiction(PACKS, contract, jurisdiction), acting_for=acting_for)


def names(found: Advice) -> set[str]:
    return {point.finding.rsplit("-", 1)[0] for point in found.points}


@pytest.mark.parametrize("acting_for", ["Customer", "Vendor"])
@pytest.mark.parametrize("jurisdiction", ["us-ny", "gb-eaw", "de", "us-de", "ca-on"])
def test_no_doubt_of_ours_is_told_to_the_other_side(acting_for: str, jurisdiction: str) -> None:
    found = advice(acting_for, jurisdiction)
    assumed = {each for finding in found.findings for each in finding.assumptions}
    for point in found.points:
        told = f"{point.ask} {point.rationale}"
        assert "confirmed" not in told
        assert "assumes" not in told
        assert not [each for each in assumed if each in told]


def test_law_that_is_checked_is_told_with_its_place() -> None:
    found = advice("Customer", "us-ca")
    cap = next(point for point in found.points if point.finding.startswith("no-carve-outs"))
    checked = next(each for each in cap.authorities if each.checked_on is not None)
    assert checked.cite in cap.rationale


@pytest.mark.parametrize(
    ("acting_for", "indemnifies", "asked"),
    [("Customer", "Customer", True), ("Vendor", "Customer", False), ("Vendor", "Vendor", True)],
)
def test_an_indemnity_is_narrowed_only_for_whoever_gives_it(acting_for: str, indemnifies: str, asked: bool) -> None:
    other = "Vendor" if indemnifies == "Customer" else "Customer"
    text = SAAS.replace(ONE_WAY, f"{indemnifies} shall {ALL_LOSSES.format(other)}")
    found = advice(acting_for, "gb-eaw", text)
    finding = next(each for each in found.findings if each.id.startswith("gb-eaw-07"))
    assert ("Agree on a duty to mitigate" in finding.explanation) == asked
    if not asked:
        assert "gb-eaw-07" not in names(found)


def test_words_proposed_state_no_value_that_nobody_gave() -> None:
    document = document_of(DELAWARE)
    parties = (party(DELAWARE, "Alder Works Ltd", "Supplier"), party(DELAWARE, "Birch Stores Ltd", "Customer"))
    law = clause(DELAWARE, "Governing Law", "This Agreement is governed by the laws of the State of Delaware.", "1")
    contract = contract_of(document, parties=parties, clauses=(law,))
    found = advise(document, contract, choice=choose_jurisdiction(PACKS, contract, "us-de"), acting_for="Supplier")
    forum = next(point for point in found.points if point.finding.startswith("us-de-01-"))
    assert "if this Agreement involves at least $100,000" in forum.proposed_text
