import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.errors import ConfigError
from legalai.export.calendar_states import Mark, is_draft, read_states, state_words, states_toml
from legalai.schema import Execution, ExecutionStatus
from tests.export.samples import contract

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("status", "mark", "words", "draft"),
    [
        ("unsigned", None, "draft: not in the calendar", True),
        ("unknown", None, "live: signature not seen", False),
        ("partly", None, "live: not signed by all", False),
        ("signed", None, "live", False),
        # the user has the signed copy
        ("unsigned", Mark(state="live", on=DAY), "live", False),
        ("signed", Mark(state="notice-served", on=DAY), "notice served on 2026-11-20", False),
        ("unsigned", Mark(state="superseded", on=DAY), "superseded on 2026-11-20", False),
    ],
)
def test_state(status: ExecutionStatus, mark: Mark | None, words: str, draft: bool) -> None:
    of = replace(contract(), execution=Execution(status=status))
    assert (state_words(of, mark), is_draft(of, mark)) == (words, draft)


@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=("Cs",)), min_size=1),
        st.builds(
            Mark,
            state=st.sampled_from(["live", "terminated"]),
            on=st.dates(),
            note=st.text(st.characters(exclude_categories=("Cs",))),
        ),
        max_size=4,
    )
)
def test_what_is_written_is_what_is_read(marks: dict[str, Mark]) -> None:
    found = tomllib.loads(states_toml(marks)).get("contracts", {})
    assert {name: Mark.model_validate(mark) for name, mark in found.items()} == marks


def test_no_file_is_no_mark(tmp_path: Path) -> None:
    assert read_states(tmp_path / "states.toml") == {}


@pytest.mark.parametrize(
    "table", ['state = "gone"\non = 2026-11-20', 'state = "live"', 'state = "live"\non = 1\nby = 2']
)
def test_a_wrong_mark_is_told(tmp_path: Path, table: str) -> None:
    path = tmp_path / "states.toml"
    path.write_text(f'[contracts."a.pdf"]\n{table}\n')
    with pytest.raises(ConfigError, match=r"states\.toml -> contracts -> a\.pdf"):
        read_states(path)
