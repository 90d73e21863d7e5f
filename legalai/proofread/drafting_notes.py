"""Notes to whoever drafts next, and comments of a margin that were pasted into the text."""

import re

_DESK = (
    r"(?:the\s)?(?:client|counsel|lawyers?|solicitors?|attorneys?|legal|finance|tax|procurement|sales|business\steam"
    r"|(?-i:[A-Z]{2,3}))"
)
_TO_DO = r"to\s(?:please\s)?(?:confirm|check|advise|discuss|consider|decide|insert|fill\sin|verify)"
# NTD is also the currency of Taiwan.
_NTD = r"NTD(?!\s?\$?\d)"
# What a note asks for; "(Note: flooring is included)" is a remark of the contract's own.
_ASKS = (
    rf"(?:{_DESK}\s{_TO_DO}\b|\bto\sbe\s(?:confirmed|discussed|inserted|deleted|decided)\b"
    r"|\b(?:please\s)?(?:confirm|discuss|insert|delete)\s(?:with|if|whether|that|the|this|these|all|figures?|prices?|dates?|names?)\b"
    r"|\b(?:tbc|tbd|drafter|drafting|our\sclient|other\sside|opposing\scounsel|do\swe|should\swe|have\swe|are\swe|can\swe)\b|\?\s?\))"
)
_PATTERNS = (
    re.compile(
        rf"\[[^\[\]]{{0,20}}\b(?:{_NTD}|(?:drafting\s|drafter['’]?s\s)?note(?:s)?(?:\sto|:|\sfor)|draft(?:ing)?\snote|guidance|comment:|query|option(?:al)?\s?(?:\d|[A-Z])?:"
        r"|delete\s(?:if|as|one)|NB)\b[^\[\]]{0,400}\]",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\(\s?(?:{_NTD}|(?:drafting\s|drafter['’]?s\s)note|note\sto\s(?:draft(?:er)?|counsel|client|self))\b[^()\n]{{0,300}}\)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:{_NTD}|Note\sto\s(?:draft(?:er)?|counsel|client|self)|Drafting\s[Nn]ote|Drafter['’]s\s[Nn]ote)\b\s?:?[^\n]{{0,200}}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\(\s?(?:notes?|NB|query|internal(?:\snote)?|reminder)\s?[:,–—-]?\s(?=[^()\n]{{0,300}}\))(?=[^()\n]{{0,290}}?{_ASKS})[^()\n]{{0,300}}\)",
        re.IGNORECASE,
    ),
    # A party that the contract calls the Client is written with a capital; "(to be confirmed in writing)" is a duty.
    re.compile(
        rf"\(\s?(?:(?:the\s)?(?:client|counsel|lawyers?|solicitors?|attorneys?|legal|finance|[A-Z]{{2}})\s{_TO_DO}\b[^()\n]{{0,100}}"
        r"|to\sbe\s(?:confirmed|inserted|completed)(?:\sby\s(?:the\s)?(?:client|counsel))?)\s?\)"
    ),
    re.compile(
        r"(?<!\*)\*{2,3}\s?(?:(?i:add|insert|fill\sin|check|confirm|delete|remove|discuss|query|to\sdo|note\sto|please)\s(?=[A-Z\s]{2,}\b|[a-z])"
        r"|TBC|TBD|TODO|NTD\b|(?i:client|counsel)\sto\s|(?i:drafting\snote|drafter['’]s\snote|note\s?:))[^*\n]{0,160}\*{2,3}(?!\*)"
    ),
    re.compile(r"\bComment(?:ed)?\s?\[[A-Za-z]{1,4}\d{1,3}(?:R\d{1,2})?\](?:\s?:[^\n]{0,200})?"),
)


def find_notes(text: str) -> list[tuple[int, int]]:
    """Where notes stand in a text, in order; where two patterns see one, its longer reading."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(
        (match.span() for pattern in _PATTERNS for match in pattern.finditer(text)),
        key=lambda span: (span[0], -span[1]),
    ):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
