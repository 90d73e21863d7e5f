"""Lengths that a form leaves open and the user gives: of the first term, of a renewal, of the notice against it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from legalai.extract.dates.notice.notice_period import NoticeReading
from legalai.extract.dates.term.term_origin import find_origin
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.values.blank_periods import Length, blank_of, find_blank_periods
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.given_values import GivenValue
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Period, Quote, QuotedPeriod, Renewal

# What a name given for a length must hold.
_NAMED: tuple[tuple[str, Length], ...] = (
    ("notice", "notice period"),
    ("renew", "renewal term"),
    ("term", "initial term"),
)
_NEAR = 4
LENGTHS: tuple[Length, ...] = ("notice period", "renewal term", "initial term")
"""The lengths that can be given."""


def given_length(what: Length, triggers: Mapping[str, GivenValue]) -> Period | None:
    """The length given for one of the three; None where none is."""
    for name, value in triggers.items():
        named = next((length for word, length in _NAMED if word in name.lower()), None)
        if named == what and isinstance(value, Period):
            return value
    return None


def notice_as_given(
    notice: NoticeReading | None, renewal: Renewal, passages: Sequence[Passage], triggers: Mapping[str, GivenValue]
) -> NoticeReading | None:
    """The notice with the length given, where the text leaves it open or contradicts itself."""
    length = given_length("notice period", triggers)
    if length is None or renewal.kind != "automatic" or (notice is not None and notice.period is not None):
        return notice
    if notice is not None and notice.conflicting is not None:
        start = notice.passage.start + notice.conflicting.start
        said = Quote(text=notice.conflicting.text, start=start, end=start + len(notice.conflicting.text))
        return replace(notice, period=_quoted(length, said), is_given=True)
    place = next(open_lengths("notice period", renewal, passages), None)
    if place is None:
        return notice
    passage, blank = place
    return NoticeReading(passage=passage, period=_quoted(length, blank), is_given=True)


def renewal_as_given(renewal: Renewal, passages: Sequence[Passage], triggers: Mapping[str, GivenValue]) -> Renewal:
    """The renewal with the length given, where the text leaves it open."""
    length = given_length("renewal term", triggers)
    if length is None or renewal.kind != "automatic" or renewal.term is not None:
        return renewal
    is_open = next(open_lengths("renewal term", renewal, passages), None) is not None
    return replace(renewal, term=length) if is_open else renewal


def terms_as_given(
    terms: Sequence[TermReading], order: DateOrder | None, triggers: Mapping[str, GivenValue]
) -> tuple[TermReading, ...]:
    """The readings of the term with the length given, where a form leaves it open."""
    length = given_length("initial term", triggers)
    return tuple(_filled(term, term.blank, length, order) if length and term.blank else term for term in terms)


def _filled(term: TermReading, blank: Quote, length: Period, order: DateOrder | None) -> TermReading:
    start, end = blank.start - term.passage.start, blank.end - term.passage.start
    origin = find_origin(term.passage, term.passage.text, end, order)
    return replace(
        term,
        length=length,
        length_at=(start, end),
        origin=origin.kind,
        origin_day=origin.day,
        named=origin.name,
        behind=origin.behind,
        rule=origin.rule,
    )


def open_lengths(what: Length, renewal: Renewal, passages: Sequence[Passage]) -> Iterator[tuple[Passage, Quote]]:
    """The places left open for a length in the clause on renewal, or close behind it."""
    at = next((i for i, passage in enumerate(passages) if passage.start == renewal.start), None)
    for passage in passages[at : at + _NEAR] if at is not None else ():
        for blank in find_blank_periods(passage.text, offset=passage.start):
            if blank_of(passage, blank) == what:
                yield passage, blank


def lengths_asked(notice: NoticeReading | None, renewal: Renewal, passages: Sequence[Passage]) -> Iterator[Length]:
    """What the user may give of the renewal and the notice against it, as the text leaves it open."""
    if renewal.kind != "automatic":
        return
    in_doubt = notice is not None and notice.period is None and notice.conflicting is not None
    if in_doubt or (notice is None and any(open_lengths("notice period", renewal, passages))):
        yield "notice period"
    if renewal.term is None and any(open_lengths("renewal term", renewal, passages)):
        yield "renewal term"


def _quoted(length: Period, said: Quote) -> QuotedPeriod:
    return length.said(said.text, said.start, said.end)
