"""Signature blocks: who signs for whom, read from the labels By, Name, Title and Date, in one column or two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from legalai.extract.parties.party_names import LEGAL_FORM, STRONG_FORM, has_legal_form, plausible_name
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region, region_of
from legalai.schema import BlockPart, Quote

Mark = Literal["signed", "blank", "unclear"]

_LABEL = re.compile(
    r"(?<![\w/])(?P<label>(?:By|BY|Per|PER|Signature|SIGNATURE|Signed(?:\s+by)?|SIGNED(?:\s+BY)?)"
    r"(?=\s{0,3}:|[_-]{3}|\s{1,40}(?:[-_]{3}|Name|Title|/[sS]/))\s{0,3}:?"
    r"|by(?=\s{2,40}(?:Name|[-_]{3}))|(?:Name|NAME|Print(?:ed)?\s+Name|PRINT(?:ED)?\s+NAME|Title|TITLE|Its|ITS"
    r"|Position|Capacity|Dated?|DATED?)\s{0,3}:)"
    r"|(?P<slash>/{1,2}\s?[sS]{1,2}\s?/{1,2}|/[sS](?=\s[A-Z][a-z])|\\{1,2}[sS]\\{1,2}|\[SIG(?:NED|NATURE)?\]|\((?:signed|SIGNED)\)|DocuSigned\s+by:?|(?:Electronically"
    r"|Digitally)\s+signed\s+by:?)"
)
_CELL_LABEL = re.compile(r"(?<=\n)(?P<label>Signature|SIGNATURE|By|BY|Print Name|Name|Title|Date)(?=\s{0,3}(?:\n|$))")
_ANOTHER_LABEL = re.compile(
    r"(?:(?:Print(?:ed)?\s+)?Name|Title|Date|Company|Signature|Notice\s+Address|E-?mail|Address)\b(?!\s+[a-z])"
)
_SIGN = ("by", "per", "signature", "signed", "signed by")
_DATE = re.compile(
    r"[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?,?\s(?:day\sof\s)?[A-Z][a-z]{2,8}\.?,?\s\d{4}|[A-Z][a-z]{2,8}\.?\s\d{4}"
)
_VALUE = re.compile(
    r"[ \t_]*(?P<value>[^\n_]{1,80}?)"
    r"(?=\s{2}|\n|$|_{2}|\s(?:By|BY|Name|NAME|Title|TITLE|Its|Dated?|DATE|Signature|Print(?:ed)?\sName)\s{0,3}:"
    r"|/[sS]/|\s?-{3})"
)
_JOB = re.compile(
    r".*\b(?:Officer|President|Director|Manager|Secretary|Chair(?:man|person|woman)?|Partner|CEO|CFO|COO|Counsel"
    r"|Treasurer|Member"
    r"|Representative|Attorney|Principal|OFFICER|PRESIDENT|DIRECTOR|MANAGER|Title|Date|Name|\d{4}|[Ww]ritten"
    r"|WRITTEN|[Bb]elow)\b[.,:]?",
    re.DOTALL,
)
_PIECES = re.compile(r"[^\n\t]+?(?=\s{3,}|\n|\t|$)")
_PHRASE = re.compile(
    r"\b(?:IS|NOT|BE|MAY|SHALL|PAGE|LEFT|BLANK|PARTIES|PROVISIONS?|THIS|HEREOF|FOLLOWS?|ACCEPTED|AGREEMENT"
    r"|CONTRACT|LEASE|LICENSE|APPENDIX|EXHIBIT)\b"
)
_OTHER_NAME = re.compile(r"(?:d/?b/?a|doing\s+business\s+as|f/?k/?a|a/?k/?a)\b", re.IGNORECASE)
_PROSE = re.compile(r"\s(?!limited|company)[a-z]{4,}\b")
_RULE = re.compile(r"[-_=\s]+")
# An empty line right behind the label: what stands below it is the name in print.
_RULED = re.compile(r"[ \t]{0,3}(?:_{5,}|-{5,})")
_ANOTHER_TO_SIGN = re.compile(r"[\s_]{0,20}(?:By|BY)\s{0,3}:")
_REACH = 400
_COLUMNS = 6


@dataclass(slots=True)
class SignatureBlock:
    """One place to sign. `party` quotes the name above it; `mark` is what stands on the line.

    `start` is the character of the document where it begins.
    """

    part: BlockPart
    start: int
    party: Quote | None = None
    mark: Mark = "unclear"
    name: str | None = None
    title: str | None = None
    date: str | None = None


def find_signature_blocks(passages: Sequence[Passage]) -> tuple[SignatureBlock, ...]:
    """The places to sign in text order, also where two stand beside each other and their lines are interleaved."""
    reader = _BlockReader(region_of(passages))
    return tuple(reader.read())


class _BlockReader:
    """Walks the labels of a text. Blocks whose signature lines follow each other directly stand side by side."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self._text = region.text
        self._blocks: list[SignatureBlock] = []
        self._beside: list[SignatureBlock] = []
        self._waiting: list[Quote] = []
        self._last_end = 0
        self._last_was_line = False
        self._by_hand = False

    def read(self) -> list[SignatureBlock]:
        labels = sorted([*_LABEL.finditer(self._text), *_CELL_LABEL.finditer(self._text)], key=lambda m: m.start())
        for label in labels:
            if label.start() >= self._last_end:
                self._take(label)
        return self._blocks

    def _take(self, label: re.Match[str]) -> None:
        kind = " ".join((label.groupdict().get("label") or "").lower().rstrip(" :").split())
        if kind and kind not in _SIGN:
            if self._beside and label.start() - self._last_end <= _REACH:
                self._fill(kind, label.end())
            return
        if kind in ("signature", "signed") and _ANOTHER_TO_SIGN.match(self._text, label.end()):
            return  # "Signature: By: /s/ Jane Roe" is one line
        slash = label.groupdict().get("slash") is not None
        names = self._names_above(label.start())
        if kind and self._by_hand and not names and label.start() - self._last_end < 80:
            self._fill("name", label.end())  # "/s/ Jane Roe" stands on the line above "By: Jane Roe"
            self._by_hand = False
            return
        if names:  # a name between two signature lines: they stand below each other
            self._beside = []
        self._waiting.extend(names)
        value, _ = self._value(label.end())
        if kind and value and LEGAL_FORM.search(value):  # "By: X LLC, its manager": who signs for X follows
            self._last_end, self._last_was_line, self._by_hand = label.end() + len(value), False, False
            self._beside = []
        elif not (kind and self._repeats(value)):
            self._open(label, slash=slash)

    def _repeats(self, value: str | None) -> bool:
        """Whether a line gives the name of somebody who has just signed by hand."""
        person = (_person(value) or "").lower()
        return any(person and block.mark == "signed" and (block.name or "").lower() == person for block in self._beside)

    def _open(self, label: re.Match[str], *, slash: bool) -> None:
        value, end = self._value(label.end())
        hand = _LABEL.match(self._text, _skip(self._text, label.end())) if not slash else None
        if hand is not None and hand["slash"]:
            value, end = self._value(hand.end())
            signed = True
        else:
            signed = slash
        position = self._region.start + label.start()
        block = SignatureBlock(part=self._region.passage_at(position).part, start=position)
        withheld = self._text.startswith("[", _skip(self._text, label.end()))
        ruled = _RULED.match(self._text, label.end()) is not None
        block.mark = "signed" if signed else "blank" if ruled or (value is None and not withheld) else "unclear"
        block.name = _person(value)
        block.party = self._waiting.pop(0) if self._waiting else None
        far = label.start() - self._last_end > _REACH
        if not self._last_was_line or far or len(self._beside) == _COLUMNS:
            self._beside = []
        self._beside.append(block)
        self._blocks.append(block)
        self._last_end, self._last_was_line, self._by_hand = end, True, slash

    def _fill(self, kind: str, start: int) -> None:
        value, end = self._value(start)
        field = {"its": "title", "position": "title", "capacity": "title", "dated": "date"}.get(
            kind, kind.rpartition(" ")[2]
        )
        if field == "name":
            block = next((b for b in self._beside if not b.name), self._beside[-1])
            block.name = _person(value) or block.name
        elif field == "title":
            block = next((b for b in self._beside if b.title is None), self._beside[-1])
            block.title = block.title or _job_title(value)
        else:
            block = next((b for b in self._beside if b.date is None), self._beside[-1])
            written = _DATE.search(value) if value else None
            block.date = block.date or (written[0] if written else None)
        self._last_end, self._last_was_line = end, False

    def _value(self, start: int) -> tuple[str | None, int]:
        """What is filled in after a label, and where it ends; None for a line left blank."""
        if (
            self._text[start : start + 1] == "\n" and self._text[start - 1] != ":"
        ):  # the label fills its table cell; the value has the next one
            start += 1
        match = _VALUE.match(self._text, start)
        value = match["value"].strip() if match else ""
        if _LABEL.match(value) or _ANOTHER_LABEL.match(value) or not any(c.isalnum() for c in value):
            return None, start
        return " ".join(value.split()).strip(" ,;-"), start

    def _names_above(self, stop: int) -> list[Quote]:
        """The names of parties that stand between the last label and a signature line."""
        start = max(self._last_end, stop - _REACH)
        names: list[Quote] = []
        sentences = [p.start - self._region.start for p in self._region.between(start, stop)]
        for begin, end in pairwise([start, *sentences, stop]):
            for piece in _PIECES.finditer(self._text, begin, end):
                job = _JOB.match(piece[0])
                after = piece.start() + max(job.end() if job else 0, piece[0].rstrip(" :").rfind(":") + 1)
                nearest = not self._text[piece.end() : stop].strip()
                names.extend(self._names_in(after, piece.end(), nearest=nearest))
        return names

    def _names_in(self, start: int, stop: int, *, nearest: bool) -> Iterator[Quote]:
        """The names in a line; two may stand in it, each ending in its legal form."""
        ends = [form.end() for form in STRONG_FORM.finditer(self._text, start, stop)]
        for end in [*ends, stop] if not ends or ends[-1] != stop else ends:
            raw = self._text[start:end]
            begin = start + len(raw) - len(raw.lstrip(" .,:;_-*[]\n"))
            name = self._text[begin:end].rstrip(" :;_-*[]\n")
            if _names_a_party(name) and (nearest or has_legal_form(name)):
                position = self._region.start + begin
                yield Quote(text=name, start=position, end=position + len(name))
            start = end


