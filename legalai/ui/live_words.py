"""What a language model is writing, on the page while it writes: one line, before anything of it is checked."""

import json
import re
from dataclasses import dataclass
from time import monotonic

from streamlit.delta_generator import DeltaGenerator

from legalai.ui.safe import markdown

# More often than this nobody reads, and every line is a message to the browser.
_SECONDS_BETWEEN = 0.25
_REMEMBERED = 4_000
_SHOWN = 240
_SENTENCE = re.compile(r'"sentence"\s{0,9}:\s{0,9}"((?:[^"\\]|\\.)*)')


@dataclass
class LiveWords:
    """The pieces of a reply as they come, shown in one place of the page."""

    place: DeltaGenerator
    heard: str = ""
    shown_at: float = 0.0

    def hear(self, piece: str) -> None:
        """Take one piece of a reply, and show the sentence it belongs to."""
        self.heard = (self.heard + piece)[-_REMEMBERED:]
        now = monotonic()
        if now - self.shown_at < _SECONDS_BETWEEN:
            return
        self.shown_at = now
        sentence = sentence_in(self.heard)
        if sentence:
            self.place.caption(f"Being written, not checked yet: {markdown(sentence)}")


def sentence_in(heard: str) -> str:
    """The end of the sentence that a reply in JSON breaks off in, or had last; empty where there is none."""
    found = _SENTENCE.findall(heard)
    if not found:
        return ""
    try:
        words = json.loads(f'"{found[-1]}"', strict=False)
    except ValueError:
        # It breaks off inside an escape, or is no JSON at all.
        words = found[-1].replace("\\", " ")
    line = " ".join(words.split())
    return line if len(line) <= _SHOWN else f"… {line[-_SHOWN:].split(' ', 1)[-1]}"
