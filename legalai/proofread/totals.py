"""Sums that do not add up: the total of a table, shares of a hundred, instalments of a price."""

import re
from collections.abc import Iterator
from decimal import Decimal

from legalai.extract.dates.values.periods import NUMBER_WORDS, number_from_words
from legalai.proofread.source import Source, shown
from legalai.schema import Mistake

_SUM = r"(?P<figure>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{2})?|\d{1,12}(?:\.\d{2})?)"
_SIGN = r"(?:(?:US|C|A)?[$£€]|(?:USD|EUR|GBP|CAD|AUD|CHF)\s)"
_MONEY = rf"{_SIGN}\s?{_SUM}(?![\d,]*\d|\s?(?:million|billion|thousand))"
_AMOUNT = re.compile(_MONEY)
_CELL_AMOUNT = re.compile(rf"{_SIGN}?\s?{_SUM}\s?(?P<percent>%)?\s*$")
_LINE = re.compile(r"[^\n]+")
_TOTAL = re.compile(
    r"\W*(?:grand\s+|sub-?\s?)?totals?\b(?:\s+(?:price|fees?|amount|cost|sum|contract|value|charges?|payable|due|investment|budget|of|the|all|instal?lments?)){0,5}[^\w]*\Z",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?P<figure>\d{1,3}(?:\.\d{1,3})?)\s?(?:%|percent\b|per\scent\b)\)?")
_SHARED = re.compile(
    r"\b(?:shared|split|divided|allocated|apportioned|distributed|borne)\b[^.;]{0,80}?(?:as\sfollows|:|between|among|in\sthe\s(?:following|ratio))"
    r"|\b(?:shared|split|divided|allocated|apportioned|borne)\s(?=(?:[a-z-]+\s){0,3}\(?\d{1,3}\s?(?:%|per)[^.;]{1,120}(?:%|percent|per\scent)[^.;%]{1,40}\.?\s*$)"
    r"|\b(?:paid|payable|invoiced|due)\b[^.;]{0,60}\b(?:in\s(?:\w+\s){0,3}instal?lments|as\sfollows)\b",
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
_LISTED = re.compile(
    rf"(?P<total>{_MONEY})[^.;$£€]{{0,120}}?\b(?:(?:in\s(?:\w+\s){{0,4}}instal?lments)|payable\sas\sfollows|paid\sas\sfollows|consisting\sof|comprised\sof|comprising|broken\sdown\sas"
    rf"|made\sup\sof|composed\sof|being(?=\s{_SIGN}[^;$£€]{{1,80}}?\b(?:and|plus)\s{_SIGN}))\b",
    re.IGNORECASE,
)
_FEWEST_ROWS = 2
_MOST_ROWS = 40


def find_total_mistakes(source: Source) -> Iterator[Mistake]:
    """Totals, shares and instalments that do not come to what they should."""
    yield from _tables(source)
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


def _tables(source: Source) -> Iterator[Mistake]:
    """Lines that end in an amount, and a line called total below them."""
    rows: list[tuple[Decimal, int, int]] = []
    cells = {block.start for block in source.document.blocks if block.kind == "table_cell"}
    text = source.document.text
    for line in _LINE.finditer(text):
        amount = _CELL_AMOUNT.search(line[0])
        label = line[0][: amount.start()] if amount else ""
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        is_row = amount is not None and (
            first in cells or "\t" in line[0] or re.search(r"\s{2}$|[|:]\s*$", label) is not None
        )
        if amount is None or not is_row or not label.strip():
            rows = rows if amount is None and first in cells and len(line[0]) < 60 and not rows else []
            continue
        value = Decimal(amount["figure"].replace(",", ""))
        if not _TOTAL.match(label.split("\t")[0].strip() + " "):
            rows = [*rows, (value, line.start() + amount.start("figure"), line.start() + amount.end("figure"))][
                -_MOST_ROWS:
            ]
            continue
        summed = sum((row[0] for row in rows), Decimal(0))
        if len(rows) >= _FEWEST_ROWS and _off(summed, value) and not amount["percent"]:
            yield source.mistake(
                "total",
                "high",
                f"The {len(rows)} rows above come to {summed:,}, and the total says {value:,}.",
                (line.start() + amount.start("figure"), line.start() + amount.end("figure")),
                advice="Ask which figure is wrong.",
            )
        rows = []


def _off(summed: Decimal, stated: Decimal) -> bool:
    """Whether two sums differ by more than rounding, and by less than would mean that they are of different things."""
    return abs(summed - stated) >= 1 and stated * Decimal("0.5") <= summed <= stated * 2


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
    if found is None:
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
    if len(parts) < 2 or not _off(summed, total):
        return None
    return (
        opening.start(),
        opening.end(),
        f"The {shown(str(len(parts)))} parts named here come to {summed:,}, and the sum is {total:,}.",
    )
