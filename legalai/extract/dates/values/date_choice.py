"""Choosing one date among those found where a clause points, or none where they disagree."""

import re
from collections.abc import Sequence

from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates, is_blank
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, KeyDate, Quote


def dates_at(
    passages: Sequence[Passage], clauses: Sequence[Clause], clause_type: str, order: DateOrder | None
) -> tuple[FoundDate, ...]:
    """The dates and blanks that clauses of one type touch, each in full even where the clause cuts it short."""
    found: dict[int, FoundDate] = {}
    for clause in sorted((c for c in clauses if c.type == clause_type), key=lambda c: c.start):
        near = [p for p in passages if clause.start < p.end and p.start < clause.end]
        touched = [
            d
            for p in near
            for d in find_dates(p.text, order=order, offset=p.start)
            if d.start < clause.end and clause.start < d.end
        ]
        if not touched:
            touched = list(find_dates(clause.text, order=order, offset=clause.start))
        if not touched and is_blank(clause.text):
            touched = [FoundDate(text=clause.text, start=clause.start, end=clause.end, kind="blank")]
        found.update({d.start: d for d in touched})
    return tuple(found[start] for start in sorted(found))


_ENDS = re.compile(
    r"\b(?:until|through|thru|till|to|expir\w+|(?<!earlier\s)(?<!sooner\s)(?<!\sis\s)terminat\w+|end|ends|ended|ending|conclud\w+|up\s+to|"
    r"last\s+day\s+(?:is|of)|finish\w*|no\s+later\s+than|not\s+later\s+than|prior\s+to|before|close)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:commenc\w+|begin\w*|began|effect|effective|force|start\w*|from|dated|since|entered|made|after|between|amended|following|as\s+of)\b",
    re.IGNORECASE,
)
_LABELLED_END = re.compile(
    r"\W*(?:(?:expir\w+|terminat\w+|end)\s+date|end\s+of\s+term)\W*(?:(?:means|is|shall\s+(?:mean|be))\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)


def ends_there(before: str) -> bool:
    """Whether the words before a date make it an end ("until", "shall expire on") and not a beginning."""
    if _LABELLED_END.match(before):
        return True
    ends = [m.start() for m in _ENDS.finditer(before)]
    begins = [m.start() for m in _BEGINS.finditer(before) if m[0].lower() != "as of" or not ends]
    return bool(ends) and (not begins or ends[-1] > begins[-1])


def full_dates(dates: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """The dates that name one day."""
    return tuple(d for d in dates if d.value is not None)


def stated(found: FoundDate, *, score: float | None = None) -> KeyDate:
    """A date the text states."""
    return KeyDate(value=found.value, status="stated", text=found.text, start=found.start, end=found.end, score=score)


def unfinished(found: FoundDate) -> KeyDate:
    """A date that the text leaves open, in part or in whole, or that can be read in two ways."""
    reasons = {
        "blank": "The place for the date was left blank.",
        "partial": "The date names no day.",
        "ambiguous": "The date can be read as day and month or as month and day.",
        "day": "",
    }
    return KeyDate(
        value=None, status="blank", text=found.text, start=found.start, end=found.end, reason=reasons[found.kind]
    )


def left_blank(place: Quote) -> KeyDate:
    """A date whose place in a form is left open."""
    return unfinished(FoundDate(text=place.text, start=place.start, end=place.end, kind="blank"))


def absent(reason: str) -> KeyDate:
    """A date that is not there, and why."""
    return KeyDate(value=None, status="absent", reason=reason)
