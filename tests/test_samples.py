"""The sample contracts: built from their text, true to facts.toml, and read whole."""

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from legalai.extract.pipeline import extract, load_pipeline
from legalai.ingest import read
from legalai.plugins.host import PluginHost

SAMPLES = Path(__file__).parents[1] / "samples"
FACTS: dict[str, dict[str, Any]] = tomllib.loads((SAMPLES / "facts.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def notation() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SAMPLES)
        import notation

        return notation


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, SAMPLES / "build.py", "--out", out], check=True)
    return out


@pytest.mark.parametrize("name", FACTS)
def test_the_text_still_builds_the_committed_file(name: str, rebuilt: Path) -> None:
    file = FACTS[name]["file"]
    assert (rebuilt / file).read_bytes() == (SAMPLES / file).read_bytes(), "run: python samples/build.py"


def test_every_text_is_built_and_has_facts() -> None:
    assert sorted(path.stem for path in (SAMPLES / "text").iterdir()) == sorted(FACTS)


@pytest.mark.parametrize("name", FACTS)
def test_the_facts_are_in_the_text(name: str, notation: Any) -> None:
    items = notation.read_sample(SAMPLES / "text" / f"{name}.contract").items
    words = "\n".join(item.plain for item in items)
    facts = FACTS[name]
    assert facts["title"] in words
    for party in facts["parties"]:
        assert party["name"] in words
        assert all(f"“{alias}”" in words for alias in party["aliases"])
    assert all(f"{amount['value']:,}" in words + str([item.rows for item in items]) for amount in facts["amounts"])
    assert all(document in words for document in facts["incorporated"])


@pytest.mark.parametrize(
    ("name", "trap"),
    [(name, trap) for name, facts in FACTS.items() for trap in facts["traps"]],
    ids=lambda value: str(value)[:40],
)
def test_every_trap_is_where_the_facts_say(name: str, trap: dict[str, str], notation: Any) -> None:
    clauses = [
        item.plain
        for schedule, item in _with_schedule(notation.read_sample(SAMPLES / "text" / f"{name}.contract").items)
        if item.full == trap["number"] and schedule == trap.get("schedule")
    ]
    assert len(clauses) == 1
    assert trap["quote"] in clauses[0]


def _with_schedule(items: tuple[Any, ...]) -> list[tuple[str | None, Any]]:
    """Each item with the name of the schedule it is in, None for the body."""
    schedule = None
    placed: list[tuple[str | None, Any]] = []
    for item in items:
        if item.kind == "schedule":
            schedule = item.rows[0][0]
        placed.append((schedule, item))
    return placed


@pytest.mark.parametrize("name", FACTS)
def test_the_text_read_holds_every_clause_in_order_and_no_furniture(name: str, notation: Any) -> None:
    sample = notation.read_sample(SAMPLES / "text" / f"{name}.contract")
    document = read(SAMPLES / FACTS[name]["file"], PluginHost.load().readers())
    text = " ".join(document.text.split())
    position = 0
    for printed in _printed(sample):
        found = text.find(printed, position)
        assert found >= 0, f"{printed[:80]!r} is missing, or comes too early"
        position = found + len(printed)
    for line in (sample.front.get("header"), sample.front.get("footer")):
        for part in (line or "").split(" | "):
            start = part.partition("{")[0].strip()
            assert not start or text.count(start) == sum(item.plain.count(start) for item in sample.items)


def _printed(sample: Any) -> Iterator[str]:
    """What a reader of the printed contract sees, item by item."""
    for item in sample.items:
        if item.kind == "signature":
            yield from (row[0] for row in item.rows)
        elif item.kind in ("schedule", "table"):
            yield from (cell for row in item.rows for cell in row if cell)
        else:
            yield f"{item.number} {item.plain}" if item.number else item.plain


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load_pipeline()


@pytest.mark.parametrize("name", [name for name, facts in FACTS.items() if "notice_deadline" in facts])
def test_the_last_day_for_notice_is_the_one_a_reader_computes(name: str, pipeline: Language) -> None:
    document = read(SAMPLES / FACTS[name]["file"], PluginHost.load().readers())
    clocks = extract(document, pipeline, as_of=date(2026, 11, 22)).key_dates.clocks
    assert FACTS[name]["notice_deadline"] in {clock.notice_by for clock in clocks}
