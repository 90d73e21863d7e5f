"""What a web page's style sheet says of an element, as far as it decides which words a reader sees."""

import re
from collections.abc import Iterator

from legalai.ingest.guard import Element

_SIMPLE = re.compile(r"(?:[A-Za-z][\w-]*)?(?:[.#][\w-]+)?")
_HIDDEN = re.compile(r"(?:^|;)(?:display:none|visibility:hidden|mso-hide:all)")
_STRONG = re.compile(
    r"(?:^|;)(?:font-weight:(?:bold|[6-9]00)|text-decoration(?:-line)?:[a-z ]*underline|text-transform:uppercase)"
)
_PLAIN = re.compile(r"(?:^|;)font-weight:(?:normal|[1-5]00)")
_LIST = re.compile(r"(?:^|;)list-style(?:-type)?:(?P<value>[^;]*)")
_NEW_PAGE = re.compile(r"(?:^|;)(?:page-)?break-(?:before|after):(?:always|page)")


class StyleSheet:
    """The rules of style elements whose selector is one tag, class or id, and each element's own style."""

    def __init__(self, sheets: str) -> None:
        self._rules: dict[str, str] = {}
        for selector, declarations in _rules(sheets):
            for one in selector.split(","):
                name = one.strip()
                if name and _SIMPLE.fullmatch(name):
                    self._rules[name.lower()] = f"{self._rules.get(name.lower(), '')};{declarations}"

    def of(self, element: Element) -> str:
        """The declarations for an element, in lower case without blanks round the colons; the last one counts."""
        names = [element.tag, *_class_names(element)]
        identity = element.get("id")
        if identity:
            names.append(f"#{identity.lower()}")
        found = [self._rules[name] for name in names if name in self._rules]
        own = element.get("style")
        return ";".join([*found, _declared(own)] if own else found)


def is_hidden(style: str) -> bool:
    """Whether a reader of the page does not see the element."""
    return _HIDDEN.search(style) is not None


def is_strong(style: str, inherited: bool) -> bool:
    """Whether its words are set in bold, underlined or in capitals."""
    if _STRONG.search(style):
        return True
    return inherited and not _PLAIN.search(style)


def list_style(style: str) -> str | None:
    """The words of its list-style; None where it has none."""
    found = [match["value"] for match in _LIST.finditer(style)]
    return found[-1] if found else None


def breaks_page(style: str) -> bool:
    """Whether a page of the printed file begins or ends with it."""
    return _NEW_PAGE.search(style) is not None


def _class_names(element: Element) -> Iterator[str]:
    for name in (element.get("class") or "").lower().split()[:20]:
        yield f".{name}"
        yield f"{element.tag}.{name}"


def _declared(text: str) -> str:
    return "".join(part.strip() for part in re.split(r"([:;!])", text.lower()))


def _rules(sheets: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations, those of @media and the like left out: they are for print or small screens."""
    depth, before, selector = 0, "", ""
    for part in re.split(r"([{}])", _without_comments(sheets)):
        if part == "{":
            depth += 1
            selector = before if depth == 1 else selector
        elif part == "}":
            if depth == 1 and "@" not in selector:
                yield selector, _declared(before)
            depth = max(depth - 1, 0)
        before = part


def _without_comments(sheets: str) -> str:
    kept: list[str] = []
    rest = sheets.replace("<!--", "").replace("-->", "")
    for part in rest.split("/*"):
        kept.append(part.partition("*/")[2] if kept else part)
    return "".join(kept)
