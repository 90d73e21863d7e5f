"""The pictures of a web page or e-mail: those that are held in it are read, and no link to another is followed."""

import base64
import binascii
import re
from collections.abc import Mapping
from struct import error as struct_error
from struct import unpack_from
from urllib.parse import unquote, unquote_to_bytes

from legalai.ingest.guard import Element
from legalai.ingest.ocr.inset_pictures import LEAST_AREA, PicturesRead, Placed, read_pictures
from legalai.schema import Issue

_DATA = re.compile(r"\s*data:image/[\w.+-]{1,40}((?:;[\w=.+-]{1,60})*),", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d{1,6})?(?:px)?\s*")
_SIDE = re.compile(r"(?:^|;)\s{0,9}(width|height)\s{0,9}:([^;]{1,20})", re.IGNORECASE)
_CENTIMETRES = 0.02646
# Nobody says how large it is: it may fill the page.
_UNKNOWN_AREA = 600.0
_MOST_MARKERS = 200
_PNG, _JPEG, _GIF = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8"


def pictures_of(root: Element, name: str, enclosed: Mapping[str, bytes]) -> tuple[PicturesRead[Element], list[Issue]]:
    """What the pictures of a page say, by their elements, and an issue for those that are elsewhere.

    `enclosed` are the pictures of an e-mail by their Content-ID; `name` is the file's.
    """
    held: dict[Element, Placed] = {}
    elsewhere = 0
    for image in root.iter("img"):
        source = image.get("src") or ""
        data = _held(source, enclosed)
        area = _shown_area(image) or (pixel_area(data) if data else None) or _UNKNOWN_AREA
        if data is not None:
            held[image] = Placed(data, area)
        elif source.strip():
            elsewhere += area >= LEAST_AREA
    read = read_pictures(name, held)
    return read, [*read.issues, *_elsewhere(name, elsewhere)]


def pixel_area(data: bytes) -> float | None:
    """The square centimetres that a browser gives a picture whose size the page does not say; None: unknown."""
    try:
        if data.startswith(_PNG):
            width, height = unpack_from(">II", data, 16)
        elif data.startswith(_GIF):
            width, height = unpack_from("<HH", data, 6)
        elif data.startswith(_JPEG):
            width, height = _jpeg_sides(data)
        else:
            return None
    except struct_error:
        return None
    return width * height * _CENTIMETRES**2


def _jpeg_sides(data: bytes) -> tuple[int, int]:
    """The sides that the frame header of a JPEG says (ITU T.81 B.2.2). Raises: struct.error where there is none."""
    at = 2
    for _ in range(_MOST_MARKERS):
        marker, length = unpack_from(">HH", data, at)
        if 0xFFC0 <= marker <= 0xFFCF and marker not in (0xFFC4, 0xFFC8, 0xFFCC):
            height, width = unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length
    raise struct_error("no frame header")


def _held(source: str, enclosed: Mapping[str, bytes]) -> bytes | None:
    if source.strip().lower().startswith("cid:"):
        return enclosed.get(unquote(source.strip()[4:]))
    begins = _DATA.match(source)
    if begins is None:
        return None
    if ";base64" not in begins[1].lower():
        return unquote_to_bytes(source[begins.end() :]) or None
    try:
        return base64.b64decode("".join(unquote(source[begins.end() :]).split())) or None
    except (binascii.Error, ValueError):
        return b"-"


def _shown_area(image: Element) -> float | None:
    """The square centimetres that the page says a picture takes."""
    stated = {found[1].lower(): found[2] for found in _SIDE.finditer(image.get("style") or "")}
    sides = [_PIXELS.fullmatch(stated.get(each) or image.get(each) or "") for each in ("width", "height")]
    if sides[0] is None or sides[1] is None:
        return None
    return int(sides[0][1]) * int(sides[1][1]) * _CENTIMETRES**2


def _elsewhere(name: str, count: int) -> list[Issue]:
    if not count:
        return []
    many = f"{count} picture{'s' if count > 1 else ''}"
    what = "that is" if count == 1 else "that are"
    message = f"{name} shows {many} {what} not in the file, and no link is followed: look whether they show text."
    return [Issue(code="pictures-not-read", severity="info", message=message)]
