"""References into another document: a section of a statute, or of an agreement that is not this one."""

import re
from collections.abc import Sequence

from legalai.extract.qualifiers.references import Reference
from legalai.extract.segmentation.passages import Passage

_INSTRUMENT = (
    r"(?:Agreements?|Amendments?|Addend(?:um|a)|Leases?|Contracts?|Deeds?|Notes?|Indentures?|Plans?|Polic(?:y|ies)|Warrants?"
    r"|Licen[sc]es?|Orders?|Letters?|Statements?|Guarant(?:y|ee)|Mortgages?|Certificates?|Charter|By-?[Ll]aws|Constitution"
    r"|Prospectus|Sublease|Undertaking|Memorandum|Protocol|Supplement|SOW|MSA|NDA|Clauses|Principles|Standards?|Guidelines?|Handbook|Manual|Terms(?:\sand\sConditions)?|Conditions|Treaty|Convention)"
)
_LAW = (
    r"(?:Act|Code|Codes|Regulations?|Regs?\.?|Rules?|Statutes?|Laws?|Directive|Ordinance|Decree|Constitution|Treaty|Convention|Title\s\d{1,3}"
    r"|ERISA|HIPAA|GDPR|UCC|U\.C\.C\.|FAR|DFARS|CPLR|BGB|HGB|IRC|DGCL|U\.?S\.?C\.?(?:A\.?)?|C\.?F\.?R\.?|CCR|Incoterms|INCOTERMS|GAAP)"
)
_NAME = r"(?:(?:[A-Z0-9][\w&.'’/-]{0,30}|of|and|for|the|on|&|[“\"(][\w .&-]{1,40}[)\"”])\s{1,8}){0,9}?"
# "Section 13 or 15(d) of the Act", "Section 1.368-1(b) of the Regulations"
_MORE = (
    r"(?:-\d{1,3}(?:\(\w{1,4}\)){0,3})?(?:\s{0,3}(?:,|and|or|and/or|&|to|through)\s{1,8}"
    r"(?:(?:[Ss]ection|[Cc]lause|[Aa]rticle|[Pp]aragraph)s?\s{1,8}(?=\d{1,3}\.\d))?"
    r"\d{1,4}[A-Za-z]?(?:\.\d{1,3}){0,3}(?:\(\w{1,4}\)){0,4}){0,4}"
    # the mark of a footnote may cling to a section of a code: "Section 73.355" and a small 5
    r"(?:(?<=\.\d{3})\d)?(?:,\s(?:respectively|as\sapplicable)(?=,))?"
)
_AFTER = re.compile(
    rf"{_MORE}"
    r"(?:\s{0,2}\([^()]{1,80}\)|\s{0,2}\[[^\[\]]{1,80}\]|\s{1,2}entitled\s[\"“][^\"”]{1,60}[\"”])?,?\s{1,8}"
    r"(?:(?:of|to|in|under|from|within|contained\sin|set\sforth\sin|promulgated\sunder|thereunder\sof)\s{1,8})"
    r"(?P<which>(?:the|such|said|that|that\scertain|its|their|his|her|any|each|an?|this)\s{1,8})?"
    r"(?:(?:foregoing|applicable|aforesaid|relevant|related|then-current|existing|original)\s{1,8})?"
    r"[“\"]?(?P<name>" + _NAME + r"(?:" + _INSTRUMENT + r"|" + _LAW + r"|[A-Z]{2,5}(?![\w-])))(?![a-z])"
)
_SUCH = re.compile(
    r"(?:\s{0,2}\([^()]{1,80}\))?,?\s{1,8}(?:of|to|in|under)\s{1,8}(?:such|said|that)\s{1,8}"
    r"(?:agreement|contract|lease|amendment|plan|act|law|code|statute|document|instrument|note)s?\b",
    re.IGNORECASE,
)
# A document told without a name of its own; "the agreement" may be this one.
_PLAIN = (
    r"(?:polic(?:y|ies)|rules|handbook|manual|guidelines?|act|code|regulations?|statutes?|ordinance|constitution|charter"
    r"|by-?laws|articles\s+of\s+(?:association|incorporation)|standard|plan|prospectus|laws?|directive|clauses"
    r"|(?<=\ban\s)agreement|(?<=\ba\s)(?:contract|lease|deed)|(?<=\banother\s)(?:agreement|contract|lease))"
)
_AFTER_PLAIN = re.compile(
    rf"{_MORE}(?:\s{{0,2}}\([^()]{{1,80}}\))?,?\s{{1,8}}(?:of|to|in|under)\s{{1,8}}(?:the\s{{1,8}})?"
    rf"(?!(?:this|these|our|the)\s)(?P<name>(?:[a-z]\w*(?:['’]s)?\s{{1,8}}|[A-Z][\w’'-]*\s{{1,8}}){{0,4}}?(?i:{_PLAIN}))\b"
)
_BEFORE_PLAIN = re.compile(
    rf"(?:(?<!this )(?<!these )\b{_PLAIN}(?:\s\d{{4}})?\s\("
    r"|(?:['’]s|s['’]|\btheir|\bother)\s(?:own\s)?(?:\w+\s)?(?:terms|conditions|agreement|contract|policy|rules)(?:,|\s\())\s?$"
)
# "Article 28 GDPR", "section 305 BGB"
_DIRECT = re.compile(
    rf"{_MORE}(?:\(\w{{1,4}}\)|\s(?:no\.|para(?:graph)?|sentence|lit\.|Abs\.)\s?\(?\w{{1,3}}\)?){{0,3}},?\s{{1,2}}(?:of\s)?(?:UK\s|EU\s)?"
    r"(?:GDPR|DSGVO|BGB|HGB|ZPO|AktG|GmbHG|UrhG|InsO|UCC|ERISA|TFEU|TEU|CISG|FADP|CCPA|HIPAA|IRC)\b"
)
_THEREOF = re.compile(r"(?:\s{0,2}\([^()]{1,80}\))?,?\s{1,3}(?:thereof|thereto|therein|thereunder)\b", re.IGNORECASE)
# Land as it was surveyed: "Section 47, Township 4 South".
_SURVEYED = re.compile(r",?\s{1,3}(?:Township|Range|Block)\s\d|,?\s{1,3}T\.?\s?\d{1,3}\s?[NS]\b")
_BEFORE = re.compile(
    r"(?:(?P<law>\b"
    + _LAW
    + r")|(?P<name>[A-Z][\w&.'’-]{0,30}\s(?:[A-Z][\w&.'’-]{0,30}\s){0,4}"
    + _INSTRUMENT
    + r"))(?:['’]s|['’])?(?:\s\d{4})?(?:,|\s\()?"
    + r"(?:\s?(?:at|of|in|says\sin|and\sin|under|in\sparticular|especially))?\s{0,2}$"
)
_THIS = re.compile(
    r"\b[Tt](?:his|HIS)\s{1,3}(?P<name>(?:[A-Z][\w&-]{0,30}\s{1,3}){0,5}(?:"
    + _INSTRUMENT
    + r"|AGREEMENT|LEASE|AMENDMENT))\b"
)
_AMENDS = re.compile(r"\b(?:AMENDMENT|Amendment|ADDENDUM|Addendum|SUPPLEMENT|Supplement)\b")
_TITLE_LENGTH = 400
# A number that no contract gives its sections: those of codes and acts.
_CODE_NUMBER = re.compile(r"\d{3,4}[A-Za-z]?")


