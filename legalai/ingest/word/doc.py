"""Word documents of before 2007, through LibreOffice."""

import tempfile
from pathlib import Path

from legalai.ingest.containers.inner_file import as_document_of
from legalai.ingest.word.docx import DocxReader
from legalai.ingest.word.libreoffice import convert_to_docx
from legalai.ingest.word.ole import streams_of
from legalai.schema import Document, View


class DocReader:
    """Reads binary Word documents where LibreOffice is installed."""

    name = "Word 97-2003"
    suffixes: tuple[str, ...] = (".doc", ".dot")
    media_type = "application/msword"

    def recognises(self, head: bytes, path: Path) -> bool:
        """A compound file that holds a Word document: an encrypted .docx is a compound file too, and holds none."""
        return "WordDocument" in streams_of(head, path)

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as if its tracked changes were accepted. Raises: as `read_view`."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """A view of the document; a password plays no part.

        Raises: UnsupportedFormat where there is no LibreOffice, DamagedFile where it cannot read the file.
        """
        with tempfile.TemporaryDirectory(prefix="legalai-", ignore_cleanup_errors=True) as folder:
            made = convert_to_docx(path, Path(folder), suffix=".doc")
            document = DocxReader().read_view(made, view=view)
            return as_document_of(path, document, inner=made.name, media_type=self.media_type)
