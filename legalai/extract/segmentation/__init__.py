"""How text becomes passages: sentences with their clause numbers and headings."""
