"""The changes between two versions, clause by clause, and which of them the new file marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalai.advise.places import Places
from legalai.comparison.alignment import align, in_rows
from legalai.comparison.before_marks import clauses_before_marks, deleted_by, marked_by
from legalai.comparison.clauses import ComparedClause, clauses_of
from legalai.comparison.word_edits import word_edits
from legalai.schema import Citation, ClauseChange, ClauseChangeKind, Document, Tracking

FORM_ONLY: tuple[ClauseChangeKind, ...] = ("renumbered", "formatting")
_ORDER: dict[Tracking, int] = {"no": 0, "partly": 0, "yes": 1}


@dataclass(frozen=True)
class ClauseChanges:
    """What changed, the unmarked first, what differs in form only last; and how many clauses did not."""

    changes: tuple[ClauseChange, ...]
    unchanged: int


@dataclass(frozen=True)
class _Story:
    """A clause in the old version, in the new one before its tracked changes, and in the new one."""

    old: ComparedClause | None
    before: ComparedClause | None
    new: ComparedClause | None
    moved_unmarked: bool
    moved_marked: bool


def clause_changes(old: Document, new: Document, original: Document | None) -> ClauseChanges:
    """What changed from one document to the other; `original` is the new file before its tracked changes."""
    before = clauses_before_marks(old, new, original)
    if before is None:
        stories = list(_plain(clauses_of(old), clauses_of(new)))
    else:
        stories = list(_marked(clauses_of(old), before, clauses_of(new)))
    teller = _Teller(old, new, original)
    told = [teller.change(story) for story in stories]
    changes = sorted(
        (each for each in told if each is not None), key=lambda each: (each.kind in FORM_ONLY, _ORDER[each.tracked])
    )
    numbered = tuple(replace(each, id=f"change-{number}") for number, each in enumerate(changes, start=1))
    return ClauseChanges(numbered, told.count(None))


def _plain(old: Sequence[ComparedClause], new: Sequence[ComparedClause]) -> Iterator[_Story]:
    for row in align(old, new):
        after = new[row.new] if row.new is not None else None
        yield _Story(old[row.old] if row.old is not None else None, after, after, row.moved, False)


def _marked(
    old: Sequence[ComparedClause], before: Sequence[ComparedClause], new: Sequence[ComparedClause]
) -> Iterator[_Story]:
    """Two steps, one without marks and one with them, so that a mark never covers for words beside it."""
    first = {row.new: row for row in align(old, before) if row.new is not None}
    second = {row.old: row for row in align(before, new) if row.old is not None and row.new is not None}
    middle_of_old = {row.old: middle for middle, row in first.items() if row.old is not None}
    middle_of_new = {row.new: middle for middle, row in second.items()}
    pairs = {i: second[middle].new for i, middle in middle_of_old.items() if middle in second}
    for row in in_rows(len(old), len(new), {i: j for i, j in pairs.items() if j is not None}):
        middle = middle_of_new.get(row.new) if row.new is not None else middle_of_old.get(row.old or 0)
        yield _Story(
            old[row.old] if row.old is not None else None,
            before[middle] if middle is not None else None,
            new[row.new] if row.new is not None else None,
            middle in first and first[middle].moved,
            middle in second and second[middle].moved,
        )
    for middle, row in first.items():
        if row.old is None and middle not in second:
            yield _Story(None, before[middle], None, False, False)


class _Teller:
    """Tells the change that a clause went through."""

    def __init__(self, old: Document, new: Document, original: Document | None) -> None:
        self._old, self._new = Places(old), Places(new)
        self._old_document, self._new_document, self._original = old, new, original

    def change(self, story: _Story) -> ClauseChange | None:
        """The change, or None where there is none; its id is given later."""
        moved = story.moved_unmarked or story.moved_marked
        unmarked, marked = _differ(story.old, story.before), _differ(story.before, story.new)
        kind = _kind(story, moved=moved)
        if kind is None:
            return None
        shown = story.new or story.before or story.old
        words = kind not in FORM_ONLY
        tracked = _tracking(unmarked or story.moved_unmarked, marked or story.moved_marked) if words else "no"
        both = story.old is not None and story.new is not None
        partly = tracked == "partly" and story.before is not None
        return ClauseChange(
            id="",
            kind=kind,
            heading=shown.heading if shown else None,
            old=_cite(self._old, story.old),
            new=_cite(self._new, story.new),
            edits=word_edits(story.old.text, story.new.text) if both and story.old and story.new and words else (),
            moved=moved,
            tracked=tracked,
            authors=self._authors(story) if tracked != "no" else (),
            before_marks=story.before.text if partly and story.before else None,
            unmarked=word_edits(story.old.text, story.before.text) if partly and story.old and story.before else (),
        )

    def _authors(self, story: _Story) -> tuple[str, ...]:
        if story.new is not None:
            return marked_by(self._new_document, self._old_document, story.new.words_start, story.new.end)
        if story.before is not None and self._original is not None and story.before.end:
            return marked_by(self._original, self._old_document, story.before.words_start, story.before.end)
        if story.before is not None:
            return deleted_by(self._new_document, self._old_document, story.before.text)
        return ()


def _kind(story: _Story, *, moved: bool) -> ClauseChangeKind | None:
    """None where nothing changed; words changed without a mark and changed back with one are a change too."""
    old, new = story.old, story.new
    if old is None:
        return "added"
    if new is None:
        return "removed"
    if old.key != new.key or _differ(old, story.before):
        return "changed"
    if moved:
        return "moved"
    if old.number != new.number:
        return "renumbered"
    return "formatting" if old.text != new.text else None


def _differ(one: ComparedClause | None, other: ComparedClause | None) -> bool:
    return (one.key if one else None) != (other.key if other else None)


def _tracking(unmarked: bool, marked: bool) -> Tracking:
    return "partly" if unmarked and marked else "yes" if marked else "no"


def _cite(places: Places, clause: ComparedClause | None) -> Citation | None:
    return places.cite(clause.words_start, clause.end) if clause is not None else None
