"""The pictures of an OpenDocument text: which there are, how large they are shown, and what was read of them."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from legalai.errors import InputError
from legalai.ingest.guard import Element, open_archive, read_part
from legalai.ingest.markup.odf import DRAW, OFFICE, SVG, TEXT
from legalai.ingest.ocr.inset_pictures import LEAST_AREA, PicturesRead, Placed, read_pictures

_HREF = "{http://www.w3.org/1999/xlink}href"
IMAGE = f"{DRAW}image"
OBJECTS = frozenset({f"{DRAW}object", f"{DRAW}object-ole"})
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,6})?)(cm|mm|in|pt|pc|px)")
_CENTIMETRES = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.03528, "pc": 0.4233, "px": 0.02646}
# Nobody says how large it is: it may fill the page.
_UNKNOWN_AREA = 600.0


def pictures_of(path: Path, body: Element) -> PicturesRead[Element]:
    """What the pictures of a body say, by their elements; one that a frame has in two kinds is read once."""
    areas = {image: _area(image.getparent()) for image in body.iter(IMAGE) if _is_first(image)}
    wanted = {image: area for image, area in areas.items() if area >= LEAST_AREA}
    held = _held(path, wanted)
    return read_pictures(path.name, {image: Placed(held.get(image), area) for image, area in wanted.items()})


def is_drawn(element: Element) -> bool:
    """Whether it is a frame, a shape or a group of them."""
    return str(element.tag).startswith(DRAW) and element.tag != f"{DRAW}a"


def insets_in(drawn: Element) -> Iterator[Element]:
    """The text boxes, shapes with words, pictures and embedded objects in what is drawn: the outermost, in order."""
    if drawn.tag in OBJECTS or drawn.tag == IMAGE or any(str(child.tag).startswith(TEXT) for child in drawn):
        yield drawn
        return
    for child in drawn:
        if is_drawn(child):
            yield from insets_in(child)
            if drawn.tag == f"{DRAW}frame":
                # What follows in a frame is shown where a program cannot show the first.
                return


def _is_first(image: Element) -> bool:
    return not any(is_drawn(each) for each in image.itersiblings(preceding=True))


def _area(frame: Element | None) -> float:
    sides = (
        [_LENGTH.fullmatch(frame.get(f"{SVG}{side}", "")) for side in ("width", "height")] if frame is not None else []
    )
    if len(sides) != 2 or any(side is None for side in sides):
        return _UNKNOWN_AREA
    width, height = (float(side[1]) * _CENTIMETRES[side[2]] for side in sides if side is not None)
    return width * height


def _held(path: Path, images: Mapping[Element, float]) -> dict[Element, bytes]:
    """The files of pictures that can be had, from the archive or from within a flat file."""
    found: dict[Element, bytes] = {}
    for image in images:
        inside = image.find(f"{OFFICE}binary-data")
        if inside is not None:
            with suppress(binascii.Error, ValueError):
                found[image] = base64.b64decode("".join((inside.text or "").split()), validate=True)
    named = {image: image.get(_HREF, "").removeprefix("./") for image in images if image not in found}
    if any(named.values()):
        with suppress(InputError), open_archive(path) as archive:
            for image, part in named.items():
                if part in archive.NameToInfo:
                    found[image] = read_part(archive, part, path.name)
    return found
