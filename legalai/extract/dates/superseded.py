"""An agreement that a later one in the same file replaces: its dates and clauses count no more."""

import re
from collections.abc import Sequence

from legalai.extract.dates.values.dates import find_dates
from legalai.extract.segmentation.passages import Passage

# "replaces the agreement of February 1, 2021": with its date, since "all prior agreements" are in every contract.
_REPLACES = re.compile(
    r"\b(?:supersed\w+|replac\w+|restates?|in\s+(?:full\s+)?substitution\s+for|takes?\s+the\s+place\s+of)\b"
    r"[^.;]{0,140}?\b(?:agreement|contract|lease)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_MAY_REPLACE = re.compile(r"\b(?:supersed|replac|restate|substitution|takes?\s+the\s+place)", re.IGNORECASE)
_BEARS = re.compile(r"\b(?:dated|made|entered\s+into|effective|as\s+of|concluded|signed)\b[^.;]{0,60}$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|among|by\s+and)\b", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:AGREEMENT|CONTRACT|LEASE|Agreement|Contract|Lease)\b")
_LONGEST_TITLE = 100


def standing(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages of the later agreement alone, where it says that it replaces one that stands before it."""
    for index, passage in enumerate(passages):
        # Looking for dates is the dearer of the two.
        for day in find_dates(passage.text) if _MAY_REPLACE.search(passage.text) else ():
            if day.value is None or not _REPLACES.search(passage.text[: day.start]):
                continue
            earlier = next((i for i, p in enumerate(passages[:index]) if _opens_on(p, day.value)), None)
            first = _title_before(passages, index, earlier) if earlier is not None else None
            if first is not None:
                return passages[first:]
    return passages


def _opens_on(passage: Passage, day: object) -> bool:
    """Whether a passage is the opening of an agreement that bears the day."""
    return any(
        found.value == day
        and _BEARS.search(passage.text[: found.start]) is not None
        and _REPLACES.search(passage.text[: found.start]) is None
        and _BETWEEN.search(passage.text) is not None
        for found in find_dates(passage.text)
    )


def _title_before(passages: Sequence[Passage], index: int, earlier: int) -> int | None:
    """The title that the later agreement begins with: the last one between the two."""
    for i in range(index, earlier, -1):
        text = passages[i].text
        titled = len(text) < _LONGEST_TITLE and _TITLE.search(text) is not None
        if titled and (text.isupper() or passages[i].is_heading) and not text.rstrip().endswith(";"):
            return i
    return None
