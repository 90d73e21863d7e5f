"""What the length of a term is counted from."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from legalai.deadlines.calendar import TermRule
from legalai.extract.dates.beginning.named_date import OWN_DATE
from legalai.extract.dates.values.dates import WEEKDAY, DateOrder, FoundDate, find_dates
from legalai.extract.segmentation.passages import Passage

Origin = Literal["effective", "own", "day", "named", "unsaid"]

_LEFT_OPEN = r"(?:\[[\s●•·*_.…xX-]{1,40}\]|_{2,40}|[●•])"
# The ways in which contracts name what a term is counted from.
_NAMED = (
    rf"(?:(?P<effective>effective\s+date|date\s+of\s+effectiveness)|(?P<own>{OWN_DATE}"
    # "one year from its date"
    rf"|date(?=\s*(?:[.;,]|$))"
    rf"|(?:date\s+of\s+)?(?:its\s+|the\s+)?(?:execution|signing|signature)(?:\s+date)?(?:\s+of\s+this\s+\w+)?"
    rf"|date\s+signed)|"
    rf"(?P<named>(?-i:(?:[A-Z][\w-]+\s+){{1,4}}Date)|(?:service|subscription|rental|hire|project|lease|contract)s?\s+"
    rf"(?:start|commencement)(?:\s+date)?\b)|(?P<day>\d|january|february|march|april|may\s+\d|june"
    rf"|july|august|september|october|november|december|\w+\s+day\s+of"
    rf"|{_LEFT_OPEN})|(?P<event>(?!(?:commenc|begin|start"
    rf"|effect|force)\w*)[a-z]\w+(?:-(?!\d)\w+)*))"
)
FROM = re.compile(
    rf"\b(?:(?P<excluded>from|after|following|subsequent\s+to|of|since|anniversary\s+of)"
    rf"|(?P<included>commenc\w+|begin\w*|start\w*|effective|becom\w+|take\s+effect|come\s+into|force))\s+"
    rf"(?:(?:and\s+)?(?:on|as\s+of|as\s+from|from|upon|after|with|at|and|effective|effect|force|into"
    rf"|be)\s+){{0,4}}(?:the\s+|such\s+|its\s+|their\s+)?[\"“”']?(?:-{{3,40}}\s+)?(?:{WEEKDAY},?\s+(?:the\s+)?(?=\d|[a-z]+\s+\d))?{_NAMED}",
    re.IGNORECASE,
)
_AT = re.compile(rf"(?:on\s+)?(?:the\s+|its\s+)?[\"“”']?{_NAMED}", re.IGNORECASE)
# "in which it is signed", "in which the term commences".
_SIGNED = re.compile(
    r"(?:it|both\s+parties|(?:this|the)\s+\w+)\s+(?:is|was|has\s+been|have)\s+(?:signed|executed|made|concluded)\b"
    r"|(?:duly\s+)?(?:signed|executed)\b",
    re.IGNORECASE,
)
_LAST_SIGNED = re.compile(
    r"\s+(?:of\s+(?:the\s+)?)?(?:last|latest|later)\s+(?:signed|executed|signature|to\s+sign)\b",
    re.IGNORECASE,
)
_STARTED = re.compile(
    r"(?:it|(?:this|the)\s+(?:\w+\s+)?(?:agreement|contract|term|lease|period))\s+(?:shall\s+)?"
    r"(?:commences?|begins?|starts?|takes?\s+effect|becomes?\s+effective|(?:comes?|enters?)\s+into\s+(?:force|effect))\b",
    re.IGNORECASE,
)
_BEFOREHAND = re.compile(r"(?:that|such|the\s+(?:said|same))\s+(?:date|day)\b|it\b", re.IGNORECASE)
_HAPPENING = re.compile(
    r"(?:the\s+|its\s+)?(?P<event>[A-Za-z][\w\s-]{2,60}?)(?=\s+(?:occurs?|falls?|takes?\s+place|happens?|lies|begins?|is(?!\s+(?:\w+ly\s+|first\s+)?\w{2,}(?:ed|en|lt|ld)\b)|has(?!\s+been\s)"
    r"|and(?=\s+(?:runs?|lasts?|continues?|remains?|ends?|expires?|shall|will|has|is)\b))\b"
    r"|\s*[.,;)]|$)"
)
_PAPER = re.compile(r"(?:the\s+)?(?:agreement|contract|lease)", re.IGNORECASE)
_OF_EVENT = re.compile(
    r"\s+(?:of|on\s+which|when|that(?!\s+(?:is|falls|lies)\b))\s+|\s+(?=(?:the|its|all|both)\s)", re.IGNORECASE
)
# "begins when the Software goes live", "starts with the first shipment", "on the first day after installation".
_WHEN = frozenset({"when", "once"})
_WHICH_ONE = frozenset("first initial actual final last full complete successful".split())
_DAY_AFTER = re.compile(r"\s+(?:business\s+|working\s+)?day\s+(?:after|following)\s+", re.IGNORECASE)
_THING = re.compile(r"\s+(?P<thing>[A-Za-z][\w-]+(?:\s+of\s+(?:the\s+)?[A-Z][\w-]+)?)")
# The day on which the contract takes effect, counted in the same breath.
_COUNTED = re.compile(
    r"\s+(?:(?:that|which)\s+(?:is|falls|lies)|falling)\s+(?:\d|\w+\s+(?:\(|day|week|month|business))", re.IGNORECASE
)
_NO_HAPPENING = re.compile(
    r"\b(?:notice|terminat\w+|expir\w+|breach|default|renewal|either|receipt|request|party\s+gives|ends?)\b",
    re.IGNORECASE,
)
_THEREAFTER = re.compile(
    r"^\W{0,3}(?:\w+\s+){0,2}(?:thereafter|therefrom|from\s+such\s+date|from\s+that\s+date)", re.IGNORECASE
)
# Words after "from" or "after" that name no event to count from.
_NO_EVENTS = frozenset(
    "this that these which such it its the each any all our your their expiration termination expiry receipt notice"
    " written and or with in on at by for to of unless until period periods term one two three four five six seven ten"
    " twelve next".split()
)
_THAT_DATE = re.compile(r"\b(?:such|that)\s+date$", re.IGNORECASE)
_DATE_NAME = re.compile(r"\s+(Date|Day)\b")
_BEHIND = re.compile(r"after|following|subsequent", re.IGNORECASE)
CLOSE = 30
LAST_SIGNATURE = "last signature"
"""What the day is called on which the last party signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermOrigin:
    """What a term runs from: its kind, its day or name, whether that day counts, and whether it lies `behind`."""

    kind: Origin = "unsaid"
    day: FoundDate | None = None
    name: str | None = None
    rule: TermRule | None = None
    behind: bool = False


