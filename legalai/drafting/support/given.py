"""What a job was given to write from: facts with the quotes they rest on, the parties, the law, and what is linked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from legalai.drafting.contexts import LawPoint, PointContext, SummaryContext, TermFacts
from legalai.drafting.drafter import Job
from legalai.drafting.reply import Drafted
from legalai.drafting.sources import Sources
from legalai.drafting.support.parties import Named
from legalai.schema import Citation, Contract, Party

# Not facts: the contract itself, and what the reader asks.
_NO_FACTS = frozenset({"contract", "cite", "questions", "focus", "focuses"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Words of the contract that qualify what stands in characters [start, end) of it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What sentences may say besides their quotes.

    `facts` hold for sentences that cite what they cite; without cites, for every sentence of the job. `lines` are the
    established sentences of the pack's template: they show who must or may, but bring no number, name or law of their
    own. `terms` are the contract's defined terms. `us` is what the sentences call "we".
    """

    facts: tuple[Drafted, ...] = ()
    lines: tuple[Drafted, ...] = ()
    parties: tuple[Named, ...] = ()
    authorities: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    linked: tuple[Linked, ...] = ()

    def words_for(self, drafted: Drafted) -> tuple[str, ...]:
        """The facts that hold for a sentence."""
        return tuple(each.text for each in self.facts if set(each.cites) <= set(drafted.cites))

    def lines_for(self, drafted: Drafted) -> tuple[str, ...]:
        """The established sentences that rest on nothing but what a sentence cites."""
        return tuple(each.text for each in self.lines if each.cites and set(each.cites) <= set(drafted.cites))

    def linked_to(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """What qualifies the clauses that some quotes stand in."""
        return tuple(
            dict.fromkeys(
                each.text
                for citation in citations
                for each in self.linked
                if each.start < citation.end and citation.start < each.end
            )
        )


def given_to(job: Job, contract: Contract, us: Party | None = None) -> Given:
    """What a job hands over. Raises: ConfigError where its template is wrong."""
    return Given(
        facts=tuple(_facts(job.context, job.sources)),
        lines=tuple(line for block in job.blocks.values() for line in job.sources.read(block)),
        parties=tuple(_named(party, us) for party in contract.parties),
        authorities=_authorities(job.context),
        terms=tuple(each.term for each in contract.defined_terms),
        linked=tuple(
            Linked(start=clause.start, end=clause.end, text=each.text)
            for clause in contract.clauses
            for each in clause.qualifications
        ),
    )


def _named(party: Party, us: Party | None) -> Named:
    names = (party.name, *party.aliases, *((party.role,) if party.role else ()))
    spoken = {name.lower() for name in names}
    ours = ("we",) if us is not None and party == us and "you" not in spoken else ()
    return Named(tuple(dict.fromkeys((*names, *ours))))


def _authorities(context: SummaryContext | PointContext) -> tuple[str, ...]:
    if isinstance(context, SummaryContext):
        return ()
    return tuple(cite for law in context.law for cite in law.authorities.split("; "))


def _facts(value: Any, sources: Sources, cites: tuple[int, ...] = ()) -> Iterator[Drafted]:
    """The words of a context, each with the quotes of the noun that holds it."""
    if isinstance(value, TermFacts):
        yield from _term(value, sources)
    cites = _cites(getattr(value, "cite", ""), sources) or cites
    words: list[str] = []
    for field in fields(value):
        if field.name in _NO_FACTS:
            continue
        for each in _many(getattr(value, field.name)):
            if is_dataclass(each):
                yield from _facts(each, sources, cites)
            elif isinstance(each, str) and each and not (isinstance(value, TermFacts) and field.name != "as_of"):
                words.append(each)
    for each in words:
        yield Drafted(each, () if isinstance(value, LawPoint) else cites)


def _term(term: TermFacts, sources: Sources) -> Iterator[Drafted]:
    """The dates and periods of the term that stand beside a fact of theirs rather than inside it."""
    deadline = term.notice_deadline
    for words, said in (
        (term.send_by, deadline),
        (term.window_opens, deadline),
        (term.next_end, deadline),
        (term.renewal_term, term.renewal),
    ):
        if words is not None and said is not None:
            yield Drafted(words, _cites(said.cite, sources))


def _many(value: Any) -> Sequence[Any]:
    return tuple(value) if isinstance(value, (tuple, list)) else (value,)


def _cites(marks: str, sources: Sources) -> tuple[int, ...]:
    found = sources.read(f"x {marks}")
    return found[0].cites if found else ()
