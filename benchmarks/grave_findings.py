"""Are the grave findings on real contracts right? Those of the shipped playbooks, against verdicts given by a reader.

    python benchmarks/grave_findings.py CUAD_train.json

`grave_findings.tsv` holds the verdicts: contract, side, position, and whether the words it was raised for say what
the position is about. A reader gave them by the cited sentence; `seen` says whether the playbooks were changed with
that contract in view. A finding without a verdict is counted as unread and named, so that it can be judged.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from legalai.advise.acting_for import bound, seat
from legalai.advise.findings import raised_positions
from legalai.advise.reading import Reading
from legalai.evaluation.cuad import read_cuad
from legalai.extract.pipeline import extract, load_pipeline
from legalai.ingest.text import document_of
from legalai.playbook import load_playbook

VERDICTS = Path(__file__).with_suffix(".tsv")
AS_OF = date(2026, 1, 1)
# Contract, side and position.
Key = tuple[str, str, str]


def verdicts() -> dict[Key, tuple[str, str]]:
    """By finding: whether the contract had been seen, and "right" or "wrong"."""
    with VERDICTS.open(encoding="utf-8", newline="") as rows:
        return {
            (row["contract"], row["side"], row["position"]): (row["seen"], row["verdict"])
            for row in csv.DictReader(rows, delimiter="\t")
        }


def grave(data: Path, titles: set[str]) -> Iterator[Key]:
    """The grave findings of each side that a contract shows, where they rest on words that are there."""
    nlp = load_pipeline()
    for contract in read_cuad(data, only=titles):
        document = document_of(contract.text, name=contract.title)
        found = extract(document, nlp, as_of=AS_OF)
        for party in bound(found)[:2]:
            stance = seat(found, party)
            if stance.side is None:
                continue
            for raised in raised_positions(Reading(document, found, stance), load_playbook(stance.side), None):
                if raised.severity == "high" and not raised.match.absent:
                    yield contract.title, stance.side, raised.source.id


def told(said: Mapping[Key, tuple[str, str]], found: Iterator[Key]) -> Iterator[str]:
    """Each finding nobody has judged, and the figures."""
    counts = Counter[tuple[str, str]]()
    for key in found:
        seen, verdict = said.get(key, ("any", "unread"))
        counts[seen, verdict] += 1
        if verdict == "unread":
            yield "\t".join(key)
    for seen in ("yes", "no"):
        right, wrong = counts[seen, "right"], counts[seen, "wrong"]
        yield f"contracts seen: {seen}; right {right}, wrong {wrong}, precision {right / max(right + wrong, 1):.3f}"
    yield f"unread {counts['any', 'unread']}"


def main(data: Path) -> None:
    said = verdicts()
    print(*told(said, grave(data, {title for title, _, _ in said})), sep="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
