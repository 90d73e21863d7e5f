"""What a Word file carries beside its text, put in its place there: tracked changes, comments, hidden words."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legalai.ingest.guard import Element
from legalai.ingest.invisible import revealed
from legalai.ingest.marks import CALLED, MOST_HIDDEN, changes_issue, hidden_issues, many
from legalai.ingest.word.changes import Change, changes_in, formatting_changes
from legalai.ingest.word.opc import Package, W
from legalai.ingest.word.runs import RunReader, UnseenWords
from legalai.schema import Document, HiddenText, Issue, TrackedChange, View

_MOST_LISTED = 30


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and the paragraph it is on, as in `Home`; None where that is not in the body."""

    author: str
    date: str
    paragraph: int | None


@dataclass(frozen=True)
class Marks:
    """What is marked in a file, by paragraph and run: both stay as they are whichever view is read."""

    changes: tuple[Change, ...]
    comments: tuple[Comment, ...]
    formatting: int

    @staticmethod
    def of(package: Package, body: Element, indices: Mapping[Element, int]) -> "Marks":
        """The marks of a package; to be asked before its changes are undone."""
        stories = [body, *(package.related[kind] for kind in ("footnotes", "endnotes") if kind in package.related)]
        return Marks(
            changes=tuple(change for story in stories for change in changes_in(story, indices)),
            comments=tuple(_comments(package, body, indices)),
            formatting=sum(map(formatting_changes, stories)),
        )

    def put_on(self, document: Document, view: View, runs: RunReader, outside: Sequence[HiddenText]) -> Document:
        """The document with its changes, its hidden words, and issues that list them."""
        places = _Places(document)
        hidden = (*(places.hidden(words) for words in _joined(runs.unseen)), *outside)
        name = document.facts.name
        tracked = bool(self.changes or self.formatting)
        issues = [
            *self._of_changes(name, view, places),
            *self._of_comments(name, places),
            *hidden_issues(name, len(hidden) - len(outside)),
        ]
        if runs.seen["embedded"]:
            message = (
                f"{name} embeds {runs.seen['embedded']} other documents (spreadsheets, charts, files) that were not "
                "read: paste them into the contract."
            )
            issues.append(Issue(code="embedded-content", severity="warning", message=message))
        return replace(
            document,
            facts=replace(document.facts, view=view if tracked else None),
            issues=(*document.issues, *issues),
            hidden=hidden[:MOST_HIDDEN],
            changes=tuple(places.change(each) for each in self.changes),
        )

    def _of_changes(self, name: str, view: View, places: "_Places") -> Iterator[Issue]:
        counted = Counter(CALLED[each.kind] for each in self.changes)
        counted.update({"change of formatting": self.formatting} if self.formatting else {})
        if not counted:
            return
        yield changes_issue(name, view, counted)
        worded = [each for each in self.changes if each.text.strip()]
        for each in worded[:_MOST_LISTED]:
            size = many(len(each.text.split()), "word")
            message = f"Open {CALLED[each.kind]} of {size}{_signed(each)} {places.called(each.paragraph)}."
            yield Issue(code="open-change", severity="info", message=message)
        if len(worded) > _MOST_LISTED:
            message = f"{len(worded) - _MOST_LISTED} more open changes are not listed: see them in Word."
            yield Issue(code="open-change", severity="info", message=message)

    def _of_comments(self, name: str, places: "_Places") -> Iterator[Issue]:
        if not self.comments:
            return
        which = "which is" if len(self.comments) == 1 else "which are"
        message = f"{name} has {many(len(self.comments), 'comment')}, {which} not part of the text."
        yield Issue(code="comments", severity="info", message=message)
        for each in self.comments[:_MOST_LISTED]:
            message = f"Open comment{_signed(each)} {places.called(each.paragraph)}."
            yield Issue(code="open-comment", severity="info", message=message)


