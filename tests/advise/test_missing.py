"""What is expected and not found is told to the side that expects it, in the words of its kind of matter."""

from dataclasses import replace
from datetime import date

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.errors import ConfigError
from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.schema import Execution
from tests.advise.builders import SAAS, saas

PACKS = Packs(pack_folders())


def advice(
    text: str = SAAS,
    *,
    acting_for: str | None = None,
    matter: str | None = None,
    title: str = "",
    focuses: tuple[str, ...] = (),
) -> Advice:
    document, contract = saas(text)
    contract = replace(contract, title=title or contract.title)
    choice = choose_jurisdiction(PACKS, contract)
    return advise(document, contract, choice=choice, acting_for=acting_for, matter=matter, focuses=focuses)


def missing(found: Advice) -> set[str]:
    return {each.id.removeprefix("missing-") for each in found.findings if each.id.startswith("missing-")}


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("Master Subscription Agreement", "saas"),
        ("MUTUAL NON-DISCLOSURE AGREEMENT", "nda"),
        ("Software License and Distribution Agreement", "distribution"),
        ("Deed of Trust", None),
        ("Amendment No. 2 to the Master Subscription Agreement", None),
    ],
)
def test_a_title_names_the_kind_of_matter(title: str, matter: str | None) -> None:
    assert advice(title=title).matter_type == matter


def test_the_kind_of_contract_counts_where_the_title_names_no_matter() -> None:
    document, contract = saas()
    contract = replace(contract, title="Project Heron", contract_type="License Agreement")
    found = advise(document, contract, choice=choose_jurisdiction(PACKS, contract))
    assert found.matter_type == "licence"


def test_the_kind_that_is_asked_for_counts_before_the_title() -> None:
    assert advice(matter="nda").matter_type == "nda"
    with pytest.raises(ConfigError, match="no matter type 'divorce'"):
        advice(matter="divorce")


def test_each_side_is_told_what_it_expects() -> None:
    customer, supplier = missing(advice(acting_for="Customer")), missing(advice(acting_for="Vendor"))
    assert "saas-service-levels" in customer - supplier
    assert "saas-force" in supplier - customer
    assert "saas-cap" not in customer | supplier
    assert not missing(advice(acting_for="Customer", title="Deed of Trust"))


def test_what_was_not_found_is_never_said_to_be_absent() -> None:
    found = [each for each in advice(acting_for="Customer").findings if each.id.startswith("missing-")]
    assert found
    for each in found:
        assert each.title.startswith("Not found: ")
        assert "not found" in each.explanation
        assert each.citations


def test_words_that_say_it_count_as_well_as_a_clause() -> None:
    text = SAAS + "7. Availability\n7.1 Vendor shall keep uptime of the Services at 99.9% in each month.\n"
    assert "saas-service-levels" not in missing(advice(text, acting_for="Customer"))


PROCESSOR = """8. Data processing
8.1 Vendor shall process personal data only on instructions of Customer, which the parties note down in text form.
8.2 Customer gives its instructions in writing; Vendor may suspend the instruction where the instruction infringes law.
8.3 Vendor may engage further processors and gives Customer an opportunity to object.
8.4 Customer may audit once a year on thirty days' notice and bears its own costs; Vendor may charge further help.
8.5 Customer is responsible for the lawfulness of the data it sends. The limits of liability in clause 5 apply here.
"""
BOUNDS = "written-instructions unlawful-instructions general-authorisation costs audit-limits controller-duties"
CHAIR = {f"dpa-{each}" for each in BOUNDS.split()}


def test_a_processor_is_told_what_bounds_its_work_and_its_cost() -> None:
    assert missing(advice(acting_for="Vendor", matter="dpa")) >= CHAIR
    assert not missing(advice(acting_for="Customer", matter="dpa")) & CHAIR
    assert not missing(advice(SAAS + PROCESSOR, acting_for="Vendor", matter="dpa")) & CHAIR


def test_a_focus_that_was_asked_for_and_has_no_clause_is_told_of() -> None:
    found = advice(focuses=("third-parties", "liability")).findings
    told = [each for each in found if each.id.startswith("missing-focus-")]
    assert [each.focus for each in told] == ["third-parties"]
    meaning = PACKS.load("_base").focus("third-parties").missing
    assert meaning in " ".join(told[0].explanation.split())


def test_a_focus_is_not_missed_where_the_words_speak_of_it() -> None:
    text = (
        SAAS + "7. Others\n7.1 Nobody but the parties and Customer's affiliates is a beneficiary of this Agreement.\n"
    )
    assert not missing(advice(text, focuses=("third-parties",)))


def test_a_focus_of_another_kind_of_matter_is_not_missed() -> None:
    assert "focus-restraint" not in missing(advice(matter="saas"))
    assert not [each for each in missing(advice(title="Deed of Trust")) if each.startswith("focus-")]


def test_the_effect_of_a_finding_is_worded_by_the_measure_of_its_focus() -> None:
    found = advice(acting_for="Customer")
    prompts = {each.focus: each.text for each in found.prompts if each.task == "findings"}
    assert PACKS.load("_base").focus("liability").severity in prompts["liability"]


def test_a_contract_without_parties_law_or_liability_still_has_a_place_to_cite() -> None:
    document = document_of("Statement of work\nThe software runs on the computers of the office.\n", name="a.txt")
    passages = find_passages(document)
    dates = find_key_dates(
        passages, (), parties=(), defined_terms=(), governing_law=None, as_of=date(2026, 6, 1)
    )  # fmt: skip
    bare = replace(
        saas()[1], parties=(), governing_law=None, forum=None, clauses=(), not_found=(), obligations=(), amounts=(),
        defined_terms=(), incorporated=(), percentages=(), issues=(), execution=Execution(), key_dates=dates,
        title=None,
    )  # fmt: skip
    found = advise(document, bare, choice=choose_jurisdiction(PACKS, bare), matter="dpa")
    assert found.findings
    assert all(each.citations for each in found.findings)
