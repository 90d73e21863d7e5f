"""Files that hold other files: the one contract in them."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Self

from legalai.errors import InputError, UnsupportedFormat
from legalai.ingest.containers.inner_file import read_inner
from legalai.ingest.containers.names import is_readable, safe_name
from legalai.ingest.containers.notes import contracts_of
from legalai.ingest.containers.opening import bytes_within, names_within
from legalai.ingest.reader import USUAL_LIMITS, Limits, Reader
from legalai.schema import Document, Issue, View

_MOST_NAMED = 5


class ContainerReader(ABC):
    """Reads the contract in a file that holds one; `readers` are those of what may be in it.

    `empty` says what the file is that holds none, and what to do about it.
    """

    name: str
    suffixes: tuple[str, ...]
    media_type: str
    empty: str

    def __init__(self, readers: Sequence[Reader], limits: Limits = USUAL_LIMITS) -> None:
        self._readers, self._limits = tuple(readers), limits

    def within(self, limits: Limits) -> Self:
        """The same reader, refusing contracts beyond the limits."""
        return type(self)(self._readers, limits)

    @abstractmethod
    def recognises(self, head: bytes, path: Path) -> bool:
        """Whether a file is one of these."""

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The contract, its tracked changes accepted. Raises: as `read_view`."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document in the file; `password` is that of the contract.

        Raises: InputError where it holds several contracts, UnsupportedFormat where it holds none.
        """
        files = names_within(path, lambda name: is_readable(name, self._readers), password)
        contracts = [name for name in files if is_readable(name, self._readers)]
        if not contracts:
            raise UnsupportedFormat(f"{path.name} is {self.empty}.")
        if len(contracts) > 1:
            contracts = list(contracts_of(contracts, lambda name: bytes_within(path, name, password), self._readers))
        if len(contracts) > 1:
            raise InputError(
                f"{path.name} holds {len(contracts)} files that may be contracts: use the review command on it, "
                f"the batch command on its folder, or name one of them as {path.name}/FILE."
            )
        contract = contracts[0]
        document = read_inner(
            path, contract, bytes_within(path, contract, password), self._readers, password=password, view=view,
            media_type=self.media_type, limits=self._limits,
        )  # fmt: skip
        return _with_rest(document, path, [safe_name(other) for other in files if other != contract])


def _with_rest(document: Document, path: Path, others: Sequence[str]) -> Document:
    """The document with an issue that names the other files beside it, where there are any."""
    if not others:
        return document
    named = ", ".join(others[:_MOST_NAMED]) + (" and more" if len(others) > _MOST_NAMED else "")
    why = "since they are no contracts by name or by what they say"
    message = f"{path.name} holds {len(others)} more that were not read, {why}: {named}."
    rest = Issue(code="embedded-content", severity="warning", message=message)
    return replace(document, issues=(*document.issues, rest))
