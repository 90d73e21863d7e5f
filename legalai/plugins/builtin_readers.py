"""The readers that come with legalai."""

from collections.abc import Callable

from legalai.hookspecs import hookimpl
from legalai.ingest.reader import Reader


@hookimpl
def register_readers(register: Callable[[Reader], None]) -> None:
    """What is told by its content first; plain text last, because it would recognise other text formats too."""
    from legalai.ingest.doc import DocReader
    from legalai.ingest.docx import DocxReader
    from legalai.ingest.eml import EmlReader
    from legalai.ingest.html import HtmlReader
    from legalai.ingest.markdown import MarkdownReader
    from legalai.ingest.odt import OdtReader
    from legalai.ingest.pdf import PdfReader
    from legalai.ingest.rtf import RtfReader
    from legalai.ingest.text import TextReader
    from legalai.ingest.zip import ZipReader

    text = TextReader()
    contracts = (
        DocxReader(), PdfReader(), OdtReader(), RtfReader(), DocReader(), HtmlReader(), MarkdownReader()
    )  # fmt: skip
    mail = EmlReader((*contracts, text))
    for reader in (*contracts, mail, ZipReader((*contracts, mail, text)), text):
        register(reader)
