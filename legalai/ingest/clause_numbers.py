"""Clause numbers: reading one at the start of a paragraph, and the full reference a lawyer would cite ("12.1(a)")."""

import re
from dataclasses import dataclass, replace

from legalai.ingest.alphabets import CAPITALS, GREEK, RUSSIAN, first_letter, letter_value
from legalai.ingest.clause_words import CLAUSE_WORDS, ORDINALS, divides

_OTHER = RUSSIAN + GREEK
_OTHER_LETTER = rf"[{_OTHER}]|[{_OTHER.upper()}]"
# What may stand for a number: the longest roman number met in practice is xxxviii, the longest letter row "cc".
_TYPED = re.compile(
    r"[ \t\u00a0]*(?:"
    rf"(?P<word>(?:(?:{CLAUSE_WORDS})(?=[ \t\u00a0])|§{{1,2}}))"
    r"[ \t\u00a0]{0,4}(?P<worded>\d{1,3}(?:\.\d{1,3}){0,5}|[IVXL]{1,7}|[A-Z])"
    r"(?:er\b|\.?[ºª°])?(?![A-Za-z])(?P<wordend>\.-|[ \u00a0]:|[.:)]?)"
    rf"|(?P<ordinal>(?:(?:{CLAUSE_WORDS})[ \t\u00a0]+)?(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}))"
    r"(?=[ \t\u00a0]*[.:–—-]|$)(?P<ordinalend>[ \t\u00a0]*[.:–—-]{0,2})"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,5})(?P<below>\.?\([A-Za-z]{1,4}\)|\.[A-Za-z](?![A-Za-z.]))?\.?\)?"
    r"|(?P<integer>\d{1,3})(?P<integerend>[.)])"
    r"|(?P<bare>\d{1,2})(?=[ \t\u00a0]+(?!Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[A-Z\"“(])"
    rf"|\((?P<paren>\d{{1,2}}|[a-z]{{1,2}}|[ivxl]{{1,7}}|[A-Z]{{1,2}}|[IVXL]{{1,6}}|{_OTHER_LETTER})\)"
    rf"|(?P<letter>[a-z]{{1,2}}|[A-Z]{{1,2}}|[ivxl]{{1,7}}|[IVXL]{{1,7}}|{_OTHER_LETTER})(?P<letterend>[.)])"
    r")(?P<space>[ \t\u00a0]*)"
)
_BULLET = re.compile(
    r"[ \t\u00a0]*(?P<bullet>[•●○◦▪■□➢➔‣⁃\uf0b7\uf0a7\uf0d8]|[-–—*·o](?=[ \t\u00a0]))[ \t\u00a0]*(?![-=_ \t]{4})"
)
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})|xl(?:ix|iv|v?i{0,3})|l(?:x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
# A number before these is a quantity, not a clause.
_UNIT = re.compile(
    r"(?:%|percent|per cent|million|billion|(?:(?:business|working|calendar|consecutive)[ \t]+)?"
    r"(?:days?|weeks?|months?|quarters?|years?|hours?|minutes?|times)\b(?![ \t]+(?-i:[A-Z]))"
    r"|U\.?S\.|[ap]\.m\.|pm\b|am\b)",
    re.I,
)
# "20.3.98": no document has a clause so far down its row.
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:[5-9]\d|0\d)")
_AMOUNT = re.compile(r"\(?\d{1,3}(?:[.,]\d{1,3})?\)?[ \t]*")
_LETTERED = ".a"
_SIGN = "§"
"""The form of "§ 1", below which German and Polish contracts begin at "1." or "(1)" again."""
_ITEM = "item"
"""The form of a list's own "1.", below a clause of a document whose clauses are numbered "1." too."""
_OPENING = re.compile(rf"[{CAPITALS}\"“”„«‘'(\[{{_$€£§*•…<☐☒]|\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a number: its form ("1", "(a)", "(i)", "article" ...) and where it stands in its row, from 1."""

    form: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A clause number as shown, `length` characters with the white space after it, and every way to read it.

    `absolute`: the whole reference is shown ("12.1"), nothing of the clause above is to be put before it.
    `weak`: a shape that also starts names and quantities ("J. Smith"), to be believed only in sequence.
    `place`: list and level where a word processor numbered the paragraph.
    """

    shown: str
    cited: str
    length: int
    readings: tuple[Reading, ...]
    absolute: bool = False
    weak: bool = False
    place: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    cited: str
    form: str
    value: int
    absolute: bool
    place: tuple[str, int] | None


def roman_value(text: str) -> int | None:
    """The value of a roman number in lower case; None where it is none."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(
        -value if any(value < later for later in values[i + 1 : i + 2]) else value for i, value in enumerate(values)
    )


