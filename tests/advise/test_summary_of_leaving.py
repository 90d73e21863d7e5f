"""The summary says on what notice a contract can be left, and where its next end is known, that and the last day."""

from dataclasses import replace
from datetime import date

from legalai.advise import advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.schema import Clock, KeyDates, NoticeTerms, Period, ProofStep, Renewal
from tests.advise.builders import SAAS, quote, saas

PACKS = Packs(pack_folders())


# "for convenience" would be quoted as it stands.
PLAIN = SAAS.replace(" for convenience", "")


def summary(dates: KeyDates) -> str:
    document, contract = saas(PLAIN)
    contract = replace(contract, key_dates=dates, clauses=())
    found = advise(document, contract, choice=choose_jurisdiction(PACKS, contract, "us-ny"), acting_for="Customer")
    return " ".join(sentence.sentence for sentence in found.summary)


def right(months: int, party: str | None = None) -> Clock:
    words = quote(PLAIN, "initial term of twenty-four (24) months")
    what = "end the contract at will"
    step = ProofStep(step="right to end", result=what, quotes=(words,), rule="")
    notice = NoticeTerms(period=Period(amount=months, unit="month"))
    return Clock(party=party, instrument="main agreement", what=what, notice=notice, proof=(step,))


def test_the_next_end_and_its_last_day() -> None:
    dates = saas(PLAIN)[1].key_dates
    left = replace(
        dates, renewal=Renewal(kind="none"), current_term_end=date(2027, 6, 30), notice_deadline=date(2027, 3, 31)
    )
    words = summary(left)
    assert "next on 30 June 2027" in words
    assert "the last day for that" in words
    assert "against renewal" not in words


def test_a_right_without_a_day() -> None:
    dates = replace(saas(PLAIN)[1].key_dates, notice_deadline=None, notice_period=None)
    assert "It can be ended without a reason on 24 months of notice." in summary(replace(dates, clocks=(right(24),)))
    both = replace(dates, clocks=(right(24, "Customer"), right(12, "Provider")))
    assert "without a reason" not in summary(both)
