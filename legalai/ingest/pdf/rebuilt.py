"""A PDF that was cut short: its catalogue and its list of pages written anew behind what is left of it.

Source: PDF 32000-1 §7.5 (file structure), §7.7 (document structure).
"""

import re
from dataclasses import dataclass
from itertools import islice

from legalai.ingest.pdf.object_streams import unpacked

_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})[ \r\n\t]{1,4}\d{1,5}[ \r\n\t]{1,4}obj\b")
_CATALOGUE = re.compile(rb"/Type[ \r\n\t]{0,4}/Catalog\b")
_PAGE_LIST = re.compile(rb"/Type[ \r\n\t]{0,4}/Pages\b")
_PAGE = re.compile(rb"/Type[ \r\n\t]{0,4}/Page\b")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,8})[ \r\n\t]{1,4}\d{1,5}[ \r\n\t]{1,4}R\b")
_END = re.compile(rb"endobj|\bstream\b|\bobj\b")
# Where objects are encrypted, what is left does not say what they are.
_CLOSED = re.compile(rb"/Encrypt\b")
_MOST = 500_000
_DICTIONARY = 20_000


@dataclass(frozen=True)
class Rebuilt:
    """A PDF that can be opened again; `whole`: nothing but its end was lost."""

    data: bytes
    whole: bool


def rebuilt(data: bytes) -> Rebuilt | None:
    """The PDF with an end of its own; None where what is left does not say which its pages are."""
    packed = b"" if _CLOSED.search(data) else unpacked(data)
    ended = not packed and data.rfind(b"endobj") > data.rfind(b" obj")
    data += b"\nendobj\n" + packed if packed else b""
    objects = None if _CLOSED.search(data) else _objects(data)
    if not objects:
        return None
    catalogues = [number for number, says in objects.items() if _CATALOGUE.search(says)]
    pages = [number for number, says in objects.items() if _PAGE.search(says)]
    highest = max(objects)
    if catalogues and any(_PAGE_LIST.search(says) for says in objects.values()):
        told = {int(number) for says in objects.values() for number in _REFERENCE.findall(says)}
        whole = told <= objects.keys() and ended
        return Rebuilt(data + _trailer(catalogues[-1], highest), whole)
    return Rebuilt(data + _list_of(pages, highest), whole=False) if pages else None


def _objects(data: bytes) -> dict[int, bytes]:
    """What each object says of itself, by its number, in the order of the file."""
    objects: dict[int, bytes] = {}
    for found in islice(_OBJECT.finditer(data), _MOST):
        end = _END.search(data, found.end(), found.end() + _DICTIONARY)
        objects[int(found[1])] = data[found.end() : end.start()] if end else b""
    return objects


def _trailer(root: int, highest: int) -> bytes:
    return f"\nendobj\ntrailer\n<< /Root {root} 0 R /Size {highest + 1} >>\nstartxref\n0\n%%EOF\n".encode()


def _list_of(pages: list[int], highest: int) -> bytes:
    """A list of these pages, in the order in which they stand in the file, and all that leads to it."""
    kids = " ".join(f"{number} 0 R" for number in pages)
    tree, root = highest + 1, highest + 2
    # A page that has no size of its own had that of its list, which is lost: A4.
    listed = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 595 842] >>"
    new = f"\nendobj\n{tree} 0 obj\n{listed}\nendobj\n{root} 0 obj\n<< /Type /Catalog /Pages {tree} 0 R >>\nendobj"
    return new.encode() + _trailer(root, root)
