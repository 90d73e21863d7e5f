"""What a Word file tells a reading machine outside its text: comments, alt text, properties, headers, footers.

Most of it is what every file has, and no concern of a review; only sentences that address a reading machine are.
"""

from collections.abc import Iterator

from legalai.ingest.asides import spoken_aside
from legalai.ingest.guard import Element
from legalai.ingest.word.opc import Package, W
from legalai.schema import HiddenKind, HiddenText

_ALT = ("descr", "title", "alt")


def unread_addresses(package: Package, body: Element) -> tuple[HiddenText, ...]:
    """The sentences outside the text that address a reading machine; they stand nowhere in it, so at its beginning."""
    found = (each for kind, text, why in _outside(package, body) for each in spoken_aside(kind, why, [text]))
    return tuple(dict.fromkeys(found))


def _outside(package: Package, body: Element) -> Iterator[tuple[HiddenKind, str, str]]:
    comments = package.related.get("comments")
    for comment in comments.findall(f"{W}comment") if comments is not None else ():
        yield "comment", _paragraphs(comment), "in a comment"
    for margin in package.margins:
        yield "furniture", _paragraphs(margin), "in a header or footer"
    for part in package.properties:
        for each in part.iter():
            yield "property", each.text or "", "in the properties of the file"
    settings = package.related.get("settings")
    for variable in settings.iter(f"{W}docVar") if settings is not None else ():
        yield "property", variable.get(f"{W}val", ""), "in a variable of the file"
    for story in (body, *package.margins):
        for each in story.iter():
            for name in _ALT:
                yield "alt_text", each.get(name) or "", "in the description of a picture or table"
        for kind in ("tblCaption", "tblDescription"):
            for each in story.iter(f"{W}{kind}"):
                yield "alt_text", each.get(f"{W}val", ""), "in the description of a picture or table"


def _paragraphs(story: Element) -> str:
    return "\n".join("".join(text.text or "" for text in each.iter(f"{W}t")) for each in story.iter(f"{W}p"))
