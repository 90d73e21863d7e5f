"""What the user should know of the parties: nobody named, a name left open, a signature under another name."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.segmentation.passages import Passage
from legalai.schema import Issue, Party

_ELSEWHERE = re.compile(
    r"\b(?:cover\s+page|order\s+form|statement\s+of\s+work|signature\s+page|appendix\s+\w+|annex\s+\w+|registration\s+form)\b",
    re.IGNORECASE,
)
_BY_ACCEPTING = re.compile(
    r"\bby\s+(?:clicking|accepting|using|downloading|installing|accessing|submitting|opening)\b", re.IGNORECASE
)


def party_issues(parties: Sequence[Party], passages: Sequence[Passage]) -> Iterator[Issue]:
    """The issues of the parties; their words are in the parties' own quotes."""
    if not parties and passages:
        yield Issue(code="no-parties", severity="warning", message=f"No party was found: {_why(passages)}.")
    for position, party in enumerate(parties, 1):
        if party.status == "blank":
            yield Issue(
                code="party-blank",
                severity="warning",
                message=f"The name of party {position} of {len(parties)} is left blank.",
                page=party.page,
            )
        if party.signs_as:
            yield Issue(
                code="signature-name",
                severity="warning",
                message=f"Party {position} of {len(parties)} signs under another name than the opening gives it.",
                page=party.signs_as.page,
            )


def _why(passages: Sequence[Passage]) -> str:
    text = " ".join(passage.text for passage in passages)
    if _BY_ACCEPTING.search(text):
        return "these seem to be terms that bind whoever accepts them, so they name nobody"
    if _ELSEWHERE.search(text):
        return "the text names nobody, and refers to a cover page, form or annex where the names may stand"
    return "no opening sentence, label, letterhead or signature block names anybody"
