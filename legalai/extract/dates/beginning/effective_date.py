"""The date from which a contract has effect."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from legalai.extract.clauses.pointers import pointed, quote
from legalai.extract.dates.beginning.begins_itself import find_own_beginning
from legalai.extract.dates.beginning.named_date import OWN_DATE, named_date
from legalai.extract.dates.beginning.on_signature import effect_on_signature
from legalai.extract.dates.beginning.signing_dates import last_signing_date
from legalai.extract.dates.beginning.tied_date import Ties, find_tied_effect
from legalai.extract.dates.values.counted_day import Counted, counted_from
from legalai.extract.dates.values.date_choice import (
    absent,
    dates_at,
    ends_there,
    full_dates,
    left_blank,
    stated,
    unfinished,
)
from legalai.extract.dates.values.dates import DateOrder, FoundDate, find_dates, without_weekday
from legalai.extract.segmentation.entries import find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, KeyDate, ProofStep, Quote

_OWN = re.compile(OWN_DATE, re.IGNORECASE)
_LAST_SIGNATURE = re.compile(
    r"\b(?:last\s+(?:party|signature|date|signed|of\s+the\s+parties)|latest\s+(?:date|of)|later\s+of|date\s+of\s+(?:the\s+)?last|"
    r"both\s+parties\s+(?:have\s+)?(?:sign|execut)|fully\s+executed)",
    re.IGNORECASE,
)
_QUOTES = "[\"“”'‘’]"
_TAKES_EFFECT = re.compile(
    r"\b(?:is|be|becomes?|comes?\s+into|enters?\s+into|made|entered\s+into|and|hereby|takes?)\s+(?:\w+\s+){0,3}(?:effect(?:ive)?|force)\s+"
    r"(?:\w+\s+){0,2}(?:as\s+of|as\s+from|from|on|upon|since)\s+(?:the\s+)?$"
    r"|\beffective\s+(?:(?:as\s+of|date\s+(?:of|is|shall\s+be|will\s+be)|from|on)\s*:?\s*)?(?:the\s+)?$"
    r"|\beffective,?\s+(?:for|in)\s+(?:\w+\s+){1,8}as\s+of\s+(?:the\s+)?$"
    r"|\beffective\s+date\W{0,6}(?:(?:of\s+(?:this|the)\s+\w+\s+)?(?:is|means|shall\s+(?:be|mean)|will\s+be)\s+)?(?:as\s+of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "This agreement begins on the Commencement Date": the name of the day on which the contract begins.
_BEGINS_ON = re.compile(
    r"\b[Tt](?:his|he)\s+(?i:agreement|contract)\s+(?:(?:shall|will)\s+)?"
    r"(?:(?:begin|commence|start)s?|(?:is|be|becomes?)\s+effective|takes?\s+effect|comes?\s+into\s+(?:force|effect))\s+"
    r"(?:on|from|upon|as\s+of)\s+(?:and\s+including\s+)?(?:the\s+)?"
    r"(?P<name>(?:[A-Z][\w-]{0,30}\s+){0,3}(?:Commencement|Start|Starting|Launch)\s+Date)\b"
)
# Far from the opening, only what has the contract itself for its subject.
_ITSELF = re.compile(
    r"\b(?:this|the)\s+(?:[\w-]+\s+){0,2}(?:agreement|contract|amendment|addendum)\s+(?:shall\s+|will\s+)?"
    r"(?:be|is|becomes?|takes?|comes?|enters?|have|has)\s+(?:into\s+)?(?:effect(?:ive)?|force)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"\b(?:effective|effect|force)\b", re.IGNORECASE)
_DAY_AFTER = re.compile(
    r"\b(?:days?|months?)\s+(?:after|following|from)\b|\blater\s+of\s+(?:\(|the\s+(?!dates?|two|date\s))", re.IGNORECASE
)
_ON_LAST_SIGNATURE = "The contract takes effect on its last signature, and no day is given for it."
_TOP_CHARACTERS = 6000
# The model marks other days too, and one that is more likely none hides what the words say.
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Effective:
    """The effective date with the steps that led to it.

    `event`: what it is tied to, where the day of that is not in the text; `tied`: the date of the paper cannot stand in
    for it. `in_day`: it comes with a signature, in the course of a day.
    """

    key_date: KeyDate
    proof: tuple[ProofStep, ...] = ()
    event: str | None = None
    tied: bool = False
    in_day: bool = False


def find_effective_date(
    passages: Sequence[Passage],
    clauses: Sequence[Clause],
    agreement: KeyDate,
    order: DateOrder | None,
    ties: Ties | None = None,
    *,
    least: float = LIKELY,
) -> Effective:
    """The day on which the contract takes effect, or the reason why the text does not give one.

    Days that the model marks with a score under `least` are not looked at.
    """
    clauses = [clause for clause in clauses if clause.type == "Effective Date" and clause.score >= least]
    shown = dates_at(passages, clauses, "Effective Date", order)
    score = max((clause.score for clause in clauses), default=None)
    takes_effect = _where_it_takes_effect(passages, shown, order)
    if takes_effect:
        return Effective(stated(takes_effect, score=score))
    if full := full_dates(_beginning(passages, shown)):
        return Effective(stated(full[0], score=score))
    telling = (*pointed(passages, clauses, "Effective Date"), *_defining(passages))
    if tied := _tied(passages, ties, to_events=False):
        return tied
    if counted := next((said for p in telling if (said := _counted(p, order)) is not None), None):
        return counted
    for passage in telling:
        if result := _by_reference(passage, agreement, passages, order):
            return result
    if beside := _beside_label(passages, order):
        return beside
    if begins := _on_named_day(passages, order) or _on_signature(passages, agreement, order):
        return begins
    if told := _tied(passages, ties, to_events=True) or _of_itself(passages, order):
        return told
    return Effective(_left_open(passages, shown, order))


def _tied(passages: Sequence[Passage], ties: Ties | None, *, to_events: bool) -> Effective | None:
    """The effective date that the text ties to another day; `to_events`: to an event alone."""
    found = find_tied_effect(passages, ties, to_events=to_events) if ties else None
    if found is None:
        return None
    if found.day is None:
        return Effective(absent(found.reason), event=found.event, tied=True)
    passage = found.passage
    key_date = KeyDate(value=found.day, status="computed", text=passage.text, start=passage.start, end=passage.end)
    return Effective(key_date, (found.step("effective date"),))


def _beginning(passages: Sequence[Passage], shown: Sequence[FoundDate]) -> tuple[FoundDate, ...]:
    """The dates shown that are not ends: the clause may be the whole sentence on the term."""
    kept: list[FoundDate] = []
    for found in shown:
        passage = next((p for p in passages if p.start <= found.start < p.end), None)
        before = passage.text[: found.start - passage.start][-110:] if passage else ""
        if not ends_there(before) and not (passage and counted_from(passage, found.start - passage.start)):
            kept.append(found)
    return tuple(kept)


def _where_it_takes_effect(
    passages: Sequence[Passage], shown: Sequence[FoundDate], order: DateOrder | None
) -> FoundDate | None:
    """The date named "Effective Date", else the one at which the text says the contract takes effect."""
    if named := named_date(passages, "Effective Date", order):
        return named
    starts = {d.start for d in shown}
    saying = [
        d
        for p in passages
        if p.start < _TOP_CHARACTERS or starts & set(range(p.start, p.end)) or _SPEAKS.search(p.text)
        for d in find_dates(p.text, order=order, offset=p.start)
        if d.value and _says_so(p, d, top=p.start < _TOP_CHARACTERS or d.start in starts)
    ]
    if starts:
        saying = [d for d in saying if d.start in starts]
    return saying[0] if len({d.value for d in saying}) == 1 else None


def _says_so(passage: Passage, day: FoundDate, *, top: bool) -> bool:
    """Whether the words before a day say that the contract takes effect on it; far from the `top`, by its name."""
    before = passage.text[max(day.start - passage.start - 110, 0) : day.start - passage.start]
    before = without_weekday(before)
    return _TAKES_EFFECT.search(before[-90:]) is not None and (top or _ITSELF.search(before) is not None)


def _defining(passages: Sequence[Passage]) -> list[Passage]:
    says = re.compile(
        rf"{_QUOTES}Effective\s+Date{_QUOTES}|\b(?:agreement|contract)\s+(?:(?:shall|will)\s+(?:become\s+effective|commence|take\s+effect|come\s+into)"
        r"|takes\s+effect|becomes\s+effective|comes\s+into)",
        re.IGNORECASE,
    )
    return [p for p in passages if says.search(p.text)]


def _beside_label(passages: Sequence[Passage], order: DateOrder | None) -> Effective | None:
    """What a cover page has beside "Effective Date": a day, a blank, or that the last signature decides."""
    for entry in find_entries(passages, "effective"):
        for value in entry.values:
            if full := full_dates(find_dates(value.text, order=order, offset=value.start)):
                return Effective(stated(full[0]))
            if _LAST_SIGNATURE.search(value.text):
                return Effective(absent(_ON_LAST_SIGNATURE))
        if blank := entry.blank:
            return Effective(left_blank(blank))
    return None


def _on_named_day(passages: Sequence[Passage], order: DateOrder | None) -> Effective | None:
    """The day that the contract gives the name of the day on which it begins."""
    for passage in passages:
        for begins in _BEGINS_ON.finditer(passage.text):
            if (day := named_date(passages, begins["name"], order)) and day.value:
                named = Quote(text=day.text, start=day.start, end=day.end)
                step = ProofStep(
                    step="effective date",
                    result=str(day.value),
                    quotes=(quote(passage, begins.start(), begins.end()), named),
                    rule="the contract takes effect on the day named as its beginning",
                )
                return Effective(stated(day), (step,))
    return None


def _counted(passage: Passage, order: DateOrder | None) -> Effective | None:
    """The day that a passage counts from another one it names."""
    for day in find_dates(passage.text, order=order, offset=passage.start):
        counted = counted_from(passage, day.start - passage.start) if day.value else None
        if counted is not None and day.value is not None:
            return _counted_on(counted, day.value, passage, Quote(text=day.text, start=day.start, end=day.end))
    return None


def _counted_on(counted: Counted, base: date, passage: Passage, named: Quote) -> Effective:
    day = counted.after(base)
    if day is None:
        return Effective(absent("It is counted from another day, in a way that gives no day by itself."), tied=True)
    step = ProofStep(
        step="effective date",
        result=str(day),
        quotes=(counted.words, named),
        rule="the contract takes effect that long after the day named; the day counted from is left out",
    )
    key_date = KeyDate(value=day, status="computed", text=passage.text, start=passage.start, end=passage.end)
    return Effective(key_date, (step,))


def _by_reference(
    passage: Passage, agreement: KeyDate, passages: Sequence[Passage], order: DateOrder | None
) -> Effective | None:
    """The agreement's own date where the passage refers to it, or the day of the last signature it waits for."""
    if last := _LAST_SIGNATURE.search(passage.text):
        day = None if _DAY_AFTER.search(passage.text) else last_signing_date(passages, order)
        return _on_last_signature(quote(passage, *last.span()), day)
    own = _OWN.search(passage.text)
    if (
        own is None
        or agreement.value is None
        or agreement.text is None
        or agreement.start is None
        or agreement.end is None
    ):
        return None
    named = Quote(text=agreement.text, start=agreement.start, end=agreement.end)
    counted = counted_from(passage, own.start())
    if counted is not None and isinstance(agreement.value, date):
        return _counted_on(counted, agreement.value, passage, named)
    step = ProofStep(
        step="effective date",
        result=str(agreement.value),
        quotes=(quote(passage, own.start(), own.end()), named),
        rule="the contract takes effect on the date it bears",
    )
    key_date = KeyDate(
        value=agreement.value, status="computed", text=passage.text, start=passage.start, end=passage.end
    )
    return Effective(key_date, (step,), in_day=True)


