"""A contract that is over: its text says that it was ended or replaced, or its last term has run out."""

import re
from collections.abc import Sequence
from datetime import date

from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.clocks import MAIN
from legalai.extract.dates.life import Life
from legalai.extract.dates.served import find_served
from legalai.extract.dates.term.survival import find_survival
from legalai.extract.dates.values.dates import DateOrder, find_dates
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, Ending, EndingReason, KeyDate, ProofStep, Quote

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DEAL = r"(?:agreement|contract|lease|licen[cs]e|order(?:\s+form)?|subscription|engagement|arrangement)"
# An earlier or another agreement that is ended says nothing of this one.
_THIS = (
    r"\b(?:this|the(?:\s+(?:above|foregoing|present))?)\s+"
    rf"(?:(?!prior|previous|original|earlier|existing|old|former|other|first|initial|said)[\w-]+\s+){{0,3}}?{_DEAL}\b"
    r"(?:\s+\([^()]{0,60}\))?(?:\s+(?:between|among|by\s+and\s+between|dated|of)\s[^.;]{0,90}?)?,?"
)
_ENDED = (
    r"(?P<ended>terminated|cancell?ed|rescinded|revoked|ended|dissolved|brought\s+to\s+an\s+end|expired|lapsed"
    r"|(?P<replaced>superseded|replaced))"
)
_IS_OVER = re.compile(
    rf"{_THIS}\s+(?:(?:was|has\s+(?:now\s+|since\s+|already\s+)?been|is\s+hereby|stands|is)\s+(?:\w+ly\s+)?{_ENDED}"
    r"|(?:has\s+(?:now\s+|since\s+|already\s+)?)?(?P<ran_out>expired|ended|lapsed|terminated)\b(?=\s+(?:on|as\s+of|with|by|at)\b|[.;]|$)"
    r"|(?:is|ceased\s+to\s+be|has\s+ceased\s+to\s+be)\s+(?:no\s+longer\s+)?(?P<no_longer>in\s+(?:force|effect)|at\s+an\s+end))"
    r"|\b(?:the\s+)?parties\s+(?:have\s+)?(?:hereby\s+|mutually\s+|jointly\s+)*(?:terminated?|end(?:ed)?|cancel(?:led)?|dissolved?)\s+"
    rf"(?P<by_parties>{_THIS})",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\b(?:no\s+longer|ceased)\b|\bat\s+an\s+end$", re.IGNORECASE)
_IS_ONLY = re.compile(r"\bis\s+(?:\w+ly\s+)?\w+$", re.IGNORECASE)
# Before the words, what makes them a case that may arise, or speaks of the time when it does.
_MAY_BE = re.compile(
    r"\b(?:if|when|where|whether|unless|until|till|after|before|once|upon|should|event|provided|which|during|while|as\s+long"
    r"|following|prior\s+to|date|day|time|may|shall|will|would|whereas|notwithstanding|not|never|as\s+though|assum\w+|because)\b",
    re.IGNORECASE,
)
_UNDER_A_CONDITION = re.compile(
    r"^\s*(?:[\w-]+\s+){0,6}?(?:if|unless|when|whenever|upon|in\s+the\s+event|for\s+any\s+reason|pursuant|under|by\s+either"
    r"|in\s+accordance)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:on|as\s+of|as\s+at|effective|with\s+effect\s+(?:from|on|as\s+of)|from|per|since|by|at\s+the\s+end\s+of|dated|of)"
    r"\s+(?:(?:the\s+)?(?:close|end|midnight)\s+(?:of|on)\s+)?(?:as\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# What is stamped over a paper or stands beside "Status": nothing else in the line but a day or what came after.
_STAMP = re.compile(
    r"\W*(?:(?i:(?:contract\s+)?status)\W{1,4}(?i:(?P<status>terminated|expired|superseded|cancell?ed|ended|replaced))"
    r"|(?P<stamp>TERMINATED|EXPIRED|SUPERSEDED|CANCELL?ED|REPLACED)|[\[(](?P<note>Terminated|Expired|Superseded|Cancell?ed|Replaced))\b"
    r"(?P<behind>[^.;:]{0,70})\W*"
)
_SINCE_THEN = re.compile(
    rf"\W*(?:$|(?:on|by|as\s+of|as\s+at|effective|with\s+effect|per|since|\d|(?:{_MONTHS})\b))", re.IGNORECASE
)
# "Section 6.5 of the Agreement is hereby replaced": a part of it.
_OF_A_PART = re.compile(r"\b(?:of|in|to|under|by|with|from|for|and|or)\s+$", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\b(?:renew(?:s|ed|al|als|able)?|extend(?:s|ed)?\s+(?:for|by|the\s+(?:\w+\s+)?term|this|automatically)|extensions?\s+(?:term|period|of\s+the\s+term)"
    r"|prolong\w*|month[\s-]to[\s-]month|year[\s-]to[\s-]year|hold(?:s|ing)?\s?-?over|roll(?:s|ed)?\s+over|evergreen)\b"
    r"|\b(?:thereafter|afterwards?)\b[^.;]{0,80}\buntil\b|\bcontinu\w+\b[^.;]{0,60}\b(?:thereafter|beyond|after\s+(?:the\s+)?(?:expir|end))",
    re.IGNORECASE,
)
_HOLDS_OVER = re.compile(
    r"\b(?:month[\s-]to[\s-]month|hold(?:s|ing)?\s?-?over|evergreen|options?\s+to\s+(?:renew|extend)"
    r"|(?:may|can)\s+(?:also\s+|only\s+|further\s+)?(?:be\s+)?(?:further\s+)?(?:renew|extend|prolong)\w*)\b"
    r"|\bcontinu\w+\b[^.;]{0,60}\b(?:thereafter|beyond|after\s+(?:the\s+)?(?:expir|end))",
    re.IGNORECASE,
)
_SHORT = 110
_WORDS: dict[EndingReason, str] = {
    "expired": "the contract has ended: its last term has run out, and nothing in the text lets it go on",
    "terminated": "the text says that the contract was ended",
    "superseded": "the text says that another contract took the place of this one",
}


def find_ending(
    life: Life, deadlines: Deadlines, passages: Sequence[Passage], *, order: DateOrder | None
) -> Ending | None:
    """The end of the contract that its text tells of, past or to come; else that of its last term, where it is past."""
    said = next((found for p in passages if (found := _told(p, order))), None) or _by_notice(passages, order)
    return said or _run_out(life, deadlines, passages)


def after_ending(deadlines: Deadlines, ending: Ending, as_of: date) -> Deadlines:
    """The deadlines of a contract that ends so: no day to act on is left."""
    if ending.why == "expired" and deadlines.current_term_end == ending.on and deadlines.notice_deadline is None:
        return deadlines  # its own steps say so
    rule = _WORDS[ending.why] + ("" if ending.is_past(as_of) else "; that day is to come")
    quotes = () if ending.text is None or ending.start is None or ending.end is None else (_quote(ending),)
    step = ProofStep(
        step="end of the contract", result=ending.on.isoformat() if ending.on else "over", quotes=quotes, rule=rule
    )
    end = deadlines.current_term_end if ending.why == "expired" else ending.on
    return Deadlines(current_term_end=end, proof=(*deadlines.proof, step))


def clocks_left(clocks: Sequence[Clock], ending: Ending, passages: Sequence[Passage], as_of: date) -> tuple[Clock, ...]:
    """The clocks that still mean something: what outlives the contract, and until it ends the rights without a day."""
    if ending.is_past(as_of):
        return find_survival(passages, MAIN)
    return tuple(clock for clock in clocks if clock.notice_by is None and clock.window_opens is None)


def _quote(ending: Ending) -> Quote:
    assert ending.text is not None
    assert ending.start is not None
    assert ending.end is not None
    return Quote(text=ending.text, start=ending.start, end=ending.end)


def _told(passage: Passage, order: DateOrder | None) -> Ending | None:
    """That a passage says of this contract that it is over."""
    if stamped := _stamped(passage):
        why, behind = stamped
        return _ending(passage, why, behind, order)
    for said in _IS_OVER.finditer(passage.text):
        behind = passage.text[said.end() :]
        if not said["by_parties"] and _OF_A_PART.search(passage.text, 0, said.start()):
            continue
        if _MAY_BE.search(_own_sentence(passage.text[: said.start()])) or _UNDER_A_CONDITION.match(behind):
            continue
        if said["no_longer"] and not _NO_LONGER.search(said[0]):
            continue
        found = _ending(passage, "superseded" if said["replaced"] else _why(said), said.end(), order)
        # "This Agreement is terminated" alone may be a heading's words; with a day it is a fact.
        if found.on is not None or not _IS_ONLY.search(said[0]) or said["no_longer"]:
            return found
    return None


def _by_notice(passages: Sequence[Passage], order: DateOrder | None) -> Ending | None:
    """The end that a notice brings which the paper says was given, where it names the last day."""
    served = find_served(passages, order)
    if served is None or served.ends_on is None:
        return None
    at = served.passage
    return Ending(why="terminated", on=served.ends_on, text=at.text, start=at.start, end=at.end)


def _why(said: re.Match[str]) -> EndingReason:
    word = (said["ran_out"] or said["ended"] or "").lower()
    return "expired" if word in ("expired", "lapsed") else "terminated"


def _own_sentence(before: str) -> str:
    return re.split(r"[.;]\s", before)[-1]


def _stamped(passage: Passage) -> tuple[EndingReason, int] | None:
    found = _STAMP.fullmatch(passage.text) if len(passage.text) < _SHORT else None
    if found is None or not _SINCE_THEN.match(found["behind"]):
        return None
    # Under a clause the words may be about that clause, unless they are stamped with a day.
    if passage.number and not (found["stamp"] and re.search(r"\d", found["behind"])):
        return None
    word = (found["status"] or found["stamp"] or found["note"]).lower()
    why: EndingReason = "superseded" if word in ("superseded", "replaced") else "terminated"
    return "expired" if word == "expired" else why, found.start("behind")


def _ending(passage: Passage, why: EndingReason, at: int, order: DateOrder | None) -> Ending:
    """The ending, since the first day named behind its words."""
    days = (
        day.value
        for day in find_dates(passage.text, order=order)
        if day.start >= at and day.value and (_SINCE.search(passage.text[at : day.start]) or day.start - at < 4)
    )
    return Ending(why=why, on=next(days, None), text=passage.text, start=passage.start, end=passage.end)


def _run_out(life: Life, deadlines: Deadlines, passages: Sequence[Passage]) -> Ending | None:
    """The end of the last term, where it is past and nothing in the text lets the contract go on."""
    key_date, as_of = life.expiration.key_date, life.given.as_of
    if not isinstance(key_date.value, date) or key_date.value >= as_of:
        return None
    if deadlines.current_term_end is not None:
        over = deadlines.is_last or (deadlines.current_term_end < as_of and life.renewal.kind in ("none", "automatic"))
        return _expired(key_date, deadlines.current_term_end) if over else None
    silent = life.renewal.kind == "unknown" and not any(_GOES_ON.search(p.text) for p in passages)
    return _expired(key_date, key_date.value) if silent else None


def open_after_renewals(life: Life, deadlines: Deadlines, passages: Sequence[Passage]) -> Deadlines:
    """The deadlines without an end where the renewals are used up and another clause lets the contract go on."""
    end, as_of = deadlines.current_term_end, life.given.as_of
    if end is None or life.renewal.kind != "automatic" or not (deadlines.is_last or end < as_of):
        return deadlines
    if not _may_go_on(life, passages):
        return deadlines
    rule = f"the renewals are used up on {end}; whether the contract goes on after them by another clause is not known"
    step = ProofStep(step="current term end", result="not known", quotes=(), rule=rule)
    return Deadlines(current_term_end=end if end >= as_of else None, proof=(*deadlines.proof, step))


def _may_go_on(life: Life, passages: Sequence[Passage]) -> bool:
    """Whether another clause than that on renewal lets the contract go on once its renewals are used up."""
    return any(_HOLDS_OVER.search(p.text) for p in passages if p.start != life.renewal.start)


def _expired(key_date: KeyDate, on: date) -> Ending:
    return Ending(why="expired", on=on, text=key_date.text, start=key_date.start, end=key_date.end)
