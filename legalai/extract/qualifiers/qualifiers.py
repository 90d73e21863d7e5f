"""Qualifiers of clauses: every clause with links to the text that qualifies it, beside it or far from it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legalai.extract.qualifiers.backward import Backward, find_backward, says_foregoing
from legalai.extract.qualifiers.cues import Phrase, find_phrases
from legalai.extract.qualifiers.resolution import Resolved, Resolver, Target
from legalai.extract.qualifiers.subjects import Subjects
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Citation, Clause, Qualification, QualificationKind, QualificationReach

# Labels that are a name or a date: nothing qualifies them.
_NAMES = frozenset({"Document Name", "Parties", "Agreement Date"})
_LIABILITY_TYPES = frozenset({"Cap On Liability", "Limitation Of Remedies"})
# Characters of a section that a link quotes, in whole passages; the section's number says the rest.
_LONGEST_QUOTE = 1500
# Passages that "the foregoing" reaches back over.
_FOREGOING_REACH = 12
# Characters behind the cue of a condition in which a reference says what the condition is.
_BEGINNING = 60
# What a phrase may hold beside references and still say nothing itself.
_FILLER = re.compile(
    r"\b(?:as|otherwise|expressly|specifically|explicitly|set|forth|out|provided|permitted|required|described|stated|contained|specified|allowed|limited|indicated"
    r"|for|in|to|of|by|under|pursuant|and|or|the|any|all|other|each|both|terms?|conditions?|provisions?|requirements?|limitations?|restrictions?|exceptions?|rights?|obligations?|paragraphs?|sections?"
    r"|above|below|hereof|hereto|herein|hereunder|this|agreement|that|may|be|is|are|anything|contrary|foregoing|with|respect|accordance|compliance|following|immediately|such|set)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z]{2,}")
_EXPLAINS = re.compile(
    r"\(\s?(?:for\s(?:the\s)?(?:avoidance|purposes|clarity)|as\s(?:defined|such|described)|it\sbeing|which)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^()]{1,80}\)|\[[^\[\]]{1,80}\]")
_OPENS_LIST = (":", "—", "–", "-", ":-", "if")


def with_qualifications(clauses: Sequence[Clause], passages: Sequence[Passage], text: str) -> list[Clause]:
    """The clauses in their order, each with its qualifications. Offsets refer to `text`, the document's."""
    return _Linker(clauses, passages, text).linked()


