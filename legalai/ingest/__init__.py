"""From a file to a Document: text, typed blocks, and the way home for every character."""

from legalai.ingest.reader import Reader, read

__all__ = ["Reader", "read"]
