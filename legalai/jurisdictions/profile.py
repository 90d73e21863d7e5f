"""profile.toml: the rules of one legal system, each with what it says, whom it concerns and what stands behind it."""

import re
from datetime import date
from typing import Annotated, Literal, Self, get_args

from pydantic import Field, field_validator, model_validator

from legalai.config_files import Settings, check_ids_differ
from legalai.schema import Authority, Severity
from legalai.triggers import PartyView, Trigger

TASKS = ("summary", "findings", "negotiate", "redline")
PACK_ID = re.compile(r"_base|[a-z]{2}(-[a-z0-9]{1,8})*")

Effect = Literal[
    "void",
    "void_to_extent",
    "unenforceable",
    "not_binding",
    "voidable",
    "reasonableness_test",
    "presumption",
    "needs_conspicuous",
    "needs_formality",
    "implied_term",
    "mandatory_right",
    "reducible_by_court",
    "default_rule",
    "enforceable",
    "penalty_exposure",
    "watch",
]
Audience = Literal["b2b", "b2c", "employment", "construction", "small_business"]
AtWork = Literal["employee", "employer"]
Protected = Literal["customer", "supplier", "employee", "employer", "both"]
Reach = Literal["contract", "workplace", "data-subjects", "site"]
OVERLAY_REACHES: tuple[Reach, ...] = ("workplace", "data-subjects", "site")
Certainty = Literal["high", "medium", "low"]
# Law of an age at which its day matters to no contract under review is dated by a year by whose end it was law.
LAST_YEAR_ALONE = 1999
Since = date | Annotated[int, Field(ge=1500, le=LAST_YEAR_ALONE)]


class AuthorityEntry(Settings):
    """A statute or case. `checked_on` only where somebody opened the source; `url` only where the address is known."""

    cite: str = Field(min_length=3)
    url: str | None = Field(None, pattern=r"^https://")
    as_of: date
    checked_on: date | None = None

    def authority(self) -> Authority:
        """The noun that a finding carries."""
        return Authority(cite=self.cite, url=self.url, as_of=self.as_of, checked_on=self.checked_on)


class Ask(Settings):
    """What to ask for because of a rule. With `wording`, a template, it can become a negotiation point of its own.

    `party`: it is asked only where the cited words speak of one of these, as a duty to indemnify does of who gives it.
    """

    text: str
    rationale: str | None = None
    wording: str | None = None
    party: tuple[PartyView, ...] = ()


class Asks(Settings):
    """What each side should ask for, of a trade or of an employment; `both` serves one that has nothing of its own."""

    customer: Ask | None = None
    supplier: Ask | None = None
    employee: Ask | None = None
    employer: Ask | None = None
    both: Ask | None = None

    def of(self, side: str | None) -> Ask | None:
        """What this side should ask for."""
        return self.by_side.get(side or "") or self.both

    @property
    def by_side(self) -> dict[str, Ask]:
        """What is asked for, by the side that asks."""
        return {side: ask for side in get_args(Protected) if (ask := getattr(self, side)) is not None}


class LawTrigger(Trigger):
    """A trigger of a rule, which may rest on a figure of the law and on facts of its own.

    `percent_over_rate`: a rate of the pack, a year's; "/12" for that of a month. `supposes`: facts that are stated as
    assumptions where this trigger raises the rule; where one is known to fail, this trigger does not count.
    """

    percent_over_rate: str | None = Field(None, pattern=r"^[a-z][a-z0-9_]*(/(12|52|360|365))?$")
    supposes: tuple[str, ...] = ()


