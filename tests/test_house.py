"""The house rules that no linter knows: size, docstrings, who prints, no path of one machine, no unused requirement."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*ROOT.glob("legalai/**/*.py"), *ROOT.glob("app.py")])
MOST_LINES = 400

# Distributions whose import name differs from their own.
IMPORT_NAMES = {
    "markdown-it-py": "markdown_it",
    "pdfminer.six": "pdfminer",
    "pillow": "PIL",
    "python-docx": "docx",
    "python-dateutil": "dateutil",
    "text2num": "text_to_num",
}
# Only this may be required without an import of ours: transformers reads the clause model's tokenizer with tokenizers.
NOT_IMPORTED = {"tokenizers"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tracked_text_files() -> Iterator[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    for name in filter(None, listing.split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in path.read_bytes()[:8192]:
            yield path


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_holds_one_idea(path: Path) -> None:
    source = path.read_text()
    assert len(source.splitlines()) <= MOST_LINES
    docstring = ast.get_docstring(ast.parse(source))
    assert docstring, "every module says in one sentence what it is"
    assert docstring.splitlines()[0].endswith((".", ":")), "the first line of a docstring is a sentence"


@pytest.mark.parametrize("path", [p for p in MODULES if "legalai/cli/" not in p.as_posix()], ids=name_of)
def test_only_the_command_line_prints(path: Path) -> None:
    calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    assert "print" not in [call.id for call in calls if isinstance(call, ast.Name)]


def test_nothing_names_a_path_of_one_machine() -> None:
    # Written so that this file does not match itself.
    pattern = re.compile(r"(?<![\w.])/(?:home|root|work|Users|farm)" + r"/|\.\./" + "shared")
    found = [name_of(path) for path in tracked_text_files() if pattern.search(path.read_text(errors="replace"))]
    assert found == []


def third_party_imports() -> set[str]:
    names: set[str] = set()
    for path in MODULES:
        if "legalai/training/" in path.as_posix():
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"legalai"}


def test_what_is_imported_is_required_and_what_is_required_is_imported() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    required = {re.split(r"[^\w.-]", requirement)[0] for requirement in project["dependencies"]}
    imported = third_party_imports()
    assert imported - {IMPORT_NAMES.get(name, name) for name in required} == set()
    assert {name for name in required - NOT_IMPORTED if IMPORT_NAMES.get(name, name) not in imported} == set()
