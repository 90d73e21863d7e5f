"""The hour by which a notice must be there, whose time that is, and what becomes of a notice that comes later."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legalai.extract.clauses.pointers import whole
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, Period, ProofStep

_TIME = (
    r"(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\b\.?|\d{1,2}[:.]\d{2}(?:\s?(?:hours|hrs|h)\b)?|\d{4}\s?(?:hours|hrs)\b"
    r"|\d{1,2}\s+o['’]clock|(?:12\s+)?noon\b|midnight\b"
    r"|(?:the\s+)?(?:close|end)\s+of\s+(?:business|the\s+(?:business|working)\s+day)\b)"
)
_HOURS = r"(?:(?:the\s+)?(?:normal|usual|regular|ordinary|standard)\s+)?(?:business|working|office)\s+hours\b"
_BY = re.compile(
    rf"\b(?:by|before|until|till|prior\s+to|up\s+to|no(?:t)?\s+later\s+than|on\s+or\s+before)\s+(?P<time>{_TIME})",
    re.IGNORECASE,
)
_LATER_THAN = re.compile(
    rf"\b(?:after|later\s+than|past|beyond|outside(?:\s+of)?|not\s+(?:with)?in|not\s+during)\s+"
    rf"(?P<time>{_TIME}|{_HOURS})",
    re.IGNORECASE,
)
# Whose time it is, right behind the hour; capitals tell the names.
_WHOSE = re.compile(
    r"\s{0,2}[,(]?\s{0,2}(?:on\s+(?:an?|any|the|such)\s+(?:business\s+|working\s+)?day\s+)?(?P<place>"
    r"(?:GMT|UTC|CES?T|EES?T|WES?T|BST|[ECMP][SD]?T|AK[SD]T|HST|JST|SGT|HKT|IST|AE[SD]T|AW?ST)\b(?:\s?[+-]\d{1,2})?"
    r"|(?:prevailing\s|local\s)?(?:[A-Z][\w.]*\s){1,4}(?:local\s|prevailing\s)?[Tt]ime\b"
    r"|(?:the\s+)?(?:[a-z]+\s)?[a-z]+['’]s\s+(?:local\s+)?time(?:\s+zone)?\b"
    r"|local\s+time(?:\s+(?:at|in|of|for)\s+(?:the\s+)?(?:place\s+of\s+)?[\w'’]+)?"
    r"|(?:in|at)\s+the\s+[\w]+['’]s\s+(?:time\s+zone|local\s+time|place)\b"
    r"|(?:in|at)\s+the\s+(?:time\s+zone|place|location|city|country)\s+(?:of|where)\s+(?:the\s+)?[\w'’]+"
    r"|(?:in|at)\s+(?:[A-Z][\w.]+\s?){1,3})"
)
_NEXT_DAY = re.compile(
    r"\b(?:next|following|succeeding|first|subsequent)\s+(?:(?:following|succeeding|subsequent|available)\s+)?"
    r"(?P<business>(?:business|working|banking)\s+)?day\b"
    r"|\b(?P<day>business\s+|working\s+)?day\s+(?:next\s+)?(?:following|thereafter|after\s+(?:that|it|the\s+day))"
    r"|\b(?P<resume>(?:business|working|office)\s+hours\s+(?:next\s+)?(?:resume|re-?commence|begin|start)"
    r"|re-?opening\s+of\s+business|business\s+(?:next\s+)?re-?opens)",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:deemed|considered|presumed|treated|regarded|taken|counts?|effective)\b", re.IGNORECASE)
_NOTICE = re.compile(r"\b(?:notices?|notifications?|communications?|e-?mails?|messages?)\b", re.IGNORECASE)
# The last day of our notice, or notices at large: not the hour for an order, a nomination or planned maintenance.
_LAST_DAY = re.compile(
    r"\b(?:last|final|due)\s+(?:\w+\s+)?da(?:y|te)\b|\bdeadline\b|\bnotice\s+period\b|\bday\s+on\s+which\s+(?:it|they)\b"
    r"|(?:^|[.;]\s)\W{0,4}(?:[\w.]{1,6}[.)]?\s{1,4})?(?:notices?\W{1,3}\s?)?(?:any|all|each|every|a|such)?\s?(?:\w+\s)?notices?\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:giv(?:e|en|es|ing)|receiv\w+|deliver\w*|arriv\w*|reach\w*|sen[dt]|serv\w+|made|due|valid|effective)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:otherwise|failing\s+which|or\s+else|if\s+later|in\s+any\s+other\s+case)\b", re.IGNORECASE
)
_ANOTHER_MATTER = re.compile(
    r"\b(?:maintenance|downtime|purchase\s+orders?|nominat\w+|borrow\w+|utili[sz]ation|drawdown|invoic\w+|incident"
    r"|payments?|prices?|redemptions?|shares|shipment|cut-?off\s+for\s+orders|support\s+request)\b",
    re.IGNORECASE,
)
UNTOLD = "whose time is not told"
"""What is said of an hour without a time zone."""
# "References to times of day are to London time."
_ALL_TIMES = re.compile(
    r"\b(?:references?\s+to\s+(?:an?\s+|the\s+)?times?(?:\s+of\s+(?:the\s+)?day)?|all\s+times|times?(?:\s+of\s+(?:the\s+)?day)?)\s+"
    r"(?:(?:stated|given|named|mentioned|set\s+out)\s+)?(?:(?:in|under)\s+this\s+\w+\s+)?(?:is|are|shall\s+be|means?|refers?)\s+"
    r"(?:an?\s+references?\s+)?(?:to\s+)?(?:be\s+)?(?:the\s+)?(?:time\s+in\s+)?",
    re.IGNORECASE,
)
_ITS_PLACE = re.compile(
    r"(?P<place>(?:[A-Z][\w.]*\s){1,4}(?:local\s|prevailing\s)?[Tt]ime\b|GMT\b|UTC\b|CES?T\b|local\s+time(?:\s+(?:in|at)\s+[^.;,]{2,40})?"
    r"|[A-Z]\w+(?:\s[A-Z]\w+)?(?=\.|$))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """An hour as the text tells it, with whose time it is; `later` is how much later counts what comes after it.

    `by_definition`: where the contract says of all times of day whose they are.
    """

    words: str
    passage: Passage
    later: Period | None = None
    by_definition: Passage | None = None

    @property
    def step(self) -> ProofStep:
        """What is shown of it."""
        quotes = tuple(whole(passage) for passage in (self.passage, self.by_definition) if passage)
        rule = "the hour as the text tells it; nothing is assumed of its time zone"
        return ProofStep(step="hour of the day", result=self.words, quotes=quotes, rule=rule)


def with_hours(clock: Clock, asking: Sequence[Passage], passages: Sequence[Passage]) -> Clock:
    """The clock with the hour by which its notice must be there, and the step that shows it.

    `asking`: the passages that ask for this notice, which are read first.
    """
    if clock.notice_by is None:
        return clock
    own = next((hour for p in asking if (hour := _by(p, is_own=True))), None)
    by = own or next((hour for p in passages if (hour := _by(p, is_own=False))), None)
    hours = [_placed(hour, passages) for hour in (by, *after_hours(passages)[:1]) if hour]
    if not hours:
        return clock
    notice = replace(clock.notice, hour="; ".join(hour.words for hour in hours))
    return replace(clock, notice=notice, proof=(*clock.proof, *(hour.step for hour in hours)))


def _placed(hour: Hour, passages: Sequence[Passage]) -> Hour:
    """The hour with whose time it is where the contract says so of all times of day."""
    if UNTOLD not in hour.words:
        return hour
    for passage in passages:
        said = _ALL_TIMES.search(passage.text)
        place = _ITS_PLACE.match(passage.text, said.end()) if said else None
        if place:
            return replace(
                hour, words=hour.words.replace(UNTOLD, " ".join(place["place"].split())), by_definition=passage
            )
    return hour


def after_hours(passages: Sequence[Passage]) -> tuple[Hour, ...]:
    """The hours after which a notice counts as received later."""
    following = (*passages[1:], None)
    return tuple(hour for p, then in zip(passages, following, strict=True) if (hour := _after(p, then)))


def _by(passage: Passage, *, is_own: bool) -> Hour | None:
    text = passage.text
    named = _BY.search(text)
    if named is None or _after(passage):
        return None
    of_notices = _NOTICE.search(text) and _LAST_DAY.search(text) and _GIVEN.search(text)
    if not is_own and (not of_notices or _ANOTHER_MATTER.search(text)):
        return None
    return Hour(words=f"by {_told(text, named)}", passage=passage)


def _after(passage: Passage, then: Passage | None = None) -> Hour | None:
    """The hour after which a notice counts later, which `then`, the passage that follows, may say ("Otherwise")."""
    text = passage.text
    if then is not None and _OTHERWISE.match(then.text):
        text = f"{text} {then.text}"
    named = _LATER_THAN.search(text) or (_BY.search(text) if _OTHERWISE.search(text) else None)
    if named is None or not _NOTICE.search(text) or not _COUNTS.search(text):
        return None
    following = _NEXT_DAY.search(text)
    if following is None or _ANOTHER_MATTER.search(text):
        return None
    is_business = following["business"] or following["day"] or following["resume"]
    later = Period(amount=1, unit="day", day_count="business" if is_business else "calendar")
    within = "within" if "hours" in named["time"].lower() else "not after"
    words = f"{within} {_told(text, named)}; later counts on the next {'business ' if is_business else ''}day"
    return Hour(words=words, passage=passage, later=later)


def _told(text: str, named: re.Match[str]) -> str:
    """The hour in the words of the text, with whose time it is."""
    time = " ".join(named["time"].split())
    whose = _WHOSE.match(text, named.end("time"))
    return f"{time} ({' '.join(whose['place'].split()) if whose else UNTOLD})"
