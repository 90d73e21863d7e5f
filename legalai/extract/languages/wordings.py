"""How the contracts of a language say what is looked for: <code>.toml beside this file."""

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from legalai.config_files import Settings, read_config
from legalai.schema import Period, Unit

# A name of a place: what <place> stands for in a pattern.
_PLACE = (
    r"(?P<place>(?-i:[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:(?:\s(?:am|an\sder|im|de|del|della|la|sur|di|do|den|aan|nad)){0,2}"
    r"\s[A-ZÀ-ÞĀ-Ž][\w’'-]+)?))"
)
# A name or a street, a postcode, a town.
_ADDRESS = (
    r"(?P<address>[^;\n]{8,120}?\b(?:\d{4,5}|\d{2}-\d{3}|\d{3}\s\d{2})\b[^;.\n]{2,40}?)"
    r"(?=\s*(?:[.;]|$)|\s+(?:und|et|y|e|en|i|och|og|zu)\s)"
)
_HERE = Path(__file__).resolve().parent
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
_FIGURES = r"\d{1,3}(?:[.,]5)?"
# "sechs (6)" and "6 (sechs)": what is said again in brackets.
# "einem halben Monat": half of a unit is not one of it.
_HALF = r"hal[bv]|demi|medi[oa]|mezz[oa]|mei[oa]"
_A_HALF = 0.5
_AGAIN = r"(?:\s{0,2}\(\s{0,2}[\w-]{1,20}\s{0,2}\))?"


class Units(Settings):
    """What a language calls a length of time."""

    day: str
    week: str
    month: str
    year: str


