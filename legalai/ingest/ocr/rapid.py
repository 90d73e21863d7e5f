"""RapidOCR, which comes with pip alone: lines with boxes and certainty, cut into words."""

import importlib
import importlib.util
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from PIL import Image

from legalai.errors import InputError
from legalai.ingest.ocr.words import Seen

# What its detector adds above and below the ink of a line, as a share of the box (measured).
_MARGIN = 0.22


def find_rapidocr() -> "RapidOcr | None":
    """RapidOCR where it is installed (the extra `ocr`)."""
    return RapidOcr() if importlib.util.find_spec("rapidocr") else None


class RapidOcr:
    """Reads pictures with RapidOCR, whose models are inside its wheel."""

    name = "rapidocr"
    takes_every_core = True

    def __init__(self) -> None:
        try:
            # Its line-orientation classifier turns wide lines of print upside down.
            self._engine: Any = importlib.import_module("rapidocr").RapidOCR(
                params={"Global.use_cls": False, "Global.log_level": "critical"}
            )
        except Exception as error:
            raise InputError(
                "rapidocr does not start: pip install 'legalai[ocr]' again, or install tesseract-ocr."
            ) from error

    def read(self, picture: Image.Image) -> Sequence[Seen]:
        """The words of an upright picture. Raises: InputError."""
        try:
            result = self._engine(np.asarray(picture.convert("RGB")))
        except Exception as error:
            raise InputError("rapidocr failed: install tesseract-ocr, which is used instead wherever it is.") from error
        if result.boxes is None:
            return ()
        lines = zip(result.boxes, result.txts, result.scores, strict=True)
        return [
            word for number, (box, text, score) in enumerate(lines) for word in words_of_line(number, box, text, score)
        ]

    def turns(self, picture: Image.Image) -> Sequence[int]:
        """Every turn: it cannot tell which way is up."""
        return (90, 270, 180)

    def speaking(self, language: str) -> "RapidOcr":
        """Itself: it reads Latin letters without knowing the language."""
        return self


def words_of_line(number: int, box: Any, text: str, score: float) -> Iterator[Seen]:
    """The words of a line, its width shared out by letters: the engine knows the box of the line alone."""
    left, right = float(min(point[0] for point in box)), float(max(point[0] for point in box))
    top, bottom = float(min(point[1] for point in box)), float(max(point[1] for point in box))
    top, bottom = top + _MARGIN * (bottom - top), bottom - _MARGIN * (bottom - top)
    step = (right - left) / max(len(text), 1)
    position = 0
    for word in text.split(" "):
        if word:
            start = left + position * step
            yield Seen(word, start, top, start + len(word) * step, bottom, score, number)
        position += len(word) + 1
