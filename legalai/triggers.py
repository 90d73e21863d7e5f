"""When a rule of law or a position of a playbook has something to say about a contract: a small vocabulary, no code.

A `Trigger` is data; the advise stage evaluates it. Every key given must hold; a list of triggers holds when one of them
does. Phrases are plain words: case and white space do not count, they match whole words, and a `*` at the
end stands for any ending ("indemnif*"). A phrase of a trigger may also be a figure of word groups (`word_groups`).
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from legalai.config_files import Settings
from legalai.schema import RenewalKind
from legalai.word_groups import spelled_out

Unit = Literal["months", "days", "hours", "percent"]
PartyView = Literal["us", "them", "both", "unknown"]
Phrase = Annotated[str, StringConstraints(pattern=r"^[^*\s@\[][^*@\[]{0,79}\*?$")]
Figure = Annotated[str, StringConstraints(pattern=r"^([^*\s@\[][^*@\[]{0,79}\*?|.*(@|\[|\.\.\.).*)$")]
Phrases = Annotated[tuple[Figure, ...], AfterValidator(spelled_out)]


# What a bound is measured in.
_BOUNDS: dict[str, Unit] = {
    "renewal_term_over_months": "months",
    "initial_term_over_months": "months",
    "notice_over_days": "days",
    "notice_under_days": "days",
    "months_under": "months",
    "months_over": "months",
    "days_under": "days",
    "days_over": "days",
    "hours_under": "hours",
    "hours_over": "hours",
    "percent_under": "percent",
    "percent_over": "percent",
}
_OF_THE_WHOLE = frozenset(
    {
        "not_found",
        "document_mentions",
        "document_lacks",
        "renewal",
        "renewal_term_over_months",
        "initial_term_over_months",
        "notice_over_days",
        "notice_under_days",
        "forum_differs_from_law",
    }
)


class Trigger(Settings):
    """One set of conditions, all of which must hold.

    The subject is what the finding will cite: clauses of the types in `clause`, or, where there are none, sentences
    that hold one of the phrases in `passage`. A trigger with neither looks at the contract as a whole.
    """

    clause: tuple[str, ...] = Field((), description="one of these clause types is found")
    passage: Phrases = Field((), description="or else a sentence holds one of these phrases")
    not_found: tuple[str, ...] = Field((), description="no clause of any of these types is found")
    about: Phrases = Field((), description="the subject holds one of these phrases, which say what it is about")
    mentions: Phrases = Field((), description="the subject holds one of these phrases as well")
    without: Phrases = Field((), description="the subject itself holds none of these phrases")
    lacks: Phrases = Field((), description="neither the subject nor its section holds any of these phrases")
    paragraph_lacks: Phrases = Field((), description="the subject's paragraph holds none of these phrases")
    document_mentions: Phrases = Field((), description="the contract holds one of these phrases")
    document_lacks: Phrases = Field((), description="the contract holds none of these phrases")
    renewal: tuple[RenewalKind, ...] = Field((), description="the kind of renewal is one of these")
    renewal_term_over_months: float | None = Field(None, ge=0, description="one renewal lasts longer than this")
    initial_term_over_months: float | None = Field(None, ge=0, description="the first term is longer than this")
    notice_over_days: float | None = Field(None, ge=0, description="notice against renewal must come earlier than this")
    notice_under_days: float | None = Field(None, ge=0, description="notice against renewal may come later than this")
    months_under: float | None = Field(None, ge=0, description="the subject states a period of fewer months than this")
    months_over: float | None = Field(None, ge=0, description="the subject states a period of more months than this")
    days_under: float | None = Field(None, ge=0, description="the subject states a period of fewer days than this")
    days_over: float | None = Field(None, ge=0, description="the subject states a period of more days than this")
    hours_under: float | None = Field(None, ge=0, description="the subject states a period of fewer hours than this")
    hours_over: float | None = Field(None, ge=0, description="the subject states a period of more hours than this")
    percent_under: float | None = Field(None, ge=0, description="the subject states a percentage lower than this")
    percent_over: float | None = Field(None, ge=0, description="the subject states a percentage higher than this")
    states_amount: bool | None = Field(None, description="whether the subject states a sum of money")
    states_months: bool | None = Field(None, description="whether the subject states a period in months or years")
    in_capitals: bool | None = Field(None, description="whether most of the subject is set in capitals")
    party: tuple[PartyView, ...] = Field((), description="whom the subject speaks of is one of these")
    one_way: Literal["us", "them"] | None = Field(None, description="every subject speaks of this side only")
    forum_differs_from_law: bool | None = Field(None, description="the courts chosen are not those of the law chosen")

    @property
    def bounded(self) -> frozenset[Unit]:
        """In what it measures."""
        return frozenset(unit for name, unit in _BOUNDS.items() if getattr(self, name) is not None)

    @property
    def unbounded(self) -> Self:
        """The same without its bounds."""
        return self.model_copy(update=dict.fromkeys(_BOUNDS))

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("a trigger needs at least one condition; without one it would fire on every contract")
        words = (self.about, self.mentions, self.without, self.lacks, self.paragraph_lacks)
        if (any(words) or self.party or self.one_way) and not (self.clause or self.passage):
            raise ValueError("a condition on the subject needs one: give `clause` or `passage`")
        return self


class Extent(Trigger):
    """How far a departure from a position goes.

    The same conditions as a trigger's. Where it names no subject, they are those of the words that the position was
    raised for, or of the contract as a whole.
    """

    @property
    def of_the_whole(self) -> bool:
        """Whether it looks at no words of a subject."""
        return self.model_fields_set <= _OF_THE_WHOLE

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise ValueError("it needs at least one condition; without one every departure would go as far")
        return self
