"""What this plugin adds to legalai."""

from collections.abc import Callable

from legalai.hookspecs import hookimpl
from legalai.ingest.reader import Reader
from legalai_markdown_reader.reader import MarkdownReader


@hookimpl
def register_readers(register: Callable[[Reader], None]) -> None:
    """Contracts in Markdown."""
    register(MarkdownReader())
