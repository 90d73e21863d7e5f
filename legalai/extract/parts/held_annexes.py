"""Which schedules a file holds, under whatever spelling the contract refers to them."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.parts.annex_names import AnnexName
from legalai.extract.parts.annex_references import AnnexReference
from legalai.extract.parts.annexes import Annex, AnnexState, find_annexes, margin_names
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document


class HeldAnnexes:
    """The schedules of a file, found by their titles, by the margins of their pages, or by capitals inside a line."""

    def __init__(self, document: Document, passages: Sequence[Passage], references: Sequence[AnnexReference]) -> None:
        self._text = document.text
        self._annexes = find_annexes(passages)
        self._names = {annex.name for annex in self._annexes} | margin_names(passages)
        self._referred = frozenset(reference.name for reference in references)
        half = len(document.text) // 2
        self._begin = min((passages[annex.first].start for annex in self._annexes), default=half)

    def holds(self, name: AnnexName) -> bool:
        """Whether the schedule is there, or the one it is a part of, or parts of it.

        Its label under another kind will do, unless the contract refers to that one too: annexes are often called
        exhibits by mistake.
        """
        return any(True for _ in self._alike(name)) or self._stands_inside(name)

    def supplied(self, name: AnnexName) -> bool:
        """Whether it is there with something below its title."""
        alike = set(self._alike(name))
        states = [annex.state for annex in self._annexes if annex.name in alike]
        return "supplied" in states or (not states and self.holds(name))

    def standing(self, state: AnnexState) -> Iterator[Annex]:
        """The schedules that are in this state wherever their title stands, each once."""
        seen = {annex.name for annex in self._annexes if annex.state == "supplied"} if state != "supplied" else set()
        for annex in self._annexes:
            if annex.state == state and annex.name not in seen:
                seen.add(annex.name)
                yield annex

    def _alike(self, name: AnnexName) -> Iterator[AnnexName]:
        for other in self._names:
            alike = bool(name.forms & other.forms) or name.base == other.label or other.base == name.label
            if alike and (other.kind == name.kind or other not in self._referred):
                yield other

    def _stands_inside(self, name: AnnexName) -> bool:
        """Whether its title stands in the middle of a line, where schedules are or in the second half."""
        kind = "annex(?:ure)?" if name.kind == "annex" else name.kind
        title = re.compile(
            rf"(?:^|\n|\s\s|[^a-z,;(\"“]\s|[.\]_)*=-])(?:(?-i:{name.kind.upper()}|ANNEXURE)\s{{1,5}}[\"“]?{re.escape(name.label)}(?![\w.-]\w)"
            rf"|(?-i:[EAS]){kind[1:]}\s{{1,5}}[\"“]?{re.escape(name.label)}[\"”]?(?:\s?[:\n\[–—]|\s[\[-]|\s\s))",
            re.IGNORECASE,
        )
        return title.search(self._text, min(self._begin, len(self._text) // 2)) is not None
