"""Where a sentence makes one side remind the other of a renewal: that is no notice against it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# "...; and Supplier shall": what comes is said of somebody else.
_PARTS = re.compile(
    r"[;.]\s{1,9}|,?\s{1,4}\b(?:and|but|provided\s+that|whereas|however)\s+(?=(?:the\s+)?[A-Z][\w’']*(?:\s+[A-Z][\w’']*){0,2}"
    r"\s+(?:shall|will|must|may)\b)"
)
_DUTY = re.compile(
    r"\b(?:shall|will|must|undertakes?\s+to|agrees?\s+to|(?:is|are)\s+(?:obliged|required)\s+to|has\s+to"
    r"|fails?\s+to)\b",
    re.IGNORECASE,
)
_NO_DUTY = re.compile(
    r"\b(?:not|no)\s+(?:\w+\s+){0,3}?(?:obliged|obligation|required|duty|responsible)\b|\b(?:shall|will|must|need)\s+not\b"
    r"|\bmay\b(?=[^.;]{0,30}\bremind)|\b(?:endeavou?rs?|efforts?|attempts?|tr(?:y|ies))\b",
    re.IGNORECASE,
)
_REMINDS = re.compile(r"\bremind(?:s|ed|ers?|ing)?\b", re.IGNORECASE)
_RENEWAL = re.compile(r"\b(?:(?<!non-)renew\w*|extension|extended|expir\w+|subscription)\b", re.IGNORECASE)
_TELLS = (
    r"\b(?:notif(?:y|ied)|inform(?:ed)?|advised?|told|tell|alert(?:ed)?|give|given|send|sent|provided?|deliver(?:ed)?|issue[sd]?|furnish)"
    r"\b[^.;]{0,80}?\b"
)
_OF_THE_RENEWAL = re.compile(
    rf"{_TELLS}(?:(?:of|about|regarding|concerning)\s+(?:(?:the|each|any|its|an?|such|this|every)\s+)?"
    r"(?:(?:upcoming|forthcoming|pending|impending|coming|next|automatic|approaching|scheduled|expected|subscription"
    r"|contract|annual|date\s+of|the)\s+){0,3}renewal\b(?!\s+(?:fees?|prices?|pricing|rates?|charges?|options?))"
    r"|that\b[^.;]{0,80}\b(?:renews?|be\s+renewed|be\s+extended)\b|renewal\s+(?:notice|notification)\b)",
    re.IGNORECASE,
)
# What else is renewed than the contract.
_OF_OTHER_THINGS = re.compile(
    r"\b(?:insur\w+|polic(?:y|ies)|certificates?|permits?|registrations?|patents?|trademarks?|domain)\b", re.IGNORECASE
)
_TOLD = re.compile(_TELLS, re.IGNORECASE)
_BEFORE_A_RENEWAL = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of|in\s+advance\s+of)\s+(?:each\s+|any\s+|the\s+|such\s+|every\s+)?(?:automatic\s+)?"
    r"renewal\b",
    re.IGNORECASE,
)
# Told before a renewal, and not that it comes: "the Fees for the next term are told one month before it".
_OF_ANOTHER_MATTER = re.compile(
    r"\b(?:fees?|prices?|pricing|charges?|rates?|rents?|tariffs?|costs?|uplifts?|increases?|discounts?|quot(?:e|ation)s?|lists?"
    r"|descriptions?|specifications?|reports?|statements?|schedules?|invoices?|budgets?|forecasts?|plans?)\b",
    re.IGNORECASE,
)
# Of its own decision, and not of what happens by itself. What the other side may do about it is left out first.
_DECIDES = re.compile(
    r"\b(?:not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend)\w*|non-?\s?renewal|(?:does|do)\s+not\s+(?:wish|want|intend)"
    r"|whether|if\s+it|unless|wish\w*|inten[dt]\w*|desire\w*|elect\w*|decision|object\w*|terminat\w+|cancel\w*"
    r"|opt(?:ing)?[\s-]out|declin\w+|exercis\w+|either\s+party|each\s+party|a\s+party)\b",
    re.IGNORECASE,
)
_OWN_RIGHT = re.compile(
    r"\b(?:and\s+)?(?:of\s+)?(?:its|their|your|the)\s+(?:rights?|options?|possibility|last\s+day|last\s+date|deadline)\b[^.;,]*"
    r"|\bhow\s+to\b[^.;,]*|\blast\s+(?:day|date)\b[^.;,]*",
    re.IGNORECASE,
)
# Who pays has nobody to remind: what it tells is its decision.
_PAYING_SIDE = re.compile(
    r"\b(?:the\s+)?(?:customer|client|licensee|lessee|tenant|buyer|purchaser|subscriber|franchisee|distributor|you)\s+"
    r"(?:\w+\s+){0,2}?(?:shall|will|must|agrees?|undertakes?|is|has|fails?)\b(?!\s+be\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence: characters [start, end) of it."""

    start: int
    end: int


def reminding_parts(text: str) -> tuple[Part, ...]:
    """The parts of a sentence that make one side remind the other of a renewal that comes by itself."""
    return tuple(part for part in _parts(text) if _is_reminding(text[part.start : part.end]))


def without_reminders(text: str) -> str:
    """The text with blanks for those parts, so that every other character stays where it is."""
    for part in reminding_parts(text):
        text = text[: part.start] + " " * (part.end - part.start) + text[part.end :]
    return text


def _parts(text: str) -> Iterator[Part]:
    start = 0
    for between in _PARTS.finditer(text):
        yield Part(start, between.start())
        start = between.end()
    yield Part(start, len(text))


def _is_reminding(part: str) -> bool:
    if not _DUTY.search(part) or _NO_DUTY.search(part) or not _RENEWAL.search(part) or _OF_OTHER_THINGS.search(part):
        return False
    if _REMINDS.search(part):
        return True
    if _PAYING_SIDE.search(part) or _DECIDES.search(_OWN_RIGHT.sub(" ", part)):
        return False
    if _OF_THE_RENEWAL.search(part):
        return True
    return bool(_TOLD.search(part) and _BEFORE_A_RENEWAL.search(part) and not _OF_ANOTHER_MATTER.search(part))
