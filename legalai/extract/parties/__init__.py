"""Who is bound, and who signed."""
