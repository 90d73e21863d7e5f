"""Nothing leaves the machine: a whole review, with every process it starts, opens no connection, looks up no name."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

# Runs first in every Python process that inherits PYTHONPATH: tells that it is there, and ends what opens a connection.
HOOK = '''
import os
import sys

LOG = os.environ["NETWORK_LOG"]
EVENTS = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto",
          "socket.sendmsg", "urllib.Request", "ftplib.connect", "smtplib.connect", "http.client.connect"}


def note(line):
    handle = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.write(handle, (line + "\\n").encode())
    os.close(handle)


class Connected(BaseException):
    """No code that expects an error swallows it."""


def hook(event, arguments):
    if event in EVENTS:
        note(f"{event} in {os.getpid()}")
        raise Connected(event)


note(f"started {os.getpid()}")
sys.addaudithook(hook)
'''

CONTRACT = """SERVICES AGREEMENT

This Services Agreement is made on 3 March 2025 between Quillfeather Analytics Ltd ("Supplier") and Dunmore Textiles plc
("Customer").

1. Term. This Agreement starts on 1 April 2025 and continues for twenty-four (24) months. It renews for successive
periods of twelve (12) months unless either party gives the other at least ninety (90) days' written notice
before the end.

2. Fees. Customer shall pay Supplier GBP 4,000 each month within thirty (30) days of the invoice.

3. Liability. Supplier's total liability under this Agreement shall not exceed the fees paid in the six (6) months
before the claim.

4. Law. This Agreement is governed by the laws of England and Wales, and its courts have exclusive jurisdiction.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A contract as text, and as a PDF, which is read in a process of its own."""
    text = tmp_path / "services.txt"
    text.write_text(CONTRACT)
    pdf = tmp_path / "services.pdf"
    canvas = Canvas(str(pdf))
    for number, line in enumerate(CONTRACT.splitlines()):
        canvas.drawString(40, 800 - 16 * number, line)
    canvas.save()
    return [str(text), str(pdf)]


def review_of(files: Sequence[str], out: Path) -> list[str]:
    options = ["--acting-for", "Customer", "--as-of", "2026-11-01", "--out", str(out)]
    return [sys.executable, "-m", "legalai", "review", *files, *options]


def assert_reviewed(run: subprocess.CompletedProcess[str], out: Path) -> None:
    assert run.returncode == 0, run.stderr
    reviews = [json.loads(path.read_text()) for path in out.glob("*/review.json")]
    assert [each["status"] for each in reviews] == ["complete", "complete"]
    assert all(each["negotiation_points"] for each in reviews)


def hooked(command: Sequence[str], folder: Path) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run a command with the hook in every Python process of its tree; what the hook noted."""
    (folder / "hook").mkdir()
    (folder / "hook" / "sitecustomize.py").write_text(HOOK)
    log = folder / "network.log"
    environment = os.environ | {"PYTHONPATH": str(folder / "hook"), "NETWORK_LOG": str(log)}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=240)
    return run, log.read_text().splitlines() if log.exists() else []


def test_a_review_opens_no_connection_in_any_process(files: list[str], tmp_path: Path) -> None:
    run, noted = hooked(review_of(files, tmp_path / "out"), tmp_path)
    assert [line for line in noted if not line.startswith("started ")] == []
    assert len(noted) > 1, "the process that reads the PDF had the hook as well"
    assert_reviewed(run, tmp_path / "out")


@pytest.mark.parametrize(
    "code",
    [
        "socket.create_connection(('127.0.0.1', 9))",
        "socket.getaddrinfo('localhost', 80)",
        "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
        "urllib.request.urlopen('http://127.0.0.1:9/')",
        "subprocess.run([sys.executable, '-c', 'import socket; socket.getaddrinfo(\"localhost\", 80)'], check=True)",
    ],
)
def test_the_hook_does_see_a_connection(code: str, tmp_path: Path) -> None:
    swallowed = f"import socket, subprocess, sys, urllib.request\ntry:\n    {code}\nexcept OSError:\n    pass\n"
    run, noted = hooked([sys.executable, "-c", swallowed], tmp_path)
    assert [line for line in noted if not line.startswith("started ")]
    assert run.returncode != 0


def test_a_review_needs_no_network(files: list[str], tmp_path: Path) -> None:
    unshare = shutil.which("unshare")
    alone = [unshare or "unshare", "-rn"]
    if unshare is None or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a user make a namespace without a network (unshare -rn)")
    seen = subprocess.run([*alone, "cat", "/proc/net/route"], capture_output=True, text=True, check=True).stdout
    assert len(seen.splitlines()) <= 1, "there is a route out of a namespace that should have none"
    run = subprocess.run(
        [*alone, *review_of(files, tmp_path / "out")], capture_output=True, text=True, check=False, timeout=240
    )
    assert_reviewed(run, tmp_path / "out")


def test_a_remote_drafter_without_consent_is_refused_before_anything_is_read(files: list[str], tmp_path: Path) -> None:
    command = [*review_of(files, tmp_path / "out"), "--drafter", "openai:gpt-5.2"]
    environment = {"OPENAI_API_KEY": "sk-shown-nowhere"}
    run, noted = hooked(["env", *(f"{name}={value}" for name, value in environment.items()), *command], tmp_path)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "--allow-remote" in run.stderr
    assert "sk-shown" not in run.stderr + run.stdout
    assert [line.split()[0] for line in noted] == ["started"], "no process for the PDF, and no connection"
    assert not (tmp_path / "out").exists()