def _skip(text: str, start: int) -> int:
    while start < len(text) and text[start] in " _\t\n":
        start += 1
    return start


def _person(value: str | None) -> str | None:
    """A signatory's name as filled in, without the job that may follow it."""
    if value is None or _RULE.fullmatch(value):
        return None
    words = value.split()
    half = len(words) // 2
    if len(words) % 2 == 0 and words[:half] == words[half:]:  # "Jane Roe Jane Roe": the signature and the name below it
        words = words[:half]
    return " ".join(words[:6]) if words and words[0][0].isupper() else None


def _job_title(value: str | None) -> str | None:
    """A job as filled in, without the next party's name that may follow it on the line."""
    if value is None or has_legal_form(value):
        return None
    if not value.isupper():
        value = re.sub(r"(?<=[a-z])(?:\s[A-Z][A-Z.,&]+){2,}$", "", value)
    return value or None


def _names_a_party(name: str) -> bool:
    plain = " ".join(name.split())
    if (
        len(plain) > 110
        or _OTHER_NAME.match(plain)
        or _PROSE.search(plain)
        or not plausible_name(plain)
        or ". " in plain.rstrip(".")
    ):
        return False
    return has_legal_form(plain) or (plain.isupper() and 1 < len(plain.split()) <= 6 and not _PHRASE.search(plain))
