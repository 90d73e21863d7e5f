"""Document -> Contract. `load_pipeline` once, `extract` for each document."""
