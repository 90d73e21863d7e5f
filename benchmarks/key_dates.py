"""Key dates, renewal, notice and governing law against the lawyers' answers, without the clause model.

    python benchmarks/key_dates.py CUAD_train.json master_clauses_train.csv --only validation.txt [--show]

Once with the lawyers' clauses as pointers, as a perfect clause model would give them, and once with none. Answers with
an unknown part ("[]") are left out; periods are equal within 4%, laws by name, one of several being enough.
"""

import argparse
import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from legalai.evaluation.cuad import LabelledContract, read_cuad, read_titles
from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.defined_terms import find_defined_terms
from legalai.extract.law.governing_law import find_governing_law
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import Clause, GoverningLaw, KeyDates, Period

AS_OF = date(2026, 1, 1)
LAST_CENTURY = 60
DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
CLOSE = 0.04
PERPETUAL = "perpetual"

Answer = date | float | str


def day(cell: str) -> Answer | None:
    if cell.strip().lower() == PERPETUAL:
        return PERPETUAL
    match = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})\s*", cell)
    if match is None:
        return None
    year = int(match[3])
    year += 0 if year > 99 else 1900 if year > LAST_CENTURY else 2000
    try:
        return date(year, int(match[1]), int(match[2]))
    except ValueError:  # the answers hold days that no month has
        return None


def length(cell: str) -> Answer | None:
    match = re.search(r"(\d+)\W+(day|week|month|year)", cell.lower())
    return int(match[1]) * DAYS[match[2]] if match and "[]" not in cell else None


def law(cell: str) -> Answer | None:
    return cell.strip() or None if "[]" not in cell else None


def days_of(period: Period | None) -> Answer | None:
    return period.amount * DAYS[period.unit] if period else None


def law_names(name: str) -> set[str]:
    plain = re.sub(r"\b(?:the|province|republic|commonwealth|state|federal|people'?s|of)\b", " ", name.lower())
    pieces = re.split(r"[;,]|\band\b", re.sub(r"[^a-z;, ]", "", plain.replace("'s", " ")))
    return {" ".join(piece.split()) for piece in pieces} - {""}


def same(truth: Answer, found: Answer) -> bool:
    if isinstance(truth, float) and isinstance(found, float):
        return abs(truth - found) <= CLOSE * truth
    if isinstance(truth, str) and isinstance(found, str):
        return bool(law_names(truth) & law_names(found))
    return truth == found


Found = tuple[KeyDates, GoverningLaw | None]


@dataclass
class Field:
    """One answer of the lawyers, and how we did on it: `asked` by them, `given` of those by us, `right` of these."""

    name: str
    column: str
    read: Callable[[str], Answer | None]
    ours: Callable[[Found], Answer | None]
    asked: int = 0
    given: int = 0
    right: int = 0
    unasked: int = 0
    errors: list[str] = field(default_factory=list[str])

    def add(self, title: str, cell: str, found: Found) -> None:
        truth, ours = self.read(cell), self.ours(found)
        if truth is None:
            self.unasked += ours is not None and not cell.strip()
            return
        right = ours is not None and same(truth, ours)
        self.asked, self.given, self.right = self.asked + 1, self.given + (ours is not None), self.right + right
        if not right:
            self.errors.append(f"   {title[:60]:60} {truth} found {ours}")

    def __str__(self) -> str:
        return (
            f"{self.name:16} answered {self.given:3} of {self.asked:3}, right of answered "
            f"{self.right / max(self.given, 1):.2f}, found of all {self.right / max(self.asked, 1):.2f}; "
            f"given where the lawyers gave none {self.unasked}"
        )


def fields() -> list[Field]:
    return [
        Field("agreement date", "Agreement Date-Answer", day, lambda found: found[0].agreement_date.value),
        Field("effective date", "Effective Date-Answer", day, lambda found: found[0].effective_date.value),
        Field("expiration date", "Expiration Date-Answer", day, lambda found: found[0].expiration_date.value),
        Field("renewal term", "Renewal Term-Answer", length, lambda found: days_of(found[0].renewal.term)),
        Field(
            "notice period",
            "Notice Period To Terminate Renewal- Answer",
            length,
            lambda found: days_of(found[0].notice_period),
        ),
        Field("governing law", "Governing Law-Answer", law, lambda found: found[1].name if found[1] else None),
    ]


def labelled(contract: LabelledContract) -> tuple[Clause, ...]:
    return tuple(
        Clause(type=s.category, score=1.0, text=contract.text[s.start : s.end], start=s.start, end=s.end)
        for s in contract.spans
    )


def read(passages: tuple[Passage, ...], clauses: tuple[Clause, ...]) -> Found:
    chosen = find_governing_law(passages, clauses)
    dates = find_key_dates(
        passages,
        clauses,
        parties=find_parties(passages, clauses),
        defined_terms=find_defined_terms(passages),
        governing_law=chosen,
        as_of=AS_OF,
    )
    return dates, chosen


def measure(contracts: Iterable[LabelledContract], rows: dict[str, dict[str, str]]) -> dict[str, list[Field]]:
    tallies = {"with the lawyers' clauses": fields(), "with no clause": fields()}
    for contract in contracts:
        row = rows.get(title_key(contract.title))
        if row is None:
            continue
        passages = find_passages(document_of(contract.text, name=contract.title))
        for tally, clauses in zip(tallies.values(), (labelled(contract), ()), strict=True):
            found = read(passages, clauses)
            for one in tally:
                one.add(contract.title, row[one.column], found)
    return tallies


def title_key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower().removesuffix(".pdf"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cuad", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--only", type=Path, help="a file of contract titles, one a line")
    parser.add_argument("--show", action="store_true", help="print every answer that was missed or wrong")
    args = parser.parse_args()
    with args.answers.open(encoding="utf-8-sig", newline="") as file:
        rows = {title_key(row["Filename"]): row for row in csv.DictReader(file)}
    only = read_titles(args.only) if args.only else None
    for name, tally in measure(read_cuad(args.cuad, only=only), rows).items():
        print(name)
        for one in tally:
            print(f"  {one}")
            if args.show and one.errors:
                print("\n".join(one.errors))


if __name__ == "__main__":
    main()
