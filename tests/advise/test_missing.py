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


def advice(text: str = SAAS, *, acting_for: str | None = None, matter: str | None = None, title: str = "") -> Advice:
    document, contract = saas(text)
    contract = replace(contract, title=title or contract.title)
    return advise(document, contract, choice=choose_jurisdiction(PACKS, contract), acting_for=acting_for, matter=matter)


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
