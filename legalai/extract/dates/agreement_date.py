"""The date a contract bears."""

import re
from collections.abc import Sequence

from legalai.extract.dates.date_choice import absent, dates_at, full_dates, left_blank, stated, unfinished
from legalai.extract.dates.dates import DateOrder, FoundDate, find_dates
from legalai.extract.segmentation.entries import find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, KeyDate

# The preamble comes before the first clause; cover pages and filing headers come before it.
_PREAMBLE_CHARACTERS = 6000
_MADE = re.compile(
    r"\b(?:dated|made|entered\s+into|executed|concluded|signed|as\s+of|is\s+effective|effective(?:\s+as\s+of)?|this|on|date)\b"
    r"[^;]{0,90}$",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"\b(?:agreement|contract|amendment|lease|licen[sc]e|letter|addendum|terms|deed|memorandum|joint\s+venture)\b",
    re.IGNORECASE,
)
_BINDING = re.compile(
    r"\b(?:made|entered\s+into|by\s+and\s+(?:between|among)|between|dated|executed|as\s+of)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:whereas|amend(?:ed|s|ing)|supplement(?:ed|s)|pursuant\s+to|under\s+(?:that|the)\s+(?:certain\s+)?|incorporated\s+on|"
    r"filed|certain\s+[\w\s]{0,40}(?:agreement|contract)|previously|prior|expir\w+|terminat\w+|until|through)\b[^;]{0,80}$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\W*(?:date|dated|date\s+signed|signed\s+on)\b[\s:]{0,6}", re.IGNORECASE)
_WITNESS = re.compile(
    r"\b(?:in\s+witness\s+(?:whereof|hereof)|(?:signed|executed)\s+(?:by\s+the\s+parties\s+)?(?:on|as\s+of|this))\b",
    re.IGNORECASE,
)


def find_agreement_date(passages: Sequence[Passage], clauses: Sequence[Clause], order: DateOrder | None) -> KeyDate:
    """The date in the preamble or on the cover: where clauses point, else where an agreement is said to be made."""
    pointed = dates_at(passages, clauses, "Agreement Date", order)
    score = max((c.score for c in clauses if c.type == "Agreement Date"), default=None)
    if full := full_dates(pointed):
        return stated(full[0], score=score)
    if pointed:
        return unfinished(pointed[0])
    preamble = _preamble_dates(passages, order)
    if full := full_dates(preamble):
        return stated(full[0])
    if signed := _witnessed(passages, order):
        return stated(signed[0])
    if preamble:
        return unfinished(preamble[0])
    for entry in find_entries(passages, "agreement"):
        if full := full_dates([d for v in entry.values for d in find_dates(v.text, order=order, offset=v.start)]):
            return stated(full[0])
        if blank := entry.blank:
            return left_blank(blank)
    return absent("No date was found where an agreement says when it is made.")


def _preamble_dates(passages: Sequence[Passage], order: DateOrder | None) -> tuple[FoundDate, ...]:
    """Dates of the opening passages that say when the agreement is made, the sentence that binds the parties first."""
    binding: list[FoundDate] = []
    other: list[FoundDate] = []
    for passage in passages:
        if passage.start > _PREAMBLE_CHARACTERS:
            break
        for found in find_dates(passage.text, order=order, offset=passage.start):
            before = passage.text[: found.start - passage.start]
            if _OTHER.search(before):
                continue
            if (
                _PREAMBLE.search(passage.text)
                and _BINDING.search(passage.text)
                and (_MADE.search(before) or not before)
            ):
                binding.append(found)
            elif _SIGNED.match(passage.text) or len(passage.text) < len(found.text) + 12:
                other.append(found)
    if binding:
        return tuple(binding)
    return tuple(other) if len({d.value for d in other}) == 1 else ()


def _witnessed(passages: Sequence[Passage], order: DateOrder | None) -> tuple[FoundDate, ...]:
    """The day on which the parties say they sign, above their signatures."""
    signing = (p for p in passages if _WITNESS.search(p.text))
    return full_dates([d for p in signing for d in find_dates(p.text, order=order, offset=p.start)])
