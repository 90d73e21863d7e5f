"""Order forms: the pages of a contract that are filled in, told from its terms by their title and their fields."""

import re
from collections.abc import Sequence, Set

_FORM = (
    r"(?:order[ \t]+form|order[ \t]+confirmation|purchase[ \t]+order|service[ \t]+order|work[ \t]+order"
    r"|task[ \t]+order|ordering[ \t]+document|statement[ \t]+of[ \t]+work)"
)
_NUMBER = r"(?:[ \t]*[-–—:#(]?[ \t]*(?:(?:no|number)\b\.?[ \t]*)?[\w/()-]{0,20})?[ \t]*"
_TITLE = re.compile(rf"[ \t]*(?:[\w&.’'-]{{1,24}}[ \t]+){{0,5}}?{_FORM}{_NUMBER}", re.I)
_TERMS = re.compile(
    r"[ \t]*(?:[\w&.,’'-]{1,24}[ \t]+){0,6}?"
    r"(?:agreement|contract|(?:general|standard|additional)[ \t]+terms|terms(?:[ \t]+(?:and|&)[ \t]+conditions)?"
    r"|terms[ \t]+of[ \t]+(?:service|use|sale|business))(?:[ \t]*\([^)]{0,30}\))?[ \t]*",
    re.I,
)
# What is asked for on an order, whoever wrote the form.
_FIELD = re.compile(
    r"[ \t]*(?:customer|client|buyer|purchaser|bill(?:ing)?|ship(?:ping)?|deliver(?:y|ables)|contact|e-?mail|product|"
    r"service|subscription|licen[cs]e|order|initial|start|end|effective|commencement|renewal|term|quantity|qty|users|"
    r"seats|unit|price|fees?|total|amount|currency|payment|invoic|discount|p\.?o\.?|scope|milestone|description|"
    r"project|address|supplier|vendor|provider|quote|support|plan)[\w /#.()&-]{0,40}(?::|$)",
    re.I,
)
_NEAR = 30
_FEWEST_FIELDS = 4
_LONGEST_FIELD, _LONGEST_TITLE = 160, 120


def order_form_starts(texts: Sequence[str], candidates: Sequence[int], schedules: Set[int]) -> frozenset[int]:
    """The paragraphs that begin an order form, of those that may; `schedules` are those that begin a schedule."""
    titles = {index for index in candidates if _is_title(texts[index])}
    return frozenset(index for index in titles if _fields(texts, index + 1, titles | schedules) >= _FEWEST_FIELDS)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and _TITLE.fullmatch(text) is not None


def begins_terms(title: str) -> bool:
    """Whether a title is that of an agreement or its terms, which end an order form."""
    return len(title) <= _LONGEST_TITLE and _TERMS.fullmatch(title) is not None and not _is_title(title)


def _fields(texts: Sequence[str], start: int, ends: Set[int]) -> int:
    """How many fields of different names stand near, before another part begins."""
    names: set[str] = set()
    for index in range(start, min(start + _NEAR, len(texts))):
        if index in ends or begins_terms(texts[index]):
            break
        field = _FIELD.match(texts[index]) if len(texts[index]) <= _LONGEST_FIELD else None
        if field is not None:
            names.add(field[0].strip(" \t:").lower())
    return len(names)
