"""How many edits a redline places right: in Word files, every sentence changed in turn, every change proved.

    python -m benchmarks.redline_places FILE.docx ...

Each sentence gets one change (a number, or else a word) and every fifth paragraph a new one after it. Counted is what
was changed in place, what fell back and why, and what failed its proof; the reader then looks for the new words.
"""

import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from legalai.errors import LegalAIError
from legalai.ingest.word.docx import DocxReader
from legalai.schema import Citation, Document, NegotiationPoint
from tests.redline.builders import make

SENTENCE = re.compile(r"[^.;:\n\t]{25,}[.;:]?")
NUMBER = re.compile(r"\b[a-z]+ \(\d+\)|\b\d+\b")
WORD = re.compile(r"\b(?:shall|will|may|must|not|the|any|of)\b")
AT_ONCE = 40


def points(document: Document) -> Iterator[NegotiationPoint]:
    for number, block in enumerate(document.blocks):
        for found in SENTENCE.finditer(document.text, block.body_start, block.end):
            new = NUMBER.sub("ninety-nine (99)", found[0], count=1)
            if new == found[0]:
                new = WORD.sub("promptly", found[0], count=1)
            if new != found[0]:
                yield point(found[0], found.start(), new, len(found[0]), edit="replace")
        if number % 5 == 0 and block.end - block.body_start > 40:
            words = document.text[block.body_start : block.end]
            yield point(words, block.body_start, "A clause that is new.", len(words), edit="insert_after")


def point(words: str, start: int, new: str, length: int, *, edit: str) -> NegotiationPoint:
    return NegotiationPoint(
        id=f"{edit}-{start}",
        finding=str(start),
        priority=start + 1,
        ask="Change it.",
        rationale="It costs us.",
        proposed_text=new,
        fallback=None,
        citations=(Citation(text=words, start=start, end=start + length),),
        edit="insert_after" if edit == "insert_after" else "replace",
    )


def text_of(data: bytes) -> str:
    """A file as its reader reads it accepted, white space made single."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "redline.docx"
        path.write_bytes(data)
        return plain(DocxReader().read(path).text)


def plain(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    every: Counter[str] = Counter()
    for name in sys.argv[1:]:
        document = DocxReader().read(Path(name))
        asked = list(points(document))
        counted: Counter[str] = Counter(asked=len(asked))
        for first in range(0, len(asked), AT_ONCE):
            some = asked[first : first + AT_ONCE]
            try:
                made = make(Path(name), some, recipient="counterparty", document=document)
            except LegalAIError as error:
                counted[f"not proved: {error}"] += len(some)
                continue
            before, after = plain(document.text), text_of(made.docx)
            by_point = {each.point: each for each in made.proof.revisions}
            for each in some:
                revision = by_point.get(each.id)
                placed = f"{each.edit} placed" if revision is not None else "lost"
                fell_back = revision is not None and revision.why
                counted[f"{revision.kind}: {revision.why}" if fell_back else placed] += 1
                if revision is not None and not revision.why:
                    wanted = plain(each.proposed_text)
                    counted["found again by the reader"] += after.count(wanted) > before.count(wanted)
        print(Path(name).name, dict(counted))
        every += counted
    print("all", dict(every))


if __name__ == "__main__":
    main()
