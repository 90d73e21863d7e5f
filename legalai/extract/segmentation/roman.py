"""Roman numbers, as clauses, schedules and lists bear them."""

import re

ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMBER = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)
_PIECES = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(text: str) -> int | None:
    """The value of a Roman number, or None."""
    if not _NUMBER.fullmatch(text):
        return None
    values = [ROMAN_DIGITS[c] for c in text.lower()]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def numeral(value: int) -> str:
    """A number as a Roman one in small letters."""
    written = ""
    for worth, digits in _PIECES:
        written += digits * (value // worth)
        value %= worth
    return written
