"""The new version without its own tracked changes: what is different there was changed without a mark."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from legalai.comparison.clauses import ComparedClause, clauses_of
from legalai.schema import Document, TrackedChange

_Known = Callable[[TrackedChange], bool]


def clauses_before_marks(old: Document, new: Document, original: Document | None) -> tuple[ComparedClause, ...] | None:
    """The clauses of the new version with its tracked changes rejected; None where it has none of its own.

    `original` is the new file as it was before every tracked change. Where the old version had open changes too, those
    stay made: they are what was sent.
    """
    known = _known(old)
    if all(known(each) for each in new.changes):
        return None
    if not old.changes and original is not None:
        return clauses_of(original)
    return tuple(_rejected(old, new, known))


def marked_by(document: Document, old: Document, start: int, end: int) -> tuple[str, ...]:
    """Who made the tracked changes in a stretch of text that the old version had not, each once."""
    known = _known(old)
    return _authors(each for each in document.changes if each.start <= end and start <= each.end and not known(each))


def deleted_by(document: Document, old: Document, text: str) -> tuple[str, ...]:
    """Who struck out a whole paragraph in a tracked change that the old version had not."""
    known, words = _known(old), ComparedClause(text).key
    return _authors(
        each
        for each in document.changes
        if _is_deletion(each) and words in ComparedClause(each.text).key and not known(each)
    )


def _authors(changes: Iterable[TrackedChange]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.author for each in changes if each.author))


def _known(old: Document) -> _Known:
    # A change that the other side splits keeps its author and its second, but not its words.
    moments = {(each.author, each.date) for each in old.changes if each.date}
    worded = Counter((each.kind, each.author, "".join(each.text.split())) for each in old.changes)
    return lambda each: (
        (each.author, each.date) in moments or (each.kind, each.author, "".join(each.text.split())) in worded
    )


def _rejected(old: Document, new: Document, known: _Known) -> Iterator[ComparedClause]:
    """The clauses of the accepted view with what is new taken out, and what is newly deleted put back."""
    whole = {each.key for each in clauses_of(old)}
    changes = [each for each in new.changes if not known(each)]
    taken: set[int] = set()
    for clause in clauses_of(new):
        here = [
            (number, each)
            for number, each in enumerate(changes)
            if number not in taken and clause.words_start <= each.start and each.end <= clause.end
        ]
        taken.update(number for number, _ in here)
        paragraphs = [
            each
            for _, each in here
            if _is_deletion(each)
            and each.start in (clause.words_start, clause.end)
            and ComparedClause(each.text).key in whole
        ]
        text = _without(new.text, clause, [each for _, each in here if each not in paragraphs])
        if text.strip():
            yield ComparedClause(
                text, clause.number, clause.heading, clause.part, clause.is_heading, is_cell=clause.is_cell
            )
        yield from (ComparedClause(each.text, part=clause.part) for each in paragraphs)


def _without(text: str, clause: ComparedClause, changes: list[TrackedChange]) -> str:
    position = clause.words_start
    pieces: list[str] = []
    for each in sorted(changes, key=lambda each: (each.start, each.end)):
        pieces.append(text[position : max(position, each.start)])
        if _is_deletion(each):
            pieces.append(each.text)
        position = max(position, each.end)
    return "".join(chain(pieces, [text[position : clause.end]]))


def _is_deletion(change: TrackedChange) -> bool:
    return change.kind in ("deletion", "move_from")
