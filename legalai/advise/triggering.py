"""Whether a trigger holds for a contract, and which words it holds for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from legalai.advise.measures import DAYS, MONTHS, hours, money, percentages, periods
from legalai.advise.nearness import near
from legalai.advise.reading import PASSAGES, Reading
from legalai.schema import Citation, Period
from legalai.triggers import Extent, Trigger


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger that holds. `subjects` are the words it holds for; `absent` names what was looked for in vain."""

    subjects: tuple[Citation, ...]
    absent: tuple[str, ...] = ()


def first_match(triggers: Iterable[Trigger], reading: Reading) -> Match | None:
    """The match of the first trigger that holds."""
    return next((match for trigger in triggers if (match := holds(trigger, reading)) is not None), None)


def every_match(triggers: Iterable[Trigger], reading: Reading) -> Match | None:
    """The match of the first trigger that holds, with the words that the others hold for after its first ones."""
    triggers = tuple(triggers)
    first = first_match(triggers, reading)
    if first is None or first.absent:
        return first
    found = [match.subjects for each in triggers if (each.clause or each.passage) and (match := holds(each, reading))]
    leading = [subjects[0] for subjects in found]
    ordered = dict.fromkeys((first.subjects[0], *leading, *first.subjects, *(each for more in found for each in more)))
    return Match(_apart(ordered), first.absent)


