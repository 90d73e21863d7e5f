"""Where in the Word file the words of a revision are: runs and characters, or the reason why they cannot be changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.word.opc import W
from legalai.ingest.word.runs import runs_of
from legalai.schema import Document, Revision

_NOTES = frozenset({f"{W}footnoteReference", f"{W}endnoteReference"})
_CHOICES = tuple(f"{W}{name}" for name in ("comboBox", "dropDownList", "docPartList", "picture"))
# What a deleted run may hold without a character of its own: where a page ended, and where a word may break.
_HARMLESS = frozenset(f"{W}{name}" for name in ("rPr", "lastRenderedPageBreak", "softHyphen"))
# What stays where it is between deleted runs: words that no reader is shown, and the mark of a comment.
_STAYS = frozenset({f"{W}t", f"{W}commentReference"})
_BESIDE = frozenset(
    f"{W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permEnd")
)
# With one of these a last paragraph's properties cannot be given to one after it as they are.
_MARKED = frozenset(f"{W}{name}" for name in ("sectPr", "ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange"))
_OTHERS_GONE = (f"{W}del", f"{W}moveFrom")


class CannotPlace(Exception):
    """A revision that cannot be made in the file; says why in words without the contract's."""


@dataclass(frozen=True)
class Cut:
    """Characters [start, end) of a run, as `Home.offset` counts them."""

    run: Element
    start: int
    end: int


@dataclass(frozen=True)
class Spot:
    """The place before character `offset` of a run, after all that has no characters there; `looks` is a run.

    `early`: it is right after the character before, ahead of the marks of notes that may stand there.
    """

    run: Element
    offset: int
    looks: Element
    early: bool = False


@dataclass(frozen=True)
class Placed:
    """A revision and its place. `order` sorts by where it stands in the file.

    A new paragraph is made `like` one whose characters that a reader sees are `shown`.
    """

    revision: Revision
    paragraph: Element
    order: tuple[int, int, int]
    cuts: tuple[Cut, ...] = ()
    spot: Spot | None = None
    like: Element | None = None
    shown: tuple[Cut, ...] = ()
    whole: bool = False


def held_length(child: Element) -> int:
    """How many characters an element of a run holds, as the reader counts them."""
    if child.tag == f"{W}t":
        return len(child.text or "")
    if child.tag == f"{W}br":
        return int(child.get(f"{W}type", "textWrapping") == "textWrapping")
    return int(child.tag in (f"{W}tab", f"{W}ptab", f"{W}cr", f"{W}noBreakHyphen"))


def run_length(run: Element) -> int:
    """How many characters a run holds."""
    return sum(held_length(child) for child in run)


