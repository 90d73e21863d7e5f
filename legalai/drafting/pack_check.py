"""What is wrong with a pack: its profile, its parents, its prompts rendered with a sample, its authorities."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from legalai.drafting.contexts import (
    NAMES,
    ClauseFact,
    ClauseFacts,
    GapPoint,
    LawFacts,
    LawPoint,
    MissingFact,
    MissingPoint,
    PartyFact,
    PointContext,
    PositionPoint,
    Said,
    SummaryContext,
    TermFacts,
)
from legalai.drafting.templates import PARTS, DraftContext, Templates
from legalai.errors import ConfigError
from legalai.jurisdictions import BASE, TASKS, Jurisdiction, Pack, Packs, PromptFile, Rule, load_pack
from legalai.labels import CUAD_CATEGORIES, PROVISION_TYPES
from legalai.triggers import Trigger

_SAID = Said(text="sample words", cite="[[sample:1]]")
_CLAUSE = ClauseFact(
    words="sample words",
    where="clause 1",
    party="both parties",
    months="12 months",
    amount="USD 1",
    cite="[[sample:1]]",
)
_BARE_CLAUSE = replace(_CLAUSE, party=None, months=None, amount=None)


def check_pack(folder: Path, packs: Packs) -> list[str]:
    """Every problem of a pack as one line, `path -> key: message`; an empty list for a sound pack.

    `packs` are the folders that hold its parents; the pack itself stands before them.
    """
    try:
        pack = load_pack(folder)
        beside = Packs(folders=(folder.parent, *packs.folders))
        jurisdiction = beside.load(pack.profile.id)
        files = [*pack.prompts, *(jurisdiction.prompt(task) for task in TASKS)]
    except ConfigError as error:
        return str(error).splitlines()
    profile = folder / "profile.toml"
    templates = Templates(beside.folders)
    found = [
        f"{profile} -> rules -> {rule.id}: {each}"
        for rule in pack.profile.rules
        for each in (*_rule_problems(rule, jurisdiction), *_words_problems(rule, jurisdiction, templates))
    ]
    found += [f"{folder / 'cases.toml'} -> {each}" for each in _case_problems(pack, jurisdiction)]
    found += [f"{folder / 'cases.toml'} -> {each}" for each in _checklist_case_problems(pack, jurisdiction)]
    found += [f"{folder / 'matter'} -> {each}" for each in _matter_problems(jurisdiction)]
    if pack.profile.id != BASE and not pack.profile.governing_law:
        found.append(f"{profile} -> governing_law: no choice of law leads to this pack; list the ids it answers to")
    return found + [problem for file in dict.fromkeys(files) for problem in _prompt_problems(file, templates)]


def _rule_problems(rule: Rule, pack: Jurisdiction) -> Iterator[str]:
    focuses = {focus.id for focus in pack.focuses}
    facts = {fact.id for fact in pack.facts}
    for name in rule.facts:
        if name not in facts:
            yield f"fact '{name}' is not in facts.toml (known: {', '.join(sorted(facts))})"
    if rule.in_force_from is None and rule.effect != "watch":
        yield "in_force_from is missing: the day from which it is law, or for old law a year by whose end it was"
    if rule.focus not in focuses:
        yield f"focus '{rule.focus}' has no file in focus/ (known: {', '.join(sorted(focuses))})"
    for entry in rule.authorities:
        if entry.checked_on is not None and entry.checked_on < entry.as_of:
            yield f"authority '{entry.cite}' was checked before the day it is stated for"
    numbers = {rate.id for rate in pack.rates if all(value.number is not None for value in rate.values)}
    for name in _rates_compared(rule, pack):
        if name not in numbers:
            yield f"rate '{name}' is not in rates.toml with a number for each of its days"
    for trigger in rule.when:
        for clause_type in _unknown_types(trigger):
            yield f"clause type '{clause_type}' is not one that is looked for"


def _rates_compared(rule: Rule, pack: Jurisdiction) -> Iterator[str]:
    """The rates that its triggers, and the facts it rests on, compare with."""
    yield from (each.percent_over_rate.partition("/")[0] for each in rule.when if each.percent_over_rate is not None)
    yield from (fact.fails_from.rate for fact in pack.facts if fact.fails_from is not None and fact.id in rule.facts)


def _words_problems(rule: Rule, pack: Jurisdiction, templates: Templates) -> Iterator[str]:
    """Whether the words of a rule render: the law with the rates of its pack, what is asked with a contract's names."""
    rates = {"rate": {rate.id: rate.told(pack.profile.as_of or date.max) for rate in pack.rates}}
    names = {**{name: f"the {name}" for name in NAMES}, **rates}
    said = [("statement", rule.statement, rates), ("check", rule.check, rates), ("title", rule.title, names)]
    said += [("assumes", each, rates) for each in rule.assumes]
    for side, ask in rule.ask.by_side.items():
        for key in ("text", "rationale", "wording"):
            said.append((f"ask.{side}.{key}", getattr(ask, key) or "", names))
    for key, words, values in said:
        try:
            templates.words(words, values, where=key)
        except ConfigError as error:
            yield str(error)


