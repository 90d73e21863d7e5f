"""Who is bound, and how: sentences labelled with the modalities that each gives each side.

One answer is a modality of one side in one sentence; F1 is counted per modality, the macro F1 is their mean. A release
("no-obligation") or a benefit denied ("no-entitlement") is none of the four, so a row for it is wrong.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from legalai.errors import InputError
from legalai.extract.obligations.obligations import find_obligations
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Modality, Party

_TWO = 2  # sides of a contract: a file with more of them holds several contracts, and each sentence names its own
_MODALITIES: tuple[Modality, ...] = get_args(Modality)
_ROLES = {
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
_BOTH = re.compile(
    r"\b(?:each|either|neither|both|no|any)\s+part(?:y|ies)\b|^(?:the\s+)?parties\b|\bneither of them\b", re.IGNORECASE
)


def _parties_of(text: str, sides: tuple[str, ...]) -> list[Party]:
    """The two sides under the role a sentence uses for them."""
    result: list[Party] = []
    for side in sides:
        role = next((role for role in _ROLES[side] if re.search(rf"\b{role}\b", text)), _ROLES[side][0])
        result.append(Party(text="", start=0, end=0, name=f"{side.title()} Ltd", role=role))
    return result


def _answers(text: str, sides: tuple[str, ...], *, alone: bool) -> set[tuple[str, str]]:
    """What the rules say: (side, modality); `alone` tells them no party."""
    passage = Passage(text=text, start=0, end=len(text), block=0)
    found: set[tuple[str, str]] = set()
    for duty in find_obligations([passage], [] if alone else _parties_of(text, sides)):
        for side in sides:
            named = re.search(rf"\b(?:{'|'.join(_ROLES[side])})\b", duty.obligor)
            if named or _BOTH.search(duty.obligor):
                found.add((side, duty.modality))
    return found


@dataclass(frozen=True)
class BoundFigures:
    """The figures: answers right, extra and missed by modality; sentences, those wholly right; the others."""

    right: Mapping[str, int]
    extra: Mapping[str, int]
    missed: Mapping[str, int]
    sentences: int
    whole: int
    mistakes: tuple[str, ...]

    @property
    def scores(self) -> dict[str, float]:
        """F1 by modality."""
        return {m: 2 * self.right[m] / max(1, 2 * self.right[m] + self.extra[m] + self.missed[m]) for m in _MODALITIES}

    @property
    def macro_f1(self) -> float:
        """The mean of the four."""
        return sum(self.scores.values()) / len(_MODALITIES)


def read_sentences(path: Path, *, split: str | None = None) -> list[Mapping[str, Any]]:
    """The labelled sentences of a file, or those of one split. Raises: InputError."""
    try:
        sentences = tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
    except (OSError, ValueError, KeyError) as error:
        raise InputError(
            f"{path.name} holds no labelled sentences: give a file such as lease_sentences.toml"
        ) from error
    return [one for one in sentences if split in (None, one["split"])]


def score_sentences(files: Sequence[Sequence[Mapping[str, Any]]], *, alone: bool = False) -> BoundFigures:
    """The figures over the sentences of every file; `alone` tells the rules no party."""
    right, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    whole, mistakes = 0, list[str]()
    for sentences in files:
        sides = tuple(side for side in _ROLES if any(side in one for one in sentences))
        for one in sentences:
            wanted = {(side, m) for side in sides for m in one.get(side, ()) if m in _MODALITIES}
            named = tuple(side for side in sides if side in one)
            found = _answers(one["text"], named if len(sides) > _TWO else sides, alone=alone)
            whole += wanted == found
            right.update(m for _, m in wanted & found)
            extra.update(m for _, m in found - wanted)
            missed.update(m for _, m in wanted - found)
            if wanted != found:
                mistakes.append(f"{one['text']}\n    extra {sorted(found - wanted)}  missed {sorted(wanted - found)}")
    return BoundFigures(right, extra, missed, sum(map(len, files)), whole, tuple(mistakes))
