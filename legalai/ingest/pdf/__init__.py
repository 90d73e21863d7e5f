"""PDF files: words to lines, lines to paragraphs, furniture cut."""