class OtherDocuments:
    """Knows the names that a contract gives itself, and so which references lead out of it."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        names = {_plain(match["name"]) for passage in passages for match in _THIS.finditer(passage.text)}
        opening = " ".join(passage.text for passage in passages[:12])[:_TITLE_LENGTH]
        self.amends = bool(_AMENDS.search(opening)) and any(_AMENDS.search(name.title()) for name in names)
        if self.amends:
            names = {name for name in names if _AMENDS.search(name.title())}
        self._own = names | {name.rsplit(" ", 1)[-1] for name in names}

    def holds(self, text: str, reference: Reference) -> bool:
        """Whether the reference, standing in this passage's text, leads into another document."""
        if reference.this:
            return False
        if any(rule.match(text, reference.tail) for rule in (_THEREOF, _SUCH, _DIRECT, _SURVEYED)):
            return True
        if (found := _AFTER.match(text, reference.tail)) and not text[: reference.head].isupper():
            which = (found["which"] or "").strip()
            return which != "this" and (which in ("such", "said", "that") or _plain(found["name"]) not in self._own)
        if (found := _AFTER_PLAIN.match(text, reference.tail)) and _plain(found["name"]) not in self._own:
            return True
        if found := _BEFORE.search(text[max(0, reference.head - 120) : reference.head]):
            return found["law"] is not None or _plain(found["name"]) not in self._own
        return _BEFORE_PLAIN.search(text[max(0, reference.head - 120) : reference.head]) is not None


def is_code_number(reference: Reference) -> bool:
    """Whether only a code or an act has a section with this number: 409A, 1542, 365(n)."""
    if reference.unit != "section" or not reference.steps:
        return False
    return reference.word[0] == "§" or bool(_CODE_NUMBER.fullmatch(reference.steps[0]))


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()
