"""What every test run obeys: no network, no skips in CI, none of the user's own settings; and the shared fixtures."""

import ipaddress
import os
import socket
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]
IN_CI = os.environ.get("CI") == "true"

# A machine that is busy with something else is no reason for a property to fail.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# --------------------------------------------------------------------------------------------------------- no network


class NetworkBlocked(BaseException):
    """A test tried to leave this machine. Not an Exception, so that no code under test can swallow it."""


def _is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).split("%")[0]).is_loopback
    except ValueError:
        return False


def _guard_address(method: Callable[..., Any], position: int) -> Callable[..., Any]:
    def guarded(sock: socket.socket, *args: Any) -> Any:
        if sock.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(args[position][0]):
            raise NetworkBlocked(f"tests may not reach {args[position][0]}")
        return method(sock, *args)

    return guarded


def _guard_lookup(method: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not _is_loopback(host):
            raise NetworkBlocked(f"tests may not look up {host}")
        return method(host, *args, **kwargs)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Generator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _guard_address(socket.socket.connect, 0))
        patch.setattr(socket.socket, "connect_ex", _guard_address(socket.socket.connect_ex, 0))
        patch.setattr(socket.socket, "sendto", _guard_address(socket.socket.sendto, -1))
        patch.setattr(socket, "getaddrinfo", _guard_lookup(socket.getaddrinfo))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_user_settings(tmp_path_factory: pytest.TempPathFactory) -> Generator[None]:
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("LEGALAI_")]:
            patch.delenv(name)
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home / name.lower()))
        # Child processes are out of reach of the socket guard; these two keep their libraries quiet.
        patch.setenv("HF_HUB_OFFLINE", "1")
        patch.setenv("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "false")
        yield


# ------------------------------------------------------------------------------------------------------- no skip in CI


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """In CI a test that was skipped has failed: a tool it needs was not installed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, which CI does not allow: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """The same for a module that skips itself."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped, which CI does not allow: {report.longrepr}"
    return report


# ------------------------------------------------------------------------------------------------------ shared fixtures


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(autouse=True)
def main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's AppTest leaves its script as the main module, which a process spawned by a later test would run."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])
