"""The days of a contract in another language than English: its making, its term, its renewal, the notice against it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legalai.extract.clauses.pointers import quote
from legalai.extract.dates.beginning.effective_date import Effective
from legalai.extract.dates.life import Given, Life, none_needed
from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.term.expiration import find_expiration
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.values.date_choice import absent, stated
from legalai.extract.dates.values.dates import FoundDate, find_dates
from legalai.extract.languages.exits import find_exits
from legalai.extract.languages.lengths import Length, find_lengths
from legalai.extract.languages.notices import ForeignTerms, read_notices, without_reminders
from legalai.extract.languages.wordings import Wordings
from legalai.extract.segmentation.passages import Passage
from legalai.schema import KeyDate, Period, QuotedPeriod, Renewal

_BEFORE = 60
_NEAR = 70
_BESIDE = 40
_RENEWED_WITHIN = 160
_OPENING = 12
# "München, den 15. Februar 2026": a town, a comma, a day, and nothing else but what leads to the day.
_AT_A_TOWN = re.compile(r"(?:[^\W\d_][\w.’'-]*[\s,]{1,3}){1,6}$")
_SHORT = 90


def find_agreement_date(paragraphs: Sequence[Passage], wordings: Wordings) -> KeyDate:
    """The day beside words of signing where the contract opens, else the last such day, else that beside a town."""
    signed = re.compile(rf"(?:{wordings.any_of('signed').pattern})\s{{0,3}}$", re.IGNORECASE)
    opening = [each for paragraph in paragraphs[:_OPENING] for each in _days_after(paragraph, signed)]
    closing = [
        each
        for paragraph in paragraphs[_OPENING:]
        for each in _days_after(paragraph, signed)
        if len(paragraph.text) < _SHORT
    ]
    at_towns = [each for p in paragraphs if len(p.text) < _SHORT for each in _days_after(p, _AT_A_TOWN)]
    found = [*opening[:1], *closing[-1:], *at_towns[-1:]]
    return stated(found[0]) if found else absent("No date was found where an agreement says when it is made.")


def read_life(paragraphs: Sequence[Passage], wordings: Wordings, given: Given) -> Life:
    """The life of the contract, as `dates.life.read_life` gives it for one in English."""
    term = _term(paragraphs, wordings)
    first_day = term.origin_day if term and term.origin_day else _first_day(paragraphs, wordings)
    effective = Effective(stated(first_day)) if first_day else given.effective
    if term and term.origin == "unsaid" and first_day:
        term = replace(term, origin="day", origin_day=first_day)
    expiration = find_expiration(
        (term,) if term else (), paragraphs, agreement=given.agreement, effective=effective, order=given.order,
        triggers=given.triggers, jurisdiction=given.jurisdiction,
    )  # fmt: skip
    renewal, renewed = _renewal(paragraphs, wordings)
    if renewal.kind == "automatic" and renewal.term is None and wordings.any_of("as_before").search(renewal.text or ""):
        renewal = replace(renewal, term=expiration.initial_term and _plain(expiration.initial_term))
    if renewal.kind == "unknown" and expiration.key_date.value == "perpetual":
        renewal = none_needed(expiration.key_date)
    if renewal.kind == "unknown" and not expiration.is_unsaid:
        renewal, renewed = _going_on(paragraphs, wordings)
    notice = _notice(paragraphs, wordings, renewal, renewed) if renewal.kind == "automatic" else None
    notices = read_notices(paragraphs, wordings)
    exits = find_exits(paragraphs, wordings)
    if notice and notices.must_arrive:
        notice = replace(notice, must_arrive=notices.must_arrive)
    return Life(
        passages=paragraphs, given=given, effective=effective, expiration=expiration, renewal=renewal, notice=notice,
        told=ForeignTerms(notices, wordings, exits),
    )  # fmt: skip


def _plain(period: QuotedPeriod) -> Period:
    return period.bare()


def _days_after(paragraph: Passage, words: re.Pattern[str]) -> Iterator[FoundDate]:
    """The days in a paragraph that some words lead to."""
    for each in find_dates(paragraph.text, order="dmy"):
        if each.kind == "day" and words.search(paragraph.text[max(each.start - _BEFORE, 0) : each.start]):
            yield replace(each, start=paragraph.start + each.start, end=paragraph.start + each.end)


def _leads(wordings: Wordings, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{wordings.any_of(name).pattern})\s{{0,3}}(?:\w{{2,4}}\s{{1,2}})?$", re.IGNORECASE)


def _first_day(paragraphs: Sequence[Passage], wordings: Wordings) -> FoundDate | None:
    """The day on which the contract begins, where a paragraph speaks of its term or of nothing else."""
    for paragraph in paragraphs:
        if len(paragraph.text) < _SHORT or wordings.any_of("term").search(paragraph.text):
            found = next(_days_after(paragraph, _leads(wordings, "starts")), None)
            if found is not None:
                return found
    return None


def _term(paragraphs: Sequence[Passage], wordings: Wordings) -> TermReading | None:
    """What the paragraph that says most of the term says of it; before all, the end that an amendment gives it."""
    moved = {found.end.value: found for p in paragraphs if (found := _moved_end(p, wordings)) and found.end}
    if len(moved) == 1:
        return next(iter(moved.values()))
    read = [
        (reading, _weight(reading, wordings)) for p in paragraphs if (reading := _read_term(p, wordings)) is not None
    ]
    return max(read, key=lambda each: each[1])[0] if read else None


def _moved_end(paragraph: Passage, wordings: Wordings) -> TermReading | None:
    """The end that a paragraph puts in the place of an earlier one: the last of the days that it may mean."""
    if not wordings.any_of("moves_end").search(paragraph.text) or wordings.any_of("renews").search(paragraph.text):
        return None
    ends = list(_days_after(paragraph, _leads(wordings, "new_end")))
    days = [each.value for each in ends if each.value]
    if not days or len(days) != len(ends) or days[-1] != max(days):
        return None
    return TermReading(passage=paragraph, end=ends[-1], amended=True)


def _weight(reading: TermReading, wordings: Wordings) -> int:
    text = f"{reading.passage.heading or ''} {reading.passage.text}"
    said = (reading.end, reading.origin_day, wordings.any_of("renews").search(text), reading.length)
    return sum(each is not None for each in said) + (
        wordings.any_of("term").search(reading.passage.heading or "") is not None
    )


def _read_term(paragraph: Passage, wordings: Wordings) -> TermReading | None:
    text = paragraph.text
    renews = wordings.any_of("renews").search(text)
    until = renews.start() if renews else len(text)
    start = next(_days_after(paragraph, _leads(wordings, "starts")), None)
    end = next(
        (each for each in _days_after(paragraph, _leads(wordings, "ends")) if each.start - paragraph.start < until),
        None,
    )
    for match in wordings.any_of("term").finditer(text):
        length = next((each for each in find_lengths(text, wordings) if 0 <= each.start - match.end() < _NEAR), None)
        if length is None and match.end() < until and start and end:
            break
        if length is None or length.start > max(until, match.end() + 3):
            continue
        if wordings.any_of("perpetual").search(text, match.start(), length.start):
            continue
        from_signing = wordings.any_of("from_signing").search(text, 0, min(length.end + 2 * _NEAR, len(text)))
        return TermReading(
            passage=paragraph, length=length.period, length_at=(length.start, length.end), end=end,
            origin="day" if start else "own" if from_signing else "unsaid", origin_day=start,
        )  # fmt: skip
    if wordings.any_of("perpetual").search(text):
        return TermReading(passage=paragraph, perpetual=True, origin_day=start)
    if end is not None and (start is not None or wordings.any_of("term").search(text)):
        return TermReading(passage=paragraph, end=end, origin="day" if start else "unsaid", origin_day=start)
    return None


def _renewal(paragraphs: Sequence[Passage], wordings: Wordings) -> tuple[Renewal, Passage | None]:
    """What happens at the end of the term, and the paragraph that says so."""
    for paragraph in paragraphs:
        text = paragraph.text
        never, renews = wordings.any_of("never_renews").search(text), wordings.any_of("renews").search(text)
        if never is None and renews is None:
            continue
        said = Renewal(kind="none", text=text, start=paragraph.start, end=paragraph.end)
        if never is not None or renews is None:
            return said, paragraph
        after = [each for each in find_lengths(text, wordings) if 0 <= each.start - renews.start() < _RENEWED_WITHIN]
        term = next((each.period for each in after if not _is_notice(text, each, wordings)), None)
        again = wordings.any_of("again").search(text) is not None
        return replace(said, kind="automatic", term=term, successive=again), paragraph
    return Renewal(kind="unknown"), None


def _going_on(paragraphs: Sequence[Passage], wordings: Wordings) -> tuple[Renewal, Passage | None]:
    """A contract that goes on after its first term until somebody ends it: it renews, without a length."""
    for paragraph in paragraphs:
        if wordings.any_of("goes_on").search(paragraph.text):
            said = Renewal(kind="automatic", text=paragraph.text, start=paragraph.start, end=paragraph.end)
            return said, paragraph
    return Renewal(kind="unknown"), None


def _is_notice(text: str, length: Length, wordings: Wordings) -> bool:
    """Whether a word for notice stands beside a period, with nothing between that begins another thought."""
    cues = (cue.span() for cue in wordings.any_of("notice").finditer(text))
    return any(
        _gap(length, (start, end)) < _BESIDE
        and not _begins_another(text[min(end, length.end) : max(start, length.start)], wordings)
        for start, end in cues
    )


def _begins_another(between: str, wordings: Wordings) -> bool:
    return "," in between or wordings.any_of("unless").search(between) is not None


def _notice(
    paragraphs: Sequence[Passage], wordings: Wordings, renewal: Renewal, renewed: Passage | None
) -> NoticeReading | None:
    """The period nearest to a word for notice, in the paragraph of the renewal or the two after it."""
    if renewed is None:
        return None
    index = paragraphs.index(renewed)
    for paragraph in paragraphs[index : index + 3]:
        text = without_reminders(paragraph, wordings)
        cues = [each.span() for each in wordings.any_of("notice").finditer(text)]
        renews = wordings.any_of("renews").search(text)
        taken = renews.start() if renews and paragraph is renewed else 0
        near = [
            (
                not _is_notice(text, each, wordings),
                each.start < taken,
                min(_gap(each, cue) for cue in cues),
                each,
            )
            for each in find_lengths(text, wordings)
            if cues
        ]
        close = [each for *_, gap, each in sorted(near, key=lambda found: found[:3]) if gap < _NEAR]
        if close:
            said = quote(paragraph, close[0].start, close[0].end)
            period = close[0].period.said(said.text, said.start, said.end)
            return NoticeReading(passage=paragraph, period=period)
    return None


def _gap(length: Length, cue: tuple[int, int]) -> int:
    return max(length.start - cue[1], cue[0] - length.end, 0)
