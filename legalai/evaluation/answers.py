"""Lawyers' normalised answers, as CUAD's `master_clauses.csv` holds them: days, periods, laws."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from legalai.advise.measures import DAYS
from legalai.errors import InputError
from legalai.schema import Period

PERPETUAL = "perpetual"
_LAST_CENTURY = 60
# Periods are equal within this share: twelve months are a year, and four weeks nearly a month.
_CLOSE = 0.04
_COMMON_WORDS = re.compile(r"\b(?:the|province|republic|commonwealth|state|federal|people'?s|of)\b")
# A part of an answer that the text leaves open.
_OPEN = "[]"


@dataclass(frozen=True, slots=True)
class Length:
    """A period in days, for comparison with others."""

    days: float


Answer = date | Length | str


def read_answers(path: Path) -> dict[str, Mapping[str, str]]:
    """The rows of the file by `title_key` of their contract. Raises: InputError when it is no such file."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {title_key(row["Filename"]): row for row in csv.DictReader(file)}
    except (OSError, KeyError, csv.Error, UnicodeDecodeError) as error:
        raise InputError(
            f"{path.name} is no table of answers: give CUAD's master_clauses.csv, or one with its columns."
        ) from error


def title_key(title: str) -> str:
    """What a contract's title and its file name have in common: some differ in marks and case."""
    return re.sub(r"[^a-z0-9]", "", title.lower().removesuffix(".pdf"))


def day(cell: str) -> Answer | None:
    """A day, or `perpetual`. Years of two digits over 60 are of the last century."""
    if cell.strip().lower() == PERPETUAL:
        return PERPETUAL
    match = re.fullmatch(r"\s*(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})\s*", cell)
    if match is None:
        return None
    year = int(match[3])
    year += 0 if year > 99 else 1900 if year > _LAST_CENTURY else 2000
    try:
        return date(year, int(match[1]), int(match[2]))
    except ValueError:  # the answers hold days that no month has
        return None


def length(cell: str) -> Answer | None:
    """A period ("successive 12 months", "0.5 year")."""
    match = re.search(r"(\d+(?:\.\d+)?)\W+(day|week|month|year)", cell.lower())
    return Length(float(match[1]) * DAYS[match[2]]) if match and _OPEN not in cell else None


def length_of(period: Period | None) -> Answer | None:
    """A period of ours as an answer."""
    return Length(period.about(DAYS)) if period else None


def law(cell: str) -> Answer | None:
    """The name of a law; several where the contract names several."""
    return cell.strip() or None if _OPEN not in cell else None


def same(truth: Answer, found: Answer) -> bool:
    """Whether two answers say the same; of several laws one is enough."""
    match truth, found:
        case Length(), Length():
            return abs(truth.days - found.days) <= _CLOSE * truth.days
        case str(), str():
            return bool(_names(truth) & _names(found))
        case _:
            return truth == found


def _names(law: str) -> set[str]:
    plain = re.sub(r"[^a-z;, ]", "", _COMMON_WORDS.sub(" ", law.lower()).replace("'s", " "))
    return {" ".join(piece.split()) for piece in re.split(r"[;,]|\band\b", plain)} - {""}
