"""Where notices go: the address of each party, and who gets a copy."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.dates.notice.named_addresses import find_named_addresses
from legalai.extract.dates.notice.notice_means import called
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

MOST_ADDRESS = 400
"""Characters of an address that are kept."""

_IF_TO = re.compile(
    r"^\W{0,4}(?:[\w.]{1,5}[.)]\s{0,3})?(?:(?:if|in\s+the\s+case\s+of(?:\s+notices?)?|notices?|as"
    r"|address)\s+)?(?:to|for)\s+(?P<whom>[^:;\n]{2,70}?)\s*(?:,\s*(?:at|to)\b\s*:?|:"
    r"|,?\s+at\b(?!\s+(?:least|any|the\s+time|no|such))\s*:?)(?P<rest>[^;]{0,300})$",
    re.IGNORECASE,
)
_IF_TO_INSIDE = re.compile(
    r"(?:\bif\s+to|\bnotices?\s+to|(?<=[.:;])\s{1,40}to)\s+(?P<whom>[^:;,\n]{2,60}?)\s*(?:,\s*(?:at|to)\b\s*:?"
    r"|:|\s+(?:go|(?:shall|must|will|are)\s+(?:be\s+)?(?:sent|addressed|mailed|directed|delivered))\s+to\b\s*:?|\s+at\b(?!\s+(?:least|any|the\s+time|no|such))\s*:?)\s*(?P<rest>(?:(?!\bnotices?\s+to\b)[^;]){5,260})",
    re.IGNORECASE,
)
_ADDRESS_ENDS = re.compile(
    r"\bif\s+to\b|\bwith\s+(?:a\s+)?(?:required\s+)?cop(?:y|ies)\b|\b(?:any|all|such)\s+notices?\b"
    r"|\bnotices?\s+(?:shall|will|are|is)\b|\bsource\s*:",
    re.IGNORECASE,
)
_AT_ADDRESS = re.compile(
    r"\b(?:at|to)\s+(?:the|its|their|such\s+party['’]s|that\s+party['’]s"
    r"|the\s+other\s+party['’]s)\s+(?:[\w’']+\s+){0,4}?"
    r"(?:addresse?s?|registered\s+office|principal\s+(?:place\s+of\s+business|office))\b"
    r"(?:\s+(?:set\s+(?:forth|out)|stated|shown|given|specified|listed|indicated|appearing|first|above|below|on"
    r"|in|of)\b"
    r"(?:(?!\s(?:and|or)\s)[^.;,(\n]){0,60})?",
    re.IGNORECASE,
)
# "Sent by courier to 4 Dock Street, Newark", "by e-mail to legal@firm.example".
_WRITTEN_OUT = re.compile(
    r"\b(?:sent|mailed|delivered|addressed|given|served|directed|made|e-?mail|mail|post|courier|hand|fax)\b[^.;]{0,60}?\b(?:to|at)\s*:?\s+"
    r"(?P<where>[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}"
    r"|(?:P\.?\s?O\.?\s+Box\s+\d{1,7}|\d{1,5}[A-Za-z]?(?:[-–]\d{1,5})?\s+(?:[A-Z][\w’'.-]{0,30}\s+){0,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Way|Square|Boulevard|Blvd|Place|Court|Quay|Parkway|Plaza|Row|Terrace|Broadway|Highway|Hill)\b\.?)"
    r"(?:,\s*(?!(?:and|or)\b)[A-Z0-9][\w’'-]{0,30}(?:\s+[A-Z0-9][\w’'-]{0,30}){0,4}){0,5})"
)
# An address of one party, of a copy, or for other papers.
_FOR_ONE = re.compile(
    r"\b(?i:if\s+to|cop(?:y|ies)|payments?|invoices?|returned?)\b|\b(?:by|from|to|of|upon)\s+(?:the\s+)?[A-Z][a-z]+"
    r"|\b(?!Notices?\b|Communications?\b)[A-Z][a-z]+\s+(?:shall|must|may|will)\b"
)
# "With a copy (which shall not constitute notice) to", "a copy of each notice shall be sent to", a line "copy to:".
_COPY_TO = re.compile(
    r"(?:\bwith\s+(?:an?\s+)?(?:additional\s+|required\s+|courtesy\s+|mandatory\s+|simultaneous\s+)?cop(?:y|ies)\b"
    r"|^\W{0,3}(?:and\s+)?(?:an?\s+)?(?:required\s+|courtesy\s+)?cop(?:y|ies)\b(?=\s*(?:to\b|[(,]))"
    r"|\bcop(?:y|ies)\s+of\s+(?:any|all|each|such|every|the)\s+(?:\w+\s+)?notices?\b[^.;:]{0,40}\b(?:sent|given|delivered|provided))"
    r"(?P<said>(?:\s*[(,][^);:]{0,160}[),])?[^.;:(]{0,40}?)\bto\b\s*:?\s*(?P<whom>[^;]*)$",
    re.IGNORECASE,
)
_NO_NOTICE = re.compile(r"\b(?:not|no)\b[^:;]{0,60}\bnotices?\b|\bfor\s+information\b|\bcourtesy\b", re.IGNORECASE)
_COPY_HAS_ENDED = re.compile(
    r"\)?,?\s*(?:which|that|but\s+such)\b[^;]{0,120}\bnotices?\b.*$", re.IGNORECASE | re.DOTALL
)
_NOBODY = re.compile(
    r"\W*(?:[Tt]he\s+other|[Aa]ny|[Ss]uch|[Ee]ach\s+(?!of\b)|_{3}|\d|(?!the\b|its\b|their\b|c/o|att)[a-z])"
)
# "a copy of all notices to Acme shall also be sent to": who gets it comes second.
_ALSO_SENT = re.compile(r"^.{0,60}?\b(?:shall|must|will)\s+(?:also\s+)?be\s+\w+\s+to\b\s*:?", re.IGNORECASE | re.DOTALL)
_EACH_OF = re.compile(r"^\W*(?:each\s+of\W*|:)", re.IGNORECASE)
_LEAST_LETTERS = 4
_MOST_CLAUSE = 60
_MOST_LINES = 9
_MOST_COPY = 160
_LEAST_ADDRESS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Who gets a copy of a notice, with whether that is notice where the text says so, and the passage that says so.

    `of_notices_to`: the party whose address it stands under.
    """

    words: str
    passage: Passage
    of_notices_to: str | None = None


