"""The cases of a pack: clauses go through ingest, extract and advise, and each rule fires where it must, only there."""

from collections.abc import Callable
from datetime import date

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.reading import Reading
from legalai.jurisdictions import OVERLAY_REACHES, Case, Jurisdiction, Packs
from legalai.schema import Contract, Document

# Reads a text and extracts what is in it as of a day.
Extract = Callable[[str, date], tuple[Document, Contract]]


def failed_cases(pack: Jurisdiction, packs: Packs, extract: Extract) -> list[str]:
    """The cases that come out otherwise than they say, one line each; an empty list where the pack keeps its word."""
    failed = ((number, _failed(case, pack, packs, extract)) for number, case in enumerate(pack.chain[0].cases, start=1))
    return [f"case {number}: {line}" for number, line in failed if line is not None]


def _failed(case: Case, pack: Jurisdiction, packs: Packs, extract: Extract) -> str | None:
    fired = case.rule in fired_rules(case, pack, packs, extract)
    if fired == case.fires:
        return None
    opening = " ".join(case.text.split()[:8])
    return f"rule {case.rule}: {'does not fire' if case.fires else 'fires'} on “{opening} ...”"


def fired_rules(case: Case, pack: Jurisdiction, packs: Packs, extract: Extract) -> tuple[str, ...]:
    """The ids of the rules that fire on a case, wherever they reach a contract from."""
    document, contract = extract(case.contract(), case.reviewed)
    reading = Reading(document, contract, take_side(contract, None))
    choice = Choice(packs, pack, "", overlays=tuple((reach, pack) for reach in OVERLAY_REACHES))
    focuses = [focus.id for focus in pack.focuses]
    return tuple(raised.source.id for raised in raised_rules(reading, choice, focuses, case.facts).rules)
