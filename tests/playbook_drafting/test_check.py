"""What a check of a playbook says, one line for each problem."""

from pathlib import Path

import pytest

from legalai.errors import ConfigError
from legalai.playbook import shipped_playbooks
from legalai.playbook_drafting.check import check_playbook

SMALL = """
id = "mine"
name = "Mine"
side = "customer"

[[positions]]
id = "insurance"
title = "No duty of {{ them }} to insure was found"
topic = "insurance"
focus = "liability"
clause_type = "Insurance"
priority = 1
preferred = "Insurance."
fallback = "A certificate."
walk_away = "None."
escalate_to = "Risk Manager"
ask = "Add a duty to insure."
rationale = "A limit is worth what stands behind it."
note = "We rely on {{ them }}. {{ days_gained }}"
wording = "{{ them }} shall insure."
[[positions.when]]
not_found = ["Insurance"]
"""


@pytest.mark.parametrize("name", shipped_playbooks())
def test_the_shipped_playbooks_are_sound(name: str) -> None:
    assert check_playbook(name) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("", ""), []),
        (('focus = "liability"', 'focus = "libility"'), ["insurance: focus 'libility' is not one that is known"]),
        (('not_found = ["Insurance"]', 'not_found = ["Insurances"]'), ["clause type 'Insurances' is not one"]),
        (("{{ them }} shall insure", "{{ vendor }} shall insure"), ["wording, line 1: 'vendor' is undefined"]),
        (("{{ them }} shall insure", "{% if %} shall insure"), ["wording, line 1: "]),
        (('preferred = "Insurance."', 'preferred = "{{ days_gained }}"'), []),
        (("escalate_to", 'not_in = ["nda"]\nescalate_to'), []),
        (("escalate_to", 'not_in = ["ndas"]\nescalate_to'), ["not_in: there is no kind of matter 'ndas'"]),
        (('preferred = "Insurance."', 'preferred = " "'), ["preferred: says nothing"]),
        (("Add a duty to insure.", "Our fallback is to insure."), ["ask: the other side reads this"]),
        (("escalate_to", 'walk_away_when = [{ not_found = ["Insurance"] }]\nescalate_to'), []),
        (
            ("escalate_to", "walk_away_when = [{ months_under = 12 }]\nescalate_to"),
            ["walk_away_when: it asks for words"],
        ),
        (("escalate_to", 'fallback_when = [{ clause = ["X"] }]\nescalate_to'), ["clause type 'X' is not one"]),
        (("escalate_to", "walk_away_when = [{}]\nescalate_to"), ["at least one condition"]),
        (('side = "customer"', 'side = "buyer"'), ["side: Input should be 'customer' or 'supplier'"]),
        (
            ('focus = "liability"\nclause_type = "Insurance"', 'focus = "x"\nclause_type = "Y"'),
            ["focus 'x'", "clause type 'Y'"],
        ),
    ],
)
def test_each_problem_is_a_line(tmp_path: Path, change: tuple[str, str], said: list[str]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SMALL.replace(*change), encoding="utf-8")
    lines = check_playbook(str(path))
    assert len(lines) == len(said)
    assert all(part in line for part, line in zip(said, lines, strict=True))
    assert all(line.startswith(str(path)) for line in lines)


def test_what_is_not_there_is_no_playbook_with_a_problem() -> None:
    with pytest.raises(ConfigError, match=f"There is no playbook.*{', '.join(shipped_playbooks())}"):
        check_playbook("nowhere.toml")