def find_origin(passage: Passage, text: str, length_end: int, order: DateOrder | None) -> TermOrigin:
    """What the length runs from: said close behind it, else before it; and whether that day counts."""
    behind = FROM.search(text, length_end, min(length_end + 110, len(text)))
    before = next((m for m in FROM.finditer(text, 0, length_end) if not _is_no_event(m)), None)
    if behind and (_is_no_event(behind) or (behind["event"] and before and behind.start() - length_end > CLOSE)):
        behind = None
    match = before if _THEREAFTER.match(text[length_end : length_end + 40]) else behind or before
    if match is None:
        return TermOrigin()
    found = _read(match, passage, order, "anniversary" if match["excluded"] else "day-before-anniversary")
    return replace(found, behind=_BEHIND.match(match["excluded"] or "") is not None)


def origin_at(passage: Passage, text: str, at: int, order: DateOrder | None) -> TermOrigin | None:
    """What stands at a place, where a text says of a stretch of time what falls in it; None where that is no origin."""
    if _SIGNED.match(text, at):
        return TermOrigin(kind="own")
    if _STARTED.match(text, at):
        return TermOrigin()
    if _BEFOREHAND.match(text, at):
        return find_origin(passage, text[:at], at, order)
    match = _AT.match(text, at)
    if match and not match["event"]:
        return _read(match, passage, order, None)
    happening = _HAPPENING.match(text, at)
    if happening is None or _NO_HAPPENING.search(happening[0]):
        return None
    return TermOrigin(kind="named", name=" ".join(happening["event"].split()))


