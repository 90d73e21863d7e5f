"""Check lists of regulations, item by item: present, partial or absent, each with the words that say it."""

from collections.abc import Sequence

from legalai.advise.findings import Gap, Raised
from legalai.advise.left_open import left_open
from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading
from legalai.advise.triggering import Match, first_match, some_place
from legalai.jurisdictions import Checklist, Item, Jurisdiction, Matter
from legalai.schema import ChecklistItem, ChecklistResult, Citation

_QUOTES = 2


def gone_through(reading: Reading, pack: Jurisdiction, matter: Matter | None) -> tuple[ChecklistResult, ...]:
    """The check lists that a contract calls for, with what was found for each item."""
    return tuple(_result(reading, checklist) for checklist in pack.checklists if _asked(reading, checklist, matter))


def raised_items(reading: Reading, pack: Jurisdiction, results: Sequence[ChecklistResult]) -> list[Raised]:
    """A finding for each item that is partial or absent."""
    lists = {checklist.id: checklist for checklist in pack.checklists}
    return [
        _raised(reading, lists[result.id], item, found.citations)
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
    about = tuple(each for each in reading.paragraphs(item.says[0]) if each not in blank)
    whole = tuple(each for each in about if all(mentions(each.text, group) for group in item.says))
    status = "present" if whole and not blank else "partial" if about or blank else "absent"
    citations = (*blank, *(whole or about))[:_QUOTES]
    return ChecklistItem(id=item.id, what=item.what, cite=item.cite, status=status, citations=citations)


def _left_open(reading: Reading, checklist: Checklist, item: Item) -> tuple[Citation, ...]:
    others = [phrase for other in checklist.items for phrase in other.filled_in]
    return left_open(reading, item.filled_in, others) if item.filled_in else ()


def _raised(reading: Reading, checklist: Checklist, item: Item, found: tuple[Citation, ...]) -> Raised:
    blank = _left_open(reading, checklist, item)
    gap = Gap(checklist, item, "left open" if blank else "partial" if found else "absent")
    match = Match(subjects=found or some_place(reading), absent=() if found else (item.what,))
    return Raised(id=gap.id, source=gap, match=match, citations=match.subjects, assumptions=checklist.assumes)
