"""The summary says that a duty is to be done by a set time only where the time is set."""

from dataclasses import replace

import pytest

from legalai.advise import advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.schema import Obligation, ObligationDeadline, Period
from tests.advise.builders import SAAS, quote, saas

PACKS = Packs(pack_folders())
WORDS = "Customer shall pay fees of USD 120,000 a year within thirty (30) days of receipt of an invoice."


def summary(deadline: ObligationDeadline) -> str:
    document, contract = saas()
    found = quote(SAAS, WORDS)
    duty = Obligation(
        text=found.text, start=found.start, end=found.end, page=None, number="2.1",
        obligor="Customer", obligee=None, obligor_party="Customer", obligee_party=None,
        modality="obligation", action="pay fees", deadline=deadline,
    )  # fmt: skip
    choice = choose_jurisdiction(PACKS, contract, "us-ny")
    found = advise(document, replace(contract, obligations=(duty,)), choice=choice, acting_for="Customer")
    return " ".join(sentence.sentence for sentence in found.summary)


@pytest.mark.parametrize(
    "deadline",
    [
        ObligationDeadline(text="within thirty (30) days", period=Period(amount=30, unit="day")),
        ObligationDeadline(text="each month", recurring="monthly"),
    ],
)
def test_a_time_in_days_or_again_and_again_is_set(deadline: ObligationDeadline) -> None:
    assert "To be done by a set time" in summary(deadline)


@pytest.mark.parametrize("words", ["within a reasonable time", "promptly", "without undue delay"])
def test_a_time_that_leaves_room_is_none(words: str) -> None:
    assert "To be done by a set time" not in summary(ObligationDeadline(text=words))
