"""Contract text on the page: shown as it is, never read as markup.

Streamlit reads labels and messages as Markdown, where an image is a request to somebody's server.
"""

import re

from markupsafe import Markup

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def markdown(text: str) -> str:
    """Text on one line that Markdown shows as it is: every punctuation mark escaped (CommonMark 0.31, 2.4)."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def shortened(text: str, limit: int) -> str:
    """Text on one line, cut at a word with an ellipsis where it is longer than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[:limit].rsplit(' ', 1)[0]} …"


def sentence_case(text: str) -> str:
    """Text with a capital where it begins; the rest as it is."""
    return text[:1].upper() + text[1:]


def html(template: str, **values: object) -> Markup:
    """HTML with every value escaped; a value that is HTML already stays so."""
    return Markup(template).format(**values)  # noqa: S704  every template is a literal of ours