class _Linker:
    def __init__(self, clauses: Sequence[Clause], passages: Sequence[Passage], text: str) -> None:
        self._text = text
        self._passages = passages
        self._clauses = clauses
        self._resolver = Resolver(passages)
        self._phrases = [() if passage.is_heading else find_phrases(passage.text) for passage in passages]
        self._ranges = [self._range(clause) for clause in clauses]
        self._order = sorted(
            (index for index, clause in enumerate(clauses) if clause.type not in _NAMES),
            key=lambda index: self._ranges[index],
        )
        self._firsts = [self._ranges[index][0] for index in self._order]
        self._found: list[list[Qualification]] = [[] for _ in clauses]

    def linked(self) -> list[Clause]:
        for index in self._order:
            self._found[index].extend(self._own(index))
        self._add_backward()
        return [
            replace(clause, qualifications=_ordered(found))
            for clause, found in zip(self._clauses, self._found, strict=True)
        ]

    def _range(self, clause: Clause) -> tuple[int, int]:
        """The passages that a clause touches."""
        starts = self._resolver.outline.starts
        first = max(0, bisect_right(starts, clause.start) - 1)
        return first, max(first, bisect_left(starts, clause.end) - 1)

    # ---------------------------------------------------------------------------------- what the clause itself says

    def _own(self, index: int) -> Iterator[Qualification]:
        first, last = self._ranges[index]
        for passage in (*self._lead_ins(first), *range(first, last + 1)):
            for phrase in self._phrases[passage]:
                if self._joined(passage, phrase, self._clauses[index]):
                    yield from self._of_phrase(passage, phrase, (first, last))

    def _of_phrase(self, index: int, phrase: Phrase, own: tuple[int, int]) -> Iterator[Qualification]:
        passage = self._passages[index]
        cue = _flat(passage.text[phrase.start : phrase.cue_end])
        if phrase.kind == "override" and index and says_foregoing(passage.text[phrase.start : phrase.end]):
            before = self._passages[index - 1]
            yield self._link(phrase.kind, "near", cue, Target(index - 1, index - 1, before.start, before.end))
            return
        named = [
            r
            for r in self._resolver.references(index)
            if phrase.start <= r.reference.start < phrase.end and not _aside(passage.text, phrase, r)
        ]
        far = [r for r in named if r.target and not _holds(r.target, own) and _names_it(phrase, r)]
        for resolved in far:
            assert resolved.target
            yield self._link(
                phrase.kind, self._reach(resolved.target, own), cue, resolved.target, via=self._via(index, resolved)
            )
        if len(far) < len(named) or not far or _says_something(passage.text, phrase, named):
            start, end = passage.start + phrase.start, passage.start + phrase.end
            yield self._link(phrase.kind, "near", cue, Target(index, index, start, end))

    def _joined(self, index: int, phrase: Phrase, clause: Clause) -> bool:
        """Whether a phrase outside the clause's own words still belongs to it: no other item of a list lies between."""
        passage = self._passages[index]
        before = passage.text[max(0, clause.end - passage.start) : phrase.start]
        after = passage.text[phrase.end : max(0, clause.start - passage.start)]
        return ";" not in before.rstrip(" ;\n") and ";" not in after

    def _reach(self, target: Target, own: tuple[int, int]) -> QualificationReach:
        return "near" if target.first >= own[0] - 1 and target.last <= own[1] + 1 else "far"

    def _lead_ins(self, index: int) -> Iterator[int]:
        """The sentences that open the lists which this passage is an item of."""
        outline = self._resolver.outline
        for depth in range(1, len(outline.keys[index])):
            section = outline.enclosing(index, depth)
            if section is None or section.first >= index:
                continue
            heads = [i for i in range(section.first, min(index, section.first + 8)) if outline.keys[i] == section.key]
            if heads and self._passages[heads[-1]].text.rstrip().endswith(_OPENS_LIST):
                yield heads[-1]

    # ------------------------------------------------------------------------------ what other sentences say of it

    def _add_backward(self) -> None:
        subjects = Subjects([passage.text for passage in self._passages])
        for index, passage in enumerate(self._passages):
            if passage.is_heading or passage.part == "signature_page":
                continue
            statements = find_backward(passage.text, self._phrases[index], self._resolver.references(index))
            for statement in statements:
                for clause in self._qualified(index, statement, subjects):
                    self._found[clause].append(self._backward_link(index, statement, clause))

    def _backward_link(self, index: int, statement: Backward, clause: int) -> Qualification:
        passage = self._passages[index]
        near = self._ranges[clause][1] == index - 1 and statement.aim in ("foregoing", "sentence_before")
        return self._link(
            statement.kind,
            "near" if near else "reverse",
            _flat(passage.text[slice(*statement.cue)]),
            Target(index, index, passage.start, passage.end),
            via=self._via(index, statement.via) if statement.via else None,
        )

    def _qualified(self, index: int, statement: Backward, subjects: Subjects) -> Iterator[int]:
        """The clauses that a statement in passage `index` qualifies; never those it is part of."""
        match statement.aim:
            case "reference":
                assert statement.via
                assert statement.via.target
                yield from self._clauses_in(statement.via.target.first, statement.via.target.last, but=index)
            case "foregoing":
                for i in self._clauses_in(self._foregoing(index), index - 1, but=index):
                    first, last = self._ranges[i]
                    if last == index - 1 or subjects.related(index, self._clauses[i].type, first, last):
                        yield i
            case "sentence_before":
                if index:
                    yield from self._clauses_in(index - 1, index - 1, but=index)
            case "liability":
                yield from (
                    i for i in self._order if self._clauses[i].type in _LIABILITY_TYPES and not self._touches(i, index)
                )
            case "everything":
                for i in self._order:
                    first, last = self._ranges[i]
                    if not self._touches(i, index) and subjects.shared(
                        index, self._clauses[i].type, first, last, beside=self._beside(index, first)
                    ):
                        yield i

    def _clauses_in(self, first: int, last: int, *, but: int) -> Iterator[int]:
        """The clauses that begin in passages [first, last]."""
        for position in range(bisect_left(self._firsts, first), bisect_right(self._firsts, last)):
            if not self._touches(self._order[position], but):
                yield self._order[position]

    def _touches(self, clause: int, index: int) -> bool:
        first, last = self._ranges[clause]
        return first <= index <= last

    def _beside(self, index: int, other: int) -> bool:
        """Whether two passages stand in one section: 7.2(b) and 7.2(d), or 12(a) and 12(b)."""
        keys, outline = self._resolver.outline.keys, self._resolver.outline
        depth = max(1, min(2, len(keys[index]) - 1))
        section = outline.enclosing(index, depth) if keys[index] else None
        return section is not None and section.first <= other <= section.last

    def _foregoing(self, index: int) -> int:
        """Where that begins which "the foregoing" means: the clause so far, or the clauses beside it before."""
        outline = self._resolver.outline
        key = outline.keys[index]
        here = outline.enclosing(index, len(key))
        if key and here is not None and here.first == index:
            here = outline.enclosing(index, len(key) - 1) if len(key) > 1 else None
        first = here.first if here is not None and here.first < index else index - 1
        return max(0, first, index - _FOREGOING_REACH)

    # ------------------------------------------------------------------------------------------------------ links

    def _link(
        self,
        kind: QualificationKind,
        reach: QualificationReach,
        cue: str,
        target: Target,
        *,
        via: Citation | None = None,
    ) -> Qualification:
        passage = self._passages[target.first]
        end = self._quote_end(target)
        return Qualification(
            text=self._text[target.start : end],
            start=target.start,
            end=end,
            page=passage.page,
            number=passage.number,
            kind=kind,
            reach=reach,
            cue=cue,
            via=via,
        )

    def _quote_end(self, target: Target) -> int:
        if target.end - target.start <= _LONGEST_QUOTE:
            return target.end
        ends = [self._passages[i].end for i in range(target.first, min(target.last, target.first + 40) + 1)]
        fitting = [end for end in ends if end - target.start <= _LONGEST_QUOTE]
        return max(fitting) if len(fitting) > 1 else min(target.end, ends[min(1, len(ends) - 1)])

    def _via(self, index: int, resolved: Resolved) -> Citation:
        passage, reference = self._passages[index], resolved.reference
        return Citation(
            text=passage.text[reference.start : reference.end],
            start=passage.start + reference.start,
            end=passage.start + reference.end,
            page=passage.page,
            number=passage.number,
        )


