"""Further documents bound into a contract's file: an amendment, an order form, a second agreement."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legalai.extract.parts.annex_names import SIGNING, read_title
from legalai.extract.segmentation.blanks import find_blank
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Issue, KeyDates, Party

_NOUN = (
    r"(?:agreement|amendment|addendum|order\s+form|statement\s+of\s+work|work\s+order|lease|contract|deed|guaranty"
    r"|supplement|memorandum)"
)
# "THIS AMENDMENT No. 2 (the "Amendment") is entered into ... by and between": a document says what it is and for whom.
_OPENING = re.compile(
    r"\bth(?:is|ese)\s+(?:[\w&/,.’'()-]{1,24}\s+){0,9}?"
    + _NOUN
    + r"\b(?:\s+(?:no\.?|number|\#)\s*\w{1,4})?\s*(?:\([^)]{0,80}\))?,?\s+"
    r"(?:is|are|was|dated|made|entered|by\s+and\s+between|between|effective)\b[^;]{0,250}?\b(?:between|among)\b",
    re.IGNORECASE,
)
_OPENS_EARLY = 160
_ENTIRE = re.compile(r"\b(?:entire|whole|supersed\w+|intended|deemed|relationship|final|complete)\b", re.IGNORECASE)
_TITLE = re.compile(r"[^;]{0,80}\b" + _NOUN + r"s?\b[^;]{0,50}", re.IGNORECASE)
_ORDER = re.compile(
    r"(?:(?:first|second|third|fourth|fifth)\s+)?(?:amendment|addendum|order\s+form|statement\s+of\s+work|work\s+order|purchase\s+order)"
    r"(?:\s+(?:no\.?|number|\#)?\s*[\w-]{1,6})?(?:\s+to\s+[^.;]{3,80})?",
    re.IGNORECASE,
)
_FORM = re.compile(r"\b(?:form\s+of|sample|template|specimen|model)\b", re.IGNORECASE)
_TITLE_ABOVE = 5
_LEAST_TEXT = 1500


@dataclass(frozen=True, slots=True)
class BoundDocument:
    """A document in the file: its title, and the passage it begins at."""

    title: str
    first: Passage


def find_bound_documents(passages: Sequence[Passage]) -> tuple[BoundDocument, ...]:
    """The documents after the first, in order.

    Each comes after signatures, begins with a title of its own, and either names its parties or is signed again. What
    stands under the title of an exhibit is that exhibit, up to the signatures on it; a form with blanks is none.
    """
    found: list[BoundDocument] = []
    titles: set[str] = set()
    signed = annexed = False
    for index, passage in enumerate(passages):
        line = read_title(passage.text)
        if line and not line.footer and not line.name.filed:
            annexed, signed = True, False
        elif signed and passage.start > _LEAST_TEXT and (begun := _begins(passages, index)):
            form = annexed and find_blank(passage.text[:400]) is not None
            if not form and begun.title.lower() not in titles:
                found.append(begun)
                titles.add(begun.title.lower())
                signed = annexed = False
        if SIGNING.search(passage.text):
            signed = True
    return tuple(found)


def several_documents_issues(
    passages: Sequence[Passage], *, parties: Iterable[Party], key_dates: KeyDates
) -> tuple[Issue, ...]:
    """One issue that says where each document begins, and which of them parties and key dates are taken from."""
    further = find_bound_documents(passages)
    if not further:
        return ()
    end = passages[-1].end
    begin = ", ".join(_place(each.first, end) for each in further)
    dates = [key_dates.agreement_date.start, key_dates.effective_date.start, key_dates.expiration_date.start]
    return (
        Issue(
            code="several-documents",
            severity="warning",
            message=f"The file holds {len(further) + 1} documents; after the first they begin {begin}. The parties are "
            f"taken from {_source((party.start for party in parties), further)}, the key dates from "
            f"{_source((start for start in dates if start is not None), further)}: see whether a later one changes "
            "them, or split the file.",
            page=further[0].first.page,
        ),
    )


def _begins(passages: Sequence[Passage], index: int) -> BoundDocument | None:
    text = passages[index].text
    above = [p for p in passages[max(0, index - _TITLE_ABOVE) : index] if _is_title(p)]
    if any(_FORM.search(p.text) for p in [*above, passages[index]][:3] if len(p.text) < 200):
        return None
    opening = _OPENING.search(text[:700])
    if opening and opening.start() < _OPENS_EARLY and not _ENTIRE.search(opening[0]):
        if above:
            return BoundDocument(_tidy(above[-1].text), above[-1])
        before = _tidy(text[: opening.start()])
        return BoundDocument(before, passages[index]) if _in_capitals(before) and _TITLE.fullmatch(before) else None
    if _is_title(passages[index]) and _ORDER.fullmatch(_tidy(text)) and _signed_again(passages, index):
        return BoundDocument(_tidy(text), passages[index])
    return None


def _is_title(passage: Passage) -> bool:
    text = _tidy(passage.text)
    return len(text) < 130 and _in_capitals(text) and _TITLE.fullmatch(text) is not None and not read_title(text)


def _in_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 6 and all(char.isupper() for char in letters)


def _signed_again(passages: Sequence[Passage], index: int) -> bool:
    rest = passages[index + 1 :]
    return sum(len(p.text) for p in rest) > _LEAST_TEXT // 3 and any(SIGNING.search(p.text) for p in rest[3:])


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" .,:;-–—_*")[:120]


def _place(passage: Passage, end: int) -> str:
    return f"on page {passage.page}" if passage.page else f"after {100 * passage.start // max(1, end)}% of the text"


def _source(starts: Iterable[int], further: Sequence[BoundDocument]) -> str:
    """The documents in which these places lie."""
    holders = sorted({sum(each.first.start <= start for each in further) for start in starts})
    return " and ".join("the first" if holder == 0 else f"number {holder + 1}" for holder in holders) or "none of them"
