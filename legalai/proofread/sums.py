"""Sums of money as they are written, and when two of them differ."""

from decimal import Decimal

SUM = r"(?P<figure>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{2})?|\d{1,12}(?:\.\d{2})?)"
SIGN = r"(?:(?:US|C|A)?[$£€]|(?:USD|EUR|GBP|CAD|AUD|CHF)\s)"


def is_off(summed: Decimal, stated: Decimal) -> bool:
    """Whether two sums differ by more than rounding, and by less than would mean that they are of different things."""
    return abs(summed - stated) >= 1 and stated * Decimal("0.5") <= summed <= stated * 2
