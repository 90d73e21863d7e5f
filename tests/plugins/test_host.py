from collections.abc import Callable
from importlib.metadata import EntryPoint
from types import SimpleNamespace
from typing import Any

import pytest

from legalai import __version__
from legalai.errors import ConfigError, InputError, PluginError
from legalai.hookspecs import hookimpl
from legalai.plugins import host as host_module
from legalai.plugins.host import PluginHost
from legalai.schema import PluginUsed


@pytest.fixture(autouse=True)
def _nothing_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens to be installed beside legalai is no part of these tests."""
    monkeypatch.setattr(host_module, "entry_points", lambda group: [])


class Plugin:
    """A plugin made in a test: an object whose attributes are its hooks."""

    def __init__(self, **hooks: object) -> None:
        self.__dict__.update(hooks)


def exporter(name: str = "csv", file_name: str = "review.csv") -> SimpleNamespace:
    return SimpleNamespace(name=name, file_name=file_name, export=lambda document, review: "")


def adds(hook: str, *things: object) -> object:
    """A plugin whose one hook registers these things."""

    def implementation(register: Callable[[object], None]) -> None:
        for thing in things:
            register(thing)

    return Plugin(**{hook: hookimpl(implementation)})


def test_our_own_parts_come_through_hooks() -> None:
    host = PluginHost.load()
    assert [reader.name for reader in host.readers()][-1] == "Text", "text would recognise what others read better"
    assert {"Word", "PDF", "HTML", "OpenDocument"} <= {reader.name for reader in host.readers()}
    assert [drafter.name for drafter in host.drafters()] == ["offline"]
    assert [each.file_name for each in host.exporters()] == ["review.json", "review.md", "review.html", "review.docx"]
    assert host.checks() == ()
    assert host.loaded() == ()
    assert {(each.version, each.built_in) for each in host.plugins()} == {(__version__, True)}


def test_a_plugin_is_registered_used_and_listed() -> None:
    host = PluginHost.load({"table": adds("register_exporters", exporter())})
    assert [each.name for each in host.exporters()] == ["csv", "json", "markdown", "html", "memo"]
    assert host.loaded() == (PluginUsed(name="table", version="0"),)
    assert host.plugins()[-1].hooks == ("register_exporters",)


def test_readers_of_plugins_are_asked_before_ours() -> None:
    reader = SimpleNamespace(name="LaTeX", suffixes=(".tex",), media_type="text/x-tex", recognises=None, read=None)
    assert PluginHost.load({"latex": adds("register_readers", reader)}).readers()[0] is reader


def _fails(register: Callable[[object], None]) -> None:
    raise InputError("no table\nof names")


def _wrong_arguments(registrar: Callable[[object], None]) -> None:
    pass


@pytest.mark.parametrize(
    ("plugins", "message"),
    [
        # a misspelt hook would otherwise never be called
        ({"odd": adds("register_reader", 1)}, r"^plugin 'odd' 0: unknown hook 'register_reader'"),
        (
            {"odd": Plugin(register_exporters=hookimpl(_wrong_arguments))},
            r"^plugin 'odd' 0: Plugin 'odd' for hook 'register_exporters'",
        ),
        (
            {"odd": Plugin(register_exporters=hookimpl(_fails))},
            r"^plugin 'odd' 0: register_exporters failed: InputError: no table of names$",
        ),
        (
            {"one": adds("register_exporters", exporter()), "two": adds("register_exporters", exporter())},
            r"the plugins 'one' 0 and 'two' 0 both register the exporter 'csv'",
        ),
        (
            {"one": adds("register_exporters", exporter("json", "other.json"))},
            rf"the plugins 'one' 0 and 'builtin_exporters' {__version__} both register the exporter 'json'",
        ),
        (
            {"one": adds("register_exporters", exporter("mine", "review.json"))},
            r"the exporters 'mine' and 'json' both write review.json",
        ),
        ({"one": adds("register_exporters", exporter("mine", "../x"))}, r"'mine' needs a file name without a folder"),
        (
            {"one": adds("register_exporters", SimpleNamespace(name="x", file_name="x"))},
            r"^plugin 'one' 0: register_exporters: an exporter without 'export'",
        ),
    ],
)
def test_what_is_wrong_is_said_with_plugin_and_hook(plugins: dict[str, object], message: str) -> None:
    with pytest.raises(PluginError, match=message):
        PluginHost.load(plugins).exporters()


class _Installed(EntryPoint):
    """An installed plugin; `value` names this module's objects."""

    @property
    def dist(self) -> Any:
        return SimpleNamespace(version="2.1")

    def load(self) -> Any:
        if self.value == "broken":
            raise ImportError("no module\nof that name")
        return adds("register_exporters", exporter(self.value, f"{self.value}.txt"))


@pytest.mark.parametrize(
    ("setting", "loaded"),
    [(None, ["a", "b"]), ("", []), ("b", ["b"]), (" b , a ", ["a", "b"])],
)
def test_the_user_chooses_which_installed_plugins_are_loaded(
    monkeypatch: pytest.MonkeyPatch, setting: str | None, loaded: list[str]
) -> None:
    points = [_Installed("b", "two", "legalai"), _Installed("a", "one", "legalai")]
    monkeypatch.setattr(host_module, "entry_points", lambda group: points)
    if setting is not None:
        monkeypatch.setenv("LEGALAI_PLUGINS", setting)
    assert [(each.name, each.version) for each in PluginHost.load().loaded()] == [(name, "2.1") for name in loaded]


def test_a_plugin_that_is_asked_for_and_missing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEGALAI_PLUGINS", "gone")
    with pytest.raises(PluginError, match="LEGALAI_PLUGINS names the plugin 'gone', which is not installed"):
        PluginHost.load()


@pytest.mark.parametrize(
    ("points", "message"),
    [
        ([("a", "broken")], r"^plugin 'a' 2.1: cannot be loaded: ImportError: no module of that name$"),
        ([("a", "one"), ("a", "two")], r"^Two plugins are named 'a'"),
    ],
)
def test_installed_plugins_that_cannot_be_used(
    monkeypatch: pytest.MonkeyPatch, points: list[tuple[str, str]], message: str
) -> None:
    monkeypatch.setattr(host_module, "entry_points", lambda group: [_Installed(*each, "legalai") for each in points])
    with pytest.raises(PluginError, match=message):
        PluginHost.load()


def test_a_drafter_is_chosen_by_its_name() -> None:
    host = PluginHost.load()
    assert host.drafter("offline").remote is False
    with pytest.raises(ConfigError, match=r"There is no drafter 'acme:large'\. Known: offline\."):
        host.drafter("acme:large")
