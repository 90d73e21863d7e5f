"""What a file carries beside its text, put in its place there: tracked changes and words that no reader is shown."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from legalai.ingest.marks import CALLED, MOST_HIDDEN, changes_issue, hidden_issues
from legalai.ingest.markup.flow import Flow, Place
from legalai.ingest.word.visibility import Unseen
from legalai.schema import ChangeKind, Document, DocumentFacts, HiddenText, Issue, TrackedChange, View

# Among so many marks before, the one that goes on is looked for: two authors' changes alternate.
_NEAR = 4
_GONE = frozenset({"deletion", "move_from"})


@dataclass(frozen=True, slots=True)
class Change:
    """What kind of change it is, and who made it when, as far as the file says."""

    kind: ChangeKind
    author: str = ""
    date: str = ""

    def is_shown(self, view: View) -> bool:
        """Whether a view shows its words."""
        return (self.kind in _GONE) == (view == "original")


@dataclass(slots=True)
class _Marked:
    """Words of one change or one hidden passage, from `start` to `end`; `added` is how far the flow was at its end."""

    what: Change | Unseen
    text: str
    start: Place
    end: Place
    added: int
    shown: bool


class Marks:
    """Collects what is marked while a flow is filled; what touches and is marked alike is one."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._marked: list[_Marked] = []

    def hide(self, unseen: Unseen, text: str) -> None:
        """Words that no reader is shown, where the flow is now."""
        if text:
            self._mark(unseen, text, self._flow.here(), shown=False)

    def change(self, change: Change, text: str, *, shown: bool, strong: bool = False) -> None:
        """Words of a change, which join the flow if they are shown."""
        if not text:
            return
        start = self._flow.here()
        before = self._flow.added
        if shown:
            self._flow.add(text, strong=strong)
        self._mark(change, text, start, shown=shown, before=before)

    def _mark(self, what: Change | Unseen, text: str, start: Place, *, shown: bool, before: int | None = None) -> None:
        last = next((each for each in reversed(self._marked[-_NEAR:]) if each.what == what), None)
        began = self._flow.added if before is None else before
        if last is not None and last.added == began and last.shown == shown:
            last.text += text
        else:
            last = _Marked(what, text, start, start, began, shown)
            self._marked.append(last)
        last.end, last.added = self._flow.here(), self._flow.added

    def put_on(self, document: Document, view: View, *, formatting: int = 0, is_tracked: bool = False) -> Document:
        """The document with its changes and hidden words, and issues that count them.

        `is_tracked`: there are changes, if only of paragraph breaks, which have no words.
        """
        marked = [each for each in self._marked if each.text.strip()]
        positions = _Positions(document)
        hidden = tuple(
            HiddenText(kind=each.what.kind, text=each.text, anchor=positions.of(each.start), why=each.what.why)
            for each in marked
            if isinstance(each.what, Unseen)
        )
        changes = tuple(positions.change(each.what, each) for each in marked if isinstance(each.what, Change))
        tracked = is_tracked or bool(changes or formatting)
        facts = replace(document.facts, view=view if tracked else None)
        return replace(
            document,
            facts=facts,
            issues=(*document.issues, *_issues(facts, changes, formatting, len(hidden))),
            hidden=hidden[:MOST_HIDDEN],
            changes=changes,
        )


class _Positions:
    """Where in the text of a document the places of its flow have come to be."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._starts: dict[tuple[int, str], int] = {}
        for home in document.text_map.homes:
            if home.paragraph is not None:
                self._starts[home.paragraph, document.text[home.start : home.end]] = home.start

    def of(self, place: Place) -> int:
        """The place in the text; its end for what stands after the last word."""
        start = None if place.paragraph is None else self._starts.get((place.paragraph, place.words))
        return len(self._text) if start is None else start + place.offset

    def change(self, change: Change, marked: _Marked) -> TrackedChange:
        """A change with the characters that show it, or the place where they would stand."""
        start, end = self.of(marked.start), self.of(marked.end)
        start, end = self._without_space(start, end) if marked.shown else (start, start)
        text = self._text[start:end] if start < end else marked.text
        return TrackedChange(kind=change.kind, text=text, start=start, end=end, author=change.author, date=change.date)

    def _without_space(self, start: int, end: int) -> tuple[int, int]:
        """A stretch without the paragraph breaks at its ends, which belong to nothing that was marked."""
        while start < end and self._text[end - 1] == "\n":
            end -= 1
        while start < end and self._text[start] == "\n":
            start += 1
        return start, max(start, end)


def _issues(facts: DocumentFacts, changes: tuple[TrackedChange, ...], formatting: int, hidden: int) -> Iterator[Issue]:
    name = facts.name
    counted = Counter(CALLED[each.kind] for each in changes)
    counted.update({"change of formatting": formatting} if formatting else {})
    if facts.view is not None:
        yield changes_issue(name, facts.view, counted)
    yield from hidden_issues(name, hidden)
