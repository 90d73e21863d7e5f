"""A playbook drafted from a firm's own contracts, on the base of the one that ships for its side."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

import tomlkit
from tomlkit.items import Array, Table

from legalai.errors import ConfigError
from legalai.playbook import SHIPPED, PlaybookFile, Position, SideName, position_files
from legalai.playbook_drafting.catalogue import QUANTITIES
from legalai.playbook_drafting.chairs import Practice
from legalai.playbook_drafting.filling import Places, bounds, figures, filled, places_of
from legalai.playbook_drafting.settled import Evidence, Observed, Settled
from legalai.playbook_drafting.told import about_contracts, about_evidence

_DRAFTS = Path(__file__).resolve().parent / "drafts"
# What a draft says in its own words of a position that ships; the rest of the position stays.
_WORDS = ("title", "preferred", "fallback", "walk_away", "ask", "rationale", "note", "edits", "wording")
# What evaluates words that ship says nothing of words that are drawn from contracts.
_EVALUATED = ("fallback_when", "walk_away_when")
_BOUND_MOVED = "Its bound is what our contracts mostly have; its words are as shipped."
AS_SHIPPED = "As shipped: not drawn from our contracts."


@dataclass(frozen=True)
class DraftedPlaybook:
    """The text of a playbook's file, which loads, and the ids of the positions that the contracts gave."""

    text: str
    drawn: tuple[str, ...]


@dataclass
class _Draft:
    """What is said of some quantities: a whole position, words for one that ships, or its evidence alone."""

    topics: tuple[str, ...]
    quantities: tuple[str, ...]
    otherwise: Mapping[str, Sequence[int]]
    position: Mapping[str, Any] | None
    words: Mapping[str, Any] | None


@dataclass
class _Entry:
    """A position on its way into the file: its keys, the comments above it, and whether contracts gave it."""

    keys: dict[str, Any]
    comments: list[str]
    drawn: bool = False


def draft_playbook(practice: Practice, *, playbook_id: str, unread: Sequence[str] = ()) -> DraftedPlaybook:
    """A playbook of what the contracts show; `unread` names the files that could not be read, which the head says.

    Raises: ConfigError where no contract counts, or `playbook_id` is no id.
    """
    if not practice.readings:
        raise ConfigError("No contract counts, so there is nothing to draft from. See what was left out, and why.")
    found = {quantity.id: evidence for quantity, evidence in zip(QUANTITIES, _evidence(practice), strict=True)}
    entries = [_Entry(dict(table), []) for table in _shipped(practice.side)]
    for draft in _drafts(practice.side):
        _take_up(draft, entries, found, practice.side)
    text = _written(entries, practice, playbook_id, unread)
    try:
        PlaybookFile.model_validate(tomllib.loads(text))
    except ValueError as error:
        raise ConfigError(
            f"'{playbook_id}' makes no playbook: use small letters, digits and hyphens as --id."
        ) from error
    return DraftedPlaybook(text, tuple(str(entry.keys["id"]) for entry in entries if entry.drawn))


def _shipped(side: SideName) -> Iterator[Table]:
    for path in position_files(SHIPPED / side):
        yield from cast(list[Table], tomlkit.parse(path.read_text(encoding="utf-8"))["positions"])


def _evidence(practice: Practice) -> Iterator[Evidence]:
    for quantity in QUANTITIES:
        observed = (
            Observed.of(name, seen)
            for name, reading in practice.readings
            for seen in quantity.read(reading, practice.side)
        )
        yield Evidence(quantity, tuple(observed))


@cache
def _drafts(side: SideName) -> tuple[_Draft, ...]:
    data = tomllib.loads((_DRAFTS / f"{side}.toml").read_text(encoding="utf-8"))
    return tuple(
        _Draft(
            topics=tuple(each["topics"]),
            quantities=tuple(each["quantities"]),
            otherwise=each.get("otherwise", {}),
            position=each.get("position"),
            words=each.get("words"),
        )
        for each in data["drafts"]
    )


def _take_up(draft: _Draft, entries: list[_Entry], found: Mapping[str, Evidence], side: SideName) -> None:
    """Puts a draft where it belongs: over the position that ships for it, or after the others."""
    evidence = [found[each] for each in draft.quantities]
    comments = [line for each in evidence for line in about_evidence(each)]
    settled = any(each.enough for each in evidence)
    shipped = _shipped_for(draft, entries)
    if shipped is not None and (not settled or draft.position is None):
        shipped.comments += comments
    if not settled:
        return
    places = _places(draft, evidence, side)
    if draft.position is not None:
        _put_position(draft, shipped, entries, comments, places)
    elif shipped is not None and draft.words is not None:
        kept = {key: value for key, value in shipped.keys.items() if key not in _EVALUATED}
        shipped.keys = kept | filled(dict(draft.words), places)
        shipped.drawn = True


