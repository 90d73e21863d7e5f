"""The nouns as JSON text, and back."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from legalai.errors import InputError
from legalai.schema import Comparison, Contract, Document, Proofreading, RedlineProof, Review


@cache
def adapter(noun: type) -> TypeAdapter[Any]:
    """pydantic's reader and writer of one noun; building it takes longer than using it."""
    return TypeAdapter(noun)


def to_json(value: Contract | Review | Proofreading | RedlineProof | Comparison) -> str:
    """What legalai writes as indented JSON text, with a line break at its end."""
    return adapter(type(value)).dump_json(value, indent=2).decode("utf-8") + "\n"


def contract_from_json(text: str | bytes, *, name: str) -> Contract:
    """Read a contract again. `name` is the file, for messages. Raises: InputError when the text is no contract."""
    return _read(Contract, text, name)


def review_from_json(text: str | bytes, *, name: str) -> Review:
    """Read a review again. `name` is the file, for messages. Raises: InputError when the text is no review."""
    return _read(Review, text, name)


def _read(noun: type, text: str | bytes, name: str) -> Any:
    try:
        return adapter(noun).validate_json(text)
    except ValidationError as error:
        # Only the place and the kind of fault: pydantic's own message quotes the value, which is contract text.
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = " -> ".join(str(part) for part in first["loc"]) or "the file"
        raise InputError(f"{name}: not a {noun.__name__.lower()} of legalai ({place}: {first['type']}).") from None


class JsonExporter:
    """`review.json`: everything, for programs."""

    name = "json"
    file_name = "review.json"

    def export(self, document: Document, review: Review) -> str:
        """The review as JSON text."""
        return to_json(review)
