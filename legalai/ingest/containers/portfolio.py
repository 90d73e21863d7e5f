"""PDF portfolios: the one contract in them."""

from pathlib import Path

from legalai.ingest.containers.container_reader import ContainerReader
from legalai.ingest.containers.pdf_files import PDF_SUFFIXES, is_portfolio


class PortfolioReader(ContainerReader):
    """Reads the contract in a PDF whose pages are but the cover of files."""

    name = "PDF portfolio"
    suffixes = PDF_SUFFIXES
    media_type = "application/pdf"
    empty = "a portfolio without a contract that can be read: save its files"

    def recognises(self, head: bytes, path: Path) -> bool:
        """A PDF that is shown as a folder of the files in it."""
        return is_portfolio(head, path)
