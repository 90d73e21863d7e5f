"""What goes wrong in a template names the file and the line, also where it goes wrong in a template it extends."""

from pathlib import Path

import pytest

from legalai.drafting.pack_check import check_pack
from legalai.drafting.templates import Templates
from legalai.errors import ConfigError
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from tests.jurisdictions.test_packs import HEAD, pack

SHIPPED = Packs(pack_folders())
BASE = '{% extends "_base/prompts/summary.v1.jinja" %}\n'


def problems(folder: Path, template: str, name: str = "us-zz", head: str = HEAD) -> list[str]:
    place = pack(folder, head, name)
    (place / "prompts").mkdir()
    (place / "prompts" / "summary.v1.jinja").write_text(template)
    return check_pack(place, SHIPPED)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (f"{BASE}{{% block law %}}\n\n{{{{ nothing }}}}\n{{% endblock %}}", "line 4: 'nothing' is undefined"),
        (f"{BASE}{{% block law %}}\n{{{{ law.nothing }}}}{{% endblock %}}", "line 3: 'legalai"),
        (f"{BASE}\n{{% if %}}", "line 3: Expected an expression"),
        (
            f"{BASE}{{% block law %}}\n{{{{ 1 / 0 }}}}{{% endblock %}}",
            "line 3: the template fails with ZeroDivisionError",
        ),
        ("\n{{ ().__class__ }}", "line 2: access to attribute '__class__'"),
        ('{% extends "_base/prompts/poem.v1.jinja" %}', "line 1: there is no prompt '_base/prompts/poem.v1.jinja'"),
    ],
)
def test_file_and_line(tmp_path: Path, template: str, message: str) -> None:
    found = problems(tmp_path, template)
    assert len(found) == 1
    assert f"us-zz{'/prompts/summary.v1.jinja'}, {message}" in found[0]


def test_an_error_of_the_parent_is_told_of_the_parent(tmp_path: Path) -> None:
    problems(tmp_path, f"{BASE}\n{{% block law %}}{{{{ gone }}}}{{% endblock %}}")
    child = HEAD.replace('id = "us-zz"', 'id = "us-zy"').replace('parent = "us"', 'parent = "us-zz"')
    found = problems(tmp_path, '{% extends "us-zz/prompts/summary.v1.jinja" %}', "us-zy", child)
    assert len(found) == 1
    assert "us-zz/prompts/summary.v1.jinja, line 3: 'gone' is undefined" in found[0]


def test_words_of_a_rule_have_a_line_too() -> None:
    with pytest.raises(ConfigError, match="rule us-ny-05, line 2: 'agreemnt' is undefined"):
        Templates(()).words("One.\n{{ agreemnt }}", {}, where="rule us-ny-05")
