"""PDF portfolios: the one contract in them."""

from collections.abc import Sequence
from pathlib import Path

from legalai.errors import InputError, UnsupportedFormat
from legalai.ingest.containers.inner_file import read_inner
from legalai.ingest.containers.names import is_readable
from legalai.ingest.containers.opening import bytes_within, names_within
from legalai.ingest.containers.pdf_files import PDF_SUFFIXES, is_portfolio
from legalai.ingest.reader import USUAL_LIMITS, Limits, Reader
from legalai.schema import Document, View


class PortfolioReader:
    """Reads the contract in a PDF whose pages are but the cover of files; `readers` are those of what may be in it."""

    name = "PDF portfolio"
    suffixes: tuple[str, ...] = PDF_SUFFIXES
    media_type = "application/pdf"

    def __init__(self, readers: Sequence[Reader], limits: Limits = USUAL_LIMITS) -> None:
        self._readers, self._limits = tuple(readers), limits

    def within(self, limits: Limits) -> "PortfolioReader":
        """The same reader, refusing contracts beyond the limits."""
        return PortfolioReader(self._readers, limits)

    def recognises(self, head: bytes, path: Path) -> bool:
        """A PDF that is shown as a folder of the files in it."""
        return is_portfolio(head, path)

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The contract, its tracked changes accepted. Raises: as `read_view`."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document in the portfolio; `password` is that of the contract.

        Raises: InputError where it holds several contracts, UnsupportedFormat where it holds none.
        """
        files = names_within(path, lambda name: is_readable(name, self._readers))
        contracts = [name for name in files if is_readable(name, self._readers)]
        if not contracts:
            raise UnsupportedFormat(f"{path.name} is a portfolio without a contract that can be read: save its files.")
        if len(contracts) > 1:
            raise InputError(
                f"{path.name} holds {len(contracts)} files that may be contracts: use the review command on it, "
                f"the batch command on its folder, or name one of them as {path.name}/FILE."
            )
        return read_inner(
            path, contracts[0], bytes_within(path, contracts[0]), self._readers, password=password, view=view,
            media_type=self.media_type, limits=self._limits,
        )  # fmt: skip
