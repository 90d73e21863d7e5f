"""Figures that one contract states: months of a limit, days to pay, notice, renewal, interest and others."""

import re
from collections.abc import Iterable
from dataclasses import replace

from legalai.advise.facts import INCIDENT
from legalai.advise.measures import Measure, hours, percentages, periods
from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading
from legalai.playbook import SideName
from legalai.playbook_drafting.quantities import Seen
from legalai.schema import Citation, Period

# As contracts count: a month of notice is thirty days of it.
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_MONTHS = {"month": 1, "year": 12}
_LIABLE = re.compile(r"\b(?:liable|liabilit(?:y|ies)|damages)\b", re.IGNORECASE)
_CAPS = re.compile(
    r"\b(?:not|no event|nor shall|never|neither|no party)\b[^.;]{0,160}?"
    r"\b(?:exceed|be greater than|be more than|be in excess of)\b"
    r"|(?<!not )\blimited to (?!the following events)|\bmaximum\s(?:\w+\s){0,2}liability\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\b(?:paid|payable|fees?|charges|amounts?|received|price|sums?|compensation)\b", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?:(?P<word>two|three|four|five|six|ten)\s{0,2}(?:\(\d{1,2}[x×]?\)\s{0,2})?|(?P<figure>\d{1,2})\s?)(?:times|[x×])\s",
    re.IGNORECASE,
)
_TIMES_VALUES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_PAY = re.compile(r"\b(?:pay(?:s|able|ments?)?|paid|remit|due)\b", re.IGNORECASE)
_NET = re.compile(r"\bnet[\s-]{1,2}(\d{1,3})\b", re.IGNORECASE)
_BILLED = re.compile(r"\b(?:invoic\w+|bill(?:s|ed|ing)?)\b", re.IGNORECASE)
_NOT_TO_PAY = re.compile(
    r"\b(?:dispute\w*|object\w*|interest|overdue|past due|delinquen\w+|late|terminat\w+|suspen\w+|refund\w*|audit\w*"
    r"|inspect\w*)\b",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"(?:within|later than|in|of|than|after|terms?:?|exceed)\s{1,3}(?:an?\s|the\s)?$", re.IGNORECASE)
_LATE = re.compile(
    r"\b(?:late|overdue|past due|unpaid|delinquent|when due|not paid|outstanding|due date|arrears|fail\w* to pay)\b",
    re.IGNORECASE,
)
_FLOATING = re.compile(
    r"\b(?:prime|base rate|libor|sofr|sonia|euribor|bank rate|above|plus|over the|points)\b", re.IGNORECASE
)
_A_MONTH = re.compile(r"\b(?:per|a|each|every)\s{1,2}month\b|\bmonthly\b|/\s?month", re.IGNORECASE)
_A_YEAR = re.compile(r"\b(?:per|a|each)\s{1,2}(?:annum|year)\b|\bannual(?:ly)?\b|\bp\.a\.|\byearly\b", re.IGNORECASE)
_PRICE = re.compile(r"\b(?:price|fee|rate|charge|cost)s?\b", re.IGNORECASE)
_NO_MORE = re.compile(
    r"\b(?:not\s(?:be\s)?(?:exceed|increase\w*\sby\smore)|no\s(?:more|greater)\sthan|maximum|up\sto|not\smore\sthan|in\sexcess\sof|limited\sto|exceed)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:surviv\w+|after|following|thereafter|for a (?:further )?period of|from the date"
    r"|for \w+ (?:\(\d+\) )?years?)\b",
    re.IGNORECASE,
)
_CURE = re.compile(r"\b(?:cure[sd]?|curing|remed(?:y|ied|ies)|rectif(?:y|ied))\b", re.IGNORECASE)
# The end of a sentence that goes on in the next line with a small letter.
_CARRIES_ON = re.compile(r"(?<![.;:])\s{1,3}[a-z][^.;]{0,400}[.;]")
# Characters between a word and the figure that belongs to it.
_CLOSE = 160
_BREACH = re.compile(r"\b(?:breach|default|fail)\w*\b", re.IGNORECASE)


def caps(reading: Reading) -> tuple[Citation, ...]:
    """The sentences that limit liability to something, whoever's it is."""
    sentences = (
        replace(_to_its_end(reading, reading.places.cite(*span)), number=clause.number)
        for clause in reading.clauses(("Cap On Liability", "Limitation Of Liability"))
        for span in reading.places.sentences_of(clause.start, clause.end)
    )
    return tuple(each for each in sentences if _CAPS.search(each.text) and _LIABLE.search(each.text))


def _to_its_end(reading: Reading, sentence: Citation) -> Citation:
    """A sentence that a reader of files took for two paragraphs, where a line of it ended."""
    rest = _CARRIES_ON.match(reading.document.text, sentence.end)
    return reading.places.cite(sentence.start, rest.end()) if rest is not None else sentence


