"""What is opened as a PDF: a file, or pages that were made in memory and never lie on the disk."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2


@dataclass(frozen=True)
class PdfSource:
    """A PDF, what users call it, and its password."""

    name: str
    content: Path | bytes
    password: str | None = None

    def opened(self) -> pypdfium2.PdfDocument:
        """The PDF, to be closed; one that opens without a password, though another was given. Raises: PdfiumError."""
        try:
            return pypdfium2.PdfDocument(self.content, password=self.password)
        except pypdfium2.PdfiumError:
            if self.password is None:
                raise
        return pypdfium2.PdfDocument(self.content)
