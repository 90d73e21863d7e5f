"""How often a contract renews, where its words limit that: once, so many times, or up to an age."""

import re
from dataclasses import replace

from legalai.extract.dates.values.periods import NUMBER_WORDS, find_periods, number_from_words
from legalai.schema import Period, Renewal

_RENEWED = r"\b(?:renew(?:s|ed|al)?|extend(?:s|ed)?|extension|prolong(?:s|ed)?)"
_NOT_EACH_YEAR = r"(?!\s+(?:an?|each|every|per|in|yearly|annually)\b)"
_ONE_OF_THEM = (
    r"(?:(?:renewal|extension|successor|one[\s-]year|\d{1,2}[\s-]month|twelve[\s-]month)\s+)?"
    r"(?:term|period|year|renewal|extension)(?!\s+(?:fees?|prices?|notices?|charges?|dates?|invoices?|rates?)\b)"
)
# "renews once, thereafter from month to month" goes on.
_GOES_ON = re.compile(
    r"\b(?:thereafter|afterwards?|after\s+(?:that|which)|then(?!-)|following\s+which)\b[^.;]{0,80}"
    r"\b(?:continu\w+|renew\w*|extend\w*|month[\s-]to[\s-]month|successive|indefinite\w*|for\s+(?:periods|terms|further|additional))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    rf"{_RENEWED}\s+(?:itself\s+|automatically\s+|only\s+|just\s+)*(?:once|one\s+(?:\(1\)\s+)?time)\b{_NOT_EACH_YEAR}"
    rf"|\b(?:once|one\s+time)\s+(?:only|automatically){_NOT_EACH_YEAR}|\bon\s+one\s+(?:\(1\)\s+)?occasion\b"
    r"|\b(?:a\s+single|(?:a|one)\s+(?:\(1\)\s+)?(?:final|last)|a\s+second\s+and\s+(?:final|last)|only\s+one(?:\s+\(1\))?|just\s+one)\s+"
    rf"(?:(?:additional|further|more|automatic)\s+)*{_ONE_OF_THEM}\b"
    r"|\b(?:one|an?|another)\s+(?:\(1\)\s+)?(?:(?:additional|further|more)\s+)?(?:[\w-]+\s+){0,3}?(?:term|period|year)s?\b"
    r"(?:,?\s+only\b(?=\s*(?:[.,;)]|unless\b|and\b|$))|[^.;]{0,40}?\band\s+no\s+(?:more|longer)\b"
    r"|[^.;]{0,40}?,?\s+(?:after|following|upon\s+the\s+end\s+of)\s+which\s+"
    r"(?:(?:it|this|the|agreement|contract|lease|term|automatically)\s+){0,3}(?:(?:shall|will)\s+)?"
    r"(?:automatically\s+|finally\s+)?(?:expires?|ends?|terminates?|lapses?)\b)",
    re.IGNORECASE,
)
_NUMBER = rf"(?P<{{}}>\d{{{{1,2}}}}|{NUMBER_WORDS.replace('{', '{{').replace('}', '}}')})\b\s*(?:\(\d{{{{1,2}}}}\)\s*)?"
_LENGTH = rf"(?:(?:\d{{1,3}}|{NUMBER_WORDS})[\s-]*(?:\(\d{{1,3}}\)[\s-]*)?(?:year|month|week|day)s?[\s-]+)"
_OTHERS = r"(?:(?:additional|further|successive|consecutive|renewal|extension|subsequent|more|automatic)\s+)"
_TIMES = re.compile(
    rf"{_RENEWED}\s+(?:automatically\s+|only\s+)?(?:up\s+to\s+|at\s+most\s+|no\s+more\s+than\s+)?"
    rf"(?:(?P<twice>twice)|{_NUMBER.format('times')}times)\b{_NOT_EACH_YEAR}",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:up\s+to|not\s+more\s+than|no\s+more\s+than|a\s+maximum\s+of|at\s+most|not\s+(?:to\s+)?exceed(?:ing)?|limited\s+to)\s+"
    rf"(?:an?\s+)?{_NUMBER.format('limit')}(?:such\s+)?{_OTHERS}{{0,3}}{_LENGTH}?{_OTHERS}{{0,2}}(?:periods|terms|times|renewals|extensions|occasions)\b",
    re.IGNORECASE,
)
# "for two additional terms", "for three one-year periods": counted; "for two year periods" gives a length.
_COUNTED = re.compile(
    rf"\b(?:for|by)\s+(?:(?:a\s+)?(?:further|total\s+of)\s+)?{_NUMBER.format('counted')}"
    rf"(?:{_OTHERS}{{1,3}}{_LENGTH}?|{_LENGTH}){_OTHERS}{{0,2}}(?:periods|terms|renewals|extensions)\b",
    re.IGNORECASE,
)
# "not more than twice", "on two occasions only": of the renewal, and of nothing that is named behind it.
_OF_IT = (
    r"(?:(?!\b(?:unless|notice|fees?|prices?|charges?|rates?|rent|increas\w*|rais\w*|adjust\w*|audit\w*|inspect\w*|invoic\w*"
    r"|us(?:e|ed|es)|suspend\w*|terminat\w*)\b)[^.;]){0,120}?"
)
_NO_MORE_THAN = (
    r"(?:(?:not|no|never)\s+(?:more|oftener)(?:\s+often)?\s+than|at\s+(?:the\s+)?(?:very\s+)?most|a\s+maximum\s+of|up\s+to|only|just)"
    r"\s+(?:on\s+)?"
)
_AND_NO_MORE = (
    r"\s*,?\s*(?:only|at\s+(?:the\s+)?(?:very\s+)?most|and\s+(?:then\s+)?no\s+(?:more|oftener)|in\s+(?:all|total)"
    r"|maximum)\b"
)


