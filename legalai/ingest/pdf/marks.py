"""What a PDF carries beside the text it shows, put in its place there: hidden words, comments, properties."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from legalai.ingest.asides import spoken_aside
from legalai.ingest.marks import hidden_issues
from legalai.ingest.pdf.printed import PrintedPage
from legalai.schema import Document, HiddenText, Issue
from legalai.text_map import Home


def with_marks(
    document: Document, pages: Sequence[PrintedPage], scanned: Container[int], properties: Sequence[str]
) -> Document:
    """The document with what its pages hide, and issues that tell of it.

    `scanned` are the pages (from 1) read off their picture, whose own text was replaced.
    """
    # Printing a web page cuts lines in two and draws them on both pages: hidden here, they are shown there.
    shown = " ".join(document.text.split())
    hidden = [each for each in _hidden(document, pages, scanned) if each.text not in shown]
    comments = [(number, said) for number, page in enumerate(pages, start=1) for said in page.comments]
    name = document.facts.name
    return replace(
        document,
        issues=(
            *document.issues,
            *hidden_issues(name, len(hidden)),
            *_of_comments(name, [page for page, _ in comments]),
        ),
        hidden=(
            *hidden,
            *_spoken_in_comments(comments),
            *spoken_aside("property", "in the properties of the file", properties),
        ),
    )


def _hidden(document: Document, pages: Sequence[PrintedPage], scanned: Container[int]) -> Iterator[HiddenText]:
    """What pages hide, each beside the last word that stands above it."""
    by_page: dict[int, list[Home]] = defaultdict(list)
    for home in document.text_map.homes:
        if home.page is not None and home.box is not None:
            by_page[home.page].append(home)
    for number, page in enumerate(pages, start=1):
        for words in page.hidden if number not in scanned else ():
            anchor = _anchor(by_page[number], words.top, len(document.text))
            yield HiddenText(kind=words.kind, text=words.text, anchor=anchor, why=words.why, page=number)


def _anchor(homes: Sequence[Home], top: float, end: int) -> int:
    above = [home.end for home in homes if home.box is not None and home.box.top <= top]
    return max(above) if above else homes[0].start if homes else end


def _spoken_in_comments(comments: Sequence[tuple[int, str]]) -> Iterator[HiddenText]:
    """The sentences of comments that address a reading machine; the others are no concern of a review."""
    for page, said in comments:
        yield from (replace(spoken, page=page) for spoken in spoken_aside("comment", "in a comment", [said]))


def _of_comments(name: str, pages: Sequence[int]) -> Iterator[Issue]:
    if pages:
        message = (
            f"{name} has a comment on page {pages[0]}, which is not part of the text."
            if len(pages) == 1
            else f"{name} has {len(pages)} comments, the first on page {pages[0]}, which are not part of the text."
        )
        yield Issue(code="comments", severity="info", message=message, page=pages[0])
