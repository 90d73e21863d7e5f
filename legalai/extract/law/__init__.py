"""The law and the forum chosen."""
