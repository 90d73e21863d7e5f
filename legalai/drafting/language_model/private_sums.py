"""Which sum of money some words name, so that "£1,250", "GBP 1,250.00" and "1.25k GBP" share a placeholder."""

import re

# What is longest is looked for first: "US$" before "$", "canadian dollars" before "dollars".
_CURRENCIES = (
    (r"canadian\s+dollars?|C\$", "CAD"),
    (r"australian\s+dollars?|A\$", "AUD"),
    (r"singapore\s+dollars?|S\$", "SGD"),
    (r"hong\s+kong\s+dollars?|HK\$", "HKD"),
    (r"\$|dollars?", "USD"),
    (r"£|pounds?", "GBP"),
    (r"€|euros?", "EUR"),
    (r"₹|rs\.?|rupees?", "INR"),
    (r"¥|yen", "JPY"),
    (r"francs?|franken", "CHF"),
)
_CODE = re.compile(
    r"(?<![A-Z])(?:USD|EUR|GBP|CAD|AUD|CHF|SGD|INR|JPY|CNY|HKD|NZD|SEK|NOK|DKK|PLN|ZAR|AED|BRL|MXN)(?![A-Z])",
    re.IGNORECASE,
)
_SPELLED = tuple(
    (re.compile(rf"(?<![^\W\d])(?:{words})(?![^\W\d])", re.IGNORECASE), code) for words, code in _CURRENCIES
)
_NUMBER = re.compile(r"\d(?:[\d.,'’\u00a0 ]*\d)?")
_SCALES = {
    **dict.fromkeys(("k", "thousand"), 10**3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions", "millionen"), 10**6),
    **dict.fromkeys(("b", "bn", "mrd", "billion"), 10**9),
}
_SCALE = re.compile(rf"\d[\s\u00a0-]?({'|'.join(sorted(_SCALES, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
# Three figures behind a single point or comma are thousands: "85.000"; any other number of them is a fraction.
_FRACTION = re.compile(r"[.,](\d{1,2}|\d{4,})$")


def sum_key(words: str) -> str | None:
    """The currency and value of a sum in figures, in one form; None where the words do not give one of each."""
    numbers, currency = _NUMBER.findall(words), _currency(words)
    if len(numbers) != 1 or currency is None:
        return None
    scale = _SCALE.search(words)
    return keyed(_value(numbers[0], scaled=scale is not None) * (_SCALES[scale[1].lower()] if scale else 1), currency)


def keyed(value: float, currency: str) -> str:
    """A value of a currency in the form that two spellings of one sum share."""
    return f"{currency} {value:.4f}".rstrip("0").rstrip(".")


def _currency(words: str) -> str | None:
    coded = _CODE.search(words)
    if coded is not None:
        return coded[0].upper()
    return next((code for spelled, code in _SPELLED if spelled.search(words)), None)


def _value(number: str, *, scaled: bool) -> float:
    """A number with its marks of thousands; before a scale ("1.125 million") one mark alone is of a fraction."""
    fraction = re.search(r"[.,](\d+)$", number) if scaled and len(re.findall(r"[.,]", number)) == 1 else None
    fraction = fraction or _FRACTION.search(number)
    whole = number[: fraction.start()] if fraction is not None else number
    return float(f"{re.sub(r'[^0-9]', '', whole) or 0}.{fraction[1] if fraction is not None else 0}")
