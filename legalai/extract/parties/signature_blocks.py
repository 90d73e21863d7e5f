"""Signature blocks: who signs for whom, read from the labels By, Name, Title and Date, in one column or two."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from legalai.extract.parties.found_party import bare
from legalai.extract.parties.lines_below import read_below, without_quotation_marks
from legalai.extract.parties.other_signatures import signs_for_none
from legalai.extract.parties.party_aliases import names_a_side
from legalai.extract.parties.party_names import LEGAL_FORM, STRONG_FORM, has_legal_form, plausible_name
from legalai.extract.parties.signing_leads import SigningLead, find_leads
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.region import Region, region_of
from legalai.schema import BlockPart, Quote

Mark = Literal["signed", "blank", "unclear"]

_LABEL = re.compile(
    r"(?<![\w/])(?P<label>(?:By|BY|Per|PER|Signature|SIGNATURE|Signed(?:\s+by)?|SIGNED(?:\s+BY)?)"
    r"(?=\s{0,3}:|[_-]{3}|\s{1,40}(?:[-_]{3}|Name|Title|/[sS]/))\s{0,3}:?"
    r"|(?:By|BY|Through)\s(?:(?i:its|their)\s)?(?i:duly\s)?(?i:authori[sz]ed)\s(?i:signatory|representative|officer|agent|attorney)\s{0,3}:?"
    r"|by(?=\s{2,40}(?:Name|[-_]{3}))|(?:Name|NAME|Print(?:ed)?\s+Name|PRINT(?:ED)?\s+NAME|Title|TITLE|Its|ITS"
    r"|Position|Capacity|(?:Dated?|DATED?)(?:\s(?:(?i:signed|of\ssignature|of\ssigning|executed)))?|(?:Signed|Executed)\s[Oo]n)\s{0,3}:)"
    r"|(?P<slash>/{1,2}\s?[sS]{1,2}\s?/{1,2}|/[sS](?=\s[A-Z][a-z])|\\{1,2}[sS]\\{1,2}|\[SIG(?:NED|NATURE)?\]|\[[Ss]igned\]|\((?:signed|SIGNED|[Ss]gd\.?|SGD\.?)\)|gez\.(?=\s[A-ZÄÖÜ])|DocuSigned\s+by:?|(?:Electronically"
    r"|Digitally)\s+signed\s+by:?)"
)
_CELL_LABEL = re.compile(r"(?<=\n)(?P<label>Signature|SIGNATURE|By|BY|Print Name|Name|Title|Date)(?=\s{0,3}(?:\n|$))")
_ANOTHER_LABEL = re.compile(
    r"(?:(?:Print(?:ed)?\s+)?Name|Title|Date|Company(?!\s+Secretary)|Signature|Notice\s+Address|E-?mail|Address)\b(?!\s+[a-z])"
)
_SIGN = ("by", "per", "signature", "signed", "signed by")
WRITTEN_DAY = (
    r"[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?,?\s(?:day\sof\s)?[A-Z][a-z]{2,8}\.?,?\s\d{4}|[A-Z][a-z]{2,8}\.?\s\d{4}"
)
_DATE = re.compile(WRITTEN_DAY)
_VALUE = re.compile(
    r"[ \t_]*(?P<value>[^\n_]{1,80}?)"
    r"(?=\s{2}|\n|$|\s?\||_{2}|\s(?:By|BY|Name|NAME|Title|TITLE|Its|Dated?|DATE|Signature(?:\sand\s\w+)?|Print(?:ed)?\sName)\s{0,3}:"
    r"|/[sS]/|\s?-{3})"
)
_JOB = re.compile(
    r".*\b(?:Officer|President|Director|Manager|Secretary|Chair(?:man|person|woman)?|Partner|CEO|CFO|COO|Counsel"
    r"|Treasurer|Member"
    r"|Representative|Attorney|Principal|Signatory|SIGNATORY|OFFICER|PRESIDENT|DIRECTOR|MANAGER|Title|Date|Name|\d{4}|[Ww]ritten"
    r"|WRITTEN|[Bb]elow)\b[.,:]?",
    re.DOTALL,
)
_PIECES = re.compile(r"[^\n\t|]+?(?=\s{3,}|\n|\t|\s?\||$)")
_PHRASE = re.compile(
    r"\b(?:IS|NOT|BE|MAY|SHALL|PAGE|LEFT|BLANK|PARTIES|PROVISIONS?|THIS|HEREOF|FOLLOWS?|ACCEPTED|AGREEMENT"
    r"|CONTRACT|LEASE|LICENSE|APPENDIX|EXHIBIT)\b"
)
_OTHER_NAME = re.compile(r"(?:d/?b/?a|doing\s+business\s+as|f/?k/?a|a/?k/?a)\b", re.IGNORECASE)
_PROSE = re.compile(r"\s(?!limited|company)[a-z]{4,}\b")
_SENTENCE_END = re.compile(r"[^\W\d]{4,}(?<!CORP)(?<!Corp)\. ")
_RULE = re.compile(r"[-_=\s]+")
# An empty line right behind the label: what stands below it is the name in print.
_RULED = re.compile(r"[ \t]{0,3}(?:_{5,}|-{5,})")
_ANOTHER_TO_SIGN = re.compile(r"[\s_]{0,20}(?:By|BY)\s{0,3}:")
_AUTHORISED = ("by its", "by their", "by duly", "by authori", "through")
# A line that stands alone: underscores, dots or dashes, and a job behind them.
_LINE = re.compile(
    r"(?:(?<=\n)|(?<=\t)|(?<=\s\s))[ ]{0,40}(?:_{6,}|\.{8,}|…{3,}|-{8,})"
    r"(?:[ ](?P<job>[A-Z][\w ]{2,40})(?=\n|$))?"
)
# A line behind the words that say for whom it is: "Signed for Acme Ltd by: ______".
_LINE_BEHIND = re.compile(
    r"(?:\n[ ]{0,3}by[ ]?:?)?[ ]{0,3}(?:_{4,}|\.{6,}|…{2,}|-{6,})(?:[ ](?P<job>[A-Z][\w ]{2,40})(?=\n|$))?"
)
# What a signing service prints behind a name: "Jane Roe (Mar 3, 2022 10:14 EST)".
_STAMPED = re.compile(rf"(?:\(|\n\s{{0,3}}Signed\s(?:at|on):?\s)(?:{WRITTEN_DAY}),?\s\d{{1,2}}:\d{{2}}")
# What stands before a name on its line.
_LED = re.compile(
    r"(?:[A-Za-z ]{0,30}\b(?:on\s+behalf\s+of"
    r"|(?:deed|acknowledged|approved|agreed|accepted|signed|executed)\s+(?:by|for)|(?:common|corporate)\s+seal\s+of)|for)"
    r"\s+(?:the\s+)?(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# "CUSTOMER (Acme Ltd):"
_BEHIND_ROLE = re.compile(r"(?P<role>[A-Za-z ]{3,30}?)\s?\((?=[A-Z])")
_BELOW = 60
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


def find_signature_blocks(passages: Sequence[Passage], called: Iterable[str] = ()) -> tuple[SignatureBlock, ...]:
    """The places to sign in text order, also where two stand beside each other and their lines are interleaved.

    `called` is what the contract calls its parties: such a word, alone above a line, says whose it is.
    """
    reader = _BlockReader(region_of(passages), frozenset(map(bare, called)))
    return tuple(reader.read())


class _BlockReader:
    """Walks the labels of a text. Blocks whose signature lines follow each other directly stand side by side."""

    def __init__(self, region: Region, called: frozenset[str]) -> None:
        self._region = region
        self._called = called
        self._text = region.text
        self._blocks: list[SignatureBlock] = []
        self._beside: list[SignatureBlock] = []
        self._waiting: list[Quote] = []
        self._led: list[Quote] = []
        self._told: dict[int, tuple[str | None, str | None]] = {}
        self._guessed: SignatureBlock | None = None
        self._last_end = 0
        self._last_was_line = False
        self._by_hand = False

    def read(self) -> list[SignatureBlock]:
        labels = [(m.start(), m) for each in (_LABEL, _CELL_LABEL) for m in each.finditer(self._text)]
        printed = self._region.printed
        labels += [(m.start(), m) for m in _LINE.finditer(printed)]
        leads = [(lead.start, lead) for lead in find_leads(printed)]
        for start, found in sorted([*labels, *leads], key=lambda each: each[0]):
            if start < self._last_end:
                continue
            self._wait_no_longer(start)
            if isinstance(found, SigningLead):
                self._lead(found)
            elif found.re is _LINE:
                self._line(found)
            elif not signs_for_none(self._text, start):
                self._take(found)
        self._close_led(len(self._text))
        return self._blocks

    def _lead(self, lead: SigningLead) -> None:
        """For whom the next line is; behind a signature that is nobody's yet, for whom that one is."""
        position = self._region.start
        party = Quote(
            text=self._text[lead.party_start : lead.party_end],
            start=position + lead.party_start,
            end=position + lead.party_end,
        )
        self._close_led(lead.start)
        last = self._blocks[-1] if self._blocks else None
        near = (
            last is not None and (last.party is None or last is self._guessed) and lead.start - self._last_end < _BELOW
        )
        if last and near and lead.behind and not self._told:
            last.party = party
        else:
            if not self._led:
                self._beside, self._waiting = [], []
            self._led.append(party)
            self._told[party.start] = (lead.person, lead.job)
        self._last_end, self._last_was_line, self._by_hand = lead.end, False, False
        if beside := _LINE_BEHIND.match(self._region.printed, lead.end):
            self._line(beside)

    def _close_led(self, stop: int) -> None:
        """Where no line follows "Signed for Acme Ltd by: Jane Roe", the words themselves are the place to sign."""
        printed, last = self._region.printed, stop == len(self._text)
        for party in [led for led in self._led if last or "\n" in printed[led.end - self._region.start : stop]]:
            name, title = self._told[party.start]
            if name:
                part = self._region.passage_at(party.start).part
                self._blocks.append(SignatureBlock(part=part, start=party.start, party=party, name=name, title=title))
                self._led.remove(party)

    def _wait_no_longer(self, position: int) -> None:
        """Forget the leads that stand too far above a line."""
        self._led = [lead for lead in self._led if position - (lead.end - self._region.start) <= _REACH]

    def _line(self, line: re.Match[str]) -> None:
        """A line to sign on that has no label, where words before it say for whom it is."""
        if self._led:
            self._open(line, slash=False)
            self._blocks[-1].title = self._blocks[-1].title or _job_title((line["job"] or "").strip() or None)
            self._last_end, self._by_hand = line.end(), True

    def _take(self, label: re.Match[str]) -> None:
        kind = " ".join((label.groupdict().get("label") or "").lower().rstrip(" :").split())
        if kind and kind not in _SIGN and not kind.startswith(_AUTHORISED):
            if self._led:
                self._open(label, slash=False, missing=True)
            if self._beside and label.start() - self._last_end <= _REACH:
                self._fill(kind, label.end())
            return
        if kind in ("signature", "signed") and _ANOTHER_TO_SIGN.match(self._text, label.end()):
            return  # "Signature: By: /s/ Jane Roe" is one line
        slash = label.groupdict().get("slash") is not None
        names = [each for each in self._names_above(label.start()) if not self._is_print(each)]
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

    def _is_print(self, name: Quote) -> bool:
        """Whether a name is that of the signature right above it, in print."""
        last = self._blocks[-1] if self._blocks else None
        return last is not None and last.mark == "signed" and bare(last.name or "") == bare(name.text)

    def _repeats(self, value: str | None) -> bool:
        """Whether a line gives the name of somebody who has just signed by hand."""
        person = (_person(value) or "").lower()
        return any(person and block.mark == "signed" and (block.name or "").lower() == person for block in self._beside)

    def _open(self, label: re.Match[str], *, slash: bool, missing: bool = False) -> None:
        """Begin a block at a label or a line; `missing` where the line itself is not in the text."""
        value, end = self._value(label.end())
        hand = _LABEL.match(self._text, _skip(self._text, label.end())) if not slash else None
        if hand is not None and hand["slash"]:
            value, end = self._value(hand.end())
            signed = True
        else:
            value, quoted = without_quotation_marks(value)
            stamped = _STAMPED.search(self._text, label.end(), end + len(value or "") + _BELOW)
            signed = slash or quoted or bool(stamped and value)
        position = self._region.start + label.start()
        block = SignatureBlock(part=self._region.passage_at(position).part, start=position)
        withheld = self._text.startswith("[", _skip(self._text, label.end()))
        ruled = _RULED.match(self._text, label.end()) is not None
        drawn = label.re in (_LINE, _LINE_BEHIND)
        empty = ruled or drawn or (value is None and not withheld)
        block.mark = "signed" if signed else "unclear" if missing else "blank" if empty else "unclear"
        if not missing and not drawn:
            _tell_who(block, value)
        waiting = self._led or self._waiting
        block.party = waiting.pop(0) if waiting else self._same_party(label.start(), block.mark)
        if block.party is None and (another := self._of_another(label.start(), block.mark)):
            block.party, self._guessed = another, block
        told = self._told.get(block.party.start) if block.party else None
        if told:
            block.name, block.title = block.name or told[0], told[1] or block.title
        if signed:
            self._read_below(block, end)
        far = label.start() - self._last_end > _REACH
        if not self._last_was_line or far or len(self._beside) == _COLUMNS:
            self._beside = []
        self._beside.append(block)
        self._blocks.append(block)
        self._last_end, self._last_was_line, self._by_hand = end, True, slash

    def _same_party(self, start: int, mark: Mark) -> Quote | None:
        """Whose a second place on the line of the first one is, where one party alone stands above the two."""
        first = self._beside[-1] if self._beside and self._last_was_line else None
        if first is None or first.party is None or mark != first.mark:
            return None
        begin, end = (at - self._region.start for at in (first.party.start, first.party.end))
        place = first.start - self._region.start
        above = self._text[self._text.rfind("\n", 0, begin) + 1 : begin] + self._text[end:place]
        return first.party if not above.strip(" :\n") and "\n" not in self._text[place:start] else None

    def _of_another(self, start: int, mark: Mark) -> Quote | None:
        """Whose a place is that stands right below a filled one: a party may have two to sign for it."""
        last = self._blocks[-1] if self._blocks else None
        if last is None or last.party is None or last.name is None or last.mark != mark or len(self._beside) > 1:
            return None
        _, newline, below = self._text[self._last_end : start].partition("\n")
        return last.party if newline and below.strip(" \n_") in ("", last.title) else None

    def _read_below(self, block: SignatureBlock, start: int) -> None:
        """What stands below a signature by hand without labels."""
        below = read_below(self._text, start, signed=block.name, day=WRITTEN_DAY)
        block.name, block.title = below.name or block.name, block.title or below.title
        block.date = block.date or below.date

    def _fill(self, kind: str, start: int) -> None:
        value, end = self._value(start)
        field = {"its": "title", "position": "title", "capacity": "title"}.get(kind, kind.rpartition(" ")[2])
        field = "date" if kind.startswith("date") or kind.endswith(" on") else field
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
            led = _LED.match(self._text, begin, end)
            begin = led.end() if led else begin
            behind = _BEHIND_ROLE.match(self._text, begin, end)
            begin = behind.end() if behind and names_a_side(behind["role"]) else begin
            name = self._text[begin:end].rstrip(" :;_-*[]\n")
            known = nearest and bare(name) in self._called
            if known or (_names_a_party(name) and (nearest or has_legal_form(name))):
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
    words = re.sub(r"\s*\[[^\]]*\]$", "", value).split()
    half = len(words) // 2
    if len(words) % 2 == 0 and words[:half] == words[half:]:  # "Jane Roe Jane Roe": the signature and the name below it
        words = words[:half]
    return " ".join(words[:6]) if words and words[0][0].isupper() else None


def _tell_who(block: SignatureBlock, value: str | None) -> None:
    """Name, job and day where they stand on the line together: "J. Roe, Director, 27 February 2026"."""
    written = _DATE.search(value) if value else None
    if value and written:
        block.date, value = written[0], value[: written.start()]
    name, *more = (value or "").rstrip(" ,(").split(", ")
    job = next((at for at, part in enumerate(more) if _JOB.match(part)), len(more))
    block.name = _person(", ".join([name, *more[:job]]))
    block.title = _job_title(", ".join(more[job:])) or None


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
        or _SENTENCE_END.search(plain)
    ):
        return False
    return has_legal_form(plain) or (plain.isupper() and 1 < len(plain.split()) <= 6 and not _PHRASE.search(plain))
