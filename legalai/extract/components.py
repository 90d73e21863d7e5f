"""Our finders as spaCy components: the factories that `pipeline.cfg` names.

A section component adds what it finds in each section. A contract component needs the whole contract, so it acts on the
last section, when the components before it have seen all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from legalai.extract.amounts import amount_issues, find_amounts
from legalai.extract.clauses.clause_model import ClauseModel
from legalai.extract.clauses.finder import ClauseFinder
from legalai.extract.clauses.provision_model import ProvisionModel
from legalai.extract.clauses.provisions import find_provisions
from legalai.extract.dates.key_dates import find_key_dates, key_date_issues
from legalai.extract.defined_terms import find_defined_terms
from legalai.extract.extensions import register
from legalai.extract.facts import ContractFacts
from legalai.extract.incorporated import find_incorporated
from legalai.extract.languages.foreign import Foreign
from legalai.extract.law.forum import find_forum
from legalai.extract.law.governing_law import find_governing_law, governing_law_issues
from legalai.extract.obligations.obligations import find_obligations
from legalai.extract.parties.execution import find_execution
from legalai.extract.parties.parties import find_parties
from legalai.extract.parties.party_issues import party_issues
from legalai.extract.parts.amended_contract import amended_contract_issues, find_amended_contract
from legalai.extract.parts.annex_issues import annex_issues
from legalai.extract.parts.no_contract import no_contract_issues
from legalai.extract.parts.several_documents import several_documents_issues
from legalai.extract.percentages import find_percentages, percentage_issues
from legalai.extract.qualifiers.qualifiers import with_qualifications
from legalai.extract.titles import find_contract_type, find_title
from legalai.resources import model_folder

Component = Callable[[Doc], Doc]

register()


@dataclass(frozen=True)
class ClauseComponent:
    """The clause model as a component of the pipeline."""

    finder: ClauseFinder

    def __call__(self, doc: Doc) -> Doc:
        """Add the clauses of the Doc's section to the contract's facts."""
        self.finder.add_to(doc._.facts, doc._.section)
        return doc


def clause_model_of(nlp: Language) -> ClauseModel:
    """The clause model that a pipeline runs, for provenance."""
    component = nlp.get_pipe("clauses")
    assert isinstance(component, ClauseComponent)
    return component.finder.model


def _foreign(facts: ContractFacts) -> Foreign | None:
    return Foreign.of(facts.document, facts.passages)


def _per_contract(add: Callable[[ContractFacts], None]) -> Component:
    def component(doc: Doc) -> Doc:
        if doc._.section.last:
            add(doc._.facts)
        return doc

    return component


@Language.factory("legalai_sentences_v1", assigns=["doc.sents", "token.is_sent_start"])
def sentences(nlp: Language, name: str) -> Component:
    """Give spaCy our sentence starts, so that `doc.sents` are the contract's passages."""

    def component(doc: Doc) -> Doc:
        section = doc._.section
        starts = {passage.start - section.start for passage in section.passages}
        for token in doc:
            token.is_sent_start = token.i == 0 or token.idx in starts
        return doc

    return component


@Language.factory("legalai_clauses_v1", default_config={"model": "clauses-en", "threads": 0}, requires=["doc.sents"])
def clauses(nlp: Language, name: str, model: str, threads: int) -> Component:
    """The fine-tuned clause model. `model` is a name among our models or a folder."""
    folder = Path(model) if Path(model).is_dir() else model_folder(model)
    return ClauseComponent(ClauseFinder(ClauseModel.load(folder, threads=threads)))


@Language.factory("legalai_provisions_v1", default_config={"model": "provisions-en"})
def provisions(nlp: Language, name: str, model: str) -> Component:
    """Provision types beyond CUAD, by wording and heading. `model` is a name among our models or a folder."""
    loaded = ProvisionModel.load(Path(model) if Path(model).is_dir() else model_folder(model))

    def add(facts: ContractFacts) -> None:
        facts.clauses += find_provisions(facts.passages, facts.document.text, loaded)

    return _per_contract(add)


