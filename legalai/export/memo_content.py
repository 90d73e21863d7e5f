"""What a memo on a review says, in two pages: verdict, what to ask for, dates, assumptions, and what was not read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legalai.export import words
from legalai.schema import SEVERITIES, Citation, Finding, NegotiationPoint, Review

# A memo is read in five minutes: ten rows, the costliest first; the rest is in the review.
MOST_ROWS = 10
_MOST_NOTES = 6
_WHY_CHARACTERS = 320
_NOTHING_GRAVE = "Nothing grave was found by the rules and positions applied."
_PRIORITY = {"high": "must", "medium": "should", "low": "nice", "info": "nice"}


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to raise. `priority` is "must", "should" or "nice"; `owner` who decides beyond our positions."""

    priority: str
    clause: str
    why: str
    ask: str
    fallback: str
    owner: str


@dataclass(frozen=True, slots=True)
class Memo:
    """A memo: `verdict` in a few words, `reason` in a sentence; `left_out` says how many rows it has no room for."""

    title: str
    verdict: str
    reason: str
    facts: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    left_out: int
    dates: tuple[tuple[str, str], ...]
    assumptions: tuple[str, ...]
    not_read: tuple[str, ...]
    law: tuple[str, ...]


def memo_of(review: Review) -> Memo:
    """The memo of a review, for the side it was made for."""
    contract = review.contract
    rows = _rows(review)
    verdict, reason = _verdict(review)
    assumptions = dict.fromkeys(each for finding in review.findings for each in finding.assumptions)
    shown = _shown(review)
    cited = [each for source in (*review.negotiation_points, *shown) for each in source.authorities]
    law = dict.fromkeys(words.authority(each) for each in cited)
    return Memo(
        title=contract.title or contract.document.name,
        verdict=verdict,
        reason=reason,
        facts=_facts(review),
        rows=tuple(rows[:MOST_ROWS]),
        left_out=max(0, len(rows) - MOST_ROWS),
        dates=_dates(review),
        assumptions=_at_most(assumptions),
        not_read=_at_most(_not_read(review)),
        law=tuple(law)[:MOST_ROWS],
    )


def _at_most(notes: Iterable[str]) -> tuple[str, ...]:
    """As many as a memo has room for; the last says how many more the review has."""
    every = tuple(notes)
    if len(every) <= _MOST_NOTES:
        return every
    shown = every[: _MOST_NOTES - 1]
    return (*shown, f"{len(every) - len(shown)} more: see the full review.")


def _shown(review: Review) -> list[Finding]:
    """What weighs on us: what does not favour us, and what we ask for something about although law is on our side."""
    asked = {point.finding for point in review.negotiation_points}
    return [each for each in review.findings if each.severity != "info" and (each.favours != "us" or each.id in asked)]


def _verdict(review: Review) -> tuple[str, str]:
    """Sign, sign if, do not sign; and why, in one sentence that a reader can follow to the rows."""
    if review.status == "partial":
        return "Not to be decided yet", "The contract was read in part only; see what was not read."
    if review.acting_for is None:
        return "No recommendation", "Nobody was chosen to act for; choose a party to get points and a recommendation."
    grave = [each for each in _shown(review) if each.severity == "high"]
    answered = {point.finding for point in review.negotiation_points}
    open_ones = [each for each in grave if each.id not in answered]
    if review.contract.execution.status == "signed":
        musts = f"{_count(len(grave), 'must')} below to renegotiate, or to settle before it renews."
        return "Signed already", musts if grave else _NOTHING_GRAVE
    if open_ones:
        count = _count(len(open_ones), "grave finding")
        return (
            "Do not sign as it is",
            f"{count} {_has(open_ones)} no words proposed that would settle it: decide first.",
        )
    if grave:
        return "Sign if", f"{_count(len(grave), 'must')} below {'is' if len(grave) == 1 else 'are'} agreed."
    should = sum(each.severity == "medium" for each in _shown(review))
    more = f" {_count(should, 'point')} would improve it." if should else ""
    return "Sign", f"{_NOTHING_GRAVE}{more}"


