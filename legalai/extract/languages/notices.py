"""How, where and by which hour notice is given in a contract in another language, and who must remind of a renewal."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from legalai.extract.dates.clock import Deadlines
from legalai.extract.dates.exits.grid_exit import GridExit
from legalai.extract.dates.notice.hours import UNTOLD, Hour
from legalai.extract.dates.notice.notice_form import NoticeForm, with_form
from legalai.extract.dates.notice.notice_means import Outcome, Way, called
from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.renewal.reminders import reminding_clock
from legalai.extract.languages.exits import Exit, grid_exit
from legalai.extract.languages.lengths import find_lengths
from legalai.extract.languages.paragraphs import sentences
from legalai.extract.languages.wordings import Wordings
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clock, Party, Period

# Of a negation no more than so many words stand before what it rules out, or after it.
_WORDS_BEFORE = r"(?:\s+[\w’'.-]+){0,5}?\s*$"
_WORDS_BEHIND = r"\s*(?:[\w’'-]+\s+){0,4}?"
_FORMS = frozenset({"in writing", "in text form"})

Count = Callable[[NoticeReading], Deadlines]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignNotices:
    """What the contract says of notices: their form, the hours, whether they must arrive, the duties to remind."""

    form: NoticeForm | None
    hours: tuple[Hour, ...]
    must_arrive: Passage | None
    reminding: tuple[Passage, ...]


def read_notices(paragraphs: Sequence[Passage], wordings: Wordings) -> ForeignNotices:
    """What the sentences on notices say, wherever they stand."""
    reminding = tuple(s for p in paragraphs for s in sentences(p) if is_reminder(s.text, wordings))
    told = {each.start for each in reminding}
    spoken = [
        s for p in paragraphs for s in sentences(p) if s.start not in told and wordings.any_of("notices").search(s.text)
    ]
    ways = tuple(way for sentence in spoken for way in _ways(sentence, wordings))
    address = next((found for s in spoken if (found := wordings.address(s.text))), None)
    return ForeignNotices(
        form=NoticeForm(ways=ways, anywhere=address) if ways or address else None,
        hours=tuple(hour for sentence in spoken if (hour := _hour(sentence, wordings)))[:2],
        must_arrive=next((s for s in spoken if wordings.any_of("arrives").search(s.text)), None),
        reminding=reminding,
    )


def is_reminder(text: str, wordings: Wordings) -> bool:
    """Whether a sentence makes one side tell the other of a renewal that comes by itself, and not of its decision."""
    return bool(
        wordings.any_of("reminds").search(text)
        and wordings.any_of("renewing").search(text)
        and not wordings.any_of("decides").search(text)
        and not wordings.any_of("unless").search(text)
        and not wordings.any_of("renews").search(text)
    )


def _reminders(
    notices: ForeignNotices, wordings: Wordings, parties: Sequence[Party], count: Count
) -> tuple[Clock, ...]:
    """A clock for each duty to remind of a party that is named; without a day where its words tell of none."""
    found: list[Clock] = []
    for sentence in notices.reminding:
        party = _who(sentence.text, wordings, parties)
        if party is None:
            continue
        length = next(iter(find_lengths(sentence.text, wordings)), None)
        reading = _reading(sentence, length.period, length.start, length.end) if length else None
        days = count(reading) if reading else Deadlines()
        found.append(reminding_clock(sentence, party, reading, (days.window_opens, days.notice_deadline, days.proof)))
    return tuple(found)


def _who(text: str, wordings: Wordings, parties: Sequence[Party]) -> str | None:
    """Who must remind: the party behind "by" in the passive, else the one named first."""
    acting = wordings.any_of("by_whom").pattern
    named = [(text.find(name), name, party) for party in parties for name in _names(party) if name in text]
    passive = [each for each in named if re.search(rf"(?:{acting})$", text[: each[0]], re.IGNORECASE)]
    chosen = min(passive or named, key=lambda each: each[0], default=None)
    return called(chosen[2]) if chosen else None


def _names(party: Party) -> list[str]:
    return [name for name in (party.name, *party.aliases) if name]


def _reading(sentence: Passage, period: Period, start: int, end: int) -> NoticeReading:
    quoted = period.said(sentence.text[start:end], sentence.start + start, sentence.start + end)
    return NoticeReading(passage=sentence, period=quoted)


def _ways(sentence: Passage, wordings: Wordings) -> Iterator[Way]:
    """The ways that a sentence on notices names, each with what it says of it."""
    for name, words in wordings.ways.items():
        for named in re.finditer(words, sentence.text, re.IGNORECASE):
            outcome = _outcome(name, sentence.text, named, wordings)
            if outcome:
                yield Way(name=name, outcome=outcome, passage=sentence)


def _outcome(name: str, text: str, named: re.Match[str], wordings: Wordings) -> Outcome | None:
    """What is said of a way in its own clause; a form that is denied is one that is asked for, or nothing certain."""
    ends = rf"[;:,]\s|{wordings.any_of('but').pattern}"
    before = re.split(ends, text[: named.start()], flags=re.IGNORECASE)[-1]
    behind = re.split(ends, text[named.end() :], flags=re.IGNORECASE)[0]
    negation = wordings.any_of("ruled_out").pattern
    denied = re.search(rf"(?:{negation})(?P<between>{_WORDS_BEFORE})", before, re.IGNORECASE)
    if denied and wordings.any_of("renewing").search(denied["between"]):
        denied = None
    denied = denied or re.match(rf"{_WORDS_BEHIND}(?:{negation})", behind, re.IGNORECASE)
    if not denied or wordings.any_of("unless").search(before):
        return "allowed"
    return None if name in _FORMS else "ruled-out"


def _hour(sentence: Passage, wordings: Wordings) -> Hour | None:
    """The hour by which a notice must be there, or after which it counts on the next day."""
    text = sentence.text
    if (late := wordings.time_after("after_hour", text)) and wordings.any_of("next_day").search(text):
        later = Period(amount=1, unit="day", day_count="business")
        return Hour(words=f"not after {late} ({UNTOLD}); later counts on the next day", passage=sentence, later=later)
    by = wordings.time_after("by_hour", text)
    return Hour(words=f"by {by} ({UNTOLD})", passage=sentence) if by else None


def without_reminders(paragraph: Passage, wordings: Wordings) -> str:
    """The text of a paragraph with blanks for the sentences that remind: what they count is no notice."""
    text = paragraph.text
    for sentence in sentences(paragraph):
        if is_reminder(sentence.text, wordings):
            start, end = sentence.start - paragraph.start, sentence.end - paragraph.start
            text = text[:start] + " " * (end - start) + text[end:]
    return text


@dataclass(frozen=True, slots=True)
class ForeignTerms:
    """What the clocks of such a contract are told of its notices (`dates.life.ToldTerms`)."""

    notices: ForeignNotices
    wordings: Wordings
    exits: Sequence[Exit]

    def with_terms(self, clock: Clock) -> Clock:
        """The clock with the form and the hours of its notice, and the steps that show them."""
        clock = with_form(clock, self.notices.form, ())
        if clock.notice_by is None or not self.notices.hours:
            return clock
        notice = replace(clock.notice, hour="; ".join(hour.words for hour in self.notices.hours))
        return replace(clock, notice=notice, proof=(*clock.proof, *(hour.step for hour in self.notices.hours)))

    def grid_exit(self) -> GridExit | None:
        """How often a contract without an end can be left."""
        found = grid_exit(self.exits)
        if found is None or self.notices.must_arrive is None:
            return found
        return replace(found, notice=replace(found.notice, must_arrive=self.notices.must_arrive))

    def rights(self) -> tuple[Clock, ...]:
        """The rights to leave a contract without an end that have no day."""
        return tuple(each.right for each in self.exits)

    def reminders(self, parties: Sequence[Party], count: Count) -> tuple[Clock, ...]:
        """The duties to remind of a renewal."""
        return _reminders(self.notices, self.wordings, parties, count)
