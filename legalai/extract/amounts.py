"""Sums of money: how much, in which currency, and what for."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from legalai.extract.dates.periods import NUMBER_WORDS, number_from_words
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Amount

# Longest first: "US$" before "$".
_SYMBOLS = {
    "US$": "USD",
    "USD$": "USD",
    "U.S.$": "USD",
    "U.S. $": "USD",
    "CAD$": "CAD",
    "C$": "CAD",
    "CDN$": "CAD",
    "CA$": "CAD",
    "AUD$": "AUD",
    "AU$": "AUD",
    "A$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₪": "ILS",
    "RMB": "CNY",
    "Rs.": "INR",
    "NIS": "ILS",
}
_CODES = (
    "USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|HKD|SGD|INR|ILS|SEK|NOK|DKK|PLN|CZK|HUF|MXN|BRL|ZAR|KRW|TWD|THB|MYR|IDR|PHP|AED|SAR|"
    "RUB|TRY|RON|BGN|KZT|VND"
)
# Where they are paid a full stop parts thousands; "$3.500" is a price of three dollars and a half.
_STOP_CURRENCIES = frozenset("EUR DKK NOK SEK PLN CZK HUF RON BGN TRY BRL IDR VND".split())
_NAMES = {
    "united states dollar": "USD",
    "u.s. dollar": "USD",
    "us dollar": "USD",
    "american dollar": "USD",
    "canadian dollar": "CAD",
    "australian dollar": "AUD",
    "new zealand dollar": "NZD",
    "hong kong dollar": "HKD",
    "singapore dollar": "SGD",
    "dollar": "USD",
    "pounds sterling": "GBP",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "pound": "GBP",
    "euro": "EUR",
    "swiss franc": "CHF",
    "japanese yen": "JPY",
    "yen": "JPY",
    "renminbi": "CNY",
    "yuan": "CNY",
    "indian rupee": "INR",
    "rupee": "INR",
    "new israeli shekel": "ILS",
    "shekel": "ILS",
}
_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "m": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
}
# Thousands stand apart by a comma or, as the Swiss write, by an apostrophe, straight or curly; on the Continent by a
# full stop, with a comma before the cents: "1.250.000,50".
_CONTINENTAL = r"\d{1,3}(?:\.\d{3}){1,5}(?![\d.])(?:,\d{1,2}(?!\d))?|\d{1,15},\d{1,2}(?!\d)"
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_FIGURE = _CONTINENTAL + r"|\d{1,3}(?:(?:,\d{3}){1,5}|(?:['’]\d{3}){1,5})(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?"
_SCALE = r"(?:[\s-]{0,3}(?P<scale>thousand|million|billion|mm|mn|bn|[kmb](?!\w))\b)?"


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NAME = "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in sorted(_NAMES, key=len, reverse=True))
_SYMBOL = rf"(?:(?P<symbol>{_alternatives(list(_SYMBOLS))})|(?<![A-Za-z])(?P<code>{_CODES})(?![A-Za-z])\$?)"
_BEFORE = re.compile(rf"(?<![A-Za-z]){_SYMBOL}\s{{0,3}}(?P<figure>{_FIGURE}){_SCALE}(?!\d)")
_AFTER = re.compile(
    rf"(?<![\d.,$£€])(?<!\d['’])(?P<figure>{_FIGURE}){_SCALE}\s{{0,3}}(?:(?P<code>{_CODES})(?![A-Za-z])|(?P<sign>[£€])|(?P<name>{_NAME})s?\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(rf"(?P<words>{NUMBER_WORDS})\s{{1,3}}(?:and\s\d{{1,2}}/100\s)?(?P<name>{_NAME})s?\b", re.IGNORECASE)
# The same sum again in figures or words: "one hundred thousand dollars ($100,000)".
_REPEATS = re.compile(r"[\s(,]{0,4}(?:(?:US|U\.S\.)\s?)?")

# What an amount is for, by the words near it; the first that fits.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE))
    for kind, words in (
        (
            "insurance",
            r"\binsur\w+|\b(?:employer\W{0,2}s?|auto\w*|general|umbrella)\s+liability\b|\beach\s+accident\b|\bcoverage\b|\bper\s+occurrence\b|\bin\s+the\s+aggregate\s+for\s+bodily|\bunderwrit\w+\s+limit",
        ),
        (
            "cap",
            r"\bliabilit(?:y|ies)\b[^.]{0,160}\b(?:exceed|limited|limit|cap|maximum|aggregate)|\b(?:exceed|limited\s+to|cap(?:ped)?)\b[^.]{0,160}\bliabilit",
        ),
        ("penalty", r"\b(?:penalt\w+|liquidated\s+damages|late\s+(?:charge|fee|payment)|fine)\b"),
        ("deposit", r"\b(?:deposit|escrow|retainer|security\s+amount)\b"),
        ("rent", r"\brents?(?:al)?\b|\bleas(?:e|ing)\s+payment"),
        (
            "price",
            r"\b(?:price|purchase\s+amount|consideration|per\s+(?:unit|share|ton|barrel|gallon|mmbtu)|unit\s+cost)\b",
        ),
        (
            "fee",
            r"\b(?:fees?|royalt\w+|commission|payments?|pay|paid|charges?|compensation|invoice\w*|subscription|salary|retainer|milestone)\b",
        ),
    )
)
_NEAR = 160
# What a share is called by is nothing that anybody pays: "$0.001 par value", "a nominal value of £1 each".
_PAR_BEFORE = re.compile(r"\b(?:par|nominal)\s+value\s+(?:(?:of|is|per\s+share)[\s,]+){0,2}$", re.IGNORECASE)
_PAR_AFTER = re.compile(
    r"[\s,]{0,3}(?:(?:per|a|each)\s+share[\s,]{1,3})?(?:in\s+)?(?:par|nominal)\s+value\b", re.IGNORECASE
)


def find_amounts(passages: Sequence[Passage]) -> tuple[Amount, ...]:
    """Every sum of money, once where it is given in words and figures. A bare "$" is read as US dollars."""
    return tuple(amount for passage in passages for amount in _in(passage))


def _in(passage: Passage) -> list[Amount]:
    spans: list[tuple[int, int, Decimal, str]] = []
    taken = bytearray(len(passage.text))
    for pattern in (_BEFORE, _AFTER, _WORDS):
        for match in pattern.finditer(passage.text):
            value = _value(match)
            if value is None or any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * len(match[0])
            spans.append((match.start(), match.end(), value, _currency(match)))
    merged: list[tuple[int, int, Decimal, str]] = []
    for span in sorted(spans):
        if merged and span[2] == merged[-1][2] and _REPEATS.fullmatch(passage.text[merged[-1][1] : span[0]]):
            currency = merged[-1][3] if merged[-1][3] != "USD" else span[3]
            merged[-1] = (merged[-1][0], _closed(passage.text, span[1]), span[2], currency)
        else:
            merged.append(span)
    return [_amount(passage, *span) for span in merged]


def _closed(text: str, end: int) -> int:
    """The end with the bracket that closes behind it."""
    return end + 1 if text[end : end + 1] == ")" else end


def _amount(passage: Passage, start: int, end: int, value: Decimal, currency: str) -> Amount:
    return Amount(
        value=int(value) if value == value.to_integral_value() else float(value),
        currency=currency,
        kind=_kind(passage, start, end),
        text=passage.text[start:end],
        start=passage.start + start,
        end=passage.start + end,
        page=passage.page,
        number=passage.number,
    )


def _figure(match: re.Match[str]) -> str:
    """The figure with a full stop before its cents and nothing between its thousands."""
    written = match["figure"]
    if re.fullmatch(_CONTINENTAL, written) and (
        "," in written
        or written.count(".") > 1
        or (_THOUSANDS.fullmatch(written) and _currency(match) in _STOP_CURRENCIES)
    ):
        return written.replace(".", "").replace(",", ".")
    return re.sub(r"[,'’]", "", written)


def _value(match: re.Match[str]) -> Decimal | None:
    groups = match.groupdict()
    if groups.get("words"):
        number = number_from_words(groups["words"])
        return None if number is None else Decimal(number)
    try:
        figure = Decimal(_figure(match))
    except InvalidOperation:
        return None
    return figure * _SCALES[groups["scale"].lower()] if groups.get("scale") else figure


def _currency(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("code"):
        return groups["code"].upper()
    if sign := groups.get("symbol") or groups.get("sign"):
        return _SYMBOLS[sign]
    return _NAMES[re.sub(r"\s+", " ", groups["name"].lower())]


def _kind(passage: Passage, start: int, end: int) -> str:
    if _PAR_BEFORE.search(passage.text[max(start - _NEAR, 0) : start]) or _PAR_AFTER.match(passage.text, end):
        return "par value"
    near = f"{passage.heading or ''} {passage.text[max(start - _NEAR, 0) : end + _NEAR]}"
    return next((kind for kind, words in _KINDS if words.search(near)), "other")
