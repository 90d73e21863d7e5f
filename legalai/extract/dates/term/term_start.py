"""The day that a term runs from, or why it is not known and what to ask for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legalai.extract.dates.beginning.effective_date import Effective
from legalai.extract.dates.beginning.named_date import OWN_DATE, named_date
from legalai.extract.dates.beginning.tied_date import Ties, find_tied_name
from legalai.extract.dates.events import event_name, given_day
from legalai.extract.dates.term.term_origin import LAST_SIGNATURE
from legalai.extract.dates.term.term_reading import TermReading
from legalai.extract.dates.values.date_choice import stated
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.given_values import GivenValue
from legalai.extract.segmentation.passages import Passage
from legalai.schema import KeyDate

_ANNIVERSARY_OF = re.compile(
    r"(?P<name>Anniversary\s+(?:Date|Day))[\"”]?\s+(?:shall\s+)?(?:means?|is)\s+(?:each|any|every|an"
    r"|the)\s+(?:\w+\s+){0,2}?anniversary\s+"
    r"of\s+(?:the\s+)?(?P<of>(?:[A-Z][\w-]{0,30}\s+){1,3}Date)\b"
)


# What a start that the text leaves open is asked for by.
_START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a term may run from."""

    passages: Sequence[Passage]
    agreement: KeyDate
    effective: Effective
    order: DateOrder | None
    triggers: Mapping[str, GivenValue]
    jurisdiction: str | None

    @property
    def ties(self) -> Ties:
        """What a date that the text defines may be tied to."""
        return Ties(agreement=self.agreement, order=self.order, jurisdiction=self.jurisdiction, triggers=self.triggers)


def _named_origin(name: str, known: Known) -> tuple[KeyDate | None, str]:
    if day := given_day(name, known.triggers):
        return KeyDate(value=day, status="stated"), f"the day given for “{event_name(name)}”"
    if name == LAST_SIGNATURE and known.effective.key_date.status == "computed":
        return known.effective.key_date, "the day of the last signature"
    if found := named_date(known.passages, name, known.order):
        return stated(found), "the day the contract gives that name"
    if tied := find_tied_name(known.passages, name, known.ties):
        said = tied.said
        key_date = KeyDate(value=tied.day, status="computed", text=said.text, start=said.start, end=said.end)
        return key_date if tied.day else None, f"the day that the definition of “{name}” gives"
    if defined := _anniversary_of(known.passages, name):
        return _named_origin(defined, known)
    if _names_own_date(known.passages, name) and known.agreement.value is not None:
        return known.agreement, "the date of the contract, by the name it is given"
    return None, "The term runs from an event or a date that the text does not fix."


def start_of(
    term: TermReading,
    known: Known,
) -> tuple[KeyDate | None, str]:
    """The day the term runs from and what it is, or nothing and why it is not known."""
    agreement, effective = known.agreement, known.effective.key_date
    if term.origin == "day" and term.origin_day is not None:
        if term.origin_day.value is None:
            if term.origin_day.kind == "blank" and (day := given_day(_START, known.triggers)):
                return KeyDate(value=day, status="stated"), "the day given for the start that the text leaves open"
            return None, "The day the term runs from is left open."
        return stated(term.origin_day), "the day the term is said to run from"
    if term.origin == "named" and term.named is not None:
        return _named_origin(term.named, known)
    if term.origin == "own":
        return (
            (agreement, "the date of the contract") if agreement.value else (None, "The contract bears no full date.")
        )
    if effective.value is not None:
        return effective, "the effective date"
    if effective.status == "blank" or known.effective.tied or (term.origin == "effective" and not _is_plain(effective)):
        return None, "The term runs from the effective date, which the text does not give."
    if agreement.value is not None:
        return agreement, "the date of the contract, as no other effective date is stated"
    return None, "The day the term runs from is not known."


def _is_plain(effective: KeyDate) -> bool:
    """Whether the text is just silent on the effective date, rather than tying it to something else."""
    return effective.status == "absent" and effective.start is None and "signature" not in (effective.reason or "")


def _anniversary_of(passages: Sequence[Passage], name: str) -> str | None:
    """The date whose anniversaries a contract calls by a name: '"Anniversary Date" means each anniversary of X'."""
    for passage in passages:
        defined = _ANNIVERSARY_OF.search(passage.text)
        if defined and " ".join(defined["name"].split()) == name:
            return " ".join(defined["of"].split())
    return None


def _names_own_date(passages: Sequence[Passage], name: str) -> bool:
    words = r"\s+".join(re.escape(word) for word in name.split())
    named = re.compile(rf"{OWN_DATE}[\s,]{{0,4}}\([^()]{{0,30}}[\"“]\s?{words}", re.IGNORECASE)
    return any(named.search(p.text) for p in passages)


def event_of(term: TermReading, known: Known) -> str | None:
    """The event to ask for, where the term runs from one."""
    if term.origin == "named" and term.named:
        tied = find_tied_name(known.passages, term.named, known.ties)
        return tied.event if tied and tied.event else event_name(term.named)
    if term.origin == "day" and term.origin_day is not None and term.origin_day.kind == "blank":
        return _START
    return known.effective.event if term.origin in ("effective", "unsaid") else None
