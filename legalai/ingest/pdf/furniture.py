"""Page furniture: running headers, footers and page numbers, found by where they stand and how they repeat."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from legalai.ingest.clause_numbers import read_label, roman_value
from legalai.ingest.pdf.layout import Line
from legalai.ingest.pdf.section_heads import section_heads

# The share of the page at its top and bottom where furniture may stand, and how many lines of it.
_ZONE = 0.16
_MOST_LINES = 5
_LEAST_SHARE = 0.15
_DRIFT_POINTS = 8.0
_GAP = 1.6
# Signature blocks repeat from page to page, and are the last thing to lose.
_FIELD = re.compile(r"(?:by|name|title|its|date|signed|signature)[ \t]*[:_]", re.I)
_TELLING_LETTERS = 8

_NUMBER = r"(?:\d{1,4}|[ivxl]{1,7}|[A-Z]{1,2}-\d{1,3})"
_PAGE_NUMBER = re.compile(
    rf"[\W_]{{0,8}}(?:page|pg\.?)?[\W_]{{0,4}}{_NUMBER}(?:[\W_]{{0,4}}(?:of|/)[\W_]{{0,4}}\d{{1,4}})?[\W_]{{0,8}}", re.I
)
_OF_PAGES = re.compile(r"[\W_]{0,8}page[\W_]{0,4}\d{1,4}(?:[\W_]{1,4}of[\W_]{1,4}\d{1,4})?[\W_]{0,8}", re.I)
_LONE_NUMBER = re.compile(
    r"[-–—\s]{0,4}(?P<word>page[ \t]*)?(?:(?P<number>\d{1,3})|(?P<roman>[ivx]{1,6}))"
    r"(?P<of>(?(word)(?:[ \t]+of[ \t]+\d{1,4})?))[-–—\s]{0,4}",
    re.I,
)
# "SCHEDULE 1" and "SCHEDULE 2" on two pages are titles, though their numbers go up with the pages.
_PART_TITLE = re.compile(r"(?:schedule|exhibit|annex|appendix|attachment|addendum)\b", re.I)
# Nor is the number after one of these a page's.
_NAMES_CLAUSE = frozenset({"article", "section", "clause", "paragraph", "part"})
_MOST_DIGITS = 4
_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(r"([^\W\d_]{0,20})[\W_]{0,8}(\d+)")
# What an archive of filings prints under each page.
_SOURCE = re.compile(r"Source: .{3,80}, [A-Z0-9/()-]{1,12}(?: [A-Za-z0-9/()-]{1,12}){0,3}, \d{1,2}/\d{1,2}/\d{4}")
_SPACES = re.compile(r"[\W_]+")
# Two page numbers of the original print stand at least this many lines apart.
_LINES_APART = 12
# What is said beside the breaks of most pages, and of so many, is no text of the contract.
_MOST_PAGES, _FEWEST_STANDING = 0.6, 4
# A line of so many words that begins with a number is a clause; a footer of many words does not.
_CLAUSE_WORDS = 7
_Chain = list[tuple[int, Line]]


def without_furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of every page without its furniture."""
    ordered = [sorted(lines, key=lambda line: line.top) for lines in pages]
    gone: set[int] = set()
    edges = [list(_edges(ordered, heights, top=top)) for top in (True, False)]
    repeated = _repeated(pages, heights) | section_heads(pages, edges)
    for lines, height in zip(ordered, heights, strict=True):
        gone |= _from_edge(lines, height, repeated, top=True, single=len(pages) == 1)
        gone |= _from_edge(lines[::-1], height, repeated, top=False, single=len(pages) == 1)
    gone |= _inner_page_numbers(pages, _outermost(pages, gone))
    gone |= _around_breaks(ordered, gone)
    gone |= _single_copies(ordered, gone)
    kept = [[line for line in lines if id(line) not in gone] for lines in pages]
    # Pages of nothing but what repeats, such as a form filled in many times, are not furniture.
    return kept if any(kept) else [list(lines) for lines in pages]


def _around_breaks(pages: Sequence[Sequence[Line]], gone: set[int]) -> set[int]:
    """Running lines of an original print, whose pages end anywhere on these: what repeats beside the breaks."""
    breaks = [walk[: _MOST_LINES + 1] for lines in pages for walk in _walks(lines, gone)]
    seen: dict[str, list[Line]] = defaultdict(list)
    for line in (line for walk in breaks for line in walk):
        for shape in _prints(line):
            if _is_telling(shape) and read_label(line.text) is None:
                seen[shape].append(line)
    needed = max(3, round(_LEAST_SHARE * len(pages)))
    running = {id(line) for lines in seen.values() if _pages(alike := _alike(lines)) >= needed for line in alike}
    standing = _standing([line for lines in seen.values() for line in lines], len(pages))
    found: set[int] = set()
    for walk in breaks:
        run: list[Line] = []
        for line in walk:
            if id(line) not in running or _FIELD.match(line.text):
                break
            run.append(line)
        found.update(id(line) for line in _set_off(run, walk, standing))
    return found


