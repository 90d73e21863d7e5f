"""How far a departure goes: short of what a position would not sign, as far as that, or within what it would accept."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import ValidationError

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_positions
from legalai.advise.reading import Reading
from legalai.playbook import Playbook, PlaybookFile, Position, load_playbook, shipped_playbooks
from legalai.schema import Period, Quote, QuotedPeriod, Renewal
from legalai.triggers import Extent
from tests.advise.builders import clause, contract_of, document_of, no_dates, party, quote

# The playbook, then each position and, after @, the clause types of its clause. W is at the walk-away, B between it and
# the fallback, F within the fallback, ? only for people to say.
TABLE = """
customer cap-too-low @ Cap On Liability
W Supplier's liability shall not exceed the fees paid in the three (3) months before the claim.
customer cap-fixed-sum @ Cap On Liability
? Supplier's liability shall not exceed $10,000.
customer incident-late
W Supplier shall notify Customer of a security breach within ten (10) days.
W Supplier shall notify Customer of a confirmed incident within three (3) days.
B Supplier shall notify Customer of a security breach within four (4) days.
customer retrieval-short
W After termination Customer may export its data for five (5) days.
B After termination Customer may export its data for twenty (20) days.
customer one-way-exit @ Termination For Convenience
W Supplier may terminate this Agreement for convenience on thirty (30) days' notice.
W Supplier may terminate this Agreement for convenience by notice in writing.
B Supplier may terminate this Agreement for convenience on one hundred twenty (120) days' notice.
F Supplier may terminate this Agreement for convenience on 180 days' notice and refunds what was prepaid.
customer repossession
W Supplier may enter the premises and remove the equipment without notice.
B Supplier may repossess the goods without liability for damage.
customer cure-short @ Termination For Cause
W Supplier may terminate if Customer does not cure a breach within five (5) days.
B Supplier may terminate if Customer does not cure a breach within ten (10) days.
customer price-increase @ Price Increase
W Supplier may increase the fees at its discretion.
B The fees increase each year by eight percent (8%).
customer late-interest @ Late Payment
W Customer shall pay interest of 2% per month on overdue sums.
W Customer shall pay interest of 24% a year on overdue sums.
B Customer shall pay interest of 1.25% per month on overdue sums.
customer audit-no-notice @ Audit Rights
W Supplier may audit Customer's records without notice.
B Supplier may audit Customer's records at any time.
customer payment-short
W Customer shall pay each invoice within seven (7) days of receipt.
B Customer shall pay each invoice within twenty (20) days of receipt.
customer terms-may-change
W Supplier may change these terms at any time by posting the revised terms.
B Supplier may change these terms on thirty (30) days' notice.
customer suspension
W Supplier may suspend the services at any time in its sole discretion.
customer claim-notice
W Any claim shall be waived unless notice of it is given within 14 days.
B Any claim shall be waived unless notice of it is given within 60 days.
F Any claim shall be waived unless notice of it is given within 90 days.
customer claim-time
W No action may be brought more than six (6) months after the event.
B No action may be brought more than eighteen (18) months after the event.
customer warranty-short @ Warranty Duration
W Supplier warrants the goods for a period of thirty (30) days.
B Supplier warrants the goods for a period of six (6) months.
customer our-restraint @ Non-Compete
W Customer shall not compete with Supplier for two years after the end.
W Customer shall not compete with Supplier after the end.
B Customer shall not compete with Supplier for nine months after the end.
supplier no-cap
W Supplier shall provide the services to Customer with care.
supplier cap-too-high @ Cap On Liability
W Supplier's liability shall not exceed the fees paid in the thirty-six (36) months before the claim.
B Supplier's liability shall not exceed the fees paid in the twenty-four (24) months before the claim.
F Supplier's liability shall not exceed the fees paid in the eighteen (18) months before the claim.
supplier cap-multiple @ Cap On Liability
W The liability of each party is limited to five times the yearly charges.
B The liability of each party is limited to three times the yearly charges.
F The liability of each party shall not exceed 150% of the yearly charges.
supplier retention
W Customer may keep a retention of 10% of each payment for twenty-four (24) months.
B Customer may keep a retention of 10% of each payment until acceptance.
F Customer may keep a retention of 5% of each payment until acceptance.
supplier warranty-long @ Warranty Duration
W Supplier warrants the goods for thirty-six (36) months.
B Supplier warrants the goods for twenty-four (24) months.
supplier payment-slow @ Payment Terms
W Customer shall pay each invoice within seventy-five (75) days of receipt.
B Customer shall pay each invoice within sixty (60) days of receipt.
supplier payment-very-slow @ Payment Terms
W Customer shall pay each invoice within one hundred twenty (120) days of receipt.
supplier payment-arrears
W Customer shall pay annually in arrears.
B Customer shall pay half-yearly in arrears.
supplier invoice-forfeit
W Supplier waives an invoice that it does not send within ninety (90) days.
B Supplier waives an invoice that it does not send within eight (8) months.
F Supplier waives an invoice that it does not send within twelve (12) months.
supplier price-frozen
W The charges are not to be increased and remain fixed for five years.
F The charges shall remain fixed for two years.
supplier mutual-short-exit @ Termination For Convenience
W Either party may terminate this Agreement for convenience on ten (10) days' notice.
B Either party may terminate this Agreement for convenience on forty-five (45) days' notice.
supplier short-cure @ Termination For Cause
W Customer may terminate if Supplier does not cure a breach within five (5) days.
B Customer may terminate if Supplier does not cure a breach within twelve (12) days.
supplier no-hire @ No-Solicit Of Employees
W Supplier shall not solicit or hire employees of Customer for three years.
B Supplier shall not solicit or hire employees of Customer for eighteen months.
F Supplier shall not solicit or hire employees of Customer whom it met in the work for twelve months.
supplier audit-unlimited @ Audit Rights
W Customer may audit Supplier's records without notice.
B Customer may audit Supplier's records at any time.
supplier incident-hours
W Supplier shall notify Customer of a security incident within 12 hours.
B Supplier shall notify Customer of a security incident within 24 hours.
supplier claim-time
W Supplier may bring no claim later than three months after the event.
B Supplier may bring no claim later than eighteen months after the event.
"""
EXTENTS = {"W": "walk_away", "B": "between", "F": "fallback", "?": None}
LENGTHS = {("customer", "renewal-trap"), ("customer", "long-lock-in"), ("supplier", "price-fixed")}
OPENING = (
    'Services Agreement between Alder Works Ltd ("Supplier") and Birch Stores Ltd ("Customer") for software services.\n'
)


def rows() -> list[tuple[str, str, tuple[str, ...], str, str]]:
    found: list[tuple[str, str, tuple[str, ...], str, str]] = []
    playbook, name, kinds = "", "", ()
    for line in TABLE.strip().splitlines():
        mark, _, words = line.partition(" ")
        if mark in EXTENTS:
            found.append((playbook, name, kinds, mark, words))
        else:
            head, _, types = words.partition("@")
            playbook, name, kinds = mark, head.strip(), tuple(each.strip() for each in types.split(",") if each)
    return found


def position(playbook: str, name: str) -> Position:
    return next(each for each in load_playbook(playbook).positions if each.id == name)


def extent(wanted: Position, reading: Reading) -> str | None:
    alone = Playbook(PlaybookFile(id="one", name="One", side="customer", positions=(wanted,)), sha256="")
    (raised,) = raised_positions(reading, alone, None)
    return raised.extent


def reading_of(side: str, words: str, types: tuple[str, ...], **dates: Any) -> Reading:
    text = f"{OPENING}1.1 {words}\n"
    document = document_of(text)
    contract = contract_of(
        document,
        parties=(party(text, "Alder Works Ltd", "Supplier"), party(text, "Birch Stores Ltd", "Customer")),
        clauses=tuple(clause(text, kind, words) for kind in types),
        key_dates=replace(no_dates(), **dates),
    )
    return Reading(document, contract, take_side(contract, side))


@pytest.mark.parametrize(("side", "name", "types", "mark", "words"), rows())
def test_how_far_a_departure_goes(side: str, name: str, types: tuple[str, ...], mark: str, words: str) -> None:
    assert extent(position(side, name), reading_of(side, words, types)) == EXTENTS[mark]


@pytest.mark.parametrize(
    ("months", "days", "expected"), [(24, 30, "walk_away"), (12, 120, "walk_away"), (12, 75, "between")]
)
def test_a_renewal_by_its_lengths(months: int, days: int, expected: str) -> None:
    words = f"This Agreement renews for {months} months unless {days} days' notice is given."
    said = quote(f"{OPENING}1.1 {words}\n", words)
    dates = {"renewal": renewal(said, months), "notice_period": period(said, days, "day")}
    reading = reading_of("customer", words, ("Renewal Term", "Notice Period To Terminate Renewal"), **dates)
    assert extent(position("customer", "renewal-trap"), reading) == expected


def test_a_long_first_term() -> None:
    words = "This Agreement starts today, continues for five years at a fixed price and renews."
    said = quote(f"{OPENING}1.1 {words}\n", words)
    dates = {"initial_term": period(said, 5, "year"), "renewal": renewal(said, 12)}
    for side, name, kind in (
        ("customer", "long-lock-in", "Expiration Date"),
        ("supplier", "price-fixed", "Renewal Term"),
    ):
        assert extent(position(side, name), reading_of(side, words, (kind,), **dates)) == "walk_away"


def renewal(said: Quote, months: int) -> Renewal:
    term = Period(amount=months, unit="month")
    return Renewal(kind="automatic", term=term, successive=True, text=said.text, start=said.start, end=said.end)


def period(said: Quote, amount: int, unit: Any) -> QuotedPeriod:
    return QuotedPeriod(amount=amount, unit=unit, text=said.text, start=said.start, end=said.end)


def test_every_walk_away_that_is_evaluated_is_met_by_some_words() -> None:
    met = {(side, name) for side, name, _, mark, _ in rows() if mark == "W"} | LENGTHS
    assert met == {
        (side, each.id) for side in shipped_playbooks() for each in load_playbook(side).positions if each.walk_away_when
    }


def test_an_extent_of_nothing_is_refused() -> None:
    with pytest.raises(ValidationError, match="as far"):
        Extent()
    assert Extent(months_under=12).of_the_whole is False
    assert Extent(renewal_term_over_months=12).of_the_whole is True
