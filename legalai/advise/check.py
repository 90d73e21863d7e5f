"""A check: what a plugin adds to the findings of a risk focus."""

from collections.abc import Iterable
from typing import Protocol

from legalai.schema import Contract, Document, Finding


class Check(Protocol):
    """Looks at one contract for one focus. Findings whose quotes are not in the contract are dropped."""

    @property
    def name(self) -> str:
        """The name that issues mention."""
        ...

    @property
    def focus(self) -> str:
        """The id of the focus it belongs to; it is asked only in reviews of that focus."""
        ...

    def findings(self, document: Document, contract: Contract) -> Iterable[Finding]:
        """What stands out. Quotes are slices of the document's text; ids stay the same over re-runs."""
        ...
