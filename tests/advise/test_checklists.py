"""The check list of Article 28: each item present, partial or absent, with the words that say it."""

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
