"""Check lists of regulations: each item present, partial or absent, with the words that say it."""

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, saas

PACKS = Packs(pack_folders())
FULL = """8. Data processing
8.1 The subject matter of the processing is payroll; it lasts for the duration of the Services.
8.2 The nature and purpose of processing are set out in Annex 1, with types of personal data and data subjects.
8.3 The Processor shall process personal data only on documented instructions of the Controller, also for any transfer.
8.4 The Processor ensures that its personnel are bound to confidentiality.
8.5 The Processor shall take the technical and organisational measures of Annex 2.
8.6 The Processor shall engage another processor only with authorisation and shall inform the Controller of changes.
8.7 Sub-processors are bound to the same obligations, and the Processor remains liable for them.
8.8 The Processor shall assist the Controller with requests of data subjects and with impact assessments.
8.9 At the choice of the Controller it shall delete or return all personal data.
8.10 It shall make available what is needed and allow audits, including inspections.
8.11 It shall inform the Controller at once if an instruction infringes the law.
8.12 It shall notify a personal data breach without undue delay and within 24 hours.
8.13 A transfer to a third country needs standard contractual clauses.
"""


def advice(text: str, matter: str | None = "dpa") -> Advice:
    document, contract = saas(text)
    return advise(document, contract, choice=choose_jurisdiction(PACKS, contract), matter=matter)


def statuses(text: str, matter: str | None = "dpa") -> dict[str, str]:
    return {item.id: item.status for each in advice(text, matter).checklists for item in each.items}


def test_a_full_contract_has_every_item() -> None:
    found = statuses(SAAS + FULL)
    assert len(found) == 15
    assert set(found.values()) == {"present"}


TRANSFER = """8. Data
8.1 These Clauses, controller to controller, are what the parties chose.
8.1A These Clauses set out appropriate safeguards by Article 46, provided they are not modified.
8.2 These Clauses shall be governed by the law of Ireland, which allows for third-party beneficiary rights.
8.3 Those shall be the courts of Ireland. The processor shall follow instructions.
8.4 Retention period: 24 months from the day of the transfer.
8.5 Supervisory authority: the Data Protection Commission.
8.6 Personal data is encrypted at rest; access rights are reviewed yearly.
"""


def test_clauses_that_may_not_be_modified_are_read_for_data_alone() -> None:
    assert advice(SAAS + TRANSFER).focuses == ("data-protection",)
    assert len(advice(SAAS + FULL).focuses) > 1


def test_clauses_for_a_transfer_are_gone_through_for_what_the_parties_fill_in() -> None:
    results = advice(SAAS + TRANSFER).checklists
    assert [each.id for each in results] == ["scc-2021-914"], "between controllers there is no processor to bind"
    assert {item.status for each in results for item in each.items} == {"present"}


@pytest.mark.parametrize(
    ("gone", "item", "status"),
    [
        ("24 months from the day of the transfer", "retention", "partial"),
        (" the Data Protection Commission", "supervisory-authority", "absent"),
        ("encrypted at rest; access rights are reviewed yearly", "measures", "absent"),
        ("Those shall be the courts of Ireland. ", "courts", "absent"),
        (", which allows for third-party beneficiary rights", "law", "absent"),
    ],
)
def test_what_was_left_open_in_clauses_for_a_transfer_is_seen(gone: str, item: str, status: str) -> None:
    found = {each.id: each.status for each in advice(SAAS + TRANSFER.replace(gone, "")).checklists[0].items}
    assert found.pop(item) == status
    assert set(found.values()) == {"present"}


@pytest.mark.parametrize(
    ("gone", "put", "item", "status"),
    [
        (" and within 24 hours", "", "breach", "partial"),
        ("documented instructions of the Controller, also for any transfer", "its own terms", "instructions", "absent"),
        (", and the Processor remains liable for them", "", "flow-down", "partial"),
        ("At the choice of the Controller it", "It", "end", "partial"),
        ("and allow audits, including inspections", "", "audit", "absent"),
        ("technical and organisational measures of Annex 2", "best efforts", "security", "absent"),
    ],
)
def test_an_item_that_is_weakened_is_seen(gone: str, put: str, item: str, status: str) -> None:
    text = SAAS + FULL.replace(gone, put)
    assert statuses(text)[item] == status
    found = next(each for each in advice(text).findings if each.id == f"gdpr-28-{item}")
    assert found.citations
    assert found.authorities[0].cite.startswith("Regulation (EU) 2016/679")


def test_the_list_is_gone_through_where_a_contract_speaks_of_a_processor() -> None:
    assert statuses(SAAS + FULL, None)
    assert not statuses(SAAS, None)


@pytest.mark.parametrize(
    ("duty", "denial", "item"),
    [
        ("shall process personal data only on", "is not bound to process personal data on", "instructions"),
        ("shall assist the Controller", "has no obligation to assist the Controller", "rights"),
        ("ensures that its personnel are bound", "need not ensure that its personnel are bound", "confidence"),
    ],
)
def test_a_duty_that_is_denied_is_absent_and_the_denial_is_quoted(duty: str, denial: str, item: str) -> None:
    [result] = advice(SAAS + FULL.replace(duty, denial)).checklists
    [found] = [each for each in result.items if each.id == item]
    assert found.status == "absent"
    assert denial in found.citations[0].text
