"""Sums of money: how much, in which currency, and what for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from itertools import pairwise

from legalai.extract.dates.values.periods import NUMBER_WORDS, number_from_words
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Amount, Issue

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
    "Rs": "INR",
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
    "lakh": 10**5,
    "lac": 10**5,
    "crore": 10**7,
    "mio": 10**6,
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
# Indians part hundreds of thousands ("5,00,000"), Scandinavians write a gap ("12 500").
_INDIAN = r"\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,2})?"
_GAPPED = r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3}){1,4}(?![\d%/-]|[.,]\d)"
_FIGURE = (
    rf"{_INDIAN}|{_GAPPED}|{_CONTINENTAL}"
    + r"|\d{1,3}(?:(?:,\d{3}){1,5}|(?:['’]\d{3}){1,5})(?:\.\d{1,8})?|\d{1,15}(?:\.\d{1,8})?|\.\d{1,6}"
)
# "$2.5M", but not the letter that begins the next word: "$5 M Street".
_SCALE = (
    r"(?:[\s-]{0,3}(?P<scale>(?i:thousand|million|billion|lakhs?|lacs?|crores?|mio\.?|mm|mn|bn)|[kmb](?!\w)"
    r"|(?<=\d)[KMB](?!\w))(?!\w))?"
)


def _alternatives(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_NAME = "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in sorted(_NAMES, key=len, reverse=True))
_SYMBOL = rf"(?:(?P<symbol>{_alternatives(list(_SYMBOLS))})|(?<![A-Za-z])(?P<code>{_CODES})(?![A-Za-z])(?:\s?[$€£])?)"
_BEFORE = re.compile(rf"(?<![A-Za-z]){_SYMBOL}\s{{0,3}}(?P<figure>{_FIGURE}){_SCALE}(?!\d)")
# "$5-10 million": both ends have the currency and the scale.
_RANGE = re.compile(
    rf"(?<![A-Za-z]){_SYMBOL}\s{{0,3}}(?P<figure>{_FIGURE})\s?(?:-|–|—|to)\s?(?P<upper>{_FIGURE}){_SCALE}(?![\d%])"
    r"(?!\s?(?:days?|weeks?|months?|years?|-)\b)"
)
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|and)\s+(?:up\s+to\s+)?", re.IGNORECASE)
_NAME_FIRST = re.compile(
    rf"(?<![\w-])(?P<name>{_NAME})s?\s{{1,3}}(?P<figure>(?=\d[\d.,' ]{{3}})(?:{_FIGURE})){_SCALE}(?!\d)", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?<![\d.,$£€/])(?<!\d['’ ])(?P<figure>{_FIGURE})(?:,[-–])?{_SCALE}\s{{0,3}}"
    rf"(?:(?P<code>{_CODES})(?![A-Za-z])|(?P<sign>[£€])|(?P<name>{_NAME})s?\b)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?P<words>{NUMBER_WORDS}(?:,\s{{1,3}}{NUMBER_WORDS}){{0,3}})\s{{1,3}}"
    rf"(?:and\s(?:\d{{1,2}}|no|xx)/100(?:ths)?\s{{1,3}})?(?P<name>{_NAME})s?\b",
    re.IGNORECASE,
)
# "three (3) million dollars": the words of a scale alone are no number.
_SCALE_FIRST = re.compile(r"hundred|thousand|million|billion", re.IGNORECASE)
_MONEY = re.compile(
    rf"[$£€¥₹₩₪]|\b(?:{_CODES}|RMB|NIS|Rs)|dollar|pound|sterling|euro|franc|yen|renminbi|yuan|rupee|shekel",
    re.IGNORECASE,
)
# "$30, 000" is read as thirty dollars.
_BROKEN_OFF = re.compile(r",?\s\d{3}\b")
# The same sum again in figures or words: "one hundred thousand dollars ($100,000)".
_REPEATS = re.compile(r"[\s(,]{0,4}(?:(?:US|U\.S\.)\s?)?")

_OPENED = re.compile(r"[\s,]{0,4}\((?:(?:US|U\.S\.)\s?)?")
# The words begin before what was read of them: "four and one-half thousand dollars".
_NOT_ALL = re.compile(r"(?:\band|\bhalf|\bpoint|\d\)?|,)[\s-]*$|\b(?:plus|less)\s+$", re.IGNORECASE)
_SCALE_LAST = re.compile(r"(thousand|million|billion|lakhs?|crores?|mn|bn|[km])\s*$", re.IGNORECASE)
# The place of a figure behind a currency.
_BLANK = re.compile(
    rf"(?<![A-Za-z])(?:{_SYMBOL})\s{{0,3}}"
    r"(?:_{2,}|\[[\s●•_.–-]{0,40}\]|[●•]|\[[A-Za-z][A-Za-z ,/’'.-]{2,60}\]|\.{5,}|X{3,})"
    r"|_{3,}\s{0,3}(?:(?:US|U\.S\.|United\sStates)\s)?(?:dollars|euros?|pounds)\b"
)

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


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum at characters [start, end) of a passage."""

    start: int
    end: int
    value: Decimal
    currency: str
    in_words: bool = False


def find_amounts(passages: Sequence[Passage]) -> tuple[Amount, ...]:
    """Every sum of money, once where it is given in words and figures. A bare "$" is read as US dollars.

    Where words and figures differ both are given, and `amount_issues` says so; both ends of a range are sums.
    """
    before = (None, *passages)
    return tuple(
        _amount(passage, found, label)
        for passage, label in zip(passages, before, strict=False)
        for found in _merged(passage.text)
    )


