"""How many planted mistakes `legalai proofread` finds, and a sample of what it says of real contracts, to be read.

    python benchmarks/proofread.py plant
    python benchmarks/proofread.py spoil CUAD_train.json --contracts 40 --seed 5
    python benchmarks/proofread.py sample CUAD_train.json --contracts 40 --seed 5 --each 15 [FILE.docx ...]

`plant` takes two contracts of our own, in which nothing is to be found, and puts one mistake at a time into them.
`spoil` changes one place of a real contract so that it is wrong, for each kind, and counts where that is told.
"""

import argparse
import random
import re
import time
from collections import Counter, defaultdict
from pathlib import Path

from planted_mistakes import CONTRACTS, Planted

from legalai.evaluation.cuad import read_cuad
from legalai.ingest.reader import read
from legalai.ingest.text import document_of
from legalai.plugins.host import PluginHost
from legalai.proofread.margins import margins_of
from legalai.proofread.proofread import proofread
from legalai.schema import Document, Mistake


def is_found(text: str, planted: Planted) -> bool:
    assert text.count(planted.old) == 1, (planted.old, text.count(planted.old))
    wrong = text.replace(planted.old, planted.new)
    return any(mistake.kind == planted.kind for mistake in proofread(document_of(wrong, name="planted")))


def plant() -> None:
    found: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for name, (text, mistakes) in CONTRACTS.items():
        for false in proofread(document_of(text, name=name)):
            print(f"{name}: said of the contract without mistakes: {false.kind}: {false.sentence}")
        for planted in mistakes:
            every[planted.kind] += 1
            if is_found(text, planted):
                found[planted.kind] += 1
            else:
                print(f"{name}: overlooked: {planted.kind}: {planted.new}")
    for kind, count in sorted(every.items()):
        print(f"{kind:20} {found[kind]:3} of {count}")
    print(f"{'together':20} {found.total():3} of {every.total()}")


# What makes a place of a real contract wrong: where it is, and what stands there then.
SPOILED: dict[str, tuple[re.Pattern[str], str]] = {
    "figures-words": (re.compile(r"\b(thirty|sixty|ninety|ten|five|two|three) \((?:\d{1,2})\)(?= [a-z])"), r"\1 (77)"),
    "reference-missing": (
        re.compile(r"(?<=[a-z] )(Section|Article|Clause) (\d{1,2})\.\d{1,2}(?=[ ,.;])(?! of)"),
        r"\1 \2.88",
    ),
    "blank": (re.compile(r"(?<=[a-z] )(?:thirty|sixty|ninety|ten) \(\d{1,2}\)(?= days)"), "[●]"),
    "drafting-note": (
        re.compile(r"(?<=[a-z])\. (?=[A-Z][a-z]+ [a-z]+ )"),
        ". [Note to draft: check with the client.] ",
    ),
    "foreign-name": (
        re.compile(r"(?<=\. )(?:The )?(?:[A-Z][a-z]{4,}) (?=shall (?:pay|provide|deliver|indemnify))"),
        "Globex Ltd ",
    ),
    "date-impossible": (re.compile(r"\b[A-Z][a-z]{3,8} \d{1,2}, (?=(?:19|20)\d\d)"), "February 30, "),
    "schedule-missing": (
        re.compile(r"(?<=(?:th in|ed as|to as) )(Exhibit|Schedule) [A-Z1-9](?=[ ,.])"),
        r"\1 Q",
    ),
    "number-twice": (re.compile(r"(?m)^(\s*\d{1,2})\.3\.?(?= +[A-Z])"), r"\1.2"),
    "number-skipped": (re.compile(r"(?m)^(\s*\d{1,2})\.3\.?(?= +[A-Z])"), r"\1.4"),
}


def spoil(cuad: Path, contracts: int, seed: int) -> None:
    chosen = list(read_cuad(cuad))
    chance = random.Random(seed)
    chance.shuffle(chosen)
    told: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    for entry in chosen[:contracts]:
        before = Counter(mistake.kind for mistake in proofread(document_of(entry.text, name=entry.title)))
        for kind, (place, wrong) in SPOILED.items():
            places = list(place.finditer(entry.text))
            if not places:
                continue
            match = chance.choice(places)
            text = entry.text[: match.start()] + match.expand(wrong) + entry.text[match.end() :]
            after = Counter(mistake.kind for mistake in proofread(document_of(text, name=entry.title), kinds=[kind]))
            tried[kind] += 1
            told[kind] += after[kind] > before[kind]
    for kind, count in tried.items():
        print(f"{kind:20} {told[kind]:3} of {count}")
    print(f"{'together':20} {told.total():3} of {tried.total()}")


def shown(document: Document, mistake: Mistake) -> str:
    lines = [mistake.sentence]
    for each in mistake.citations[:2]:
        around = (
            document.text[max(0, each.start - 170) : each.start],
            document.text[each.start : each.end][:200],
            document.text[each.end : each.end + 130],
        )
        lines.append("    " + " ".join("{} >>>{}<<< {}".format(*around).split()))
    return "\n".join(lines)


def sample(cuad: Path, contracts: int, seed: int, each: int, files: list[Path]) -> None:
    chosen = list(read_cuad(cuad))
    random.Random(seed).shuffle(chosen)
    documents = [(document_of(entry.text, name=entry.title), ()) for entry in chosen[:contracts]]
    readers = PluginHost.load().readers()
    documents += [(read(file, readers), margins_of(file)) for file in files]
    said: dict[str, list[tuple[Document, Mistake]]] = defaultdict(list)
    begun = time.perf_counter()
    for document, margins in documents:
        for mistake in proofread(document, margins=margins):
            said[mistake.kind].append((document, mistake))
    seconds = time.perf_counter() - begun
    words = sum(len(document.text.split()) for document, _ in documents)
    for kind, mistakes in sorted(said.items()):
        print(f"\n## {kind}: {len(mistakes)} in {len({id(document) for document, _ in mistakes})} documents")
        for document, mistake in random.Random(seed).sample(mistakes, min(each, len(mistakes))):
            print(f"- {document.facts.name[:50]}: {shown(document, mistake)}")
    print(f"\n{len(documents)} documents, {words} words, {seconds / words * 10_000:.2f} seconds for 10,000 words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("plant")
    spoiling = commands.add_parser("spoil")
    spoiling.add_argument("cuad", type=Path)
    spoiling.add_argument("--contracts", type=int, default=40)
    spoiling.add_argument("--seed", type=int, default=5)
    sampling = commands.add_parser("sample")
    sampling.add_argument("cuad", type=Path)
    sampling.add_argument("files", type=Path, nargs="*")
    sampling.add_argument("--contracts", type=int, default=40)
    sampling.add_argument("--seed", type=int, default=5)
    sampling.add_argument("--each", type=int, default=15)
    args = parser.parse_args()
    if args.command == "plant":
        plant()
    elif args.command == "spoil":
        spoil(args.cuad, args.contracts, args.seed)
    else:
        sample(args.cuad, args.contracts, args.seed, args.each, args.files)


if __name__ == "__main__":
    main()
