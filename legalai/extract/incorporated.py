"""Documents a contract makes part of itself: annexes, terms on a web page, policies, the agreement it stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.parts.annex_references import AnnexReference, find_annex_references
from legalai.extract.parts.held_annexes import HeldAnnexes
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document, Incorporated

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


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    passage: Passage
    start: int
    end: int
    weight: int


def find_incorporated(document: Document, passages: Sequence[Passage]) -> tuple[Incorporated, ...]:
    """Each document once, quoted where it is best made part of the contract, and whether it came with the contract."""
    references = find_annex_references(passages)
    held = HeldAnnexes(document, passages, references)
    made_part = {passage.start for passage in passages if _BY_REFERENCE.search(passage.text)}
    best: dict[str, _Mention] = {}
    annexes = [_of_annex(reference, reference.passage.start in made_part) for reference in references]
    for mention in [*annexes, *(m for passage in passages for m in _mentions(passage))]:
        known = best.get(mention.name.lower())
        if known is None or mention.weight > known.weight:
            best[mention.name.lower()] = mention
    supplied = {str(reference.name).lower() for reference in references if held.supplied(reference.name)}
    found = [_incorporated(document, mention, name in supplied) for name, mention in best.items()]
    return tuple(sorted(found, key=lambda entry: (entry.start, entry.end)))


def _of_annex(reference: AnnexReference, by_reference: bool) -> _Mention:
    passage = reference.passage
    start, end = reference.start - passage.start, reference.end - passage.start
    attached = _ATTACHED.search(passage.text, max(0, start - 80), end + 80) is not None
    return _Mention(str(reference.name), passage, start, end, 2 * by_reference + attached)


def _mentions(passage: Passage) -> Iterator[_Mention]:
    by_reference = _BY_REFERENCE.search(passage.text) is not None
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
