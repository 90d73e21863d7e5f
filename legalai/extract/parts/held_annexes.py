"""Which schedules a file holds, under whatever spelling the contract refers to them."""

from collections.abc import Iterator, Sequence

from legalai.extract.parts.annex_names import AnnexName, names_inside
from legalai.extract.parts.annex_references import AnnexReference
from legalai.extract.parts.annexes import Annex, AnnexState, find_annexes, margin_names
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document


class HeldAnnexes:
    """The schedules of a file, found by their titles, by the margins of their pages, or by capitals inside a line."""

    def __init__(self, document: Document, passages: Sequence[Passage], references: Sequence[AnnexReference]) -> None:
        self._annexes = find_annexes(passages)
        self._referred = frozenset(reference.name for reference in references)
        third = len(document.text) // 3  # what comes earlier is the contract and its contents page
        begin = min((passages[annex.first].start for annex in self._annexes), default=third)
        self._inside = names_inside(document.text, min(begin, third))
        self._by_label: dict[str, set[AnnexName]] = {}
        for name in {annex.name for annex in self._annexes} | margin_names(passages):
            for label in name.forms | {name.base}:
                self._by_label.setdefault(label, set()).add(name)

    def holds(self, name: AnnexName) -> bool:
        """Whether the schedule is there, or the one it is a part of, or parts of it.

        Its label under another kind will do, unless the contract refers to that one too: annexes are often called
        exhibits by mistake.
        """
        return name in self._inside or any(True for _ in self._alike(name))

    def supplied(self, name: AnnexName) -> bool:
        """Whether it is there with something below its title."""
        alike = set(self._alike(name))
        states = [annex.state for annex in self._annexes if annex.name in alike]
        return "supplied" in states or (not states and self.holds(name))

    def standing(self, state: AnnexState) -> Iterator[Annex]:
        """The schedules that are in this state wherever their title stands, each once.

        "Exhibit A-1" may be a page of Exhibit A, and is told only where the contract refers to it; Schedule 2 may be no
        more than the title above Schedule 2.1, and is not told then.
        """
        seen = {annex.name for annex in self._annexes if annex.state == "supplied"} if state != "supplied" else set()
        for annex in self._annexes:
            part = annex.name not in self._referred and annex.name.base != annex.name.label
            if annex.state == state and annex.name not in seen and not part and not self._parts(annex):
                seen.add(annex.name)
                yield annex

    def _parts(self, annex: Annex) -> bool:
        """Whether the schedule that follows is a part of this one."""
        label = annex.name.label
        return any(
            other.first == annex.last and other.name.label.startswith((f"{label}.", f"{label}-", f"{label}("))
            for other in self._annexes
        )

    def _alike(self, name: AnnexName) -> Iterator[AnnexName]:
        for other in {each for label in name.forms | {name.base} for each in self._by_label.get(label, ())}:
            alike = bool(name.forms & other.forms) or name.base == other.label or other.base == name.label
            if alike and (other.kind == name.kind or other not in self._referred):
                yield other
