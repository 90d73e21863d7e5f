"""A tracked document as text: what was deleted and what was inserted, marked in place."""

from legalai.schema import Document


def tracked_text(document: Document) -> str:
    """The text with its open changes: [-deleted-] and {+inserted+}, as word-by-word comparisons show them.

    For people: offsets count in `Document.text`, which holds no deleted word.
    """
    parts: list[str] = []
    position = 0
    for change in sorted(document.changes, key=lambda each: (each.start, each.end)):
        if not change.text.strip() or change.start < position:
            continue
        parts.append(document.text[position : change.start])
        shown = document.text[change.start : change.end]
        gone = change.kind in ("deletion", "move_from")
        parts.append(f"[-{shown or change.text}-]" if gone else f"{{+{shown or change.text}+}}")
        position = change.end
    return "".join([*parts, document.text[position:]])