def bullet_length(text: str) -> int:
    """How many characters a bullet and its white space take at the start of a text; 0 where there is none."""
    match = _BULLET.match(text)
    return match.end() if match and match.end() < len(text) else 0


def is_quantity(text: str) -> bool:
    """Whether a text begins with a number of something ("30 days"), not with the number of a clause."""
    number = _AMOUNT.match(text)
    return number is not None and _UNIT.match(text, number.end()) is not None


def read_label(text: str) -> Label | None:
    """The clause number a paragraph starts with; None where it starts with none."""
    match = _TYPED.match(text)
    if match is None:
        return None
    rest = text[match.end() : match.end() + 40]
    shown = text[: match.start("space")].strip()
    if match["word"] or match["ordinal"]:
        return _worded(match, shown, rest) if match["word"] else _ordinal(match, shown)
    if match["decimal"]:
        return _decimal(match, shown, rest)
    if match["integer"]:
        weak = bool(rest) and not (match["space"] and _OPENING.match(rest))
        closed = match["integerend"] == ")"
        form = "1)" if closed else "1"
        cited = f"({match['integer']})" if closed else match["integer"]
        return Label(
            shown=shown, cited=cited, length=match.end(), readings=(Reading(form, int(match["integer"])),),
            absolute=not closed, weak=weak or not match["space"],
        )  # fmt: skip
    if match["bare"]:
        if _UNIT.match(rest):
            return None
        reading = Reading("1", int(match["bare"]))
        return Label(shown=shown, cited=shown, length=match.end(), readings=(reading,), absolute=True, weak=True)
    if match["paren"]:
        if match["paren"].isdigit() and rest[:1].islower() and _UNIT.match(rest):
            return None
        return _enclosed(match["paren"], "({})", shown, match.end(), weak=False)
    closed = match["letterend"] == ")"
    if not match["space"] and rest and not (rest[0].isupper() and rest[1:2].islower()):
        return None
    return _enclosed(match["letter"], "{})" if closed else "{}.", shown, match.end(), weak=True)


def _worded(match: re.Match[str], shown: str, rest: str) -> Label | None:
    """ "ARTICLE IV", "Section 3.2": not where the sentence goes on ("Section 3.2 shall apply")."""
    if rest and not match["wordend"] and not _OPENING.match(rest) and not rest.startswith(("-", "–", "—", "\n")):
        return None
    number = match["worded"]
    word = match["word"].capitalize()
    dots = number.count(".")
    value = (
        int(number.rsplit(".", 1)[-1])
        if number[0].isdigit()
        else roman_value(number.lower()) or letter_value(number.lower())
    )
    division = divides(word) and not dots
    form = _decimal_form(dots)
    if division:
        form = "part" if word == "Part" else "article"
    elif word[0] == _SIGN and not dots:
        form = _SIGN
    cited = f"{word} {number}" if division else number
    return Label(
        shown=shown, cited=cited, length=match.end(), readings=(Reading(form, value or 0),), absolute=True,
    )  # fmt: skip


def _ordinal(match: re.Match[str], shown: str) -> Label:
    """ "PRIMERA.-", "Cláusula segunda": the same words begin sentences, and are believed in their row only."""
    *_, last = match["ordinal"].split()
    words = match["ordinal"].lower()
    value = next(
        value for word, value in sorted(ORDINALS.items(), key=lambda each: -len(each[0])) if words.endswith(word)
    )
    cited = match["ordinal"].capitalize()
    return Label(
        shown=shown, cited=cited, length=match.end(), readings=(Reading("article", value),), absolute=True,
        weak=not last.isupper(),
    )  # fmt: skip


