"""checklist/<id>.toml: what a regulation asks a contract to contain, item by item."""

from pydantic import Field

from legalai.config_files import Settings
from legalai.jurisdictions.profile import AuthorityEntry
from legalai.schema import Severity
from legalai.triggers import Phrase, Trigger


class Item(Settings):
    """One thing the contract must contain.

    It is present where one passage holds a phrase of every group in `says`, partial where one holds a phrase of the
    first group, which is what the item is about, and absent otherwise. An item is partial where a
    label that holds a phrase of `filled_in` is left without an answer, such as the title of an annex. Words of
    `passes_over` are about something else, and those of `denied_by` say that what is asked for need not be.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    what: str
    cite: str
    says: tuple[tuple[Phrase, ...], ...] = Field(min_length=1)
    filled_in: tuple[Phrase, ...] = ()
    passes_over: tuple[Phrase, ...] = ()
    denied_by: tuple[Phrase, ...] = ()
    severity: Severity
    ask: str


class Checklist(Settings):
    """What a regulation asks of a contract: gone through for its `matters`, and where a trigger of `when` holds.

    Not where one of `unless` does.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    focus: str
    matters: tuple[str, ...] = ()
    when: tuple[Trigger, ...] = ()
    unless: tuple[Trigger, ...] = ()
    assumes: tuple[str, ...] = ()
    authorities: tuple[AuthorityEntry, ...] = Field(min_length=1)
    items: tuple[Item, ...] = Field(min_length=1)
