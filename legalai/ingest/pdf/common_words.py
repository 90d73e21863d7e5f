"""Words that contracts in English are made of."""

from functools import cache
from importlib import resources


@cache
def common_words() -> frozenset[str]:
    """Common words of contracts in English, and those made of two that are words themselves."""
    text = resources.files("legalai.ingest.pdf").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(text.split())
