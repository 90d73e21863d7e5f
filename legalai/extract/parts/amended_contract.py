"""The contract that an amendment in a file of its own changes: its name, its date, and the end it is given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from legalai.extract.dates.amendments import find_amended_ends
from legalai.extract.dates.values.dates import DateOrder, find_dates, written_order
from legalai.extract.segmentation.passages import Passage
from legalai.schema import AmendedContract, Issue, KeyDate

_CHANGING = (
    r"(?:amendment|addendum|variation|modification|extension|amending|supplemental|nachtrag\w*|änderungs\w*"
    r"|zusatzvereinbarung|avenant|adenda|allonge|atto\s+aggiuntivo|aanvulling|wijzigingsovereenkomst)"
)
_NOUN = (
    r"(?:agreement|contract|lease|licen[cs]e|deed|charter|underlease|tenancy|terms\s+and\s+conditions|\w*vertrag\w*"
    r"|\w*vereinbarung|contrat|convention|bail|contratto|contrato|acuerdo|\w*overeenkomst)"
)
# "FIRST AMENDMENT TO LEASE", "Amendment No. 2", "Deed of Variation": no sentence that speaks of amendments.
_TITLE = re.compile(
    rf"(?:(?:[A-ZÄÖÜ][\w/'’-]*|\d+\w*\.?|of|and|to)\s+){{0,6}}(?=[A-ZÄÖÜ])(?i:{_CHANGING})\b"
    r"(?:\s+(?i:no|nr|number|n°)\.?(?=\s)|[^.;])*\.?"
)
# A restated contract stands in the place of the old one; terms on data protection leave the contract as it was.
_OTHER_PAPER = re.compile(
    r"\brestat\w+|\bdata\s+(?:processing|protection)|\bprivacy\b|\bbusiness\s+associate\b|\bsecurity\s+addendum",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"\bthis\b[^.;]{0,160}?\b(?:amends|modifies|varies|changes|is\s+supplemental\s+to)\s+(?:and\s+\w+\s+)?(?:the|that|a)\b"
    r"|\b(?:is|are)\s+hereby\s+(?:amended|modified|varied|changed)\s+as\s+follows"
    r"|\b(?:agree|agreed|agreement|wish|desire)s?\s+to\s+(?:amend|vary|modify|extend)\s+(?:it|the|that|such|certain)\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"(?P<name>(?:\b(?:[Tt]he|[Aa]n?)\s+(?:[a-z][\w-]*\s+){{1,3}})?(?:[A-ZÄÖÜ][\w&/’'-]*\s+|(?:and|of|for|&)\s+){{0,8}}?\b(?P<noun>(?i:{_NOUN})))\b(?!\s+(?i:to|agreement|contract|deed)\b)"
)
# Between a contract's name and its date stand its short name, its parties or its subject, and how it came about.
_DATED = re.compile(
    r"[^;]{0,200}?\b(?:dated|made|entered\s+into|executed|effective(?:\s+date)?|signed|concluded|commencing)(?:,?\s+(?:as\s+)?(?:of|on|from|at))?"
    r"(?:\s+the)?\s*|[^;]{0,60}?\s(?:vom|du)\s*|[\s,]{1,3}(?:of|vom|du|del|dello|van|d\.d\.|datata|datado)(?:\s+the)?\s*",
    re.IGNORECASE | re.DOTALL,
)
# "The parties entered into a Supply Agreement on 3 May": only so does "on" give the day that a contract bears.
_ENTERED = re.compile(
    r"\b(?:entered\s+into|made|concluded|signed)\s+(?:(?:a|an|the|that)\s+)?(?:certain\s+)?$", re.IGNORECASE
)
_ON = re.compile(r"\s*(?:\([^()]{0,60}\)\s*)?on(?:\s+the)?\s*", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:is|are|as\s+amended|amendment|addendum|guarant\w+|letter\s+of\s+intent)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:\b(?:this|diese\w*|présent\w*|presente)\s+|\(.{0,12}[\"“])$", re.IGNORECASE)
_OF_AN_AMENDMENT = re.compile(
    rf"\b(?:this|an?|the|by)\b[^.;]{{0,60}}?\b{_CHANGING}(?:\s+agreement)?(?:\s+(?:no|nr|n°)\.?\s*\w+)?\s+to\s+$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"\b{_CHANGING}(?:\s+agreement)?(?:\s+(?:no\.?|nr\.?|n°|number)?\s*\w{{1,4}})?\s+(?:to|of|zum|zur|au|al|à\s+la)\s+(?:the\s+)?"
    rf"(?P<name>(?:[\w&/’'-]+\s+){{0,8}}?{_NOUN})\b",
    re.IGNORECASE,
)
_LEADING = re.compile(r"(?:(?:The|the|This|That|An?|a|an|By|To|Under|Certain|Said|Original|Our|Your)\s+)+")
_EARLY = 5000
_TITLES = 6
_LONGEST_TITLE = 200
_LOOKS_BACK = 300

_READ_WITH = (
    "This paper changes another contract (`amends` has its name and its date): read the two together. What it does "
    "not change stands there, and its own key dates are no more than what it says itself."
)


@dataclass(frozen=True, slots=True)
class _Reference:
    """Where a passage names another contract, and the day that it is said to bear."""

    passage: Passage
    start: int
    end: int
    dated: date | None = None

    @property
    def name(self) -> str:
        return " ".join(self.passage.text[self.start : self.end].split())


def find_amended_contract(passages: Sequence[Passage], order: DateOrder | None = None) -> AmendedContract | None:
    """The contract that this paper says it changes; None where it is no amendment, or does not say of what."""
    early = [passage for passage in passages if passage.start < _EARLY]
    if not _is_amendment(early):
        return None
    order = order or written_order("\n".join(passage.text for passage in early))
    titled = next(_titled(early), None)
    dated = next((reference for passage in early for reference in _dated(passage, order)), None)
    found = dated or titled
    if found is None:
        return None
    start, end = found.passage.start + found.start, found.passage.start + found.end
    return AmendedContract(
        name=titled.name if titled and " " not in found.name else found.name,
        dated=found.dated,
        term_end=_new_end(passages, order),
        text=found.passage.text[found.start : found.end],
        start=start,
        end=end,
        page=found.passage.page,
        number=found.passage.number,
    )


def amended_contract_issues(found: AmendedContract | None) -> tuple[Issue, ...]:
    """That an amendment is to be read with the contract it changes."""
    if found is None:
        return ()
    return (
        Issue(
            code="amendment", severity="warning", message=_READ_WITH, page=found.page, start=found.start, end=found.end
        ),
    )


def _is_amendment(early: Sequence[Passage]) -> bool:
    """Whether a title says so, or a sentence of the opening changes a contract."""
    titles = [p.text for p in early[:_TITLES] if len(p.text) < _LONGEST_TITLE and p.number is None]
    if any(_OTHER_PAPER.search(title) for title in titles):
        return False
    return any(_TITLE.fullmatch(title) for title in titles) or any(_ACTS.search(p.text) for p in early)


def _dated(passage: Passage, order: DateOrder | None) -> Iterator[_Reference]:
    """The contracts that a passage names with their date, but for this paper itself and amendments before it."""
    for day in find_dates(passage.text, order=order):
        names = list(_NAME.finditer(passage.text, max(0, day.start - _LOOKS_BACK), day.start))
        for name in reversed(names if day.value else []):
            between = passage.text[name.end() : day.start]
            if _bears(passage, name, between) and not _OTHER.search(between) and not _is_own(passage, name):
                yield _Reference(passage, _first_word(name), name.end(), day.value)
                break


def _bears(passage: Passage, name: re.Match[str], between: str) -> bool:
    """Whether the words between a contract's name and a day say that it bears it."""
    if _DATED.fullmatch(between):
        return True
    return _ON.fullmatch(between) is not None and _ENTERED.search(passage.text[: _first_word(name)]) is not None


def _is_own(passage: Passage, name: re.Match[str]) -> bool:
    """Whether a name is of the paper itself ("this agreement", "THIS AMENDMENT TO LEASE"), or has the paper's date."""
    before = passage.text[: _first_word(name)]
    changing = re.search(_CHANGING, name["name"], re.IGNORECASE)
    return changing is not None or _OWN.search(before) is not None or _OF_AN_AMENDMENT.search(before) is not None


def _titled(early: Sequence[Passage]) -> Iterator[_Reference]:
    for passage in early[:_TITLES]:
        for name in _TO.finditer(passage.text):
            yield _Reference(passage, _first_word(name), name.end("name"))


def _first_word(name: re.Match[str]) -> int:
    leading = _LEADING.match(name["name"])
    return name.start("name") + (leading.end() if leading else 0)


def _new_end(passages: Sequence[Passage], order: DateOrder | None) -> KeyDate | None:
    """The day on which the amendment lets the term end, where it names one."""
    day = next((reading.end for reading in find_amended_ends(passages, order)), None)
    if day is None:
        return None
    return KeyDate(value=day.value, status="stated", text=day.text, start=day.start, end=day.end)
