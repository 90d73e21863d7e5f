"""A contract that goes on after its first term until somebody ends it: no renewal has a length, and none is needed."""

import re
from collections.abc import Sequence

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Renewal

_AFTERWARDS = re.compile(
    r"\b(?:there(?:after|upon)|afterwards?|subsequently|then|from\s+then\s+on|beyond|"
    r"(?:after|following|upon|on|at)\s+(?:that|which|(?:the\s+|its\s+)?(?:(?:initial|first|original|fixed)\s+|expir(?:y|ation)|end\b|lapse|"
    r"conclusion|completion))|if\s+(?:it|neither|no|the\s+parties)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:continu\w+|remain\w*|runs?|goes?\s+on|stays?|lasts?|is|be|becomes?|prolonged|extended|renewed)\b[^.;]{0,70}?"
    r"\b(?:indefinite\w*|unlimited|open-ended|without\s+(?:a\s+)?(?:limit|fixed|end)\w*|"
    r"(?:unless\s+and\s+)?until\s+(?:(?:it|this\s+\w+|the\s+\w+)\s+(?:is|has\s+been|shall\s+be)\s+)?(?:terminated|ended|cancelled|determined)|"
    r"until\s+(?:either|any|one|a|each)\s+(?:party|of)\b|until\s+(?:[A-Z]\w+\s+){1,3}(?:terminates|ends|gives))",
    re.IGNORECASE,
)
# "for two years and after that until terminated".
_UNTIL = re.compile(r",?\s+(?:until|indefinitely)\b(?!\s+the\s+end)", re.IGNORECASE)
_ITSELF = re.compile(r"\b(?:agreement|contract|lease|it|term|arrangement|services|appointment)\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:confiden\w+|surviv\w+|obligations?|purchase\s+orders?|royalt\w+|sublicen\w+)\b", re.IGNORECASE
)
_NEAR = 3


def find_continuation(passages: Sequence[Passage], term_passages: Sequence[Passage]) -> Renewal | None:
    """The open-ended continuation that a passage on the term, or one beside it, provides for after the first term."""
    near = {p.block + step for p in term_passages for step in range(_NEAR)}
    for passage in passages:
        if passage.block not in near or passage.is_heading or _OTHER.search(passage.text):
            continue
        for after in _AFTERWARDS.finditer(passage.text):
            goes_on = _GOES_ON.search(passage.text, after.start(), min(after.end() + 160, len(passage.text)))
            goes_on = goes_on or _UNTIL.match(passage.text, after.end())
            if goes_on and _ITSELF.search(passage.text):
                return Renewal(kind="automatic", text=passage.text, start=passage.start, end=passage.end)
    return None