def _case_problems(pack: Pack, jurisdiction: Jurisdiction) -> Iterator[str]:
    """Whether every rule has a clause that must trigger it and one that must not, and every case a rule."""
    known = {rule.id for rule in jurisdiction.rules}
    for case in pack.cases:
        if case.rule not in known:
            yield f"cases: no rule '{case.rule}'"
    for rule in pack.profile.rules:
        if rule.effect != "watch":
            seen = {case.fires for case in pack.cases if case.rule == rule.id}
            for fires, what in ((True, "that must trigger it"), (False, "that must not trigger it")):
                if fires not in seen:
                    yield f"rule {rule.id}: no clause {what}"


def _checklist_case_problems(pack: Pack, jurisdiction: Jurisdiction) -> Iterator[str]:
    """Whether every item of a check list of the pack is present in one text and absent in another."""
    known = {each.id: {item.id for item in each.items} for each in jurisdiction.checklists}
    for case in pack.checklist_cases:
        unknown = case.items.keys() - known.get(case.checklist, set())
        if case.checklist not in known:
            yield f"cases: no check list '{case.checklist}'"
        elif unknown:
            yield f"cases: check list '{case.checklist}' has no item {', '.join(sorted(unknown))}"
    own = (each for each in jurisdiction.checklists if (pack.folder / "checklist" / f"{each.id}.toml").is_file())
    for checklist in own:
        told = {(item, s) for c in pack.checklist_cases if c.checklist == checklist.id for item, s in c.items.items()}
        for item in checklist.items:
            for status in ("present", "absent"):
                if (item.id, status) not in told:
                    yield f"check list {checklist.id}: no text in which '{item.id}' is {status}"


def _matter_problems(pack: Jurisdiction) -> Iterator[str]:
    """Whether what kinds of matter show are facts that there are."""
    facts = {fact.id for fact in pack.facts}
    for matter in pack.matters:
        for name in matter.shows:
            if name not in facts:
                yield f"{matter.id} -> shows: '{name}' is not in facts.toml (known: {', '.join(sorted(facts))})"


def _unknown_types(trigger: Trigger) -> list[str]:
    known = {*CUAD_CATEGORIES, *PROVISION_TYPES}
    return [each for each in (*trigger.clause, *trigger.not_found) if each not in known]


def _prompt_problems(file: PromptFile, templates: Templates) -> Iterator[str]:
    samples = _summary_samples() if file.task == "summary" else _point_samples()
    for sample in samples:
        try:
            prompt = templates.prompt(file)
            prompt.text(sample)
            prompt.parts(sample, PARTS[file.task])
        except ConfigError as error:
            yield str(error)
            return


