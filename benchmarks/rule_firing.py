"""How often the rules of the packs, and the positions of the playbooks, speak of real contracts.

    python benchmarks/rule_firing.py CUAD_train.json > benchmarks/rule_firing.tsv
    python benchmarks/rule_firing.py CUAD_train.json positions

Every contract is read as though each pack were its law, with the lawyers' spans for clauses, so that a rule is counted
by its own words and not by what the clause model overlooks. A rule `fires`, or `waits` for a fact that neither the
contract nor its kind shows; whether it was in force on the day of an old contract is left aside. Positions are counted
for either party named, whoever pays.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from legalai.advise.acting_for import bound, seat, take_side
from legalai.advise.deal import facts_of, standing
from legalai.advise.reading import Reading
from legalai.advise.triggering import every_match
from legalai.evaluation.cuad import LabelledContract, read_cuad
from legalai.extract.pipeline import extract, load_pipeline
from legalai.ingest.text import document_of
from legalai.jurisdictions import Jurisdiction, Packs, Rule
from legalai.playbook import load_playbook
from legalai.resources import pack_folders
from legalai.schema import Clause

AS_OF = date(2026, 1, 1)
_SIDES = ("customer", "supplier")
# By pack and rule, or playbook and position: a pack may replace a rule of its parent under its id.
Counts = Counter[tuple[str, str]]


def readings(contracts: list[LabelledContract]) -> Iterator[Reading]:
    by_title = {contract.title: contract for contract in contracts}

    @Language.component("lawyers_clauses")
    def _clauses(doc: Doc) -> Doc:
        facts: Any = doc._.facts
        contract = by_title[facts.document.facts.name]
        if doc._.section.last:
            spans = sorted(contract.spans, key=lambda span: (span.start, span.end))
            facts.clauses += [
                Clause(type=s.category, score=1.0, text=contract.text[s.start : s.end], start=s.start, end=s.end)
                for s in spans
            ]
        return doc

    nlp = load_pipeline()
    nlp.replace_pipe("clauses", "lawyers_clauses")
    for done, contract in enumerate(contracts, start=1):
        document = document_of(contract.text, name=contract.title)
        found = extract(document, nlp, as_of=AS_OF)
        yield Reading(document, found, take_side(found, None))
        if done % 50 == 0:
            print(done, "contracts", file=sys.stderr, flush=True)


def own_rules(pack: Jurisdiction) -> list[Rule]:
    """What is raised of a pack alone: neither inherited rules nor those that only watch for changes of the law."""
    return [rule for rule in pack.profile.rules if rule.effect != "watch"]


def count_rules(reading: Reading, packs: Mapping[str, Jurisdiction], fires: Counts, waits: Counts) -> None:
    for pack_id, pack in packs.items():
        known = facts_of(reading, pack, {}, None)
        for rule in own_rules(pack):
            rests = standing(rule, known, pack)
            if rests is not None and every_match(rule.when, reading):
                (waits if rests.waits_for else fires)[pack_id, rule.id] += 1


def count_positions(reading: Reading, speaks: Counts) -> None:
    """A position counts once in a contract, for whichever of the first two parties it speaks."""
    seats = [
        Reading(reading.document, reading.contract, seat(reading.contract, us)) for us in bound(reading.contract)[:2]
    ]
    for side in _SIDES:
        for position in load_playbook(side).positions:
            speaks[side, position.id] += any(every_match(position.when, chair) is not None for chair in seats)


def print_rules(found: Iterator[Reading]) -> None:
    available = Packs(pack_folders())
    packs = {pack_id: available.load(pack_id) for pack_id in available.ids}
    fires, waits = Counts(), Counts()
    for reading in found:
        count_rules(reading, packs, fires, waits)
    print("pack", "rule", "fires", "waits", sep="\t")
    for pack_id, pack in packs.items():
        for rule in own_rules(pack):
            print(pack_id, rule.id, fires[pack_id, rule.id], waits[pack_id, rule.id], sep="\t")


def print_positions(found: Iterator[Reading]) -> None:
    speaks = Counts()
    for reading in found:
        count_positions(reading, speaks)
    print("playbook", "position", "speaks", sep="\t")
    for (side, position), many in speaks.items():
        print(side, position, many, sep="\t")


def main(data: Path, what: str = "rules") -> None:
    found = readings(list(read_cuad(data)))
    {"rules": print_rules, "positions": print_positions}[what](found)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
