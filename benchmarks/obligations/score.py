"""How many sentences give each side the right modalities: obligation, prohibition, permission, entitlement.

    python benchmarks/obligations/score.py benchmarks/obligations/lease_sentences.toml [--split dev] [--show] [--alone]

One answer is a modality of one side in one sentence; F1 is counted per modality, the macro F1 is their mean. A release
("no-obligation") or a benefit denied ("no-entitlement") is none of the four, so a row for it is wrong.
"""

import argparse
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import get_args

from legalai.extract.obligations.obligations import find_obligations
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Modality, Party

TWO = 2  # sides of a contract: a file with more of them holds several contracts, and each sentence names its own
MODALITIES = get_args(Modality)
ROLES = {
    "tenant": ("Tenant", "Lessee"),
    "landlord": ("Landlord", "Lessor"),
    "supplier": ("Supplier", "Seller", "Provider", "Licensor", "Manufacturer", "Discloser"),
    "customer": ("Customer", "Buyer", "Licensee", "Distributor", "Reseller", "Recipient"),
    **{
        role.lower(): (role,)
        for role in (
            "Franchisor",
            "Franchisee",
            "Lender",
            "Borrower",
            "Employer",
            "Company",
            "Employee",
            "Executive",
            "Owner",
            "Contractor",
            "Insurer",
            "Insured",
        )
    },
}
BOTH = re.compile(
    r"\b(?:each|either|neither|both|no|any)\s+part(?:y|ies)\b|^(?:the\s+)?parties\b|\bneither of them\b", re.IGNORECASE
)


def parties_of(text: str, sides: tuple[str, ...]) -> list[Party]:
    """The two sides under the role a sentence uses for them."""
    result: list[Party] = []
    for side in sides:
        role = next((role for role in ROLES[side] if re.search(rf"\b{role}\b", text)), ROLES[side][0])
        result.append(Party(text="", start=0, end=0, name=f"{side.title()} Ltd", role=role))
    return result


def answers(text: str, sides: tuple[str, ...], *, alone: bool) -> set[tuple[str, str]]:
    """What the rules say: (side, modality); `alone` tells them no party."""
    passage = Passage(text=text, start=0, end=len(text), block=0)
    found: set[tuple[str, str]] = set()
    for duty in find_obligations([passage], [] if alone else parties_of(text, sides)):
        for side in sides:
            named = re.search(rf"\b(?:{'|'.join(ROLES[side])})\b", duty.obligor)
            if named or BOTH.search(duty.obligor):
                found.add((side, duty.modality))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--split", choices=("dev", "held"))
    parser.add_argument("--show", action="store_true", help="list the sentences answered otherwise than labelled")
    parser.add_argument("--alone", action="store_true", help="tell the rules no party")
    chosen = parser.parse_args()
    sentences = tomllib.loads(chosen.sentences.read_text())["sentence"]
    sides = tuple(side for side in ROLES if any(side in one for one in sentences))
    right, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    whole = count = 0
    for one in sentences:
        if chosen.split not in (None, one["split"]):
            continue
        wanted = {(side, m) for side in sides for m in one.get(side, ()) if m in MODALITIES}
        named = tuple(side for side in sides if side in one)
        found = answers(one["text"], named if len(sides) > TWO else sides, alone=chosen.alone)
        count += 1
        whole += wanted == found
        right.update(m for _, m in wanted & found)
        extra.update(m for _, m in found - wanted)
        missed.update(m for _, m in wanted - found)
        if chosen.show and wanted != found:
            print(f"{one['text']}\n    extra {sorted(found - wanted)}  missed {sorted(wanted - found)}")
    scores = {m: 2 * right[m] / max(1, 2 * right[m] + extra[m] + missed[m]) for m in MODALITIES}
    for modality, score in scores.items():
        counted = f"right {right[modality]:3} extra {extra[modality]:3} missed {missed[modality]:3}"
        print(f"{modality:12} F1 {score:.3f}  {counted}")
    print(f"macro F1 {sum(scores.values()) / len(scores):.3f}; {whole} of {count} sentences wholly right")


if __name__ == "__main__":
    main()
