"""The files in a PDF, taken out in a process of its own: PDF work needs limits on time and memory.

python -m legalai.ingest.pdf.embedded BYTES FILE < PASSWORD

gives a line of JSON, its pages, words and files, and their content.
"""

import ctypes
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from legalai.ingest.confined_memory import limit_memory
from legalai.ingest.guard import MAX_PART_BYTES, MAX_UNPACKED_BYTES
from legalai.ingest.pdf.comments import files_on
from legalai.ingest.pdf.source import PdfSource

MOST_FILES = 500
_MOST_PAGES = 2_000
_NAME_BYTES = 2_000
_FIRST_PAGES = 3


def names_in(pdf: pypdfium2.PdfDocument) -> list[str]:
    """What the files that belong to a PDF as a whole are called; those on its pages are found there."""
    return [name_of(each) for each in _of_the_whole(pdf)]


def name_of(attachment: Any) -> str:
    """The name that a pdfium attachment has; empty where it has none."""
    size = min(raw.FPDFAttachment_GetName(attachment, None, 0), _NAME_BYTES)
    buffer = ctypes.create_string_buffer(max(size, 2))
    raw.FPDFAttachment_GetName(attachment, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), len(buffer))
    return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]


def _of_the_whole(pdf: pypdfium2.PdfDocument) -> Iterator[Any]:
    for index in range(min(raw.FPDFDoc_GetAttachmentCount(pdf.raw), MOST_FILES + 1)):
        if attachment := raw.FPDFDoc_GetAttachment(pdf.raw, index):
            yield attachment


def _all_in(pdf: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file, those on notes after those of the whole; they may hold no more than an archive."""
    left = MAX_UNPACKED_BYTES
    for attachment in _everywhere(pdf):
        content = _content_of(attachment, min(left, MAX_PART_BYTES))
        left -= len(content)
        yield name_of(attachment), content


def _everywhere(pdf: pypdfium2.PdfDocument) -> Iterator[Any]:
    yield from _of_the_whole(pdf)
    for index in range(min(len(pdf), _MOST_PAGES)):
        try:
            page = pdf[index]
        except pypdfium2.PdfiumError:
            continue
        yield from files_on(page)
        page.close()


def _words_on(pdf: pypdfium2.PdfDocument) -> int:
    """How many words the first pages have."""
    pages: list[Any] = [pdf[index] for index in range(min(len(pdf), _FIRST_PAGES))]
    return sum(len(page.get_textpage().get_text_bounded().split()) for page in pages)


def _content_of(attachment: Any, most: int) -> bytes:
    """What is in a file; nothing where that is more than it may be, or cannot be unpacked."""
    size = ctypes.c_ulong()
    raw.FPDFAttachment_GetFile(attachment, None, 0, size)
    if not 0 < size.value <= most:
        return b""
    buffer = ctypes.create_string_buffer(size.value)
    if not raw.FPDFAttachment_GetFile(attachment, buffer, len(buffer), size):
        return b""
    return buffer.raw


def main() -> None:
    """Write what is in the PDF; nothing at all where it does not open."""
    limit_memory(int(sys.argv[1]))
    try:
        # Not among the arguments, where every user of the machine could read it.
        password = sys.stdin.buffer.read().decode() or None
        pdf = PdfSource("", Path(sys.argv[2]), password).opened()
        words = _words_on(pdf)
        found = [each for each, _ in zip(_all_in(pdf), range(MOST_FILES + 1), strict=False)]
    except (pypdfium2.PdfiumError, MemoryError):
        sys.exit(1)
    told = {"pages": len(pdf), "words": words, "files": [[name, len(data)] for name, data in found]}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    for _, data in found:
        sys.stdout.buffer.write(data)


if __name__ == "__main__":
    main()
