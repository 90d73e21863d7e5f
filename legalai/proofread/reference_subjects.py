"""Cross-references to a clause that is there and is about something else."""

import re

from legalai.extract.qualifiers.references import Reference
from legalai.extract.qualifiers.resolution import Resolved
from legalai.extract.segmentation.passages import Passage
from legalai.proofread.source import Source, shown
from legalai.proofread.subjects import subjects_of
from legalai.proofread.words import singular
from legalai.schema import Mistake

_TITLED = re.compile(
    r"\s?(?:\(\s?[“\"]?(?P<bracket>[A-Z][A-Za-z,’' &/-]{3,60})[”\"]?\s?\)"
    r"|,?\s(?:entitled|titled|headed)\s[“\"](?P<quoted>[^“”\"]{3,60})[”\"])"
)
_SPOKEN = re.compile(
    r"\b(?P<subject>[A-Za-z][\w’'-]*(?:\s(?:of|and|or|to|for|on)?\s?(?:[a-z]|Fee|Charge|Payment|Price|Agreement|Contract)[\w’'-]*){0,3})\s"
    r"(?:(?:obligations?|provisions?|requirements?|duties|undertakings?|covenants?|restrictions?|terms|procedures?|clause|rights?)\s)?"
    r"(?:(?:set\s(?:forth|out)|contained|described|provided|stated|specified|given|payable|due|required|imposed|mentioned|referred\sto)\s)?"
    r"(?:(?:(?:in|of|under|by)|(?P<loose>at|pursuant\sto|in\saccordance\swith|as\srequired\sby))\s(?:this\s)?|\()$"
)
# "clause 9, which deals with confidentiality", "clause 9 (confidentiality)".
_EXPLAINED = re.compile(
    r",?\s(?:\(\s?|(?:which|that)\s(?:deals?\swith|concerns?|relates?\sto|governs?|covers?)\s|(?:dealing\swith|relating\sto|concerning)\s)"
    r"(?P<subject>[a-z][\w’'-]*(?:\s[a-z][\w’'-]*){0,3})"
)
_DEFINED = re.compile(r"\b(?:meanings?|defined|such terms?|ascribed|definitions?)\b")
_BEHIND = re.compile(r"\s{0,3}[\[(]\s?(?P<words>[^\[\]()\n]{3,80})[\])]")
_SMALL = frozenset("a an and or of the to for in on by with other general miscellaneous certain".split())
_LONGEST_HEADING = 80


def wrong_subject(source: Source, passage: Passage, resolved: Resolved) -> Mistake | None:
    """The mistake of a reference whose words name a subject that its clause has not and another clause has."""
    reference, target = resolved.reference, resolved.target
    if resolved.outcome != "resolved" or target is None or reference.this:
        return None
    alone = reference.head == reference.start and reference.tail == reference.end
    if not alone or reference.unit in ("schedule", "paragraph"):
        return None
    heading = source.passages[target.first].heading
    inside = target.first <= source.resolver.outline.at(passage.start) <= target.last
    # A number among the definitions has the heading of them all.
    if inside or not heading or len(heading) > _LONGEST_HEADING or _DEFINED.search(heading.lower()):
        return None
    body = source.document.text[target.start : target.end]
    if _is_confirmed(passage.text, reference, heading):
        return None
    named = _other_title(passage.text, reference, f"{heading} {body}")
    if named is None:
        named = _other_subject(source, passage.text, reference, (heading, body))
    if named is None:
        return None
    number = ".".join(reference.steps)
    return source.mistake(
        "reference-subject",
        "high",
        f"{reference.word.title()} {number} is referred to for “{shown(named)}”, and it is headed “{shown(heading)}”.",
        (passage.start + reference.start, passage.start + reference.end),
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


def _other_subject(source: Source, text: str, reference: Reference, target: tuple[str, str]) -> str | None:
    """What the words around a reference say it is about, where that is another clause's subject and not this one's.

    `target` is the heading and the body of the clause that has the number.
    """
    heading, body = target
    before, about = text[: reference.start], subjects_of(heading)
    spoken, explained = _SPOKEN.search(before[-110:]), _EXPLAINED.match(text, reference.end)
    # "information learned in an audit in accordance with clause 9": the clause may go with the earlier words.
    if spoken and spoken["loose"] and about & subjects_of(before):
        spoken = None
    for said in (explained, spoken):
        if said is None or _DEFINED.search(said["subject"]):
            continue
        subjects = subjects_of(said["subject"])
        if not subjects or not about or subjects & (about | subjects_of(body)):
            continue
        if any(subjects & subjects_of(each.heading or "") for each in source.passages):
            return said["subject"]
    return None


def _is_confirmed(text: str, reference: Reference, heading: str) -> bool:
    """Whether the heading stands behind the number: "the notice provisions of Section 13 [Confidentiality]"."""
    behind = _BEHIND.match(text, reference.end)
    return behind is not None and _shares(behind["words"], heading)


def _shares(named: str, text: str) -> bool:
    """Whether any word of a title, in any inflection, stands in the text."""
    words = [singular(word)[:6] for word in re.findall(r"[A-Za-z]{3,}", named) if word.lower() not in _SMALL]
    lowered = text.lower()
    return not words or any(word in lowered for word in words)