def anniversary_origin(passage: Passage, text: str, end: int, order: DateOrder | None) -> TermOrigin:
    """What an anniversary that ends at a place is counted from."""
    behind = FROM.match(text, end + len(text[end:]) - len(text[end:].lstrip()))
    if behind and behind["event"] and not _is_that_date(behind):
        return TermOrigin(kind="named", name=behind["event"])
    if date_name := _DATE_NAME.match(text, end):
        return TermOrigin(kind="named", name=f"Anniversary {date_name[1]}")
    return find_origin(passage, text, end, order)


def _read(match: re.Match[str], passage: Passage, order: DateOrder | None, rule: TermRule | None) -> TermOrigin:
    if match["effective"]:
        return TermOrigin(kind="effective", rule=rule)
    if match["own"]:
        return TermOrigin(kind="own", rule=rule)
    if match["day"]:
        days = find_dates(
            match.string[match.start() : match.end() + 40], order=order, offset=passage.start + match.start()
        )
        day = days[0] if days else _blank_day(match, passage)
        return TermOrigin(kind="day", day=day, rule=rule) if day else TermOrigin()
    if match["event"] and match["event"].lower() in ("date", "day"):
        return _on_a_day(match, rule)
    if match["event"]:
        return _on_an_event(match, rule)
    return TermOrigin(kind="named", name=" ".join(match["named"].split()), rule=rule)


def _blank_day(match: re.Match[str], passage: Passage) -> FoundDate | None:
    """The day that a mark leaves open ("begins on [●]")."""
    if re.fullmatch(_LEFT_OPEN, match["day"]) is None:
        return None
    start, end = passage.start + match.start("day"), passage.start + match.end("day")
    return FoundDate(text=match["day"], start=start, end=end, kind="blank")


def _on_an_event(match: re.Match[str], rule: TermRule | None) -> TermOrigin:
    """What an event is called: by its noun, or by what happens where a clause tells it."""
    text, word = match.string, match["event"].lower()
    if word in _WHICH_ONE and (day := _DAY_AFTER.match(text, match.end())):
        happening = _HAPPENING.match(text, day.end())
        if happening and not _PAPER.fullmatch(happening["event"]):
            return TermOrigin(kind="named", name=" ".join(happening["event"].split()), rule="anniversary")
    if word in _WHICH_ONE and (thing := _THING.match(text, match.end())):
        return TermOrigin(kind="named", name=f"{match['event']} {' '.join(thing['thing'].split())}", rule=rule)
    if word in _WHEN and _SIGNED.match(text, match.end() + 1):
        return TermOrigin(kind="own", rule=rule)
    if word in _WHEN:
        happening = _HAPPENING.match(text, match.end() + 1)
        if happening and not _PAPER.match(happening["event"]):
            return TermOrigin(kind="named", name=" ".join(happening["event"].split()), rule=rule)
    return TermOrigin(kind="named", name=" ".join(match["event"].split()), rule=rule)


def _on_a_day(match: re.Match[str], rule: TermRule | None) -> TermOrigin:
    """What "the date of delivery" and "the day that is a week later" run from."""
    behind = match.string[match.end() :]
    if match["included"] and _LAST_SIGNED.match(behind):
        return TermOrigin(kind="named", name=LAST_SIGNATURE, rule=rule)
    of = _OF_EVENT.match(behind)
    happening = _HAPPENING.match(behind, of.end()) if of else None
    if of and (_SIGNED.match(behind, of.end()) or (happening and _PAPER.fullmatch(happening["event"]))):
        return TermOrigin(kind="own", rule=rule)
    if happening:
        return TermOrigin(kind="named", name=" ".join(happening["event"].split()), rule=rule)
    if _COUNTED.match(behind):
        return TermOrigin(rule=rule)
    return TermOrigin(kind="named", name=match["event"], rule=rule)


def _is_that_date(match: re.Match[str]) -> bool:
    """Whether "of that date" is all that stands behind: a date named before."""
    if _THAT_DATE.search(match[0]):
        return True
    return match["event"].lower() == "that" and match.string[match.end() :].lstrip().lower().startswith("date")


def _is_no_event(match: re.Match[str]) -> bool:
    if not match["event"]:
        return False
    if _THAT_DATE.search(match[0]):
        return True
    return match["excluded"] in ("of", "Of", "OF") or match["event"].lower() in _NO_EVENTS
