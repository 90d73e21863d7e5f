"""The numbered quotes a drafter may cite, and the marks that stand for them in a draft."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from legalai.drafting.reply import Drafted
from legalai.schema import Citation


@dataclass
class Sources:
    """Quotes in the order they were first offered. A mark is "[[tag:3]]"; the tag is drawn for each call.

    Contract text cannot forge a mark, since it cannot know the tag.
    """

    tag: str
    citations: list[Citation] = field(default_factory=list[Citation])

    def mark(self, citations: Iterable[Citation]) -> str:
        """The marks of some quotes, numbered from 1; a quote offered twice keeps its number."""
        marks: list[str] = []
        for citation in citations:
            if citation not in self.citations:
                self.citations.append(citation)
            marks.append(f"[[{self.tag}:{self.citations.index(citation) + 1}]]")
        return "".join(dict.fromkeys(marks))

    def read(self, lines: str) -> tuple[Drafted, ...]:
        """Drafted lines without their marks; a line that holds nothing else is no sentence."""
        found = (self._read(line) for line in lines.splitlines())
        return tuple(each for each in found if each.text)

    def quotes(self, drafted: Drafted) -> tuple[Citation, ...] | None:
        """The quotes a sentence rests on; None where it cites none, or one that was not offered."""
        known = all(1 <= number <= len(self.citations) for number in drafted.cites)
        return tuple(self.citations[number - 1] for number in drafted.cites) if drafted.cites and known else None

    def _read(self, line: str) -> Drafted:
        numbers = re.findall(rf"\[\[{re.escape(self.tag)}:(\d{{1,6}})\]\]", line)
        words = re.sub(rf"[ \t]*\[\[{re.escape(self.tag)}:\d{{1,6}}\]\]", "", line)
        return Drafted(" ".join(words.split()), tuple(dict.fromkeys(int(number) for number in numbers)))
