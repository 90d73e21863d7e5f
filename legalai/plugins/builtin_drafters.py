"""The drafters that come with legalai."""

from collections.abc import Callable

from legalai.drafting.drafter import Drafter
from legalai.hookspecs import hookimpl


@hookimpl
def register_drafters(register: Callable[[Drafter], None]) -> None:
    """The offline drafter, which renders its sentences from the packs."""
    from legalai.drafting.offline import OfflineDrafter

    register(OfflineDrafter())
