"""Cross-references to a clause that is not there or is about something else, and to schedules that are not attached."""

import re
from collections.abc import Iterator

from legalai.extract.parts.annex_issues import annex_issues
from legalai.extract.parts.annex_references import find_annex_references
from legalai.extract.qualifiers.resolution import Resolved
from legalai.extract.segmentation.passages import Passage
from legalai.proofread.source import Source, shown
from legalai.proofread.subjects import heading_subjects, subjects_of
from legalai.proofread.words import singular
from legalai.schema import Mistake

_TITLED = re.compile(
    r"\s?(?:\(\s?[“\"]?(?P<bracket>[A-Z][A-Za-z,’' &/-]{3,60})[”\"]?\s?\)"
    r"|,?\s(?:entitled|titled|headed)\s[“\"](?P<quoted>[^“”\"]{3,60})[”\"])"
)
_SPOKEN = re.compile(
    r"\b(?P<subject>[a-z][\w’'-]*(?:\s(?:of|and|or|to|for)?\s?[a-z][\w’'-]*){0,3})\s"
    r"(?:(?:obligations?|provisions?|requirements?|duties|undertakings?|covenants?|restrictions?|terms|procedures?|clause|rights?)\s)?"
    r"(?:(?:set\s(?:forth|out)|contained|described|provided|stated|specified|given)\s)?(?:in|of|under)\s(?:this\s)?$"
)
_SMALL = frozenset("a an and or of the to for in on by with other general miscellaneous certain".split())
_SCHEDULE_CODES = {"schedule-missing", "schedule-blank"}
_FEWEST = 4


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
    if (
        resolved.outcome != "no_such_section"
        or reference.unit == "article"
        or reference.relative
        or not reference.steps
    ):
        return None
    if source.resolver.outline.scopes[index] or not _numbering_is_known(source, index, reference.steps):
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


def _numbering_is_known(source: Source, index: int, steps: tuple[str, ...]) -> bool:
    """Whether the row that the number would stand in was read without a gap, and nothing in the text may be it."""
    outline = source.resolver.outline
    if not all(step.isdigit() for step in steps):
        return False
    depth = len(steps)
    row = sorted(
        {
            int(key[depth - 1])
            for key, scope in zip(outline.keys, outline.scopes, strict=True)
            if scope == 0 and len(key) >= depth and key[: depth - 1] == steps[:-1] and key[depth - 1].isdigit()
        }
    )
    fewest = _FEWEST if depth == 1 else 2
    if len(row) < fewest or row != list(range(1, len(row) + 1)) or int(steps[-1]) <= row[-1]:
        return False
    label = r"\.".join(steps)
    return re.search(rf"(?m)^\W{{0,3}}(?:(?:Section|Article|Clause)\s+)?{label}\b", source.document.text) is None and (
        re.search(rf"[.;:]\s+{label}\.?\s+[A-Z]", source.document.text) is None
    )


def _wrong_subject(source: Source, passage: Passage, resolved: Resolved) -> Mistake | None:
    reference, target = resolved.reference, resolved.target
    if (
        resolved.outcome != "resolved"
        or target is None
        or reference.unit in ("schedule", "paragraph")
        or reference.this
    ):
        return None
    if reference.head != reference.start or reference.tail != reference.end:
        return None
    if target.first <= source.resolver.outline.at(passage.start) <= target.last:
        return None
    heading = source.passages[target.first].heading
    if not heading or len(heading) > 80:
        return None
    text = passage.text
    body = source.document.text[target.start : target.end]
    titled = _TITLED.match(text, reference.end)
    if titled:
        named = titled["bracket"] or titled["quoted"]
        if named.isupper() or _shares(named, heading + " " + body):
            return None
    else:
        spoken = _SPOKEN.search(text[max(0, reference.start - 90) : reference.start])
        if spoken is None:
            return None
        named = spoken["subject"]
        subjects, about = subjects_of(named), heading_subjects(heading)
        if not subjects or not about or subjects & about or subjects & subjects_of(body):
            return None
        if not any(subjects & heading_subjects(each.heading or "") for each in source.passages):
            return None
    start, end = _span(passage, resolved)
    number = ".".join(reference.steps)
    return source.mistake(
        "reference-subject",
        "high",
        f"{reference.word.title()} {number} is referred to for “{shown(named)}”, and it is headed “{shown(heading)}”.",
        (start, end),
        (target.start, min(target.end, source.passages[target.first].end)),
        advice="Check which clause is meant, and put in its number.",
    )


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
