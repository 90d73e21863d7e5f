"""The summary of a contract that has ended says so, with its day, and speaks of no notice to come."""

from dataclasses import replace
from datetime import date

import pytest

from legalai.advise import advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.schema import Ending, EndingReason
from tests.advise.builders import quote, saas

PACKS = Packs(pack_folders())


def summary(ending: Ending) -> str:
    document, contract = saas()
    contract = replace(contract, key_dates=replace(contract.key_dates, ending=ending, notice_deadline=None))
    found = advise(document, contract, choice=choose_jurisdiction(PACKS, contract, "us-ny"), acting_for="Customer")
    return " ".join(sentence.sentence for sentence in found.summary)


def ending(why: EndingReason, on: date | None) -> Ending:
    words = quote(saas()[0].text, "initial term of twenty-four (24) months")
    return Ending(why=why, on=on, text=words.text, start=words.start, end=words.end)


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (ending("expired", date(2025, 12, 31)), "It ended on 31 December 2025, when its last term ran out."),
        (ending("terminated", date(2025, 12, 31)), "It ended on 31 December 2025."),
        (ending("superseded", None), "It is over, as another contract took its place."),
    ],
)
def test_a_contract_that_has_ended(end: Ending, said: str) -> None:
    words = summary(end)
    assert said in words
    assert "renews by itself" not in words
    assert "Notice against renewal" not in words


def test_a_contract_whose_last_term_runs() -> None:
    words = summary(ending("expired", date(2026, 12, 31)))
    assert "It ends on 31 December 2026, when its last term runs out." in words
    assert "Notice against renewal" not in words