def _rows(review: Review) -> list[Row]:
    """The points in their order, then the grave and middling findings that no point answers."""
    findings = {finding.id: finding for finding in review.findings}
    answered = {point.finding for point in review.negotiation_points}
    rows = [_point_row(point, findings.get(point.finding)) for point in review.negotiation_points]
    rows += [
        _finding_row(finding)
        for finding in _shown(review)
        if finding.id not in answered
        and finding.severity in {"high", "medium"}
        and not _said_by_a_row(finding, review.negotiation_points, findings)
    ]
    order = ("must", "should", "nice")
    return sorted(rows, key=lambda row: order.index(row.priority))


def _said_by_a_row(finding: Finding, points: Sequence[NegotiationPoint], findings: Mapping[str, Finding]) -> bool:
    """Whether a finding of law is no graver than a point on the same words and focus: the law is listed below."""
    if finding.deviation is not None or not finding.authorities:
        return False
    answered = [(findings[each.finding], each.citations[0]) for each in points if each.finding in findings]
    return any(
        other.focus == finding.focus
        and SEVERITIES.index(other.severity) <= SEVERITIES.index(finding.severity)
        and cited.start < finding.citations[0].end
        and finding.citations[0].start < cited.end
        for other, cited in answered
    )


def _point_row(point: NegotiationPoint, finding: Finding | None) -> Row:
    return Row(
        priority=_PRIORITY[finding.severity] if finding is not None else "should",
        clause=_clause(point.citations[0], finding),
        why=_short(finding.effect if finding is not None and finding.effect else point.rationale, finding),
        ask=point.ask,
        fallback=point.fallback or "-",
        owner=(finding.escalate_to if finding is not None else None) or "-",
    )


def _finding_row(finding: Finding) -> Row:
    return Row(
        priority=_PRIORITY[finding.severity],
        clause="-" if words.support(finding) == "Nearest" else _clause(finding.citations[0], finding),
        why=_short(f"{finding.title}. {finding.effect or finding.explanation}", finding),
        ask="Decide; no words are proposed.",
        fallback="-",
        owner=finding.escalate_to or "-",
    )


def _clause(citation: Citation, finding: Finding | None) -> str:
    mark = f"; {words.TO_CHECK}" if finding is not None and finding.to_check else ""
    return words.pointer(citation) + mark


def _facts(review: Review) -> tuple[tuple[str, str], ...]:
    contract = review.contract
    file = f"{contract.document.name}, SHA-256 {contract.document.sha256[:16]}"
    parties = "; ".join(each.name for each in contract.parties) or "not found"
    law = f"{words.governing_law(contract.governing_law)}; applied: {review.jurisdiction.id}"
    rows = (
        ("Amends", words.amends(contract.amends)),
        ("Parties", parties),
        ("Reviewed for", review.acting_for or "nobody"),
        ("File", file),
        ("Law", law),
        ("Kind of matter", review.matter_type),
        ("Reviewed as of", f"{contract.key_dates.as_of}, by legalai {review.provenance.legalai}"),
    )
    return tuple((what, value) for what, value in rows if value)


def _dates(review: Review) -> tuple[tuple[str, str], ...]:
    dates = review.contract.key_dates
    rows = (
        ("Effective", words.key_date(dates.effective_date)),
        ("Ended", words.ending(dates)),
        ("Term ends", str(dates.current_term_end) if dates.current_term_end else words.key_date(dates.expiration_date)),
        ("Renewal", words.renewal(dates.renewal)),
        ("Last day for notice", words.last_day(dates) or "not computed"),
        ("Send notice by", str(dates.send_by) if dates.send_by else None),
    )
    return tuple((what, value) for what, value in rows if value)


def _not_read(review: Review) -> Iterable[str]:
    """What this review could not see: issues that are no mere notes, documents that were not supplied."""
    for issue in review.issues:
        if issue.severity in {"error", "warning"}:
            yield issue.message
    names = [each.name for each in review.contract.incorporated if not each.supplied]
    if names:
        yield f"Not supplied: {'; '.join(dict.fromkeys(names))}."


def _short(text: str, finding: Finding | None) -> str:
    """Whole sentences up to a length that fits a cell; the title of the finding where not one fits."""
    if len(text) <= _WHY_CHARACTERS:
        return text
    end = text[:_WHY_CHARACTERS].rfind(". ")
    if end > 0:
        return text[: end + 1]
    return f"{finding.title}." if finding is not None else text[:_WHY_CHARACTERS].rsplit(" ", 1)[0] + " …"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _has(found: list[Finding]) -> str:
    return "has" if len(found) == 1 else "have"
