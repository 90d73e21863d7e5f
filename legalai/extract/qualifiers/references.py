"""Cross-references as contracts write them: "Section 9.3(b)", "this Article", "Sections 4 through 6", "Schedule 2"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from legalai.extract.qualifiers.outline import key_of
from legalai.extract.segmentation.roman import numeral, roman

Unit = Literal["section", "article", "paragraph", "schedule"]

_UNITS: dict[str, Unit] = {
    "sec": "section",
    "§": "section",
    "cla": "section",
    "cl.": "section",
    "cls": "section",
    "art": "article",
    "par": "paragraph",
    "sub": "paragraph",
    "sch": "schedule",
    "exh": "schedule",
    "ann": "schedule",
    "app": "schedule",
    "att": "schedule",
}
_WORD = (
    r"(?P<word>(?:sub-?\s?)?(?:sections?|clauses?|paragraphs?)|articles?|secs?\.|arts?\.|cls?\.|§{1,2}"
    r"|schedules?|exhibits?|annex(?:es)?|appendi(?:x|ces)|attachments?)"
)
_PARTS = r"(?:\s?\((?:\d{1,2}|[A-Za-z]|[ivxl]{2,5}|[IVXL]{2,5}|aa|bb|cc|dd)\))"
_NUMBER = (
    r"(?:\d{1,4}(?:[A-Z](?![A-Za-z]))?(?:\.(?:\d{1,3}[A-Z]?|[A-Z])(?![A-Za-z])){0,4}" + _PARTS + r"{0,5}"
    r"|" + _PARTS + r"{1,5}"
    r"|[IVXLC]{1,7}(?![A-Za-z])(?:\.(?:\d{1,2}|[A-Z])(?![A-Za-z])){0,3}" + _PARTS + r"{0,4}"
    r"|[A-Z](?![A-Za-z])(?:-\d{1,2}|\.\d{1,2}){0,2}" + _PARTS + r"{0,3})"
)
_REFERENCE = re.compile(
    r"(?<![\w-])(?P<this>(?:this|such|said|the\s(?:foregoing|preceding|previous|above))\s{1,3})?"
    + _WORD
    + r"(?:\s{1,4}(?:no\.\s{0,2})?|(?<=§)\s{0,3}|(?<=\.)\s{0,3})(?P<number>"
    + _NUMBER.replace("[A-Z](?![A-Za-z])(?:-", '["“]?(?-i:[A-Z])(?![A-Za-z\'’])["”]?(?:-').replace(
        "[IVXLC]{1,7}", "(?-i:[IVXLC]{1,7})"
    )
    + r")",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\bthis\s{1,3}(?P<word>(?:sub-?\s?)?(?:section|clause|paragraph)|article|schedule|exhibit|annex|appendix|attachment)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"(?P<range>\s{0,3}(?:through|thru|to|[-–—])\s{1,3}|[-–—])"
    r"|(?P<list>\s{0,3}(?:,\s{0,3}(?:and/or|and|or)?|and/or|and|or|&)\s{1,3}(?:in\s|of\s)?)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\s?(?:days?|months?|years?|%|percent|\(\d)")
_NEXT = re.compile(_NUMBER)
_LONGEST_RANGE = 30


@dataclass(frozen=True, slots=True)
class Reference:
    """One number that a passage refers to. Offsets: characters [start, end) of the passage's text.

    `steps` are those of the number as written ("9.3(b)" -> 9, 3, b), none for "this Section"; for a schedule its name
    in lower case. `relative` is true where the number begins with a letter in brackets: "paragraph (b)". The list of
    numbers that it belongs to is [head, tail), with the word in front.
    """

    unit: Unit
    word: str
    start: int
    end: int
    steps: tuple[str, ...] = ()
    relative: bool = False
    this: bool = False
    head: int = 0
    tail: int = 0


def find_references(text: str) -> tuple[Reference, ...]:
    """Every cross-reference of a passage in text order; a list or a range of numbers gives one for each."""
    found: list[Reference] = []
    position = 0
    for match in _REFERENCE.finditer(text):
        if match.start() < position:
            continue
        group = tuple(_group(text, match))
        position = group[0].tail
        found.extend(group)
    taken = {reference.head for reference in found}
    found.extend(_bare(match) for match in _THIS.finditer(text) if match.start() not in taken)
    return tuple(sorted(found, key=lambda reference: (reference.start, reference.steps)))


def _bare(match: re.Match[str]) -> Reference:
    word = match["word"].lower()
    return Reference(_unit(word), word, match.start(), match.end(), this=True, head=match.start(), tail=match.end())


def _unit(word: str) -> Unit:
    return _UNITS["§" if word[0] == "§" else word[:3]]


def _group(text: str, match: re.Match[str]) -> Iterator[Reference]:
    word = match["word"].lower()
    unit = _unit(word)
    plural = word.endswith(("s", "§§"))
    spans: list[tuple[int, int, tuple[str, ...]]] = [(*match.span("number"), _steps(match["number"], unit))]
    while joined := _JOIN.match(text, spans[-1][1]):
        following = _NEXT.match(text, joined.end())
        if not following or not _continues(text, spans[-1], following, joined, plural=plural):
            break
        steps = _completed(spans[-1][2], _steps(following[0], unit), following[0])
        if joined["range"]:
            spans.extend((joined.end(), following.end(), between) for between in _between(spans[-1][2], steps))
        spans.append((*following.span(), steps))
    for start, end, steps in spans:
        yield Reference(
            unit,
            word.rstrip("s") if unit != "schedule" else _singular(word),
            start if start != match.start("number") else match.start(),
            end,
            steps=steps,
            relative=text[match.start("number")] == "(" and unit != "schedule",
            this=(match["this"] or "").lower().startswith("this"),
            head=match.start(),
            tail=spans[-1][1],
        )


def _singular(word: str) -> str:
    return {"annexes": "annex", "appendices": "appendix"}.get(word, word.rstrip("s"))


def _steps(number: str, unit: Unit) -> tuple[str, ...]:
    steps = re.findall(r"\d{1,4}[A-Z]?(?![a-z])|[A-Za-z]{1,7}", number)
    if unit == "schedule":
        return ("".join(number.split()).strip('"“”').lower(),)
    return key_of(".".join(steps))


def _continues(
    text: str, last: tuple[int, int, tuple[str, ...]], following: re.Match[str], joined: re.Match[str], *, plural: bool
) -> bool:
    """Whether a number after "and" or a comma is one more of the list, and not the next thing of the sentence."""
    after = text[following.end() : following.end() + 12]
    if _COUNTS.match(after) or (len(following[0]) > 1 and following[0].isalpha() and not roman(following[0])):
        return False
    if following[0].startswith("("):
        # "Section 5(a) and (b)"; after a comma a letter in brackets mostly begins an item of a list.
        return text[last[1] - 1] == ")" and (plural or not joined[0].strip().startswith(","))
    if following[0].isalpha():
        return plural and (following[0] != "I" or text[last[0] : last[1]].isalpha())
    return plural or ("." in following[0] and "." in text[last[0] : last[1]])


def _completed(last: tuple[str, ...], steps: tuple[str, ...], written: str) -> tuple[str, ...]:
    """ "(b)" after "5.1(a)" means 5.1(b)."""
    if not written.startswith("(") or len(steps) > len(last):
        return steps
    return (*last[: len(last) - len(steps)], *steps)


def _between(first: tuple[str, ...], last: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What lies between the ends of a range that differ in their last step only."""
    if len(first) != len(last) or first[:-1] != last[:-1]:
        return
    low, high = first[-1], last[-1]
    if low.isdigit() and high.isdigit():
        inner = [str(value) for value in range(int(low) + 1, int(high))]
    elif low == "i" and (end := roman(high)):
        inner = [numeral(value) for value in range(2, end)]
    elif len(low) == len(high) == 1 and low.isalpha() and high.isalpha():
        inner = [chr(value) for value in range(ord(low) + 1, ord(high))]
    else:
        return
    yield from ((*first[:-1], value) for value in inner[:_LONGEST_RANGE])
