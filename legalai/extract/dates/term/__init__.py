"""How long a contract runs, and what outlives it."""
