"""Support: whether a sentence says what the quotes it cites, and the facts given with them, say."""
