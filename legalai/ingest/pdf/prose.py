"""From the lines of a PDF to paragraphs: which line goes on, where a word was hyphenated, what is a table row."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from legalai.ingest.clause_numbers import bullet_length, read_label
from legalai.ingest.pdf.layout import Line
from legalai.ingest.pdf.line_ends import WORDS, line_end
from legalai.ingest.pdf.table_rows import before_row, blank_between, join_wrapped_rows, row_paragraphs, word_piece
from legalai.ingest.pieces import Paragraph, Piece

_SENTENCE_END = re.compile(r"[.:;!?][\"”’')\]]*$|[;,] (?:and|or)$")
_FIELD = re.compile(
    r"(?:by|name|title|its|date|signature|signed|print name|address|attention|attn|e-mail|telephone|fax|tel)[ \t]*[:_]",
    re.I,
)
# A number after these is what the sentence refers to, not a clause that begins.
_OPEN_REFERENCE = re.compile(
    r"\b(?:sections?|articles?|clauses?|paragraphs?|subsections?|subparagraphs?|exhibits?|schedules?|rules?|§)"
    r"(?: [\w.()]{0,11}[\w)])?$|\b(?:of|the|to|in|under|by|with|than|least)$",
    re.I,
)
_NAMES_CLAUSE = re.compile(
    r"\b(?:sections?|articles?|clauses?|paragraphs?|sub-?sections?|sub-?clauses?|sub-?paragraphs?|§)"
    r"(?: [\d.]+(?:\([\w]{1,4}\))*(?:,| and| or| to))?$|§$",
    re.I,
)
# What a sentence says after the number of a clause that it refers to, and no clause begins with.
_REFERS = re.compile(
    r"\(?§? ?(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})(?:\(\w{1,4}\))*[.)]?"
    r"(?:,? (?:above|below|hereof|herein|hereto|of (?:this|the|these|its)|and|or|to|in which|as)\b"
    r"|, \d|[,;)] [a-z]|[.;]$)"
)
# No paragraph ends in one of these.
_OPEN_WORD = re.compile(r"\b(?:an?|(?i:the|of|to|by|with|under|such|its|their|and|or|from|that|which|any|as|at|into))$")
# The first letter of a line, a quotation mark before it or not.
_FIRST_LETTER = re.compile(r"[\"“‘']?([^\W\d_])")
_RECITAL = re.compile(r"WHEREAS\b|NOW,? THEREFORE\b")
_IN_BRACKETS = re.compile(r"\((\d{1,2}|[ivx]{1,4}|[a-z])\)\s", re.IGNORECASE)
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split()
# "(i)" is taken for the Roman one: a list of letters seldom runs so far inside a sentence.
_PREDECESSORS = {after: before for row in ("abcdefgh", _ROMAN) for before, after in pairwise(row)}
_RULE = re.compile(r"[-=_*~. ]{8,}")
# Filings escape a line that begins with a dash by another one.
_DASHES = re.compile(r"(?:- )?[-=]{3,}(?: [-=]{3,})*")
_BLANK = re.compile(r"[_.\-\s]{6,}$")
_NOTE_MARK = re.compile(
    r"(?:\d{1,3}|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}|[*†‡§]{1,3})[ \t]*[^\W\d]|\[\d{1,3}\] "
)
_NOTE_SIZE = 0.92
_INDENT = 0.9
_WIDE_GAP = 1.35
_NARROW = 0.6


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of a document, over page breaks too; a paragraph for each table cell."""
    lines = _with_common_edge([line for page in pages for line in page if not _DASHES.fullmatch(line.text)])
    vocabulary = Counter(word.lower() for line in lines for word in WORDS.findall(line.text))
    pitch = _pitch(lines)
    lines = join_wrapped_rows(_with_own_edge(lines, pitch), pitch)
    paragraphs: list[Paragraph] = []
    usual = _usual_of(lines)
    for group in _groups(lines, pitch):
        if len(group) == 1 and (len(group[0].cells) > 1 or group[0].ruled):
            paragraphs[-1:] = [before_row(paragraph, group[0]) for paragraph in paragraphs[-1:]]
            paragraphs.extend(row_paragraphs(group[0]))
        else:
            paragraphs.append(replace(_paragraph(group, vocabulary), is_note=_is_note(group[0], usual)))
    return paragraphs


