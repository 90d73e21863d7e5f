"""How and where a notice is given: in writing, by which means, to which address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legalai.extract.clauses.pointers import whole
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep, Quote

# A sentence on notices at large, or one under such a heading; not one that happens to ask for a notice.
_ON_NOTICES = re.compile(
    r"^\W{0,4}(?:[\w.]{1,6}[.)]?\s{1,20})?(?:notices?\W{1,4}\s*)?(?:(?:all|any|each|every|a|an|such|the"
    r"|whenever|unless)\s+)?(?:and\s+all\s+)?"
    r"(?:(?:written|formal|other|and|or|such|legal|required|permitted)\s+|\w+,\s+){0,6}"
    r"(?:notices?|communications?|notifications?|termination(?=\s+(?:must|needs|requires)))\b[^.;]{0,200}?"
    r"\b(?:shall|must|may|will|is|are|needs?|requires?|suffic\w+|given|sent)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\b(?:notices?|communications?)\b", re.IGNORECASE)
_NOT_HEADED = re.compile(r"\b(?:claims?|breach|privacy|copyright|termination|data|security)\b", re.IGNORECASE)
_SENDING = re.compile(
    r"\b(?:in\s+writing|written\s+form|deliver\w*|sent|mail\w*|deemed|addressed|served|e-?mail|fax|courier"
    r"|post\w*)\b",
    re.IGNORECASE,
)
_MEANS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        ("in writing", r"\b(?:in\s+writing|written\s+(?:notice|form|communication)|in\s+written\s+form)\b"),
        ("in text form", r"\bin\s+text\s+form\b"),
        (
            "by hand",
            r"\b(?:by\s+hand|hand[\s-]deliver\w*|personal(?:ly)?\s+(?:deliver\w*|serv\w*)|in\s+person"
            r"|delivered\s+personally)\b",
        ),
        (
            "by courier",
            r"\b(?:couriers?|overnight|express\s+(?:mail|delivery)|federal\s+express|fedex|ups|dhl"
            r"|commercial\s+delivery)\b",
        ),
        (
            "by registered or certified mail",
            r"\b(?:registered|certified|recorded)\s+(?:or\s+(?:registered|certified)\s+)?(?:\w+\s+)?(?:mail"
            r"|post|delivery|letter)\b|\breturn\s+receipt\b",
        ),
        (
            "by post",
            r"\b(?:first[\s-]class|prepaid|pre-paid|ordinary|postage|united\s+states|u\.s\."
            r"|air)\s*(?:\w+\s+)?(?:mail|post|prepaid)\b|\bby\s+(?:mail|post)\b",
        ),
        ("by fax", r"\b(?:fax|facsimile|telecop\w+|telefax)\b"),
        ("by e-mail", r"\b(?:e-?\s?mails?|electronic\s+mail)\b"),
    )
)
_NOT_BY = re.compile(r"\b(?:not|no|other\s+than|excluding|except)\b(?![^.;]*\bunless\b)[^.;]{0,60}$", re.IGNORECASE)
_IS_NOT = re.compile(r"\s+(?:\w+\s+)?(?:is|are|does|do|shall|will|may)\s+not\b", re.IGNORECASE)
_IF_TO = re.compile(
    r"^\W{0,4}(?:[\w.]{1,5}[.)]\s{0,3})?(?:(?:if|in\s+the\s+case\s+of(?:\s+notices?)?|notices?|as"
    r"|address)\s+)?(?:to|for)\s+(?P<whom>[^:;\n]{2,70}?)\s*(?:,\s*(?:at|to)\b\s*:?|:"
    r"|,?\s+at\s*:?)(?P<rest>[^;]{0,300})$",
    re.IGNORECASE,
)
_IF_TO_INSIDE = re.compile(
    r"(?:\bif\s+to|\bnotices?\s+to|(?<=[.:;])\s{1,40}to)\s+(?P<whom>[^:;,\n]{2,60}?)\s*(?:,\s*(?:at|to)\b\s*:?"
    r"|:|\s+at\b(?!\s+(?:least|any|the\s+time|no|such))\s*:?)\s*(?P<rest>[^;]{5,260})",
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
_MOST_LINES = 9
_MOST_ADDRESS = 400
_LEAST_ADDRESS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeForm:
    """The means by which notice may be given, the addresses by party, and the words they rest on."""

    form: str | None
    addresses: tuple[tuple[str, str], ...]
    anywhere: str | None
    quotes: tuple[Quote, ...]

    def for_notice_by(self, party: str | None) -> str | None:
        """Where a notice goes that `party` gives: to the others; to each, where anybody may give it."""
        others = [f"{whom}: {where}" for whom, where in self.addresses if party is None or whom != party]
        return "; ".join(others)[:_MOST_ADDRESS] or self.anywhere


def find_notice_form(passages: Sequence[Passage], parties: Sequence[Party]) -> NoticeForm | None:
    """The form and the addresses that the clause on notices gives; None where there is no such clause."""
    clause = _on_notices(passages)
    if not clause:
        return None
    means: set[str] = set()
    shut_out: set[str] = set()
    quotes: list[Quote] = []
    for passage in clause:
        named = {name: _outcomes(passage.text, words) for name, words in _MEANS}
        if any(True in each for each in named.values()):
            quotes.append(whole(passage))
        means |= {name for name, each in named.items() if True in each}
        shut_out |= {name for name, each in named.items() if each == {False}}
    means -= shut_out
    addresses = _addresses(passages, clause, parties)
    anywhere = next((" ".join(m[0].split()) for p in clause if (m := _AT_ADDRESS.search(p.text))), None)
    if not means and not addresses and anywhere is None:
        return None
    order = [name for name, _ in _MEANS if name in means]
    return NoticeForm(form=_joined(order), addresses=addresses, anywhere=anywhere, quotes=tuple(quotes[:3]))


def with_form(clock: Clock, form: NoticeForm | None) -> Clock:
    """The clock with the form and the address of its notice, and the step that shows them."""
    if form is None or clock.notice.form is not None:
        return clock
    step = ProofStep(
        step="form of notice",
        result=form.form or "not stated",
        quotes=form.quotes,
        rule="as the clause on notices says; a form that another clause asks for comes on top",
    )
    notice = NoticeTerms(period=clock.notice.period, form=form.form, address=form.for_notice_by(clock.party))
    return replace(clock, notice=notice, proof=(*clock.proof, step) if form.quotes else clock.proof)


def _on_notices(passages: Sequence[Passage]) -> list[Passage]:
    """The clause on notices: what stands under such a heading, else the sentences on notices at large."""
    body = [p for p in passages if not p.is_heading and p.part == "body" and _SENDING.search(p.text)]
    headed = [p for p in body if p.heading and _HEADED.search(p.heading) and not _NOT_HEADED.search(p.heading)]
    return headed or [p for p in body if _ON_NOTICES.match(p.text)]


def _outcomes(text: str, words: re.Pattern[str]) -> set[bool]:
    """For each time a means is named, whether it is allowed."""
    return {
        not (_NOT_BY.search(text[max(m.start() - 80, 0) : m.start()]) or _IS_NOT.match(text, m.end()))
        for m in words.finditer(text)
    }


def _joined(means: Sequence[str]) -> str | None:
    if not means:
        return None
    written, ways = [m for m in means if m.startswith("in ")], [m for m in means if not m.startswith("in ")]
    if len(ways) > 1:
        ways = [", ".join(ways[:-1]) + " or " + ways[-1]]
    return ", ".join([*written, *ways])


def _addresses(
    passages: Sequence[Passage], clause: Sequence[Passage], parties: Sequence[Party]
) -> tuple[tuple[str, str], ...]:
    """The address for notices to each party, as the lines after "If to" give it."""
    found: dict[str, str] = {}
    first = next(i for i, p in enumerate(passages) if p.start == clause[0].start)
    for index in range(first, len(passages)):
        passage = passages[index]
        begins = _IF_TO.match(passage.text)
        told = [(begins["whom"], ", ".join([begins["rest"].strip(), *_lines_after(passages, index)]))] if begins else []
        told += [(inside["whom"], inside["rest"]) for inside in _IF_TO_INSIDE.finditer(passage.text)]
        for words, rest in told:
            whom, address = _party(words, parties), _address(rest)
            if whom and address and whom not in found:
                found[whom] = address
    return tuple(found.items())


def _address(text: str) -> str | None:
    """An address without what stands behind it; None where the words are none."""
    ends = _ADDRESS_ENDS.search(text)
    address = " ".join((text[: ends.start()] if ends else text).split()).strip(" ,;.")
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
                return party.role or next(iter(party.aliases), party.name)
    return None