class Places:
    """The places of a body that was read as a document; to be asked before the body is changed."""

    def __init__(self, body: Element, document: Document) -> None:
        self._document = document
        self._paragraphs = list(body.iter(f"{W}p"))
        self._in_fields = _runs_in_fields(body)
        self._named = _named_bookmarks(body)

    def place(self, revision: Revision) -> Placed:
        """The place of a revision. Raises: CannotPlace."""
        if revision.kind == "comment":
            return self._commented(revision)
        if revision.kind == "new_paragraph":
            return self._after(revision)
        return self._within(revision)

    def _within(self, revision: Revision) -> Placed:
        spans = self._spans(revision.start, revision.end)
        if len({paragraph for paragraph, *_ in spans}) > 1:
            raise CannotPlace("the change runs over more than one paragraph")
        spot = self._spot(revision, spans) if revision.new_text else None
        if spans:
            index = spans[0][0]
        elif spot is not None:
            index = self._paragraphs.index(next(spot.run.iterancestors(f"{W}p")))
        else:
            raise CannotPlace("there is nothing to change")
        paragraph = self._paragraphs[index]
        runs = runs_of(paragraph)
        cuts = tuple(Cut(runs[run], start, end) for _, run, start, end in spans)
        self._check(paragraph, runs, cuts)
        whole = revision.kind == "deletion" and self._is_whole(paragraph, runs, cuts)
        first = cuts[0].run if cuts else spot.run if spot is not None else runs[0]
        offset = cuts[0].start if cuts else spot.offset if spot is not None else 0
        order = (index, runs.index(first), offset)
        return Placed(revision, paragraph, order, cuts, spot, whole=whole)

    def _spans(self, start: int, end: int) -> list[tuple[int, int, int, int]]:
        """(paragraph, run, first character, end) of the file's characters in [start, end) of the text, run by run."""
        spans: list[tuple[int, int, int, int]] = []
        for home in self._document.text_map.within(start, end):
            low, high = max(home.start, start), min(home.end, end)
            if home.offset is None or home.paragraph is None or home.run is None:
                if self._is_joint(low, high):
                    continue
                raise CannotPlace("some of the words are a number, symbol or footnote mark that Word makes itself")
            first = home.offset + low - home.start
            last = spans[-1] if spans else None
            if last is not None and last[:2] == (home.paragraph, home.run):
                spans[-1] = (*last[:3], first + high - low)
            else:
                spans.append((home.paragraph, home.run, first, first + high - low))
        return spans

    def _is_joint(self, start: int, end: int) -> bool:
        """Whether characters only stand between lines of one block, where the file has none."""
        if self._document.text[start:end].strip():
            return False
        return any(block.start <= start and end <= block.end for block in self._document.blocks)

    def _spot(self, revision: Revision, spans: Sequence[tuple[int, int, int, int]]) -> Spot:
        """Where new words go: after those they replace, else beside the character that stands least deep."""
        if spans:
            chosen = [
                (runs_of(self._paragraphs[paragraph])[run], end - start, end) for paragraph, run, start, end in spans
            ]
            looks = max(chosen, key=lambda each: each[1])[0]
            run, _, end = min(reversed(chosen), key=lambda each: _depth(each[0]))
            return Spot(run, end, looks, early=True)
        sides = [side for side in (self._before(revision.start), self._behind(revision.start)) if side is not None]
        open_sides = [side for side in sides if self._shield(side.run) is None]
        if not open_sides:
            raise CannotPlace((self._shield(sides[0].run) if sides else None) or "no words of the file stand there")
        return min(open_sides, key=lambda each: _depth(each.run))

    def _before(self, at: int) -> Spot | None:
        """The place after the character or the mark of a note before one."""
        if at == 0 or any(block.start == at for block in self._document.blocks):
            return None
        home = self._document.text_map.home(at - 1)
        if home.paragraph is None or home.run is None:
            return None
        run = runs_of(self._paragraphs[home.paragraph])[home.run]
        if home.offset is not None:
            return Spot(run, home.offset + at - home.start, run, early=True)
        if home.start == 0 or not any(child.tag in _NOTES for child in run):
            return None
        before = self._document.text_map.home(home.start - 1)
        if before.offset is None or before.paragraph != home.paragraph or before.run is None:
            return None
        same = before.run == home.run
        looks = runs_of(self._paragraphs[home.paragraph])[before.run]
        return Spot(run, before.offset + before.end - before.start if same else 0, looks)

    def _behind(self, at: int) -> Spot | None:
        if at >= len(self._document.text_map):
            return None
        home = self._document.text_map.home(at)
        if home.offset is None or home.paragraph is None or home.run is None:
            return None
        run = runs_of(self._paragraphs[home.paragraph])[home.run]
        return Spot(run, home.offset + at - home.start, run)

    def _check(self, paragraph: Element, runs: Sequence[Element], cuts: Sequence[Cut]) -> None:
        """Raises: CannotPlace where the words to go hold or surround what must stay."""
        if not cuts:
            return
        for cut in cuts:
            shield = self._shield(cut.run) or _inside(cut)
            if shield is not None:
                raise CannotPlace(shield)
        held = {cut.run for cut in cuts}
        for run in runs[runs.index(cuts[0].run) + 1 : runs.index(cuts[-1].run)]:
            if run in held or next(run.iterancestors(*_OTHERS_GONE), None) is not None:
                continue
            kept = [child.tag for child in run if child.tag not in _HARMLESS]
            if any(tag in _NOTES for tag in kept):
                raise CannotPlace("a footnote or endnote is referred to inside the words to change")
            if run in self._in_fields or any(tag not in _STAYS for tag in kept):
                raise CannotPlace("a field, picture or other object stands inside the words to change")
        if self._empties_bookmark(paragraph, cuts):
            raise CannotPlace("other parts of the contract refer to a bookmark on the words to change")

    def _shield(self, run: Element) -> str | None:
        """What keeps a run from being changed."""
        if run in self._in_fields or next(run.iterancestors(f"{W}fldSimple"), None) is not None:
            return "the words are the result of a field, which Word would put back"
        for control in run.iterancestors(f"{W}sdt"):
            properties = control.find(f"{W}sdtPr")
            if properties is None:
                continue
            lock = properties.find(f"{W}lock")
            if lock is not None and lock.get(f"{W}val") in ("contentLocked", "sdtContentLocked"):
                return "the words stand in a locked content control"
            if properties.find(f"{W}dataBinding") is not None or any(
                properties.find(tag) is not None for tag in _CHOICES
            ):
                return "the words are filled in by a content control"
        return None

    def _empties_bookmark(self, paragraph: Element, cuts: Sequence[Cut]) -> bool:
        inside: set[str] = set()
        passing = False
        for element in paragraph.iter():
            if element is cuts[0].run and cuts[0].start == 0:
                # A bookmark that opens right before the first word is emptied as one that opens after it.
                inside |= _opened_before(element)
            passing = passing or element is cuts[0].run
            if passing and element.tag == f"{W}bookmarkStart":
                inside.add(element.get(f"{W}id"))
            elif passing and element.tag == f"{W}bookmarkEnd" and element.get(f"{W}id") in inside & self._named:
                return True
            if element is cuts[-1].run:
                return bool(_closed_after(element) & inside & self._named) if _to_the_end(cuts[-1]) else False
        return False

    def _is_whole(self, paragraph: Element, runs: Sequence[Element], cuts: Sequence[Cut]) -> bool:
        """Whether nothing of a paragraph is left, and its mark can go too."""
        gone = {cut.run for cut in cuts if cut.start == 0 and _to_the_end(cut)}
        rest = [run for run in runs if run not in gone and next(run.iterancestors(*_OTHERS_GONE), None) is None]
        if any(child.tag != f"{W}rPr" for run in rest for child in run):
            return False
        return paragraph.find(f"{W}pPr/{W}sectPr") is None and follows_paragraph(paragraph)

    def _after(self, revision: Revision) -> Placed:
        paragraph, index = self._paragraph(revision.end - 1)
        like, model = self._paragraph(revision.like if revision.like is not None else revision.end - 1)
        if next(paragraph.iter(f"{W}txbxContent"), None) is not None:
            raise CannotPlace("a text box hangs on the clause")
        for control in paragraph.iterancestors(f"{W}sdt"):
            lock = control.find(f"{W}sdtPr/{W}lock")
            if lock is not None and lock.get(f"{W}val") in ("contentLocked", "sdtContentLocked"):
                raise CannotPlace("the clause stands in a locked content control")
            if control.find(f"{W}sdtPr/{W}dataBinding") is not None:
                raise CannotPlace("the clause is filled in by a content control")
        held = [each.tag for each in paragraph.find(f"{W}pPr").iter()] if paragraph.find(f"{W}pPr") is not None else []
        if not follows_paragraph(paragraph) and any(tag in _MARKED for tag in held):
            raise CannotPlace("no paragraph can follow the clause")
        return Placed(revision, paragraph, (index, 10**9, 0), like=like, shown=self._shown(model))

    def _shown(self, index: int) -> tuple[Cut, ...]:
        """The characters of a paragraph that a reader sees: what is hidden is in no text."""
        runs = runs_of(self._paragraphs[index])
        return tuple(
            Cut(runs[home.run], home.offset, home.offset + home.end - home.start)
            for home in self._document.text_map.homes
            if home.paragraph == index and home.run is not None and home.offset is not None
        )

    def _commented(self, revision: Revision) -> Placed:
        for home in self._document.text_map.within(revision.start, revision.end):
            if home.paragraph is not None and home.run is not None:
                paragraph = self._paragraphs[home.paragraph]
                run = runs_of(paragraph)[home.run]
                return Placed(revision, paragraph, (home.paragraph, home.run, 0), spot=Spot(run, 0, run))
        return self._at_the_front(revision)

    def _at_the_front(self, revision: Revision) -> Placed:
        """A comment on words in a note, which can bear none, stands at the beginning of the contract."""
        for index, paragraph in enumerate(self._paragraphs):
            for number, run in enumerate(runs_of(paragraph)):
                if run_length(run) and next(run.iterancestors(*_OTHERS_GONE), None) is None:
                    return Placed(revision, paragraph, (index, number, 0), spot=Spot(run, 0, run))
        raise CannotPlace("the contract has no words in its body")

    def _paragraph(self, at: int) -> tuple[Element, int]:
        home = self._document.text_map.home(at)
        if home.paragraph is None:
            raise CannotPlace("the clause is in a note")
        return self._paragraphs[home.paragraph], home.paragraph


