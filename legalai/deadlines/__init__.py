"""Pure date arithmetic: periods, business days, notice windows. Dates in, dates out."""
