"""What the controls of a form on a web page show: ticks, entries and choices."""

from legalai.ingest.guard import Element

CONTROLS = frozenset({"input", "select", "textarea"})
_BOXES = frozenset({"checkbox", "radio"})
# What a page does not show as words: pictures, buttons of the browser, secrets.
_WORDLESS = frozenset(
    {"hidden", "password", "image", "file", "color", "range", "submit", "button", "reset"}
)  # fmt: skip


def shown_by(control: Element) -> str:
    """The words of a control as a reader sees it; empty for buttons and what is hidden."""
    if control.tag == "textarea":
        return " ".join("".join(control.itertext()).split())
    if control.tag == "select":
        return _chosen(control)
    kind = (control.get("type") or "text").lower()
    if kind in _BOXES:
        return "☐ " if control.get("checked") is None else "☒ "
    return "" if kind in _WORDLESS else control.get("value") or ""


def _chosen(select: Element) -> str:
    options = list(select.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    if not chosen and select.get("multiple") is None:
        chosen = options[:1]
    return ", ".join(" ".join("".join(option.itertext()).split()) for option in chosen)
