"""Texts that protect only while they are not modified: the EU's standard contractual clauses on data."""

import re

from legalai.schema import Document

# Clause 2(a) of the clauses annexed to Commission Implementing Decisions (EU) 2021/914 and 2021/915.
_STANDARD_CLAUSES = re.compile(
    r"\bthese clauses set out\b[^.]{0,600}\bprovided (?:that )?they are not modified\b"
    r"|\bparties undertake not to modify the clauses\b".replace(" ", r"\s{1,3}"),
    re.IGNORECASE,
)
_BEGINNING = 8_000


def is_standard_clauses(document: Document) -> bool:
    """Whether a document is such a text; an agreement that has one in an annex is not, for they say so at the start."""
    return _STANDARD_CLAUSES.search(document.text, 0, _BEGINNING) is not None
