"""Law that a sentence names: statutes, sections of them, and cases."""

import re
from collections.abc import Iterable

from legalai.drafting.support.plain import plain

_NAME = r"[A-Z][\w&'.-]{0,30}"
_NAMED = re.compile(
    rf"\b(?:{_NAME}\s(?:(?:of|and|the|on|for|in)\s){{0,2}}){{0,8}}(?:Act|Code|Law|Regulations?|Directive|Ordinance|Statute|Constitution|Convention)\b"
    r"(?:\s\(?(?:EU|EC)?\)?\s?\d{2,4}(?:/\d{1,4})?(?![\w-]|\.\d))?(?:,?\s(?:(?:ss?\.|§{1,2}|sections?|art(?:icle|\.)?)\s?)?\d[\w.:/-]{0,12})?"
)
_CASE = re.compile(rf"\b{_NAME}(?:\s{_NAME}){{0,4}}\sv\.?\s{_NAME}(?:\s{_NAME}){{0,4}}")
_SECTION = re.compile(
    r"(?:§{1,2}|\bss?\.|\bsec\.|\bart\.|\bArticle|\bArt|\bSections?)\s?(\d{1,5}[\w.:/-]{0,12}(?:\(\w{1,4}\)){0,4})",
    re.I,
)
_SHORT = re.compile(
    r"\b(?:(?!USD|GBP|EUR|CHF|AUD|CAD|HKD|SGD|JPY|CNY|INR|RMB)[A-Z]{3,6}|U\.S\.C|N\.Y|Cal|Del|Tex)\b\.?(?:\s[A-Z][\w.]{1,12}){0,4}\s(?:ss?\.?\s|§\s?|Art\.?\s)?(\d{1,5}[\w.:-]{0,10})"
)
_ACRONYM = re.compile(
    r"\b(?:GDPR|UCTA|BGB|HGB|CCPA|CPRA|UCC|GOL|CISG|FLSA|HIPAA|DTSA|CRTPA|SOGA|PIPEDA|ROPA|LDPICA|TUPE|ERISA|FTC|ADA)\b"
)
_REST = re.compile(r"[\w./:-]{1,40}")
_WORD = re.compile(r"[A-Za-z]{3,}|\d[\w./:-]*")
_SMALL = frozenset("the and for act code law regulation regulations directive section sections article art of".split())


def foreign(text: str, given: Iterable[str], clauses: str) -> bool:
    """Whether a sentence names law that is not given. `clauses`: the quotes, and the numbers of their clauses."""
    text = plain(text)
    sources = [_tokens(each) for each in (*given, clauses)]
    for pattern in (_NAMED, _CASE, _SECTION, _SHORT, _ACRONYM):
        for match in pattern.finditer(text):
            # A number goes on to its end: "2011/7/EU", "271.001-271.005".
            rest = _REST.match(text, match.end())
            wanted = _tokens(text[match.start() : rest.end() if rest else match.end()]) - _SMALL
            if wanted and not any(wanted <= each for each in sources):
                return True
    return False


def _tokens(text: str) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".:-/") for word in _WORD.findall(plain(text)))
