"""Who must, must not, may or is entitled to do what, until when."""
