"""The plugin host, and our own parts registered through it."""
