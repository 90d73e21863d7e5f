"""Clause numbers that are skipped, used twice or out of order, and lists such as "(a), (b), (d)"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legalai.extract.segmentation.roman import numeral
from legalai.proofread.source import Source
from legalai.schema import Mistake

_LABEL = re.compile(
    r"(?P<word>(?:Section|SECTION|Clause|CLAUSE|Article|ARTICLE)\s{1,3})?(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})(?P<end>\.(?!\d)|\)|:)?(?=\s|$)"
)
_MARKS = re.compile(r"(?:(?<=[\s,;:])|^)\((?P<mark>[a-z]{1,4})\)\s")
_ITEM = re.compile(r"\((?P<mark>[a-z]{1,4})\)(?=\s)")
_ROMAN = tuple(numeral(value) for value in range(1, 13))
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Numbered:
    steps: tuple[int, ...]
    start: int
    end: int
    text: str
    form: str


def find_numbering_mistakes(source: Source) -> Iterator[Mistake]:
    """Faults in rows of clause numbers and of list marks."""
    for row in _rows(_numbered(source)):
        yield from _faults(source, row)
    yield from _lists(source)


def _numbered(source: Source) -> list[_Numbered]:
    """The clauses that begin with a number of digits, of the contract itself."""
    found: list[_Numbered] = []
    outline = source.resolver.outline
    for index, passage in enumerate(source.passages):
        block = source.document.blocks[passage.block]
        if (
            passage.start != block.start
            or block.kind == "table_cell"
            or index in outline.contents
            or outline.scopes[index]
        ):
            continue
        label = _LABEL.match(passage.text)
        if label and (label["end"] or label["word"] or "." in label["number"]) and label.end() < len(passage.text):
            steps = tuple(int(step) for step in label["number"].split("."))
            form = f"{len(steps)}{(label['word'] or '').strip().lower()}{')' if label['end'] == ')' else ''}"
            found.append(_Numbered(steps, passage.start, passage.start + label.end("number"), passage.text, form))
    return found


def _rows(numbered: Sequence[_Numbered]) -> Iterator[list[_Numbered]]:
    """Numbers of one form below one number, from 1 up; a 1 begins a new row."""
    rows: dict[tuple[object, ...], list[_Numbered]] = {}
    for each in numbered:
        key = (each.form, each.steps[:-1])
        if each.steps[-1] <= 1 and key in rows:
            yield rows.pop(key)
        rows.setdefault(key, []).append(each)
    yield from rows.values()


def _faults(source: Source, row: Sequence[_Numbered]) -> Iterator[Mistake]:
    values = [each.steps[-1] for each in row]
    if len(values) < _FEWEST or values[0] != 1 or not _mostly_in_order(values):
        return
    for (place, before), after in zip(enumerate(row), row[1:], strict=False):
        step = after.steps[-1] - before.steps[-1]
        following = values[place + 2] if place + 2 < len(values) else None
        number, missing = _shown(after), _shown(after, last=before.steps[-1] + 1)
        told = place > 0 and values[place - 1] == before.steps[-1]
        if step == 2 and not told and before.steps[-1] + 1 not in values and not _stands(source, missing):
            yield _mistake(source, "number-skipped", f"Number {missing} is skipped.", before, after)
        elif step == 0 and before.text != after.text and following in (None, after.steps[-1] + 1, after.steps[-1] + 2):
            yield _mistake(source, "number-twice", f"Number {number} is used twice.", after, before)
        elif step == -1 and place and values[place - 1] == after.steps[-1] - 1 and following == before.steps[-1] + 1:
            yield _mistake(source, "number-order", f"Number {number} stands after {_shown(before)}.", after, before)


def _mostly_in_order(values: Sequence[int]) -> bool:
    """At most one step of a row is not to the next number; more, and it is no row of clauses that was well read."""
    steps = [after - before for before, after in pairwise(values)]
    # A number that was written for the next one, "7.2, 7.2, 7.4", is one fault.
    wrong = sum(step != 1 for step in steps) - sum(pair == (0, 2) for pair in pairwise(steps))
    return wrong <= 1 or (wrong <= 3 and sorted(values) == list(range(1, len(values) + 1)))


def _shown(each: _Numbered, *, last: int | None = None) -> str:
    return ".".join(str(step) for step in (*each.steps[:-1], each.steps[-1] if last is None else last))


def _stands(source: Source, number: str) -> bool:
    """Whether the number stands anywhere but behind a word that refers to it."""
    pattern = (
        rf"(?<![\d.])(?<!ection )(?<!ections )(?<!lause )(?<!rticle ){re.escape(number)}(?:\.(?!\d)|\)|:|\s+[A-Z])"
    )
    return re.search(pattern, source.document.text) is not None


def _mistake(source: Source, kind: str, sentence: str, at: _Numbered, other: _Numbered) -> Mistake:
    assert kind in ("number-skipped", "number-twice", "number-order")
    return source.mistake(
        kind,
        "medium" if kind == "number-twice" else "low",
        sentence,
        (at.start, at.end),
        (other.start, other.end),
        advice="Number again, and check the references to the clauses that follow.",
    )


def _lists(source: Source) -> Iterator[Mistake]:
    """Lists inside one sentence, and lists whose items are paragraphs that follow each other."""
    for _, passage in source.prose():
        marks = [
            (m["mark"], passage.start + m.start("mark") - 1, passage.start + m.end("mark") + 1)
            for m in _MARKS.finditer(passage.text)
        ]
        yield from _gaps(source, marks)
    # Items that are paragraphs of their own: of one indentation, below one number.
    row: list[tuple[str, int, int]] = []
    for _, passage in source.prose():
        if source.document.blocks[passage.block].start != passage.start:
            continue
        item = _ITEM.match(passage.text)
        if item is None or (item["mark"] in ("a", "i") and row):
            yield from _gaps(source, row)
            row = []
        if item is not None:
            row.append((item["mark"], passage.start, passage.start + item.end()))
    yield from _gaps(source, row)


def _gaps(source: Source, marks: Sequence[tuple[str, int, int]]) -> Iterator[Mistake]:
    names = [mark for mark, _, _ in marks]
    for row in (_LETTERS, _ROMAN):
        if row is _LETTERS and "a" not in names:
            continue
        if row is _ROMAN and not {"i", "ii"} <= set(names):
            continue
        first = names.index(row[0])
        chain = [(row.index(mark), start, end) for mark, start, end in marks[first:] if mark in row]
        if row is _LETTERS and "ii" in names:
            continue
        for before, after in pairwise(chain):
            if after[0] == before[0] + 2 and before[0] >= 1 and row[before[0] + 1] not in names:
                between = source.document.text[before[2] : after[1]]
                # "(i)" after "(g)" begins a list of its own; a mark may be glued to the word before it.
                if (row[after[0]] in ("i", "v", "x") and row is _LETTERS) or f"{row[before[0] + 1]})" in between:
                    continue
                yield source.mistake(
                    "number-skipped",
                    "low",
                    f"The list goes from ({row[before[0]]}) to ({row[after[0]]}).",
                    (before[1], before[2]),
                    (after[1], after[2]),
                    advice="Number the list again, or put back the item that is gone.",
                )
