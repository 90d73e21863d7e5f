"""What a clause costs in money and days, where the contract's own figures show it, for the words of playbooks."""

import re

from legalai.advise.measures import DAYS, figure, periods
from legalai.advise.reading import Reading
from legalai.schema import Amount, Citation, Period

_A_YEAR = re.compile(r"\b(?:per year|per annum|a year|annual|annually|yearly|each year)\b", re.IGNORECASE)
SHORT_NOTICE_DAYS = 30


def effects(reading: Reading) -> dict[str, str]:
    """Sentences and phrases for templates; each is empty or in general words where a figure is not known."""
    dates = reading.contract.key_dates
    deadline = dates.notice_deadline
    ahead = deadline is not None and deadline >= dates.as_of
    return {
        "deadline": f"{deadline.day} {deadline:%B %Y}" if deadline is not None and ahead else "the last day for notice",
        "renewal_length": f"a further {dates.renewal.term.in_words}" if dates.renewal.term else "another full term",
        "days_gained": _days_gained(dates.notice_period),
        "cap_in_money": _cap_in_money(reading),
    }


def yearly_fee(reading: Reading) -> tuple[Amount, Citation] | None:
    """The one fee that the contract states by the year, with its sentence; None where there are none or several."""
    found: dict[int | float, tuple[Amount, Citation]] = {}
    for amount in reading.contract.amounts:
        sentence = reading.sentence_round(amount)
        if amount.kind == "fee" and sentence is not None and _A_YEAR.search(sentence.text):
            found.setdefault(amount.value, (amount, sentence))
    return next(iter(found.values())) if len(found) == 1 else None


def _days_gained(notice: Period | None) -> str:
    if notice is None:
        return ""
    gained = round(notice.about(DAYS)) - SHORT_NOTICE_DAYS
    return (
        f"With {SHORT_NOTICE_DAYS} days of notice we have about {gained} days longer to decide." if gained > 0 else ""
    )


def _cap_in_money(reading: Reading) -> str:
    fee = yearly_fee(reading)
    caps = reading.clauses(("Cap On Liability",))
    months = {each.amount for cap in caps for each in periods(cap.text) if each.unit == "month"}
    if fee is None or len(months) != 1:
        return ""
    limit, currency, year = months.pop(), fee[0].currency, fee[0].value
    now = year * limit / 12
    about = f"{currency} {figure(round(now) if now >= 100 else round(now, 2))}"
    return f"At the yearly fee stated, {limit} months are about {about}, and 12 months {currency} {figure(year)}."
