"""Rights to end a contract early."""
