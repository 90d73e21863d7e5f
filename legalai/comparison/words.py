"""What the pages of a comparison say, alike in every format."""

from collections.abc import Iterator, Sequence

from legalai.comparison.changes import FORM_ONLY
from legalai.ingest.marks import many
from legalai.schema import ClauseChange, Comparison, FactEffect, FindingEffect, WordEdit

Piece = tuple[str, str]
_LONGEST_HEADING = 80
_LONGEST_BEGINNING = 40
_MARKED = {"yes": "tracked", "partly": "tracked in part", "no": "not tracked"}


def shown(comparison: Comparison) -> tuple[ClauseChange, ...]:
    """The changes of words and places, without those of form."""
    return tuple(each for each in comparison.changes if each.kind not in FORM_ONLY)


def about(comparison: Comparison) -> Iterator[str]:
    """What was compared and how much of it changed, in a few sentences."""
    changes = shown(comparison)
    counted = f"{many(len(changes), 'change')}; {many(comparison.unchanged, 'clause')} unchanged"
    form = len(comparison.changes) - len(changes)
    yield f"{counted}; {form} with another number, space or quotation mark only." if form else f"{counted}."
    if not changes:
        return
    if not comparison.new_has_tracked_changes:
        yield f"{comparison.new.name} has no tracked changes: it marks none of what follows."
    elif unmarked := sum(each.tracked != "yes" for each in changes):
        were = "was" if unmarked == 1 else "were"
        yield f"{unmarked} of them {were} made without a tracked change, or in part, and come first."
    else:
        yield "All of them are tracked."
    if comparison.acting_for is None:
        yield "Nobody is acted for: what to answer is not said."


def doubts(comparison: Comparison) -> Iterator[str]:
    """Why the law or the playbook that both were judged by may be wrong."""
    yield from (issue.message for issue in comparison.issues)


def place(change: ClauseChange) -> str:
    """The clause: its number and the heading it stands under; without a number, how it begins."""
    number = _number(change)
    if number is None:
        shown = change.new or change.old
        words = f"“{_short(shown.text if shown else change.before_marks or '', _LONGEST_BEGINNING)}”"
        figure = shown is not None and not any(each.isalpha() for each in shown.text)
        return f"{words} ({_short(change.heading, _LONGEST_HEADING)})" if figure and change.heading else words
    return f"{number} {_short(change.heading, _LONGEST_HEADING)}" if change.heading else number


def _short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"


def _number(change: ClauseChange) -> str | None:
    old, new = change.old.number if change.old else None, change.new.number if change.new else None
    if old and new and old != new:
        return f"{new} (was {old})"
    return new or old


def what(change: ClauseChange) -> str:
    """What became of the clause, and whether the new file marks it."""
    kind = "changed and moved" if change.moved and change.kind == "changed" else change.kind
    if change.old is None and change.new is None:
        kind = "added and deleted again"
    elif change.kind == "changed" and not change.edits:
        kind = "changed and changed back"
    who = f" by {', '.join(change.authors)}" if change.authors else ""
    return f"{kind}, {_MARKED[change.tracked]}{who}"


def pieces(change: ClauseChange) -> Iterator[Piece]:
    """The clause's words in order, each piece kept, taken out ("del") or put in ("ins")."""
    if change.old is None or change.new is None:
        if change.old is not None:
            yield "del", change.old.text
        else:
            yield "ins", change.new.text if change.new else change.before_marks or ""
        return
    yield from _pieces(change.old.text, change.edits)


def unmarked_pieces(change: ClauseChange) -> Iterator[Piece]:
    """The same of the words that were changed without a mark, where only some were."""
    if change.old is not None and change.unmarked:
        yield from _pieces(change.old.text, change.unmarked)


def _pieces(text: str, edits: Sequence[WordEdit]) -> Iterator[Piece]:
    position = 0
    for edit in edits:
        yield "", text[position : edit.start]
        yield "del", edit.text
        yield "ins", edit.new_text
        position = edit.end
    yield "", text[position:]


def effect(finding: FindingEffect) -> str:
    """A finding's line: what became of it, how grave it is."""
    severity = finding.severity_after or finding.severity_before
    if finding.severity_before and finding.severity_after:
        return f"{finding.kind}: {finding.title} ({finding.severity_before}, now {finding.severity_after})"
    return f"{finding.kind}: {finding.title} ({severity})"


def fact(each: FactEffect) -> str:
    """A fact's line."""
    return f"{each.what}: {each.old or 'none'} → {each.new or 'none'}"


def ties(comparison: Comparison, changes: Sequence[str]) -> str:
    """The places of the changes something comes from."""
    by_id = {each.id: each for each in comparison.changes}
    return ", ".join(dict.fromkeys(f"{each.removeprefix('change-')} ({place(by_id[each])})" for each in changes))
