"""The day on which an employment, a tenancy or another lasting relation begins, where no effective date is named."""

import re
from collections.abc import Sequence

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.values.date_choice import stated
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates
from legalai.extract.segmentation.passages import Passage
from legalai.schema import KeyDate, ProofStep

_RELATION = (
    r"(?:agreement|contract|lease|tenancy|employment|engagement|appointment|hir(?:e|ing)|licen[cs]e|subscription"
    r"|assignment|placement|internship|apprenticeship|retainer|secondment)"
)
_VERB = r"(?:(?:shall|will)\s+)?(?:begin|commence|start)s?"
_DOES = (
    r"(?:\s+(?:(?:his|her|their|your)\s+)?(?:work|working|employment|service|duties)"
    r"(?:\s+(?:with|for)\s+(?:the\s+)?[A-Z][\w’'& -]{2,50}?)?"
    r"|\s+as\s+(?:an?\s+|the\s+)?[\w -]{3,50}?)?"
)
_ON = r"\s+(?:(?:on|from|as\s+of|as\s+from|with\s+effect\s+from)\s+)(?:and\s+including\s+)?(?:the\s+)?$"
_ITSELF = re.compile(
    rf"\b(?:(?i:this|the|your|her|his|their)\s+(?:[\w-]+\s+)?(?i:{_RELATION})(?:\s+\([^()]{{0,60}}\))?\s+(?i:{_VERB}){_ON}"
    rf"|(?i:the\s+)?(?:[Ee]mployee|[Ee]xecutive|[Ww]orker|[Ii]ntern|[Tt]rainee|[Aa]pprentice|[Yy]ou)\s+"
    rf"(?:(?i:{_VERB}){_DOES}|(?:(?:shall|will)\s+)?joins?\s+[^.;,]{{3,60}}?){_ON})"
)
_PERHAPS = re.compile(
    r"\b(?:if|unless|until|where|renew\w*|exten\w+|option\w*|expected|approximately)\b", re.IGNORECASE
)
_OR_ANOTHER = re.compile(r",?\s+(?:or|\(or)\b", re.IGNORECASE)
_LEAD = 160


def find_own_beginning(
    passages: Sequence[Passage], order: DateOrder | None
) -> tuple[KeyDate, tuple[ProofStep, ...]] | None:
    """The one day on which the contract itself is said to begin, with its step; None where there are several."""
    found = [(passage, day) for passage in passages for day in _begins(passage, order)]
    if len({day.value for _, day in found}) != 1:
        return None
    passage, day = found[0]
    step = ProofStep(
        step="effective date",
        result=str(day.value),
        quotes=(whole(passage),),
        rule="no effective date is named; the contract begins on this day",
    )
    return stated(day), (step,)


def _begins(passage: Passage, order: DateOrder | None) -> list[FoundDate]:
    """The days that words of a beginning lead to, with no doubt told before them."""
    return [
        day
        for day in find_dates(passage.text, order=order, offset=passage.start)
        if day.value
        and _leads(passage.text[: day.start - passage.start][-_LEAD:])
        and not _OR_ANOTHER.match(passage.text, day.end - passage.start)
    ]


def _leads(before: str) -> bool:
    return _ITSELF.search(before) is not None and _PERHAPS.search(before) is None
