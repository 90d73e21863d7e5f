"""What an exporter is."""

from typing import Protocol

from legalai.schema import Document, Review


class Exporter(Protocol):
    """Writes one review as one file. `name` and `file_name` are unique among the exporters loaded."""

    @property
    def name(self) -> str:
        """What users call the format ("markdown")."""
        ...

    @property
    def file_name(self) -> str:
        """The name of the file in the review's folder, with its suffix."""
        ...

    def export(self, document: Document, review: Review) -> str | bytes:
        """The content of the file; text is stored as UTF-8."""
        ...
