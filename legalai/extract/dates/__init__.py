"""Dates, periods and the key dates worked out from them."""
