"""How and where a notice is given: in writing, by which means, to which address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.notice_means import Way, called, joined, read_ways
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep

# A sentence on notices at large, or one under such a heading; not one that happens to ask for a notice.
_ON_NOTICES = re.compile(
    r"^\W{0,4}(?:[\w.]{1,6}[.)]?\s{1,20})?(?:notices?\W{1,4}\s*)?(?:(?:to\s+be\s+\w+|unless[^,.;]{0,60}),\s+)?(?:(?:all|any|each|every|a|an|such|the"
    r"|whenever|unless)\s+)?(?:and\s+all\s+)?"
    r"(?:(?:written|formal|other|and|or|such|legal|required|permitted)\s+|\w+,\s+){0,6}"
    r"(?:notices?|communications?|notifications?|termination(?=\s+(?:must|needs|requires)))\b[^.;]{0,200}?"
    r"\b(?:shall|must|may|will|is|are|needs?|requires?|suffic\w+|given|sent)\b",
    re.IGNORECASE,
)
# "Supplier may give notice to Buyer by posting it": by which way, and not of what.
_GIVES_NOTICES = re.compile(
    r"^\W{0,4}(?:[\w.]{1,6}[.)]?\s{1,20})?(?:[\w’']+\s+){1,5}?(?:may|shall|must|will)\s+(?:\w+\s+)?(?:give|send|serve|deliver|make)\s+"
    r"(?:(?:any|all|such|every|a|written)\s+){0,2}notices?\s+(?:(?:to\s+(?:the\s+)?(?:other\s+)?[\w’']+|hereunder"
    r"|under\s+this\s+\w+)\s+)?(?:only\s+)?(?:by|via|through)\b(?![^.;]*\bof\s+(?:any|its|such|the)\b)",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\b(?:notices?|communications?)\b", re.IGNORECASE)
_NOT_HEADED = re.compile(r"\b(?:claims?|breach|privacy|copyright|termination|data|security)\b", re.IGNORECASE)
_SENDING = re.compile(
    r"\b(?:in\s+writing|written\s+form|deliver\w*|sent|mail\w*|deemed|addressed|served|e-?mail|fax|courier"
    r"|post\w*|portals?|consoles?|tickets?|help\s?desk|account|dashboard|submit\w*|writing|text\s+form|registered|certified|handed)\b",
    re.IGNORECASE,
)
# "E-mail is not valid notice": what does not count need not begin with notices.
_VALIDITY = re.compile(
    r"^(?=.{0,400}\bnotices?\b)(?=.{0,400}\b(?:valid\w*|invalid|effective|ineffective|suffic\w+|insufficient|constitut\w+"
    r"|served?|service|accepted|disregarded)\b).{0,400}\b(?:not|never|no|neither|invalid|ineffective|insufficient|disregarded"
    r"|excluded)\b|\bwriting['”\"]?\s+(?:includes?|excludes?|does)\b",
    re.IGNORECASE | re.DOTALL,
)
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
_IF_TO_LINES = re.compile(
    r"\W{0,3}(?:and\s+)?(?:with\s+)?(?:an?\s+)?(?:required\s+|courtesy\s+)?cop(?:y|ies)\b", re.IGNORECASE
)
# The steps of a clock whose words ask for its notice.
_ASKING = frozenset({"notice deadline", "break day", "right to end"})
_FORM = "as the clause on notices says; what the clause that asks for this notice says itself goes before it"
_MOST_QUOTES = 3
_MOST_CLAUSE = 60
_MOST_LINES = 9
_MOST_ADDRESS = 400
_LEAST_ADDRESS = 12


# "With a copy (which shall not constitute notice) to".
_COPY_TO = re.compile(
    r"\b(?:with\s+)?(?:an?\s+)?(?:required\s+|courtesy\s+)?cop(?:y|ies)\b(?P<said>[^:;]{0,160}?)\bto\b\s*:?\s*(?P<whom>[^;]*)$",
    re.IGNORECASE,
)
_NO_NOTICE = re.compile(r"\b(?:not|no)\b[^:;]{0,60}\bnotices?\b|\bfor\s+information\b|\bcourtesy\b", re.IGNORECASE)
_COPY_HAS_ENDED = re.compile(
    r"\)?,?\s*(?:which|that|but\s+such)\b[^;]{0,120}\bnotices?\b.*$", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeForm:
    """The ways in which notice may or may not be given, the addresses by party, the copy, and the words they rest on.

    `copy_to` says whether the copy is notice where the text does; `copied_by` is the passage that asks for it.
    """

    ways: tuple[Way, ...]
    addresses: tuple[tuple[str, str], ...]
    anywhere: str | None
    copy_to: str | None = None
    copied_by: Passage | None = None

    @property
    def form(self) -> str | None:
        """How notice is given, whoever gives it."""
        return self.form_by(None, ())

    @property
    def not_by(self) -> str | None:
        """How it is not given, whoever gives it."""
        return joined([way for way in self.ways if way.outcome == "ruled-out"])

    def form_by(self, giver: str | None, own: Sequence[Way]) -> str | None:
        """How `giver` gives a notice; `own`: what the clause says that asks for it, which goes before the rest."""
        general = [way for way in self.ways if way.is_for(giver)]
        ruled_out = {way.name for way in (*general, *own) if way.outcome == "ruled-out"}
        named = [way for way in own if way.outcome == "allowed" and not way.name.startswith("in ")] or general
        forms = [way for way in (*general, *own) if way.name.startswith("in ")]
        told = [w for w in (*forms, *named) if w.outcome == "allowed" and w.name not in ruled_out]
        copies = joined([w for w in (*general, *own) if w.outcome == "copy" and w.name not in ruled_out])
        return ", with a copy ".join(words for words in (joined(told), copies) if words) or None

    def for_notice_by(self, party: str | None) -> str | None:
        """Where a notice goes that `party` gives: to the others; to each, where anybody may give it."""
        others = [f"{whom}: {where}" for whom, where in self.addresses if party is None or whom != party]
        return "; ".join(others)[:_MOST_ADDRESS] or self.anywhere


def find_notice_form(passages: Sequence[Passage], parties: Sequence[Party]) -> NoticeForm | None:
    """The form and the addresses that the clause on notices gives; None where there is no such clause."""
    clause = _on_notices(passages)
    if not clause:
        return None
    ways = tuple(way for passage in clause for way in read_ways(passage, parties))
    addresses = _addresses(passages, clause, parties)
    anywhere = next((" ".join(m[0].split()) for p in clause if (m := _AT_ADDRESS.search(p.text))), None)
    if not ways and not addresses and anywhere is None:
        return None
    copied_by, copy_to = _copy(passages, clause)
    return NoticeForm(ways=ways, addresses=addresses, anywhere=anywhere, copy_to=copy_to, copied_by=copied_by)


def with_form(clock: Clock, form: NoticeForm | None, asking: Sequence[Passage]) -> Clock:
    """The clock with the form and the address of its notice, what is none, and the steps that show them.

    `asking`: the passages that ask for this notice; what they say of its form goes before the clause on all notices.
    """
    if clock.notice.form is not None:
        return clock
    own = [way for passage in asking for way in read_ways(passage)]
    form = form or NoticeForm(ways=(), addresses=(), anywhere=None)
    told = form.form_by(clock.party, own)
    ruled_out = [w for w in (*form.ways, *own) if w.outcome == "ruled-out" and w.is_for(clock.party)]
    notice = replace(
        clock.notice,
        form=told,
        address=form.for_notice_by(clock.party),
        not_by=joined(ruled_out),
        copy_to=form.copy_to,
    )
    return replace(clock, notice=notice, proof=(*clock.proof, *_steps(notice, form, own, ruled_out)))


def passages_asking(clock: Clock, passages: Sequence[Passage]) -> list[Passage]:
    """The passages that ask for the notice of a clock."""
    starts = [quote.start for step in clock.proof if step.step in _ASKING for quote in step.quotes]
    return [p for p in passages if any(p.start <= start < p.end for start in starts)]


def _steps(notice: NoticeTerms, form: NoticeForm, own: Sequence[Way], ruled_out: Sequence[Way]) -> list[ProofStep]:
    said = [w for w in (*own, *form.ways) if w.outcome != "ruled-out"]
    copied = [form.copied_by] if form.copied_by else []
    told = (
        ("form of notice", notice.form, _FORM, [w.passage for w in said]),
        (
            "no notice",
            notice.not_by,
            "the text says that it is not notice, or not valid, this way",
            [w.passage for w in ruled_out],
        ),
        ("copy of the notice", notice.copy_to, "the copy goes beside the notice and does not stand for it", copied),
    )
    return [
        ProofStep(step=step, result=result, quotes=tuple(whole(p) for p in _distinct(quoted)[:_MOST_QUOTES]), rule=rule)
        for step, result, rule, quoted in told
        if result and quoted
    ]


def _distinct(passages: Sequence[Passage]) -> list[Passage]:
    return list({passage.start: passage for passage in passages}.values())


def _on_notices(passages: Sequence[Passage]) -> list[Passage]:
    """The clause on notices: what stands under such a heading, else the sentences on notices at large."""
    body = [p for p in passages if not p.is_heading and p.part == "body" and _SENDING.search(p.text)]
    headed = [p for p in body if p.heading and _HEADED.search(p.heading) and not _NOT_HEADED.search(p.heading)]
    at_large = [p for p in body if _ON_NOTICES.match(p.text) or _GIVES_NOTICES.match(p.text)]
    return headed or [p for p in body if p in at_large or _VALIDITY.search(p.text)]


def _copy(passages: Sequence[Passage], clause: Sequence[Passage]) -> tuple[Passage | None, str | None]:
    """The passage that asks for a copy, and to whom it goes, with whether it is notice where the text says so."""
    first = next(i for i, p in enumerate(passages) if p.start == clause[0].start)
    for index in range(first, min(first + _MOST_CLAUSE, len(passages))):
        passage = passages[index]
        asked = _COPY_TO.search(passage.text)
        if asked is None or not (passage in clause or _IF_TO_LINES.match(passage.text)):
            continue
        whom = _COPY_HAS_ENDED.sub("", asked["whom"]).strip(" ,.")
        lines = _lines_after(passages, index) if len(whom) < _LEAST_ADDRESS else []
        who = ", ".join(each for each in (whom, *lines) if each)[:_MOST_ADDRESS]
        if who:
            return passage, f"{who} (the copy is no notice)" if _NO_NOTICE.search(
                passage.text[asked.start() :]
            ) else who
    return None, None


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
                return called(party)
    return None
