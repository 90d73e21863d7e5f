"""The shown characters of one DOCX paragraph, run by run, with tracked changes as if all were accepted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.invisible import SILENT, invisible
from legalai.ingest.pieces import Piece
from legalai.ingest.symbol_fonts import UNKNOWN_SYMBOL, as_shown, is_symbol_font, raised, shown_symbol
from legalai.ingest.word.drawings import INSETS
from legalai.ingest.word.formulas import M, formula_text
from legalai.ingest.word.notes import NoteMarks
from legalai.ingest.word.numbering import int_of, is_on, value_of
from legalai.ingest.word.opc import MC, W
from legalai.ingest.word.visibility import Unseen, Visibility

# ISO/IEC 29500-1 §17.13.5: what these hold is gone once the change is accepted.
_DROPPED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "sdtPr", "sdtEndPr", "rt"))
_LARGE_HALF_POINTS = 28
TEXT_BOX = f"{W}txbxContent"


@dataclass(frozen=True, slots=True)
class UnseenWords:
    """Words of a run that no reader is shown, with the run's place as in `Home`."""

    unseen: Unseen
    text: str
    paragraph: int | None
    run: int | None


def runs_of(paragraph: Element) -> list[Element]:
    """The runs of a paragraph, those of text boxes in it left out, in the order that `Home.run` counts."""
    return [run for run in paragraph.iter(f"{W}r") if next(run.iterancestors(f"{W}p"), None) is paragraph]


def unclosed_fields(story: Element) -> set[Element]:
    """The marks that begin a field of a story which nothing ends: such a field hides nothing."""
    opened: list[Element] = []
    for mark in story.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(mark)
        elif kind == "end" and opened:
            opened.pop()
    return set(opened)


