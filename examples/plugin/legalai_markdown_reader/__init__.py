"""A legalai plugin that reads contracts written in Markdown."""
