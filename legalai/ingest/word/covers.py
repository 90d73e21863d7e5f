"""Pictures and filled shapes of a Word file that stand in front of its text, and are large enough to cover lines of it.

Where the lines of a page fall is known when it is laid out only, so what is covered cannot be told, and is asked for.
"""

from collections.abc import Iterator

from legalai.ingest.guard import Element
from legalai.ingest.word.drawing_names import WP, WPS, A
from legalai.ingest.word.opc import W
from legalai.ingest.word.visibility import is_true
from legalai.schema import Issue

# English Metric Units in a centimetre, and the least area in cm²: seals and signatures that stand over their line take
# some twenty, a sixth of a page takes a hundred.
_CENTIMETRE = 360_000
_LEAST_AREA = 100
_MOST_TOLD = 10


def covering_issues(name: str, body: Element) -> tuple[Issue, ...]:
    """An issue for each large picture or filled shape without words that the text neither wraps nor stands over."""
    return tuple(
        Issue(
            code="covered-text",
            severity="warning",
            message=f"{name}: a {what} of {across} by {down} cm stands in front of the text; see in Word whether it "
            "covers words: they are read here as if it were not there.",
        )
        for number, (what, across, down) in enumerate(_covers(body))
        if number < _MOST_TOLD
    )


def _covers(body: Element) -> Iterator[tuple[str, int, int]]:
    for anchor in body.iter(f"{WP}anchor"):
        if is_true(anchor.get("behindDoc")) or anchor.find(f"{WP}wrapNone") is None:
            continue
        properties, extent = anchor.find(f"{WP}docPr"), anchor.find(f"{WP}extent")
        if extent is None or (properties is not None and is_true(properties.get("hidden"))):
            continue
        across, down = (_centimetres(extent.get(side)) for side in ("cx", "cy"))
        what = _what(anchor)
        if what and across * down >= _LEAST_AREA:
            yield what, across, down


def _what(anchor: Element) -> str:
    """ "picture", "filled shape", or nothing where words stand in it or the text shows through."""
    if next(anchor.iter(f"{W}txbxContent"), None) is not None:
        return ""
    if next(anchor.iter(f"{A}blip"), None) is not None:
        return "picture"
    fills = (shape.find(f"{A}solidFill") for shape in anchor.iter(f"{WPS}spPr"))
    return (
        "filled shape" if any(fill is not None and next(fill.iter(f"{A}alpha"), None) is None for fill in fills) else ""
    )


def _centimetres(value: str | None) -> int:
    return round(int(value) / _CENTIMETRE) if value and value.isdigit() and len(value) < 12 else 0
