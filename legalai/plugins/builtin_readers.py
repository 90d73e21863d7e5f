"""The readers that come with legalai."""

from collections.abc import Callable

from legalai.hookspecs import hookimpl
from legalai.ingest.reader import Reader


@hookimpl
def register_readers(register: Callable[[Reader], None]) -> None:
    """DOCX and PDF; then plain text, which would recognise other text formats too."""
    from legalai.ingest.docx import DocxReader
    from legalai.ingest.pdf import PdfReader
    from legalai.ingest.text import TextReader

    register(DocxReader())
    register(PdfReader())
    register(TextReader())
