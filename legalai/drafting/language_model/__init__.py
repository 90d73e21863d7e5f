"""Language models as drafters: where they are, what is sent to them, and what of their replies is let in."""
