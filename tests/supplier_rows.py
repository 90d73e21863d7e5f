"""Rows of the supplier's positions: a clause, and whether a position must say something about it.

In a table each position stands over its clauses. After @ come the clause types they have, and ! says that the contract
renews; + is a clause the position fires on, - one it stays silent on. Each is read in a services agreement between a
Supplier, for whom we act, and a Customer.
"""

from dataclasses import dataclass, replace

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from legalai.advise.triggering import first_match
from legalai.playbook import load_playbook
from legalai.schema import Period, QuotedPeriod, Renewal
from tests.advise.builders import clause, contract_of, document_of, no_dates, party, quote

PLAYBOOK = {position.id: position for position in load_playbook("supplier").positions}
_OPENING = (
    'AGREEMENT\nThis Agreement is made between Alder Works Ltd ("Supplier") and Birch Stores Ltd ("Customer").\n'
    "1. Terms\n"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A clause with its position, its types, whether it renews, and whether the position must fire."""

    position: str
    types: tuple[str, ...]
    renews: bool
    fires: bool
    words: str

    def __str__(self) -> str:
        return f"{self.position}: {self.words[:40]}"

    def is_raised(self) -> bool:
        """Whether the position has something to say about the clause."""
        reading = reading_of(self.words, self.types, renews=self.renews)
        return first_match(PLAYBOOK[self.position].when, reading) is not None


def rows(table: str) -> tuple[Row, ...]:
    """The rows of a table."""
    found: list[Row] = []
    name, types, renews = "", tuple[str, ...](), False
    for line in table.strip().splitlines():
        if line[0] in "+-":
            found.append(Row(name, types, renews, line[0] == "+", line[2:]))
            continue
        head, _, kinds = line.partition(" @ ")
        name, renews = head.strip(), kinds.endswith("!")
        types = tuple(each.strip() for each in kinds.rstrip("! ").split(",") if each.strip())
    return tuple(found)


def positions_on(*focuses: str) -> set[str]:
    """The positions of some focuses."""
    return {name for name, position in PLAYBOOK.items() if position.focus in focuses}


def reading_of(words: str, types: tuple[str, ...] = (), *, renews: bool = False) -> Reading:
    """A contract that says one thing, read for its supplier."""
    text = f"{_OPENING}1.1 {words}\n"
    document = document_of(text)
    dates = no_dates()
    if renews:
        found = quote(text, words)
        ends = Renewal(
            kind="automatic",
            term=Period(amount=24, unit="month"),
            text=found.text,
            start=found.start,
            end=found.end,
        )
        notice = QuotedPeriod(amount=90, unit="day", text=found.text, start=found.start, end=found.end)
        dates = replace(dates, renewal=ends, notice_period=notice)
    contract = contract_of(
        document,
        parties=(party(text, "Alder Works Ltd", "Supplier"), party(text, "Birch Stores Ltd", "Customer")),
        clauses=tuple(clause(text, kind, words) for kind in types),
        key_dates=dates,
    )
    return Reading(document, contract, take_side(contract, "supplier"))
