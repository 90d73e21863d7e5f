"""The exporters that come with legalai."""

from collections.abc import Callable

from legalai.export.exporter import Exporter
from legalai.hookspecs import hookimpl


@hookimpl
def register_exporters(register: Callable[[Exporter], None]) -> None:
    """JSON for programs, Markdown and HTML for people."""
    from legalai.export.html import HtmlExporter
    from legalai.export.json import JsonExporter
    from legalai.export.markdown import MarkdownExporter

    register(JsonExporter())
    register(MarkdownExporter())
    register(HtmlExporter())