def _often(name: str) -> str:
    """The words for how many times, as the group `name`."""
    return rf"\b(?:(?P<{name}_adverb>once|twice)|{_NUMBER.format(name)}(?:times|occasions?))\b"


_BOUND = re.compile(
    rf"(?:{_RENEWED}\b{_OF_IT}|\bbut\s+(?:on\s+)?)(?:{_NO_MORE_THAN}{_often('most')}|{_often('bounded')}{_AND_NO_MORE})"
    r"(?=\s*(?:[.,;:)]|$|(?:unless|and|or|if|but|save|except|in\s+(?:all|total)|by|for|at\s+the|after|upon)\b))",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r"\b(?:total|aggregate|overall|combined|entire|maximum|whole)\s+(?:[\w-]+\s+){0,2}?(?:term|duration|period|length)\b[^.;]{0,100}?"
    r"\b(?:not\s+exceed|not\s+be\s+(?:longer|more)\s+than|exceed|be\s+limited\s+to|not\s+extend\s+beyond|be|is|of)\s+",
    re.IGNORECASE,
)

_ADVERBS = {"once": 1, "twice": 2}
_CLOSE = 20


def most_renewals(text: str) -> int | None:
    """How many renewals there can be by the words of a clause; None where it sets no limit that is understood."""
    limit = (
        _BOUND.search(text) or _ONCE.search(text) or _TIMES.search(text) or _LIMIT.search(text) or _COUNTED.search(text)
    )
    if limit is None or _GOES_ON.search(text, limit.end()):
        return None
    said = [words.lower() for words in limit.groupdict().values() if words]
    return _number(said[0]) if said else 1


def limited_in_all(renewal: Renewal, initial: Period | None) -> Renewal:
    """The renewal with how often it can come, where the text limits the whole of first term and renewals.

    Where the first term or one renewal has no length that is known, nothing is said of what follows the next.
    """
    whole = _in_all(renewal.text or "")
    if whole is None or renewal.kind != "automatic" or renewal.most is not None:
        return renewal
    total, first, each = (_months(length) for length in (whole, initial, renewal.term))
    if total is None or first is None or not each or total < first:
        return replace(renewal, successive=False, most=None)
    return replace(renewal, most=int((total - first) // each))


def _in_all(text: str) -> Period | None:
    said = _IN_ALL.search(text)
    if said is None:
        return None
    found = next((each for each in find_periods(text[said.end() :]) if each.start < _CLOSE), None)
    return found.readings[0] if found and found.period else None


def _months(period: Period | None) -> float | None:
    if period is None or period.unit not in ("month", "year") or period.and_days:
        return None
    return period.amount * (12 if period.unit == "year" else 1)


def _number(words: str) -> int | None:
    if words in _ADVERBS:
        return _ADVERBS[words]
    return int(words) if words.isdigit() else number_from_words(words)
