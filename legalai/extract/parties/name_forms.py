"""The kind of entity that the legal form in a name tells: "Acme, Inc." is a corporation.

Forms that mean different kinds in different countries ("AS", "S.A.", "Co.") tell nothing.
"""

import re

# The first that ends the name counts: compound forms come before their last word.
_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?:GmbH|AG|UG|SE)\s*&\s*Co\.?\s*KG", "limited partnership"),
    (r"(?:(?:GmbH|AG|SE)\s*&\s*Co\.?\s*)?KGaA", "partnership limited by shares"),
    (r"Inc(?:orporated)?|INC(?:ORPORATED)?|Corp(?:oration)?|CORP(?:ORATION)?", "corporation"),
    (r"P\.L\.L\.C|PLLC", "professional limited liability company"),
    (r"LLC|L\.L\.C", "limited liability company"),
    (r"LLLP|L\.L\.L\.P", "limited liability limited partnership"),
    (r"LLP|L\.L\.P", "limited liability partnership"),
    (r"LP|L\.P", "limited partnership"),
    (r"P\.C", "professional corporation"),
    (r"N\.A", "national banking association"),
    (r"PLC|plc|P\.L\.C|p\.l\.c", "public limited company"),
    (r"(?:Pty|PTY|Pte|PTE|Pvt|PVT|Private|PRIVATE)\.?\s*(?:Ltd|LTD|Limited|LIMITED)", "private limited company"),
    (r"Ltd|LTD|Limited|LIMITED", "limited company"),
    (r"GmbH|G\.m\.b\.H", "limited liability company"),
    (r"S\.?\s?[àaA]\.?\s?[rR]\.?\s?[lL]|B\.?V|[Ss]p\.?\s?z\s?o\.?\s?o|s\.r\.o|S\.r\.l", "private limited company"),
    (r"N\.V|S\.p\.A", "public limited company"),
    (r"K\.K|Kabushiki\s+Kaisha", "corporation"),
    (r"S\.?A\.?S", "simplified joint-stock company"),
)
_AT_THE_END = tuple((re.compile(rf"[\s,](?:{form})\.?\)?$"), kind) for form, kind in _FORMS)


def entity_in_name(name: str) -> str | None:
    """The kind that the form at the end of `name` tells; None where it has none or one of several meanings."""
    plain = " ".join(name.split()).rstrip(" ,;")
    return next((kind for form, kind in _AT_THE_END if form.search(plain)), None)
