"""Word files: OOXML read by our own walker, older ones through LibreOffice."""
