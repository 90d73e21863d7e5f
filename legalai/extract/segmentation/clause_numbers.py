"""Clause numbers: from the labels in front of paragraphs to full numbers, "(b)" below "7.2" to "7.2(b)"."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from legalai.extract.segmentation.roman import roman

LevelKind = Literal["article", "decimal", "letter", "capital", "roman", "digit"]

_WORD = re.compile(r"(?:article|section|clause|paragraph|part|§)\s*", re.IGNORECASE)
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,5}")
_CHAINED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})((?:\([A-Za-z0-9]{1,5}\))+)")
_LABEL = re.compile(r"\(?([A-Za-z]{1,5}|\d{1,3})[.)]?")


@dataclass(frozen=True, slots=True)
class _Level:
    kind: LevelKind
    label: str
    heading: str | None = None


class ClauseNumbers:
    """The clause a reader of the text is in. `enter` moves on; `number` and `heading` tell where that is."""

    def __init__(self) -> None:
        self._levels: list[_Level] = []
        self._title: str | None = None

    @property
    def number(self) -> str | None:
        """The full number of the current clause: "7.2(b)"."""
        return self._number_to(len(self._levels) - 1)

    def _number_to(self, last: int) -> str | None:
        parts: list[str] = []
        for level in self._levels[: last + 1]:
            if level.kind in ("article", "decimal"):
                parts = [level.label]
            else:
                parts.append(f"({level.label})")
        return "".join(parts) or None

    @property
    def heading(self) -> str | None:
        """The heading of the current clause, or of the nearest clause above it that has one."""
        for level in reversed(self._levels):
            if level.heading:
                return level.heading
        return self._title

    def restart(self, title: str | None = None) -> None:
        """Leave every clause: an annex begins, or a heading without a number."""
        self._levels.clear()
        self._title = title

    def enter(self, label: str, *, heading: str | None = None) -> None:
        """Move to the clause labelled `label` as shown in front of it ("7.2", "(b)", "ARTICLE IV.")."""
        bare = _WORD.sub("", label, count=1).strip()
        if chained := _CHAINED.fullmatch(bare.rstrip(".")):
            self._enter_decimal(chained[1])
            for part in re.findall(r"\(([^)]+)\)", chained[2]):
                self._enter_label(part)
        elif _DECIMAL.fullmatch(bare.rstrip(".)")) and not bare.startswith("("):
            self._enter_number(bare.rstrip(".)"), has_heading=heading is not None)
        elif found := _LABEL.fullmatch(bare):
            if label != bare and found[1].isupper():
                self._levels = [_Level("article", found[1])]
            else:
                self._enter_label(found[1], enclosed=bare.startswith("("))
        else:
            self._enter_whole(bare[:20])
        if heading:
            self.name(heading)

    def name(self, heading: str) -> None:
        """Give the current clause its heading, found after its number."""
        self._levels[-1] = replace(self._levels[-1], heading=heading)

    def may_follow(self, label: str) -> bool:
        """Whether a number found inside running text can come next: below the current clause, or after it."""
        bare = _WORD.sub("", label, count=1).strip().rstrip(".)")
        if not _DECIMAL.fullmatch(bare):
            return True
        top = next((int(level.label.split(".")[0]) for level in self._levels if level.kind == "decimal"), None)
        first = int(bare.split(".")[0])
        return top is None or first in (1, top, top + 1)

    def _enter_number(self, label: str, *, has_heading: bool) -> None:
        """A number without a heading that starts again at 1 is a list inside the clause, not clause 1."""
        plain = "." not in label
        starts_list = label == "1" and any(level.kind == "decimal" for level in self._levels)
        if plain and not has_heading and (starts_list or self._succeeds_list(label)):
            self._enter_label(label)
        else:
            self._enter_decimal(label)

    def _succeeds_list(self, label: str) -> bool:
        before = str(int(label) - 1)
        return any(level.kind == "digit" and level.label == before for level in self._levels)

    def _enter_decimal(self, label: str) -> None:
        keep = 0
        for index, level in enumerate(self._levels):
            if level.kind == "article" or (level.kind == "decimal" and label.startswith(f"{level.label}.")):
                keep = index + 1
        self._levels = [*self._levels[:keep], _Level("decimal", label)]

    def _enter_whole(self, label: str) -> None:
        """A full number that mixes forms ("4.1.C.1") stands below the clauses that it begins with."""
        keep = [
            i for i in range(len(self._levels)) if label.startswith(tuple(f"{self._number_to(i)}{c}" for c in ".("))
        ]
        self._levels = [*self._levels[: keep[-1] + 1 if keep else 0], _Level("article", label)]

    def _enter_label(self, label: str, *, enclosed: bool = True) -> None:
        kinds = _kinds(label, enclosed=enclosed)
        for index in range(len(self._levels) - 1, -1, -1):
            level = self._levels[index]
            if level.kind in kinds and _ordinal(label, level.kind) == _ordinal(level.label, level.kind) + 1:
                self._levels = [*self._levels[:index], _Level(level.kind, label)]
                return
        first_of = _started_by(label, kinds)
        same = next((i for i, level in enumerate(self._levels) if level.kind == first_of), len(self._levels))
        self._levels = [*self._levels[:same], _Level(first_of, label)]


def _kinds(label: str, *, enclosed: bool) -> tuple[LevelKind, ...]:
    """The numberings a label can belong to, the likeliest first."""
    is_roman = roman(label) is not None
    if label.isdigit():
        return ("digit",)
    if label.isupper():
        return ("article", "capital") if is_roman and not enclosed and label not in ("C", "D", "L") else ("capital",)
    if is_roman and (len(label) > 1 or label == "i"):
        return ("roman", "letter")
    return ("letter", "roman") if is_roman else ("letter",)


def _started_by(label: str, kinds: tuple[LevelKind, ...]) -> LevelKind:
    for kind in kinds:
        if _ordinal(label, kind) == 1:
            return kind
    return kinds[0]


def _ordinal(label: str, kind: LevelKind) -> int:
    if kind == "digit":
        return int(label)
    if kind in ("roman", "article"):
        return roman(label) or 0
    if len(set(label)) == 1:  # (z) is followed by (aa)
        return (ord(label[0].lower()) - ord("a") + 1) + 26 * (len(label) - 1)
    return 0