def _places(draft: _Draft, evidence: Sequence[Evidence], side: SideName) -> Places:
    places = {each.quantity.id: places_of(each, side) for each in evidence if each.enough}
    return {name: figures(Settled(*values)) for name, values in draft.otherwise.items()} | places


def _shipped_for(draft: _Draft, entries: Sequence[_Entry]) -> _Entry | None:
    """The position that ships for a draft: of its id, or of one of its topics and with the same bound."""
    if draft.position is None:
        return next((each for topic in draft.topics for each in entries if each.keys["topic"] == topic), None)
    own = next((each for each in entries if each.keys["id"] == draft.position["id"]), None)
    return own or next(
        (each for topic in draft.topics for each in entries if each.keys["topic"] == topic and _bound(draft, each)),
        None,
    )


def _bound(draft: _Draft, entry: _Entry) -> bool:
    keys = _bound_keys(draft.position or {"when": ()})
    return any(key in trigger for trigger in entry.keys["when"] for key in keys)


def _bound_keys(position: Mapping[str, Any]) -> set[str]:
    return {
        key for trigger in position["when"] for key in trigger if key.endswith(("_over", "_under", "_days", "_months"))
    }


def _put_position(
    draft: _Draft, shipped: _Entry | None, entries: list[_Entry], comments: list[str], places: Places
) -> None:
    position = draft.position or {}
    whole, limits = filled(dict(position), places), filled(dict(bounds(position)), places)
    if shipped is None:
        entries.append(_Entry(whole, comments, drawn=True))
        return
    drawn = (*_WORDS, *_EVALUATED)
    kept = {key: value for key, value in shipped.keys.items() if key not in drawn}
    said = {key: whole[key] for key in drawn if key in whole}
    bounded = [{**trigger, **_of(trigger, limits)} for trigger in shipped.keys["when"]]
    shipped.keys = {**kept, **said, "when": bounded if any(_of(each, limits) for each in bounded) else whole["when"]}
    shipped.comments += comments
    shipped.drawn = True
    for entry in entries:
        if entry is not shipped and entry.keys["topic"] == shipped.keys["topic"]:
            _no_stricter(entry, limits)


def _of(trigger: Mapping[str, Any], limits: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in limits.items() if key in trigger}


def _no_stricter(entry: _Entry, limits: Mapping[str, Any]) -> None:
    """A position beside the one drawn does not object to what the firm mostly accepts."""
    when: list[dict[str, Any]] = []
    for trigger in entry.keys["when"]:
        milder = {
            key: value
            for key, value in _of(trigger, limits).items()
            if (value < trigger[key] if "_under" in key else value > trigger[key])
        }
        when.append({**trigger, **milder})
        if milder and _BOUND_MOVED not in entry.comments:
            entry.comments.append(_BOUND_MOVED)
    entry.keys["when"] = when


def _written(entries: Sequence[_Entry], practice: Practice, playbook_id: str, unread: Sequence[str]) -> str:
    document = tomlkit.document()
    for line in about_contracts(practice, unread):
        document.add(tomlkit.comment(line))
    document.add("id", tomlkit.item(playbook_id))
    document.add("name", tomlkit.item(f"Drafted from our contracts ({practice.side})"))
    document.add("side", tomlkit.item(practice.side))
    positions = tomlkit.aot()
    for entry in entries:
        table = tomlkit.table()
        for line in [*([] if entry.drawn else [AS_SHIPPED]), *entry.comments]:
            table.add(tomlkit.comment(line))
        for key in Position.model_fields:
            if key in entry.keys:
                table.add(key, _one_a_line(entry.keys[key]) if key == "edits" else entry.keys[key])
        positions.append(table)
    document.add("positions", positions)
    return tomlkit.dumps(document)


def _one_a_line(edits: Sequence[Mapping[str, Any]]) -> Array:
    """Edits as the shipped playbooks have them: one in each line, in braces."""
    rows = tomlkit.array()
    for edit in edits:
        row = tomlkit.inline_table()
        row.update(edit)
        rows.append(row)
    return rows.multiline(True)