def _standing(lines: Sequence[Line], pages: int) -> set[int]:
    """Those of the lines that say the same beside the breaks of most pages: no gap need part them from the text."""
    same: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        same[line.text].append(line)
    most = max(_FEWEST_STANDING, round(_MOST_PAGES * pages))
    return {id(line) for alike in same.values() if _pages(alike) >= most for line in alike}


def _set_off(run: list[Line], walk: Sequence[Line], standing: set[int]) -> list[Line]:
    """The lines of a run down to the last that a gap parts from the text, or those that stand on most pages.

    None where no text follows.
    """
    first = next((index for index, line in enumerate(run) if id(line) not in standing), len(run))
    while len(run) > first:
        following = walk[len(run)] if len(run) < len(walk) else None
        if following is not None and abs(following.base - run[-1].base) > _GAP * run[-1].size:
            return run
        run = run[:-1]
    return run if len(run) < len(walk) else []


def _walks(lines: Sequence[Line], gone: set[int]) -> Iterator[list[Line]]:
    """The kept lines of a page from its top down, from its end up, and from each page number in it both ways."""
    kept = [line for line in lines if id(line) not in gone]
    yield kept
    yield kept[::-1]
    for index, line in enumerate(lines):
        if id(line) in gone and 0 < index < len(lines) - 1:
            yield [other for other in lines[:index][::-1] if id(other) not in gone]
            yield [other for other in lines[index + 1 :] if id(other) not in gone]


def _is_telling(shape: str) -> bool:
    return sum(char.isalpha() for char in shape) >= _TELLING_LETTERS


def _prints(line: Line) -> set[str]:
    """What repeats of a line, whole or its longest cell: type size, letters in lower case, numbers all alike."""
    size = f"{line.size:.0f}"
    shapes = {f"{size} {_shape(line.text)}"}
    # A line of one cell may be half of another page's line: columns above a footer cut it in two.
    if _is_telling(longest := max(_cells(line), key=len)):
        shapes.add(f"{size}+ {_shape(longest)}")
    return shapes


def _cells(line: Line) -> list[str]:
    return [" ".join(word.text for word in cell) for cell in line.cells]


def _shape(text: str) -> str:
    return _SPACES.sub(" ", _DIGITS.sub("0", text.lower())).strip() or text[:3]


def _in_zone(line: Line, height: float, *, top: bool) -> bool:
    return line.top < _ZONE * height if top else line.bottom > (1 - _ZONE) * height


def _edges(pages: Sequence[Sequence[Line]], heights: Sequence[float], *, top: bool) -> Iterator[list[Line]]:
    """The lines of each page from an edge inwards, without lone page numbers, as far as furniture may stand."""
    for lines, height in zip(pages, heights, strict=True):
        outer = (line for line in lines[:: 1 if top else -1][:_MOST_LINES] if _in_zone(line, height, top=top))
        yield [line for line in outer if not _PAGE_NUMBER.fullmatch(line.text)]


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> set[int]:
    """Lines (by id) whose like stands at the same height on enough other pages."""
    like: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for line in lines:
            for top in (True, False):
                if _in_zone(line, height, top=top):
                    for shape in _prints(line):
                        like[top, shape].append(line)
    needed = max(2, min(4, round(_LEAST_SHARE * len(pages))))
    found: set[int] = set()
    for lines in like.values():
        pool = sorted(_alike(lines), key=lambda line: line.top)
        near: Counter[int] = Counter()
        first = last = 0
        for line in pool:
            while last < len(pool) and pool[last].top < line.top + _DRIFT_POINTS:
                near[pool[last].page] += 1
                last += 1
            while pool[first].top <= line.top - _DRIFT_POINTS:
                near[pool[first].page] -= 1
                if not near[pool[first].page]:
                    del near[pool[first].page]
                first += 1
            if len(near) >= needed:
                found.add(id(line))
    return found


def _alike(lines: Sequence[Line]) -> list[Line]:
    """Lines of one shape that say the same on two pages, or hold a number that keeps its distance from the page.

    The names of two trusts that differ in their number have one shape, and are neither.
    """
    groups: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        for text in {line.text, *filter(_is_telling, _cells(line))}:
            if not _PAGE_NUMBER.fullmatch(text):
                groups[text].append(line)
        for word, number in _numbers_in(line):
            groups[f"{word}{number - line.page:+d}"].append(line)
    return list({id(line): line for group in groups.values() if _pages(group) >= 2 for line in group}.values())


def _numbers_in(line: Line) -> Iterator[tuple[str, int]]:
    """The numbers of a line, with the word before each, that may be those of pages: not those of clauses and parts."""
    if _PART_TITLE.match(line.text) or _is_clause(line):
        return
    label = read_label(line.text)
    titled = label is not None and not label.weak and label.length < len(line.text)
    for match in _NUMBERED.finditer(line.text.lower(), label.length if label and titled else 0):
        if len(match[2]) <= _MOST_DIGITS and match[1] not in _NAMES_CLAUSE:
            yield match[1], int(match[2])


