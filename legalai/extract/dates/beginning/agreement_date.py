"""The date a contract bears."""

import re
from collections.abc import Sequence
from datetime import date

from legalai.extract.dates.beginning.signing_dates import last_signing_date
from legalai.extract.dates.values.date_choice import absent, dates_at, full_dates, left_blank, stated, unfinished
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates
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
    r"\b(?:agreement|contract|amendment|lease|licen[sc]e|letter|addendum|terms|deed|memorandum|joint\s+venture|exhibit|order|"
    r"statement\s+of\s+work)\b",
    re.IGNORECASE,
)
_BINDING = re.compile(
    r"\b(?:made|entered\s+into|by\s+and\s+(?:between|among)|between|dated|executed|as\s+of)\b", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:whereas|amend(?:ed|s|ing)|supplement(?:ed|s)|pursuant\s+to|under\s+(?:that|the)\s+(?:certain\s+)?|incorporated\s+on|"
    r"filed|certain\s+[\w\s]{0,40}(?:agreement|contract)|previously|prior|expir\w+|terminat\w+|until|through)\b[^;]{0,80}$"
    r"|\b(?:start|end|due|delivery|billing|renewal|commencement|go-live|launch)\s+date\b\W{0,6}$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^\W*(?:date|dated|date\s+signed|signed\s+on)\b[\s:]{0,6}", re.IGNORECASE)
_WITNESS = re.compile(
    r"\b(?:in\s+witness\s+(?:whereof|hereof)|(?:signed|executed)\s+(?:and\s+effective\s+)?(?:by\s+the\s+parties\s+)?"
    r"(?:on|as\s+of|this|at\s+\w+\s+on)|^\W*(?-i:Signed|Executed|Done|Concluded)"
    r"(?:\s+by\s+(?:both|all|the|each\s+of\s+the)\s+(?:\w+\s+)?parties)?(?:\s+(?:in|at)\s+(?-i:[A-Z])[\w.’'-]*(?:[\s,]+(?-i:[A-Z])[\w.’'-]*){0,3})?"
    r",?\s+(?:on|as\s+of|this)|done\s+and\s+signed|this\s+(?:agreement|contract)\s+is\s+dated)\b",
    re.IGNORECASE,
)
# How surely the words before a date make it the agreement's own, the surest first: "made and entered into this",
# "dated as of", "effective as of". What a recital or a title says of an earlier agreement comes after all of them.
_ENTERED = re.compile(
    r"\b(?:made|entered\s+into|executed|concluded|signed)\b(?:(?!\b(?:dated|effective|commencing|agreement|contract)\b)[^;.)]){0,60}$",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:dated|as\s+of|this)\b[^;.)]{0,40}$", re.IGNORECASE)
_EFFECTIVE = re.compile(r"\b(?:effective|commencing|begins?)\b[^;.)]{0,60}$", re.IGNORECASE)
# "This Agreement is effective 1 July" gives a day of effect and none of signing.
_ONLY_EFFECTIVE = re.compile(
    r"^(?!.*\b(?:made|entered|executed|concluded|dated|signed)\b).*\b(?:effective|effective\s+date)\b[^;.)]{0,40}$",
    re.IGNORECASE | re.DOTALL,
)
_EARLIER = re.compile(
    r"\b(?:to|of|under|in|by)\s+(?:(?!this\b)[\w&,-]+\s+){0,8}?(?:agreement|contract|lease|licen[sc]e|letter)\s*"
    r"(?:\([^()]{0,60}\)\s*)?,?\s*(?:dated|made|entered\s+into|executed|effective|as\s+of)\b[^;\d]{0,50}$",
    re.IGNORECASE,
)
_PARTIES_FIRST = re.compile(
    r"\W{0,3}(?:(?:made|entered\s+into|dated|executed|concluded|signed)\s+(?:[^.;:]{3,60}\s)??)?(?:by\s+and\s+)?(?:between|among)\b",
    re.IGNORECASE,
)
_EARLY = 6
# The doubt about a date of which no words before it say what it is.
_UNSAID = 3
_BEFORE = 160
_TITLE_PAGE, _TITLE_LINE = 2500, 160
_TITLE_BEFORE = re.compile(
    r"\b(?:AGREEMENT|CONTRACT|Agreement|Contract)\W{1,12}$|(?:\s{3,}|^|\n|\b[Dd]ated:?\s{1,3}|\b[Uu]pdated:?\s{1,3})$"
)
_NO_TITLE = re.compile(
    r"\b(?:source|filed|on|until|expir\w+|event|between\s+the|agreed|dated\s+as\s+of\s+the)\b[^\n]{0,80}$|\bamended\b",
    re.IGNORECASE,
)


def find_agreement_date(passages: Sequence[Passage], clauses: Sequence[Clause], order: DateOrder | None) -> KeyDate:
    """The date in the preamble or on the cover: where clauses point, else where an agreement is said to be made."""
    pointed = dates_at(passages, clauses, "Agreement Date", order)
    score = max((c.score for c in clauses if c.type == "Agreement Date"), default=None)
    signed = last_signing_date(passages, order)
    if full := full_dates(pointed):
        return stated(_best_pointed(full, passages, signed), score=score)
    preamble = _preamble_dates(passages, order)
    if full := full_dates(preamble):
        return stated(_best(full, passages, signed))
    if witnessed := _witnessed(passages, order):
        return stated(_best(witnessed, passages, signed))
    if pointed and signed is None:
        return unfinished(pointed[0])
    if preamble:
        return unfinished(preamble[0])
    for entry in find_entries(passages, "agreement"):
        if full := full_dates([d for v in entry.values for d in find_dates(v.text, order=order, offset=v.start)]):
            return stated(full[0])
        if blank := entry.blank:
            return left_blank(blank)
    if titled := _on_title_page(passages, order):
        return stated(titled)
    if signed is not None:
        return stated(signed)
    return absent("No date was found where an agreement says when it is made.")