def follows_paragraph(paragraph: Element) -> bool:
    """Whether the next thing in the same place is another paragraph, with which one without its mark would join."""
    for after in paragraph.itersiblings():
        if after.tag not in _BESIDE:
            return after.tag == f"{W}p"
    return False


def _inside(cut: Cut) -> str | None:
    """What must stay inside the characters of a run that are to go."""
    position = 0
    for child in cut.run:
        length = held_length(child)
        if not length and cut.start < position < cut.end and child.tag not in _HARMLESS and child.tag != f"{W}t":
            note = child.tag in _NOTES
            return (
                "a footnote or endnote is referred to inside the words to change"
                if note
                else "a field, picture or other object stands inside the words to change"
            )
        position += length
    return None


def _to_the_end(cut: Cut) -> bool:
    return cut.end == run_length(cut.run)


def _depth(run: Element) -> int:
    return sum(1 for _ in run.iterancestors())


def _opened_before(run: Element) -> set[str]:
    return {each.get(f"{W}id") for each in _beside(run, preceding=True) if each.tag == f"{W}bookmarkStart"}


def _closed_after(run: Element) -> set[str]:
    return {each.get(f"{W}id") for each in _beside(run, preceding=False) if each.tag == f"{W}bookmarkEnd"}


def _beside(run: Element, *, preceding: bool) -> Iterator[Element]:
    for each in run.itersiblings(preceding=preceding):
        if each.tag not in _BESIDE:
            return
        yield each


def _runs_in_fields(body: Element) -> set[Element]:
    """The runs from a complex field's first mark to its last (ISO/IEC 29500-1 §17.16.18)."""
    found: set[Element] = set()
    depth = 0
    for run in body.iter(f"{W}r"):
        marks = [mark.get(f"{W}fldCharType") for mark in run.findall(f"{W}fldChar")]
        if depth or marks:
            found.add(run)
        depth = max(depth + marks.count("begin") - marks.count("end"), 0)
    return found


def _named_bookmarks(body: Element) -> set[str]:
    """The ids of the bookmarks that a field or a link refers to."""
    said = " ".join(each.text or "" for each in body.iter(f"{W}instrText"))
    said += " ".join(each.get(f"{W}instr") or "" for each in body.iter(f"{W}fldSimple"))
    words = {word.strip('"') for word in said.split()} | {each.get(f"{W}anchor") for each in body.iter(f"{W}hyperlink")}
    return {each.get(f"{W}id") for each in body.iter(f"{W}bookmarkStart") if each.get(f"{W}name") in words}
