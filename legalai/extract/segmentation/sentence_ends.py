"""Sentences of contract language: where one block of text is cut.

A full stop ends a sentence only where something new can begin after it. Contracts abbreviate ("Sec.", "Inc."), number
their clauses ("4.2. Fees.") and run on for pages without a line break, so a clause number also begins a sentence.
Enumerations inside a sentence ("(i) ...; (ii) ...") stay in it.
"""

import re
from collections.abc import Iterator


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What follows belongs to the same sentence, whatever it is.
_BINDING = _words("""
    sec secs no nos v vs e.g i.e cf art arts para paras cl ch fig p pp ex exh mr mrs ms m/s shri smt dr prof hon messrs
    st ul ave blvd fl ste rd dept est approx ca al rev gen attn tel jan feb mar apr jun jul aug sept sep oct nov dec
    viz resp vol ed reg att abs nr bzw ziff zzgl ggf inkl sog gem lit
""")
# "1. März": in German and Danish a full stop makes a number an ordinal.
_MONTHS = _words("""
    januar jänner februar feber märz marts april mai maj juni juli august september oktober november dezember december
""")
# These end a name or a phrase: a sentence ends here too when the next word can only begin one.
_NAME_END = _words("""
    inc corp ltd co cos bros llc l.l.c l.p lp llp plc n.v b.v s.a s.a.r.l s.p.a s.r.l n.a p.a p.c pte pty pvt sdn gmbh
    assn jr sr esq etc u.s u.k u.s.a e.u d.c a.m p.m ph.d m.d b.s.c
""")
_STARTERS = _words("""
    The This These Those That Each Every Any All No If In It Its Such For Upon Neither Either Both
    Notwithstanding Subject Except Unless Where When While Nothing As At Before After During On Without With
    Within Under Until To There Should Provided WHEREAS NOW IN THE THIS EACH IF Whereas Now By: Name: Title:
    Date: Its: However Further Furthermore Additionally Accordingly
""")
_LETTERED = _words(
    "exhibit schedule annex appendix attachment section part party class article series tier phase option"
)
_REFERENCE = _words("""
    section sections sec secs article articles clause clauses paragraph paragraphs para exhibit schedule annex
    appendix attachment part parts item items rule rules regulation no nos version number page chapter title
    phase step level and or to through of in under with by per than from at
""")

_TERMINATOR = re.compile(r"(?<![.!?])[.!?]++[\"'”’)\]]{0,3}(?=\s)")
_NUMBER = re.compile(
    r"(?<![^\s])(?:(?:ARTICLE|Article|SECTION|Section)\s{1,3}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXL]{1,7})[.:]?|\d{1,3}(?:\.\d{1,3}){1,4}\.?|\d{1,2}[.)])"
    r"(?=\s{1,20}[A-Z\"“(])"
)
_LEADING_NUMBER = re.compile(
    r"(?:(?:ARTICLE|Article|SECTION|Section|CLAUSE|Clause|PART|Part)\s{1,3})?"
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXL]{1,7}|[A-Z]|\([A-Za-z0-9]{1,4}\))?[.)]?$"
)
_WORD_BEFORE = re.compile(r"[^\s(\[\"“]*$")
_OPENS = re.compile(r"\s+([\"'“‘(\[]*)(\S*)")
_WIDE = re.compile(r"\s{3,}$|\n\s*\n\s*$")
_LOOKBACK = 60
_DAY_DIGITS = 2


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of one block as (start, end), white space at the ends not included, in order.

    Offsets: characters of `text`, half-open. Time is linear in the length of the text.
    """
    cuts = sorted(set(_number_cuts(text)))
    pieces: list[tuple[int, int]] = []
    begin = 0
    for cut in [*cuts, len(text)]:
        pieces.extend(_split_piece(text, begin, cut))
        begin = cut
    return pieces


def _number_cuts(text: str) -> Iterator[int]:
    """Where a clause number begins a sentence in running text."""
    for match in _NUMBER.finditer(text):
        start = match.start()
        before = text[max(0, start - _LOOKBACK) : start]
        if before.strip() and _may_open_clause(before, plain=match[0][0].isalpha() or match[0][:-1].isdigit()):
            yield start


def _may_open_clause(before: str, *, plain: bool) -> bool:
    """Whether a clause number may stand after these words: not after "Section" or "and", nor inside a sentence.

    `plain` is a number without parts ("5.") or with a word ("Section 5"), which needs a full stop, a wide gap or a
    heading in capitals before it.
    """
    words = before.split()
    last = words[-1]
    bare = last.strip('()[],;:."“”').lower()
    if bare in _REFERENCE or last.endswith(",") or last in ("$", "§", "&"):
        return False
    if _WIDE.search(before) or last.endswith((".", ";", ":", "!", "?", '."', ".”", "]")):
        return bare not in _BINDING
    if last.isupper() and len(bare) > 2:
        return True
    return not plain and (last[0].isupper() or last.isdigit() or last.endswith(")"))


def _split_piece(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    start = begin
    for match in _TERMINATOR.finditer(text, begin, end):
        if _ends_sentence(text, start, match, end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, end)


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int) -> bool:
    opens = _OPENS.match(text[match.end() : min(match.end() + _LOOKBACK, end)])
    if opens is None or not opens[2]:
        return True
    following = opens[2]
    if not (following[0].isupper() or following[0].isdigit() or opens[1]):
        return False
    if match[0].startswith(("..", "…")) or text[max(start, match.start() - 2) : match.start()] in (". ", ".."):
        return False  # an ellipsis, closed up or spaced
    if not match[0].startswith("."):
        return True
    head = text[max(start, match.start() - _LOOKBACK) : match.start()]
    if opens[1].startswith("(") and _last_word(head) in _NAME_END:
        return False  # 'Acme, Inc. (The "Seller")'
    return not _is_leading_number(text, start, match.start()) and _full_stop_ends(head, following)


def _is_leading_number(text: str, start: int, stop: int) -> bool:
    """Whether all that stands before this full stop is the clause's own number: "4.2." or "ARTICLE IV."."""
    head = text[start:stop].strip() if stop - start <= _LOOKBACK else ""
    return bool(head) and _LEADING_NUMBER.fullmatch(head) is not None


def _full_stop_ends(head: str, following: str) -> bool:
    found = _WORD_BEFORE.search(head)
    word = found[0] if found else ""
    lowered = _last_word(head)
    next_word = following.rstrip(",;")
    if word.isdigit() and len(word) <= _DAY_DIGITS and next_word.lower() in _MONTHS:
        return False
    if lowered in _BINDING:
        return lowered in ("no", "al", "ex") and next_word in _STARTERS and not following[0].isdigit()
    if lowered in _NAME_END:
        return next_word in _STARTERS
    if len(word) == 1 and word.isupper():
        earlier = head[: len(head) - 1].split()
        return bool(earlier) and (earlier[-1].lower() in _LETTERED or next_word in _STARTERS)
    if re.fullmatch(r"(?:[A-Za-z]\.){1,4}[A-Za-z]", word):
        return next_word in _STARTERS
    return True


def _last_word(head: str) -> str:
    found = _WORD_BEFORE.search(head)
    return found[0].lower().strip("'’\"") if found else ""


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        yield start + left, start + right