def _best_pointed(found: Sequence[FoundDate], passages: Sequence[Passage], signed: FoundDate | None) -> FoundDate:
    """The surest of the dates that clauses point at; the last of several of which no words say what they are, such as
    those under signatures."""
    best = min(found, key=lambda day: _doubt(_before(day, passages)))
    if signed is not None and _ONLY_EFFECTIVE.match(_before(best, passages)):
        return signed
    if _doubt(_before(best, passages)) >= _UNSAID:
        return max(found, key=lambda day: day.value or date.min)
    return best


def _best(found: Sequence[FoundDate], passages: Sequence[Passage], signed: FoundDate | None) -> FoundDate:
    """The surest of the dates that rules find; the day of signing where its words say of effect only, or nothing."""
    best = min(found, key=lambda day: _doubt(_before(day, passages)))
    before = _before(best, passages)
    if signed is not None and before.strip() and (_ONLY_EFFECTIVE.match(before) or _doubt(before) >= _UNSAID):
        return signed
    return best


def _before(day: FoundDate, passages: Sequence[Passage]) -> str:
    """The words of its sentence before a date."""
    return next((p.text[: day.start - p.start] for p in passages if p.start <= day.start < p.end), "")


def _preamble_dates(passages: Sequence[Passage], order: DateOrder | None) -> tuple[FoundDate, ...]:
    """Dates of the opening passages that say when the agreement is made, the surest first."""
    binding: list[tuple[int, FoundDate]] = []
    other: list[FoundDate] = []
    first_clause = next((index for index, passage in enumerate(passages) if passage.number), 0)
    above: list[FoundDate] = []
    for index, passage in enumerate(passages):
        if passage.start > _PREAMBLE_CHARACTERS:
            break
        for found in find_dates(passage.text, order=order, offset=passage.start):
            before = passage.text[: found.start - passage.start]
            if _OTHER.search(before) and not _ENTERED.search(before[-_BEFORE:]):
                continue
            said = f"{_lead(passages, index)}{_title(passages, index)}{passage.text}"
            if _PREAMBLE.search(said) and _BINDING.search(said) and (_MADE.search(before) or not before):
                binding.append((_doubt(before), found))
            elif _SIGNED.match(passage.text) or len(passage.text) < len(found.text) + 12:
                (above if index < min(first_clause, _EARLY) else other).append(found)
    if binding:
        return tuple(found for _, found in sorted(binding, key=lambda pair: pair[0]))
    # A date by itself above the first clause is the contract's; those below may be of its signatures.
    alone = above if len({d.value for d in above}) == 1 else [*above, *other]
    return tuple(alone) if len({d.value for d in alone}) == 1 else ()


def _lead(passages: Sequence[Passage], index: int) -> str:
    """What stands in the same paragraph shortly before: an address with "Nr. 11" cuts the opening sentence in two."""
    lead = (p.text for p in passages[max(index - 3, 0) : index] if p.block == passages[index].block)
    return "".join(f"{text} " for text in lead)


def _title(passages: Sequence[Passage], index: int) -> str:
    """The title, for an opening that has no noun of its own: "Between A (the Employer) and B, dated 3 August"."""
    if index > _EARLY or not _PARTIES_FIRST.match(passages[index].text):
        return ""
    return "".join(f"{passage.text} " for passage in passages[:index])


def _doubt(before: str) -> int:
    """How unsure it is that the date after these words is this agreement's own; 0 is surest."""
    near = before[-_BEFORE:]
    if _EARLIER.search(near):
        return _UNSAID + 1
    ways = (_ENTERED, _DATED, _EFFECTIVE)
    return next((doubt for doubt, way in enumerate(ways) if way.search(near)), _UNSAID)


def _on_title_page(passages: Sequence[Passage], order: DateOrder | None) -> FoundDate | None:
    """The one date that stands by itself below the title or at the end of a line of the title page."""
    found: list[FoundDate] = []
    for passage in passages:
        if passage.start > _TITLE_PAGE:
            break
        for day in find_dates(passage.text, order=order, offset=passage.start):
            before = passage.text[: day.start - passage.start]
            ends_line = not passage.text[day.end - passage.start :].strip() and len(passage.text) <= _TITLE_LINE
            below_title = len(before) <= _TITLE_LINE and before.rstrip().endswith(
                ("AGREEMENT", "Agreement", "CONTRACT")
            )
            if (ends_line or below_title) and _TITLE_BEFORE.search(before) and not _NO_TITLE.search(before):
                found.append(day)
    return found[0] if len({day.value for day in found}) == 1 and found[0].value else None


def _witnessed(passages: Sequence[Passage], order: DateOrder | None) -> tuple[FoundDate, ...]:
    """The day on which the parties say they sign, above their signatures."""
    signing = (p for p in passages if _WITNESS.search(p.text))
    return full_dates([d for p in signing for d in find_dates(p.text, order=order, offset=p.start)])
