"""Sums that do not add up: the total of a table, shares of a hundred, instalments of a price."""

import re
from collections.abc import Iterator
from decimal import Decimal

from legalai.extract.dates.values.periods import NUMBER_WORDS, number_from_words
from legalai.proofread.source import Source, shown
from legalai.proofread.sums import SIGN, SUM, is_off
from legalai.proofread.table_totals import find_table_mistakes
from legalai.schema import Mistake

_MONEY = rf"{SIGN}\s?{SUM}(?![\d,]*\d|\s?(?:million|billion|thousand))"
_AMOUNT = re.compile(_MONEY)
_PERCENT = re.compile(r"(?P<figure>\d{1,3}(?:\.\d{1,3})?)\s?(?:%|percent\b|per\scent\b)\)?")
_SHARED = re.compile(
    r"\b(?:shared|split|divided|allocated|apportioned|distributed|borne)\b[^.;]{0,80}?(?:as\sfollows|:|between|among|in\sthe\s(?:following|ratio))"
    r"|\b(?:shared|split|divided|allocated|apportioned|borne)\s(?=(?:[a-z-]+\s){0,3}\(?\d{1,3}\s?(?:%|per)[^.;]{1,120}(?:%|percent|per\scent)[^.;%]{1,40}\.?\s*$)"
    r"|\b(?:paid|payable|invoiced|due)\b[^.;]{0,60}\b(?:in\s(?:\w+\s){0,3}instal?lments|as\sfollows)\b"
    r"|\b(?:paid|payable|invoiced|due)\b[^.;:]{0,80}:\s(?=\(?(?:[a-z]\)\s)?\d{1,3}\s?(?:%|per))",
    re.IGNORECASE,
)
_NOT_SHARES = re.compile(
    r"\b(?:if|up\sto|additional|remaining|next|first\s\W{0,3}\d|excess|over|above|exceed\w*|less|more|increase\w*|decrease\w*|greater|balance|interest|discount"
    r"|least|until|thereafter|per\s(?:annum|month|year)|years?\s\d|following\syear|tax|vat|royalt\w+|commission|penalt\w+|minimum|maximum)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"(?P<total>{_MONEY.replace('figure', 'sum')})[^.;$£€]{{0,120}}?\b(?P<count>{NUMBER_WORDS}|\d{{1,3}})"
    r"(?:\s?\((?P<again>\d{1,3})\))?\s(?:equal\s)?"
    r"(?:(?:monthly|quarterly|annual|yearly|weekly|consecutive|successive|semi-annual)\s){0,3}"
    rf"(?:instal?lments|payments)\s(?:of|each\sof|in\sthe\samount\sof)\s(?P<each>{_MONEY})",
    re.IGNORECASE,
)
# "$350,000 at first and ten instalments of $40,000" are parts of something else.
_BESIDES = re.compile(r"\b(?:and|plus|followed\sby)\s(?:by\s)?(?:an?\s|the\s)?$", re.IGNORECASE)
_LISTED = re.compile(
    rf"(?P<total>{_MONEY})[^.;$£€]{{0,120}}?\b(?:(?:in\s(?:\w+\s){{0,4}}instal?lments)|payable\sas\sfollows|paid\sas\sfollows|consisting\sof|comprised\sof|comprising|broken\sdown\sas"
    rf"|made\sup\sof|composed\sof|being(?=\s{SIGN}[^;$£€]{{1,80}}?\b(?:and|plus)\s{SIGN}))\b",
    re.IGNORECASE,
)


def find_total_mistakes(source: Source) -> Iterator[Mistake]:
    """Totals, shares and instalments that do not come to what they should."""
    yield from find_table_mistakes(source)
    for passage in source.passages:
        for found in (_shares(passage.text), _instalments(passage.text), _list(passage.text)):
            if found is not None:
                start, end, sentence = found
                yield source.mistake(
                    "total",
                    "high",
                    sentence,
                    (passage.start + start, passage.start + end),
                    advice="Ask which figure is wrong.",
                )


def _shares(text: str) -> tuple[int, int, str] | None:
    opening = _SHARED.search(text)
    if opening is None or _NOT_SHARES.search(text):
        return None
    shares = list(_PERCENT.finditer(text, opening.start()))
    # "fifty percent (50%)": the figure in brackets is the same share again.
    summed = sum((Decimal(match["figure"]) for match in shares), Decimal(0))
    if len(shares) < 2 or summed == 100 or not 80 <= summed <= 120:
        return None
    return shares[0].start(), shares[-1].end(), f"The shares given here come to {summed.normalize():f}%, not to 100%."


def _instalments(text: str) -> tuple[int, int, str] | None:
    found = _EACH.search(text)
    if found is None or _BESIDES.search(text, found.end("total"), found.start("count")):
        return None
    count = int(found["again"] or 0) or (
        int(found["count"]) if found["count"].isdigit() else number_from_words(found["count"]) or 0
    )
    total, each = (Decimal(found[name].replace(",", "")) for name in ("sum", "figure"))
    if not count or abs(count * each - total) <= count:
        return None
    return (
        found.start(),
        found.end(),
        f"{count} instalments of {each:,} come to {count * each:,}, and the sum is {total:,}.",
    )


def _list(text: str) -> tuple[int, int, str] | None:
    opening = _LISTED.search(text)
    if opening is None or _NOT_SHARES.search(text):
        return None
    parts = [Decimal(match["figure"].replace(",", "")) for match in _AMOUNT.finditer(text, opening.end())]
    total, summed = Decimal(opening["figure"].replace(",", "")), sum(parts, Decimal(0))
    if len(parts) < 2 or not is_off(summed, total):
        return None
    return (
        opening.start(),
        opening.end(),
        f"The {shown(str(len(parts)))} parts named here come to {summed:,}, and the sum is {total:,}.",
    )
