"""The exporters that come with legalai."""

from collections.abc import Callable

from legalai.export.exporter import Exporter
from legalai.hookspecs import hookimpl


@hookimpl
def register_exporters(register: Callable[[Exporter], None]) -> None:
    """JSON for programs; Markdown, HTML and a memo in Word for people."""
    from legalai.export.html import HtmlExporter
    from legalai.export.json import JsonExporter
    from legalai.export.markdown import MarkdownExporter
    from legalai.export.memo import MemoExporter

    register(JsonExporter())
    register(MarkdownExporter())
    register(HtmlExporter())
    register(MemoExporter())
