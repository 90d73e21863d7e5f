"""Grounding: a sentence leaves the program with quotes that stand in the contract and bear it out, or not at all."""

from collections.abc import Iterable

from legalai.drafting.reply import Drafted
from legalai.drafting.sources import Sources
from legalai.drafting.support.given import Given
from legalai.drafting.support.statement import Fault, fault
from legalai.schema import Citation, Document, Issue, Sentence

UNGROUNDED = "ungrounded-sentence"
UNSUPPORTED = "unsupported-sentence"

_REASONS: dict[Fault, str] = {
    "quotation": "puts words in quotation marks that do not stand so in one place of what it cites",
    "number": "states a number, date or sum that what it cites does not state so",
    "authority": "names law that was not given",
    "name": "names somebody or something that what it cites does not name",
    "party": "says of one party what is said of another, or of both",
    "duty": "tells a right as a duty, or a duty as a right",
    "negation": "adds or loses a 'not'",
    "exception": "leaves out the exception of what it restates",
    "condition": "leaves out the condition of what it restates",
    "scope": "widens or narrows what it cites",
    "subject": "speaks of something that what it cites does not speak of",
}


def stands(document: Document, citation: Citation) -> bool:
    """Whether a quote is exactly the slice of the contract that its offsets name, and not empty."""
    inside = 0 <= citation.start < citation.end <= len(document.text)
    return inside and document.text[citation.start : citation.end] == citation.text


def ground(
    document: Document, draft: Iterable[Drafted], sources: Sources, given: Given, *, part: str
) -> tuple[list[Sentence], list[Issue]]:
    """The sentences of a draft that cite and are borne out; the others are dropped and reported, never shown."""
    kept: list[Sentence] = []
    issues: list[Issue] = []
    for drafted in draft:
        citations = sources.quotes(drafted)
        if citations is None or not all(stands(document, citation) for citation in citations):
            issues.append(
                dropped(part, "cites words that are not there" if drafted.cites else "cites nothing in the contract")
            )
        elif found := fault(drafted, citations, given, document.text):
            issues.append(_unsupported(part, found))
        else:
            kept.append(Sentence(sentence=drafted.text, citations=citations))
    return kept, issues


def grounded(document: Document, citations: Iterable[Citation]) -> bool:
    """Whether there is at least one quote and every one stands in the contract."""
    given = tuple(citations)
    return bool(given) and all(stands(document, citation) for citation in given)


def dropped(part: str, reason: str) -> Issue:
    """What is reported for a sentence that was not let through."""
    return Issue(code=UNGROUNDED, severity="warning", message=f"A sentence of '{part}' was dropped: it {reason}.")


def _unsupported(part: str, found: Fault) -> Issue:
    message = f"A sentence of '{part}' was dropped: it {_REASONS[found]}."
    return Issue(code=UNSUPPORTED, severity="warning", message=message)