def find_addresses(passages: Sequence[Passage], parties: Sequence[Party]) -> tuple[tuple[str, str], ...]:
    """The address for notices to each party, as the lines after "If to" give it; `passages` begin with the clause."""
    found: dict[str, str] = {}
    for index, passage in enumerate(passages):
        begun = [(whom, ", ".join([rest, *_lines_after(passages, index)])) for whom, rest in _begins(passage, parties)]
        found.update(each for each in find_named_addresses(passage.text, parties) if each[0] not in found)
        for whom, rest in (*begun, *_inside(passage.text, parties)):
            address = _address(rest)
            if whom and address and whom not in found:
                found[whom] = address
    return tuple(found.items())


def find_common_address(clause: Sequence[Passage]) -> str | None:
    """Where notices to any party go, in the words of the clause ("at its registered office")."""
    named = next((" ".join(m[0].split()) for p in clause if (m := _AT_ADDRESS.search(p.text))), None)
    written = {
        " ".join(found["where"].split())
        for passage in clause
        for found in _WRITTEN_OUT.finditer(passage.text)
        if not _FOR_ONE.search(re.split(r"[.;]\s", passage.text[: found.start("where")])[-1])
    }
    return named or (written.pop() if len(written) == 1 else None)


def find_copies(passages: Sequence[Passage], parties: Sequence[Party]) -> tuple[Copy, ...]:
    """Who gets a copy; `passages` begin with the clause on notices."""
    found: list[Copy] = []
    to: str | None = None
    for index, passage in enumerate(passages[:_MOST_CLAUSE]):
        asked = _COPY_TO.search(passage.text)
        before = passage.text[: asked.start()] if asked else passage.text
        named = [whom for whom, _ in (*_begins(passage, parties), *_inside(before, parties)) if whom]
        to = named[-1] if named else to
        words = _copied(passages, index, asked) if asked else None
        if words:
            found.append(Copy(words=words, passage=passage, of_notices_to=to))
    return tuple(found)


def _copied(passages: Sequence[Passage], index: int, asked: re.Match[str]) -> str | None:
    """Who gets the copy that words ask for, on the same line or on those below; None where they name nobody."""
    named = _COPY_HAS_ENDED.sub("", _cut(_ALSO_SENT.sub("", asked["whom"])))
    if len(named) < _LEAST_ADDRESS:
        named = ", ".join(each for each in (named.strip(" ,.:"), *_lines_after(passages, index)) if each)
    named = _EACH_OF.sub("", _cut(named)).strip(" ,.:(")
    if _NOBODY.match(named) or sum(each.isalpha() for each in named) < _LEAST_LETTERS:
        return None
    words = named if len(named) <= _MOST_COPY else f"{named[:_MOST_COPY].rstrip()} …"
    return f"{words} (the copy is no notice)" if _NO_NOTICE.search(passages[index].text, asked.start()) else words


def _begins(passage: Passage, parties: Sequence[Party]) -> list[tuple[str | None, str]]:
    """The party a line begins with ("If to Supplier:"), and what stands behind it."""
    begins = _IF_TO.match(passage.text)
    return [(_party(begins["whom"], parties), begins["rest"].strip())] if begins else []


def _inside(text: str, parties: Sequence[Party]) -> list[tuple[str | None, str]]:
    """The parties a sentence says this of ("if to Supplier, at"), and what stands behind each."""
    return [(_party(each["whom"], parties), each["rest"]) for each in _IF_TO_INSIDE.finditer(text)]


def _cut(text: str) -> str:
    """The words up to what no longer belongs to an address, on one line."""
    ends = _ADDRESS_ENDS.search(text)
    return " ".join((text[: ends.start()] if ends else text).split()).strip(" ,;.")


def _address(text: str) -> str | None:
    """An address without what stands behind it; None where the words are none."""
    address = _cut(text)
    return address if len(address) > _LEAST_ADDRESS and any(c.isdigit() for c in address) else None


def _lines_after(passages: Sequence[Passage], index: int) -> list[str]:
    """The short lines below "If to": name, street, town, attention."""
    lines: list[str] = []
    for passage in passages[index + 1 : index + 1 + _MOST_LINES]:
        text = " ".join(passage.text.split())
        if (
            passage.is_heading
            or _IF_TO.match(text)
            or len(text) > 120
            or re.match(r"(?:and|or|with\s+a\s+copy)\b", text, re.IGNORECASE)
        ):
            break
        lines.append(text)
    return lines


def _party(whom: str, parties: Sequence[Party]) -> str | None:
    """The party that words name, by its role."""
    lowered = whom.lower()
    for party in parties:
        for name in (party.name, party.role, *party.aliases):
            if name and (name.lower() in lowered or lowered.removeprefix("the ").strip() == name.lower()):
                return called(party)
    return None
