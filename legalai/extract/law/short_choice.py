"""A law and courts told in a few words: "Governing law: Germany.", "4. Law. Connecticut.", a row of a cover page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legalai.extract.law.legal_systems import innermost, laws, places
from legalai.extract.segmentation.passages import Passage

_LAW = (
    r"(?:the\s+)?(?:(?:governing|applicable|proper|chosen|controlling|contract)\s+laws?|choice\s+of\s+laws?"
    r"|laws?(?:\s+of\s+(?:the|this)\s+(?:contract|agreement|lease))?|legal\s+system|governed\s+by)"
)
_FORUM = (
    r"(?:(?:exclusive|competent|chosen|agreed)\s+)?(?:(?:place|choice)\s+of\s+)?"
    r"(?:jurisdiction|courts?|forum|venue|disputes?(?:\s+resolution)?|arbitration)"
    r"(?:\s+(?:for|of)\s+(?:the|this)\s+(?:contract|agreement|lease))?"
)
_ONE = rf"(?:(?P<law{{n}}>{_LAW})|(?P<forum{{n}}>{_FORUM}))"
_JOIN = r"\s{0,3}(?:,\s*and\b|and\b|&|/|,|\|)\s{0,3}"
_LABEL = re.compile(
    r"\W{0,3}(?:(?:section|clause|article)\s+)?(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+|\([a-z0-9]{1,3}\)\s+)?"
    rf"{_ONE.format(n=1)}(?:{_JOIN}{_ONE.format(n=2)})?(?:{_JOIN}{_ONE.format(n=3)})?",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\s{0,3}[.:]?\W{0,3}\Z")
_THEN = re.compile(r"\s{0,3}(?:[:：|\t(]|\.\s|[–—-]\s)[\s|:–—-]{0,6}(?=\S)")
# What follows the choice and only qualifies it.
_QUALIFIES = re.compile(
    r",?\s*\(?\b(?:without\s+(?:regard|reference|giving)|excluding|exclusive\s+of|irrespective|except|regardless)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"[;/.]\s+|\s/\s|\n|,\s+(?:and\s+)?(?=(?:the\s+)?(?:courts?|venue)\b)|\s+and\s+(?=(?:the\s+)?courts?\b)"
)
_FILLERS = (
    r"[\s,.()'’“”\"|:/-]|\b(?:the|laws?|of|in|force|state|commonwealth|province|republic|kingdom|federal|canton|only"
    r"|shall|will|apply|applies|governs?|those|substantive|internal|courts?|exclusively|exclusive|non|venue|jurisdiction"
    r"|sitting|located|competent|for|all|any|disputes?|have|has|is|are|and)\b"
)
_AROUND = re.compile(rf"(?:{_FILLERS})*+", re.IGNORECASE)
_AROUND_WORDS = re.compile(rf"(?:{_FILLERS})++", re.IGNORECASE)
_CITY = re.compile(r"(?:[A-ZÀ-Þ][\w'’.-]+(?:\s(?:of|am|an|der|la|sur))?\s?){1,4}")
_COURT = re.compile(r"\b(?:courts?|venue|jurisdiction|forum|arbitrat\w+)\b", re.IGNORECASE)
_LAW_WORD = re.compile(r"\blaws?\b", re.IGNORECASE)
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class ShortChoice:
    """What is told beside a label, as `said`: the passage without the label.

    `law` and `forum` tell what the label is about.
    """

    passage: Passage
    said: Passage
    law: bool
    forum: bool


def short_choices(passages: Sequence[Passage]) -> Iterator[ShortChoice]:
    """The labels that ask for a law or courts and have a few words beside them, behind them or in the next passage."""
    for index, passage in enumerate(passages):
        label = _LABEL.match(passage.text) if passage.part != "schedule" else None
        if label is None:  # in a schedule it may be of another contract, or of a company
            continue
        law, forum = (any(label[f"{kind}{n}"] for n in (1, 2, 3)) for kind in ("law", "forum"))
        if _ALONE.match(passage.text, label.end()):
            following = passages[index + 1 : index + 2]
            if following and not following[0].is_heading and _goes_with(passages, index):
                yield ShortChoice(following[0], following[0], law, forum)
        elif then := _THEN.match(passage.text, label.end()):
            said = replace(passage, text=passage.text[then.end() :], start=passage.start + then.end())
            if _LABEL.match(said.text) is None:
                yield ShortChoice(passage, said, law, forum)


def chosen_law(choice: ShortChoice) -> tuple[str, ...]:
    """The ids of the law told; none where anything but a place and the words around one is said."""
    parts = _parts(choice.said.text)
    for part in parts:
        if _LAW_WORD.search(part) and not _COURT.search(part) and (found := _only_places(part)):
            return found
    first = parts[0] if parts else ""
    if not choice.law or (_COURT.search(first) and not choice.forum):
        return ()
    head, _, city = first.partition(",")
    if choice.forum and _CITY.fullmatch(city.strip()) and not places(city):
        first = head
    return _only_places(first)


def chosen_court(choice: ShortChoice) -> str | None:
    """The words that tell where disputes go, where the label asks for it; those of the law where it asks for both."""
    parts = _parts(choice.said.text)
    if not choice.forum or not parts:
        return None
    told = next((part for part in parts if _COURT.search(part)), parts[1] if len(parts) > 1 else parts[0])
    arbitrates = re.search(r"\barbitrat", told, re.IGNORECASE) is not None
    return told if arbitrates or _CITY.fullmatch(city_in(told)) or _only_places(told) else None


def city_in(words: str) -> str:
    """What is left of words about courts without the law's places and the words around them."""
    for place in reversed(places(words)):
        words = words[: place.start] + words[place.end :]
    return " ".join(_AROUND_WORDS.sub(" ", words).split())


def _goes_with(passages: Sequence[Passage], index: int) -> bool:
    """Whether the passage after a label is all that is said under it."""
    after = passages[index + 1]
    if len(after.text) > _LONGEST:
        return False
    beyond = passages[index + 2] if index + 2 < len(passages) else None
    return beyond is None or beyond.block != after.block or len(beyond.text) <= _LONGEST


def _parts(said: str) -> list[str]:
    if len(said) > _LONGEST:
        return []
    qualifies = _QUALIFIES.search(said)
    said = said[: qualifies.start()] if qualifies else said
    return [part for part in _PARTS.split(said) if part.strip(" .,)")]


def _only_places(words: str) -> tuple[str, ...]:
    """The systems of words that name places and nothing else."""
    named = sorted((*places(words), *laws(words)), key=lambda place: place.start)
    rest, position = [], 0
    for place in named:
        rest.append(words[position : place.start])
        position = max(position, place.end)
    rest.append(words[position:])
    if not named or not all(_AROUND.fullmatch(piece) for piece in rest):
        return ()
    return innermost(place.id for place in named)
