"""A comparison as Markdown, for reading in any editor."""

from collections.abc import Iterable, Iterator

from legalai.comparison import words
from legalai.export.markdown import escaped
from legalai.schema import ChangeAnswer, ClauseChange, Comparison

_MARKS = {"": "{}", "del": "~~{}~~", "ins": "**{}**"}


def markdown_page(comparison: Comparison) -> str:
    """The comparison as Markdown: words taken out are struck through, words put in bold."""
    return "\n".join(_lines(comparison)).rstrip() + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"# {escaped(comparison.new.name)} against {escaped(comparison.old.name)}"
    yield ""
    yield from (escaped(each) for each in words.about(comparison))
    for each in words.doubts(comparison):
        yield from ("", escaped(each))
    if comparison.findings:
        yield from ("", "## What it does to the findings", "")
    for each in comparison.findings:
        tied = words.ties(comparison, each.changes)
        yield f"- {escaped(words.effect(each) + (f': change {tied}' if tied else ''))}"
    if comparison.facts:
        yield from ("", "## Dates, parties, sums and law", "")
    yield from (f"- {escaped(words.fact(each))}" for each in comparison.facts)
    changes = words.shown(comparison)
    answers = {each.change: each for each in comparison.answers}
    if changes:
        yield from ("", "## Changes", "")
    for change in changes:
        yield from _change(change, answers.get(change.id))


def _change(change: ClauseChange, answer: ChangeAnswer | None) -> Iterator[str]:
    yield f"### {change.id.removeprefix('change-')}. {escaped(words.place(change))}"
    yield from ("", escaped(words.what(change)), "", f"> {_marked(words.pieces(change))}", "")
    unmarked = _marked(words.unmarked_pieces(change))
    if unmarked:
        yield from ("Of it, without a tracked change:", "", f"> {unmarked}", "")
    if answer is not None:
        yield from (f"**{answer.answer.capitalize()}.** {escaped(answer.why)}", "")
        if answer.ask is not None:
            yield from (f"Ask: {escaped(answer.ask)}", "")
        if answer.proposed_text is not None:
            yield from ("Propose:", "", f"> {escaped(answer.proposed_text)}", "")


def _marked(pieces: Iterable[words.Piece]) -> str:
    return "".join(_piece(mark, text) for mark, text in pieces if text)


def _piece(mark: str, text: str) -> str:
    """A piece with its marks close to its words: Markdown reads marks beside white space as plain characters."""
    words_only = text.strip()
    if not words_only:
        return " "
    before = " " if text[0].isspace() else ""
    after = " " if text[-1].isspace() else ""
    return before + _MARKS[mark].format(escaped(words_only)) + after
