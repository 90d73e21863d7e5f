"""Slips that came with drafts: words twice, two currencies, other names below, totals by column, days out of row."""

import pytest

from legalai.ingest.text import document_of
from legalai.proofread.proofread import proofread

CONTRACT = """SUPPLY AGREEMENT

This Agreement is made on 1 March 2024 between Harrow Lake Limited (the "Client") and Pinewood Ltd (the "Supplier").

1. Definitions

1.1 "Goods" means the goods described in Schedule 1.

1.2 "Price" means the sum payable under clause 3.1.

1.3 "Site" means the yard of the Client.

2. Supply

2.1 The Supplier shall bring the Goods to the Site, and shall keep the log of each delivery.

2.2 Each party bears its own costs.

2.3 The Client shall sign for the Goods at the Site.

3. Price

3.1 The Client shall pay £9,000 in three instalments of £3,000: on 1 April 2024, on 1 October 2024 and on 1 April 2025.

3.2 The Price is made up as follows:

Item | 2024 | 2025
Timber | £2,000 | £3,000
Nails | £1,000 | £3,000
Total | £3,000 | £6,000

3.3 The Client shall pay a deposit of six hundred pounds (£600), a fee of £50 and a tax of £70.

3.4 The Price is payable as to: 60% on signing and 40% on delivery.

4. Term

4.1 This Agreement begins on 1 April 2024 and ends on 31 March 2027 (the "Term").

4.2 The Term of three years may be renewed in writing.

5. General

5.1 Notices to the Client are sent to the Site.

5.2 This Agreement is governed by English law.

Signed for and on behalf of HARROW LAKE LIMITED

______________________ Director

Signed for and on behalf of PINEWOOD LTD

______________________ Director

SCHEDULE 1

GOODS

Oak and pine.
"""


def kinds(old: str = "", new: str = "") -> set[str]:
    assert old in CONTRACT
    return {mistake.kind for mistake in proofread(document_of(CONTRACT.replace(old, new, 1), name="contract.txt"))}


def test_nothing_is_said_of_the_contract_as_it_is() -> None:
    assert kinds() == set()


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("party bears its", "party bears bears its", "word-twice"),
        ("at the Site.", "at the the Site.", "word-twice"),
        ("six hundred pounds (£600)", "six hundred euros (£600)", "currency"),
        ("a fee of £50", "a fee of €50", "currency"),
        ("on behalf of PINEWOOD LTD", "on behalf of PINEWOODS LTD", "signature-name"),
        ("Total | £3,000", "Total | £4,000", "total"),
        ("Timber | £2,000 | £3,000", "Timber | £2,000 | £2,500", "total"),
        ("40% on delivery", "50% on delivery", "total"),
        ("and on 1 April 2025", "and on 1 April 2024", "date-order"),
        ("The Term of three years", "The Term of five years", "date-length"),
        ("2.3 The Client shall sign", "2.2 The Client shall sign", "number-twice"),
        ("5. General", "4. General", "number-twice"),
        ("Notices to the Client", "Notices to Marsh Dairy Inc.", "foreign-name"),
        ("at the Site.", "at the Site. On delay, Vendor shall pay the storage.", "foreign-name"),
        ("keep the log", "keep the Delivery Log", "term-undefined"),
    ],
)
def test_a_slip_is_told(old: str, new: str, kind: str) -> None:
    assert kind in kinds(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bears its own costs", "agrees that that cost is its own"),
        ("a fee of £50", "a fee of €50, converted at the rate of exchange of the day,"),
        ("Oak and pine.", "pine cheap pine pine timber united united timber pine shop timber pine buy timber"),
    ],
)
def test_what_may_stand_is_left_alone(old: str, new: str) -> None:
    assert not kinds(old, new) & {"word-twice", "currency"}
