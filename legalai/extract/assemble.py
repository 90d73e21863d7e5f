"""What the components found -> a Contract."""

from collections.abc import Iterator, Sequence

from legalai.extract.facts import ContractFacts
from legalai.extract.parts.schedule_numbers import with_schedule_numbers
from legalai.labels import CUAD_CATEGORIES
from legalai.schema import Clause, Contract, Issue, NotFound

_MEASURED = ("en", "und")


def assemble(facts: ContractFacts) -> Contract:
    """Freeze a contract's facts. Every CUAD type without a clause is listed as not found, with its miss rate.

    The miss rates were measured on contracts in English: of one in another language none is known.
    """
    measured = facts.document.facts.language in _MEASURED
    if facts.key_dates is None:
        raise RuntimeError("the pipeline has no key_dates component")
    found = {clause.type for clause in facts.clauses}
    contract = Contract(
        document=facts.document.facts,
        title=facts.title,
        contract_type=facts.contract_type,
        parties=facts.parties,
        execution=facts.execution,
        clauses=tuple(sorted(facts.clauses, key=lambda c: (c.start, c.end, c.type))),
        not_found=tuple(
            NotFound(
                type=category,
                miss_rate=facts.miss_rates.get(category) if measured else None,
                candidates=tuple(facts.candidates.get(category, ())),
            )
            for category in CUAD_CATEGORIES
            if category not in found
        ),
        key_dates=facts.key_dates,
        governing_law=facts.governing_law,
        forum=facts.forum,
        amounts=facts.amounts,
        percentages=facts.percentages,
        defined_terms=facts.defined_terms,
        obligations=facts.obligations,
        incorporated=facts.incorporated,
        amends=facts.amends,
        issues=(*facts.document.issues, *facts.issues, *_to_check(facts.clauses)),
    )
    return with_schedule_numbers(contract, facts.passages)


def _to_check(clauses: Sequence[Clause]) -> Iterator[Issue]:
    if count := sum(clause.to_check for clause in clauses):
        yield Issue(
            code="clauses-to-check",
            severity="info",
            message=f"{count} of {len(clauses)} clauses are marked to be checked: at such scores too many were wrong.",
        )
