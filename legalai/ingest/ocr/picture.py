"""A page as a picture: rendered within bounds, turned upright, and the way from its places back to the page."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from pypdfium2 import raw

from legalai.errors import InputError
from legalai.text_map import Box

DPI = 300
MAX_PIXELS = 25_000_000
"""An A3 page at 300 dpi has 17 million."""
# A page scanned on A0 at 600 dpi; what a PDF may declare beyond that is decoded whole before it is scaled.
_MAX_SOURCE_PIXELS = 600_000_000
_POINTS_PER_INCH = 72.0
_WHITE = 255
_THUMBNAIL = 1000
_MOST_SKEW = 5.0
# Below this tilt, in degrees, the end of a line is off by less than half its height.
_LEAST_SKEW = 0.3
_PLAINLY = 1.1
# Clean paper has a grain below one shade; noise that slows engines down shows from three.
_GRAIN, _BLUR = 3.0, 1.5
# So much darker than paper is ink, and less of it than this is dust.
_INK, _SPECKS = 60, 0.002


def render(pdf: pypdfium2.PdfDocument, index: int, name: str) -> tuple[Image.Image, float]:
    """A page in grey, and the size of its pixels in points; at 300 dpi or what keeps a large page within bounds.

    Raises: InputError where the page holds a picture too large to decode.
    """
    page: Any = pdf[index]
    try:
        for picture in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
            if math.prod(picture.get_px_size()) > _MAX_SOURCE_PIXELS:
                raise InputError(f"{name} holds a picture too large to read: scan it at 300 dpi.")
        width, height = page.get_size()
        scale = min(DPI / _POINTS_PER_INCH, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            picture = _smooth(bitmap.to_pil().convert("L"))
        finally:
            bitmap.close()
        return picture, width / picture.width
    finally:
        page.close()


def _smooth(picture: Image.Image) -> Image.Image:
    """The picture with the grain of its paper blurred: engines look for words in every speck, for minutes."""
    values = np.asarray(picture, dtype=np.int16)
    grain = float(np.median(np.abs(np.diff(values, axis=0)))) if picture.height > 1 else 0.0
    return picture.filter(ImageFilter.GaussianBlur(_BLUR)) if grain >= _GRAIN else picture


def skew_of(picture: Image.Image) -> float:
    """By how many degrees anticlockwise the picture of level lines must be turned for the lines to be level.

    The right angle is where rows of ink and rows of paper differ most (Postl 1986).
    """
    small = picture.copy()
    small.thumbnail((_THUMBNAIL, _THUMBNAIL))
    values = np.asarray(small)
    ink = Image.fromarray(np.where(values < (int(values.min()) + int(values.max())) // 2, _WHITE, 0).astype(np.uint8))

    def contrast(angle: float) -> float:
        rows = np.asarray(ink.rotate(angle), dtype=np.float64).sum(axis=1)
        return float(np.square(np.diff(rows)).sum())

    coarse = max(np.arange(-_MOST_SKEW, _MOST_SKEW + 0.1, 0.5), key=contrast)
    angle = float(max(np.arange(coarse - 0.4, coarse + 0.5, 0.1), key=contrast))
    return angle if abs(angle) >= _LEAST_SKEW and contrast(angle) > _PLAINLY * contrast(0) else 0.0


def is_blank(picture: Image.Image) -> bool:
    """Whether hardly anything on the picture is darker than its paper, as on the back of a scanned sheet."""
    small = picture.resize((_THUMBNAIL // 2, _THUMBNAIL // 2), Image.Resampling.BOX)
    values = np.asarray(small, dtype=np.int16)
    return float((values < np.median(values) - _INK).mean()) < _SPECKS


def turned(picture: Image.Image, angle: float) -> Image.Image:
    """The picture turned anticlockwise about its centre, on a canvas that holds all of it."""
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=_WHITE)


def way_back(angle: float, turned_size: tuple[float, float], size: tuple[float, float]) -> Callable[[Box], Box]:
    """From places on a page turned anticlockwise by `angle` to those on the page as it was; sizes in points."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def back(box: Box) -> Box:
        corners: list[tuple[float, float]] = []
        for x in (box.x0 - turned_size[0] / 2, box.x1 - turned_size[0] / 2):
            for y in (box.top - turned_size[1] / 2, box.bottom - turned_size[1] / 2):
                corners.append((x * cos - y * sin + size[0] / 2, x * sin + y * cos + size[1] / 2))
        xs, ys = zip(*corners, strict=True)
        return Box(max(min(xs), 0.0), max(min(ys), 0.0), min(max(xs), size[0]), min(max(ys), size[1]))

    return back
