"""Every point where a plugin adds to legalai.

A plugin is a package with an entry point in the group `legalai` that names a module (or object) with functions marked
`@hookimpl` and named as here. The host passes `register`; call it once for each thing to add.
"""

from collections.abc import Callable

import pluggy

from legalai.advise.check import Check
from legalai.drafting.drafter import Drafter
from legalai.export.exporter import Exporter
from legalai.ingest.reader import Reader

GROUP = "legalai"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def register_readers(register: Callable[[Reader], None]) -> None:
    """Add what reads a kind of file into a Document; it is asked before the built-in readers."""


@hookspec
def register_drafters(register: Callable[[Drafter], None]) -> None:
    """Add what writes summaries and negotiation points; users choose it by its name."""


@hookspec
def register_exporters(register: Callable[[Exporter], None]) -> None:
    """Add a file to the folder of every review."""


@hookspec
def register_checks(register: Callable[[Check], None]) -> None:
    """Add findings of one's own to the reviews of a risk focus."""
