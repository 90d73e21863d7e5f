"""The words that contracts call their clauses by, in the languages that are read, and numbers that are words.

German, French, Italian, Spanish, Dutch, Portuguese and Polish beside English; Spanish and Portuguese contracts count
their clauses in words ("PRIMERA.- Objeto").
"""

import re
from collections.abc import Mapping

_DIVISIONS = ("Article", "Part", "Artikel", "Articolo", "Artículo", "Articulo", "Artigo", "Artykuł", "Art.")
_CLAUSES = ("Section", "Sec.", "Clause", "Cláusula", "Clausula", "Clausola", "Clausule", "Abschnitt", "Sección",
            "Sezione", "Secção", "Seção")  # fmt: skip
_ROWS = (
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima undécima duodécima",
    "primeira segunda terceira quarta quinta sexta sétima oitava nona décima",
)
ORDINALS: Mapping[str, int] = {
    **{word: value for row in _ROWS for value, word in enumerate(row.split(), start=1)},
    **{f"décima {word}": 10 + value for row in _ROWS for value, word in enumerate(row.split()[:9], start=1)},
}
"""Numbers of clauses in words, in small letters."""

CLAUSE_WORDS = "|".join(re.escape(each) for word in (*_DIVISIONS, *_CLAUSES) for each in (word, word.upper()))
"""A pattern of the words before the number of a clause, as they begin a paragraph."""


def divides(word: str) -> bool:
    """Whether a word names a division that clauses stand in: they may begin again in each."""
    return word.capitalize() in _DIVISIONS
