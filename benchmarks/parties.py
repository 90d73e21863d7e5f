"""How many contracts have all their parties found, and how many parties found are none.

    python benchmarks/parties.py CUAD_train.json master_clauses_train.csv --only validation.txt [--show]

The lawyers' answers ("Acme, Inc. ("Supplier"); ...") are compared by name, without form, punctuation and capitals.
"""

import argparse
import csv
import re
import tempfile
from difflib import SequenceMatcher
from pathlib import Path

from legalai.evaluation.cuad import LabelledContract, read_cuad, read_titles
from legalai.extract.parties.parties import find_parties
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import TextReader

FORM = re.compile(
    r"\b(?:incorporated|inc|llc|ltd|limited|corporation|corp|company|co|lp|llp|plc|the|sa|ag|nv|bv|gmbh|pty|pte|as|ab)\b"
)


def key(name: str) -> str:
    plain = re.sub(r"[^\w& ]", "", re.sub(r"[-/]", " ", name.lower()))
    return re.sub(r"\s", "", FORM.sub("", plain)) or re.sub(r"\s", "", plain)


def same(one: str, other: str) -> bool:
    """Whether two keys name the same party; the answers hold typing errors."""
    if not one or not other:
        return False
    part = min(len(one), len(other)) > 4 and (one in other or other in one)
    return one == other or part or SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.85


def answers(cell: str) -> list[str]:
    """The names of an answer; a piece that only says who "the Parties" are names none."""
    pieces = [
        re.sub(r"\((?=[\"“”'‘]|the |hereinafter|individually|collectively).*", "", p.strip(), flags=re.DOTALL)
        for p in cell.split(";")
    ]
    names = [piece.strip(" ,") for piece in pieces if " and " not in piece or has_form(piece)]
    return [
        name for name in names if key(name) and not re.search(r"_{2,}|X{5,}|\bpart(?:y|ies)\b", name, re.IGNORECASE)
    ]


def has_form(name: str) -> bool:
    return FORM.search(re.sub(r"[^\w ]", "", name.lower()).removeprefix("the ")) is not None


def title_key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower().removesuffix(".pdf"))


def found_names(contract: LabelledContract) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "contract.txt"
        path.write_text(contract.text, encoding="utf-8", newline="")
        document = TextReader().read(path)
    return [party.name for party in find_parties(find_passages(document), ()) if party.status == "stated"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cuad", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--only", type=Path)
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    with args.answers.open(encoding="utf-8-sig", newline="") as file:
        rows = {title_key(row["Filename"]): row["Parties-Answer"] for row in csv.DictReader(file)}
    only = read_titles(args.only) if args.only else None
    complete = contracts = wanted = hit = given = false = 0
    for contract in read_cuad(args.cuad, only=only):
        truth = answers(rows.get(title_key(contract.title), ""))
        if not truth:
            continue
        found = found_names(contract)
        missed = [name for name in truth if not any(same(key(name), key(f)) for f in found)]
        wrong = [f for f in found if not any(same(key(name), key(f)) for name in truth)]
        contracts, complete = contracts + 1, complete + (not missed)
        wanted, hit = wanted + len(truth), hit + len(truth) - len(missed)
        given, false = given + len(found), false + len(wrong)
        if args.show and (missed or wrong):
            print(f"{contract.title}\n   missed {missed}\n   wrong  {wrong}")
    print(f"contracts {contracts}, all parties found in {complete / contracts:.1%}")
    print(f"parties labelled {wanted}, found {hit / wanted:.1%}; given {given}, false {false / max(given, 1):.1%}")


if __name__ == "__main__":
    main()
