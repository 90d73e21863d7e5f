"""Order forms under a master agreement, each with a life of its own."""
