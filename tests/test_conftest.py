"""The rules every test run obeys are themselves obeyed."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")


def test_no_test_reaches_another_machine() -> None:
    with pytest.raises(BaseException, match=r"may not look up 192\.0\.2\.1"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(BaseException, match="may not look up example"):
        socket.getaddrinfo("example.org", 80)
    with pytest.raises(BaseException, match="may not reach"), socket.socket(type=socket.SOCK_DGRAM) as sock:
        sock.connect(("192.0.2.1", 80))


def test_a_server_on_this_machine_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


SKIPS_ITSELF = "import pytest\n@pytest.mark.skipif(True, reason='no soffice')\ndef test_it(): pass\n"
NEEDS_TOOL = "import pytest\npytest.importorskip('a_tool_nobody_has')\ndef test_it(): pass\n"
FAILS_AS_KNOWN = "import pytest\n@pytest.mark.xfail(strict=True)\ndef test_it(): assert False\n"


@pytest.mark.parametrize(
    ("source", "ci", "passes"),
    [
        (SKIPS_ITSELF, "", True),
        (SKIPS_ITSELF, "true", False),
        (NEEDS_TOOL, "", True),
        (NEEDS_TOOL, "true", False),
        (FAILS_AS_KNOWN, "true", True),
    ],
)
def test_in_ci_a_skip_is_a_failure(tmp_path: Path, source: str, ci: str, *, passes: bool) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST.read_text())
    (tmp_path / "pytest.ini").touch()
    (tmp_path / "test_sample.py").write_text(source)
    (tmp_path / "test_other.py").write_text("def test_another(): pass\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    environment = os.environ | {"CI": ci, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, check=False, cwd=tmp_path, env=environment, capture_output=True, timeout=60)
    assert (done.returncode == 0) == passes, done.stdout.decode()
