"""Notice: how long before, how it is given, when it counts as received."""
