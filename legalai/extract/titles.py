"""What a contract calls itself, and what kind of contract that is."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Document

_NOUN = (
    r"(?:AGREEMENT|CONTRACT|LEASE|LICEN[CS]E|ADDENDUM|AMENDMENT|TERMS(?: OF (?:SERVICE|USE|SALE)| (?:AND"
    r"|&) CONDITIONS)?|NDA"
    r"|CONDITIONS|GUARANT(?:Y|EE)|DEED|MEMORANDUM(?: OF UNDERSTANDING)?|STATEMENT(?: OF WORK)?|ORDER(?: FORM)?"
    r"|SUBCONTRACT|CLAUSES|LETTER|REQUEST FOR (?:QUOTE|QUOTATIONS?|PROPOSALS?|OFFERS?|TENDERS?)"
    r"|INVITATION (?:FOR|TO) (?:BIDS?|TENDER)|SOLICITATION|(?:TASK|DELIVERY|PURCHASE|WORK) ORDER)"
)
_TITLE_LINE = re.compile(rf"[^.;:]{{0,100}}\b{_NOUN}S?\b[^.;:]{{0,60}}", re.IGNORECASE)
_CAPITALS = re.compile(
    rf"(?:(?<=\s)|^)(?!(?:OF|TO|AND|FOR)\s)(?:(?:(?!EXHIBIT|EX-|CERTAIN|THIS|IN\b|BETWEEN|BY\b|AMONG|DATED|FORM\s+OF|OMITTED"
    rf"|CONFIDENTIAL\s+TREATMENT)[A-Z][A-Z&,'’/()-]*|&|-|\d{{1,2}})\s+){{0,12}}{_NOUN}(?:\s+(?:NO\.?\s*\d+|(?:FOR"
    rf"|OF|TO|AND)(?:\s+[A-Z][A-Z&,'’-]+){{1,6}}))?(?=\s|$)"
)
_THIS = re.compile(
    rf"\b(?:This|THIS|this)\s+(?P<title>(?:[A-Z][\w&/,'’()-]*\s+|(?:and|of|for|to|the"
    rf"|&)\s+){{0,10}}?(?i:{_NOUN})(?:\s+(?:No\.?\s*\d+|(?:to|of|for)(?:\s+(?:the\s+)?[A-Z][\w&'’-]+){{1,6}}))?)"
    r"\s*(?:\(|,|is\b|dated\b|made\b|\"|“|shall\b|between\b|by\b|sets?\b|effective\b|entered\b|executed\b|has\b"
    r"|includes\b|as\s+of\b)"
)
# "Strategic Alliance Agreement This agreement is made ...", where the line break between them is lost.
_BEFORE_THIS = re.compile(
    rf"(?P<title>\b(?:[A-Z][\w&/'’-]*\s+|(?:and|of|for|to|the|on|&)\s+){{1,9}}?(?i:{_NOUN}))\s+(?=This\s+(?i:{_NOUN})\b)"
)
_FILED_AS = re.compile(
    r"(?:exhibit|ex)[-\s.]{1,3}\(?\d[\w.()-]*\s+(?:execution\s+(?:copy|version)\s+)?(?=\S)", re.IGNORECASE
)
# A ruled line, or the day of the contract, ends a title whose line break is lost.
_BEHIND = re.compile(r"\s*(?:[-=*]{4,}|\(\s*execution|(?<=\w\s)dated\b).*", re.IGNORECASE | re.DOTALL)
_EXHIBIT = re.compile(
    r"This\s+(?P<title>(?:Exhibit|Schedule|Annex|Appendix|Attachment)\s+[A-Z0-9][\w.-]{0,5})\s+is\s+(?:hereby\s+)?(?:entered\s+into|made)\b"
)
_GLUE = re.compile(r"(?:.*\b(?:to|and|of|for|the|no\.?)|.*[,&-])", re.IGNORECASE | re.DOTALL)
_SKIP = re.compile(
    r"(?:exhibit|ex-|schedule 1[34]|execution|confidential|source:|page\b|table of contents|draft|form of\s*$"
    r"|certain|\[|portions|\W*\d+\W*$)",
    re.IGNORECASE,
)
# "I HAVE READ, UNDERSTOOD AND AGREE TO THE TERMS": what a signer says, in capitals as a title is.
_SAYING = re.compile(
    r"\W*(?:I|we|you|by\s+\w+ing)\b(?!\s*[.)/&-])|.*\b(?:I|we|you)\s+(?:have|agree|accept|acknowledge|understand|consent|confirm)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOTICE = re.compile(r"\b(?:omitted|redacted|excluded|confidential|translation)\b", re.IGNORECASE)
_EARLY = 40
_MAX_TITLE = 160

# The first that fits is the type: the narrower stands before the wider.
_TYPES: tuple[tuple[str, str], ...] = (
    ("Non-Disclosure Agreement", r"non-?\s?disclosure|\bnda\b|confidentiality (?:agreement|undertaking)|secrecy"),
    ("Data Processing Agreement", r"data (?:processing|protection)|standard contractual clauses"),
    ("Software as a Service Agreement", r"software[- ]as[- ]a[- ]service|\bsaas\b|cloud|subscription"),
    ("Joint Filing Agreement", r"joint filing"),
    ("Joint Venture Agreement", r"joint venture|shareholders"),
    ("Franchise Agreement", r"franchis"),
    ("Employment Agreement", r"employment|service agreement with executive|offer letter"),
    ("Contributor License Agreement", r"contributor licen[cs]e"),
    ("Escrow Agreement", r"escrow"),
    ("Co-Branding Agreement", r"co-?\s?brand"),
    ("Strategic Alliance Agreement", r"strategic alliance|alliance agreement"),
    ("Sponsorship Agreement", r"sponsor"),
    ("Endorsement Agreement", r"endorse"),
    ("Promotion Agreement", r"promotion"),
    ("Affiliate Agreement", r"affiliate"),
    ("Reseller Agreement", r"resell|value[- ]added"),
    ("Distribution Agreement", r"distribut"),
    ("Manufacturing Agreement", r"manufactur"),
    ("Supply Agreement", r"supply|purchase (?:agreement|order|contract)|sale of goods|supplier"),
    ("Hosting Agreement", r"hosting|colocation"),
    ("Maintenance Agreement", r"maintenance|support (?:agreement|services)"),
    ("Outsourcing Agreement", r"outsourc"),
    ("Development Agreement", r"development"),
    ("Collaboration Agreement", r"collaborat|cooperation|co-operation"),
    ("Intellectual Property Agreement", r"intellectual property|assignment of (?:patent|trademark|copyright)|patent"),
    ("License Agreement", r"licen[cs]"),
    ("Lease", r"\blease|tenancy|rental"),
    ("Loan Agreement", r"\bloan|credit (?:agreement|facility)|promissory note"),
    ("Transportation Agreement", r"transport|carriage|freight"),
    ("Agency Agreement", r"agency|agent"),
    ("Marketing Agreement", r"\b(?:tele)?marketing"),
    ("Consulting Agreement", r"consult|advisory|independent contractor"),
    ("Pilot Agreement", r"pilot|evaluation|\btrial"),
    ("Settlement Agreement", r"settlement|release"),
    ("Guaranty", r"guarant"),
    ("Statement of Work", r"statement of work|task order|work order"),
    ("Services Agreement", r"servic|master agreement|statement of objectives"),
    ("Terms and Conditions", r"terms (?:and|&|of)"),
    ("Amendment", r"amendment|addendum"),
)  # fmt: skip


def find_title(document: Document, passages: Sequence[Passage], clauses: Sequence[Clause]) -> str | None:
    """The title: as the clause model marked it, else the first title line, else what "this ..." calls it.

    A bare "Agreement" is the title only where nothing tells more; an exhibit that is a contract by itself is its own.
    """
    named = [clause for clause in clauses if clause.type == "Document Name" and clause.start < len(document.text) // 2]
    marked = [_tidy(clause.text) for clause in sorted(named, key=lambda clause: -clause.score)]
    candidates = [*marked[:1], *_lines(passages), *_inside(passages), *_exhibits(passages)]
    telling = (candidate for candidate in candidates if " " in candidate)
    return next(telling, candidates[0] if candidates else None)


def find_contract_type(title: str | None, passages: Sequence[Passage]) -> str | None:
    """The kind of contract, by its title or, where that does not tell, by what its first sentences call it."""
    openings = [found["title"] for passage in passages[:_EARLY] for found in _THIS.finditer(passage.text[:600])]
    for words in (title, *openings):
        for name, pattern in _TYPES:
            if words and re.search(pattern, words, re.IGNORECASE):
                return name
    return None


def _lines(passages: Sequence[Passage]) -> Iterator[str]:
    """Lines among the first that are a title and nothing else, joined where a title is broken over lines."""
    early = [text for text in map(_without_filing, passages[:_EARLY]) if not _SKIP.match(text)]
    for index, text in enumerate(early):
        if len(text) > _MAX_TITLE and not _NOTICE.search(text):
            return
        if not _is_title(text):
            continue
        parts = [text]
        if index and _GLUE.fullmatch(early[index - 1]) and _in_capitals(early[index - 1]):
            parts.insert(0, early[index - 1])
        if index + 1 < len(early) and _GLUE.fullmatch(text) and len(early[index + 1]) < _MAX_TITLE:
            parts.append(early[index + 1])
        yield _tidy(" ".join(parts))


def _without_filing(passage: Passage) -> str:
    """The text of a passage without the number under which it was filed: "Exhibit 10.1 Supply Agreement"."""
    return _FILED_AS.sub("", passage.text, count=1) if _FILED_AS.match(passage.text) else passage.text


def _inside(passages: Sequence[Passage]) -> Iterator[str]:
    """Titles in running text: words in capitals before the first sentence, or "This Supply Agreement"."""
    for passage in passages[:_EARLY]:
        found = _CAPITALS.search(passage.text[:400])
        if found and not _SKIP.match(found[0]) and not _SAYING.match(passage.text[: found.end()]):
            yield _tidy(found[0])
        for this in filter(None, (each.search(passage.text[:600]) for each in (_BEFORE_THIS, _THIS))):
            yield _tidy(this["title"])


def _exhibits(passages: Sequence[Passage]) -> Iterator[str]:
    """The name of an exhibit that is entered into by itself: "This Exhibit B is made as of ..."."""
    for passage in passages[:_EARLY]:
        if found := _EXHIBIT.match(passage.text):
            yield _tidy(found["title"])


def _is_title(text: str) -> bool:
    return (
        _TITLE_LINE.fullmatch(text) is not None
        and _in_capitals(text)
        and "...." not in text
        and not _SAYING.match(text)
    )


def _in_capitals(text: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", text) if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in words)


def _tidy(title: str) -> str:
    words = re.sub(r"^form of\s+", "", " ".join(title.replace("_", " ").split()), flags=re.IGNORECASE)
    words = _BEHIND.sub("", words)
    return words.strip(' .,:;"“”()*-–—')[:_MAX_TITLE]
