"""How many qualifying texts are linked to labelled clauses, how many references lead nowhere, and a sample to read.

    python benchmarks/qualifiers.py CUAD_train.json --contracts 40 --sample 60 --seed 1 [--unresolved 20]

The lawyers' labels stand in for the clause model's output. Contracts and links are drawn with the seed; every link has
the same chance, or with --each, links of each reach have a sample of that size. A text linked to several clauses of one
contract counts once for each.
"""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

from legalai.evaluation.cuad import LabelledContract, read_cuad
from legalai.extract.qualifiers.qualifiers import with_qualifications
from legalai.extract.qualifiers.resolution import Resolver
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import Clause, Qualification

REACHES = ("near", "far", "reverse")
FAILED = ("no_such_section", "no_such_paragraph", "not_attached", "several")


def labelled_clauses(contract: LabelledContract) -> list[Clause]:
    spans = sorted({(span.start, span.end, span.category) for span in contract.spans})
    return [
        Clause(type=category, score=1.0, text=contract.text[start:end], start=start, end=end)
        for start, end, category in spans
    ]


def flat(text: str, most: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most // 2]} [...] {words[-most // 2 :]}"


def print_link(number: int, title: str, clause: Clause, link: Qualification) -> None:
    print(f"\n{number}. [{link.reach} {link.kind}] {title[:60]}")
    print(f"   clause  {clause.type}: {flat(clause.text, 500)}")
    print(f"   cue     {link.cue}" + (f"   via {flat(link.via.text, 60)}" if link.via else ""))
    print(f"   text    {link.number or '-'}: {flat(link.text, 500)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cuad", type=Path)
    parser.add_argument("--contracts", type=int, default=40)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--unresolved", type=int, default=0, help="references that lead nowhere to print")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", action="store_true", help="a sample of each reach")
    args = parser.parse_args()
    chance = random.Random(args.seed)
    everything = list(read_cuad(args.cuad))
    links: list[tuple[str, Clause, Qualification]] = []
    outcomes: Counter[str] = Counter()
    failed: list[tuple[str, str, str]] = []
    clauses = qualified = characters = 0
    seconds = 0.0
    for contract in chance.sample(everything, min(args.contracts, len(everything))):
        document = document_of(contract.text, name=contract.title)
        passages = find_passages(document)
        began = time.process_time()
        found = with_qualifications(labelled_clauses(contract), passages, contract.text)
        seconds += time.process_time() - began
        clauses, qualified = clauses + len(found), qualified + sum(1 for clause in found if clause.qualifications)
        characters += len(contract.text)
        links.extend((contract.title, clause, link) for clause in found for link in clause.qualifications)
        resolver = Resolver(passages)
        for index, passage in enumerate(passages):
            for resolved in resolver.references(index):
                outcomes[resolved.outcome] += 1
                if resolved.outcome in FAILED:
                    start, end = resolved.reference.start, resolved.reference.end
                    before, after = passage.text[max(0, start - 60) : start], passage.text[end : end + 60]
                    failed.append((resolved.outcome, contract.title, f"{before}<<{passage.text[start:end]}>>{after}"))
    print(f"clauses {clauses}, with a qualification {qualified}; links {len(links)}")
    for reach in REACHES:
        kinds = Counter(link.kind for _, _, link in links if link.reach == reach)
        print(
            f"  {reach} {sum(kinds.values())}: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
        )
    inside = sum(count for outcome, count in outcomes.items() if outcome != "other_document")
    led = outcomes["resolved"] + outcomes["part_of"]
    print(f"references {outcomes.total()}, to this document {inside}, resolved {led / max(inside, 1):.1%}")
    print("  " + ", ".join(f"{outcome} {count}" for outcome, count in outcomes.most_common()))
    print(f"{characters} characters in {seconds:.1f} s of processor time")
    for reaches in [(reach,) for reach in REACHES] if args.each else [REACHES]:
        drawn = [link for link in links if link[2].reach in reaches]
        for number, (title, clause, link) in enumerate(chance.sample(drawn, min(args.sample, len(drawn))), start=1):
            print_link(number, title, clause, link)
    for outcome, title, around in chance.sample(failed, min(args.unresolved, len(failed))):
        print(f"\n{outcome}: {title[:50]}\n   {flat(around, 300)}")


if __name__ == "__main__":
    main()