def _holds(target: Target, own: tuple[int, int]) -> bool:
    return target.first <= own[0] and own[1] <= target.last and target.first < target.last


def _names_it(phrase: Phrase, resolved: Resolved) -> bool:
    """Whether the reference says what qualifies: not "this Section", nor what a proviso mentions on its way."""
    if resolved.reference.this:
        return False
    if phrase.kind == "condition":
        return resolved.reference.start - phrase.cue_end <= _BEGINNING
    return phrase.kind != "limit"


def _aside(text: str, phrase: Phrase, resolved: Resolved) -> bool:
    """Whether a reference stands in brackets that only explain: "(as defined in Section 1)"."""
    opened = text.rfind("(", phrase.start, resolved.reference.head)
    return opened >= 0 and ")" not in text[opened : resolved.reference.head] and bool(_EXPLAINS.match(text, opened))


def _says_something(text: str, phrase: Phrase, named: Sequence[Resolved]) -> bool:
    """Whether a phrase says more than where to look."""
    rest = text[phrase.cue_end : phrase.end]
    for resolved in sorted(named, key=lambda r: r.reference.start, reverse=True):
        begin, end = resolved.reference.start - phrase.cue_end, resolved.reference.end - phrase.cue_end
        rest = rest[: max(0, begin)] + " " + rest[max(0, end) :]
    return bool(_WORDS.search(_FILLER.sub(" ", _BRACKETED.sub(" ", rest))))


def _ordered(found: Sequence[Qualification]) -> tuple[Qualification, ...]:
    """Each text once for a kind, in text order."""
    first_of: dict[tuple[int, int, str], Qualification] = {}
    for qualification in found:
        first_of.setdefault((qualification.start, qualification.end, qualification.kind), qualification)
    return tuple(sorted(first_of.values(), key=lambda q: (q.start, q.end, q.kind)))


def _flat(words: str) -> str:
    return " ".join(words.split()).strip(" ,")