@Language.factory("legalai_qualifiers_v1")
def qualifiers(nlp: Language, name: str) -> Component:
    """Links from the clauses found so far to the text that qualifies them."""

    def add(facts: ContractFacts) -> None:
        facts.clauses = with_qualifications(facts.clauses, facts.passages, facts.document.text)

    return _per_contract(add)


@Language.factory("legalai_defined_terms_v1")
def defined_terms(nlp: Language, name: str) -> Component:
    """Terms the contract defines."""

    def add(facts: ContractFacts) -> None:
        facts.defined_terms = find_defined_terms(facts.passages)

    return _per_contract(add)


@Language.factory("legalai_parties_v1")
def parties(nlp: Language, name: str) -> Component:
    """Title, kind of contract, and who is bound."""

    def add(facts: ContractFacts) -> None:
        facts.title = find_title(facts.document, facts.passages, facts.clauses)
        facts.contract_type = find_contract_type(facts.title, facts.passages)
        foreign = _foreign(facts)
        facts.parties = find_parties(facts.passages, facts.clauses)
        if foreign:
            facts.parties = foreign.parties() or facts.parties
        facts.issues += party_issues(facts.parties, facts.passages)

    return _per_contract(add)


@Language.factory("legalai_governing_law_v1")
def governing_law(nlp: Language, name: str) -> Component:
    """The law and the forum chosen."""

    def add(facts: ContractFacts) -> None:
        facts.governing_law = find_governing_law(facts.passages, facts.clauses)
        facts.forum = find_forum(facts.passages, facts.clauses)
        if foreign := _foreign(facts):
            facts.governing_law = facts.governing_law or foreign.governing_law()
            facts.forum = facts.forum or foreign.forum()
        facts.issues += governing_law_issues(facts.governing_law)

    return _per_contract(add)


@Language.factory("legalai_key_dates_v1")
def key_dates(nlp: Language, name: str) -> Component:
    """The life of the contract as of a day; needs parties, defined terms and law."""

    def add(facts: ContractFacts) -> None:
        facts.key_dates = find_key_dates(
            facts.passages,
            facts.clauses,
            parties=facts.parties,
            defined_terms=facts.defined_terms,
            governing_law=facts.governing_law,
            as_of=facts.as_of,
            triggers=facts.triggers,
            foreign=_foreign(facts),
        )
        facts.issues += key_date_issues(facts.passages, facts.key_dates)

    return _per_contract(add)


@Language.factory("legalai_amounts_v1")
def amounts(nlp: Language, name: str) -> Component:
    """Sums of money, and percentages."""

    def add(facts: ContractFacts) -> None:
        facts.amounts = find_amounts(facts.passages)
        facts.percentages = find_percentages(facts.passages)
        facts.issues += (*amount_issues(facts.passages), *percentage_issues(facts.passages))

    return _per_contract(add)


@Language.factory("legalai_obligations_v1")
def obligations(nlp: Language, name: str) -> Component:
    """Who must, must not, may or is entitled to do what; needs parties."""

    def add(facts: ContractFacts) -> None:
        facts.obligations = find_obligations(facts.passages, facts.parties)

    return _per_contract(add)


@Language.factory("legalai_formalities_v1")
def formalities(nlp: Language, name: str) -> Component:
    """Signatures, schedules, documents bound in or part of the contract by reference; needs parties and key dates."""

    def add(facts: ContractFacts) -> None:
        facts.execution = find_execution(facts.document, facts.passages, facts.parties)
        facts.incorporated = find_incorporated(facts.document, facts.passages)
        facts.amends = find_amended_contract(facts.passages)
        facts.issues += no_contract_issues(facts.document)
        facts.issues += (*annex_issues(facts.document, facts.passages), *amended_contract_issues(facts.amends))
        if facts.key_dates:
            facts.issues += several_documents_issues(facts.passages, parties=facts.parties, key_dates=facts.key_dates)

    return _per_contract(add)
