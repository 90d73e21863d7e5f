"""The numbered quotes a drafter may cite, and the marks that stand for them in a draft."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

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

    def read(self, line: str) -> tuple[str, list[Citation], bool]:
        """A drafted line without its marks, the quotes they stand for, and whether every mark stands for one."""
        numbers = [int(number) for number in re.findall(rf"\[\[{re.escape(self.tag)}:(\d{{1,6}})\]\]", line)]
        words = re.sub(rf"[ \t]*\[\[{re.escape(self.tag)}:\d{{1,6}}\]\]", "", line)
        known = [number for number in dict.fromkeys(numbers) if 1 <= number <= len(self.citations)]
        every = len(known) == len(set(numbers))
        return " ".join(words.split()), [self.citations[number - 1] for number in known], every
