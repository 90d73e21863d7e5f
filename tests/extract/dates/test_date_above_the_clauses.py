"""A date by itself above the first clause is the contract's own, whatever days stand beside its signatures."""

from datetime import date

from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from tests.extract.dates.key_dates_reader import dates_of

CONTRACT = """SUBSCRIPTION AGREEMENT

Between Lumen Data, Inc. ("Vendor") and Pike Hospital ("Hospital").

Dated June 30, 2024.

1. SERVICE. Vendor shall serve Hospital.

By: /s/ Ann Lowe
Date: July 1, 2024

By: /s/ R. Diaz
Date: July 3, 2024
"""


def test_the_date_below_the_title_goes_before_the_days_of_signing():
    passages = find_passages(document_of(CONTRACT, name="a.txt"))
    assert dates_of(passages).agreement_date.value == date(2024, 6, 30)


def test_without_one_the_last_signature_dates_it():
    passages = find_passages(document_of(CONTRACT.replace("Dated June 30, 2024.\n", ""), name="a.txt"))
    assert dates_of(passages).agreement_date.value == date(2024, 7, 3)