def _apart(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Citations without those that overlap one before them."""
    kept: list[Citation] = []
    for each in citations:
        if not any(each.start < other.end and other.start < each.end for other in kept):
            kept.append(each)
    return tuple(kept[:PASSAGES])


def subjects_of_all(triggers: Iterable[Trigger], reading: Reading) -> tuple[Citation, ...]:
    """All the words that one of some triggers holds for; none where it is for something absent, or for the whole."""
    matches = (holds(each, reading) for each in triggers if (each.clause or each.passage) and not each.not_found)
    return tuple(dict.fromkeys(each for match in matches if match is not None for each in match.subjects))


def holds(trigger: Trigger, reading: Reading) -> Match | None:
    """The words a trigger holds for; None where one of its conditions fails or nothing can be cited for it."""
    if not (_document_holds(trigger, reading) and _dates_hold(trigger, reading)):
        return None
    if trigger.clause or trigger.passage:
        subjects = _subjects(trigger, reading)
    else:
        subjects = _background(trigger, reading)
    return Match(subjects=subjects, absent=trigger.not_found) if subjects else None


def reaches(extents: Iterable[Extent], reading: Reading, match: Match, *, whole: bool) -> bool:
    """Whether a departure that was matched goes as far as one of some extents: all of its words (`whole`), or any."""
    return any(_reaches(extent, reading, match, whole=whole) for extent in extents)


def _reaches(extent: Extent, reading: Reading, match: Match, *, whole: bool) -> bool:
    if extent.clause or extent.passage:
        return holds(extent, reading) is not None
    if not (_document_holds(extent, reading) and _dates_hold(extent, reading)):
        return False
    # What is cited for something absent is only near it: its words say nothing of the departure.
    if extent.of_the_whole or match.absent:
        return extent.of_the_whole
    around = "\n".join(each.text for each in match.subjects)
    held = [_subject_holds(extent, reading, each, around) for each in match.subjects]
    return all(held) if whole else any(held)


def _document_holds(trigger: Trigger, reading: Reading) -> bool:
    if trigger.not_found and reading.clauses(trigger.not_found):
        return False
    if trigger.document_mentions and not reading.says(trigger.document_mentions):
        return False
    if reading.says(trigger.document_lacks):
        return False
    if trigger.forum_differs_from_law is not None:
        law, forum = reading.contract.governing_law, reading.contract.forum
        if law is None or forum is None or law.value is None or forum.value is None:
            return False
        return (law.value != forum.value) == trigger.forum_differs_from_law
    return True


def _dates_hold(trigger: Trigger, reading: Reading) -> bool:
    dates = reading.contract.key_dates
    notice = _days(dates.notice_period)
    bounds = (
        (_months(dates.renewal.term), trigger.renewal_term_over_months, 1),
        (_months(dates.initial_term), trigger.initial_term_over_months, 1),
        (notice, trigger.notice_over_days, 1),
        (notice, trigger.notice_under_days, -1),
    )
    if trigger.renewal and dates.renewal.kind not in trigger.renewal:
        return False
    # A bound on something the contract does not state is not met: no finding rests on an unknown length.
    return all(bound is None or (value is not None and (value - bound) * sign > 0.5) for value, bound, sign in bounds)


def _subjects(trigger: Trigger, reading: Reading) -> tuple[Citation, ...]:
    found = reading.clauses(trigger.clause) or reading.passages(trigger.passage)
    first = found[:PASSAGES]
    if trigger.one_way is not None and {reading.party(each) for each in first} - {"unknown"} != {trigger.one_way}:
        return ()
    around = "\n".join(each.text for each in first)
    holding = tuple(each for each in found if _subject_holds(trigger, reading, each, around))
    return holding if reading.whole else holding[:PASSAGES]


def _subject_holds(trigger: Trigger, reading: Reading, subject: Citation, around: str) -> bool:
    text = subject.text
    if not _says_together(trigger, reading, subject):
        return False
    if reading.holds(reading.with_lead_in(subject), trigger.without) or reading.holds(
        reading.paragraph_text(subject), trigger.paragraph_lacks
    ):
        return False
    if trigger.party and reading.party(subject) not in trigger.party:
        return False
    if trigger.lacks and reading.holds(around + "\n" + reading.section_text(subject), trigger.lacks):
        return False
    if trigger.states_amount is not None and bool(money(text)) != trigger.states_amount:
        return False
    if trigger.in_capitals is not None and _in_capitals(text) != trigger.in_capitals:
        return False
    return _lengths_hold(trigger, text)


def _says_together(trigger: Trigger, reading: Reading, subject: Citation) -> bool:
    """Whether a subject holds what the trigger asks for; in a sentence found by its words, within reach of those.

    What the words that open a list say all by themselves is said there, and not again by each item.
    """
    text, lead = reading.with_lead_in(subject), reading.places.lead_in(subject.start)
    by_words = trigger.passage and not reading.clauses(trigger.clause)
    wanted = [phrases for phrases in (trigger.about, trigger.mentions) if phrases]
    if not all(reading.holds(text, phrases) for phrases in wanted):
        return False
    kinds = [trigger.passage, *wanted] if by_words else wanted
    if lead and kinds and all(reading.holds(lead, phrases) for phrases in kinds):
        return False
    return not by_words or not wanted or near(reading.spoken(text), kinds)


def _in_capitals(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return sum(each.isupper() for each in letters) * 2 > len(letters)


def _lengths_hold(trigger: Trigger, text: str) -> bool:
    """Whether what a subject states in numbers is within the bounds: all of it under, or all of it over."""
    stated = periods(text)
    months = [each.months for each in stated if each.unit in {"month", "year"}]
    days = [each.days for each in stated if each.unit in {"day", "week"}]
    if trigger.states_months is not None and bool(months) != trigger.states_months:
        return False
    bounds = (
        (months, trigger.months_under, trigger.months_over, 0.5),
        (days, trigger.days_under, trigger.days_over, 0.5),
        (hours(text), trigger.hours_under, trigger.hours_over, 0.0),
        (percentages(text), trigger.percent_under, trigger.percent_over, 0.0),
    )
    return all(
        (under is None or bool(values and max(values) < under - slack))
        and (over is None or bool(values and min(values) > over + slack))
        for values, under, over, slack in bounds
    )


def _background(trigger: Trigger, reading: Reading) -> tuple[Citation, ...]:
    """What to cite for a trigger about the whole contract: the words it looked at, or the nearest to those missing."""
    if trigger.renewal or trigger.notice_over_days is not None or trigger.notice_under_days is not None:
        dates = reading.clauses(("Renewal Term", "Notice Period To Terminate Renewal", "Expiration Date"))
        if dates:
            return dates[:2]
    if trigger.forum_differs_from_law is not None:
        law, forum = reading.contract.governing_law, reading.contract.forum
        return tuple(reading.places.cite(each.start, each.end) for each in (law, forum) if each is not None)
    said = reading.passages(trigger.document_mentions)[:1]
    return said or reading.nearest(trigger.not_found)[:1] or neighbour(reading)


def neighbour(reading: Reading) -> tuple[Citation, ...]:
    """Where a clause that is missing would go: after liability, else after the law, else at the parties."""
    found = reading.passages(("liable",)) + reading.passages(("liability", "indemnify"))
    # Words in brackets are for whoever fills the form in.
    liable = tuple(each for each in found if not re.search(r"[\[\]]", each.text))[:1]
    law = reading.clauses(("Governing Law",))[:1]
    return liable or law or tuple(reading.places.cite(each.start, each.end) for each in reading.contract.parties[:2])


def some_place(reading: Reading) -> tuple[Citation, ...]:
    """The same for what must be told of any contract: where there is no such place, its first words."""
    blocks = reading.places.blocks[:1]
    return neighbour(reading) or tuple(reading.places.cite(each.start, each.end) for each in blocks)


def _months(period: Period | None) -> float | None:
    return None if period is None else period.about(MONTHS, day=MONTHS["day"])


def _days(period: Period | None) -> float | None:
    return None if period is None else period.about(DAYS)
