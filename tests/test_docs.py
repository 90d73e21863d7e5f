"""The documentation keeps up: issue codes, commands, hooks, links, and the two commands a newcomer runs first."""

import ast
import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

from legalai.schema import Contract
from tests.extract.builders import document_from_text

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
MODULES = sorted(ROOT.glob("legalai/**/*.py"))


def all_documentation() -> str:
    return "\n".join(page.read_text() for page in PAGES)


# ------------------------------------------------------------------------------------------------------------- issues


def text_constants(modules: dict[Path, ast.Module]) -> dict[str, str]:
    """Module-level names that hold a string, over the whole package."""
    found: dict[str, str] = {}
    for tree in modules.values():
        for node in tree.body:
            targets = (
                node.targets
                if isinstance(node, ast.Assign)
                else [node.target]
                if isinstance(node, ast.AnnAssign)
                else []
            )
            value = getattr(node, "value", None)
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                found.update({target.id: value.value for target in targets if isinstance(target, ast.Name)})
    return found


def strings(node: ast.expr, constants: dict[str, str]) -> Iterator[str]:
    """The strings an argument may be: a literal, a constant of a module, or either arm of a condition."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from strings(body, constants)
            yield from strings(orelse, constants)
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in constants:
            yield constants[name]
        case _:
            raise AssertionError(
                f"line {node.lineno}: an Issue's code and severity are written out: {ast.unparse(node)}"
            )


def raised_issues() -> set[tuple[str, str]]:
    """(code, severity) of every `Issue(...)` in the package."""
    modules = {path: ast.parse(path.read_text()) for path in MODULES}
    constants = text_constants(modules)
    found: set[tuple[str, str]] = set()
    for tree in modules.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Issue":
                given = {keyword.arg: keyword.value for keyword in node.keywords}
                for code in strings(given["code"], constants):
                    found.update((code, severity) for severity in strings(given["severity"], constants))
    return found


def documented_issues() -> set[tuple[str, str]]:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| ([a-z, ]+) \|", (ROOT / "docs/issues.md").read_text(), re.MULTILINE)
    return {(code, severity) for code, severities in rows for severity in severities.split(", ")}


def test_every_issue_code_is_documented_with_its_severity_and_no_other() -> None:
    assert raised_issues() == documented_issues()


def test_issue_codes_are_kebab_case() -> None:
    assert [code for code, _ in raised_issues() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


# ----------------------------------------------------------------------------------------------------- commands, hooks


def commands() -> dict[str, str]:
    """Every command with its help: {"evaluate clauses": "..."}."""
    import typer.main

    from legalai.cli import app

    def walk(command: object, name: str) -> Iterator[tuple[str, str]]:
        children: dict[str, object] = getattr(command, "commands", {})
        for child_name, child in children.items():
            yield from walk(child, f"{name} {child_name}".strip())
        if not children:
            yield name, f"{getattr(command, 'help', '')}\n{getattr(command, 'epilog', '')}"

    return dict(walk(typer.main.get_command(app), ""))


def test_every_command_is_documented_and_its_help_has_an_example() -> None:
    documentation = all_documentation()
    for name, text in commands().items():
        assert f"legalai {name}" in documentation, name
        assert f"legalai {name}" in text, f"the help of '{name}' has no example"


def test_every_hook_is_documented_with_its_signature() -> None:
    from legalai import hookspecs

    page = (ROOT / "docs/plugins.md").read_text()
    hooks = {name: hook for name, hook in vars(hookspecs).items() if hasattr(hook, f"{hookspecs.GROUP}_spec")}
    assert hooks
    for name, hook in hooks.items():
        arguments = ", ".join(inspect.signature(hook).parameters)
        assert f"`{name}({arguments})`" in page


def test_the_plugin_in_the_documentation_is_one() -> None:
    from legalai.plugins.host import PluginHost

    (source,) = re.findall(r"^```python\n(.*?)^```$", (ROOT / "docs/plugins.md").read_text(), re.MULTILINE | re.DOTALL)
    plugin = ModuleType("house_rules")
    exec(source, vars(plugin))
    host = PluginHost.load({"house-rules": plugin})
    (check,) = (check for check in host.checks() if check.name == "jury-waiver")
    document = document_from_text("Each party waives TRIAL BY JURY.")
    (finding,) = check.findings(document, cast(Contract, None))
    assert [citation.text for citation in finding.citations] == ["TRIAL BY JURY"]


def test_every_trigger_is_documented() -> None:
    from legalai.triggers import Trigger

    page = (ROOT / "docs/jurisdictions.md").read_text()
    rows = [f"| `{name}` | {field.description} |" for name, field in Trigger.model_fields.items()]
    assert [row for row in rows if row not in page] == []


def test_the_rule_and_the_case_in_the_documentation_are_such() -> None:
    from legalai.jurisdictions import Case, ChecklistCase, Rule

    page = (ROOT / "docs/jurisdictions.md").read_text()
    of_rule, of_case, of_list = re.findall(r"^```toml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (rule,), (case,) = tomllib.loads(of_rule)["rules"], tomllib.loads(of_case)["cases"]
    (items,) = tomllib.loads(of_list)["checklists"]
    assert Rule.model_validate(rule).authorities
    assert not Case.model_validate(case).fires
    assert ChecklistCase.model_validate(items).items


def test_the_playbook_in_the_documentation_is_sound(tmp_path: Path) -> None:
    from legalai.cli import main

    (whole,) = re.findall(r"^```toml\n(.*?)^```$", (ROOT / "docs/playbooks.md").read_text(), re.MULTILINE | re.DOTALL)
    (tmp_path / "ours.toml").write_text(whole, encoding="utf-8")
    assert main(["playbook", "check", str(tmp_path / "ours.toml")]) == 0


# --------------------------------------------------------------------------------------------------------------- pages


def test_the_readme_begins_with_two_commands_that_set_up_a_fresh_machine() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", (ROOT / "README.md").read_text(), re.MULTILINE | re.DOTALL)
    review, test = blocks[:2]
    for block in (review, test):
        assert len(block.splitlines()) == 1
        assert not block.startswith(("cd ", "git "))
    assert "legalai review samples/" in review
    assert f"{test.strip()}\n" in (ROOT / ".ci/run").read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|mailto:)([^)#]+)", page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []
