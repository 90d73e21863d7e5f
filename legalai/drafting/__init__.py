"""Drafting: facts and a pack's templates in, sentences that cite out."""
