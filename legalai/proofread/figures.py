"""Figures that differ from the words beside them: "thirty (60) days", "one hundred thousand dollars ($10,000)"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from legalai.extract.dates.values.periods import NUMBER_WORD, NUMBER_WORDS, number_from_words
from legalai.proofread.source import Source, shown
from legalai.schema import Mistake

_UNIT = (
    r"(?:\s{1,3}(?:(?:United\sStates|US|U\.S\.|Canadian|Australian|pounds?|sterling|euros?|dollars?|percent|per\scent|and\s(?:no|00)/100(?:ths)?|even"
    r"|calendar|business|consecutive|days?|months?|years?|weeks?|hours?)\b,?\.?)){0,4}"
)
_FIGURE = r"(?P<figure>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)"
_SIGN = r"(?:(?:US|U\.S\.|USD|EUR|GBP|CAD|AUD|C|A)?\s?[$£€]|(?:USD|EUR|GBP|CAD|AUD|CHF))?\s?"
_SCALE = r"(?:\s?(?P<scale>thousand|million|billion))?"
_WORDS_FIRST = re.compile(
    rf"(?P<words>{NUMBER_WORDS})(?P<unit>{_UNIT})\s{{0,3}}\(\s?{_SIGN}{_FIGURE}{_SCALE}\s?(?:%|percent|days?|months?|years?|-)?\s?\)",
    re.IGNORECASE,
)
_FIGURE_FIRST = re.compile(
    rf"(?<![\d.,]){_SIGN}{_FIGURE}\s{{0,2}}%?\s?\(\s?(?P<words>{NUMBER_WORDS})(?P<unit>{_UNIT})\s?\)", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:\bpoint|\bhalf|\bquarter|\bthird|\d|\bphase|\bstage|\bstep|\btier|/100|hundredths?"
    rf"|\b{NUMBER_WORD}(?:[\s-]{{1,40}}and)?)[\s-]{{0,40}}$",
    re.IGNORECASE,
)
_SCALE_AFTER = re.compile(r"\s{1,3}(thousand|million|billion)\b", re.IGNORECASE)
_TIME = re.compile(r"\b(?:days?|weeks?|months?|years?|hours?)\b", re.IGNORECASE)
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def find_figure_mistakes(source: Source) -> Iterator[Mistake]:
    """Every number that is written in words and in figures that differ."""
    for passage in source.passages:
        taken: list[tuple[int, int]] = []
        for pattern in (_WORDS_FIRST, _FIGURE_FIRST):
            for match in pattern.finditer(passage.text):
                if any(a < match.end() and match.start() < b for a, b in taken):
                    continue
                taken.append(match.span())
                if (values := _differ(match, passage.text)) is None:
                    continue
                yield source.mistake(
                    "figures-words",
                    "high",
                    f"Words and figures differ: “{shown(match[0])}” says {values[0]:,} and {values[1]:,}.",
                    (passage.start + match.start(), passage.start + match.end()),
                    advice="Ask which is meant, and make both say it.",
                )


def _differ(match: re.Match[str], text: str) -> tuple[Decimal, Decimal] | None:
    number = number_from_words(match["words"])
    if number is None or _BEFORE.search(text[: match.start()]):
        return None
    figure = Decimal(match["figure"].replace(",", ""))
    scale = match.groupdict().get("scale")
    if scale:
        figure *= _SCALES[scale.lower()]
    if after := _SCALE_AFTER.match(text, match.end()):
        number *= _SCALES[after[1].lower()]  # "six (6,000,000) million"
    if (
        figure * (_SCALES[after[1].lower()] if after else 1) == number or int(figure) == number
    ):  # cents stand in figures only
        return None
    if _TIME.search(match["unit"]) and re.match(r"\D", match[0]) and match[0][0] in "$£€":
        return None  # "$400 (two years)" is a price and what it is for
    # "(2019)" behind a word is a year.
    if not match["unit"].strip() and len(match["figure"]) == 4 and match["figure"][:2] in ("19", "20"):
        return None
    return Decimal(number), figure
