"""Proofreading: slips of drafting that need no judgement of law, found by rule."""
