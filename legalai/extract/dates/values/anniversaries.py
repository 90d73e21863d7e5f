"""Anniversaries, as the end of a term names them: "the fifth (5th) anniversary of", "a ten-year anniversary"."""

import re

from legalai.extract.dates.values.periods import NUMBER_WORDS, number_from_words

_ORDINAL = (
    r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|"
    r"sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[\s-]fifth|thirtieth"
)
_ORDINAL_YEARS = {
    word: years
    for years, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"twenty-fifth": 25, "thirtieth": 30}
ANNIVERSARY = re.compile(
    rf"(?P<before>\b(?:one\s+)?day\s+(?:immediately\s+)?(?:prior\s+to|before|preceding)\s+)?(?:the\s+|its\s+)?"
    rf"(?:(?P<ordinal>{_ORDINAL})\b|(?P<figure>\d{{1,2}})\s?(?:st|nd|rd|th|t\sh)|(?P<years>{NUMBER_WORDS}"
    rf"|\d{{1,2}})[\s-]{{0,3}}(?:\(\d{{1,2}}\)[\s-]{{0,3}})?year)"
    r"\s*(?:\(\s?\d{1,2}\s?(?:st|nd|rd|th|t\sh)?\s?\))?[\s-]{0,3}(?:years?\s+)?anniversary",
    re.IGNORECASE,
)


def years_of(match: re.Match[str]) -> int | None:
    """Which anniversary it is; None where the words name no number."""
    if match["ordinal"]:
        return _ORDINAL_YEARS.get(re.sub(r"\s+", "-", match["ordinal"].lower()))
    if match["figure"]:
        return int(match["figure"])
    return int(match["years"]) if match["years"].isdigit() else number_from_words(match["years"])