def _decimal(match: re.Match[str], shown: str, rest: str) -> Label | None:
    number = match["decimal"]
    if (_UNIT.match(rest) and not rest[:2].istitle()) or (rest and not match["space"] and not _OPENING.match(rest)):
        return None
    if (rest[:1].isdigit() and not match["space"]) or _DATE.fullmatch(number):
        return None
    form, last = _decimal_form(number.count(".")), int(number.rsplit(".", 1)[-1])
    below = match["below"] or ""
    if below:
        letters = below.strip(".()").lower()
        row = letter_value(letters) or roman_value(letters)
        form, last = f"{form}{_LETTERED}", row or 0
    return Label(
        shown=shown, cited=number + below, length=match.end(), readings=(Reading(form, last),),
        absolute=True, weak=bool(rest) and not _OPENING.match(rest),
    )  # fmt: skip


def _decimal_form(dots: int) -> str:
    return "1" + ".1" * dots


def _enclosed(number: str, frame: str, shown: str, length: int, *, weak: bool) -> Label | None:
    """ "(a)", "a)" or "a.": a letter, a roman number or both."""
    lower = number.lower()
    upper = number != lower
    readings: list[Reading] = []
    if number.isdigit():
        readings.append(Reading(frame.format("1"), int(number)))
    else:
        roman, letter = roman_value(lower), letter_value(lower)
        if roman is not None:
            readings.append(Reading(frame.format("I" if upper else "i"), roman))
        if letter is not None:
            first = first_letter(lower)
            readings.append(Reading(frame.format(first.upper() if upper else first), letter))
        if roman is not None and len(number) > 1:
            # "II." is no initial of a name, and the second of its row before it is the thirty-fifth letter.
            readings.reverse()
            weak = False
    if not readings:
        return None
    cited = f".{number}" if frame == "{}." else f"({number})"
    return Label(shown=shown, cited=cited, length=length, readings=tuple(readings), weak=weak)


_LETTER_FORMS = frozenset(
    {*(frame.format(row) for frame in ("({})", "{})", "{}.") for row in "aiAIаАαΑ")}
    | {"1" + ".1" * dots + _LETTERED for dots in range(1, 6)}
)


