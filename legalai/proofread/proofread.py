"""Every rule over one document, and its mistakes in order: the most harmful first."""

from collections.abc import Callable, Collection, Iterable
from typing import get_args

from legalai.errors import InputError
from legalai.proofread.brackets import find_bracket_mistakes
from legalai.proofread.calendar_dates import find_date_mistakes
from legalai.proofread.cross_references import find_reference_mistakes, find_schedule_mistakes
from legalai.proofread.currencies import find_currency_mistakes
from legalai.proofread.definition_pointers import find_pointer_mistakes
from legalai.proofread.double_words import find_double_words
from legalai.proofread.figures import find_figure_mistakes
from legalai.proofread.left_open import find_open_places
from legalai.proofread.lengths import find_length_mistakes
from legalai.proofread.misspelled_terms import find_misspelled_terms
from legalai.proofread.names import find_foreign_margins, find_foreign_names, find_signing_names
from legalai.proofread.numbering import find_numbering_mistakes
from legalai.proofread.source import Source
from legalai.proofread.terms import find_term_mistakes
from legalai.proofread.totals import find_total_mistakes
from legalai.proofread.undefined_terms import find_undefined_terms
from legalai.schema import Document, Mistake, MistakeKind, Proofreading

KINDS: tuple[MistakeKind, ...] = get_args(MistakeKind)
_RULES: tuple[tuple[Callable[[Source], Iterable[Mistake]], frozenset[MistakeKind]], ...] = (
    (find_foreign_names, frozenset({"foreign-name"})),
    (find_signing_names, frozenset({"signature-name"})),
    (find_foreign_margins, frozenset({"foreign-margin"})),
    (find_total_mistakes, frozenset({"total"})),
    (find_figure_mistakes, frozenset({"figures-words"})),
    (find_currency_mistakes, frozenset({"currency"})),
    (find_reference_mistakes, frozenset({"reference-missing", "reference-subject"})),
    (find_pointer_mistakes, frozenset({"reference-subject"})),
    (find_schedule_mistakes, frozenset({"schedule-missing", "schedule-blank"})),
    (find_date_mistakes, frozenset({"date-impossible", "date-order", "date-weekday"})),
    (find_length_mistakes, frozenset({"date-length"})),
    (find_open_places, frozenset({"form", "blank", "drafting-note"})),
    (find_undefined_terms, frozenset({"term-undefined"})),
    (find_term_mistakes, frozenset({"term-twice", "term-spelling", "term-unused"})),
    (find_misspelled_terms, frozenset({"term-spelling"})),
    (find_numbering_mistakes, frozenset({"number-twice", "number-skipped", "number-order"})),
    (find_bracket_mistakes, frozenset({"bracket"})),
    (find_double_words, frozenset({"word-twice"})),
)
_SEVERITIES = ("high", "medium", "low")


def proofread(
    document: Document, *, kinds: Collection[MistakeKind] = KINDS, margins: Collection[str] = ()
) -> tuple[Mistake, ...]:
    """The mistakes of these kinds, by harm, kind and place; `margins` are the headers, footers and properties.

    Raises: InputError when the document holds no words.
    """
    source = Source(document, tuple(margins))
    if not source.passages:
        raise InputError(f"{document.facts.name}: no words in it. Give a file that holds a contract.")
    wanted = frozenset(kinds)
    found = [mistake for rule, told in _RULES if told & wanted for mistake in rule(source) if mistake.kind in wanted]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def proofreading_of(
    document: Document, *, kinds: Collection[MistakeKind] = KINDS, margins: Collection[str] = ()
) -> Proofreading:
    """The mistakes with the facts of the document, as they are written out."""
    return Proofreading(
        document=document.facts,
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        mistakes=proofread(document, kinds=kinds, margins=margins),
        issues=document.issues,
    )


def _order(mistake: Mistake) -> tuple[int, int, int]:
    start = mistake.citations[0].start if mistake.citations else -1
    return _SEVERITIES.index(mistake.severity), KINDS.index(mistake.kind), start
