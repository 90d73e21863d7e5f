"""Dates, periods and stretches of the calendar as contracts write them."""
