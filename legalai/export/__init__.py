"""Review to files: JSON, Markdown, HTML."""