class RunReader:
    """Reads the paragraphs of one story in order; a field may begin in one paragraph and end in a later one.

    `notes` tells what a reference to a note shows, `unclosed` are the marks of fields without an end. `unseen` collects
    what was left out because no reader is shown it.
    """

    def __init__(self, visibility: Visibility, notes: NoteMarks, unclosed: set[Element]) -> None:
        self.seen: Counter[str] = Counter()
        self.unseen: list[UnseenWords] = []
        self.notes = notes
        self._visibility = visibility
        self._unclosed = unclosed
        self._fields: list[bool] = []
        """Open complex fields, outermost first: True while the instruction runs and nothing is shown."""

    def read(self, paragraph: Element, index: int | None) -> tuple[list[Piece], list[Element]]:
        """The shown pieces of a paragraph, and the text boxes and other insets (`drawings`) in it, in order.

        `index` is the paragraph's, None in a note.
        """
        runs = {run: position for position, run in enumerate(runs_of(paragraph))}
        pieces: list[Piece] = []
        boxes: list[Element] = []
        for run in self._runs(paragraph):
            if run.tag == f"{M}oMath":
                if not any(self._fields):
                    pieces.append(Piece(formula_text(run), paragraph=index))
                continue
            hidden = self._visibility.unseen(run, paragraph)
            pieces.extend(self._run(run, hidden, index, None if index is None else runs[run], boxes))
        return pieces, boxes

    def _runs(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag in _DROPPED:
                self._pass_fields(child)
            elif child.tag == f"{W}r":
                yield child
                for base in child.iterfind(f"{W}ruby/{W}rubyBase"):
                    yield from self._runs(base)
            elif child.tag == f"{M}oMath":
                yield child
            elif child.tag == f"{W}subDoc":
                self.seen["embedded"] += 1
            elif child.tag == f"{MC}AlternateContent":
                chosen = one_alternative(child)
                if chosen is not None:
                    yield from self._runs(chosen)
            elif child.tag not in (f"{W}p", f"{W}tbl"):
                yield from self._runs(child)

    def _pass_fields(self, element: Element) -> None:
        """A deleted run may open or close a field all the same."""
        for mark in element.iter(f"{W}fldChar"):
            self._field(mark)

    def _field(self, mark: Element) -> str:
        """Follow a field mark; what a form field without a result shows."""
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin" and mark not in self._unclosed:
            self._fields.append(True)
            return _form_field(mark.find(f"{W}ffData"))
        if kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()
        return ""

    def _run(
        self, run: Element, hidden: Unseen | None, paragraph: int | None, index: int | None, boxes: list[Element]
    ) -> Iterator[Piece]:
        """The pieces of a run; offsets count the characters that python-docx's `Run.text` has."""
        offset = 0
        unseen: list[str] = []
        font, above = _font(run), value_of(run, "rPr", "vertAlign") == "superscript"
        for child in run:
            if child.tag == f"{W}fldChar":
                shown = self._field(child)
                if shown and hidden is None:
                    yield Piece(shown, paragraph=paragraph, run=index)
                continue
            boxes.extend(each for each in _drawn(child) if each.tag == TEXT_BOX or self._is_shown(each, hidden))
            held = _held_text(child)
            if not any(self._fields):
                if hidden is not None:
                    unseen.append(held)
                elif held:
                    self._look_for_invisible(held, paragraph, index)
                    shown = raised(held) if above else as_shown(held, font)
                    if shown != held:
                        yield Piece(shown, paragraph=paragraph, run=index)
                    else:
                        yield from _without_silent(held, paragraph, index, offset)
                symbol = (_symbol(child) or _new_page(child) or self.notes.mark(child)) if hidden is None else ""
                if symbol:
                    yield Piece(symbol, paragraph=paragraph, run=index)
            offset += len(held)
        if hidden is not None and "".join(unseen).strip():
            self.unseen.append(UnseenWords(hidden, "".join(unseen), paragraph, index))

    def _is_shown(self, drawn: Element, hidden: Unseen | None) -> bool:
        """Whether a picture or the like is shown; the words in a text box are looked at one by one."""
        return hidden is None and not any(self._fields) and not self._visibility.hides(drawn)

    def _look_for_invisible(self, held: str, paragraph: int | None, run: int | None) -> None:
        for each in invisible(held):
            unseen = Unseen(each.kind, each.why)
            self.unseen.append(UnseenWords(unseen, held[each.start : each.end], paragraph, run))


def one_alternative(element: Element) -> Element | None:
    """The one branch of mc:AlternateContent to read, so that its text is read once."""
    choice = element.find(f"{MC}Choice")
    return choice if choice is not None else element.find(f"{MC}Fallback")


def _held_text(element: Element) -> str:
    """The characters an element of a run holds, as python-docx counts them."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in (f"{W}tab", f"{W}ptab"):
        return "\t"
    if element.tag == f"{W}br":
        return "\n" if element.get(f"{W}type", "textWrapping") == "textWrapping" else ""
    if element.tag == f"{W}cr":
        return "\n"
    return "-" if element.tag == f"{W}noBreakHyphen" else ""


def _without_silent(held: str, paragraph: int | None, run: int | None, offset: int) -> Iterator[Piece]:
    """The characters without those that show nothing, such as soft hyphens and zero-width spaces."""
    start = 0
    for silent in [*SILENT.finditer(held), None]:
        until = silent.start() if silent is not None else len(held)
        if until > start:
            yield Piece(held[start:until], paragraph=paragraph, run=run, offset=None if run is None else offset + start)
        start = silent.end() if silent is not None else until


def _font(run: Element) -> str | None:
    """The font that a run itself names for letters; one of symbols shows others."""
    fonts = run.find(f"{W}rPr/{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")


def _new_page(element: Element) -> str:
    """What parts the words before a new page or column from those after it; the run holds no character there."""
    return "\n" if element.tag == f"{W}br" and element.get(f"{W}type") in ("page", "column") else ""


def _symbol(element: Element) -> str:
    """What w:sym shows; a square for symbols that no contract needs."""
    if element.tag != f"{W}sym":
        return ""
    code = element.get(f"{W}char", "")
    font = element.get(f"{W}font")
    if not all(digit in "0123456789abcdefABCDEF" for digit in code) or not 0 < len(code) <= 4:
        return UNKNOWN_SYMBOL
    value = int(code, 16)
    private = 0xF000 <= value < 0xF100
    return shown_symbol(value, font) if is_symbol_font(font) or private else chr(value)


def _form_field(data: Element | None) -> str:
    """What a legacy check box or drop-down shows."""
    if data is None:
        return ""
    box = data.find(f"{W}checkBox")
    if box is not None:
        checked = box.find(f"{W}checked")
        on = is_on(box, "checked") if checked is not None else is_on(box, "default")
        return "☒" if on else "☐"
    choices = data.find(f"{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(f"{W}val", "") for entry in choices.findall(f"{W}listEntry")]
    chosen = int_of(choices, "result") or int_of(choices, "default") or 0
    return entries[chosen] if chosen < len(entries) else ""


def _drawn(element: Element) -> Iterator[Element]:
    """The outermost text boxes, pictures and other insets drawn in an element of a run, each once."""
    if element.tag == f"{MC}AlternateContent":
        chosen = one_alternative(element)
        for child in chosen if chosen is not None else ():
            yield from _drawn(child)
    elif element.tag == TEXT_BOX or element.tag in INSETS:
        yield element
    elif element.tag not in (f"{W}t", f"{W}rPr"):
        for child in element:
            yield from _drawn(child)


def is_strong(paragraph: Element) -> bool | None:
    """Whether every shown run is bold, underlined, large or in capitals; None where no run says either way."""
    said: list[bool | None] = []
    for run in paragraph.iter(f"{W}r"):
        if any((text.text or "").strip() for text in run.findall(f"{W}t")):
            said.append(_run_is_strong(run.find(f"{W}rPr")))
    if not said or all(word is None for word in said):
        return None
    return all(said)


def _run_is_strong(properties: Element | None) -> bool | None:
    if properties is None:
        return None
    size = int_of(properties, "sz")
    if size is not None and size >= _LARGE_HALF_POINTS:
        return True
    if all(value_of(properties, name) is None for name in ("b", "u", "caps")):
        return None
    return any(is_on(properties, name) for name in ("b", "u", "caps"))
