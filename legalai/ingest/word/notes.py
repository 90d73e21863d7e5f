"""Footnotes and endnotes: the mark that stands in the text for each, and the notes in the order of their marks.

Source: ISO/IEC 29500-1 §17.11.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from legalai.ingest.guard import Element
from legalai.ingest.word.number_forms import format_number
from legalai.ingest.word.numbering import int_of, value_of
from legalai.ingest.word.opc import W

NoteKind: TypeAlias = Literal["footnotes", "endnotes"]
_REFERENCES: Mapping[str, NoteKind] = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_PROPERTIES = {"footnotes": "footnotePr", "endnotes": "endnotePr"}
# §17.11.11 and .17: what numbers the notes where nothing is said.
_USUAL_FORMS = {"footnotes": "decimal", "endnotes": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Note:
    """A note that the text refers to. `mark` is what stands before it, empty where the note has its own."""

    kind: NoteKind
    identity: str
    mark: str


@dataclass
class NoteMarks:
    """Counts the references to notes as they are met; `settings` say how they are numbered."""

    settings: Element | None = None
    met: list[Note] = field(default_factory=list[Note])
    _counts: dict[str, int] = field(default_factory=dict[str, int])

    def mark(self, element: Element) -> str:
        """What a reference shows; empty for anything else, and for one whose mark is typed beside it."""
        kind = _REFERENCES.get(element.tag)
        if kind is None:
            return ""
        own = element.get(f"{W}customMarkFollows") in ("1", "true", "on")
        mark = "" if own else f"[{self._next(kind)}]"
        self.met.append(Note(kind, element.get(f"{W}id", ""), mark))
        return mark

    def _next(self, kind: NoteKind) -> str:
        properties = self.settings.find(f"{W}{_PROPERTIES[kind]}") if self.settings is not None else None
        start = int_of(properties, "numStart") if properties is not None else None
        form = value_of(properties, "numFmt") if properties is not None else None
        self._counts[kind] = self._counts.get(kind, (1 if start is None else start) - 1) + 1
        return format_number(self._counts[kind], form or _USUAL_FORMS[kind])
