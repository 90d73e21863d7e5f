"""legalai reads contracts on your own machine: clauses, dates, obligations, and a review that cites."""

__version__ = "0.1.0"
