"""The readers that come with legalai."""

from collections.abc import Callable

from legalai.hookspecs import hookimpl
from legalai.ingest.reader import Reader


@hookimpl
def register_readers(register: Callable[[Reader], None]) -> None:
    """What is told by its content first; plain text last, because it would recognise other text formats too."""
    from legalai.ingest.confined import ConfinedReader
    from legalai.ingest.containers.eml import EmlReader
    from legalai.ingest.containers.portfolio import PortfolioReader
    from legalai.ingest.containers.zip import ZipReader
    from legalai.ingest.markup.html import HtmlReader
    from legalai.ingest.markup.markdown import MarkdownReader
    from legalai.ingest.markup.odt import OdtReader
    from legalai.ingest.markup.rtf import RtfReader
    from legalai.ingest.ocr.pictures import PictureReader
    from legalai.ingest.pdf.pdf import PdfReader
    from legalai.ingest.text import TextReader
    from legalai.ingest.word.doc import DocReader
    from legalai.ingest.word.docx import DocxReader

    text = TextReader()
    contracts = (
        DocxReader(), ConfinedReader(PdfReader), OdtReader(), RtfReader(), DocReader(), HtmlReader(),
        MarkdownReader(),
    )  # fmt: skip
    # An archive attached to an e-mail is opened; how deep they may lie in one another is said in `opening`.
    mail = EmlReader((*contracts, ZipReader((*contracts, text)), text))
    # No picture in an e-mail or an archive is taken for a contract: most are logos.
    pictures = ConfinedReader(PictureReader)
    portfolio = PortfolioReader((*contracts, text))
    for reader in (portfolio, *contracts, pictures, mail, ZipReader((*contracts, mail, text)), text):
        register(reader)