def _usual_of(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """The usual type size of each page, and how far down its middle line stands."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    return {
        page: (median(line.size for line in on_page), median(line.base for line in on_page))
        for page, on_page in by_page.items()
    }


def _is_note(line: Line, usual: Mapping[int, tuple[float, float]]) -> bool:
    """Whether a paragraph begins as a footnote does: a mark without a full stop, in small type far down the page."""
    size, middle = usual[line.page]
    return line.size < _NOTE_SIZE * size and line.base > middle and _NOTE_MARK.match(line.text) is not None


def _with_common_edge(lines: Sequence[Line]) -> list[Line]:
    """Lines across the page with the right edge of most pages, which a page of few lines does not show by itself."""
    edges = [line.right for line in lines if not line.in_column]
    if not edges:
        return list(lines)
    edge = median(edges)
    return [line if line.in_column or line.right >= edge else replace(line, right=edge) for line in lines]


def _with_own_edge(lines: Sequence[Line], pitch: float) -> list[Line]:
    """Lines set narrower than the page, with the edge they were wrapped at: that of the lines around them."""
    edged: list[Line] = []
    for run in _runs(lines, pitch):
        edge = max(line.x1 for line in run)
        wide = edge - run[0].left > _NARROW * (run[0].right - run[0].left)
        own = len(run) >= 3 and wide and not any(len(line.cells) > 1 for line in run)
        edged.extend(replace(line, right=min(line.right, edge)) if own else line for line in run)
    return edged


def _runs(lines: Sequence[Line], pitch: float) -> Iterator[list[Line]]:
    """Lines of one page and column that follow each other without a gap."""
    run: list[Line] = []
    for line in lines:
        if run and (line.page != run[-1].page or not 0 < _distance(run[-1], line) <= pitch * _WIDE_GAP):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between lines, in type sizes."""
    gaps = [
        (after.base - before.base) / before.size
        for before, after in pairwise(lines)
        if after.page == before.page and 0 < after.base - before.base < 3 * before.size
    ]
    if not gaps:
        return 1.2
    common = Counter(round(gap * 10) for gap in gaps).most_common(1)[0][0]
    return min(max(median(gap for gap in gaps if round(gap * 10) == common), 0.9), 2.4)


def _groups(lines: Sequence[Line], pitch: float) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, pitch):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(group: Sequence[Line], line: Line, pitch: float) -> bool:
    """Whether a line continues the paragraph above it."""
    before = group[-1]
    if _never_join(before, line):
        return False
    ended = _is_ended(before)
    if ended and _RECITAL.match(line.text):
        return False
    marked = _is_marked(line) and not (_OPEN_REFERENCE.search(before.text) or _counts_on_inside(group, line))
    refers = not ended and _refers_on(before, line)
    marked, runs_on = marked and not refers, refers or (_begins_small(line) and not ended)
    if line.page != before.page or line.top < before.top or _distance(before, line) > 4 * pitch:
        return _goes_on_elsewhere(before, line, ended=ended, marked=marked, runs_on=runs_on)
    if _distance(before, line) > pitch * _WIDE_GAP:
        # An emphasis printed as a row of dashes leaves a gap amid a sentence.
        long = before.x1 - before.left > 0.5 * (before.right - before.left)
        # What closes a list stands where the list's own paragraph does, left of its items.
        closing = len(group) > 1 and line.x0 < before.x0 - before.size
        open_ended = (long or bool(_OPEN_WORD.search(before.text))) and not closing
        return open_ended and runs_on and not (marked or before.is_centred)
    room = _has_room(before, line)
    if marked and (room or ended or _is_next_item(group[0], line) or _is_set_apart(group, line)):
        return False
    if before.is_centred and line.is_centred and len(group) < 3 and not ended:
        return runs_on or (len(before.words) > 2 and _OPEN_WORD.search(before.text) is not None)
    return runs_on if room else not _starts_apart(group, line)


def _never_join(before: Line, line: Line) -> bool:
    """Whether two lines are of different kinds: table rows, fields to fill in, rules, other type, other edge."""
    if before.signed or line.signed:
        return not _wraps_in_block(before, line)
    if (
        before.ruled
        or line.ruled
        or len(before.cells) > 1
        or len(line.cells) > 1
        or _FIELD.match(line.text)
        or (_FIELD.match(before.text) and (_has_room(before, line) or not _begins_small(line)))
    ):
        return True
    if _RULE.fullmatch(before.text) or _RULE.fullmatch(line.text):
        return True
    blank = _BLANK.search(before.text) is not None and len(before.text) < 60
    sized = abs(before.size - line.size) > 0.12 * before.size + 0.3
    emphasised = before.bold != line.bold and (
        before.is_centred
        or _is_ended(before)
        or (not _OPEN_REFERENCE.search(before.text) and (_has_room(before, line) or _begins_left(before, line)))
    )
    step = before.x0 - line.x0 if before.page == line.page else (before.x0 - before.left) - (line.x0 - line.left)
    hung = not before.is_centred and step > 0.3 * (before.right - before.left)
    return blank or sized or emphasised or hung


