"""Initials of people, which look like the letters of clauses: "A. Fenn" in a table of contacts or below a signature."""

import re
from collections.abc import Sequence
from functools import cached_property

from legalai.ingest.alphabets import CAPITALS
from legalai.ingest.signing import signs_near

_CAPITAL = f"[{CAPITALS}]"
_NAME = rf"(?:[OD]['’])?{_CAPITAL}[^\W\d_]+(?:['’-][^\W\d_]+)*"
_PERSON = re.compile(
    rf"[ \t]*(?:{_CAPITAL}\.[ \t]?){{1,3}}[ \t]?"
    r"(?:(?:van|von|zu|de|den|der|des|di|da|do|dos|du|del|della|la|le|ter|ten|bin|al|el|y)[ \t]){0,3}"
    rf"(?P<name>{_NAME})(?:[ \t]{_NAME})?[ \t]*(?:[,(\n–-].{{0,80}})?",
    re.DOTALL,
)
_AROUND = ".,;:!?()[]\"'“”‘’"
_NEAR = 4


class Initials:
    """Tells the initials of people from the letters of clauses in the paragraphs of a document.

    A heading such as "A. Fees" is made of words that the document also writes small; a surname never is.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def begin(self, index: int, *, is_cell: bool) -> bool:
        """Whether a cell, or a paragraph with signatures near it, begins with the initials of a person."""
        person = _PERSON.fullmatch(self._texts[index])
        if person is None or person["name"].lower() in self._small_words:
            return False
        return is_cell or signs_near(self._texts[max(index - _NEAR, 0) : index + _NEAR + 1])

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """The words that the document writes without a capital; those of addresses of mail are none."""
        words = (word.strip(_AROUND) for text in self._texts for word in text.split())
        return frozenset(word for word in words if word.islower() and word.isalpha())
