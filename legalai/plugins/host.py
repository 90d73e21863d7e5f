"""Loads plugins and collects what they register: our own, and the entry points of the group `legalai`."""

import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import PurePath
from typing import Any, cast

import pluggy

from legalai import __version__, hookspecs
from legalai.advise.check import Check
from legalai.drafting.drafter import Drafter
from legalai.drafting.language_model.model_drafter import open_drafter
from legalai.drafting.language_model.providers import PROVIDERS
from legalai.errors import ConfigError, PluginError
from legalai.export.exporter import Exporter
from legalai.ingest.reader import Reader
from legalai.plugins.loaded import LoadedPlugin
from legalai.schema import PluginUsed

# Names of the installed plugins to load, separated by commas; set to nothing it loads none. Our own are always loaded.
VARIABLE = "LEGALAI_PLUGINS"

_BUILT_IN = ("builtin_readers", "builtin_drafters", "builtin_exporters")


class PluginHost:
    """The plugins of one process. What they register is collected when it is first asked for."""

    def __init__(self, plugins: Mapping[str, tuple[object, str]]) -> None:
        """Use `load`; here the plugins are given by name, with their versions."""
        self._manager = pluggy.PluginManager(hookspecs.GROUP)
        self._manager.add_hookspecs(hookspecs)
        self._versions = {name: version for name, (_, version) in plugins.items()}
        for name, (plugin, _) in plugins.items():
            self._add(name, plugin)

    @classmethod
    def load(cls, extra: Mapping[str, object] | None = None) -> "PluginHost":
        """Load our own plugins, the installed ones, and `extra` ones by name, which need no installation.

        Raises: PluginError when a plugin cannot be loaded, has a name that is taken, or a hook that does not exist.
        """
        plugins: dict[str, tuple[object, str]] = {
            name: (import_module(f"legalai.plugins.{name}"), __version__) for name in _BUILT_IN
        }
        for point in _wanted():
            if point.name in plugins:
                raise PluginError(f"Two plugins are named '{point.name}'. Uninstall one of them.")
            plugins[point.name] = (_opened(point), _version(point))
        return cls(plugins | {name: (plugin, "0") for name, plugin in (extra or {}).items()})

    def readers(self) -> tuple[Reader, ...]:
        """What reads files; plugins come first, because our text reader recognises most text formats."""
        return self._readers

    def drafters(self) -> tuple[Drafter, ...]:
        """What writes summaries and points."""
        return self._drafters

    def drafter(self, name: str) -> Drafter:
        """The drafter of that name; PROVIDER:MODEL names a language model. Raises: ConfigError, with the known ones."""
        for drafter in self._drafters:
            if drafter.name == name:
                return drafter
        if name.partition(":")[0] in PROVIDERS:
            return open_drafter(name)
        known = ", ".join(drafter.name for drafter in self._drafters)
        raise ConfigError(f"There is no drafter '{name}'. Known: {known}. Providers of models: {', '.join(PROVIDERS)}.")

    def exporters(self) -> tuple[Exporter, ...]:
        """What writes the files of a review."""
        return self._exporters

    def checks(self) -> tuple[Check, ...]:
        """What adds findings to a risk focus."""
        return self._checks

    def plugins(self) -> tuple[LoadedPlugin, ...]:
        """Every plugin in the order of loading, our own included."""
        return tuple(
            LoadedPlugin(name=name, version=version, hooks=self._hooks(name), built_in=name in _BUILT_IN)
            for name, version in self._versions.items()
        )

    def loaded(self) -> tuple[PluginUsed, ...]:
        """The plugins that are not ours, for provenance."""
        return tuple(PluginUsed(name=each.name, version=each.version) for each in self.plugins() if not each.built_in)

    @cached_property
    def _readers(self) -> tuple[Reader, ...]:
        return cast(
            tuple[Reader, ...],
            self._collected("register_readers", "reader", ("suffixes", "media_type", "recognises", "read")),
        )

    @cached_property
    def _drafters(self) -> tuple[Drafter, ...]:
        return cast(tuple[Drafter, ...], self._collected("register_drafters", "drafter", ("remote", "write")))

    @cached_property
    def _checks(self) -> tuple[Check, ...]:
        return cast(tuple[Check, ...], self._collected("register_checks", "check", ("focus", "findings")))

    @cached_property
    def _exporters(self) -> tuple[Exporter, ...]:
        hook = "register_exporters"
        exporters = cast(tuple[Exporter, ...], self._collected(hook, "exporter", ("file_name", "export")))
        names: dict[str, str] = {}
        for exporter in exporters:
            if PurePath(exporter.file_name).name != exporter.file_name or "\\" in exporter.file_name:
                raise PluginError(f"{hook}: the exporter '{exporter.name}' needs a file name without a folder.")
            if exporter.file_name in names:
                both = f"'{names[exporter.file_name]}' and '{exporter.name}'"
                raise PluginError(f"{hook}: the exporters {both} both write {exporter.file_name}.")
            names[exporter.file_name] = exporter.name
        return exporters

    def _add(self, name: str, plugin: object) -> None:
        try:
            self._manager.register(plugin, name=name)
            self._manager.check_pending()
        except (pluggy.PluginValidationError, ValueError) as error:
            # pluggy's message names the hook; its first line is the sentence, the rest a listing.
            raise PluginError(f"plugin {self._titled(name)}: {str(error).splitlines()[0]}") from error

    def _collected(self, hook: str, what: str, attributes: tuple[str, ...]) -> tuple[Any, ...]:
        """What every plugin registers with one hook, third-party plugins first. Raises: PluginError."""
        owners: dict[str, str] = {}
        found: list[Any] = []
        for name in sorted(self._versions, key=lambda name: name in _BUILT_IN):
            for thing in self._registered(name, hook):
                missing = [attribute for attribute in ("name", *attributes) if not hasattr(thing, attribute)]
                if missing:
                    raise PluginError(f"plugin {self._titled(name)}: {hook}: {_article(what)} without '{missing[0]}'.")
                if thing.name in owners:
                    both = f"{self._titled(owners[thing.name])} and {self._titled(name)}"
                    raise PluginError(f"{hook}: the plugins {both} both register the {what} '{thing.name}'.")
                owners[thing.name] = name
                found.append(thing)
        return tuple(found)

    def _registered(self, name: str, hook: str) -> list[Any]:
        """What one plugin registers: each is called by itself, so that a fault has a name."""
        things: list[Any] = []
        plugin = self._manager.get_plugin(name)
        others = [other for other in self._manager.get_plugins() if other is not plugin]
        try:
            self._manager.subset_hook_caller(hook, others)(register=things.append)
        except Exception as error:
            raise PluginError(f"plugin {self._titled(name)}: {hook} failed: {_told(error)}") from error
        return things

    def _hooks(self, name: str) -> tuple[str, ...]:
        callers = self._manager.get_hookcallers(self._manager.get_plugin(name)) or []
        return tuple(sorted(caller.name for caller in callers))

    def _titled(self, name: str) -> str:
        return f"'{name}' {self._versions[name]}"


def _wanted() -> Iterator[EntryPoint]:
    """The entry points to load, by name. Raises: PluginError where a plugin that is asked for is not installed."""
    installed = sorted(entry_points(group=hookspecs.GROUP), key=lambda point: point.name)
    setting = os.environ.get(VARIABLE)
    if setting is None:
        yield from installed
        return
    asked = {name.strip() for name in setting.split(",")} - {""}
    missing = sorted(asked - {point.name for point in installed})
    if missing:
        raise PluginError(f"{VARIABLE} names the plugin '{missing[0]}', which is not installed.")
    yield from (point for point in installed if point.name in asked)


def _opened(point: EntryPoint) -> object:
    try:
        return point.load()
    except Exception as error:
        raise PluginError(f"plugin '{point.name}' {_version(point)}: cannot be loaded: {_told(error)}") from error


def _version(point: EntryPoint) -> str:
    return point.dist.version if point.dist else "0"


def _article(what: str) -> str:
    return f"{'an' if what[0] in 'aeiou' else 'a'} {what}"


def _told(error: Exception) -> str:
    """An error of a plugin's own code in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