def _wraps_in_block(before: Line, line: Line) -> bool:
    """Whether a line of a block of signatures goes on the one above it: names and addresses stand on lines each."""
    if not (before.signed and line.signed and before.page == line.page and line.top > before.top):
        return False
    full = before.x1 - before.left > _NARROW * (before.right - before.left)
    return full and line.text[:1].islower() and "@" not in line.words[0].text


def _refers_on(before: Line, line: Line) -> bool:
    """Whether a line begins with the number of a clause that the sentence above it refers to."""
    if _is_heading_like(before):
        return False
    if _REFERS.match(line.text) and not _is_ended(before):
        return True
    return _NAMES_CLAUSE.search(before.text) is not None and len(before.words) > 2 and line.text[:1].isalnum()


def _begins_left(before: Line, line: Line) -> bool:
    """Whether a line of another weight begins left of the one before, which is no first line of a paragraph."""
    return line.x0 < before.x0 - before.size and (line.bold or _is_heading_like(before))


def _is_ended(line: Line) -> bool:
    return _SENTENCE_END.search(line.text) is not None


def _is_set_apart(group: Sequence[Line], line: Line) -> bool:
    """Whether a marked line stands left of the line before, or is indented as a first line is."""
    return line.x0 < group[-1].x0 - group[-1].size or _starts_apart(group, line)


def _distance(before: Line, line: Line) -> float:
    return (line.base - before.base) / max(before.size, 1.0)


def _goes_on_elsewhere(before: Line, line: Line, *, ended: bool, marked: bool, runs_on: bool) -> bool:
    """Over a page, column or cut furniture: a sentence that has not ended goes on, unless a clause begins."""
    if marked or before.is_centred or _is_heading_like(before) or (_is_heading_like(line) and line.text.isupper()):
        return False
    if runs_on or _begins_small(line):
        return not before.text.endswith((".", ":"))
    if _OPEN_WORD.search(before.text):
        return True
    # The last line of a page may end early where the page's lines are few: half a column is a running line.
    return not ended and before.x1 - before.left > 0.5 * (before.right - before.left)


def _begins_small(line: Line) -> bool:
    first = _FIRST_LETTER.match(line.text)
    return first is not None and first[1].islower()


def _is_heading_like(line: Line) -> bool:
    return (line.bold or line.text.isupper()) and len(line.text.split()) <= 12


def _is_marked(line: Line) -> bool:
    """Whether the line begins as a clause or list item does."""
    return read_label(line.text) is not None or bullet_length(line.text) > 0


def _counts_on_inside(group: Sequence[Line], line: Line) -> bool:
    """Whether a line begins with the number after one that stands amid a line above: an enumeration in running text."""
    label = _IN_BRACKETS.match(line.text)
    if label is None:
        return False
    before = _PREDECESSORS.get(label[1].lower()) or (str(int(label[1]) - 1) if label[1].isdigit() else None)
    # At the start of a line the one before stands inside as well, unless the paragraph begins with it.
    return before is not None and f" ({before})" in " ".join(each.text for each in group).lower()


def _is_next_item(first: Line, line: Line) -> bool:
    """Whether a line begins the item after the one this paragraph is, at the same edge."""
    item, following = read_label(first.text), read_label(line.text)
    if item is None or following is None or abs(first.x0 - line.x0) > first.size:
        return False
    return any(
        (reading.form, reading.value + 1) in {(r.form, r.value) for r in following.readings}
        for reading in item.readings
    )


def _has_room(before: Line, line: Line) -> bool:
    """Whether the first word of a line would have fitted on the line before: the break was meant."""
    first = line.words[0]
    space = 0.5 * before.size
    return before.x1 + space + (first.x1 - first.x0) < before.right - 0.04 * (before.right - before.left)


def _starts_apart(group: Sequence[Line], line: Line) -> bool:
    """Whether a line is indented as a first line is: more than the line before, which was neither first nor marked."""
    before = group[-1]
    step = _INDENT * before.size
    if line.x0 <= before.x0 + step:
        return False
    return not (len(group) == 1 and _is_marked(before))


def _paragraph(group: Sequence[Line], vocabulary: Counter[str]) -> Paragraph:
    pieces: list[Piece] = []
    for number, line in enumerate(group):
        words = line.words
        for place, word in enumerate(words):
            last = place + 1 == len(words)
            following = group[number + 1] if number + 1 < len(group) else None
            text = word.text
            if not last:
                text += blank_between(word, words[place + 1])
            elif following is not None:
                text = line_end(text, following.words[0].text, vocabulary)
            pieces.append(word_piece(word, text, line.page))
    return Paragraph(pieces=tuple(pieces), strong=all(line.bold for line in group))
