"""Qualifiers: from a clause to the text that takes something back from it, near or far."""
