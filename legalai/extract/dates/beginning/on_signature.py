"""Contracts that take effect when they are signed."""

import re
from collections.abc import Sequence
from datetime import date

from legalai.extract.clauses.pointers import quote
from legalai.extract.dates.beginning.signing_dates import last_signing_date
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.segmentation.passages import Passage
from legalai.schema import KeyDate, ProofStep, Quote

_ON_SIGNATURE = re.compile(
    r"\b(?:this|the)\s+(?:[\w-]+\s+){0,2}?(?:agreement|contract|lease|amendment|addendum|order)\s+(?:\([^()]{0,40}\)\s+)?"
    r"(?:(?:shall|will)\s+)?(?:takes?\s+effect|(?:comes?|enters?)\s+into\s+(?:force|effect)|(?:is|be|becomes?)\s+effective|"
    r"commences?|begins?|starts?)\s+(?:immediately\s+)?(?:(?:up)?on|from|as\s+of|at|with|when|once)\s+"
    r"(?:the\s+(?:date|day)\s+(?:of\s+|on\s+which\s+|it\s+is\s+|when\s+)?)?"
    r"(?:(?:(?:its|the|due)\s+){0,2}(?:signature|signing|execution)|(?:it\s+is\s+|is\s+)?(?:duly\s+)?(?:signed|executed))\b"
    r"(?!\s+(?:of|by)\s+(?:the\s+)?(?:first|an?|such|each|any)\b|\s+of\s+(?!(?:this|the\s+(?:agreement|contract))\b))",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\s+(?:\w+\s+){0,6}?(?:and|or|but|if|provided|subject|after|following)\s+(?:receipt|approval|payment|consent|the\s+deposit)\b"
)


def effect_on_signature(
    passages: Sequence[Passage], agreement: KeyDate, order: DateOrder | None
) -> tuple[KeyDate, ProofStep] | None:
    """The day of the last signature, else the date the contract bears, where it takes effect on being signed."""
    for passage in passages:
        said = _ON_SIGNATURE.search(passage.text)
        if said is None or _NOT_ONLY.match(passage.text, said.end()):
            continue
        signed = last_signing_date(passages, order)
        day = signed.value if signed else agreement.value
        if not isinstance(day, date):
            return None
        named = signed or agreement
        quotes = [quote(passage, said.start(), said.end())]
        if named.text is not None and named.start is not None and named.end is not None:
            quotes.append(Quote(text=named.text, start=named.start, end=named.end))
        rule = "the contract takes effect on its signature; this is " + (
            "the latest day under the signatures"
            if signed
            else "the date it bears, as no other day of signing is written"
        )
        key_date = KeyDate(value=day, status="computed", text=passage.text, start=passage.start, end=passage.end)
        return key_date, ProofStep(step="effective date", result=str(day), quotes=tuple(quotes), rule=rule)
    return None
