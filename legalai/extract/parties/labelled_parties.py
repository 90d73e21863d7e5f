"""Parties named beside a label: "Licensor: X Ltd", a row of a cover page, "Bill to" of an order form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.parties.found_party import FoundParty
from legalai.extract.parties.party_aliases import aliases_in, names_a_side, role_of
from legalai.extract.parties.party_names import ROLES, has_legal_form, read_name
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Quote

_NUMBER = r"(?:\(?\d{1,2}[.)]\s{0,3}|\([a-z]\)\s{0,3})?"
_LABELLED = re.compile(
    rf"{_NUMBER}(?:(?:Full\s|Legal\s)?[Nn]ame\sof\s(?:the\s)?)?(?P<label>(?:The\s+)?[A-Z][A-Za-z]+(?:\s+[A-Z1-4][A-Za-z]*)?)"
    r"(?P<named>(?:['’]s)?(?:\s+(?:[Ff]ull|[Ll]egal|[Cc]ompany|[Cc]orporate|[Rr]egistered|[Ee]ntity)){0,3}\s+[Nn]ame)?"
    r"\s*[:：]\s*(?P<name>[A-Z0-9].*)?",
    re.DOTALL,
)
_FORM = re.compile(
    r"(?P<customer>bill(?:ed)?\s+to|sold\s+to|invoice\s+to|order(?:ed)?\s+by|purchased\s+by|issued\s+to|prepared\s+for)"
    r"|(?P<supplier>sold\s+by|supplied\s+by|provided\s+by|remit\s+to|prepared\s+by)",
    re.IGNORECASE,
)
_FORM_LABEL = re.compile(rf"(?P<label>{_FORM.pattern})\s*[:：]?\s*(?P<name>[A-Z0-9].*)?", re.IGNORECASE | re.DOTALL)
# "The Customer is Acme Ltd", '"Customer" means Acme Ltd'
_IS = re.compile(
    r"(?:^|(?<=[.;]\s)|(?<=\n))(?:The\s+)?[\"“]?(?P<label>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)[\"”]?\s+(?:is|means|shall\s+be|shall\s+mean):?\s+"
    r"(?P<name>[A-Z][^\n]*)",
    re.DOTALL,
)
_ROLE_OF_FORM = {"customer": "Customer", "supplier": "Supplier"}
_HONORIFIC = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+")
_CELL = re.compile(r"[^\t\n|]+")
_COLUMNS = 6
_LONGEST_PASSAGE = 2000
_PASSAGES = 60
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Cell:
    """Characters [start, end) of a passage: all of it, or one of the cells of its lines."""

    passage: Passage
    start: int
    end: int

    @property
    def is_beside(self) -> bool:
        """Whether it stands in its row behind another cell."""
        return (
            self.passage.beside
            if self.start == 0
            else self.passage.text[: self.start].rstrip(" ").endswith(("|", "\t"))
        )

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Label:
    words: str
    role: str | None
    name_at: int | None


def from_labels(passages: Sequence[Passage]) -> Iterator[FoundParty]:
    """Parties named after a label, on its line, in the cell beside it or below it.

    Who is billed is the customer, though nothing calls it so: then the party has a role and no alias.
    """
    cells = list(_cells(passages[:_PASSAGES]))
    seen: set[str] = set()
    for index, cell in enumerate(cells):
        label = _label(cell.text)
        found = _beside(cells, index, label) if label else None
        key = (found.role or found.aliases[0]).lower() if found else ""
        if found and key not in seen:  # labels come again with the addresses and the signatures
            seen.add(key)
            yield found
    for passage in passages[:_PASSAGES]:
        yield from _said(passage, seen)


def _cells(passages: Sequence[Passage]) -> Iterator[_Cell]:
    for passage in passages:
        found = _CELL.finditer(passage.text, 0, _LONGEST_PASSAGE)
        yield from (_Cell(passage, *cell.span()) for cell in found if cell[0].strip())


def _label(text: str) -> _Label | None:
    """What a cell is a label of, and where in it the name begins."""
    plain = text.strip()
    begin = len(text) - len(text.lstrip())
    form = _FORM_LABEL.fullmatch(plain)
    if form:
        role = next(role for kind, role in _ROLE_OF_FORM.items() if form[kind])
        return _Label("", role, begin + form.start("name") if form["name"] else None)
    bare = re.sub(rf"\A{_NUMBER}", "", plain)
    if bare.lower().removeprefix("the ") in ROLES and len(plain) < 30:
        bare = re.sub(r"\A[Tt]he\s", "", bare)
        return _Label(bare if bare.isupper() or bare.istitle() else bare.title(), None, None)
    label = _LABELLED.fullmatch(plain)
    if label is None:
        return None
    words = re.sub(r"\s+(?:Legal|Company)?\s*Name\Z", "", label["label"])
    if not names_a_side(words):
        return None
    return _Label(words.removeprefix("The "), None, begin + label.start("name") if label["name"] else None)


def _beside(cells: Sequence[_Cell], index: int, label: _Label) -> FoundParty | None:
    """The party that a label names: behind it, or in the next cell."""
    cell = cells[index]
    if label.name_at is not None:
        return _party(cell, label.name_at, label)
    if (led := _row_begins(cells, index)) is not None and has_legal_form(cells[led].text.strip()):
        return _party(cells[led], 0, label)
    # Labels that follow each other are the head of a table: their names follow in the same order.
    first = last = index
    while first and index - first < _COLUMNS and _is_bare(cells[first - 1]):
        first -= 1
    while last + 1 < len(cells) and last - index < _COLUMNS and _is_bare(cells[last + 1]):
        last += 1
    place = last + 1 + index - first
    if place >= len(cells) or _same_sentence_run(cell, cells[place]) or _label(cells[place].text):
        return None
    return _party(cells[place], 0, label)


def _row_begins(cells: Sequence[_Cell], index: int) -> int | None:
    """The first cell of a row that ends with this one: what stands there has the name that the row ends with."""
    if not cells[index].is_beside or (index + 1 < len(cells) and cells[index + 1].is_beside):
        return None
    first = index
    while first and cells[first].is_beside:
        first -= 1
    return first


def _is_bare(cell: _Cell) -> bool:
    label = _label(cell.text)
    return label is not None and label.name_at is None


def _same_sentence_run(one: _Cell, other: _Cell) -> bool:
    """Whether two cells are different sentences of one paragraph."""
    return one.passage is not other.passage and one.passage.block == other.passage.block


def _party(cell: _Cell, start: int, label: _Label) -> FoundParty | None:
    text = cell.passage.text
    begin = cell.start + start
    begin += len(text[begin : cell.end]) - len(text[begin : cell.end].lstrip())
    if titled := _HONORIFIC.match(text, begin):
        begin = titled.end()
    span = read_name(text, begin, cell.end, split_and=False)
    if span is None or (not has_legal_form(text[span.start : span.end]) and cell.end - begin > _LONGEST):
        return None
    aliases = (*((label.words,) if label.words else ()), *aliases_in(text[span.end : cell.end]))
    quote = Quote(
        text=text[span.start : span.end], start=cell.passage.start + span.start, end=cell.passage.start + span.end
    )
    return FoundParty(quote, aliases, role_of(aliases) or label.role, cell.passage, span.evidence)


def _said(passage: Passage, seen: set[str]) -> Iterator[FoundParty]:
    """Parties whose role a sentence tells: "The Customer is Acme Ltd."."""
    for told in _IS.finditer(passage.text, 0, _LONGEST_PASSAGE):
        if told["label"].lower() not in ROLES or told["label"].lower() in seen:
            continue
        span = read_name(passage.text, told.start("name"), len(passage.text), split_and=False)
        if span and has_legal_form(passage.text[span.start : span.end]):
            seen.add(told["label"].lower())
            cell = _Cell(passage, told.start("name"), len(passage.text))
            found = _party(cell, 0, _Label(told["label"], None, 0))
            if found:
                yield found
