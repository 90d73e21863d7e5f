"""The words for stretches of the calendar, and for what they are counted from, as terms of contracts put them."""

import re

from legalai.deadlines.stretches import Stretch
from legalai.extract.dates.values.dates import MONTH, month_number

_SMALL = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TEENS = {"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17}
_ORDINALS = (
    {word: n for n, word in enumerate(_SMALL, start=1)}
    | _TEENS
    | {"eighteenth": 18, "nineteenth": 19}
    | {f"{tens[:-1]}ieth": n for tens, n in _TENS.items()}
    | {f"{tens}-{small}": n + ones for tens, n in _TENS.items() for ones, small in enumerate(_SMALL[:9], start=1)}
)
ORDINAL = (
    "(?:" + "|".join(sorted((word.replace("-", r"[\s-]") for word in _ORDINALS), key=len, reverse=True)) + ")"
    r"|\d{1,2}(?:st|nd|rd|th)"
)
UNIT = r"month|quarter|half(?:[\s-]year)?|year"
# Other years than the calendar's; where such a year ends, the text alone can say.
OTHER_YEAR = r"fiscal|financial|accounting|business|tax|academic|school|contract|lease|crop|agreement|policy|membership"
_MONTH_FIRST = MONTH.replace("?P<month>", "?P<month_first>")
DAY_OF_YEAR = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?{MONTH}"
    rf"|{_MONTH_FIRST}\s+(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?\b|(?:the\s+)?last\s+day\s+of\s+(?P<last_of>february))"
)


def ordinal(words: str) -> int | None:
    """The number that "third", "twenty-first" or "3rd" names."""
    lowered = re.sub(r"\s+", "-", words.strip().lower())
    return int(re.sub(r"\D", "", lowered)) if lowered[0].isdigit() else _ORDINALS.get(lowered)


def stretch(word: str) -> Stretch:
    """The stretch that "quarter" or "half year" names."""
    lowered = word.lower()
    if lowered.startswith("half"):
        return "half-year"
    return "month" if lowered == "month" else "quarter" if lowered == "quarter" else "year"


def month_and_day(match: re.Match[str]) -> tuple[int, int]:
    """The month and the day of a match of `DAY_OF_YEAR`."""
    if match["last_of"]:
        return 2, 29
    return month_number(match["month"] or match["month_first"]), int(match["day"] or match["day_after"])
