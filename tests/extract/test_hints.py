"""What the rules tell the clause model before it reads."""

from legalai.extract.hints import find_hints
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of

TEXT = """SUPPLY AGREEMENT

This Supply Agreement is made on 3 May 2021 between Northwind Trading Ltd, a company registered in England
("Northwind"), and Contoso GmbH (the "Buyer").

1. Term. This Agreement takes effect on 1 June 2021 and continues for two years.
"""


def hints(text: str) -> list[tuple[str, str, str]]:
    document = document_of(text, name="contract.txt")
    found = find_hints(document, find_passages(document))
    return [(hint.type, hint.kind, " ".join(text[hint.start : hint.end].split())) for hint in found]


def test_title_day_and_parties_with_their_short_names() -> None:
    assert hints(TEXT) == [
        ("Document Name", "named", "SUPPLY AGREEMENT"),
        ("Agreement Date", "named", "3 May 2021"),
        ("Effective Date", "named", "1 June 2021"),
        ("Parties", "named", "Northwind Trading Ltd"),
        ("Parties", "short", "Northwind"),
        ("Parties", "whole", 'Northwind Trading Ltd, a company registered in England ("Northwind")'),
        ("Parties", "named", "Contoso GmbH"),
        ("Parties", "short", "Buyer"),
        ("Parties", "whole", 'Contoso GmbH (the "Buyer")'),
    ]


def test_a_text_that_names_nobody_gives_none() -> None:
    assert hints("The goods are sold as they are, and nobody warrants anything about them.") == []


def test_a_hint_moves_with_its_section() -> None:
    document = document_of(TEXT, name="contract.txt")
    hint = find_hints(document, find_passages(document))[0]
    assert hint.moved(-5) == type(hint)(hint.type, hint.kind, hint.start - 5, hint.end - 5)
