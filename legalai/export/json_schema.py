"""The JSON Schemas of contract, review, proofreading, comparison and the proof of a redline, made from the types.

`python -m legalai.export.json_schema` writes them to docs/schema.
"""

import json
from pathlib import Path

from legalai.export.files import write_whole
from legalai.export.json import adapter
from legalai.schema import SCHEMA_VERSION, Comparison, Contract, Proofreading, RedlineProof, Review

_NOUNS = {
    "contract": Contract,
    "review": Review,
    "proofread": Proofreading,
    "redline": RedlineProof,
    "compare": Comparison,
}


def schemas() -> dict[str, str]:
    """File name -> JSON Schema text (draft 2020-12) of what legalai writes."""
    return {f"{name}.v{SCHEMA_VERSION}.json": _schema(name, noun) for name, noun in _NOUNS.items()}


def write_schemas(folder: Path) -> None:
    """Write the schema files into a folder."""
    for file_name, text in schemas().items():
        write_whole(folder / file_name, text)


def _schema(name: str, noun: type) -> str:
    described = adapter(noun).json_schema(mode="serialization")
    for described_type in (described, *described["$defs"].values()):
        # Fields with a default are written too, so a reader may rely on every one.
        described_type["required"] = list(described_type["properties"])
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:legalai:{name}:v{SCHEMA_VERSION}"}
    return json.dumps(head | described, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    write_schemas(Path(__file__).resolve().parents[2] / "docs" / "schema")
