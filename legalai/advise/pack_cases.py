"""The cases of a pack: clauses go through ingest, extract and advise.

Each rule fires where it must, only there, and each item of a check list is found as it is.
"""

from collections.abc import Callable, Iterator
from datetime import date

from legalai.advise.acting_for import take_side
from legalai.advise.checklists import gone_through
from legalai.advise.deal import matter_of
from legalai.advise.findings import raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.reading import Reading
from legalai.jurisdictions import OVERLAY_REACHES, Case, ChecklistCase, Jurisdiction, Packs
from legalai.schema import Contract, Document

# Reads a text and extracts what is in it as of a day.
Extract = Callable[[str, date], tuple[Document, Contract]]


def failed_cases(pack: Jurisdiction, packs: Packs, extract: Extract) -> list[str]:
    """The cases that come out otherwise than they say, one line each; an empty list where the pack keeps its word."""
    own = pack.chain[0]
    failed = ((number, _failed(case, pack, packs, extract)) for number, case in enumerate(own.cases, start=1))
    lines = [f"case {number}: {line}" for number, line in failed if line is not None]
    for number, case in enumerate(own.checklist_cases, start=1):
        lines += [f"check list case {number}: {line}" for line in _failed_items(case, pack, extract)]
    return lines


def _failed(case: Case, pack: Jurisdiction, packs: Packs, extract: Extract) -> str | None:
    fired = case.rule in fired_rules(case, pack, packs, extract)
    if fired == case.fires:
        return None
    return f"rule {case.rule}: {'does not fire' if case.fires else 'fires'} on {_opening(case)}"


def _failed_items(case: ChecklistCase, pack: Jurisdiction, extract: Extract) -> Iterator[str]:
    document, contract = extract(case.contract(), case.reviewed)
    reading = Reading(document, contract, take_side(contract, None))
    kind = matter_of(contract, pack, None)
    result = next((each for each in gone_through(reading, pack, kind) if each.id == case.checklist), None)
    if (result is not None) != bool(case.items):
        yield f"{case.checklist} is {'gone through' if result else 'not gone through'} for {_opening(case)}"
        return
    found = {item.id: item.status for item in result.items} if result else {}
    for item, status in case.items.items():
        if found[item] != status:
            yield f"{case.checklist}: {item} is {found[item]}, not {status}, in {_opening(case)}"


def _opening(case: Case | ChecklistCase) -> str:
    return f"“{' '.join(case.text.split()[:8])} ...”"


def fired_rules(case: Case, pack: Jurisdiction, packs: Packs, extract: Extract) -> tuple[str, ...]:
    """The ids of the rules that fire on a case, wherever they reach a contract from."""
    document, contract = extract(case.contract(), case.reviewed)
    reading = Reading(document, contract, take_side(contract, None))
    choice = Choice(packs, pack, "", overlays=tuple((reach, pack) for reach in OVERLAY_REACHES))
    focuses = [focus.id for focus in pack.focuses]
    return tuple(raised.source.id for raised in raised_rules(reading, choice, focuses, case.facts).rules)
