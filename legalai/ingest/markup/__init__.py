"""HTML, Markdown, OpenDocument and rich text."""
