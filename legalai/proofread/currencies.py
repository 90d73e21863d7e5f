"""Currencies that do not go together: "six thousand euros ($6,000)", one sum in euros among sums in dollars."""

import re
from collections import Counter
from collections.abc import Iterator

from legalai.extract.amounts import find_amounts
from legalai.proofread.source import Source, shown
from legalai.schema import Mistake

_NAMES = r"(?P<name>dollars?|euros?|pounds(?:\s+sterling)?|(?:Swiss\s+)?francs?|yen)"
_SIGNS = r"(?P<sign>US\$|C\$|A\$|USD|CAD|AUD|EUR|GBP|CHF|JPY|[$€£¥])"
_BESIDE = (
    re.compile(rf"\b{_NAMES}\s{{0,3}}(?:and\s(?:no|00)/100(?:ths)?\s)?\(\s?{_SIGNS}\s?\d", re.IGNORECASE),
    re.compile(rf"(?<!\w){_SIGNS}\s?\d[\d,.]*\s?\((?:[a-z-]+\s){{1,12}}?{_NAMES}\s?\)", re.IGNORECASE),
)
_OF_NAME = {
    "d": {"US$", "C$", "A$", "USD", "CAD", "AUD", "$"},
    "e": {"EUR", "€"},
    "p": {"GBP", "£"},
    "s": {"CHF"},
    "f": {"CHF"},
    "y": {"JPY", "¥"},
}
_CALLED = {"USD": r"dollars?|US\$", "EUR": r"euros?", "GBP": r"pounds?|sterling"}
_EXCHANGED = re.compile(
    r"\b(?:exchange\s+rate|rate\s+of\s+exchange|converted?|conversion|currenc(?:y|ies))\b", re.IGNORECASE
)
_FEWEST = 4


def find_currency_mistakes(source: Source) -> Iterator[Mistake]:
    """Sums whose words name another currency than their sign, and the only sum in another currency than all others."""
    for passage in source.passages:
        for match in (found for form in _BESIDE for found in form.finditer(passage.text)):
            if match["sign"].upper() not in _OF_NAME[match["name"][0].lower()]:
                yield source.mistake(
                    "currency",
                    "high",
                    f"“{shown(match[0])}” names two currencies for one sum.",
                    (passage.start + match.start(), passage.start + match.end()),
                    advice="Ask which is meant.",
                )
    yield from _lonely(source)


def _lonely(source: Source) -> Iterator[Mistake]:
    """The one sum in a currency that the contract speaks of nowhere else."""
    amounts = find_amounts([passage for passage in source.passages if passage.part != "schedule"])
    counts = Counter(amount.currency for amount in amounts)
    if len(counts) != 2 or _EXCHANGED.search(source.document.text):
        return
    (usual, many), (other, once) = counts.most_common()
    if once != 1 or many < _FEWEST or usual not in _CALLED or other not in _CALLED:
        return
    odd = next(amount for amount in amounts if amount.currency == other)
    if len(re.findall(rf"\b(?:{_CALLED[other]})\b", source.document.text, re.IGNORECASE)) > 1:
        return
    yield source.mistake(
        "currency",
        "medium",
        f"“{shown(odd.text)}” is in {other}, and the other {many} sums are in {usual}.",
        (odd.start, odd.end),
        advice="Ask which currency is meant.",
    )
