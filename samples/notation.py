"""The notation our sample contracts are written in: one paragraph a line, and the first mark says what it is.

    key: value        (before the first empty line) title, header, footer, page (letter, a4 or text), style (us or uk)
    = text            title             : text   centered line         ~ text   heading without a number
    P text            party (1), (2)    @ text   recital (A), (B)      > text   definition
    # text            clause 1.         ## 1.1   ### (a)   #### (i)
    | a | b           table row; the first row of a table is its head
    %% NAME | TITLE   a schedule: new page, clauses count from 1 again
    sign: COMPANY | name | title | date       one signature; without a name it is still open
    anything else     paragraph

Inside a line: **bold**, __underlined__, straight quotes (printed as curly ones), [[label]] for the number of the clause
that ends with {#label}.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, groupby, zip_longest
from pathlib import Path
from typing import Literal

Kind = Literal[
    "title",
    "centered",
    "heading",
    "party",
    "recital",
    "definition",
    "clause",
    "table",
    "schedule",
    "signature",
    "paragraph",
]

MARKS: tuple[tuple[str, Kind], ...] = (
    ("= ", "title"),
    (": ", "centered"),
    ("~ ", "heading"),
    ("P ", "party"),
    ("@ ", "recital"),
    ("> ", "definition"),
    ("%% ", "schedule"),
    ("sign: ", "signature"),
)
CLAUSE = re.compile(r"(#{1,4}) ")
LABEL = re.compile(r" \{#(\w+)\}$")
REFERENCE = re.compile(r"\[\[(\w+)\]\]")
STYLED = re.compile(r"\*\*([^*]+)\*\*|__([^_]+)__")


@dataclass(frozen=True)
class Run:
    """Words in one style."""

    text: str
    bold: bool = False
    underlined: bool = False


@dataclass(frozen=True)
class Item:
    """One paragraph, table or signature block. `number` is as printed ("(a)"), `full` as cited ("1.1(a)")."""

    kind: Kind
    text: str = ""
    level: int = 0
    number: str | None = None
    full: str | None = None
    label: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    keep_with_next: bool = False

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(_runs(self.text))

    @property
    def plain(self) -> str:
        """The words without style marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Sample:
    """One contract: its front matter and its items in order."""

    name: str
    front: dict[str, str]
    items: tuple[Item, ...]


def read_sample(path: Path) -> Sample:
    front_text, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    front = dict(line.split(": ", 1) for line in front_text.splitlines())
    items = tuple(_numbered(_grouped(_item(line) for line in body.splitlines())))
    numbers = {item.label: item.full for item in items if item.label}

    def resolve(text: str) -> str:
        return _curly(REFERENCE.sub(lambda match: str(numbers[match[1]]), text))

    resolved = tuple(
        replace(
            item,
            text=resolve(item.text),
            rows=tuple(tuple(map(resolve, row)) for row in item.rows),
            keep_with_next=following is not None and following.kind == "signature",
        )
        for item, following in zip_longest(items, items[1:])
    )
    return Sample(path.stem, front, resolved)


def _item(line: str) -> Item:
    label = LABEL.search(line)
    if label:
        line = line[: label.start()]
    name = label[1] if label else None
    clause = CLAUSE.match(line)
    if clause:
        return Item("clause", line[clause.end() :], level=len(clause[1]) - 1, label=name)
    if line.startswith("| "):
        return Item("table", rows=(_cells(line.removeprefix("| ")),))
    for mark, kind in MARKS:
        if line.startswith(mark):
            rest = line.removeprefix(mark)
            cells = (_cells(rest),) if kind in ("schedule", "signature") else ()
            return Item(kind, "" if cells else rest, rows=cells, label=name)
    return Item("paragraph", line, label=name)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


def _grouped(items: Iterator[Item]) -> Iterator[Item]:
    """Rows that follow each other become one table, signatures one block."""
    for kind, group in groupby(items, key=lambda item: item.kind):
        if kind in ("table", "signature"):
            yield Item(kind, rows=tuple(row for item in group for row in item.rows))
        else:
            yield from group


def _numbered(items: Iterator[Item]) -> Iterator[Item]:
    counts = [0, 0, 0, 0]
    parties, recitals = count(1), count(65)
    for item in items:
        if item.kind == "clause":
            counts[item.level] += 1
            counts[item.level + 1 :] = [0] * (3 - item.level)
            yield replace(item, number=_printed(counts, item.level), full=_full(counts, item.level))
        elif item.kind == "party":
            yield replace(item, number=f"({next(parties)})")
        elif item.kind == "recital":
            yield replace(item, number=f"({chr(next(recitals))})")
        else:
            if item.kind == "schedule":
                counts = [0, 0, 0, 0]
            yield item


def _printed(counts: list[int], level: int) -> str:
    if level == 0:
        return f"{counts[0]}."
    if level == 1:
        return f"{counts[0]}.{counts[1]}"
    return f"({chr(96 + counts[2])})" if level == 2 else f"({('i', 'ii', 'iii', 'iv', 'v')[counts[3] - 1]})"


def _full(counts: list[int], level: int) -> str:
    if level == 0:
        return str(counts[0])
    return f"{counts[0]}.{counts[1]}" + "".join(_printed(counts, deeper) for deeper in range(2, level + 1))


def _curly(text: str) -> str:
    text = re.sub(r'(^|[\s(])"', "\\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(])'", "\\1‘", text).replace("'", "’")


def _runs(text: str) -> Iterator[Run]:
    position = 0
    for match in STYLED.finditer(text):
        if match.start() > position:
            yield Run(text[position : match.start()])
        yield Run(match[1] or match[2], bold=match[1] is not None, underlined=match[2] is not None)
        position = match.end()
    if position < len(text):
        yield Run(text[position:])


def signature_lines(row: tuple[str, ...], style: str) -> tuple[str, ...]:
    """A signature block as printed; signed copies are conformed, so the signature is typed."""
    company, name, title, day = row
    line = "_" * 28
    if style == "uk":
        return (
            "Signed for and on behalf of",
            company,
            f"Signature: {f'(signed) {name}' if day else line}",
            f"Name: {name or line}",
            f"Position: {title or line}",
            f"Date: {day or line}",
        )
    return (
        company,
        f"By: {f'/s/ {name}' if day else line}",
        f"Name: {name or line}",
        f"Title: {title or line}",
        f"Date: {day or line}",
    )
