"""Words that name the side they bind after them: "it shall be lawful for Tenant to", "entitles Landlord to"."""

import re

from legalai.schema import Modality

_NEVER = r"(?:under\s+no\s+circumstances?|in\s+no\s+(?:event|case|circumstances?|way)|on\s+no\s+account|at\s+no\s+time)"
_MAY_WORD = r"(?:permitted|allowed|entitled|authori[sz]ed|free|at\s+liberty)"
_ALLOWED = r"(?:lawful|permissible|open)"
_LAWFUL = re.compile(
    rf"\b(?P<begin>)it\s+(?:is|(?:shall|will)\s+be)\s+(?:[a-z]+ly\s+)?{_ALLOWED}\s+(?:for|to)\b", re.IGNORECASE
)
_UNLAWFUL = re.compile(
    rf"\b(?P<begin>)it\s+(?:is|(?:shall|will)(?:\s+not)?\s+be)\s+(?:(?:not\s+{_ALLOWED}|unlawful)|(?<=not\sbe\s){_ALLOWED})"
    r"\s+(?:for|to)\b",
    re.IGNORECASE,
)
_INCUMBENT = re.compile(
    r"\b(?P<begin>)it\s+(?:is|(?:shall|will)\s+be)\s+(?:[a-z]+ly\s+)?incumbent\s+(?:up)?on\b", re.IGNORECASE
)
# "All rates shall be for the account of Tenant."
_FOR_ACCOUNT = re.compile(
    r"\b(?P<begin>)(?:is|are|(?:shall|will)\s+be)\s+(?:solely\s+|exclusively\s+)?"
    r"(?:for\s+the\s+(?:sole\s+)?account|at\s+the\s+(?:sole\s+)?(?:cost(?:\s+and\s+expense)?|expense))\s+of\b",
    re.IGNORECASE,
)
_NEVER_PERMITTED = re.compile(
    rf"\b(?P<begin>)(?:{_NEVER}|nor)\s+(?:is|are)\s+(?=[^.;,]{{1,60}}?\s{_MAY_WORD}\s+to\b)", re.IGNORECASE
)
_ENTITLES = re.compile(
    r"\b(?P<begin>)(?:(?:shall|will|must)\s+(?:(?:also|then|thereupon|further)\s+)?)?"
    r"(?<!not\s)(?<!never\s)(?<!may\s)entitles?\s",
    re.IGNORECASE,
)
_NOTHING_BEFORE = re.compile(r"(?:^[\W\d]{0,12}|[.;]\s+)(?:no|nothing|neither|nor)\b[^.;]*$", re.IGNORECASE)
_LONGEST_THING = 300
_FORMS: tuple[tuple[re.Pattern[str], Modality], ...] = (
    (_LAWFUL, "permission"),
    (_UNLAWFUL, "prohibition"),
    (_INCUMBENT, "obligation"),
    (_FOR_ACCOUNT, "obligation"),
    (_NEVER_PERMITTED, "prohibition"),
    (_ENTITLES, "entitlement"),
)
# What leads from the side to what it must or may do.
LINK = rf"(?:\s+(?:at|upon|on|during|after)\s[^.;:]{{1,60}}?)?(?:\s+{_MAY_WORD})?\s+to\s+"


def find_impersonals(text: str) -> list[tuple[re.Match[str], Modality]]:
    """Every such phrase with what it states; a thing that entitles nobody states nothing."""
    return [
        (match, modality)
        for form, modality in _FORMS
        for match in form.finditer(text)
        if form is not _ENTITLES
        or not _NOTHING_BEFORE.search(text, max(0, match.start() - _LONGEST_THING), match.start())
    ]
