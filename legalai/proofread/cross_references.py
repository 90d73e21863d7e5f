"""Cross-references to a clause that is not there, and to schedules that are not attached."""

import re
from collections.abc import Iterator

from legalai.extract.parts.annex_issues import annex_issues
from legalai.extract.parts.annex_references import find_annex_references
from legalai.extract.qualifiers.references import Reference
from legalai.extract.qualifiers.resolution import Resolved
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.roman import roman
from legalai.proofread.reference_subjects import wrong_subject
from legalai.proofread.source import Source
from legalai.schema import Mistake

_SCHEDULE_CODES = {"schedule-missing", "schedule-blank"}
# So many clauses make a row; a text of a page has fewer.
_FEWEST, _FEWEST_OF_SHORT, _FEWEST_ARTICLES, _FEWEST_ITEMS = 3, 2, 3, 2
_FEWEST_BESIDE_GAP = 5
_SHORT = 4000


def find_reference_mistakes(source: Source) -> Iterator[Mistake]:
    """References that lead nowhere or to the wrong place, each number once."""
    told: set[str] = set()
    for index, passage in source.prose():
        for resolved in source.resolver.references(index):
            mistake = _missing(source, index, passage, resolved) or wrong_subject(source, passage, resolved)
            if mistake is None:
                continue
            key = mistake.kind + ".".join(resolved.reference.steps)
            if key not in told:
                told.add(key)
                yield mistake


def _missing(source: Source, index: int, passage: Passage, resolved: Resolved) -> Mistake | None:
    reference = resolved.reference
    if reference.relative or not reference.steps or source.resolver.outline.scopes[index]:
        return None
    absent = resolved.outcome == "no_such_section" and _numbering_is_known(source, reference)
    if not absent and not _letter_is_beyond(source, resolved):
        return None
    number = ".".join(reference.steps)
    return source.mistake(
        "reference-missing",
        "high",
        f"This refers to {reference.word.title()} {number}, and the contract has none.",
        (passage.start + reference.start, passage.start + reference.end),
        advice="Put in the number of the clause that is meant, or add the clause.",
    )


def _numbering_is_known(source: Source, reference: Reference) -> bool:
    """Whether the row that the number would stand in was read whole, and nothing in the text may be it.

    Of "19.4" that is the row of clauses where there is no 19, and the row below 19 where there is one.
    """
    steps = reference.steps
    if reference.unit == "article":
        articles = {int(number) for number in source.resolver.outline.articles if number}
        number = int(steps[0]) if steps[0].isdigit() else roman(steps[0])
        return len(steps) == 1 and number is not None and _whole(articles, _FEWEST_ARTICLES) and number > max(articles)
    if not all(step.isdigit() for step in steps):
        return False
    rows = _rows(source)
    depth = next((d for d in range(1, len(steps) + 1) if int(steps[d - 1]) not in rows.get(steps[: d - 1], ())), 0)
    if not depth or any(_stands(source, steps[:length]) for length in range(depth, len(steps) + 1)):
        return False
    short = len(source.document.text) < _SHORT
    if depth > 1 and steps[: depth - 1] not in rows:
        return short and _is_flat(rows) and not _stands(source, (*steps[: depth - 1], "1"))
    fewest = (_FEWEST_OF_SHORT if short else _FEWEST) if depth == 1 else 1 if _subdivides(rows, depth) else 2
    return _is_read(source, steps[: depth - 1], rows.get(steps[: depth - 1], set()), fewest)


def _letter_is_beyond(source: Source, resolved: Resolved) -> bool:
    """Whether "4(f)" names an item of a clause whose items are (a) to (d), and whose text holds no "(f)"."""
    *above, letter = resolved.reference.steps
    if resolved.outcome != "part_of" or resolved.target is None or not re.fullmatch("[a-z]", letter):
        return False
    outline = source.resolver.outline
    items = {
        key[-1]
        for key, scope in zip(outline.keys, outline.scopes, strict=True)
        if not scope and key[:-1] == tuple(above)
    }
    last = chr(ord("a") + len(items) - 1)
    row = {chr(code) for code in range(ord("a"), ord(last) + 1)}
    inside = f"({letter})" in source.document.text[resolved.target.start : resolved.target.end]
    return len(items) >= _FEWEST_ITEMS and items == row and letter > last and not inside


def _rows(source: Source) -> dict[tuple[str, ...], set[int]]:
    """The numbers that were read in the contract itself, by the number above them."""
    outline = source.resolver.outline
    rows: dict[tuple[str, ...], set[int]] = {}
    for key, scope in zip(outline.keys, outline.scopes, strict=True):
        for depth, step in enumerate(key):
            if scope or not step.isdigit():
                break
            rows.setdefault(key[:depth], set()).add(int(step))
    return rows


def _is_flat(rows: dict[tuple[str, ...], set[int]]) -> bool:
    """Whether no clause of a contract has numbers below its own."""
    return set(rows) == {()} and _whole(rows[()], _FEWEST)


def _subdivides(rows: dict[tuple[str, ...], set[int]], depth: int) -> bool:
    """Whether most clauses have numbers below theirs, so that one such number alone is a row."""
    below = sum(len(above) == depth - 1 for above in rows)
    outer = sum(len(row) for above, row in rows.items() if len(above) == depth - 2)
    return below >= _FEWEST and 2 * below > outer


def _whole(row: set[int], fewest: int) -> bool:
    return len(row) >= fewest and row == set(range(1, len(row) + 1))


def _is_read(source: Source, above: tuple[str, ...], row: set[int], fewest: int) -> bool:
    """Whether a row of numbers is whole, but for one at most that stands nowhere: left out, and not overlooked."""
    gaps = set(range(1, max(row, default=0))) - row
    if len(row) < fewest or len(gaps) > min(1, len(row) // _FEWEST_BESIDE_GAP):
        return False
    return not any(_stands(source, (*above, str(gap))) for gap in gaps)


def _stands(source: Source, steps: tuple[str, ...]) -> bool:
    """Whether a number opens a line or a sentence of the text, though it was not read as a clause's."""
    label = r"\.".join(steps)
    opens = rf"(?m)^\W{{0,3}}(?:(?:Section|Article|Clause)\s+)?{label}\b|[.;:]\s+{label}\.?\s+[A-Z]"
    return re.search(opens, source.document.text) is not None


def find_schedule_mistakes(source: Source) -> Iterator[Mistake]:
    """Schedules that are referred to and missing, or that have a title only."""
    references = find_annex_references(source.passages)
    for issue in annex_issues(source.document, source.passages):
        if issue.code not in _SCHEDULE_CODES:
            continue
        reference = next((r for r in references if issue.message.startswith(f"{r.name} ")), None)
        spans = [(reference.start, reference.end)] if reference else []
        sentence, _, advice = issue.message.partition(": ")
        if reference is None and sentence.startswith("The same holds for "):
            # The issue follows its like in a list; here the sentence stands by itself.
            state = "are not in this file" if issue.code == "schedule-missing" else "have a title only"
            sentence, advice = f"More schedules that are referred to {state}: {advice.rstrip('.')}", ""
        yield source.mistake(
            "schedule-missing" if issue.code == "schedule-missing" else "schedule-blank",
            "high" if issue.code == "schedule-missing" else "medium",
            sentence.rstrip(".") + ".",
            *spans,
            advice=(advice[:1].upper() + advice[1:]) if advice else None,
        )
