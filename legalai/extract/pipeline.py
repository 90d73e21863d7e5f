"""Document -> Contract: the pipeline of `pipeline.cfg`, fed with sections of the text."""

from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from importlib.resources import as_file, files
from types import MappingProxyType
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from legalai.errors import InputError
from legalai.extract.assemble import assemble
from legalai.extract.facts import ContractFacts, Section, sections
from legalai.extract.given_values import GivenValue
from legalai.extract.hints import find_hints
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import Contract, Document

# Characters of a section: some forty windows of the clause model, so few of them are cut short at its ends.
SECTION_SIZE = 20_000


def load_pipeline(*, model: str | None = None, threads: int = 0) -> Language:
    """The pipeline of `pipeline.cfg`, with another clause model (a name or a folder) if asked for."""
    # The config names our factories; importing them registers them.
    import_module("legalai.extract.components")
    with as_file(files("legalai.extract") / "pipeline.cfg") as path:
        config: dict[str, Any] = load_config(path)
    config["components"]["clauses"]["threads"] = threads
    if model is not None:
        config["components"]["clauses"]["model"] = model
    return load_model_from_config(config, auto_fill=True)


def extract(
    document: Document, nlp: Language, *, as_of: date, triggers: Mapping[str, GivenValue] = MappingProxyType({})
) -> Contract:
    """Everything the pipeline finds in a document; renewals are walked to the day `as_of`.

    `triggers` are the days of events that the contract runs from ("delivery"), which its text cannot know, and lengths
    that it leaves open ("notice period").

    Raises: InputError when the document holds no words.
    """
    passages = find_passages(document)
    if not passages:
        raise InputError(f"{document.facts.name}: no words in it. Give a file that holds a contract.")
    hints = find_hints(document, passages)
    facts = ContractFacts(document=document, passages=passages, as_of=as_of, triggers=triggers, hints=hints)
    for _ in nlp.pipe(_docs(nlp, facts, sections(passages, size=SECTION_SIZE))):
        pass
    return assemble(facts)


def _docs(nlp: Language, facts: ContractFacts, parts: list[Section]) -> Iterator[Doc]:
    for part in parts:
        doc = nlp.make_doc(facts.document.text[part.start : part.end])
        doc._.section, doc._.facts = part, facts
        yield doc
