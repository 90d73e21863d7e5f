"""Where the pages of signatures begin and end, in contracts and in letters."""

import re
from collections.abc import Sequence

# One letter of the testimonium may be misread off a picture.
_TESTIMONIUM = re.compile(
    r"[ \t]*(?:in[ \t]+witness[ \t]+(?:wh?ere?\w{1,4}|[ht]\w{0,2}ereof)|\[?signature[ \t]+page"
    r"|\[?signatures?[ \t]+(?:follow|appear|on)|executed[ \t]+as[ \t]+a[ \t]+deed"
    r"|signed[ \t]+(?:by|for[ \t]+and[ \t]+on[ \t]+behalf))",
    re.I,
)
# What may lead to signatures, and is believed where they follow.
_LEAD = re.compile(
    r"[ \t]*(?:"
    r"(?:accordingly,?[ \t]+|intending[^.;:]{1,80},[ \t]+|as[ \t]+witness[^.;:]{0,60},?[ \t]+)?"
    r"(?:each[ \t]+of[ \t]+|both[ \t]+)?(?:the[ \t]+)?(?:parties|party|undersigned)\b[^.;:]{0,60}?\b(?:have|has)\b"
    r"[^.;:]{0,60}?\b(?:caused|executed|signed|set[ \t]+(?:their|its|his|her)|subscribed)\b"
    r"|intending[ \t]+to[ \t]+be[ \t]+(?:legally|mutually)[ \t]+bound"
    r"|(?:executed|signed)[ \t]+(?:and[ \t]+delivered[ \t]+)?(?:this|as[ \t]+of|on|at|in|by)\b"
    r"|(?:(?:i|we)[ \t]+(?:have[ \t]+|hereby[ \t]+)?)?"
    r"(?:(?:read|underst(?:oo|an)d|acknowledged?|confirmed|approved)(?:,|,?[ \t]+and|,?[ \t]+fully)?"
    r"[ \t]+(?:fully[ \t]+)?){0,3}(?:accept(?:ed)?|agreed?)(?=[ \t]*(?:[:,.]|$|(?:to|by|this|as|on|and|the|in)\b))"
    r"|(?:yours[ \t]+)?(?:very[ \t]+|most[ \t]+)?(?:sincerely|faithfully|truly)(?:[ \t]+yours)?[ \t]*,?[ \t]*$"
    r"|(?:with[ \t]+)?(?:my[ \t]+|our[ \t]+)?(?:kind(?:est)?|best|warm(?:est)?)?[ \t]*(?:regards|wishes)[ \t]*,?[ \t]*$"
    r")",
    re.I,
)
_LONGEST_LEAD = 60
_LINE = re.compile(
    r"[ \t]*(?:(?:by|per|its|name|title|date|signed|signature|print(?:ed)?[ \t]+name|witness|/s/)\b[ \t]*[:_/]"
    r"|(?:by|per)[ \t]+(?:/s/|_{3}))",
    re.I,
)
_CELL = re.compile(r"(?:by|per|signature|(?:print(?:ed)?[ \t]+)?name|title|date)[ \t]*:?[ \t_]*", re.I)
_SIGNER = re.compile(r"[ \t]*(?:by|per)\b", re.I)
_SIGNED = re.compile(r"[ \t]*(?:by|per|signed|signature)[ \t]*(?:[:_]|/s/)|[ \t]*/s/|[ \t]*x?_{8,}", re.I)
_MARK = re.compile(r"(?:^|[\s:_])/s/", re.I)
NEAR = 12
"""How many paragraphs tell whether signatures begin with the first of them."""
_NEAR_LINES, _NEAR_CELLS = 8, 10
_KINDS_OF_CELLS = 3
# A name, a title and a firm stand under the last mark of a letter.
_UNDER_MARK, _AHEAD = 4, 6


def is_signature_line(text: str) -> bool:
    """Whether a text is a line of a signature: "By:", "Name: ...", "/s/ ..."."""
    return _LINE.match(text) is not None


def signs_near(texts: Sequence[str]) -> bool:
    """Whether one of some paragraphs is a line of a signature, or one to sign on."""
    return any(is_signature_line(text) or _SIGNED.match(text) for text in texts)


def is_testimonium(text: str) -> bool:
    """Whether a text begins with the words that lead to signatures, whatever follows."""
    return _TESTIMONIUM.match(text) is not None


def begins_signing(texts: Sequence[str], *, is_cell: bool) -> bool:
    """Whether signatures begin with the first of some paragraphs: a lead to them, or a line with others near it."""
    first = texts[0]
    if is_testimonium(first):
        return True
    if is_lead(texts):
        return True
    lines = sum(map(is_signature_line, texts[:_NEAR_LINES]))
    if is_cell and _CELL.fullmatch(first) and not (_SIGNER.match(first) and lines > 1):
        kinds = {text.split()[0].strip(":").lower() for text in texts[:_NEAR_CELLS] if _CELL.fullmatch(text)}
        return len(kinds) >= _KINDS_OF_CELLS
    return _SIGNED.match(first) is not None and lines > 1


def is_lead(texts: Sequence[str]) -> bool:
    """Whether the first of some paragraphs leads to signatures in words that may stand elsewhere: a letter's end."""
    if _LEAD.match(texts[0]) is None or len(texts[0].split()) > _LONGEST_LEAD:
        return False
    near = texts[1:NEAR]
    return any(map(_MARK.search, near)) or sum(map(is_signature_line, near)) > 1


def goes_on_signing(before: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether signatures that a lead began go on with the first of some paragraphs, after those `before`."""
    near = [*before[-_UNDER_MARK:], *texts[:_AHEAD]]
    return any(is_signature_line(text) or _MARK.search(text) or _LEAD.match(text) for text in near)
