"""A review as Markdown, for reading in any editor."""

import re
from collections.abc import Iterable, Iterator

from legalai.export import words
from legalai.schema import (
    Authority,
    ChecklistItem,
    Citation,
    Clause,
    Document,
    Finding,
    Issue,
    NegotiationPoint,
    Review,
)

# What Markdown (CommonMark and tables) would read as markup inside a line, and at its start.
_INLINE = re.compile(r"([\\`*_\[\]|~$])")
_START = re.compile(r"^(#{1,6}|[-+=]|\d{1,9}[.)])(?=\s|[-+=]|$)")
_LONG_QUOTE = 600


class MarkdownExporter:
    """`review.md`: the review as text."""

    name = "markdown"
    file_name = "review.md"

    def export(self, document: Document, review: Review) -> str:
        """The review as Markdown."""
        return "\n".join(_lines(review)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is: no markup, no HTML, no line break."""
    line = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    line = _INLINE.sub(r"\\\1", line)
    return _START.sub(lambda match: match[1][:-1] + "\\" + match[1][-1], line)


def _lines(review: Review) -> Iterator[str]:
    contract = review.contract
    yield f"# {escaped(contract.title or contract.document.name)}"
    yield ""
    if review.status == "partial":
        yield "**This review is partial: see Issues.**"
        yield ""
    yield from _table(("", ""), words.facts(review))
    yield from _section("Summary", (_sentence(s.sentence, s.citations) for s in review.summary))
    yield from _section("Findings", _spread(map(_finding, review.findings)))
    yield from _section("Negotiation points", _spread(map(_point, review.negotiation_points)))
    for checklist in review.checklists:
        yield from _section(checklist.title, map(_item, checklist.items))
    yield from _section("Clauses", (line for clause in contract.clauses for line in _clause(clause)))
    yield from _section("Not found", _not_found(review))
    yield from _section("Obligations", _obligations(review))
    yield from _section("Issues", (_issue(issue) for issue in review.issues))
    yield from _section("Made with", _provenance(review))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and its lines; nothing at all where there are no lines."""
    rest = list(lines)
    if rest:
        yield from ("", f"## {title}", "", *rest)


def _spread(groups: Iterable[Iterator[str]]) -> Iterator[str]:
    for group in groups:
        yield from group
        yield ""


def _table(head: tuple[str, str], rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f"| {head[0]} | {head[1]} |"
    yield "| --- | --- |"
    for what, value in rows:
        yield f"| {what} | {escaped(value)} |"


def _quote(citation: Citation) -> str:
    text = citation.text if len(citation.text) <= _LONG_QUOTE else citation.text[:_LONG_QUOTE] + " [...]"
    return f"“{escaped(text)}” ({escaped(words.place(citation))})"


def _sentence(sentence: str, citations: Iterable[Citation]) -> str:
    return f"- {escaped(sentence)} ({escaped(words.pointers(citations))})"


def _clause(clause: Clause) -> Iterator[str]:
    certainty = f" ({words.TO_CHECK})" if clause.to_check else ""
    yield f"- **{escaped(clause.type)}**{certainty} {_quote(clause)}"
    yield from (f"    - {escaped(words.qualification(q))}: {_quote(q)}" for q in clause.qualifications)


def _finding(finding: Finding) -> Iterator[str]:
    yield f"### {finding.severity.upper()}: {escaped(finding.title)}"
    yield ""
    yield f"{escaped(finding.focus)}; {words.about(finding)}. {escaped(finding.explanation)}"
    yield ""
    if finding.deviation:
        yield f"- Our position: {escaped(finding.deviation.position)}"
    yield from (f"- Assumes: {escaped(assumption)}" for assumption in finding.assumptions)
    if finding.escalate_to:
        yield f"- Who decides: {escaped(finding.escalate_to)}"
    yield from _support(finding.citations, finding.authorities, words.support(finding))


def _point(point: NegotiationPoint) -> Iterator[str]:
    yield f"### {point.priority}. {escaped(point.ask)}"
    yield ""
    yield escaped(point.rationale)
    yield ""
    yield f"- {words.EDITS[point.edit]}: {escaped(point.proposed_text)}"
    if point.fallback:
        yield f"- Fallback (internal): {escaped(point.fallback)}"
    yield from _support(point.citations, point.authorities)


def _item(item: ChecklistItem) -> str:
    said = f": {_quote(item.citations[0])}" if item.citations else ""
    return f"- **{item.status}** {escaped(item.cite)}, {escaped(item.what)}{said}"


def _support(citations: Iterable[Citation], authorities: Iterable[Authority], label: str = "Contract") -> Iterator[str]:
    yield from (f"- {label}: {_quote(citation)}" for citation in citations)
    yield from (f"- Law: {escaped(words.authority(authority))}" for authority in authorities)


def _not_found(review: Review) -> Iterator[str]:
    for missing in review.contract.not_found:
        near = f"; {len(missing.candidates)} near" if missing.candidates else ""
        yield f"- {escaped(missing.type)} ({words.miss_rate(missing.miss_rate)}{near})"


def _obligations(review: Review) -> Iterator[str]:
    for duty in review.contract.obligations:
        who = duty.obligor_party or duty.obligor
        yield f"- **{escaped(who)}** ({duty.modality}): {escaped(duty.action)} ({escaped(words.pointer(duty))})"


def _issue(issue: Issue) -> str:
    page = f", p. {issue.page}" if issue.page else ""
    return f"- {issue.severity}: {escaped(issue.message)} ({issue.code}{page})"


def _provenance(review: Review) -> Iterator[str]:
    made = review.provenance
    yield f"- legalai {escaped(made.legalai)}, {escaped(made.created_at)}, drafter {escaped(made.drafter)}"
    yield f"- clause model {escaped(made.clause_model)} ({made.clause_model_sha256[:12]})"
    prompts = dict.fromkeys(made.prompts)
    yield from (f"- prompt {escaped(prompt.file)} v{prompt.version} ({prompt.sha256[:12]})" for prompt in prompts)
    yield from (f"- pack {escaped(pack.id)} as of {pack.as_of} ({pack.sha256[:12]})" for pack in made.packs)
    yield from (f"- plugin {escaped(plugin.name)} {escaped(plugin.version)}" for plugin in made.plugins)
