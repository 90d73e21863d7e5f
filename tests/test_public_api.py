"""What costs nothing: importing legalai, and asking the command line for help."""

import subprocess
import sys

import pytest

HEAVY = ("torch", "spacy", "transformers", "streamlit", "onnxruntime", "pandas")

# Typer ends every run with SystemExit, --help included.
HELP = """
import legalai.cli
try:
    legalai.cli.main(["--help"])
except SystemExit as end:
    assert not end.code
"""


def loaded_by(statements: str) -> set[str]:
    """The heavy packages that a fresh interpreter has loaded after `statements`."""
    script = f"{statements}\nimport sys\nsys.stderr.write(' '.join(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "statements",
    [
        "import legalai",
        "import legalai.schema, legalai.errors, legalai.labels, legalai.text_map",
        "import legalai.hookspecs",
        "import legalai.cli",
        HELP,
    ],
)
def test_nothing_heavy_is_loaded_by(statements: str) -> None:
    assert loaded_by(statements) == set()


def test_the_version_is_the_one_installed() -> None:
    from importlib.metadata import version

    import legalai

    assert legalai.__version__ == version("legalai")
