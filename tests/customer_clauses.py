"""Clauses for the customer's playbook, in tables: what each position must fire on, and what it must pass over."""

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from legalai.advise.triggering import first_match
from legalai.playbook import load_playbook
from legalai.schema import Contract, Document
from tests.advise.builders import clause, contract_of, document_of, party

PREAMBLE = (
    'This Agreement is made between Alder Systems Ltd (the "Supplier") and Birch Holdings Ltd (the "Customer").\n'
    "1. Terms\n"
)
POSITIONS = {each.id: each for each in load_playbook("customer").positions}
PARAGRAPH = " / "
# The focuses whose positions are tested together; the others are tested with liability.
DATA = {"confidentiality", "data-protection", "ip"}
MONEY = {"assignment", "payment", "renewal", "unfair-terms"}
# Position, the clause types of the text's first paragraph, whether the position must fire, the text.
Row = tuple[str, tuple[str, ...], bool, str]


def rows(table: str) -> list[Row]:
    """The rows of a table: a position and, after @, clause types; then + what it fires on, - what it passes over."""
    found: list[Row] = []
    name, types = "", tuple[str, ...]()
    for line in table.strip().splitlines():
        if line[0] == " ":
            *before, (_, _, fires, text) = found
            found = [*before, (name, types, fires, f"{text} {line.strip()}")]
        elif line[0] in "+-":
            found.append((name, types, line[0] == "+", line[2:]))
        else:
            name, _, kinds = line.partition(" @ ")
            types = tuple(each.strip() for each in kinds.split(",") if each.strip())
    return found


def named(table: list[Row], fires: bool) -> set[str]:
    """The positions that a table has a text for: one that they must fire on, or pass over."""
    return {name for name, _, expected, _ in table if expected == fires}


def of_focuses(focuses: set[str]) -> set[str]:
    """The positions of some focuses."""
    return {each.id for each in POSITIONS.values() if each.focus in focuses}


def made(text: str, types: tuple[str, ...]) -> tuple[Document, Contract]:
    """A contract of the paragraphs of a text, the first of which is of these types."""
    paragraphs = text.split(PARAGRAPH)
    numbered = "".join(f"1.{number} {words}\n" for number, words in enumerate(paragraphs, start=1))
    document = document_of(PREAMBLE + numbered)
    whole = document.text
    parties = (party(whole, "Alder Systems Ltd", "Supplier"), party(whole, "Birch Holdings Ltd", "Customer"))
    clauses = tuple(clause(whole, kind, paragraphs[0], "1.1") for kind in types)
    return document, contract_of(document, parties=parties, clauses=clauses)


def fires(position: str, document: Document, contract: Contract) -> bool:
    """Whether a position has something to say to the customer about a contract."""
    reading = Reading(document, contract, take_side(contract, "Customer"))
    return first_match(POSITIONS[position].when, reading) is not None