def _summary_samples() -> tuple[DraftContext, ...]:
    """A contract that has everything, the same with clauses that say little, and one that has nothing."""
    full = _full_summary()
    empty = replace(
        full,
        focuses=(),
        questions=(),
        acting_for=None,
        execution="unknown",
        parties=(),
        term=_empty_term(),
        law=LawFacts(governing_law=None, forum=None, forum_kind=None, exclusive=None, pack=None),
        money=(),
        duties=(),
        clauses=_clauses(None),
        missing=(),
        contract="",
    )
    return full, replace(full, clauses=_clauses(_BARE_CLAUSE)), empty


def _full_summary() -> SummaryContext:
    return SummaryContext(
        jurisdiction="Sample",
        focuses=("Sample",),
        questions=("Sample?",),
        acting_for="Customer",
        kind="Agreement",
        agreement="this Agreement",
        execution="signed",
        parties=(PartyFact(name="A Ltd", called="Customer", role="Customer", cite="[[sample:1]]"),) * 2,
        term=_full_term(),
        law=LawFacts(governing_law=_SAID, forum=_SAID, forum_kind="court", exclusive=True, pack="Sample"),
        money=(_SAID,),
        duties=(_SAID,),
        clauses=_clauses(_CLAUSE),
        missing=(MissingFact(name="a sample", cite="[[sample:1]]"),),
        contract="Sample text.",
    )


def _clauses(each: ClauseFact | None) -> ClauseFacts:
    return ClauseFacts(**dict.fromkeys(ClauseFacts.__dataclass_fields__, each))


def _empty_term() -> TermFacts:
    return TermFacts(
        as_of="1 January 2026",
        agreement_date=None,
        effective_date=None,
        initial_term=None,
        expiration=None,
        renewal_kind="unknown",
        renewal=None,
        renewal_term=None,
        successive=False,
        notice=None,
        notice_deadline=None,
        notice_passed=False,
        notice_of=None,
        send_by=None,
        window_opens=None,
        ended=None,
        has_ended=False,
        ended_why=None,
        leaving=None,
        next_end=None,
    )


def _full_term() -> TermFacts:
    return replace(
        _empty_term(),
        agreement_date=_SAID,
        effective_date=_SAID,
        initial_term=_SAID,
        expiration=_SAID,
        renewal_kind="automatic",
        renewal=_SAID,
        renewal_term="12 months",
        successive=True,
        notice=_SAID,
        notice_deadline=_SAID,
        send_by="1 January 2026",
        window_opens="1 January 2026",
        leaving=_SAID,
    )


def _point_samples() -> tuple[DraftContext, ...]:
    """A finding of law, and a departure from a position that law supports."""
    law = LawPoint(
        title="Sample",
        statement="Sample.",
        check="Sample.",
        authorities="Sample Act s.1",
        assumes=("Sample.",),
        checked=False,
        ask="Sample.",
        rationale="Sample.",
        disclose=True,
    )
    position = PositionPoint(
        title="Sample",
        preferred="Sample.",
        fallback="Sample.",
        walk_away="Sample.",
        escalate_to="General Counsel",
        found="Sample.",
        ask="Sample.",
        rationale="Sample.",
        note="Sample.",
    )
    of_law = PointContext(
        jurisdiction="Sample",
        focus="Sample",
        questions=("Sample?",),
        good=("Sample.",),
        gravity="Sample.",
        inside=False,
        us=None,
        them="the other party",
        agreement="this Agreement",
        clause=_BARE_CLAUSE,
        law=(law,),
        position=None,
        missing=None,
        gap=None,
        proposed_text=None,
        contract="Sample text.",
    )
    told = replace(of_law, us="Customer", clause=_CLAUSE, position=position)
    of_position = replace(told, inside=True, proposed_text="Sample.")
    bare = replace(of_law, law=())
    missing = MissingPoint(what="a sample", looked_for="Sample", overlooked=None, why="Sample.", default_law="Sample.")
    gap = GapPoint(what="Sample", authority="Sample Act s.1", status="partial", ask="Sample.")
    others = replace(bare, missing=missing), replace(bare, gap=gap)
    return of_law, told, of_position, replace(of_position, law=()), *others
