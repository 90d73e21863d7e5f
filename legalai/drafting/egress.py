"""The gate: contract text leaves this machine to a drafter that was named for the run, with consent, or not at all."""

from legalai.drafting.drafter import Drafter
from legalai.errors import EgressDenied


def require_consent(drafter: Drafter, *, allowed: bool) -> None:
    """Raises: EgressDenied where contract text would leave this machine and nobody allowed it for this run."""
    if drafter.remote and not allowed:
        where = getattr(drafter, "destination", "") or "another machine"
        raise EgressDenied(
            f"The drafter '{drafter.name}' would send contract text to {where}: "
            "allow it for this run with --allow-remote, or tick the box for it in the app."
        )
