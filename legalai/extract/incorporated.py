"""Documents a contract makes part of itself: annexes, terms on a web page, policies, the agreement it stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document, Incorporated

_ANNEX = re.compile(
    r"\b(?P<kind>Exhibit|EXHIBIT|Schedule|SCHEDULE|Annex|ANNEX|Appendix|APPENDIX|Attachment|ATTACHMENT)\s{1,3}[\"“'‘]?"
    r"(?P<label>[A-Z]{1,2}(?:-\d{1,2})?|\d{1,2}(?:\.\d{1,2}){0,2}(?:\([a-z]\))?|[IVX]{2,5})(?![\w.]\w)[\"”'’]?"
)
_FILING = re.compile(r"(?:Exhibit (?:10|99|4|1|2)\.\d|Schedule 1[34])", re.IGNORECASE)
_DOCUMENT = (
    r"(?:[A-Z][\w&'’/-]*\s+(?:(?:and|of|for|&)\s+)?){0,6}?(?:Agreement|Policy|Policies|Terms\s+(?:of\s+(?:Service"
    r"|Use|Sale)|and\s+Conditions)"
    r"|Conditions|Guidelines|Code\s+of\s+Conduct|Handbook|Manual|Statement\s+of\s+Work|Order\s+Form|Proposal"
    r"|Cover\s+Page|Plan|Rules)"
)
_NAMED = re.compile(rf"\b(?P<name>{_DOCUMENT})\b")
_BY_REFERENCE = re.compile(
    r"\bincorporated\s+(?:herein|hereto|hereunder|in(?:to)?\b[^.;]{0,40}|by)\b[^.;]{0,60}\breference"
    r"|\bincorporated\s+(?:herein|into)\b"
    r"|\bincorporates?\b[^.;]{0,80}\bby\s+(?:this\s+)?reference|\b(?:made|forms?|become|considered"
    r"|deemed)\s+(?:an?\s+)?(?:integral\s+)?part\s+(?:of\s+this|hereof|hereto)",
    re.IGNORECASE,
)
_PARENT = re.compile(
    rf"\b(?:pursuant\s+to|under|subject\s+to|governed\s+by|amends?|supplements?|issued\s+under"
    rf"|in\s+accordance\s+with)\s+(?:the\s+terms\s+(?:and\s+conditions\s+)?of\s+)?"
    rf"(?:the|that\s+certain|a\s+certain)\s+(?P<name>{_DOCUMENT}),?\s+(?:\([^()]{{0,80}}\),?\s+)?(?:dated"
    rf"|entered\s+into|effective|made|between|by\s+and)\b"
)
_ADDRESS = re.compile(
    r"\b(?:available|located|found|posted|published|set\s+(?:forth|out)|accessible|hosted|stated|described|viewed"
    r"|displayed)\s+(?:online\s+)?(?:at|on|under|via)\b"
    r"[^.;]{0,80}?(?P<url>(?:https?://|www\.)[^\s)\"”,;]{3,200})"
)
_OWN = re.compile(
    r"(?:this|the|such|any|each|an?|said|entire)?\s*(?:agreement|contract|policy|plan|conditions|proposal|rules)",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:(?:The|This|An?|Such|Any|Each|All|If|In|Under|To|For|Said|Our|Your|Its|Their)\s+)+")
_ATTACHED = re.compile(r"\b(?:attached|annexed|hereto|incorporated)\b")
_PLACEHOLDER = re.compile(
    r"\[?\s*(?:form\s+follows|intentionally\s+(?:left\s+blank|omitted)|omitted|to\s+(?:be\s+)?(?:attached"
    r"|inserted|agreed|come|follow)"
    r"|to\s+be\s+(?:completed|provided|determined)|reserved|see\s+attached|not\s+(?:attached|included|filed))\b",
    re.IGNORECASE,
)
_SUBSTANCE = 40
_HEADING = 120


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    passage: Passage
    start: int
    end: int
    weight: int


def find_incorporated(document: Document, passages: Sequence[Passage]) -> tuple[Incorporated, ...]:
    """Each document once, quoted where it is best made part of the contract, and whether it came with the contract."""
    supplied = _supplied(passages)
    best: dict[str, _Mention] = {}
    for passage in passages:
        for mention in _mentions(passage):
            known = best.get(mention.name.lower())
            if known is None or mention.weight > known.weight:
                best[mention.name.lower()] = mention
    found = [_incorporated(document, mention, mention.name.lower() in supplied) for mention in best.values()]
    return tuple(sorted(found, key=lambda entry: (entry.start, entry.end)))


def _mentions(passage: Passage) -> Iterator[_Mention]:
    by_reference = _BY_REFERENCE.search(passage.text) is not None
    for annex in _ANNEX.finditer(passage.text):
        if _FILING.match(annex[0]) or (annex.start() == 0 and len(passage.text) <= _HEADING):
            continue
        name = f"{annex['kind'].capitalize()} {annex['label']}"
        attached = _ATTACHED.search(passage.text, max(0, annex.start() - 80), annex.end() + 80) is not None
        yield _Mention(name, passage, annex.start(), annex.end(), 2 * by_reference + attached)
    yield from _addressed(passage)
    for match in [*_PARENT.finditer(passage.text), *(_NAMED.finditer(passage.text) if by_reference else ())]:
        lead = _LEADING.match(match["name"])
        start = match.start("name") + (lead.end() if lead else 0)
        name = " ".join(passage.text[start : match.end("name")].split())
        if name and not _OWN.fullmatch(name):
            yield _Mention(name, passage, start, match.end("name"), 2)


def _addressed(passage: Passage) -> Iterator[_Mention]:
    """Terms that stand on a web page: named by the words before the address, or by the address."""
    for match in _ADDRESS.finditer(passage.text):
        named = _NAMED.finditer(passage.text, max(0, match.start() - 200), match.start())
        usable = [n for n in named if not _OWN.fullmatch(n["name"])]
        if not usable:
            continue
        last = usable[-1]
        lead = _LEADING.match(last["name"])
        start = last.start() + (lead.end() if lead else 0)
        yield _Mention(" ".join(passage.text[start : last.end()].split()), passage, start, match.end(), 3)


def _incorporated(document: Document, mention: _Mention, supplied: bool) -> Incorporated:
    start, end = mention.passage.start + mention.start, mention.passage.start + mention.end
    return Incorporated(
        name=mention.name,
        supplied=supplied,
        text=document.text[start:end],
        start=start,
        end=end,
        page=mention.passage.page,
        number=mention.passage.number,
    )


def _supplied(passages: Sequence[Passage]) -> frozenset[str]:
    """The annexes that are there, in lower case: a heading in the annexes with words of its own below it."""
    supplied: set[str] = set()
    seen: set[str] = set()
    current: str | None = None
    length = 0
    for passage in passages:
        heading = _ANNEX.match(passage.text) if passage.part == "schedule" else None
        if heading and (len(passage.text) <= _HEADING or passage.is_heading or heading["kind"].isupper()):
            current, length = f"{heading['kind']} {heading['label']}".lower(), 0
            length += max(0, len(passage.text) - _HEADING)
        elif passage.text in seen:  # a page's header or footer
            continue
        elif current and passage.part == "schedule" and not _PLACEHOLDER.match(passage.text):
            length += len(passage.text)
        seen.add(passage.text)
        if current and length >= _SUBSTANCE:
            supplied.add(current)
    return frozenset(supplied)