def _comments(package: Package, body: Element, indices: Mapping[Element, int]) -> Iterator[Comment]:
    part = package.related.get("comments")
    where = {
        reference.get(f"{W}id"): next(reference.iterancestors(f"{W}p"), None)
        for reference in body.iter(f"{W}commentReference")
    }
    for comment in part.findall(f"{W}comment") if part is not None else ():
        paragraph = where.get(comment.get(f"{W}id"))
        yield Comment(
            author=comment.get(f"{W}author", ""),
            date=comment.get(f"{W}date", ""),
            paragraph=indices.get(paragraph) if paragraph is not None else None,
        )


def _joined(found: Sequence[UnseenWords]) -> Iterator[UnseenWords]:
    """Unseen words, those of neighbouring runs hidden in the same way as one."""
    last: UnseenWords | None = None
    end: int | None = None
    for words in found:
        follows = last is not None and end is not None and words.run is not None and words.run - end in (0, 1)
        if last is not None and follows and (last.paragraph, last.unseen) == (words.paragraph, words.unseen):
            last = replace(last, text=last.text + words.text)
        else:
            if last is not None:
                yield last
            last = words
        end = words.run
    if last is not None:
        yield last


def _signed(mark: Change | Comment) -> str:
    """Who made a mark and when, as far as the file says; a name is the file's word, and shown with care."""
    author = f" by {revealed(mark.author, 60)}" if mark.author.strip() else ""
    date = f" on {mark.date[:10]}" if mark.date[:10].replace("-", "").isdigit() else ""
    return author + date


class _Places:
    """Where in the text of a document the paragraphs and runs of its file are."""

    def __init__(self, document: Document) -> None:
        self._document = document
        homes = [
            (home.paragraph, -1 if home.run is None else home.run, home.start, home.end)
            for home in document.text_map.homes
            if home.paragraph is not None and not document.text[home.start : home.end].isspace()
        ]
        self._homes = sorted(homes)
        self._keys = [(paragraph, run) for paragraph, run, _, _ in self._homes]
        self._starts = [block.start for block in document.blocks]

    def anchor(self, paragraph: int | None, run: int | None) -> int:
        """The place in the text that is nearest to a run that shows nothing: after what stands before it."""
        if paragraph is None:
            return len(self._document.text)
        index = bisect_right(self._keys, (paragraph, -1 if run is None else run))
        before = self._homes[index - 1] if index else None
        after = self._homes[index] if index < len(self._homes) else None
        if before is None or (before[0] != paragraph and after is not None and after[0] == paragraph):
            return after[2] if after is not None else 0
        return before[3]

    def hidden(self, words: UnseenWords) -> HiddenText:
        """Unseen words with their place."""
        anchor = self.anchor(words.paragraph, words.run)
        return HiddenText(kind=words.unseen.kind, text=words.text, anchor=anchor, why=words.unseen.why)

    def change(self, change: Change) -> TrackedChange:
        """A change with the characters that show it, or the place where they would stand."""
        start = end = None
        if change.paragraph is not None and change.first is not None and change.last is not None:
            low = bisect_right(self._keys, (change.paragraph, change.first - 1))
            low = max(low, bisect_right(self._keys, (change.paragraph, -1)))
            shown = self._homes[low : bisect_right(self._keys, (change.paragraph, change.last))]
            if shown:
                start, end = shown[0][2], shown[-1][3]
        if start is None or end is None:
            start = end = self.anchor(change.paragraph, change.first)
        return TrackedChange(
            kind=change.kind, text=change.text, start=start, end=end, author=change.author, date=change.date
        )

    def called(self, paragraph: int | None) -> str:
        """What a reader calls the place of a paragraph: its clause number, else which paragraph of the text it is."""
        if paragraph is None:
            return "in a note"
        index = max(bisect_right(self._starts, self.anchor(paragraph, None)) - 1, 0)
        number = self._document.blocks[index].number if self._document.blocks else None
        return f"in clause {number.rstrip('.')}" if number else f"in paragraph {index + 1}"
