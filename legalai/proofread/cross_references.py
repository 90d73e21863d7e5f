"""Cross-references to a clause that is not there or is about something else, and to schedules that are not attached."""

import re
from collections.abc import Iterator

from legalai.extract.parts.annex_issues import annex_issues
from legalai.extract.parts.annex_references import find_annex_references
from legalai.extract.qualifiers.references import Reference
from legalai.extract.qualifiers.resolution import Resolved
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.roman import roman
from legalai.proofread.source import Source, shown
from legalai.proofread.subjects import subjects_of
from legalai.proofread.words import singular
from legalai.schema import Mistake

_TITLED = re.compile(
    r"\s?(?:\(\s?[“\"]?(?P<bracket>[A-Z][A-Za-z,’' &/-]{3,60})[”\"]?\s?\)"
    r"|,?\s(?:entitled|titled|headed)\s[“\"](?P<quoted>[^“”\"]{3,60})[”\"])"
)
_SPOKEN = re.compile(
    r"\b(?P<subject>[A-Za-z][\w’'-]*(?:\s(?:of|and|or|to|for)?\s?[a-z][\w’'-]*){0,3})\s"
    r"(?:(?:obligations?|provisions?|requirements?|duties|undertakings?|covenants?|restrictions?|terms|procedures?|clause|rights?)\s)?"
    r"(?:(?:set\s(?:forth|out)|contained|described|provided|stated|specified|given|payable|due|required|imposed|mentioned|referred\sto)\s)?(?:in|of|under|by)\s(?:this\s)?$"
)
_DEFINED = re.compile(r"\b(?:meanings?|defined|such terms?|ascribed|definitions?)\b")
_SMALL = frozenset("a an and or of the to for in on by with other general miscellaneous certain".split())
_SCHEDULE_CODES = {"schedule-missing", "schedule-blank"}
# So many clauses make a row; a text of a page has fewer.
_FEWEST, _FEWEST_OF_SHORT, _FEWEST_ARTICLES, _FEWEST_ITEMS = 3, 2, 3, 2
_SHORT = 4000
_LONGEST_HEADING = 80


def find_reference_mistakes(source: Source) -> Iterator[Mistake]:
    """References that lead nowhere or to the wrong place, each number once."""
    told: set[str] = set()
    for index, passage in source.prose():
        for resolved in source.resolver.references(index):
            mistake = _missing(source, index, passage, resolved) or _wrong_subject(source, passage, resolved)
            if mistake is None:
                continue
            key = mistake.kind + ".".join(resolved.reference.steps)
            if key not in told:
                told.add(key)
                yield mistake


def _span(passage: Passage, resolved: Resolved) -> tuple[int, int]:
    reference = resolved.reference
    return passage.start + reference.start, passage.start + reference.end


def _missing(source: Source, index: int, passage: Passage, resolved: Resolved) -> Mistake | None:
    reference = resolved.reference
    if reference.relative or not reference.steps or source.resolver.outline.scopes[index]:
        return None
    absent = resolved.outcome == "no_such_section" and _numbering_is_known(source, reference)
    if not absent and not _letter_is_beyond(source, resolved):
        return None
    start, end = _span(passage, resolved)
    number = ".".join(reference.steps)
    return source.mistake(
        "reference-missing",
        "high",
        f"This refers to {reference.word.title()} {number}, and the contract has none.",
        (start, end),
        advice="Put in the number of the clause that is meant, or add the clause.",
    )


def _numbering_is_known(source: Source, reference: Reference) -> bool:
    """Whether the row that the number would stand in was read without a gap, and nothing in the text may be it.

    Of "19.4" that is the row of clauses where there is no 19, and the row below 19 where there is one.
    """
    steps = reference.steps
    if reference.unit == "article":
        articles = {int(number) for number in source.resolver.outline.articles if number}
        number = int(steps[0]) if steps[0].isdigit() else roman(steps[0])
        return len(steps) == 1 and number is not None and _beyond(str(number), articles, _FEWEST_ARTICLES)
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
    return _beyond(steps[depth - 1], rows.get(steps[: depth - 1], set()), fewest)


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


def _beyond(step: str, row: set[int], fewest: int) -> bool:
    return _whole(row, fewest) and int(step) > max(row)


def _stands(source: Source, steps: tuple[str, ...]) -> bool:
    """Whether a number opens a line or a sentence of the text, though it was not read as a clause's."""
    label = r"\.".join(steps)
    opens = rf"(?m)^\W{{0,3}}(?:(?:Section|Article|Clause)\s+)?{label}\b|[.;:]\s+{label}\.?\s+[A-Z]"
    return re.search(opens, source.document.text) is not None


def _wrong_subject(source: Source, passage: Passage, resolved: Resolved) -> Mistake | None:
    reference, target = resolved.reference, resolved.target
    if resolved.outcome != "resolved" or target is None or reference.this:
        return None
    alone = reference.head == reference.start and reference.tail == reference.end
    if not alone or reference.unit in ("schedule", "paragraph"):
        return None
    heading = source.passages[target.first].heading
    inside = target.first <= source.resolver.outline.at(passage.start) <= target.last
    if inside or not heading or len(heading) > _LONGEST_HEADING:
        return None
    body = source.document.text[target.start : target.end]
    named = _other_title(passage.text, reference, f"{heading} {body}")
    if named is None:
        named = _other_subject(source, passage.text[: reference.start], heading, body)
    if named is None:
        return None
    number = ".".join(reference.steps)
    return source.mistake(
        "reference-subject",
        "high",
        f"{reference.word.title()} {number} is referred to for “{shown(named)}”, and it is headed “{shown(heading)}”.",
        _span(passage, resolved),
        (target.start, min(target.end, source.passages[target.first].end)),
        advice="Check which clause is meant, and put in its number.",
    )


def _other_title(text: str, reference: Reference, target: str) -> str | None:
    """The title behind a reference, "Section 9 (Confidentiality)", where the clause has no word of it."""
    titled = _TITLED.match(text, reference.end)
    # The title of a subsection is seldom set as one.
    if titled is None or any(step.isalpha() for step in reference.steps[1:]):
        return None
    named = titled["bracket"] or titled["quoted"]
    return None if named.isupper() or _shares(named, target) else named


def _other_subject(source: Source, before: str, heading: str, body: str) -> str | None:
    """What the words before a reference say it is about, where that is another clause's subject and not this one's."""
    spoken = _SPOKEN.search(before[-90:])
    if spoken is None or _DEFINED.search(spoken["subject"]):
        return None
    subjects, about = subjects_of(spoken["subject"]), subjects_of(heading)
    if not subjects or not about or subjects & (about | subjects_of(body)):
        return None
    elsewhere = any(subjects & subjects_of(each.heading or "") for each in source.passages)
    return spoken["subject"] if elsewhere else None


def _shares(named: str, text: str) -> bool:
    """Whether any word of a title, in any inflection, stands in the text."""
    words = [singular(word)[:6] for word in re.findall(r"[A-Za-z]{3,}", named) if word.lower() not in _SMALL]
    lowered = text.lower()
    return not words or any(word in lowered for word in words)


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
