from collections.abc import Iterable

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause

SPACE = 2


def passages_of(*texts: str, headings: Iterable[str | None] = (), same_block: bool = False) -> tuple[Passage, ...]:
    """Passages of a document that holds these texts with a blank line between each two."""
    named = [*headings, *[None] * len(texts)]
    made: list[Passage] = []
    start = 0
    for index, text in enumerate(texts):
        block = 0 if same_block else index
        made.append(Passage(text=text, start=start, end=start + len(text), block=block, heading=named[index]))
        start += len(text) + SPACE
    return tuple(made)


def document_of(passages: Iterable[Passage]) -> str:
    return ("\n" * SPACE).join(p.text for p in passages)


def clause_at(passages: Iterable[Passage], clause_type: str, words: str) -> Clause:
    """A clause of a type that covers the words, wherever they stand first."""
    text = document_of(passages)
    start = text.index(words)
    return Clause(type=clause_type, score=0.9, text=words, start=start, end=start + len(words))
