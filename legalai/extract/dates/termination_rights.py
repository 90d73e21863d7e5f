"""Rights to end the contract, each with its notice: at will, for breach with its time to cure, and on other grounds."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.clauses.pointers import quote, whole
from legalai.extract.dates.party_named import named_before
from legalai.extract.dates.periods import FoundPeriod, find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, NoticeTerms, Party, ProofStep, QuotedPeriod

_ENDS = (
    r"(?:terminat\w+|cancel\w*|rescind|resile\s+from|end(?=\s+(?:this|it|its|the\s+(?:agreement|contract))\b)"
    r"|bring\s+(?:\w+\s+){1,3}to\s+an\s+end)"
)
_MATTER = (
    r"(?:agreement|contract|lease|licen[sc]e|order|statement\s+of\s+work|subscription|engagement"
    r"|employment|appointment|services|it|term|arrangement)"
)
# Who ends what: a power ("may terminate this Agreement"), not a duty, a consequence or a thing already ended.
_MAY_END = re.compile(
    rf"\b(?:may|can|(?:is|are|be)\s+entitled\s+to|(?:has|have|reserves?)\s+the\s+(?:\w+\s+){{0,2}}right\s+to"
    rf"|shall\s+have\s+the\s+(?:\w+\s+){{0,2}}right\s+to),?\s+"
    r"(?:(?:also|only|then|thereupon|immediately|forthwith|nevertheless|at\s+any\s+time"
    r"|(?:at|in)\s+its\s+(?:sole\s+)?(?:option|discretion|election)),?\s+){0,3}"
    r"(?:,?\s*(?:by|upon|on|with|after|at|in|without|for|if)\b[^.;]{0,120}?)?,?\s*"
    rf"{_ENDS}\s+(?:\w+\s+){{0,4}}?{_MATTER}\b"
    rf"|\b(?:this|the|your|his|her)\s+(?:\w+\s+)?{_MATTER}\s+(?:may"
    rf"|can)\s+(?:also\s+)?be\s+(?:earlier\s+)?(?:terminated"
    rf"|cancelled|ended)\b"
    r"|\bnotice\s+of\s+termination\b[^.;]{0,80}\b(?:shall|must|may|can|will)\s+be\s+given\b"
    rf"|\bright\s+to\s+{_ENDS}\s+(?:\w+\s+){{0,3}}?{_MATTER}\b",
    re.IGNORECASE,
)
# No right: what is ended, and what follows when it is.
_NO_RIGHT = re.compile(
    r"\b(?:may|shall|can)\s+not\b|\bneither\s+party\s+(?:may|shall|can)\b|\bno\s+(?:party|right)\b"
    r"|\bif\s+(?:this|the)\s+agreement\s+is\s+terminated\b",
    re.IGNORECASE,
)
_GROUNDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (ground, re.compile(words, re.IGNORECASE))
    for ground, words in (
        (
            "insolvency",
            r"\b(?:insolven\w+|bankrupt\w*|receiver\w*|liquidat\w+|winding[\s-]up|wound\s+up"
            r"|assignment\s+for\s+the\s+benefit\s+of|administrator)\b",
        ),
        (
            "change of control",
            r"\bchange\s+(?:of|in)\s+(?:\w+\s+){0,2}(?:control|ownership)\b"
            r"|\b(?:majority|(?:substantially\s+)?all)\s+(?:or\s+substantially\s+all\s+)?of\s+(?:the|its)\s+"
            r"(?:\w+\s+){0,3}(?:assets|stock|shares|securities|equity)\b"
            r"|\bacquire[sd]?\s+(?:\w+\s+){0,4}control\b|\bmerg(?:es|ed|er)\b",
        ),
        ("force majeure", r"\bforce\s+majeure\b"),
        (
            "breach",
            r"\b(?:breach\w*|defaults?|defaulted|fail(?:s|ed|ure)?\s+to\s+(?:\w+\s+){0,3}(?:perform|comply|pay"
            r"|observe|cure|remedy)|violat\w+|non-?performance|non-?payment|for\s+cause|good\s+cause)\b",
        ),
        (
            "at will",
            r"\bfor\s+(?:its\s+|their\s+)?convenience\b|\b(?:for\s+any|without)\s+(?:reason|cause)\b"
            r"|\bany\s+reason\s+or\s+no\b|\bat\s+any\s+time\b|\bwithout\s+(?:giving\s+)?(?:any\s+)?reasons?\b"
            r"|\bat\s+will\b",
        ),
    )
)
_CURES = re.compile(
    r"\b(?:cure[sd]?|curing|remed(?:y|ied|ies)|correct(?:ed)?|rectif\w+|fail(?:s|ed"
    r"|ure)?\s+to\s+pay)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\b(?:notice|notif\w+|notification)\b", re.IGNORECASE)
_OF_NOTICE = re.compile(
    r"^[\s)'’]{0,6}(?:\(\w+\)\s{0,3})?(?:['’]s?\s*)?(?:(?:prior|advance|written|previous"
    r"|clear)\s+){0,3}(?:notice|notification)\b|^[\s)'’]{0,6}(?:prior|advance)\b",
    re.IGNORECASE,
)
# A right that is only kept, or spoken of.
_KEPT = re.compile(
    r"\b(?:without\s+(?:prejudice|limit\w+)|exercis\w+|waive\w*"
    r"|in\s+addition\s+to)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
_RUN_ON = re.compile(r"(?<=\s)\d{1,2}\.\d{1,2}\.?\s+(?=[A-Z])")
_LEADS_IN = re.compile(r":\s*(?:or\s*)?$")
_ITEMS = 8
_NEAR_CURE = 90
_WHATS = {
    "at will": "end the contract at will",
    "breach": "end the contract for breach",
    "insolvency": "end the contract on insolvency",
    "change of control": "end the contract on a change of control",
    "force majeure": "end the contract for lasting force majeure",
    "other": "end the contract on a ground of its own",
}


def find_termination_rights(
    passages: Sequence[Passage], parties: Sequence[Party], instrument: str
) -> tuple[Clock, ...]:
    """A clock without a day for each right to end the contract early: who, on what ground, on what notice.

    The steps have the time to cure, where there is one, and the words.
    """
    found: dict[tuple[str | None, str, object], Clock] = {}
    for index, passage in enumerate(passages):
        power = _MAY_END.search(passage.text)
        if passage.is_heading or power is None or _NO_RIGHT.search(passage.text, 0, power.end()):
            continue
        if power[0].lower().startswith("right") and _KEPT.search(passage.text[: power.start()]):
            continue
        party = named_before(passage, power.start() + 1, parties)
        for clock in _rights(passage, _items(passages, index), party, instrument, power.start()):
            key = (clock.party, clock.what, _length(clock))
            found.setdefault(key, clock)
    return tuple(found.values())


def _length(clock: Clock) -> object:
    return clock.notice.period and (clock.notice.period.amount, clock.notice.period.unit)


def _items(passages: Sequence[Passage], index: int) -> Sequence[Passage]:
    """The items of the list that a passage leads into."""
    if not _LEADS_IN.search(passages[index].text):
        return ()
    number = passages[index].number
    items: list[Passage] = []
    for passage in passages[index + 1 : index + 1 + _ITEMS]:
        if passage.is_heading or (number and passage.number and not passage.number.startswith(number)):
            break
        items.append(passage)
        if passage.text.rstrip().endswith("."):
            break
    return items


def _own(text: str, at: int) -> tuple[int, int]:
    """The numbered clause that character `at` stands in, where several run on in one paragraph."""
    starts = [m.start() for m in _RUN_ON.finditer(text)]
    return max((s for s in starts if s <= at), default=0), min((s for s in starts if s > at), default=len(text))


def _rights(passage: Passage, items: Sequence[Passage], party: str | None, instrument: str, at: int) -> Iterator[Clock]:
    """The rights of one sentence and of the list it leads into; an item without a ground says more of another's."""
    stretch = passage.text[slice(*_own(passage.text, at))]
    texts = [(each, each.text) for each in items] or [(passage, stretch)]
    read = [(ground, each) for each, text in texts for ground in _grounds(text)]
    for ground, each in read or [("other", passage)]:
        notice, cure = _periods(each, ground)
        if notice is None and items:
            notice, _ = _periods(passage, "other")
        if ground == "other" and notice is None:
            continue
        quotes = (whole(passage),) if each is passage else (whole(passage), whole(each))
        steps = [ProofStep(step="right to end", result=_WHATS[ground], quotes=quotes, rule=_said(notice))]
        if cure:
            place = quote(each, cure.start - each.start, cure.end - each.start)
            steps.append(
                ProofStep(
                    step="time to cure",
                    result=f"{cure.amount:g} {cure.unit}{'s' if cure.amount != 1 else ''}"
                    + (" (business days)" if cure.day_count == "business" else ""),
                    quotes=(place,),
                    rule="the right is there only where the breach is not cured in this time",
                )
            )
        yield Clock(
            party=party,
            instrument=instrument,
            what=_WHATS[ground],
            notice=NoticeTerms(period=notice),
            proof=tuple(steps),
        )


