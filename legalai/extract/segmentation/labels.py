"""The labels of cover pages, order forms and tables of key terms."""

import re
from typing import Literal

Subject = Literal["law", "forum", "agreement", "effective", "expiration", "term", "renewal", "notice", "other"]

_DEAL = (
    r"(?:nda|agreement|contract|lease|licen[cs]e|(?:service\s+|work\s+)?order(?:\s+form)?|statement\s+of\s+work|sow"
    r"|subscription|pilot|services?|engagement|employment|project)"
)
_LABELS: tuple[tuple[Subject, str], ...] = (
    (
        "law",
        r"(?:governing|applicable|proper|chosen)\s+laws?(?:\s+(?:and|&|/)\s+(?:jurisdiction|courts?|venue|forum))?"
        r"|choice\s+of\s+law",
    ),
    (
        "forum",
        r"(?:(?:chosen|exclusive|competent|agreed)\s+)?(?:courts?|jurisdiction|venue|forum)"
        r"|(?:place\s+of|courts\s+and)\s+jurisdiction|jurisdiction\s+and\s+venue",
    ),
    (
        "effective",
        rf"(?:{_DEAL}\s+)?(?:term\s+)?(?:effective|start|starting|commencement)\s+date(?:\s+of\s+(?:this\s+|the\s+)?{_DEAL})?|start|(?:{_DEAL}|(?:{_DEAL}\s+)?term)\s+(?:start|commencement)"
        rf"|(?:start|commencement)\s+of\s+(?:the\s+)?(?:{_DEAL}|(?:{_DEAL}\s+)?term)",
    ),
    ("agreement", rf"(?:{_DEAL}\s+)date|date\s+of\s+(?:this\s+)?{_DEAL}"),
    (
        "expiration",
        rf"(?:{_DEAL}\s+)?(?:term\s+)?(?:expir(?:y|ation)|end|termination)\s+date|end|(?:{_DEAL}|(?:{_DEAL}\s+)?term)\s+end"
        rf"|end\s+of\s+(?:the\s+)?(?:{_DEAL}|(?:{_DEAL}\s+)?term)",
    ),
    ("renewal", r"(?:auto(?:matic)?-?\s?)?renewals?(?:\s+(?:terms?|periods?))?"),
    (
        "notice",
        r"(?:non-?\s?renewal|cancell?ation|termination|renewal|opt-?\s?out)\s+notice(?:\s+period)?"
        r"|notice\s+(?:of|for|against)\s+(?:non-?\s?)?renewal"
        r"|notice\s+period(?:\s+for\s+(?:non-?\s?renewal|termination))?",
    ),
    (
        "term",
        rf"(?:initial\s+|minimum\s+|committed\s+)?(?:{_DEAL}\s+)?(?:term|period)(?:\s+length)?|{_DEAL}\s+length|commitment(?:\s+(?:term|period))?|(?:{_DEAL}\s+)?duration"
        rf"|(?:initial\s+)?term\s+of\s+(?:this\s+|the\s+)?{_DEAL}",
    ),
    # The labels that only end an entry.
    (
        "other",
        r"purpose|product|fees?|price|pricing|payment(?:\s+(?:terms|process|period))?|overview|services?|deliverables"
        r"|description|scope|customer|client|provider|supplier|vendor|licensor|licensee|discloser|recipient|buyer|seller"
        r"|company|contractor|consultant|signatures?|by|(?:print\s+)?name(?:\s+and\s+title)?|title|date"
        r"|(?:notice\s+)?address|e-?mail|subject|attention|initial\s+order|confidentiality(?:\s+(?:term|period))?"
        r"|term\s+of\s+confidentiality|general\s+cap(?:\s+amount)?|additional\s+terms|attachments?"
        r"|warranty(?:\s+period)?|changes\s+to\s+standard\s+terms|insurance|territory|quantity|currency|invoic\w+",
    ),
)
_LABEL = re.compile(
    r"\W{0,3}(?:"
    + "|".join(f"(?P<{subject}>{words})" for subject, words in _LABELS)
    + r")\W{0,3}(?:\([^()\n]{0,60}\)\W{0,3})?",
    re.IGNORECASE,
)


def label_of(text: str) -> Subject | None:
    """What a label is about; None for any other words."""
    found = _LABEL.fullmatch(text) if len(text) < 90 else None
    return next((subject for subject, _ in _LABELS if found[subject]), None) if found else None
