"""What is wrong with a playbook: its file, its templates over a typed sample, its focuses and clause types."""

from collections.abc import Iterator, Mapping
from datetime import date

from legalai.advise.acting_for import Stance
from legalai.advise.reading import Reading
from legalai.advise.wording import names
from legalai.drafting.templates import Templates
from legalai.errors import ConfigError
from legalai.jurisdictions import BASE, Jurisdiction, Packs
from legalai.labels import CUAD_CATEGORIES, PROVISION_TYPES
from legalai.playbook import Position, find_playbook, load_playbook
from legalai.resources import pack_folders
from legalai.schema import Contract, Document, DocumentFacts, Execution, KeyDate, KeyDates, Renewal
from legalai.text_map import TextMap

_TYPES = frozenset({*CUAD_CATEGORIES, *PROVISION_TYPES})
# What the other side reads may not speak of what stays in the house.
_HOUSE_WORDS = ("playbook", "fallback", "walk away", "walk-away", "escalat", "our policy")


def check_playbook(name_or_file: str) -> list[str]:
    """Every problem of a playbook as one line; an empty list for a sound one.

    Raises: ConfigError where there is no such playbook.
    """
    find_playbook(name_or_file)
    try:
        playbook = load_playbook(name_or_file)
        packs = Packs(pack_folders())
        base = packs.load(BASE)
    except ConfigError as error:
        return str(error).splitlines()
    templates = Templates(packs.folders)
    return [
        f"{name_or_file} -> positions -> {position.id}: {problem}"
        for position in playbook.positions
        for problem in (*_unknown(position, base), *_extents(position), *_words(position, templates))
    ]


def _unknown(position: Position, base: Jurisdiction) -> Iterator[str]:
    focuses, matters = {each.id for each in base.focuses}, {each.id for each in base.matters}
    for matter in position.not_in:
        if matter not in matters:
            yield f"not_in: there is no kind of matter '{matter}' (known: {', '.join(sorted(matters))})"
    if position.focus not in focuses:
        yield f"focus '{position.focus}' is not one that is known (known: {', '.join(sorted(focuses))})"
    triggers = (*position.when, *position.fallback_when, *position.walk_away_when)
    named = [position.clause_type, *(each for when in triggers for each in (*when.clause, *when.not_found))]
    for clause_type in dict.fromkeys(named):
        if clause_type not in _TYPES:
            yield f"clause type '{clause_type}' is not one that is looked for"


def _extents(position: Position) -> Iterator[str]:
    """What can never be met: words asked of a clause, where a position is raised only because there is none."""
    if any(when.clause or when.passage or not when.not_found for when in position.when):
        return
    for key, extents in (("fallback_when", position.fallback_when), ("walk_away_when", position.walk_away_when)):
        if any(not (each.of_the_whole or each.clause or each.passage) for each in extents):
            yield f"{key}: it asks for words of a clause, and the position is raised where no clause is found"


def _words(position: Position, templates: Templates) -> Iterator[str]:
    """Whether each template renders, with everything known and with nothing, and keeps the house's words inside."""
    samples = (_sample_names(), {name: f"the {name}" for name in _sample_names()})
    for key, source in _templates(position):
        try:
            rendered = [templates.words(source, sample, where=key) for sample in samples]
        except ConfigError as error:
            yield str(error)
            continue
        # An edit may put nothing in place of words, which strikes them.
        if key != "edits" and not any(rendered):
            yield f"{key}: says nothing"
        if key in {"title", "ask", "rationale", "wording", "edits"}:
            for word in _HOUSE_WORDS:
                if any(word in each.lower() for each in rendered):
                    yield f"{key}: the other side reads this, and it speaks of '{word}'"


def _templates(position: Position) -> Iterator[tuple[str, str]]:
    for key in ("title", "preferred", "fallback", "walk_away", "ask", "rationale", "note", "wording"):
        value = getattr(position, key)
        if value is not None:
            yield key, value
    for edit in position.edits:
        put = getattr(edit, "put", None)
        if put is not None:
            yield "edits", put


def _sample_names() -> Mapping[str, str]:
    """What templates may speak of, for a contract in which nothing was found: the names that a review gives them."""
    absent = KeyDate(value=None, status="absent")
    facts = DocumentFacts(
        name="sample", sha256="0" * 64, media_type="text/plain", pages=None, characters=0, language="en"
    )
    contract = Contract(
        document=facts,
        title=None,
        contract_type=None,
        parties=(),
        execution=Execution(),
        clauses=(),
        not_found=(),
        key_dates=KeyDates(
            agreement_date=absent,
            effective_date=absent,
            expiration_date=absent,
            initial_term=None,
            renewal=Renewal(kind="unknown"),
            notice_period=None,
            as_of=date(2026, 1, 1),
        ),
        governing_law=None,
        forum=None,
        amounts=(),
        defined_terms=(),
        obligations=(),
        incorporated=(),
        issues=(),
    )
    document = Document(facts=facts, text="", blocks=(), text_map=TextMap(()))
    return names(Reading(document, contract, Stance(us=None, them=(), side=None)))
