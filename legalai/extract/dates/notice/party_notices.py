"""The notices against renewal of parties whose notices differ: whose is which, by the words beside each length."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legalai.extract.dates.notice.notice_period import NoticeReading, is_of_prices, read_notices
from legalai.extract.dates.party_named import named_before, names_of
from legalai.extract.dates.renewal.reminder_words import reminding_parts
from legalai.extract.dates.renewal.renewal import is_notice
from legalai.extract.dates.values.periods import find_periods
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party, Renewal

_LEADS_IN = re.compile(r"\bnotice\b[^.;]{0,120}:\s*$", re.IGNORECASE)
_WAY_OUT = re.compile(r"\b(?:unless|except|save|until|provided\s+that)\b", re.IGNORECASE)
_NOTICE = re.compile(
    r"\b(?:notices?|notif\w+|in\s+writing|written|terminat\w+|cancel\w*|object\w*|inform\w*)\b", re.IGNORECASE
)
# "60 days' notice given by the Customer", "60 days (Customer)", and not "received by the Customer".
_BY = (
    r"(?:\(\s*(?:the\s+)?(?P<held>{names})\s*\)"
    r"|[^.;:(]{{0,70}}?(?<!received )\b(?:by|from|for|in\s+the\s+case\s+of|on\s+the\s+part\s+of)\s+"
    r"(?:the\s+)?(?P<giving>{names})\b)"
)
_NEXT = re.compile(r"\b(?:and|or|but|save|except)\b", re.IGNORECASE)
# What sets the notice of one party apart from the one given for all.
_APART = re.compile(r"\bcase\b|\b(?:save|except|where|if|when|but|or,?\s+(?:by|for|from))\b|\(", re.IGNORECASE)
_ANOTHER_MATTER = re.compile(
    r"\b(?:breach\w*|fail(?:s|ed|ure|ing)?|default\w*|cure|insolven\w+|for\s+(?:convenience|cause)|at\s+any\s+time|pay\w*)\b",
    re.IGNORECASE,
)
_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class PartyNotice:
    """The notice of one party, where the parties' differ."""

    party: str
    notice: NoticeReading


def party_notices(renewal: Renewal, passages: Sequence[Passage], parties: Sequence[Party]) -> tuple[PartyNotice, ...]:
    """The notices of the parties where a clause gives them different ones; none where it gives one for all."""
    at = next((i for i, p in enumerate(passages) if p.start == renewal.start), None)
    if at is None:
        return ()
    found: dict[str, NoticeReading] = {}
    led = _LEADS_IN.search(passages[at].text) is not None
    for passage in passages[at : at + _PASSAGES]:
        is_after = passage.start > passages[at].start
        # The clause on ending it for a breach often follows that on the term.
        if is_after and (passage.is_heading or _ANOTHER_MATTER.search(passage.text)):
            break
        if is_of_prices(passage.text) or reminding_parts(passage.text):
            continue
        read = _read(passage, parties, led=led and is_after)
        for party, notice in (*_owned(read), *_of_the_others(passage, read, parties)):
            found.setdefault(party, notice)
    lengths = {notice.period.size if notice.period else None for notice in found.values()}
    return tuple(PartyNotice(*each) for each in found.items()) if len(lengths) > 1 else ()


def whose(passage: Passage, notice: NoticeReading, parties: Sequence[Party]) -> str | None:
    """The party whose notice this is: the one named last before the period, unless either may give it."""
    if notice.period is None:
        return None
    return named_before(passage, notice.period.start - passage.start, parties)


@dataclass(frozen=True, slots=True)
class _Read:
    """A notice, where its length starts, and the party whose it is, where the words beside it say so."""

    start: int
    notice: NoticeReading
    party: str | None


def _read(passage: Passage, parties: Sequence[Party], *, led: bool) -> list[_Read]:
    """The notices of a passage in their order; one whose words and figure disagree has no length."""
    readings = {n.period.start: n for n in read_notices(passage, led=led) if n.period}
    named = _named_behind(passage, parties)
    for start, (_, _, notice) in named.items():
        readings.setdefault(start, notice)
    for each in find_periods(passage.text) if readings else ():
        if each.period is None and is_notice(passage.text, each):
            unclear = NoticeReading(passage=passage, period=None, conflicting=each)
            readings.setdefault(passage.start + each.start, unclear)
    read: list[_Read] = []
    after = 0
    for start in sorted(readings):
        if start in named:
            party, after, _ = named[start]
        else:
            party = named_before(passage, start - passage.start, parties, after=after)
        read.append(_Read(start, readings[start], party))
    return read


def _named_behind(passage: Passage, parties: Sequence[Party]) -> dict[int, tuple[str, int, NoticeReading]]:
    """The periods behind which a party is named as the one that gives the notice, by where they start.

    With it, where its name ends: what comes next is not said of it.
    """
    names = {name: party for party in parties for name in names_of(party)}
    text = passage.text
    way_out = _WAY_OUT.search(text)
    if not names or way_out is None or not _NOTICE.search(text):
        return {}
    by = re.compile(_BY.format(names="|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))))
    periods = [each for each in find_periods(text) if each.start > way_out.start()]
    ends = [*(each.start for each in periods[1:]), len(text)][: len(periods)]
    found: dict[int, tuple[str, int, NoticeReading]] = {}
    for period, end in zip(periods, ends, strict=True):
        said = re.compile(r"[\s'’)]{0,4}").match(text, period.end)
        named = by.match(text, said.end() if said else period.end, end)
        if named is None or period.period is None or _NEXT.search(text, period.end, named.start(named.lastgroup or 0)):
            continue
        placed = period.placed(passage.start)
        who = names[named[named.lastgroup or 0]]
        found[placed.start] = (_called(who), named.end(), NoticeReading(passage=passage, period=placed))
    return found


def _owned(read: Sequence[_Read]) -> Iterator[tuple[str, NoticeReading]]:
    return ((each.party, each.notice) for each in read if each.party is not None)


def _of_the_others(
    passage: Passage, read: Sequence[_Read], parties: Sequence[Party]
) -> Iterator[tuple[str, NoticeReading]]:
    """The notice given for all, of those who have none of their own: "60 days, in the case of the Supplier 120"."""
    own = {each.party for each in read if each.party is not None}
    common = [each.notice for each in read if each.party is None]
    if len(common) != 1 or not own:
        return
    between = passage.text[read[0].start - passage.start : read[-1].start - passage.start + 40]
    if not _APART.search(between) or _ANOTHER_MATTER.search(between):
        return
    for party in parties:
        if _called(party) not in own:
            yield _called(party), common[0]


def _called(party: Party) -> str:
    return party.role or next(iter(party.aliases), party.name)
