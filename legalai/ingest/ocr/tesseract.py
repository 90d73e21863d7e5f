"""Tesseract, wherever its program is on PATH: words with boxes and certainty."""

import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from legalai.errors import InputError
from legalai.ingest.ocr.picture import DPI
from legalai.ingest.ocr.words import Seen

SECONDS_PER_PAGE = 40
"""A page of 1,100 words takes 9 on a busy core; a reader in a process of its own may be silent for 45."""
# One mark of a straight and a curly kind is seen as both.
_QUOTES = re.compile('["“”]{2}')
_WORD_LEVEL = "5"
_COLUMNS = 12
# A page in several languages is read with English too: names and definitions are often in it.
_DATA = {
    "en": "eng", "de": "deu", "fr": "fra", "es": "spa", "it": "ita", "nl": "nld", "pt": "por", "pl": "pol", "sv": "swe",
    "da": "dan",
}  # fmt: skip
_BROKEN = "tesseract failed: check that `tesseract --list-langs` names eng, or install it again"


def find_tesseract() -> "Tesseract | None":
    """Tesseract where its program is on PATH."""
    return Tesseract() if shutil.which("tesseract") else None


class Tesseract:
    """Reads pictures with the tesseract program, in English unless made for another language by `speaking`."""

    name = "tesseract"
    takes_every_core = False

    def __init__(self, installed: frozenset[str] | None = None, data: str = "") -> None:
        # Its threads wait for each other more than they work: one is as fast, and leaves the other cores alone.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        self._installed = _installed() if installed is None else installed
        self._data = data or ("eng" if "eng" in self._installed else "+".join(sorted(self._installed - {"osd"})))

    def read(self, picture: Image.Image) -> Sequence[Seen]:
        """The words of an upright picture. Raises: TimeoutError, InputError."""
        return _words(_run(picture, "tsv", f"--dpi {DPI} --psm 3", self._data))

    def turns(self, picture: Image.Image) -> Sequence[int]:
        """The turn that its orientation data sees, if installed, else every turn."""
        if "osd" not in self._installed:
            return (90, 270, 180)
        try:
            report = _run(picture, "osd", f"--dpi {DPI} --psm 0", "osd")
        except (InputError, TimeoutError):  # what it says of a page with too few characters to tell
            return ()
        rotate = next((line.split(":")[1].strip() for line in report.splitlines() if line.startswith("Rotate:")), "0")
        return ((360 - int(rotate)) % 360,) if rotate not in ("", "0") else ()

    def speaking(self, language: str) -> "Tesseract | None":
        """The same with the data of `language` and English; None where that is not installed."""
        data = _DATA.get(language)
        if data is None or data in self._data.split("+"):
            return self
        if data not in self._installed:
            return None
        return Tesseract(self._installed, "+".join(part for part in (data, "eng") if part in self._installed))


def _installed() -> frozenset[str]:
    import pytesseract

    try:
        return frozenset(pytesseract.get_languages())
    except (pytesseract.TesseractError, OSError) as error:
        raise InputError(f"{_BROKEN}.") from error


def _run(picture: Image.Image, kind: str, config: str, data: str) -> str:
    """What the program writes about a picture; both lie in a folder that only this user may open.

    Raises: TimeoutError, InputError.
    """
    from pytesseract import TesseractError, pytesseract

    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        source, target = Path(folder, "page.pgm"), Path(folder, "words")
        picture.save(source)
        settings = f"{config} -c tessedit_create_tsv=1" if kind == "tsv" else config
        try:
            pytesseract.run_tesseract(str(source), str(target), kind, data, settings, timeout=SECONDS_PER_PAGE)
            return target.with_suffix(f".{kind}").read_text(encoding="utf-8", errors="replace")
        except (TesseractError, OSError) as error:
            raise InputError(f"{_BROKEN}.") from error
        except RuntimeError as error:  # pytesseract's word for running out of time
            raise TimeoutError from error


def _words(table: str) -> Sequence[Seen]:
    """The words of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""
    words: list[Seen] = []
    for row in table.splitlines():
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD_LEVEL or not cells[11].strip():
            continue
        left, top, width, height = (float(cell) for cell in cells[6:10])
        words.append(
            Seen(
                _QUOTES.sub('"', cells[11]),
                left,
                top,
                left + width,
                top + height,
                float(cells[10]) / 100,
                tuple(cells[1:5]),
            )
        )
    return words