def _of_itself(passages: Sequence[Passage], order: DateOrder | None) -> Effective | None:
    found = find_own_beginning(passages, order)
    return Effective(*found) if found else None


def _on_signature(passages: Sequence[Passage], agreement: KeyDate, order: DateOrder | None) -> Effective | None:
    found = effect_on_signature(passages, agreement, order)
    return Effective(found[0], (found[1],), in_day=True) if found else None


def _on_last_signature(said: Quote, day: FoundDate | None) -> Effective:
    if day is None:
        return Effective(absent(_ON_LAST_SIGNATURE))
    step = ProofStep(
        step="effective date",
        result=str(day.value),
        quotes=(said, Quote(text=day.text, start=day.start, end=day.end)),
        rule="the contract takes effect on its last signature; this is the latest day under the signatures",
    )
    return Effective(replace(stated(day), status="computed"), (step,), in_day=True)


def _left_open(passages: Sequence[Passage], shown: Sequence[FoundDate], order: DateOrder | None) -> KeyDate:
    """The place left open for the date, if the text has one."""
    blank = shown[0] if shown else _blank(passages, order)
    return unfinished(blank) if blank else absent("The text states no day on which the contract takes effect.")


def _blank(passages: Sequence[Passage], order: DateOrder | None) -> FoundDate | None:
    """A blank that is to be the effective date."""
    after = re.compile(rf"^[\s,]{{0,4}}\(?[^()]{{0,40}}{_QUOTES}\s?Effective\s+Date", re.IGNORECASE)
    for passage in passages:
        if passage.start > _TOP_CHARACTERS:
            return None
        for found in find_dates(passage.text, order=order, offset=passage.start):
            tail = passage.text[found.end - passage.start : found.end - passage.start + 100]
            if found.kind != "day" and after.search(tail):
                return found
    return None
