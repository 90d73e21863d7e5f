"""A pack as a lawyer reads it: how fresh its law is, and each rule in words, with what it rests on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from legalai.drafting.templates import Templates
from legalai.jurisdictions import BASE, Fact, Jurisdiction, Rule
from legalai.schema import Authority, Severity

_AUDIENCES = {
    "b2b": "businesses among themselves",
    "b2c": "consumers",
    "employment": "employment",
    "construction": "construction works",
    "small_business": "small businesses",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSummary:
    """A pack in one line. `rules` counts the inherited ones too; `stale`: its law was to be looked at again by now."""

    id: str
    name: str
    parents: tuple[str, ...]
    as_of: date | None
    review_by: date | None
    stale: bool
    rules: int
    own_rules: int
    cases: int
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule in words, with the figures of a day put in.

    `applies_to`: the kinds of deal; `needs` is asked before the rule is raised, `supposes` is stated with it.
    `fires` and `stays_silent` count its cases.
    """

    id: str
    pack: str
    title: str
    focus: str
    severity: Severity
    certainty: str
    effect: str
    statement: str
    check: str
    applies_to: tuple[str, ...]
    needs: tuple[str, ...]
    supposes: tuple[str, ...]
    authorities: tuple[Authority, ...]
    in_force: bool
    fires: int
    stays_silent: int


def summary(pack: Jurisdiction, day: date) -> PackSummary:
    """A pack in one line, as of a day."""
    profile = pack.profile
    return PackSummary(
        id=pack.id,
        name=profile.name,
        parents=tuple(each.profile.name for each in pack.chain[1:] if each.profile.id != BASE),
        as_of=profile.as_of,
        review_by=profile.review_by,
        stale=profile.review_by is not None and profile.review_by < day,
        rules=len(pack.rules),
        own_rules=sum(rule.effect != "watch" for rule in profile.rules),
        cases=len(pack.chain[0].cases),
        folder=pack.chain[0].folder,
    )


def rules(pack: Jurisdiction, folders: tuple[Path, ...], day: date) -> tuple[RuleView, ...]:
    """The rules of a pack, inherited ones after its own. Raises: ConfigError where a rule's words do not render."""
    templates = Templates(folders)
    rates = {rate.id: rate.told(day) for rate in pack.rates}
    homes = {rule.id: each.profile.id for each in reversed(pack.chain) for rule in each.profile.rules}
    cases = Counter((case.rule, case.fires) for each in pack.chain for case in each.cases)
    facts = {fact.id: fact for fact in pack.facts}

    def words(source: str, rule: Rule) -> str:
        where = f"{pack.id}: rule {rule.id}"
        return templates.words(source, {"rate": rates}, where=where) if "{" in source else " ".join(source.split())

    return tuple(
        RuleView(
            id=rule.id,
            pack=homes[rule.id],
            title=rule.title,
            focus=rule.focus,
            severity=rule.severity,
            certainty=rule.certainty,
            effect=rule.effect.replace("_", " "),
            statement=words(rule.statement, rule),
            check=words(rule.check, rule),
            applies_to=tuple(_AUDIENCES.get(each, each) for each in rule.applies_to),
            needs=tuple(facts[each].question for each in rule.requires if each in facts),
            supposes=(*_assumed(rule.all_supposed, facts), *(words(each, rule) for each in rule.assumes)),
            authorities=tuple(each.authority() for each in rule.authorities),
            in_force=rule.in_force(day, None),
            fires=cases[rule.id, True],
            stays_silent=cases[rule.id, False],
        )
        for rule in pack.rules
    )


def matching(found: Sequence[RuleView], *, focuses: Sequence[str], words: str) -> tuple[RuleView, ...]:
    """The rules of some focuses, all where none is named, that hold some words."""
    wanted = words.casefold().strip()
    return tuple(
        rule for rule in found if (not focuses or rule.focus in focuses) and wanted in _searched(rule).casefold()
    )


def _assumed(names: Sequence[str], facts: Mapping[str, Fact]) -> tuple[str, ...]:
    return tuple(facts[each].assumption for each in names if each in facts)


def _searched(rule: RuleView) -> str:
    return "\n".join((rule.id, rule.title, rule.statement, *(each.cite for each in rule.authorities)))
