"""What is told of a text that does not look like a contract."""

from collections.abc import Iterator

from legalai.ingest.contract_signs import contract_signs
from legalai.schema import Document, Issue

# One kind of sign may be chance, or a note about a contract.
_FEWEST_SIGNS = 2


def no_contract_issues(document: Document) -> Iterator[Issue]:
    """An issue where hardly anything in a text is what contracts say."""
    if contract_signs(document.text, enough=_FEWEST_SIGNS) < _FEWEST_SIGNS:
        yield Issue(
            code="no-contract",
            severity="warning",
            message=f"{document.facts.name} does not look like a contract: hardly anything in it is what contracts "
            "say. If it is none, what was found in it, or not found, means nothing.",
        )
