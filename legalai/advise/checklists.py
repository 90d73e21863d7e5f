"""Check lists of regulations, item by item: present, partial or absent, each with the words that say it."""

import re
from collections.abc import Sequence

from legalai.advise.findings import Gap, Raised
from legalai.advise.left_open import left_open
from legalai.advise.phrases import mentions, plain
from legalai.advise.reading import Reading
from legalai.advise.triggering import Match, first_match, some_place
from legalai.jurisdictions import Checklist, Item, Jurisdiction, Matter
from legalai.schema import ChecklistItem, ChecklistResult, Citation

_QUOTES = 2
# A sentence of so few words is the heading of its clause, and says nothing.
_HEAD_WORDS = 3
# "is not bound to act only on instructions", "waives any audit".
_DENIES = re.compile(
    r"\b(?:is|are|be|shall|does|do|will)\s+not\s+(?:be\s+|have\s+to\b|(?:bound|obliged|obligated|required|under|responsible)\b)"
    r"|\bneed\s+not\b|\b(?:has|have|under|owes?|accepts?|assumes?)\s+no\s+(?:\w+\s+)?(?:obligation|duty|responsibility)\b"
    r"|\bfree\s+(?:not\s+to|to\s+refuse)\b|\bmay\s+(?:decline|refuse)\b"
    r"|\b(?:waives?|renounces?|gives?\s+up)\s+(?:any|all|every|its|the)\b"
    r"|\b(?:gives?|makes?)\s+no\s+(?:\w+\s+)?(?:warrant\w+|promise|assurance)\b",
    re.IGNORECASE,
)


def gone_through(reading: Reading, pack: Jurisdiction, matter: Matter | None) -> tuple[ChecklistResult, ...]:
    """The check lists that a contract calls for, with what was found for each item."""
    return tuple(_result(reading, checklist) for checklist in pack.checklists if _asked(reading, checklist, matter))


def raised_items(reading: Reading, pack: Jurisdiction, results: Sequence[ChecklistResult]) -> list[Raised]:
    """A finding for each item that is partial or absent."""
    lists = {checklist.id: checklist for checklist in pack.checklists}
    return [
        _raised(reading, lists[result.id], item, found)
        for result in results
        for item, found in zip(lists[result.id].items, result.items, strict=True)
        if found.status != "present"
    ]


def _asked(reading: Reading, checklist: Checklist, matter: Matter | None) -> bool:
    asked = (matter is not None and matter.id in checklist.matters) or first_match(checklist.when, reading) is not None
    return asked and first_match(checklist.unless, reading) is None


def _result(reading: Reading, checklist: Checklist) -> ChecklistResult:
    return ChecklistResult(
        id=checklist.id,
        title=checklist.title,
        authorities=tuple(entry.authority() for entry in checklist.authorities),
        assumptions=checklist.assumes,
        items=tuple(_item(reading, checklist, item) for item in checklist.items),
    )


def _item(reading: Reading, checklist: Checklist, item: Item) -> ChecklistItem:
    blank = _left_open(reading, checklist, item)
    spoken = [each for each in reading.paragraphs(item.says[0]) if each not in blank and _speaks(each.text, item)]
    denied = tuple(each for each in spoken if _denied(reading, each, item))
    whole = tuple(e for e in spoken if e not in denied and all(mentions(e.text, group) for group in item.says))
    # What is denied in one place and only touched on in others is not there.
    about = () if denied else spoken
    status = "present" if whole and not blank else "partial" if about or blank else "absent"
    citations = (*blank, *(whole or about or denied))[:_QUOTES]
    return ChecklistItem(id=item.id, what=item.what, cite=item.cite, status=status, citations=citations)


def _speaks(text: str, item: Item) -> bool:
    """Whether a text is about an item, and not only in words that are about something else."""
    words = plain(text)
    for phrase in item.passes_over:
        words = words.replace(plain(phrase), "")
    return mentions(words, item.says[0])


def _denied(reading: Reading, paragraph: Citation, item: Item) -> bool:
    """Whether a paragraph speaks of an item in sentences only that say it need not be done."""
    text = reading.document.text
    sentences = [text[slice(*each)] for each in reading.places.sentences_of(paragraph.start, paragraph.end)]
    speaking = [each for each in sentences if len(each.split()) > _HEAD_WORDS and _speaks(each, item)]
    return bool(speaking) and all(_DENIES.search(each) or mentions(each, item.denied_by) for each in speaking)


def _left_open(reading: Reading, checklist: Checklist, item: Item) -> tuple[Citation, ...]:
    others = [phrase for other in checklist.items for phrase in other.filled_in]
    return left_open(reading, item.filled_in, others) if item.filled_in else ()


def _raised(reading: Reading, checklist: Checklist, item: Item, found: ChecklistItem) -> Raised:
    blank = _left_open(reading, checklist, item)
    absent = found.status == "absent"
    gap = Gap(checklist, item, "left open" if blank else "absent" if absent else "partial")
    match = Match(subjects=found.citations or some_place(reading), absent=(item.what,) if absent else ())
    return Raised(id=gap.id, source=gap, match=match, citations=match.subjects, assumptions=checklist.assumes)
