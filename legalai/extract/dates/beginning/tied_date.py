"""Days that the text ties to another day or to an event: "five Business Days after signature", "upon delivery"."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legalai.deadlines.business_days import add_business_days
from legalai.deadlines.calendar import add_period
from legalai.extract.clauses.pointers import quote
from legalai.extract.dates.beginning.named_date import named_date
from legalai.extract.dates.beginning.signing_dates import last_signing_date
from legalai.extract.dates.events import event_name, given_day
from legalai.extract.dates.notice.counting import business_place
from legalai.extract.dates.term.grid_term import grid_at
from legalai.extract.dates.term.term_origin import TermOrigin, origin_at
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.dates.values.periods import find_periods
from legalai.extract.dates.values.stretch_words import ORDINAL, ordinal
from legalai.extract.given_values import GivenValue
from legalai.extract.segmentation.passages import Passage
from legalai.schema import KeyDate, Period, ProofStep, Quote

_QUOTES = "[\"“”'‘’]"
_TAKES_EFFECT = re.compile(
    r"\b(?:this|the)\s+(?:[\w-]+\s+){0,2}(?:agreement|contract|lease|order)\s+(?:\([^()]{0,40}\)\s+)?(?:shall\s+|will\s+)?(?:only\s+)?"
    r"(?:be(?:comes?)?\s+effective|is\s+effective|takes?\s+effect|(?:comes?|enters?)\s+into\s+(?:force|effect)|commences?|begins?|starts?)"
    r"\s+(?:only\s+)?(?:(?:as\s+of|as\s+from|from|on|at)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_THE_DAY = re.compile(
    r"(?:the\s+)?(?:(?:date|day)\s+(?:(?:that|which)\s+)?(?:(?:is|falls?|falling|occurs?|occurring|lies|lying)\s+)?)?(?:the\s+)?"
    r"(?=\w|\()",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+(?:after|following|from|of)\s+(?:the\s+)?", re.IGNORECASE)
_NTH_DAY = re.compile(
    rf"(?P<nth>{ORDINAL})\s+(?:\(\w{{1,6}}\)\s+)?(?P<business>(?:business|working|banking)\s+)?(?:calendar\s+)?day\s+(?:after|following)\s+",
    re.IGNORECASE,
)
_ON_EVENT = re.compile(r"(?:up)?on\s+|when\s+|once\s+|following\s+|after\s+|immediately\s+(?:up)?on\s+", re.IGNORECASE)
_SAID_ON = re.compile(r"\bon\s+(?:the\s+)?$", re.IGNORECASE)
_OF_EVENT = re.compile(r"(?:the\s+)?(?:date|day|time)\s+(?:of|on\s+which|when|that)\s+", re.IGNORECASE)
_LAST_SIGNATURE = re.compile(
    r"(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?(?:last|latest|final)\s+(?:party\s+)?(?:signature|signing|date|of\s+the\s+(?:parties|signatures)|party)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:the\s+|its\s+)?(?P<event>[A-Za-z][\w’'-]*(?:\s+[\w’'-]+){0,7}?)"
    r"(?=\s+(?:and\s+(?:shall|will|continues?|remains?|its|the|is|ends?)|unless|until|occurs?|takes\s+place)\b|\s*[.,;:()]|\s*$)"
)
# Of these the contract itself knows the day, or none is meant.
_NO_EVENT = re.compile(
    r"^(?:or|about|an?|each|any|such|this|that|it)\b|\b(?:sign\w*|execut\w+|hereof|herein|written|set\s+forth|terminat\w+|expir\w+|renewal|notice|date\s+(?:of\s+this|first)|parties)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What a day may be tied to: the date the contract bears, days that are given, and whose business days count."""

    agreement: KeyDate
    order: DateOrder | None
    jurisdiction: str | None
    triggers: Mapping[str, GivenValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A day that is tied to another one; `day` None where it cannot be told, and `reason` and `event` say why."""

    passage: Passage
    said: Quote
    base: date | None = None
    day: date | None = None
    reason: str = ""
    event: str | None = None

    def step(self, what: str) -> ProofStep:
        """How the day was reckoned."""
        rule = f"the text ties it to another day, {self.base}; the day counted from is left out"
        return ProofStep(step=what, result=str(self.day), quotes=(self.said,), rule=rule)


def find_tied_effect(passages: Sequence[Passage], ties: Ties, *, to_events: bool) -> Tied | None:
    """The day that a passage ties the effect of the contract to; `to_events`: to an event alone."""
    for passage in passages:
        for says in (_TAKES_EFFECT, _defining("Effective Date")):
            for said in says.finditer(passage.text):
                found = _tied(passage, said, passages, ties)
                if to_events:
                    found = _to_event(passage, said, ties)
                if found:
                    return found
    return None


def find_tied_name(passages: Sequence[Passage], name: str, ties: Ties) -> Tied | None:
    """The day that a definition ties a named date to."""
    for passage in passages:
        for said in _defining(name).finditer(passage.text):
            if found := _tied(passage, said, passages, ties) or _to_event(passage, said, ties):
                return found
    return None


def _defining(name: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(
        rf"{_QUOTES}?\b{words}{_QUOTES}?\s*(?:of\s+this\s+\w+\s+)?(?:shall\s+(?:mean|be)|means|is|will\s+be|:)\s*",
        re.IGNORECASE,
    )


def _tied(passage: Passage, said: re.Match[str], passages: Sequence[Passage], ties: Ties) -> Tied | None:
    """The day counted from another one behind the words."""
    text, at = passage.text, said.end()
    dated = _THE_DAY.match(text, at)
    at = dated.end() if dated else at
    place = _Place(passage, said.start(), passages, ties)
    if grid := grid_at(passage, text, at, ties.order, passages):
        length = grid.length
        return place.tied(grid.origin, at, lambda day: grid.end.after(add_period(day, length) if length else day))
    if nth := _NTH_DAY.match(text, at):
        days = ordinal(nth["nth"])
        period = Period(amount=days or 0, unit="day", day_count="business" if nth["business"] else "calendar")
        return place.counted(period, nth.end()) if days else None
    found = next(iter(find_periods(text[at : at + 60])), None)
    after = _AFTER.match(text, at + found.end) if found and found.start == 0 else None
    if found is None or found.period is None or after is None:
        return None
    return place.counted(found.readings[0], after.end())


def _to_event(passage: Passage, said: re.Match[str], ties: Ties) -> Tied | None:
    """The event alone on which the contract takes effect."""
    text, at = passage.text, said.end()
    on = _ON_EVENT.match(text, at) or _OF_EVENT.match(text, at)
    event = _EVENT.match(text, on.end() if on else at) if on or _SAID_ON.search(said[0]) else None
    if event is None or not event["event"][0].islower() or _NO_EVENT.search(event["event"]):
        return None
    words = quote(passage, said.start(), event.end())
    day = given_day(event["event"], ties.triggers)
    return Tied(passage=passage, said=words, base=day, day=day, reason=_NOT_GIVEN, event=event_name(event["event"]))


Reckon = Callable[[date], date | None]
_EFFECTIVE = "effective date"
_NOT_GIVEN = "It is tied to an event whose day the text does not give."
_NOT_COUNTED = "It is counted from another day in business days, and the holidays that count are not known."
_TWO_WAYS = "It is counted from another day, in a way that gives no day by itself."


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in a passage where a day is counted from what stands behind it."""

    passage: Passage
    start: int
    passages: Sequence[Passage]
    ties: Ties

    def counted(self, period: Period, at: int) -> Tied | None:
        """The day that lies a period behind what stands at a place."""
        origin = self._origin(at)
        if origin is None:
            return None
        if period.day_count == "calendar":
            return self.tied(origin, at, lambda day: add_period(day, period))
        place, _ = business_place(self.passages, self.ties.jurisdiction)
        if place is None:
            day = given_day(_EFFECTIVE, self.ties.triggers)
            said = self._said(at)
            return Tied(passage=self.passage, said=said, base=day, day=day, reason=_NOT_COUNTED, event=_EFFECTIVE)
        return self.tied(origin, at, lambda day: add_business_days(day, int(period.amount), place))

    def tied(self, origin: TermOrigin, at: int, reckon: Reckon) -> Tied | None:
        """The day reckoned from an origin, or the event to ask for."""
        base, event = self._day(origin, at)
        if base is None:
            return Tied(passage=self.passage, said=self._said(at), reason=_NOT_GIVEN, event=event)
        try:
            day = reckon(base)
        except (LookupError, ValueError, OverflowError):
            day = None
        return Tied(passage=self.passage, said=self._said(at), base=base, day=day, reason=_TWO_WAYS)

    def _origin(self, at: int) -> TermOrigin | None:
        text = self.passage.text
        if _LAST_SIGNATURE.match(text, at):
            return TermOrigin(kind="own", name="last signature")
        found = origin_at(self.passage, text, at, self.ties.order)
        if found and found.kind != "named":
            return found
        of = _OF_EVENT.match(text, at)
        event = _EVENT.match(text, of.end() if of else at)
        return TermOrigin(kind="named", name=event["event"]) if event else found

    def _day(self, origin: TermOrigin, at: int) -> tuple[date | None, str | None]:
        if origin.name == "last signature":
            signed = last_signing_date(self.passages, self.ties.order)
            return (signed.value if signed else given_day(origin.name, self.ties.triggers)), origin.name
        if origin.kind == "day":
            return (origin.day.value if origin.day else None), None
        if origin.kind == "named" and origin.name:
            given = given_day(origin.name, self.ties.triggers)
            named = named_date(self.passages, origin.name, self.ties.order)
            return given or (named.value if named else None), event_name(origin.name)
        own = self.ties.agreement.value
        return (own if isinstance(own, date) else given_day("signature", self.ties.triggers)), "signature"

    def _said(self, at: int) -> Quote:
        return quote(self.passage, self.start, min(at + 60, len(self.passage.text)))
