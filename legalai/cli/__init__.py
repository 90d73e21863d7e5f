"""The command line."""

from legalai.cli.app import app, main

__all__ = ["app", "main"]