class Rule(Settings):
    """One rule of law, when to raise it, and what stands behind it.

    `statement` says the law; `check` what to look at in the contract. `in_force_from`: the first day of the contracts,
    or of the conduct, it holds for, whatever statute held it then; for old law a year by whose end it was law.
    `timing`: a rule about contracts is tested against the day of signing as well as that of review; a rule about
    conduct, or one that a court declared or a statute made for contracts of any age, against the day of review only.
    `topic` joins a rule to the positions it supports. A rule with `disclose` false is leverage: the other side is not
    told of it.

    A rule that rests on a fact says so: `applies_to` the kinds of deal (one of them), `requires` facts without which it
    is not raised but asked for, `supposes` facts it states as assumptions until they are known, `assumes` what no
    question is asked about. `reach`: what brings the rule to a contract, the law chosen for it or where the work, the
    people whose data it is, or the site are.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    focus: str
    topic: str | None = None
    clause_types: tuple[str, ...]
    effect: Effect
    severity: Severity = "medium"
    certainty: Certainty = "medium"
    statement: str
    check: str
    ask: Asks = Asks()
    applies_to: tuple[Audience, ...] = ()
    requires: tuple[str, ...] = ()
    supposes: tuple[str, ...] = ()
    assumes: tuple[str, ...] = ()
    reach: tuple[Reach, ...] = Field(("contract",), min_length=1)
    party_view: Protected
    disclose: bool = True
    in_force_from: Since | None = None
    in_force_until: date | None = None
    timing: Literal["contract", "conduct"] = "contract"
    when: tuple[LawTrigger, ...] = Field(min_length=1)
    authorities: tuple[AuthorityEntry, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _window_is_a_window(self) -> Self:
        if self.since and self.in_force_until and self.since > self.in_force_until:
            raise ValueError("in_force_from is later than in_force_until")
        return self

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact it waits for or supposes, for one of its triggers or for all."""
        return tuple(dict.fromkeys((*self.requires, *self.all_supposed)))

    @property
    def all_supposed(self) -> tuple[str, ...]:
        """Every fact it supposes, for one of its triggers or for all."""
        return tuple(dict.fromkeys((*self.supposes, *(fact for each in self.when for fact in each.supposes))))

    @property
    def since(self) -> date | None:
        """The day from which it is law: the last one of a year that stands alone."""
        return date(self.in_force_from, 12, 31) if isinstance(self.in_force_from, int) else self.in_force_from

    def in_force(self, reviewed: date, signed: date | None) -> bool:
        """Whether this is law on the day of review and, for a rule about contracts, was on the day of signing.

        A rule about contracts that newer law has replaced still holds for those made until its last day.
        """
        made = signed if signed is not None and self.timing == "contract" else reviewed
        begun = self.since is None or self.since <= min(made, reviewed)
        return begun and (self.in_force_until is None or made <= self.in_force_until)


class Profile(Settings):
    """What profile.toml holds. `governing_law`: the choices of law this pack answers to.

    `review_by`: the day by which somebody has to look at its law again; later reviews that use it say so.
    """

    id: str
    name: str
    parent: str | None = None
    legal_system: Literal["common_law", "civil_law", "mixed", "none"]
    language: str
    as_of: date | None = None
    review_by: date | None = None
    governing_law: tuple[str, ...] = ()
    prompts: dict[str, int] = Field(default_factory=dict[str, int], description="task -> version, to pin one")
    rules: tuple[Rule, ...] = ()

    @field_validator("id")
    @classmethod
    def _known_form(cls, value: str) -> str:
        if not PACK_ID.fullmatch(value):
            raise ValueError("an id is ISO 3166 in lower case, such as 'us-ny' or 'gb-eaw'")
        return value

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        check_ids_differ(self.rules, "rules")
        unknown = sorted(set(self.prompts) - set(TASKS))
        if unknown:
            raise ValueError(f"prompts pins an unknown task: {', '.join(unknown)} (known: {', '.join(TASKS)})")
        if self.rules and self.as_of is None:
            raise ValueError("a pack with rules needs as_of, the day its law is stated for")
        if self.rules and self.review_by is None:
            raise ValueError("a pack with rules needs review_by, the day by which its law is to be looked at again")
        return self