def amount_issues(passages: Sequence[Passage]) -> tuple[Issue, ...]:
    """One issue for every sum whose words and figures differ, and one for all the sums that are left blank."""
    issues = [
        Issue(
            code="conflicting-figures",
            severity="warning",
            message=f"An amount at character {passage.start + one.start} is written as {one.value:f} and as "
            f"{other.value:f}; neither was chosen.",
            page=passage.page,
            start=passage.start + one.start,
            end=passage.start + other.end,
        )
        for passage in passages
        for one, other in pairwise(_merged(passage.text))
        if one.in_words and _differ(passage.text, one, other)
    ]
    blanks = [(passage, match) for passage in passages for match in _BLANK.finditer(passage.text)]
    if blanks:
        passage, first = blanks[0]
        count = "A sum" if len(blanks) == 1 else f"{len(blanks)} sums"
        issues.append(
            Issue(
                code="amount-blank",
                severity="warning",
                message=f"{count} of money left blank, the first at character {passage.start + first.start()}.",
                page=passage.page,
            )
        )
    return tuple(issues)


def _differ(text: str, words: _Sum, figures: _Sum) -> bool:
    """Whether a figure in brackets behind words is another one; cents may stand in the figure only."""
    if _OPENED.fullmatch(text, words.end, figures.start) is None or _BROKEN_OFF.match(text, figures.end):
        return False
    return int(words.value) != int(figures.value) and not _NOT_ALL.search(text[max(0, words.start - 30) : words.start])


def _merged(text: str) -> list[_Sum]:
    """The sums of a text in order, a sum and its repetition as one."""
    merged: list[_Sum] = []
    for found in _sums(text):
        last = merged[-1] if merged else None
        if last and _same(last, found) and _REPEATS.fullmatch(text[last.end : found.start]):
            currency = last.currency if last.currency != "USD" else found.currency
            merged[-1] = _Sum(last.start, _closed(text, found.end), found.value, currency)
        else:
            merged.append(found)
    return merged


def _same(one: _Sum, other: _Sum) -> bool:
    """Whether two sums are alike; words ("five hundred and 50/100 dollars") may leave the cents to the figure."""
    return one.value == other.value or (one.in_words and int(one.value) == int(other.value))


def _sums(text: str) -> list[_Sum]:
    if not _MONEY.search(text):
        return []
    found: list[_Sum] = []
    taken = bytearray(len(text))
    for match in _RANGE.finditer(text):
        low, high = _value(match), _value(match, "upper")
        if low is not None and high is not None and low < high:
            taken[match.start() : match.end()] = b"\1" * len(match[0])
            currency = _currency(match)
            found.append(_Sum(match.start(), match.end("figure"), low, currency))
            found.append(_Sum(match.start("upper"), match.end(), high, currency))
    for pattern in (_BEFORE, _AFTER, _NAME_FIRST, _WORDS):
        for match in pattern.finditer(text):
            value = _value(match)
            if value is None or any(taken[match.start() : match.end()]):
                continue
            taken[match.start() : match.end()] = b"\1" * len(match[0])
            found.append(_Sum(match.start(), match.end(), value, _currency(match), pattern is _WORDS))
    return _scaled(text, sorted(found, key=lambda each: each.start))


def _scaled(text: str, found: list[_Sum]) -> list[_Sum]:
    """The sums, the lower end of a range with the scale of the upper one: "from $5 to $10 million"."""
    result = list(found)
    for index, (low, high) in enumerate(pairwise(found)):
        scale = _SCALE_LAST.search(text[high.start : high.end])
        if (
            scale
            and low.value < 1000
            and not _SCALE_LAST.search(text[low.start : low.end])
            and _TO.fullmatch(text, low.end, high.start)
            and _FROM.search(text[max(0, low.start - 12) : low.start])
        ):
            result[index] = replace(low, value=low.value * _scale(scale[1]))
    return result


def _closed(text: str, end: int) -> int:
    """The end with the bracket that closes behind it."""
    return end + 1 if text[end : end + 1] == ")" else end


def _amount(passage: Passage, found: _Sum, before: Passage | None) -> Amount:
    """The sum with what it is for; the sum in a cell of a table may be named by the cell before it in the row."""
    value, kind = found.value, _kind(passage, found.start, found.end)
    if kind == "other" and passage.beside and before is not None and not _merged(before.text):
        kind = _kind(before, 0, len(before.text))
    return Amount(
        value=int(value) if value == value.to_integral_value() else float(value),
        currency=found.currency,
        kind=kind,
        text=passage.text[found.start : found.end],
        start=passage.start + found.start,
        end=passage.start + found.end,
        page=passage.page,
        number=passage.number,
    )


def _figure(written: str, currency: str) -> str:
    """The figure with a full stop before its cents and nothing between its thousands."""
    if re.fullmatch(_INDIAN, written) or re.fullmatch(_GAPPED, written):
        return re.sub(r"[,\s]", "", written)
    if re.fullmatch(_CONTINENTAL, written) and (
        "," in written or written.count(".") > 1 or (_THOUSANDS.fullmatch(written) and currency in _STOP_CURRENCIES)
    ):
        return written.replace(".", "").replace(",", ".")
    return re.sub(r"[,'’]", "", written)


def _value(match: re.Match[str], group: str = "figure") -> Decimal | None:
    groups = match.groupdict()
    if groups.get("words"):
        if _SCALE_FIRST.match(groups["words"]):
            return None
        number = number_from_words(groups["words"].replace(",", " "))
        return None if number is None else Decimal(number)
    try:
        figure = Decimal(_figure(match[group], _currency(match)))
    except InvalidOperation:
        return None
    return figure * _scale(groups["scale"]) if groups.get("scale") else figure


def _scale(word: str) -> int:
    plain = word.lower().rstrip(".")
    return _SCALES[plain] if plain in _SCALES else _SCALES[plain.removesuffix("s")]


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
