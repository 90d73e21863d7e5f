"""A small supply contract, with a contents page, articles, sections, items and a schedule, to find references in."""

from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import Clause
from tests.extract.builders import document_from_text

FILLER = "The parties shall meet once a quarter and keep minutes of what they decide. " * 24

SUPPLY = f"""SUPPLY AGREEMENT

This Supply Agreement (this "Agreement") is made between Alder Ltd and Brook plc. {FILLER}

1. SUPPLY
1.1 Subject to Section 4.2, Alder shall supply the goods that Brook orders.
1.2 Brook shall not resell the goods, except as permitted by Sections 3.1 and 3.2. \
Notwithstanding the foregoing, Brook may give samples away.
1.3 Alder shall deliver:
(a) within ten days, unless the parties agree otherwise; and
(b) to the place named in Schedule 2.
2. PRICE
2.1 The price is fixed for the term, other than for fuel; provided, however, that Alder may pass on new taxes.
2.2 Alder may raise the price as set out in Section 7 of the Framework Agreement.
3. RESALE
3.1 Brook may resell the goods to its affiliates.
3.2 Brook may resell goods that Alder no longer makes. The limitations in Section 1.2 shall not apply to scrap.
4. FAILURE
4.1 Notwithstanding Section 2.1, the price falls by a tenth where Alder delivers late.
4.2 Alder need not supply in the events listed in paragraph (b) of Section 5.1.
5. LIABILITY
5.1 This Section applies as follows:
(a) neither party is liable for loss of profit.
(b) no party is liable for fire, flood or war.
5.2 Except as stated in Section 9.9 and Section 409A of the Code, liability of Alder shall not exceed the price paid.
5.3 The limitations of liability in this Agreement shall not apply to fraud.
6. GENERAL
6.1 Notwithstanding anything to the contrary in this Agreement, Alder may assign its claims for the price to a bank.
6.2 Neither party shall assign this Agreement or its claims for the price without consent of the other.

SCHEDULE 2
1. The goods are delivered to the warehouse at the harbour.
"""


def passages_of(text: str = SUPPLY) -> tuple[Passage, ...]:
    return find_passages(document_from_text(text))


def clause(words: str, kind: str = "Exclusivity", text: str = SUPPLY) -> Clause:
    start = text.index(words)
    return Clause(type=kind, score=0.9, text=words, start=start, end=start + len(words))
