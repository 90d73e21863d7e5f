import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

CONTRACT = """# **Hosting** Agreement

1. The Provider shall host the site.
   - daily backups
   - __no__ downtime
2.1 The Client shall pay £100 each month.
"""

# What a user of the plugin sees, told as JSON: the plugins, and the document as read.
SCRIPT = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from legalai.ingest.reader import read
from legalai.plugins.host import PluginHost
host = PluginHost.load()
document = read(Path(sys.argv[1]), host.readers())
print(json.dumps({
    "plugins": [[each.name, each.version] for each in host.loaded()],
    "media_type": document.facts.media_type,
    "text": document.text,
    "blocks": [[b.kind, b.number, document.text[b.body_start:b.end]] for b in document.blocks],
    "homes": [[h.start, h.end, h.offset] for h in document.text_map.homes],
}))
"""


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example plugin installed by pip, from a copy, without the network."""
    source = root / "examples" / "plugin"
    target = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
    done = subprocess.run(
        [*pip, "--no-build-isolation", "--target", str(target), str(source)],
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return target


def _run(installed: Path, contract: Path, **environment: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(contract)],
        env=os.environ | {"PYTHONPATH": str(installed)} | environment,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def contract(tmp_path: Path) -> Path:
    path = tmp_path / "hosting.md"
    path.write_text(CONTRACT, encoding="utf-8")
    return path


def test_an_installed_plugin_reads_its_files(installed: Path, contract: Path) -> None:
    seen = _run(installed, contract)
    assert seen["plugins"] == [["markdown-reader", "1.0.0"]]
    assert seen["media_type"] == "text/markdown"
    assert seen["blocks"] == [
        ["heading", None, "Hosting Agreement"],
        ["list_item", "1", "The Provider shall host the site."],
        ["list_item", None, "daily backups"],
        ["list_item", None, "no downtime"],
        ["list_item", "2.1", "The Client shall pay £100 each month."],
    ]
    for start, end, offset in seen["homes"]:
        words = "\n" if offset is None else CONTRACT[offset : offset + end - start]
        assert seen["text"][start:end] == words


def test_turned_off_our_own_reader_reads_the_file(installed: Path, contract: Path) -> None:
    seen = _run(installed, contract, LEGALAI_PLUGINS="")
    assert seen["plugins"] == []
    assert [number for _, number, _ in seen["blocks"]] == [None, "1", None, None, "2.1"]
    assert {offset for _, _, offset in seen["homes"]} == {None}, "only the plugin knows the way back into the file"
