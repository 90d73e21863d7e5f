"""Clauses: what the fine-tuned model and the rules beyond its types find."""
