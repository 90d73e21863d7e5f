"""Days that a contract calls by a name, and the words for the date it bears."""

import re
from collections.abc import Sequence
from itertools import pairwise

from legalai.extract.dates.values.counted_day import counted_from
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates
from legalai.extract.segmentation.passages import Passage

# Words that mean the date the contract bears.
OWN_DATE = (
    r"(?:(?:the\s+)?dates?\s+(?:hereof|of\s+(?:this|the)\s+(?:\w+\s+){0,2}(?:agreement|contract|amendment)|"
    r"(?:first\s+)?(?:above\s+)?(?:first\s+)?(?:written|set\s+forth|stated|mentioned|indicated|given|appearing)(?:\s+(?:first\s+)?(?:above|herein))?)|"
    r"(?:the\s+)?(?:day(?:\s+and\s+year)?|date)\s+(?:first\s+)?(?:above|written|set|mentioned|herein|stated)[\w\s]{0,20}|"
    r"(?:the\s+)?agreement\s+date|above(?:[\s-](?:written|mentioned|stated))?\s+date|hereof\b)"
)
_QUOTES = "[\"“”'‘’]"


def named_date(passages: Sequence[Passage], name: str, order: DateOrder | None) -> FoundDate | None:
    """The day that a contract gives a name: 'June 1, 2019 (the "Launch Date")', '"Launch Date" means June 1, 2019'.

    Or in a form: a cell "Launch Date" and beside it "June 1, 2019". None where it gives several days, or none.
    """
    words = r"\s+".join(re.escape(word) for word in name.split())
    after_date = re.compile(
        rf"^[\s,]{{0,4}}(?:and\s+|is\s+|the\s+)?\(?[^()]{{0,40}}{_QUOTES}\s?{words}\s?{_QUOTES}"
        rf"|^[\s,]{{0,4}}\((?:(?:hereinafter|referred\s+to\s+as|herein|called|being|the)\s+){{0,5}}{words}\b[^()]{{0,30}}\)",
        re.IGNORECASE,
    )
    before_date = re.compile(
        rf"{_QUOTES}?{words}{_QUOTES}?\s?(?:\(?[^()]{{0,20}}\))?\s?:?\s{{0,6}}(?:(?:of\s+(?:this|the)\s+(?:\w+\s+){{1,3}})?(?:shall\s+(?:be|mean)|means|is|will\s+be)\s*:?\s+)?"
        r"(?:,?\s*\(?(?:being|namely|i\.?e\.?,?|which\s+(?:(?:the\s+)?parties\s+agree\s+)?(?:is|was|(?:shall|will)\s+be))\s+)?"
        r"(?:as\s+of\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    )
    found = [
        d
        for p in passages
        for d in find_dates(p.text, order=order, offset=p.start)
        if d.value
        and counted_from(p, d.start - p.start) is None
        and (
            after_date.search(p.text[d.end - p.start : d.end - p.start + 140])
            or before_date.search(p.text[max(d.start - p.start - 90, 0) : d.start - p.start])
        )
    ]
    label = re.compile(rf"\W{{0,3}}{words}\W{{0,3}}", re.IGNORECASE)
    for cell, beside in pairwise(passages):
        if label.fullmatch(cell.text):
            found += [d for d in find_dates(beside.text, order=order, offset=beside.start)[:1] if d.value]
    return found[0] if len({d.value for d in found}) == 1 else None
