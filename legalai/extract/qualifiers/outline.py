"""The outline of a contract: every numbered section once, with the passages it holds."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legalai.extract.segmentation.passages import Passage
from legalai.extract.segmentation.roman import roman

Key = tuple[str, ...]

# Of the places that bear one number, this much shorter than the longest is a list or a line of a contents page.
_CLEARLY_SHORTER = 0.4
# So many headings in a row, none below the one before, are a contents page.
_CONTENTS_RUN = 4
_ARTICLE = re.compile(r"article\s{1,3}([IVXLC]{1,7}|\d{1,3})\b", re.IGNORECASE)
_SCHEDULE = re.compile(
    r"(?P<kind>exhibit|schedule|annex|appendix|attachment)\s{1,3}(?:No\.\s{0,2})?[\"“'-]?"
    r"(?P<name>(?:[A-Z]{1,2}|[IVX]{1,5})(?:-\d{1,2})?|\d{1,2}(?:[.-]\d{1,2}){0,3}(?:\([a-z]\))?)(?:[\"”'\s:.–—(-]|$)",
    re.IGNORECASE,
)
# Passages in which a filing says which exhibit of it the contract is (Regulation S-K, item 601).
_FIRST_PASSAGES = 5
_LABEL = re.compile(
    r"(?:(?:Section|SECTION|Article|ARTICLE|Clause|CLAUSE|§)\s{1,3})?(?P<label>\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{1,7}|\([A-Za-z0-9]{1,5}\)|[A-Za-z])"
    r"(?:[.):]|\s{1,20}(?=[A-Z\"“\[(]))"
)
# A section that begins behind a page header in one line with it.
_LABEL_INSIDE = re.compile(r"(?<=[a-z.)]\s)(\d{1,2}(?:\.\d{1,2}){1,3})\s{1,3}(?=[A-Z][a-z]{2,})")
_TITLE_LENGTH = 200
_TOKEN = re.compile(r"\d{1,4}[A-Z]?(?![a-z])|[A-Za-z]{1,5}")


@dataclass(frozen=True, slots=True)
class Section:
    """The passages [first, last] of one numbered section.

    `scope` is 0 for the contract, else the schedule it is in; `article` the number of the article around it, or 0;
    `count` goes up where the numbers begin again at 1; `opened` is false where no passage bears just this number.
    """

    key: Key
    first: int
    last: int
    scope: int
    article: int
    count: int
    opened: bool


def key_of(number: str | None) -> Key:
    """The steps of a clause number: "7.02(b)" gives 7, 2, b; nothing for no number."""
    if not number:
        return ()
    steps = tuple(step.lstrip("0") or "0" for step in _TOKEN.findall(number))
    return steps[:-1] if len(steps) == 2 and steps[1] == "0" else steps


class Outline:
    """Finds the section that bears a number. Built in one walk over the passages."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.starts = [passage.start for passage in passages]
        self.keys = [key_of(passage.number) for passage in passages]
        self._lengths = [0]
        for passage in passages:
            self._lengths.append(self._lengths[-1] + (0 if passage.is_heading else len(passage.text)))
        self.scopes, self._schedules = _scopes(passages)
        self.contents = _contents(passages, self.keys)
        self.articles = _articles(passages, self.scopes, self.contents)
        self._counts = _counts(self.keys, self.contents)
        self._sections: dict[tuple[int, Key], list[Section]] = {}
        for section in self._walk():
            self._sections.setdefault((section.scope, section.key), []).append(section)
        self._article_sections = self._by_article()
        self._unrecorded = self._find_unrecorded()
        self._unrecorded_starts = sorted(place for places in self._unrecorded.values() for place in places)

    def at(self, offset: int) -> int:
        """The index of the passage that holds this character of the document, or last began before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def section(self, key: Key, *, near: int) -> Section | tuple[Section, ...] | None:
        """The section with this number, as passage `near` would mean it; several where the text does not say which."""
        for scope in dict.fromkeys((self.scopes[near], 0)):
            found = self._sections.get((scope, key)) or self._sections.get((scope, _lowered(key)))
            if found:
                return self._choose(found, near)
        return None

    def unrecorded(self, key: Key) -> Section | None:
        """The one place that begins with this number though reading the text took it for part of another section."""
        places = self._unrecorded.get(key, ())
        if len(places) != 1:
            return None
        first = places[0]
        position = bisect_right(self._unrecorded_starts, first)
        last = (*self._unrecorded_starts[position : position + 1], len(self.passages))[0] - 1
        last = next((i for i in range(first + 1, last + 1) if self._opens(i, self.keys[i][:1])), last + 1) - 1
        return Section(
            key, first, max(first, last), self.scopes[first], self.articles[first], self._counts[first], True
        )

    def article(self, number: int, *, near: int) -> Section | None:
        """The article with this number, in the scope of passage `near` or in the contract."""
        for scope in dict.fromkeys((self.scopes[near], 0)):
            if found := self._article_sections.get((scope, number)):
                return found
        return None

    def schedule(self, name: str) -> Section | None:
        """The whole of a schedule, exhibit or annex that is part of the document."""
        scope = self._schedules.get(name)
        return self._whole(scope) if scope is not None else None

    def scope_of(self, index: int) -> Section | None:
        """The whole of the schedule that passage `index` stands in; None in the contract itself."""
        scope = self.scopes[index]
        return self._whole(scope) if scope else None

    def enclosing(self, index: int, depth: int) -> Section | None:
        """The section that passage `index` stands in, cut to the first `depth` steps of its number."""
        key = self.keys[index][:depth]
        for section in self._sections.get((self.scopes[index], key), ()):
            if section.first <= index <= section.last:
                return section
        return None

    def length(self, section: Section) -> int:
        """Characters of the section, headings not counted."""
        return self._lengths[section.last + 1] - self._lengths[section.first]

    def _choose(self, found: Sequence[Section], near: int) -> Section | tuple[Section, ...]:
        inside = [s for s in found if s.first <= near <= s.last]
        same_article = [s for s in found if s.article == self.articles[near]]
        same_count = [s for s in found if s.count == self._counts[near]]
        for group in (inside, same_article if len(same_article) < len(found) else [], same_count, found):
            if group:
                ranked = sorted([s for s in group if s.opened] or group, key=self.length, reverse=True)
                longest = self.length(ranked[0])
                rivals = [s for s in ranked if self.length(s) > _CLEARLY_SHORTER * longest]
                return ranked[0] if len(rivals) <= 1 else tuple(rivals)
        raise AssertionError("no sections to choose from")

    def _walk(self) -> Iterable[Section]:
        """Every run of passages below one number. A passage without a number interrupts none."""
        open_sections: list[tuple[Key, int, int]] = []
        scope = article = 0

        def close(down_to: int) -> Iterable[Section]:
            while len(open_sections) > down_to:
                key, first, last = open_sections.pop()
                yield Section(key, first, last, scope, article, self._counts[first], self._opens(first, key))
                if open_sections:
                    above, begun, _ = open_sections[-1]
                    open_sections[-1] = (above, begun, max(last, open_sections[-1][2]))

        for index, key in enumerate(self.keys):
            if self.scopes[index] != scope or self.articles[index] != article:
                yield from close(0)
                scope, article = self.scopes[index], self.articles[index]
            if not key or index in self.contents:
                continue
            shared = 0
            while shared < len(open_sections) and key[: len(open_sections[shared][0])] == open_sections[shared][0]:
                shared += 1
            yield from close(shared)
            for depth in range(len(open_sections) + 1, len(key) + 1):
                open_sections.append((key[:depth], index, index))
            above, begun, _ = open_sections[-1]
            open_sections[-1] = (above, begun, index)
        yield from close(0)

    def _opens(self, index: int, key: Key) -> bool:
        """Whether the passage begins with the label of this section."""
        found = _LABEL.match(self.passages[index].text)
        label = key_of(found["label"]) if found else ()
        return bool(label) and key[-len(label) :] == label and self.keys[index] == key

    def _find_unrecorded(self) -> dict[Key, list[int]]:
        found: dict[Key, list[int]] = {}
        for index, passage in enumerate(self.passages):
            if index in self.contents:
                continue
            labels = [label["label"]] if (label := _LABEL.match(passage.text)) else []
            labels += [inside[1] for inside in _LABEL_INSIDE.finditer(passage.text)]
            for key in (key_of(label) for label in labels if label[0].isdigit()):
                if self.keys[index][-len(key) :] != key:
                    found.setdefault(key, []).append(index)
        return found

    def _by_article(self) -> dict[tuple[int, int], Section]:
        found: dict[tuple[int, int], Section] = {}
        first = 0
        for index in range(1, len(self.passages) + 1):
            if index == len(self.passages) or (
                (self.scopes[index], self.articles[index]) != (self.scopes[first], self.articles[first])
            ):
                scope, article = self.scopes[first], self.articles[first]
                section = Section((str(article),), first, index - 1, scope, article, self._counts[first], True)
                known = found.get((scope, article))
                if article and (known is None or self.length(known) < self.length(section)):
                    found[scope, article] = section
                first = index
        return found

    def _whole(self, scope: int) -> Section:
        inside = [index for index, other in enumerate(self.scopes) if other == scope]
        return Section((), inside[0], inside[-1], scope, 0, 0, True)


def schedule_name(kind: str, name: str) -> str:
    """How a schedule is named here: "exhibit a", whatever its capitals and quotes."""
    return f"{kind.lower()} {name.lower()}"


def _scopes(passages: Sequence[Passage]) -> tuple[list[int], dict[str, int]]:
    """The scope of every passage, and the scope of every schedule by name."""
    names: dict[str, int] = {}
    filed = {
        schedule_name(found["kind"], found["name"])
        for p in passages[:_FIRST_PASSAGES]
        if (found := _SCHEDULE.match(p.text))
    }
    scopes: list[int] = []
    current = 0
    for passage in passages:
        found = _SCHEDULE.match(passage.text)
        if passage.part != "schedule":
            current = 0
        elif found and (passage.is_heading or found[0].isupper() or len(passage.text) < _TITLE_LENGTH):
            name = schedule_name(found["kind"], found["name"])
            current = 0 if name in filed else names.setdefault(name, len(names) + 1)
        scopes.append(current)
    return scopes, names


def _contents(passages: Sequence[Passage], keys: Sequence[Key]) -> frozenset[int]:
    """The passages of a table of contents: headings in a row, none a step below the one before."""
    found: set[int] = set()
    run: list[int] = []
    steps = 0
    for index, passage in enumerate(passages):
        if passage.is_heading:
            if run and keys[index] != keys[run[-1]]:
                steps += keys[index][: len(keys[run[-1]])] != keys[run[-1]]
            run.append(index)
            continue
        if steps + 1 >= _CONTENTS_RUN:
            found.update(run)
            # What follows the last line bears its number only because no other came.
            found.update(_numbered_alike(keys, run[-1]))
        run, steps = [], 0
    return frozenset(found)


def _counts(keys: Sequence[Key], contents: frozenset[int]) -> list[int]:
    """How often the outermost numbers have begun again at 1 after they had come to 4 or more."""
    counts: list[int] = []
    count = highest = 0
    for index, key in enumerate(keys):
        if key and key[0].isdigit() and index not in contents:
            if key[0] == "1" and highest >= 4:
                count, highest = count + 1, 0
            highest = max(highest, int(key[0]))
        counts.append(count)
    return counts


def _numbered_alike(keys: Sequence[Key], index: int) -> Iterable[int]:
    for following in range(index + 1, len(keys)):
        if keys[following] != keys[index]:
            return
        yield following


def _articles(passages: Sequence[Passage], scopes: Sequence[int], contents: frozenset[int]) -> list[int]:
    """The number of the article that every passage stands in, 0 before the first."""
    articles: list[int] = []
    current = scope = 0
    for index, passage in enumerate(passages):
        if scopes[index] != scope:
            current, scope = 0, scopes[index]
        if index not in contents and (found := _ARTICLE.match(passage.text)) and _opens(passage, found[1]):
            current = (int(found[1]) if found[1].isdigit() else roman(found[1])) or current
        articles.append(current)
    return articles


def _opens(passage: Passage, label: str) -> bool:
    """Whether a passage that begins with "Article" opens one; a sentence may begin with a reference to one."""
    return passage.is_heading or passage.text[:7].isupper() or passage.number == label


def _lowered(key: Key) -> Key:
    return (*key[:1], *(step.lower() for step in key[1:]))
