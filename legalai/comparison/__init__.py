"""Two versions of a contract: what changed by clause, what that does to the findings, and what to answer."""

from legalai.comparison.compare import Version, compare

__all__ = ["Version", "compare"]
