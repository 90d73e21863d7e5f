"""Words of a contract as a calendar may hold them: on one line, showing all they are, and leading nowhere."""

import re
import unicodedata
from collections.abc import Iterator

# What calendar programs turn into a link; searched in one word at a time.
_LINK = re.compile(r"//|\\\\|^www\.|\b(?:javascript|data|file|tel|sms|mailto|webcal):|\.[a-z]{2,24}/", re.IGNORECASE)
LINK_REMOVED = "[link removed]"


def plain(text: str, most: int = 400) -> str:
    """Text on one line, without control and invisible characters, and cut at `most` characters."""
    line = " ".join("".join(_shown(text)).split())
    return line if len(line) <= most else f"{line[: most - 2].rstrip()} …"


def linkless(text: str, most: int = 400) -> str:
    """As `plain`, and a word that a calendar would make a link of is not there."""
    return plain(" ".join(LINK_REMOVED if _leads(word) else word for word in plain(text, len(text)).split(" ")), most)


def _shown(text: str) -> Iterator[str]:
    # Written as a calendar escapes it, "\N" is a line break to icalendar 7.3: the sign is shown by another like it.
    for each in text.replace("\\", "\uff3c"):
        match unicodedata.category(each)[0]:
            case "Z":
                yield " "
            case "C":
                # A line break or tab divides words; a direction mark or zero-width character stands inside one.
                yield " " if each.isspace() else ""
            case _:
                yield each


def _leads(word: str) -> bool:
    # Full-width letters and signs are links to some programs.
    return _LINK.search(unicodedata.normalize("NFKC", word)) is not None
