"""Fine-tune, export and calibrate the clause model. Needs the extra: pip install "legalai[train]"."""
