"""What running lines say of the signs that stand for words left out: it is read once, after the text, as a note is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legalai.ingest.pdf.layout import Line
from legalai.ingest.pdf.prose import paragraphs_of
from legalai.ingest.pieces import Paragraph

_LEGEND = re.compile(
    r"\bconfidential(?:ity)?[ ]treatment\b|\bcompetitive(?:ly)?[ ]harm"
    r"|\b(?:omitted|redacted|deleted|excluded)\b.{0,200}\b(?:separately|commission|confidential|not[ ]material)\b"
    r"|\bconfidential\b.{0,80}\b(?:omitted|redacted|deleted|excluded)\b",
    re.I,
)
_NO_LETTER = re.compile(r"[\W\d_]*(?:[ivxlIVXL]{1,6}|[Pp]age[\W\d_]*)?[\W\d_]*")
_SOURCE = "Source: "
_GAP = 1.6
# A longer one is no running line.
_MOST_WORDS = 90


def legends_of(pages: Sequence[Sequence[Line]], kept: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The first copy of each legend that was cut from every page, where none is left in the text."""
    left = {id(line) for lines in kept for line in lines}
    known = {line.text for lines in kept for line in lines}
    found: list[Paragraph] = []
    for lines in pages:
        cut = sorted((line for line in lines if id(line) not in left), key=lambda line: line.top)
        for run in _runs(cut):
            text = " ".join(line.text for line in run)
            if run[0].text in known or len(text.split()) > _MOST_WORDS or _LEGEND.search(text) is None:
                continue
            known.update(line.text for line in run)
            found += [replace(paragraph, is_note=True) for paragraph in paragraphs_of([run])]
    return found


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines close below each other and of one type size, without page numbers and the stamps of archives."""
    run: list[Line] = []
    for line in lines:
        if _NO_LETTER.fullmatch(line.text) or line.text.startswith(_SOURCE):
            continue
        near = bool(run) and line.base - run[-1].base < _GAP * line.size and round(line.size) == round(run[-1].size)
        if run and not near:
            yield run
            run = []
        run.append(line)
    if run:
        yield run
