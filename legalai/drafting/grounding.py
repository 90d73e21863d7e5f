"""Grounding: a sentence leaves the program with quotes that stand in the contract, or not at all."""

from collections.abc import Iterable

from legalai.drafting.reply import Drafted
from legalai.drafting.sources import Sources
from legalai.schema import Citation, Document, Issue, Sentence

UNGROUNDED = "ungrounded-sentence"


def stands(document: Document, citation: Citation) -> bool:
    """Whether a quote is exactly the slice of the contract that its offsets name, and not empty."""
    inside = 0 <= citation.start < citation.end <= len(document.text)
    return inside and document.text[citation.start : citation.end] == citation.text


def ground(
    document: Document, draft: Iterable[Drafted], sources: Sources, *, part: str
) -> tuple[list[Sentence], list[Issue]]:
    """The sentences of a draft that cite; the others are dropped and reported, never shown."""
    kept: list[Sentence] = []
    issues: list[Issue] = []
    for drafted in draft:
        citations = sources.quotes(drafted)
        if citations is not None and all(stands(document, citation) for citation in citations):
            kept.append(Sentence(sentence=drafted.text, citations=citations))
        else:
            issues.append(
                dropped(part, "cites words that are not there" if drafted.cites else "cites nothing in the contract")
            )
    return kept, issues


def grounded(document: Document, citations: Iterable[Citation]) -> bool:
    """Whether there is at least one quote and every one stands in the contract."""
    given = tuple(citations)
    return bool(given) and all(stands(document, citation) for citation in given)


def dropped(part: str, reason: str) -> Issue:
    """What is reported for a sentence that was not let through."""
    return Issue(code=UNGROUNDED, severity="warning", message=f"A sentence of '{part}' was dropped: it {reason}.")
