"""Dates, periods and governing law of contracts against lawyers' answers: right, wrong, silent.

A wrong answer is worse than none, so both are counted, and precision stands beside the share that was found.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from spacy.language import Language

from legalai.evaluation.answers import Answer, Length, day, law, length, length_of, same, title_key
from legalai.evaluation.bound import BoundFigures
from legalai.evaluation.clauses import Progress
from legalai.evaluation.cuad import LabelledContract
from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.defined_terms import find_defined_terms
from legalai.extract.law.governing_law import find_governing_law
from legalai.extract.parties.parties import find_parties
from legalai.extract.pipeline import extract
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import Clause, GoverningLaw, KeyDates

AS_OF = date(2026, 1, 1)
"""The day renewals are walked to; no figure here depends on it."""

_Found = tuple[KeyDates, GoverningLaw | None]
Finder = Callable[[LabelledContract], _Found]
_OUTCOMES = ("right", "wrong", "silent", "unasked")


@dataclass(frozen=True, slots=True)
class _Field:
    column: str
    read: Callable[[str], Answer | None]
    ours: Callable[[_Found], Answer | None]
    is_date: bool = False


_FIELDS: Mapping[str, _Field] = {
    "agreement date": _Field("Agreement Date-Answer", day, lambda found: found[0].agreement_date.value, is_date=True),
    "effective date": _Field("Effective Date-Answer", day, lambda found: found[0].effective_date.value, is_date=True),
    "expiration date": _Field(
        "Expiration Date-Answer", day, lambda found: found[0].expiration_date.value, is_date=True
    ),
    "renewal term": _Field("Renewal Term-Answer", length, lambda found: length_of(found[0].renewal.term)),
    "notice period": _Field(
        "Notice Period To Terminate Renewal- Answer", length, lambda found: length_of(found[0].notice_period)
    ),
    "governing law": _Field("Governing Law-Answer", law, lambda found: found[1].name if found[1] else None),
}


@dataclass(frozen=True, slots=True)
class Mistake:
    """An answer that was missed or wrong; `found` is None where we were silent."""

    title: str
    field: str
    truth: str
    found: str | None


@dataclass(frozen=True, slots=True)
class FieldFigures:
    """One field: of the answers that the lawyers gave, how many we gave right, gave wrong, and did not give.

    `unasked`: answers we gave where they gave none, which nobody counts.
    """

    right: int
    wrong: int
    silent: int
    unasked: int

    @property
    def asked(self) -> int:
        """Answers that the lawyers gave."""
        return self.right + self.wrong + self.silent

    @property
    def found(self) -> float:
        """The share right of those asked."""
        return self.right / max(self.asked, 1)

    @property
    def precision(self) -> float:
        """The share right of those given."""
        return self.right / max(self.right + self.wrong, 1)


@dataclass(frozen=True)
class DateFigures:
    """The figures by field; those of every day together; and every mistake."""

    contracts: int
    fields: Mapping[str, FieldFigures]
    mistakes: tuple[Mistake, ...]
    bound: BoundFigures | None = None

    @property
    def every_date(self) -> FieldFigures:
        """Agreement, effective and expiration dates together."""
        dates = [self.fields[name] for name, each in _FIELDS.items() if each.is_date]
        return FieldFigures(**{each: sum(getattr(date, each) for date in dates) for each in _OUTCOMES})

    def rows(self) -> Iterable[tuple[str, ...]]:
        """A row for each field: asked, right, wrong, silent, found, precision."""
        for name, each in (*self.fields.items(), ("every date", self.every_date)):
            counts = (each.asked, each.right, each.wrong, each.silent)
            yield name, *map(str, counts), f"{each.found:.3f}", f"{each.precision:.3f}"
        if self.bound:
            whole, count = self.bound.whole, self.bound.sentences
            counts = (count, whole, count - whole, "-")
            yield "who is bound and how, macro F1", *map(str, counts), f"{self.bound.macro_f1:.3f}", "-"

    def as_json(self, **about: str) -> str:
        """All figures as JSON, after what is told `about` them, without the mistakes: those quote contracts."""
        fields = {
            name: {"asked": each.asked, **asdict(each), "found": each.found, "precision": each.precision}
            for name, each in (*self.fields.items(), ("every date", self.every_date))
        }
        figures: dict[str, object] = {**about, "contracts": self.contracts, "fields": fields}
        if bound := self.bound:
            figures["who_is_bound"] = {
                "macro_f1": bound.macro_f1,
                "f1": bound.scores,
                "sentences": bound.sentences,
                "wholly_right": bound.whole,
            }
        return json.dumps(figures, indent=2) + "\n"


def by_pipeline(nlp: Language) -> Finder:
    """What an extraction says."""

    def find(contract: LabelledContract) -> _Found:
        found = extract(document_of(contract.text, name=contract.title), nlp, as_of=AS_OF)
        return found.key_dates, found.governing_law

    return find


def by_labels(contract: LabelledContract) -> _Found:
    """What the rules say when the lawyers' own spans point them to the clauses, as a perfect clause model would."""
    passages = find_passages(document_of(contract.text, name=contract.title))
    clauses = tuple(
        Clause(type=s.category, score=1.0, text=contract.text[s.start : s.end], start=s.start, end=s.end)
        for s in contract.spans
    )
    chosen = find_governing_law(passages, clauses)
    dates = find_key_dates(
        passages,
        clauses,
        parties=find_parties(passages, clauses),
        defined_terms=find_defined_terms(passages),
        governing_law=chosen,
        as_of=AS_OF,
    )
    return dates, chosen


def evaluate_dates(
    contracts: Sequence[LabelledContract],
    answers: Mapping[str, Mapping[str, str]],
    find: Finder,
    *,
    progress: Progress,
) -> DateFigures:
    """The figures of a finder over the contracts that have a row of answers.

    Answers with an unknown part ("[]") are left out; periods are equal within 4%, laws by name.
    """
    tallies = {name: Counter[str]() for name in _FIELDS}
    mistakes: list[Mistake] = []
    answered = [contract for contract in contracts if title_key(contract.title) in answers]
    for done, contract in enumerate(answered, start=1):
        found, row = find(contract), answers[title_key(contract.title)]
        for name, field in _FIELDS.items():
            truth, ours = field.read(cell := row.get(field.column, "")), field.ours(found)
            if truth is None:
                tallies[name]["unasked"] += ours is not None and not cell.strip()
                continue
            outcome = "silent" if ours is None else "right" if same(truth, ours) else "wrong"
            tallies[name][outcome] += 1
            if outcome != "right":
                mistakes.append(Mistake(contract.title, name, _said(truth), None if ours is None else _said(ours)))
        progress(done, len(answered), contract.title)
    figures = {name: FieldFigures(**{each: tally[each] for each in _OUTCOMES}) for name, tally in tallies.items()}
    return DateFigures(len(answered), figures, tuple(mistakes))


def _said(answer: Answer) -> str:
    return f"{answer.days:.0f} days" if isinstance(answer, Length) else str(answer)