class Wordings(Settings):
    """The wordings of one language. All but roles and numbers are patterns, and case does not count.

    `units` and `numbers` make a period; `lengths` are words that are one ("annual"). `term` stands before or beside the
    length of the contract, `starts` before its first day, `ends` before its last, `signing` where a date is that of
    signing, `notice` beside the length of a notice against renewal. `laws` and `places` are words for a legal system by
    its id; `law` is in every sentence that chooses one. `roles` gives the English word for what a party is called.
    `and_half` stands behind a unit of which there is half a one more. `unless` begins the case in which something
    else holds, `as_before` says that a renewal is as long as the term, `again` that it comes more than once.
    `notices` are in sentences on notices, `ways` those of giving one by their English names, `ruled_out` what denies
    one, `but` ends what a denial reaches, `arrives` says that the notice must be there. `reminds` and `renewing`
    together make a duty to remind, unless a word of `decides` is there; `by_whom` stands before who acts in the
    passive. `by_hour` and `after_hour` stand before an `hour`. `at_any_end` is in what lets a party leave a contract
    without an end, `half_month_end`, `month_end`, `quarter_end`, `half_year_end` and `year_end` name the days it may do
    so, `first_exit` says that there is a first one, and `for_cause` that it is for a reason; `goes_on` has no end after
    a first term. `half_month_days` is how long the law takes half a month to be. `moves_end` says that the term of an
    earlier paper ends on another day, `new_end` stands before that day.
    """

    numbers: dict[str, float]
    units: Units
    lengths: dict[str, tuple[int, Unit]]
    term: tuple[str, ...]
    perpetual: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    signed: tuple[str, ...]
    from_signing: tuple[str, ...]
    renews: tuple[str, ...]
    never_renews: tuple[str, ...]
    notice: tuple[str, ...]
    and_half: tuple[str, ...]
    unless: tuple[str, ...]
    as_before: tuple[str, ...]
    again: tuple[str, ...]
    but: tuple[str, ...]
    by_whom: tuple[str, ...]
    notices: tuple[str, ...]
    ruled_out: tuple[str, ...]
    arrives: tuple[str, ...]
    reminds: tuple[str, ...]
    renewing: tuple[str, ...]
    decides: tuple[str, ...]
    hour: tuple[str, ...]
    by_hour: tuple[str, ...]
    after_hour: tuple[str, ...]
    next_day: tuple[str, ...]
    addressed: tuple[str, ...]
    ways: dict[str, str]
    law: tuple[str, ...]
    laws: dict[str, str]
    forum: tuple[str, ...]
    arbitration: tuple[str, ...]
    between: tuple[str, ...]
    called: tuple[str, ...]
    persons: tuple[str, ...]
    leading: tuple[str, ...]
    roles: dict[str, str]
    at_any_end: tuple[str, ...] = ()
    half_month_end: tuple[str, ...] = ()
    month_end: tuple[str, ...] = ()
    quarter_end: tuple[str, ...] = ()
    half_year_end: tuple[str, ...] = ()
    year_end: tuple[str, ...] = ()
    first_exit: tuple[str, ...] = ()
    for_cause: tuple[str, ...] = ()
    goes_on: tuple[str, ...] = ()
    half_month_days: int | None = None
    moves_end: tuple[str, ...] = ()
    new_end: tuple[str, ...] = ()

    @cached_property
    def period(self) -> re.Pattern[str]:
        """A length of time: groups amount and unit, or alone."""
        numbers = "|".join(sorted((re.escape(each) for each in self.numbers), key=len, reverse=True))
        units = "|".join(f"(?P<{unit}>{words})" for unit, words in self.units)
        alone = "|".join(f"(?P<alone{index}>{words})" for index, words in enumerate(self.lengths)) or r"(?!)"
        half = rf"\s+(?:{self.any_of('and_half').pattern})"
        return re.compile(
            rf"\b(?:{alone}|(?P<amount>{_FIGURES}|{numbers}){_AGAIN}(?:\s{{1,3}}(?!{_HALF})[a-zà-ÿ]{{4,14}}e?[nrs]?)?\s{{1,3}}(?:{units})(?P<half>{half})?)(?!\w)",
            re.IGNORECASE,
        )

    def any_of(self, name: str) -> re.Pattern[str]:
        """One pattern for all wordings of a kind."""
        return _any_of(getattr(self, name))

    def time_after(self, name: str, text: str) -> str | None:
        """The hour behind one of the words of a kind, as the text writes it."""
        found = re.search(
            rf"(?:{self.any_of(name).pattern})(?P<time>{self.any_of('hour').pattern})", text, re.IGNORECASE
        )
        return " ".join(found["time"].split()) if found else None

    def address(self, text: str) -> str | None:
        """The address that a sentence sends notices to."""
        found = (re.search(words.replace("<address>", _ADDRESS), text, re.IGNORECASE) for words in self.addressed)
        return next((" ".join(match["address"].split()) for match in found if match is not None), None)

    def courts(self, text: str) -> re.Match[str] | None:
        """What chooses the courts of a place, in a group `place`."""
        found = (_place(words).search(text) for words in self.forum)
        return next((match for match in found if match is not None), None)

    def read_period(self, match: re.Match[str]) -> Period:
        """The length that a match of `period` states."""
        for index, (amount, unit) in enumerate(self.lengths.values()):
            if match[f"alone{index}"]:
                return Period(amount=amount, unit=unit)
        said = match["amount"].lower()
        amount = self.numbers[said] if said in self.numbers else float(said.replace(",", "."))
        amount += 0.5 if match["half"] else 0
        unit: Unit = next(each for each in UNITS if match[each])
        if unit == "month" and self.half_month_days and amount % 1 == _A_HALF:
            return Period(amount=int(amount), unit=unit, and_days=self.half_month_days)
        return Period(amount=int(amount) if amount == int(amount) else amount, unit=unit)


@lru_cache(maxsize=256)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in words) or r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=256)
def _place(words: str) -> re.Pattern[str]:
    return re.compile(words.replace("<place>", _PLACE), re.IGNORECASE)


def wordings_of(language: str | None) -> Wordings | None:
    """The wordings of a language by its ISO 639-1 code; None for English, and for one that there are none of."""
    path = _files().get(language or "")
    return read_config(path, Wordings) if path is not None else None


@lru_cache(maxsize=1)
def _files() -> Mapping[str, Path]:
    return {path.stem: path for path in _HERE.glob("*.toml")}