def _is_clause(line: Line) -> bool:
    """Whether a line begins with a clause number and goes on as a sentence: its numbers go up with the pages too."""
    return len(line.words) >= _CLAUSE_WORDS and read_label(line.text) is not None


def _pages(lines: Sequence[Line]) -> int:
    return len({line.page for line in lines})


def _from_edge(lines: Sequence[Line], height: float, repeated: set[int], *, top: bool, single: bool) -> set[int]:
    """Furniture from the edge of a page inwards, until the first line that is none."""
    gone: set[int] = set()
    for line in lines[:_MOST_LINES]:
        if not _in_zone(line, height, top=top):
            break
        lone = _OF_PAGES.fullmatch(line.text) or (single and not top and _PAGE_NUMBER.fullmatch(line.text))
        lone = lone or (not top and _SOURCE.fullmatch(line.text))
        if (id(line) not in repeated and not lone) or _FIELD.match(line.text):
            break
        gone.add(id(line))
    return gone


def _taken(before: Sequence[list[_Chain]], following: tuple[int, Line]) -> _Chain | None:
    """The first chain that a number can go on, out of its list."""
    for known in before:
        for index, chain in enumerate(known):
            if _is_apart(chain[-1], following):
                return known.pop(index)
    return None


def _is_apart(last: tuple[int, Line], following: tuple[int, Line]) -> bool:
    return following[1].page != last[1].page or following[0] - last[0] >= _LINES_APART


def _outermost(pages: Sequence[Sequence[Line]], gone: set[int]) -> set[int]:
    """The first and the last line that is left of each page."""
    kept = [[line for line in lines if id(line) not in gone] for lines in pages]
    return {id(edge(lines, key=lambda line: line.top)) for lines in kept if lines for edge in (min, max)}


def _inner_page_numbers(pages: Sequence[Sequence[Line]], outermost: set[int]) -> set[int]:
    """Page numbers of an original print that stand amid the pages of this one: lone numbers that count up all along."""
    # A page may end in its number and the next begin with its own: both count up, as chains of their own.
    open_chains: dict[tuple[str, int], list[_Chain]] = defaultdict(list)
    chains: list[tuple[str, _Chain]] = []
    for position, line in enumerate(line for lines in pages for line in lines):
        match = _LONE_NUMBER.fullmatch(line.text)
        if match is None or len(line.cells) > 1:
            continue
        kind = "of" if match["of"] else "word" if match["word"] else "roman" if match["roman"] else ""
        value = int(match["number"]) if match["number"] else roman_value(match["roman"].lower())
        if value is None or (kind == "roman" and id(line) not in outermost):
            continue
        before = [open_chains[kind, value - step] for step in (1, 2)]
        chain = _taken(before, (position, line))
        if chain is None:
            chain = []
            chains.append((kind, chain))
        chain.append((position, line))
        open_chains[kind, value].append(chain)
    return {id(line) for kind, chain in chains if _is_proof(kind, chain, outermost) for _, line in chain}


def _is_proof(kind: str, chain: _Chain, outermost: set[int]) -> bool:
    """Whether numbers that count up are those of pages: three, or two that are each the first or last of a page."""
    at_edges = all(id(line) in outermost for _, line in chain)
    return len(chain) >= {"of": 1, "word": 2}.get(kind, 2 if at_edges else 3)


def _single_copies(pages: Sequence[Sequence[Line]], gone: set[int]) -> set[int]:
    """Lines that say what was cut on other pages, set apart from the text: the first of a running head, a stray one.

    The title of a contract stays where no other line has its words.
    """
    cut: dict[tuple[str, int], set[int]] = defaultdict(set)
    left: Counter[str] = Counter()
    for line in (line for lines in pages for line in lines):
        if id(line) in gone:
            cut[line.text, round(line.size)].add(line.page)
        else:
            left[_shape(line.text)] += 1
    known = {key for key, places in cut.items() if len(places) >= _FEWEST_STANDING and _is_telling(_shape(key[0]))}
    found: set[int] = set()
    for number, lines in enumerate(pages):
        kept = [line for line in lines if id(line) not in gone]
        for start, end in _runs([(line.text, round(line.size)) in known for line in kept]):
            title = number == 0 and start < _MOST_LINES and any(left[_shape(line.text)] < 2 for line in kept[start:end])
            if not title and _is_alone(kept, start, end):
                found |= {id(line) for line in kept[start:end]}
    return found


def _runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """From where to where the marks are set."""
    start = 0
    for is_set, group in groupby(marks):
        end = start + len(list(group))
        if is_set:
            yield start, end
        start = end


def _is_alone(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether gaps part some lines of a page from those around them."""
    edges = [(lines[at - 1], lines[at]) for at in (start, end) if 0 < at < len(lines)]
    return len(edges) > 0 and all(abs(after.base - before.base) > _GAP * after.size for before, after in edges)
