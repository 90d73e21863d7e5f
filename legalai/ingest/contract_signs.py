"""Whether a text looks like a contract: what only contracts say, in the languages that we have wordings for.

The test errs on the side of reading: a text in any other language counts as one.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from legalai.ingest.clause_numbers import read_label
from legalai.ingest.language import language_of

_SIGNS = Path(__file__).resolve().parent / "contract_signs.toml"
# A contract shows itself before this; what follows in a longer text need not be looked at.
_LOOKED_AT = 200_000
# A shorter text may be in any language, and none is found for it.
_SHORT = 60
_LAST_LATIN = "\u024f"
# Clauses of several levels: a list of steps is numbered too.
_FEWEST_CLAUSES = 3
_CODE = re.compile(r"^[ \t]*(?:```|~~~).*?(?:^[ \t]*(?:```|~~~)|\Z)|`[^`\n]{1,200}`", re.MULTILINE | re.DOTALL)


def contract_signs(text: str, enough: int = 2) -> int:
    """How many kinds of signs that it is a contract a text has, counted up to what is `enough`; that where none can be
    told, since it is in no language of which we know any."""
    text = text[:_LOOKED_AT]
    known, language = _patterns(), language_of(text)
    few = len(text.split()) < _SHORT
    if language not in known and not (language == "und" and few and _is_latin(text)):
        return enough
    prose = _CODE.sub(" ", text).replace("'", "’")
    asked = known if language == "und" else {each: known[each] for each in (language, "en")}
    return min(max(_kinds_in(prose, kinds, enough) for kinds in asked.values()) + _is_numbered(prose), enough)


def _kinds_in(text: str, kinds: Sequence[re.Pattern[str]], enough: int) -> int:
    return sum(1 for _ in islice((kind for kind in kinds if kind.search(text)), enough))


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(letter < _LAST_LATIN for letter in letters) >= len(letters)


def _is_numbered(text: str) -> bool:
    """Whether lines begin with the numbers of clauses below others, such as "1.1" or "(a)"."""
    labels = (read_label(line) for line in text.splitlines())
    below = (label for label in labels if label is not None and not label.weak and label.readings[0].form != "1")
    return len(list(islice(below, _FEWEST_CLAUSES))) == _FEWEST_CLAUSES


@lru_cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """The signs of each language, a pattern for each kind."""
    told = tomllib.loads(_SIGNS.read_text(encoding="utf-8"))
    return {language: tuple(re.compile(each, re.IGNORECASE) for each in told[language].values()) for language in told}
