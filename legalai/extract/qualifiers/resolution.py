"""From a cross-reference to the text it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legalai.extract.qualifiers.other_documents import OtherDocuments, is_code_number
from legalai.extract.qualifiers.outline import Key, Outline, Section, schedule_name
from legalai.extract.qualifiers.references import Reference, find_references
from legalai.extract.segmentation.enumerations import number_end
from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.roman import roman

Outcome = Literal[
    "resolved", "part_of", "other_document", "no_such_section", "no_such_paragraph", "not_attached", "several"
]

_HEADING_LENGTH = 100
# No sentence refers to more sections; a hostile one costs no more than this.
_MOST = 300
_OF = re.compile(r"\s{1,3}(?:of|to|in|under)\s{1,3}")
_MARK = r"(?:(?<=[\s,;:(])|^)\({}\)\s"
_ANY_MARK = re.compile(r"(?:(?<=[\s,;:])|^)\((?:[a-z]{1,4}|[A-Z]|\d{1,2})\)\s")


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference names: characters [start, end) of the document, in passages [first, last]."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference with its target. `outcome` says how ("part_of": only the section around it was found), or why not."""

    reference: Reference
    outcome: Outcome
    target: Target | None = None


class Resolver:
    """Resolves the references of one contract."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.outline = Outline(passages)
        self._passages = passages
        self._others = OtherDocuments(passages)
        self._known: dict[int, tuple[Resolved, ...]] = {}

    def references(self, index: int) -> tuple[Resolved, ...]:
        """The references of passage `index`; its own number in front of it is none."""
        if index not in self._known:
            self._known[index] = tuple(self._resolve_all(index))
        return self._known[index]

    def _resolve_all(self, index: int) -> list[Resolved]:
        if index in self.outline.contents:
            return []
        text = self._passages[index].text
        opening = number_end(text)
        found = [
            reference
            for reference in find_references(text)[:_MOST]
            if reference.start >= opening and not _opens(text, reference)
        ]
        absorbed: set[int] = set()
        result: list[Resolved] = []
        for reference in found:
            if reference.head in absorbed:
                continue
            around = _around(text, reference, found)
            if around is not None and around.steps:
                absorbed.add(around.head)
            result.append(self._resolve(text, index, reference, around))
        return result

    def _resolve(self, text: str, index: int, reference: Reference, around: Reference | None) -> Resolved:
        if self._others.holds(text, reference) or (around is not None and self._others.holds(text, around)):
            return Resolved(reference, "other_document")
        if reference.unit == "schedule":
            return self._schedule(index, reference)
        if around is not None and around.unit == "schedule" and around.steps:
            return self._in_schedule(reference, around)
        if not reference.steps:
            return self._whole(reference, self._this(index, reference))
        if reference.relative:
            return self._relative(text, index, reference, around)
        return self._absolute(index, reference)

    def _schedule(self, index: int, reference: Reference) -> Resolved:
        if not reference.steps:
            section = self.outline.scope_of(index)
        else:
            section = self._named_schedule(reference)
        return self._whole(reference, section, otherwise="not_attached")

    def _named_schedule(self, reference: Reference) -> Section | None:
        name = reference.steps[0]
        for shortened in (name, re.sub(r"\(.*", "", name), re.sub(r"[.-].*", "", name)):
            if section := self.outline.schedule(schedule_name(reference.word, shortened)):
                return section
        return None

    def _in_schedule(self, reference: Reference, schedule: Reference) -> Resolved:
        whole = self._named_schedule(schedule)
        if whole is None:
            return Resolved(reference, "not_attached")
        inside = self.outline.section(reference.steps, near=whole.first)
        if isinstance(inside, Section) and inside.scope == whole.scope:
            return self._whole(reference, inside)
        return Resolved(reference, "part_of", self._target(whole))

    def _this(self, index: int, reference: Reference) -> Section | None:
        """ "this Section" in 7.2(b) means 7.2, "this Article" the article, "this paragraph" where it stands."""
        key = self.outline.keys[index]
        if reference.unit == "article":
            article = self.outline.articles[index]
            return (self.outline.article(article, near=index) if article else None) or self.outline.enclosing(index, 1)
        if reference.unit == "paragraph":
            return self.outline.enclosing(index, len(key))
        depth = next((i for i, step in enumerate(key) if i and not step[0].isdigit()), len(key))
        return self.outline.enclosing(index, depth)

    def _absolute(self, index: int, reference: Reference) -> Resolved:
        steps = reference.steps
        value = int(steps[0]) if steps[0].isdigit() else roman(steps[0])
        article = self.outline.article(value, near=index) if value and len(steps) == 1 else None
        if reference.unit == "article" and article:
            return self._whole(reference, article)
        for written in _ways(steps, self.outline.keys[index]):
            section = self.outline.section(written, near=index)
            if isinstance(section, tuple):
                return Resolved(reference, "several")
            if section is not None:
                return self._whole(reference, section)
        if article:
            return self._whole(reference, article)
        if section := self.outline.unrecorded(steps):
            return self._whole(reference, section)
        for length in range(len(steps) - 1, 0, -1):
            section = self.outline.section(steps[:length], near=index) or self.outline.unrecorded(steps[:length])
            if isinstance(section, Section):
                return self._inside(reference, section, steps[length:])
        elsewhere = self._others.amends or is_code_number(reference)
        return Resolved(reference, "other_document" if elsewhere else "no_such_section")

    def _inside(self, reference: Reference, section: Section, rest: Key) -> Resolved:
        """The section, or the place inside it that bears the remaining steps as marks inside sentences."""
        if not rest:
            return self._whole(reference, section)
        if rest[0][0].isdigit():
            # "9.3" where there is a 9 but no 9.3: a number of another contract, or one lost in reading.
            return Resolved(reference, "no_such_section")
        place = self._target(section)
        for step in rest:
            spans = ((i, _marked(self._passages[i], step, before=None)) for i in range(place.first, section.last + 1))
            found = next(((i, span) for i, span in spans if span), None)
            if found is None:
                return Resolved(reference, "part_of", self._target(section))
            place = Target(found[0], found[0], *found[1])
        return Resolved(reference, "resolved", place)

    def _relative(self, text: str, index: int, reference: Reference, around: Reference | None) -> Resolved:
        """ "paragraph (b)": of the section named after it, of this sentence, or of the section that this stands in."""
        if around is not None and around.steps and not around.relative:
            joined = replace(reference, unit="section", steps=(*around.steps, *reference.steps), relative=False)
            found = self._absolute(index, joined)
            return Resolved(reference, found.outcome, found.target)
        span = None
        if around is None and reference.word != "section" and len(reference.steps) == 1:
            span = _marked(self._passages[index], reference.steps[0], before=reference)
        if span:
            return Resolved(reference, "resolved", Target(index, index, *span))
        key = self.outline.keys[index]
        below = around.steps if around is not None else ()
        for depth in range(len(key), 0, -1):
            for steps in ((*below, *reference.steps), reference.steps):
                section = self.outline.section((*key[:depth], *steps), near=index)
                if isinstance(section, Section):
                    return self._whole(reference, section)
        return Resolved(reference, "no_such_paragraph")

    def _whole(
        self, reference: Reference, section: Section | None, *, otherwise: Outcome = "no_such_section"
    ) -> Resolved:
        if section is None:
            return Resolved(reference, otherwise)
        return Resolved(reference, "resolved", self._target(section))

    def _target(self, section: Section) -> Target:
        first, last = self._passages[section.first], self._passages[section.last]
        return Target(section.first, section.last, first.start, last.end)


def _opens(text: str, reference: Reference) -> bool:
    """Whether the reference is no reference but the name of what begins here: "ARTICLE IV", "Exhibit A"."""
    return reference.start == 0 and (
        len(text) < _HEADING_LENGTH or text[: reference.end].isupper() or text[reference.end :].lstrip()[:3].isupper()
    )


def _ways(steps: Key, here: Key) -> Iterator[Key]:
    """The numbers that a reference may mean: as written, "2A" as 2 A, and below the outer steps of where it stands."""
    yield steps
    if split := re.fullmatch(r"(\d+)([A-Z])", steps[-1]):
        yield (*steps[:-1], *split.groups())
    for depth in range(len(here) - 1, 0, -1):
        yield (*here[:depth], *steps)


def _around(text: str, reference: Reference, found: Sequence[Reference]) -> Reference | None:
    """The section or schedule that a reference is said to be part of: "clause (ii) of Section 4.2"."""
    joined = _OF.match(text, reference.tail)
    if not joined:
        return None
    return next((other for other in found if other.head == joined.end()), None)


def _marked(passage: Passage, step: str, *, before: Reference | None) -> tuple[int, int] | None:
    """The part of a sentence that begins with this mark in brackets, up to the next mark; not the reference itself."""
    for match in re.finditer(_MARK.format(re.escape(step)), passage.text):
        if before is not None and before.head <= match.start() < before.tail:
            continue
        following = next(
            (
                later.start()
                for later in _ANY_MARK.finditer(passage.text, match.end())
                if before is None or not before.head <= later.start() < before.tail
            ),
            len(passage.text),
        )
        end = match.start() + len(passage.text[match.start() : following].rstrip())
        return passage.start + match.start(), passage.start + end
    return None
