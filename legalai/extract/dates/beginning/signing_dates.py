"""The days on which the parties sign, as written under their signatures."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region, region_of

_HAND = re.compile(
    r"/{1,2}\s?[sS]\s?/{1,2}|\\[sS]\\|\b(?:By|BY)\s{0,3}:|\b[Ss]ignatures?\b|\b(?:Title|TITLE|Name|NAME)\s{0,3}:|\bseal:"
)
_LABEL_BEFORE = re.compile(
    r"(?<![\w])(?:dated?(?:\s+(?:of\s+signature|signed))?|signed\s+on)\s{0,3}:{0,2}[\s_.-]{0,12}$", re.IGNORECASE
)
# The lines that were signed on lie between a day and the word below it, and the other party's day beside it.
_LABEL_AFTER = re.compile(r"(?:[\s_-]{1,20}\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})?[\s_-]{0,120}(?:Date|DATE)\b(?!\s{0,3}:)")
_NEAR = 500
# Dates of one signature page stand within so many characters of each other; forms bound in have pages of their own.
_PAGE = 1500
# Parties that sign further apart than this sign different things.
_APART_DAYS = 366


def last_signing_date(passages: Sequence[Passage], order: DateOrder | None) -> FoundDate | None:
    """The latest day under the signatures of the main instrument; None where one of them can be read in two ways."""
    page: list[FoundDate] = []
    region = region_of([p for p in passages if p.part != "schedule"])
    for day in _under_signatures(region, order):
        if page and day.start - page[-1].end > _PAGE:
            break
        page.append(day)
    values = [day.value for day in page if day.value is not None]
    if not values or len(values) < len(page) or (max(values) - min(values)).days > _APART_DAYS:
        return None
    return max(page, key=lambda day: day.value or values[0])


def _under_signatures(region: Region, order: DateOrder | None) -> Iterator[FoundDate]:
    """The dates labelled as such beside a signature, in text order."""
    hands = [match.start() for match in _HAND.finditer(region.text)]
    for passage in region.passages:
        around = region.text[max(passage.start - region.start - 40, 0) : passage.end - region.start + 60]
        if "date" not in around.lower():
            continue
        for day in find_dates(passage.text, order=order, offset=passage.start):
            start, end = day.start - region.start, day.end - region.start
            labelled = _LABEL_BEFORE.search(region.text, max(start - 40, 0), start) or _LABEL_AFTER.match(
                region.text, end
            )
            if labelled and any(abs(hand - start) < _NEAR for hand in hands):
                yield day
