"""Formulas of a Word file on one line: "(P × R)/365", "(1 + i)^n".

Source: ISO/IEC 29500-1 §22.1 (Office Math).
"""

from legalai.ingest.guard import Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SILENT = frozenset({f"{M}ctrlPr"})
# What joins the parts of a construct, each by the part it stands before.
_BEFORE = {f"{M}den": "/", f"{M}sup": "^", f"{M}sub": "_"}


def formula_text(element: Element) -> str:
    """The characters of a formula, its structure told by brackets and signs."""
    name = str(element.tag)
    if name in _SILENT or name.endswith("Pr"):
        return ""
    if name == f"{M}t":
        return element.text or ""
    if name == f"{M}d":
        return _delimited(element)
    if name == f"{M}rad":
        return "√" + _grouped(_part(element, "e"))
    parts = [(str(child.tag), formula_text(child)) for child in element]
    if name == f"{M}nary":
        return _nary(element, dict(parts))
    return "".join(_placed(tag, text, alone=len(parts) == 1) for tag, text in parts)


def _placed(tag: str, text: str, *, alone: bool) -> str:
    if not text or alone:
        return text
    if tag == f"{M}num":
        return _grouped(text)
    return f"{_BEFORE[tag]}{_grouped(text)}" if tag in _BEFORE else text


def _grouped(text: str) -> str:
    return text if len(text) < 2 or text.strip().isalnum() or (text[0] == "(" and text[-1] == ")") else f"({text})"


def _part(element: Element, name: str) -> str:
    part = element.find(f"{M}{name}")
    return formula_text(part) if part is not None else ""


def _delimited(element: Element) -> str:
    begin, end = (_sign(element, "dPr", name, usual) for name, usual in (("begChr", "("), ("endChr", ")")))
    return begin + ", ".join(formula_text(part) for part in element.findall(f"{M}e")) + end


def _nary(element: Element, parts: dict[str, str]) -> str:
    limits = "".join(_placed(tag, parts.get(tag, ""), alone=False) for tag in (f"{M}sub", f"{M}sup"))
    return f"{_sign(element, 'naryPr', 'chr', '∫')}{limits} {parts.get(f'{M}e', '')}"


def _sign(element: Element, properties: str, name: str, usual: str) -> str:
    sign = element.find(f"{M}{properties}/{M}{name}")
    return usual if sign is None else sign.get(f"{M}val", usual)