def cap_months(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Months of fees that the limit is worth: that of the supplier, for either side."""
    views = {"customer": {"them", "both", "unknown"}, "supplier": {"us", "both", "unknown"}}[side]
    for clause in caps(reading):
        if reading.party(clause) not in views or not _MEASURED.search(clause.text):
            continue
        months = [each.amount * _MONTHS[each.unit] for each in periods(clause.text) if each.unit in _MONTHS]
        if months:
            return (Seen(months[0] * _times(clause.text), clause),)
    return ()


def renewal_notice(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Days of notice against a renewal that comes by itself."""
    dates = reading.contract.key_dates
    notice = dates.notice_period
    if notice is None or dates.renewal.kind != "automatic":
        return ()
    return (Seen(_in_days(notice), reading.places.cite(notice.start, notice.end)),)


def renewal_months(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Months that a renewal lasts which comes by itself."""
    renewal = reading.contract.key_dates.renewal
    if renewal.kind != "automatic" or renewal.term is None or renewal.start is None or renewal.end is None:
        return ()
    if renewal.term.unit not in _MONTHS or renewal.term.and_days:
        return ()
    months = renewal.term.amount * _MONTHS[renewal.term.unit]
    return (Seen(months, reading.places.cite(renewal.start, renewal.end)),)


def first_term_months(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Months of the first term."""
    term = reading.contract.key_dates.initial_term
    if term is None or term.unit not in _MONTHS or term.and_days:
        return ()
    return (Seen(term.amount * _MONTHS[term.unit], reading.places.cite(term.start, term.end)),)


def payment_days(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Days in which an invoice is to be paid."""
    for sentence in (*reading.passages(("invoice*", "billed")), *reading.clauses(("Payment Terms",))):
        text = sentence.text
        if not _PAY.search(text) or not _BILLED.search(text) or _NOT_TO_PAY.search(text):
            continue
        net = _NET.search(text)
        if net is not None:
            return (Seen(int(net[1]), sentence),)
        for each in periods(text):
            if each.unit != "year" and _BY_THEN.search(text, max(0, each.start - 24), each.start):
                return (Seen(_in_days(each), sentence),)
    return ()


def late_interest(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Interest on late payment in percent a year; a rate that floats above another is none."""
    for sentence in (*reading.passages(("interest", "late fee*", "late charge*")), *reading.clauses(("Late Payment",))):
        text = sentence.text
        rates = percentages(text)
        if not rates or not _LATE.search(text) or _FLOATING.search(text):
            continue
        if _A_MONTH.search(text):
            return (Seen(_whole(rates[0] * 12), sentence),)
        if _A_YEAR.search(text):
            return (Seen(_whole(rates[0]), sentence),)
    return ()


def price_rise(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """The most by which a price may rise at a time, in percent."""
    typed = reading.clauses(("Price Increase", "Price Restrictions"))
    for sentence in (*typed, *reading.passages(("increase*",))):
        text = sentence.text
        rates = percentages(text)
        if rates and mentions(text, ("increase*",)) and _PRICE.search(text) and _NO_MORE.search(text):
            return (Seen(_whole(rates[0]), sentence),)
    return ()


def exit_notice(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Days of notice on which the customer may leave without cause."""
    views = {"customer": {"us", "both", "unknown"}, "supplier": {"them", "both", "unknown"}}[side]
    for clause in reading.clauses(("Termination For Convenience",)):
        stated = [each for each in periods(clause.text) if each.unit != "year"]
        if stated and reading.party(clause) in views:
            return (Seen(_in_days(stated[0]), clause),)
    return ()


def cure_days(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Days to cure a breach before the other party may end the contract."""
    for sentence in _of_types(reading, ("Termination For Cause", "Termination"), ("cure*", "remed*", "rectif*")):
        text = sentence.text
        cure = _CURE.search(text)
        if cure is None or not _BREACH.search(text) or not mentions(text, ("terminat*", "end this", "cancel*")):
            continue
        if mentions(text, ("sublicen*", "sub licen*", "milestone*")):
            continue
        near = (each for each in periods(text) if abs(each.start - cure.start()) < _CLOSE)
        stated = [each for each in near if each.unit in {"day", "week", "month"}]
        if stated:
            nearest = min(stated, key=lambda each: abs(each.start - cure.start()))
            return (Seen(_in_days(nearest), sentence),)
    return ()


def confidentiality_years(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Years for which confidence is kept; where several are stated, the longest."""
    found: list[Seen] = []
    for sentence in _of_types(reading, ("Confidentiality",), ("confidential*", "non-disclosure")):
        if mentions(sentence.text, ("confidential*", "non-disclosure")) and _LASTS.search(sentence.text):
            years = [each.amount for each in periods(sentence.text) if each.unit == "year" and each.amount <= 20]
            found += [Seen(max(years), sentence)] if years else []
    return (max(found, key=lambda each: float(each.value)),) if found else ()


def incident_hours(reading: Reading, side: SideName) -> tuple[Seen, ...]:
    """Hours in which a security incident is to be told."""
    for sentence in reading.passages(INCIDENT):
        stated = hours(sentence.text)
        if stated and mentions(sentence.text, ("notif*", "inform*", "report*", "notice")):
            return (Seen(_whole(min(stated)), sentence),)
    return ()


def _of_types(reading: Reading, types: Iterable[str], phrases: Iterable[str]) -> tuple[Citation, ...]:
    return (*reading.passages(phrases), *reading.clauses(types))


def _in_days(period: Period | Measure) -> int:
    return round(period.about(_DAYS) if isinstance(period, Period) else period.amount * _DAYS[period.unit])


def _times(text: str) -> int:
    """How many times over the fees of those months: "two times the fees paid in the preceding twelve months"."""
    match = _TIMES.search(text)
    if match is None:
        return 1
    return int(match["figure"]) if match["figure"] else _TIMES_VALUES[match["word"].lower()]


def _whole(value: float) -> int | float:
    return int(value) if float(value).is_integer() else round(value, 2)
