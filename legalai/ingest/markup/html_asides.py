"""What the source of a web page says that the page does not show: comments, descriptions, names of pictures."""

from collections.abc import Iterator

from legalai.ingest.asides import spoken_aside
from legalai.ingest.guard import Element
from legalai.schema import HiddenText

_DESCRIBED = ("alt", "title", "aria-label")


def spoken_in_source(page: str, root: Element) -> tuple[HiddenText, ...]:
    """The sentences beside the text of a page that address a reading machine."""
    metas = [each.get("content") or "" for each in root.iter("meta")]
    named = [value for each in root.iter() for name in _DESCRIBED if (value := each.get(name))]
    found = [
        *spoken_aside("comment", "in a comment", _comments(page)),
        *spoken_aside("property", "in the properties of the file", metas),
        *spoken_aside("alt_text", "in the description of a picture or table", named),
    ]
    return tuple(dict.fromkeys(found))


def _comments(page: str) -> Iterator[str]:
    at = page.find("<!--")
    while at >= 0:
        end = page.find("-->", at + 4)
        end = len(page) if end < 0 else end
        yield page[at + 4 : end]
        at = page.find("<!--", end)
