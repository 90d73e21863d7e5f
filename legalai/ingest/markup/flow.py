"""Paragraphs from a stream of text and breaks: what HTML, OpenDocument and rich text have in common."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalai.ingest.clause_numbers import Label, Reading, bullet_length, read_label
from legalai.ingest.pieces import Paragraph, Piece
from legalai.ingest.tables import Cell, PlacedCell, columns_of, paragraphs_of, placed_cells, row_paragraphs
from legalai.ingest.word.numbering import Numbered


@dataclass(slots=True, eq=False)
class Place:
    """A place in the text to be: `offset` characters into `words`, those of a paragraph, as in `Home`.

    Until its paragraph is closed, `offset` counts from where the paragraph's text begins, white space included.
    """

    offset: int
    paragraph: int | None = None
    words: str = ""


class Flow:
    """Collects the text of one paragraph after the other. Homes count the paragraphs that hold words, from 0."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._plain = False
        self._count = 0
        self._places: list[Place] = []
        self.added = 0
        """How many characters were ever added."""
        self._taken = 0

    def here(self) -> Place:
        """The place that the text has come to."""
        place = Place(self.added - self._taken)
        self._places.append(place)
        return place

    def add(self, text: str, *, strong: bool = False) -> None:
        """Text of the current paragraph, as shown."""
        self._texts.append(text)
        self.added += len(text)
        if not strong and text.strip():
            self._plain = True

    def ends_in(self, characters: str) -> bool:
        """Whether the last character so far is one of these; True where there is none yet."""
        last = next((text for text in reversed(self._texts) if text), "")
        return not last or last[-1] in characters

    def ends_line(self) -> bool:
        """Whether a line break is the last that stands there, but for spaces."""
        return "".join(self._texts[-3:]).rstrip(" \t\u00a0").endswith("\n")

    def take(self) -> str:
        """The text so far, which is then forgotten."""
        text = "".join(self._texts)
        self._texts, self._plain = [], False
        self._taken = self.added
        for place in self._places:
            place.offset = 0
        return text

    def close(self, *, number: Numbered | None = None, outline: int | None = None) -> Paragraph | None:
        """The paragraph that ends here, with the number shown before it; None where it holds no words."""
        strong = not self._plain
        offsets = [place.offset for place in self._places]
        collected = self.take()
        text = collected.strip()
        if not text:
            return None
        lead = len(collected) - len(collected.lstrip())
        in_halves = not text.isascii() and len(whole(text)) < len(text)
        for place, offset in zip(self._places, offsets, strict=True):
            inside = min(max(offset - lead, 0), len(text))
            # Halves of characters become one, which is rare and costs a look at all that stands before.
            place.offset = len(whole(text[:inside])) if in_halves else inside
        if not text.isascii():
            text = whole(text)
        return self.paragraph(text, number=number, outline=outline, strong=strong)

    def paragraph(
        self, text: str, *, number: Numbered | None = None, outline: int | None = None, strong: bool = False
    ) -> Paragraph:
        """A paragraph of this text."""
        words = Piece(text, paragraph=self._count)
        shown = Piece(number.text, paragraph=self._count) if number else None
        for place in self._places:
            place.paragraph, place.words = self._count, text
        self._places = []
        self._count += 1
        return Paragraph(
            pieces=(shown, words) if shown else (words,),
            label=number.label if number else None,
            bullet=len(number.text) if number and number.label is None else 0,
            outline=outline,
            strong=strong,
        )


def whole(text: str) -> str:
    """A text whose characters beyond the first 65,536 are one again: some files hold them in halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def text_of(paragraph: Paragraph) -> str:
    """The text of a paragraph, its number included."""
    return "".join(piece.text for piece in paragraph.pieces)


def as_note(paragraph: Paragraph, mark: str) -> Paragraph:
    """A paragraph of a footnote; `mark`, "[1] ", stands before the first one."""
    pieces = (replace(paragraph.pieces[0], text=mark), *paragraph.pieces) if mark else paragraph.pieces
    return replace(paragraph, pieces=pieces, label=None, bullet=len(mark) or paragraph.bullet, is_note=True)


def rendered(shown: str, *, place: tuple[str, int], value: int, roman: bool | None) -> Numbered:
    """A number that a list shows: `place` is list and level, `value` its count.

    `roman` says whether its letters are a roman number; None where nobody knows.
    """
    text = f"{shown.strip()} "
    read = read_label(text)
    if read is None:
        # "First", "Step 2:": cited as shown.
        readings = (Reading(f"list {place[0]} {place[1]}", value),)
        cited = text.strip().rstrip(".:")
        label = Label(
            shown=text.strip(), cited=cited, length=len(text), readings=readings, absolute=True, place=place
        )  # fmt: skip
        return Numbered(text, label)
    fitting = tuple(reading for reading in read.readings if ("i" in reading.form.lower()) == roman)
    readings = fitting if roman is not None and len(read.readings) > 1 and fitting else read.readings
    return Numbered(text, replace(read, length=len(text), readings=readings, weak=False, place=place))


def table_paragraphs(rows: Sequence[Sequence[Cell]]) -> Iterator[Paragraph]:
    """A table's paragraphs, row by row and cell by cell: the cells of a row on one line where each is one paragraph.

    A row of two cells whose first is a clause number or a bullet is a paragraph that was set with its number apart.
    """
    filled = placed_cells(rows)
    columns = columns_of(filled)
    hanging = [_hanging(row) for row in filled]
    wide = any(len(row) > 1 for row, joined in zip(filled, hanging, strict=True) if joined is None)
    for row, joined in zip(filled, hanging, strict=True):
        if joined is not None:
            yield from joined
        else:
            yield from row_paragraphs(row, columns) if wide else paragraphs_of(row)


def _hanging(row: Sequence[PlacedCell]) -> list[Paragraph] | None:
    if len(row) != 2 or len(row[0].paragraphs) != 1:
        return None
    number, body = row[0].paragraphs[0], row[1].paragraphs
    shown = text_of(number)
    label = number.label or read_label(f"{shown} ")
    if label is None or label.length < len(shown):
        if bullet_length(f"{shown} x") < len(shown) + 1:
            return None
    elif label.weak and label.shown[-1:] not in ".)":
        return None
    first = replace(
        body[0], pieces=(*number.pieces, Piece(" ", paragraph=number.pieces[-1].paragraph), *body[0].pieces)
    )
    return [replace(first, strong=number.strong and body[0].strong), *body[1:]]
