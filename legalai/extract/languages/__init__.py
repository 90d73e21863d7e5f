"""Contracts that are not in English: their parties, law, days and terms, by the wordings of each language."""
