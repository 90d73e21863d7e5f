"""Places that a form leaves open: what is to be filled in is not present because its label is."""

import pytest

from legalai.advise.left_open import is_placeholder
from legalai.drafting.grounding import UNGROUNDED, UNSUPPORTED
from tests.advise.builders import SAAS
from tests.advise.test_checklists import FULL, advice, statuses


@pytest.mark.parametrize(
    "text",
    [
        "______",
        "[●]",
        "[to be completed by the parties]",
        "[Supplier to insert]",
        "<describe the measures>",
        "TBC",
        "To be agreed before go-live",
        "(please complete)",
        "Please specify",
        "{{ purposes }}",
        "☐ employees ☐ customers ☐ others",
    ],
)
def test_what_only_asks_to_be_written(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "payroll and pensions",
        "names, addresses and [job titles]",
        "☒ employees ☐ customers",
        "None",
        "As agreed in the order form",
        "Encryption at rest; access by role.",
        "The parties shall agree on a reviewer each year.",
        "",
    ],
)
def test_what_is_an_answer(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize(
    ("annex", "item"),
    [
        ("Subject matter of the processing: [to be completed]", "subject"),
        ("Nature and purpose of processing: ____________", "nature"),
        ("Nature and purpose ____________", "nature"),
        ("Types of personal data:\nCategories of data subjects: employees", "data"),
        ("Categories of data subjects: [●]", "data"),
        ("Annex 2 Technical and organisational measures\n[Processor to insert]", "security"),
        ("Annex 2 - Security measures", "security"),
        ("Schedule 3: Security measures\nTBD", "security"),
    ],
)
def test_a_label_without_its_answer_is_no_item(annex: str, item: str) -> None:
    text = f"{SAAS}{FULL}\n{annex}\n"
    assert {name: status for name, status in statuses(text).items() if status != "present"} == {item: "partial"}
    found = next(each for each in advice(text).findings if each.id == f"gdpr-28-{item}")
    assert found.title.endswith("(left open)")
    assert found.citations[0].text in annex


@pytest.mark.parametrize(
    "annex",
    [
        "Subject matter of the processing: payroll for the staff",
        "Nature and purpose of processing:\nRunning the monthly payroll and reporting to the tax office.",
        "Categories of data subjects: ☒ employees ☐ customers",
        "Annex 2 Technical and organisational measures\nEncryption at rest; access rights are reviewed yearly.",
        "Annex 2 Security measures\nAnnex 3 Sub-processors\nAnnex 2 Security measures\nAccess by role.",
        "Address for notices: ____________",
        "Term of the Agreement: [●]",
        "Notice period: ____",
        "Annex 2 Security measures ........\nAnnex 3 Transfers ........\nAnnex 2 Security measures\nAccess by role.",
    ],
)
def test_a_label_with_its_answer_leaves_nothing_open(annex: str) -> None:
    assert set(statuses(f"{SAAS}{FULL}\n{annex}\n").values()) == {"present"}


def test_every_item_is_told_with_the_article_that_asks_for_it() -> None:
    found = advice(SAAS)
    assert (
        len([each for each in found.findings if each.id.startswith("gdpr-28-") and "for this:" in each.explanation])
        == 15
    )
    assert not {UNGROUNDED, UNSUPPORTED} & {each.code for each in found.issues}