def _said(notice: QuotedPeriod | None) -> str:
    return "the notice stated runs from the day it is given" if notice else "no length of notice is stated with it"


def _grounds(text: str) -> list[str]:
    """The grounds a sentence names; breach for breach only, whatever else "at any time" says of it."""
    named = [ground for ground, words in _GROUNDS if words.search(text)]
    return [ground for ground in named if ground != "at will"] or named


def _periods(passage: Passage, ground: str) -> tuple[QuotedPeriod | None, QuotedPeriod | None]:
    """The notice, and the time to cure, that a sentence gives with a right."""
    notice: QuotedPeriod | None = None
    cure: QuotedPeriod | None = None
    text = passage.text
    for found in find_periods(text):
        if found.period is None or found.readings[0].unit == "year":
            continue
        near = text[max(found.start - _NEAR_CURE, 0) : found.end + _NEAR_CURE]
        cures = ground == "breach" and _CURES.search(near) is not None
        if cures and cure is None:
            cure = found.placed(passage.start)
        elif notice is None and not cures and _is_notice(text, found):
            notice = found.placed(passage.start)
    return notice, cure


def _is_notice(text: str, found: FoundPeriod) -> bool:
    if _OF_NOTICE.match(text[found.end : found.end + 60]):
        return True
    before = text[max(found.start - 40, 0) : found.start]
    return _NOTICE.search(before) is not None
