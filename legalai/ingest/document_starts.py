"""Where another document of the same file begins, whose clauses are numbered anew."""

import re

_NAME = (
    r"(?:agreement|contract|deed|lease|licen[cs]e|guarant(?:y|ee)|undertaking|warrant|note|bond|memorandum|addendum"
    r"|amendment|statement[ \t]+of[ \t]+work|order)"
)
# "THIS DEED is made on 4 May", "This Supply Agreement (the "Agreement"), dated", "AGREEMENT made this 4th day".
_PREAMBLE = re.compile(
    rf"[ \t]*(?:this[ \t]+)?(?:[\w&'’-]{{1,24}}[ \t]+){{0,7}}?{_NAME}"
    r"(?:[ \t]+(?:of|for|and)[ \t]+[\w&'’-]{1,24}){0,3}(?:[ \t]*\([^()]{1,80}\))?[ \t]*,?[ \t]*"
    r"(?:(?:is|was|has[ \t]+been)[ \t]+)?(?:hereby[ \t]+)?(?:made|entered|dated|executed|concluded)\b",
    re.I,
)
_AMONG = re.compile(r"\b(?:between|among(?:st)?|in[ \t]+favou?r[ \t]+of)\b", re.I)
_BETWEEN = re.compile(r"[ \t]*\W{0,3}[ \t]*(?:by[ \t]+and[ \t]+)?between[ \t]*:?[ \t]*", re.I)
_PARTIES = re.compile(
    r"[ \t]*(?:the[ \t]+)?parties(?:[ \t]+to[ \t]+this[ \t]+\w{1,20})?(?:[ \t]+are)?[ \t]*:?[ \t]*", re.I
)
# Parties are counted, and begin with a name.
_FIRST_PARTY = re.compile(r"[ \t]*(?:\(1\)|1[.)])[ \t]*[^a-z\s]")
_NEAR = 400


def begins_document(text: str, following: str) -> bool:
    """Whether a paragraph opens a document: the words that name it, its day and its parties, or the head over these."""
    if _BETWEEN.fullmatch(text):
        return True
    if _PARTIES.fullmatch(text):
        return _FIRST_PARTY.match(following) is not None
    return _PREAMBLE.match(text) is not None and _AMONG.search(text[:_NEAR]) is not None
