"""Negotiation points to tracked changes in the original Word file, with proof."""

from legalai.redline.redline import Redlined, RedlineRequest, redline

__all__ = ["RedlineRequest", "Redlined", "redline"]