class References:
    """The clauses that enclose the current paragraph, from the outermost in."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []
        self._outlines: dict[str, list[_Step]] = {}
        """Where each list of a word processor that numbers the clauses themselves has come to."""

    def restart(self) -> None:
        """Forget every clause: a schedule begins, with numbers of its own."""
        self._steps, self._outlines = [], {}

    def leave_recitals(self) -> None:
        """The operative part begins: lettered recitals and numbered parties enclose nothing of it."""
        if self._steps and not self._steps[0].absolute:
            self._steps = []

    def follows(self, label: Label) -> bool:
        """Whether the number comes next, or first, in some row that is open here."""
        return any(
            reading.value == 1
            or any(
                step.form in (reading.form, _ITEM if reading.form == "1" else "") and step.value + 1 == reading.value
                for step in self._steps
            )
            for reading in label.readings
        )

    def enter(self, label: Label, *, led: bool = False, titled: bool = True) -> tuple[str, int]:
        """Enter a clause: its full reference and its level from 0.

        `led`: what stands before it, or itself, shows that a list goes on or begins. `titled`: a title follows it.
        """
        if self._is_item(label, led=led, titled=titled):
            value = label.readings[0].value
            label = replace(label, readings=(Reading(_ITEM, value),), absolute=False, cited=f".{value}")
        reading = self._choose(label)
        self._leave_for(label, reading)
        self._steps.append(
            _Step(label.cited, reading.form, reading.value, self._stands_alone(label, reading), label.place)
        )
        outermost = self._steps[0]
        if label.place is not None and outermost.absolute and outermost.place and outermost.place[0] == label.place[0]:
            self._outlines[label.place[0]] = list(self._steps)
        return self._reference(), len(self._steps) - 1

    def _is_item(self, label: Label, *, led: bool, titled: bool) -> bool:
        """Whether a "1." or what follows it counts the items of a list inside the clause."""
        if label.place is not None or label.readings[0].form != "1" or not label.shown.endswith("."):
            return False
        value = label.readings[0].value
        clauses = [step.value for step in self._steps if step.form.startswith("1") and step.absolute]
        if any(step.form == _ITEM and step.value + 1 == value for step in self._steps):
            return not (titled and value - 1 in clauses)
        lettered = bool(self._steps) and self._steps[-1].form in _LETTER_FORMS
        return value == 1 and bool(clauses) and (led or (lettered and not titled))

    def _choose(self, label: Label) -> Reading:
        for step in reversed(self._steps):
            for reading in label.readings:
                if step.form == reading.form and step.value + 1 == reading.value:
                    return reading
        first = [reading for reading in label.readings if reading.value == 1]
        opened = [reading for reading in label.readings if any(step.form == reading.form for step in self._steps)]
        return (first or opened or list(reversed(label.readings)))[0]

    def _leave_for(self, label: Label, reading: Reading) -> None:
        if label.place is not None:
            if not any(step.place and step.place[0] == label.place[0] for step in self._steps):
                # A number typed among those of the list does not end it.
                self._steps = list(self._outlines.get(label.place[0], self._steps))
            listed = [i for i, step in enumerate(self._steps) if step.place and step.place[0] == label.place[0]]
            siblings = [i for i in listed if (self._steps[i].place or ("", 0))[1] >= label.place[1]]
            if listed:
                del self._steps[siblings[0] if siblings else len(self._steps) :]
                return
        if reading.form in ("part", "article", _SIGN):
            above = {"part": (), "article": ("part",), _SIGN: ("part", "article")}[reading.form]
            self._cut(max(map(self._after, above), default=0))
        elif reading.form.startswith("1") and reading.form != "1)":
            self._leave_for_decimal(label, reading)
        else:
            for i, step in enumerate(self._steps):
                if step.form == reading.form:
                    self._cut(i)
                    return
                if step.form.endswith(_LETTERED) and step.cited.endswith(")") and step.value + 1 == reading.value:
                    # "8.1(a)" goes on as "(b)".
                    self._cut(i)
                    if not (i and self._steps[-1].absolute and step.cited.startswith(self._steps[-1].cited)):
                        above = step.cited.rpartition("(")[0].rstrip(".")
                        self._steps.append(replace(step, cited=above, form=step.form.removesuffix(_LETTERED)))
                    return
            if reading.form == "(a)" and reading.value > 1:
                # Its row was not seen to begin: it stands above the rows of roman numbers all the same.
                self._cut(next((i for i, step in enumerate(self._steps) if step.form == "(i)"), len(self._steps)))
            elif reading.form == "I." and reading.value > 1:
                # The first of its row was written without its full stop: outlines enclose all but articles and parts.
                self._cut(self._after("article") or self._after("part"))

    def _leave_for_decimal(self, label: Label, reading: Reading) -> None:
        """A dotted number stays under articles, outlines ("I.", "A.") and the numbers it continues."""
        outline = {"article", "part", _SIGN, "I.", "A."}
        for i, step in enumerate(self._steps):
            continues = step.form.startswith("1") and label.cited.startswith((f"{step.cited}.", f"{step.cited}("))
            if step.form == reading.form or not (continues or step.form in outline):
                self._cut(i)
                return

    def _stands_alone(self, label: Label, reading: Reading) -> bool:
        if not label.absolute or reading.form != "1":
            return label.absolute
        # An outline's "1." under "I." and "A." is cited as I.A.1, under "§ 2" as 2.1; under an article alone.
        return not any(step.form in (_SIGN, "I.", "A.") for step in self._steps) and not self._listed_parent(label)

    def _listed_parent(self, label: Label) -> bool:
        return label.place is not None and any(step.place and step.place[0] == label.place[0] for step in self._steps)

    def _after(self, form: str) -> int:
        return next((i + 1 for i, step in enumerate(self._steps) if step.form == form), 0)

    def _cut(self, at: int) -> None:
        del self._steps[at:]

    def _reference(self) -> str:
        start = max((i for i, step in enumerate(self._steps) if step.absolute), default=0)
        parts = [step.cited for step in self._steps[start:]]
        reference = parts[0].lstrip(".")
        for part in parts[1:]:
            reference += part if part.startswith(("(", ".")) else f".{part}"
        return reference
