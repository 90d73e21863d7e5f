"""What is drawn in a Word file: its pictures with their size and what is cut off, and the words of diagrams.

Source: ISO/IEC 29500-1 §20 (DrawingML), §21.4 (diagrams); -4 §14.1 (VML).
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from legalai.ingest.guard import Element
from legalai.ingest.word.drawing_names import WP, A, R, V
from legalai.ingest.word.opc import MC

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"

BLIP, IMAGE_DATA, DIAGRAM = f"{A}blip", f"{V}imagedata", f"{_DGM}relIds"
PICTURES = (BLIP, IMAGE_DATA)
OLE_OBJECT = "{urn:schemas-microsoft-com:office:office}OLEObject"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
INSETS = frozenset({*PICTURES, DIAGRAM, OLE_OBJECT, CHART})

Cut: TypeAlias = tuple[float, float, float, float]
PictureKey: TypeAlias = tuple[str, Cut]
"""The part of a picture, and the shares of it that are cut off at the left, top, right and bottom."""

_EMU_PER_CENTIMETRE = 360_000
_CENTIMETRES = {"pt": 0.03528, "in": 2.54, "cm": 1.0, "mm": 0.1, "px": 0.02646, "": 0.02646}
_SIZE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,5}(?:\.\d{1,4})?)(pt|in|cm|mm|px|)\s*(?=;|$)")
_FRACTION = re.compile(r"-?(?:\d{1,7}f|\d{0,3}\.\d{1,6}|\d{1,3}%?)")
# Nobody says how large it is: it may fill the page.
_UNKNOWN_AREA = 600.0


def picture_key(element: Element, linked: Mapping[str, str]) -> PictureKey | None:
    """The picture that an element shows; None where it is not in the file."""
    names = (f"{R}embed",) if element.tag == BLIP else (f"{R}id",)
    part = next((linked[found] for name in names if (found := element.get(name)) in linked), None)
    return None if part is None else (part, _cut(element))


def area_of(element: Element) -> float:
    """The square centimetres that a picture takes on the page; 0 for the second telling of a drawing."""
    if next(element.iterancestors(f"{MC}Fallback"), None) is not None:
        return 0.0
    if element.tag == IMAGE_DATA:
        shape = element.getparent()
        sizes = {name: float(size) * _CENTIMETRES[unit] for name, size, unit in _style_sizes(shape)}
        return sizes["width"] * sizes["height"] if len(sizes) == 2 else _UNKNOWN_AREA
    places = [each.find(f"{WP}extent") for each in element.iterancestors(f"{WP}inline", f"{WP}anchor")]
    own = element.getparent().getparent().find(f".//{A}xfrm/{A}ext") if element.getparent() is not None else None
    areas = [area for each in (*places, own) if each is not None and (area := _area(each)) is not None]
    return min(areas, default=_UNKNOWN_AREA)


def _style_sizes(shape: Element | None) -> list[tuple[str, str, str]]:
    return _SIZE.findall(shape.get("style") or "") if shape is not None else []


def _area(extent: Element) -> float | None:
    sides = [extent.get(side) or "" for side in ("cx", "cy")]
    if not all(side.isdigit() and len(side) < 12 for side in sides):
        return None
    return int(sides[0]) / _EMU_PER_CENTIMETRE * int(sides[1]) / _EMU_PER_CENTIMETRE


def _cut(element: Element) -> Cut:
    if element.tag == BLIP:
        crop = element.getparent().find(f"{A}srcRect") if element.getparent() is not None else None
        shares = [_thousandths(crop.get(side)) if crop is not None else 0.0 for side in ("l", "t", "r", "b")]
    else:
        sides = ("cropleft", "croptop", "cropright", "cropbottom")
        shares = [_fraction(element.get(side)) for side in sides]
    left, top, right, bottom = (min(max(share, 0.0), 1.0) for share in shares)
    return left, top, right, bottom


def _thousandths(value: str | None) -> float:
    value = (value or "").rstrip("%")
    return int(value) / 100_000 if value.lstrip("-").isdigit() and len(value) < 9 else 0.0


def _fraction(value: str | None) -> float:
    """A share as VML writes it: "6554f" is of 65,536."""
    if not _FRACTION.fullmatch(value or ""):
        return 0.0
    value = value or ""
    if value.endswith("f"):
        return int(value[:-1]) / 65_536
    return float(value[:-1]) / 100 if value.endswith("%") else float(value)


def diagram_part(element: Element, linked: Mapping[str, str]) -> str | None:
    """The part that holds the words of a diagram."""
    return linked.get(element.get(f"{R}dm", ""))


def texts_of(data: Element) -> Iterator[str]:
    """The words of a diagram's shapes, a paragraph each, in the order they were written."""
    for paragraph in data.iter(f"{A}p"):
        text = "".join(each.text or "" for each in paragraph.iter(f"{A}t")).strip()
        if text:
            yield text
