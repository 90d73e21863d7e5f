"""Signatures of those who sign for no party: witnesses, and whoever takes an oath."""

import re

_WITNESS = re.compile(
    r"\bwitness(?:['’]s|ed|es)?(?:\s+(?:signature|by)|\s+to\s[^\n:]{0,40})?\s{0,3}:?\s{0,3}$", re.IGNORECASE
)
# "WITNESS:      ACME LTD", and below it two signatures in one line: the first is that of the witness.
_WITNESS_COLUMN = re.compile(
    r"(?:^|\n)[ ]*(?:WITNESS(?:ES)?|Witness(?:es)?|ATTEST|Attest):?\s{3,}\S[^\n]*\n(?:[^\n]*\n){0,3}?[ ]*$"
)
_BESIDE = re.compile(r"[^\n]{1,60}?\s{3,}(?:By:|BY:|/[sS]/)")
# Whoever takes an oath signs for none of the parties.
_SWORN = re.compile(r"\b(?:before\s+me|sworn\s+to|subscribed\s+and\s+sworn|acknowledged\s+before)\b", re.IGNORECASE)
_NOTARY = re.compile(r"[^\n]{0,60}(?:\n[^\n]{0,60}){0,2}\bNotary\b", re.IGNORECASE)
_ABOVE, _NEAR = 400, 60


def signs_for_none(text: str, start: int) -> bool:
    """Whether the place to sign at `start` is for a witness or a notary."""
    if _NOTARY.match(text, start) and _SWORN.search(text, max(0, start - _ABOVE), start):
        return True
    beside = _WITNESS_COLUMN.search(text, max(0, start - _ABOVE), start)
    if beside and _BESIDE.match(text, start):
        return True
    return _WITNESS.search(text, max(0, start - _NEAR), start) is not None
