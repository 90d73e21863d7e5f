"""Places left open in a form: lines, empty brackets, and placeholders such as "[Fill in]" or "{governing_law}"."""

import re
from dataclasses import dataclass

_ASKS = (
    r"(?:please\s+)?(?:fill\s+in|insert|enter|specify|complete|add|choose|select|describe|indicate|provide|optional|"
    r"to\s+be\s+(?:completed|determined|agreed|inserted|confirmed)|tbd|tbc)\b[^\[\]{}<>\n]{0,80}"
)
_NAMES_IT = (
    r"(?:(?:the|name|full|legal|of|and|or|governing|effective|start|end|expir\w+|agreement|contract|initial|number|no)\s+){0,5}"
    r"(?:dates?|states?|country|jurisdiction|province|place|law|courts?|company|party|customer|provider|supplier|client|name|address|"
    r"amount|number|term|period|duration|days|months|years|city|county)"
)
_BLANK = re.compile(
    r"_[_\s]{2,60}|\[[\s●•·*_.#\-–…xX]{0,40}\]|[●•]{1,5}|(?<!\.)\.{5,80}|…{2,20}|\*{4,10}"
    r"|\{\{?\s?[\w .-]{1,60}\s?\}?\}"
    rf"|[\[<](?:{_ASKS}|{_NAMES_IT})[\]>]"
    r"|\b(?:TBD|TBC|to\s+be\s+(?:completed|determined|agreed|inserted|confirmed))\b",
    re.IGNORECASE,
)
_BOX = re.compile(r"\s*(?P<box>[\[(]\s{0,6}(?P<mark>[xX✓✔]?)\s{0,6}[\])](?=\s)|[☐☒☑✓✔□■])\s{1,6}")
_TICKED = frozenset("☒☑✓✔■")


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick before an option. `words_start` is where, in its text, the option begins."""

    ticked: bool
    words_start: int


def find_blank(text: str) -> tuple[int, int] | None:
    """The first place left open in a text, as characters [start, end) of it."""
    found = _BLANK.search(text)
    return found.span() if found else None


def find_box(text: str) -> Box | None:
    """The box that an option of a form begins with: "[ x ]", "(  )", "☐"."""
    found = _BOX.match(text)
    if found is None or found.end() == len(text):
        return None
    return Box(ticked=bool(found["mark"]) or found["box"] in _TICKED, words_start=found.end())
