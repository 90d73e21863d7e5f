"""How and where a notice is given: in writing, by which means, to which address."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.notice.notice_addresses import (
    MOST_ADDRESS,
    Copy,
    find_addresses,
    find_common_address,
    find_copies,
)
from legalai.extract.dates.notice.notice_means import Way, joined, read_ways
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
    r"|post\w*|portals?|consoles?|tickets?|help\s?desk|account|dashboard|submit\w*|writing|text\s+form|registered|certified|handed|by\s+hand)\b",
    re.IGNORECASE,
)
# "E-mail is not valid notice": what does not count need not begin with notices.
_VALIDITY = re.compile(
    r"^(?=.{0,400}\bnotices?\b)(?=.{0,400}\b(?:valid\w*|invalid|effective|ineffective|suffic\w+|insufficient|constitut\w+"
    r"|served|accepted|disregarded)\b).{0,400}\b(?:not|never|no|neither|invalid|ineffective|insufficient|disregarded"
    r"|excluded)\b|\bwriting['”\"]?\s+(?:includes?|excludes?|does)\b",
    re.IGNORECASE | re.DOTALL,
)
# "Cancellation by e-mail is not accepted" says so wherever it stands.
_ENDED_BY = re.compile(
    r"\b(?:cancell?ations?|terminations?|non-?renewals?|opt-?outs?|notices?|letters?)\s+(?:of\s+[\w-]+\s+)?"
    r"(?:(?:(?:that|which)\s+)?(?:is\s+|are\s+)?(?:sent|given|made|served|delivered|transmitted|arriv\w+)\s+)?(?:only\s+)?"
    r"(?:by|via|through|over)\b",
    re.IGNORECASE,
)
# The steps of a clock whose words ask for its notice.
_ASKING = frozenset({"notice deadline", "break day", "right to end"})
_FORM = "as the clause on notices says; what the clause that asks for this notice says itself goes before it"
_MOST_QUOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeForm:
    """The ways in which notice may or may not be given, the addresses by party, and the copies that go beside it."""

    ways: tuple[Way, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    anywhere: str | None = None
    copies: tuple[Copy, ...] = ()

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
        return "; ".join(others)[:MOST_ADDRESS] or self.anywhere

    def copies_for(self, party: str | None) -> tuple[Copy, ...]:
        """The copies of a notice that `party` gives."""
        return tuple(copy for copy in self.copies if party is None or copy.of_notices_to != party)


def find_notice_form(passages: Sequence[Passage], parties: Sequence[Party]) -> NoticeForm | None:
    """The form and the addresses that the clause on notices gives; None where there is no such clause."""
    clause = _on_notices(passages)
    refused = _refused_elsewhere(passages, clause)
    if not clause:
        return NoticeForm(ways=refused) if refused else None
    ways = (*(way for passage in clause for way in read_ways(passage, parties)), *refused)
    after = passages[next(i for i, p in enumerate(passages) if p.start == clause[0].start) :]
    addresses, anywhere = find_addresses(after, parties), find_common_address(clause)
    if not ways and not addresses and anywhere is None:
        return None
    return NoticeForm(ways=ways, addresses=addresses, anywhere=anywhere, copies=find_copies(after, parties))


def with_form(clock: Clock, form: NoticeForm | None, asking: Sequence[Passage]) -> Clock:
    """The clock with the form and the address of its notice, what is none, and the steps that show them.

    `asking`: the passages that ask for this notice; what they say of its form goes before the clause on all notices.
    """
    if clock.notice.form is not None:
        return clock
    own = [way for passage in asking for way in read_ways(passage)]
    form = form or NoticeForm()
    copies = form.copies_for(clock.party)
    told = form.form_by(clock.party, own)
    ruled_out = [w for w in (*form.ways, *own) if w.outcome == "ruled-out" and w.is_for(clock.party)]
    notice = replace(
        clock.notice,
        form=told,
        address=form.for_notice_by(clock.party),
        not_by=joined(ruled_out),
        copy_to="; ".join(copy.words for copy in copies) or None,
    )
    return replace(clock, notice=notice, proof=(*clock.proof, *_steps(notice, form, own, ruled_out, copies)))


def passages_asking(clock: Clock, passages: Sequence[Passage]) -> list[Passage]:
    """The passages that ask for the notice of a clock."""
    starts = [quote.start for step in clock.proof if step.step in _ASKING for quote in step.quotes]
    return [p for p in passages if any(p.start <= start < p.end for start in starts)]


def _steps(
    notice: NoticeTerms, form: NoticeForm, own: Sequence[Way], ruled_out: Sequence[Way], copies: Sequence[Copy]
) -> list[ProofStep]:
    said = [w for w in (*own, *form.ways) if w.outcome != "ruled-out"]
    told = (
        ("form of notice", notice.form, _FORM, [w.passage for w in said]),
        (
            "no notice",
            notice.not_by,
            "the text says that it is not notice, or not valid, this way",
            [w.passage for w in ruled_out],
        ),
        (
            "copy of the notice",
            notice.copy_to,
            "the copy goes beside the notice and does not stand for it",
            [c.passage for c in copies],
        ),
    )
    return [
        ProofStep(step=step, result=result, quotes=tuple(whole(p) for p in _distinct(quoted)[:_MOST_QUOTES]), rule=rule)
        for step, result, rule, quoted in told
        if result and quoted
    ]


def _distinct(passages: Sequence[Passage]) -> list[Passage]:
    return list({passage.start: passage for passage in passages}.values())


def _refused_elsewhere(passages: Sequence[Passage], clause: Sequence[Passage]) -> tuple[Way, ...]:
    """The ways that sentences outside the clause on notices refuse for a notice that ends or renews the contract."""
    read = {passage.start for passage in clause}
    others = [p for p in passages if p.start not in read and p.part == "body" and not p.is_heading]
    ways = [way for p in others if _ENDED_BY.search(p.text) for way in read_ways(p)]
    return tuple(way for way in ways if way.outcome == "ruled-out" and not way.name.startswith("in "))


def _on_notices(passages: Sequence[Passage]) -> list[Passage]:
    """The clause on notices: what stands under such a heading, else the sentences on notices at large."""
    body = [p for p in passages if not p.is_heading and p.part == "body" and _SENDING.search(p.text)]
    headed = [p for p in body if p.heading and _HEADED.search(p.heading) and not _NOT_HEADED.search(p.heading)]
    at_large = [p for p in body if _ON_NOTICES.match(p.text) or _GIVES_NOTICES.match(p.text)]
    return headed or [p for p in body if p in at_large or _VALIDITY.search(p.text)]
