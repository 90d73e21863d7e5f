import time

import pytest

from legalai.extract.defined_terms import find_defined_terms
from legalai.extract.incorporated import find_incorporated
from legalai.extract.parties.execution import find_execution
from legalai.extract.segmentation.sentences import find_passages
from legalai.extract.titles import find_contract_type, find_title
from tests.extract.builders import document_from_text

UNITS = [
    "a",
    "A",
    " ",
    "(",
    '"',
    '("a',
    "By: ",
    "/s/ ",
    "Exhibit A ",
    "AGREEMENT ",
    "A ",
    "1. A ",
    "_",
    "\n",
    "Policy at http://",
]


@pytest.mark.parametrize("unit", UNITS)
def test_no_rule_takes_more_than_linear_time(unit):
    document = document_from_text(f"Agreement. {unit * (60_000 // len(unit))}")
    began = time.process_time()
    passages = find_passages(document)
    title = find_title(document, passages, ())
    find_contract_type(title, passages)
    find_defined_terms(passages)
    find_execution(document, passages, ())
    find_incorporated(document, passages)
    assert time.process_time() - began < 6
