"""An employee and an employer neither buy nor sell: points come from the law, which says whom it protects."""

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.jurisdictions import Packs, Reach
from legalai.resources import pack_folders
from tests.advise.builders import contract_of, document_of, party

PACKS = Packs(pack_folders())
TEXT = (
    "EMPLOYMENT AGREEMENT\n"
    'This Employment Agreement is between Harbour Robotics, Inc. ("Employer") and Nils Ahlgren ("{employee}").\n'
    "1. {employee} works as an engineer in Fresno. Employer shall pay a salary. Employer shall pay all expenses.\n"
    "2. For two years after the end of employment {employee} shall not compete with Employer.\n"
    "3. All inventions of {employee} belong to Employer, and {employee} hereby assigns all inventions to Employer.\n"
)


def advice(acting_for: str, employee: str = "Employee", *, overlay: bool = False) -> Advice:
    text = TEXT.format(employee=employee)
    document = document_of(text)
    parties = (party(text, "Harbour Robotics, Inc.", "Employer"), party(text, "Nils Ahlgren", employee))
    contract = contract_of(document, title="Employment Agreement", parties=parties)
    beside: list[tuple[Reach, str]] = [("workplace", "us-ca")] if overlay else []
    choice = choose_jurisdiction(PACKS, contract, "us-ny" if overlay else "us-ca", overlays=beside)
    return advise(document, contract, choice=choice, acting_for=acting_for)


def stems(ids: list[str]) -> set[str]:
    return {each.rpartition("-")[0] for each in ids}


@pytest.mark.parametrize("employee", ["Employee", "Executive", "Worker"])
def test_the_ban_of_a_restraint_favours_whoever_is_employed(employee: str) -> None:
    for acting_for, favours in ((employee, "us"), ("Employer", "them")):
        found = {each.id.rpartition("-")[0]: each.favours for each in advice(acting_for, employee).findings}
        assert found["us-ca-01"] == favours


def test_an_employee_asks_for_what_the_law_gives() -> None:
    points = {each.finding.rpartition("-")[0]: each for each in advice("Employee").points}
    assert points["us-ca-01"].ask == "Strike the covenant."
    assert "restrains the employee" in points["us-ca-01"].proposed_text
    assert "us-ca-17" in points


def test_an_employer_is_asked_for_what_keeps_the_clause() -> None:
    assert "us-ca-17" in stems([each.finding for each in advice("Employer").points])


def test_of_two_laws_on_one_covenant_the_graver_speaks() -> None:
    found = advice("Employee", overlay=True)
    assert {"us-ca-01", "us-ny-10"} <= stems([each.id for each in found.findings])
    asked = stems([each.finding for each in found.points])
    assert "us-ca-01" in asked
    assert "us-ny-10" not in asked


def test_no_playbook_of_a_trade_is_taken_from_who_pays() -> None:
    codes = {each.code for each in advice("Employer").issues}
    assert "choose-playbook" in codes
    assert "shipped-playbook" not in codes
