"""Pictures of pages to words with their boxes, on this machine."""
