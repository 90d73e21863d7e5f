"""From negotiation points to revisions: which words change, and where a new clause goes; on the document alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from legalai.extract.parts.schedule_numbers import clause_words, within
from legalai.extract.parts.standard_clauses import is_standard_clauses
from legalai.redline.smallest_edit import Edit, smallest_edits
from legalai.redline.style import in_style
from legalai.schema import Block, Citation, Document, NegotiationPoint, Revision, RevisionKind

_NEW_NUMBER = re.compile(r"(\d+(?:\.\d+)*)([A-Z])\.?\s+")
_REFERENCE = re.compile(r"\b(?:section|clause|article|paragraph)s?\s+([^\n;]{1,80})", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_WITH_DOT = re.compile(r"(?<![\d.,$£€])\d{1,3}(?:\.\d{1,3})+(?![\d%])")
# What stands between a clause that is changed and a new one after it.
NEW_CLAUSE = "\n\n"
# Words that may make a promise smaller.
_TAKES_AWAY = re.compile(
    r"\b(?:not?|never|unless|except|only|limited|maximum|cap|up to|subject to|provided|without|costs?|expenses?|may)\b",
    re.IGNORECASE,
)
_AFTER_NUMBERS = " \t\u00a0.:–—-"


class Planner:
    """Plans the revisions of one document."""

    def __init__(self, document: Document, proposed: Sequence[str] = ()) -> None:
        """`proposed`: all words that are to be put in, which may refer to clauses as well."""
        self._document = document
        self._proposed = proposed
        self._starts = [block.start for block in document.blocks]

    def revise(self, point: NegotiationPoint, *, narrow: bool = False) -> tuple[Revision, ...]:
        """The revisions that a point asks for; `narrow`: every edit by itself, none joined with its neighbours."""
        if not point.citations:
            return ()
        if point.edit == "insert_after":
            return (self._new_paragraph(point),)
        where = point.citations[0]
        old = self._document.text[where.start : where.end]
        if not point.proposed_text.strip():
            found = self._deletions(point, where)
        else:
            clause, _, following = point.proposed_text.partition(NEW_CLAUSE)
            new = in_style(clause, self._document.text, old)
            edits = smallest_edits(old, new, near=1) if narrow else smallest_edits(old, new)
            found = [each for edit in edits for each in self._edit(point, where.start, edit)]
            if following.strip():
                found.append(self._new_paragraph(replace(point, proposed_text=following)))
        return tuple(replace(each, id=f"{point.id}-{number}") for number, each in enumerate(found, start=1))

    @cached_property
    def is_fixed(self) -> bool:
        """Whether the text is one that may be added to but not changed: standard contractual clauses on data."""
        return is_standard_clauses(self._document)

    def comment_only(self, point: NegotiationPoint, why: str) -> Revision:
        """A comment where a change cannot be made; `why` says why."""
        where = point.citations[0]
        return self._revision(point, "comment", where.start, where.end, why=why)

    def in_place_of(self, point: NegotiationPoint, why: str) -> Revision:
        """The clause as it should be, put after the one that cannot be changed and made to prevail over it."""
        # It stands in the same schedule as the clause.
        _, number = within(point.citations[0].number or "")
        over = clause_words(number.rstrip(".")) if number else "the preceding paragraph"
        put = in_style(f"In place of {over}: {point.proposed_text.strip()}", self._document.text)
        return replace(self._new_paragraph(replace(point, proposed_text=put)), why=why)

    def added_beside(self, point: NegotiationPoint, why: str) -> Revision | None:
        """A stricter clause after the last one, where words are only put in and the old ones stay as they are.

        None where words are cut, or where those put in might take from what the text gives.
        """
        where = point.citations[0]
        old = self._document.text[where.start : where.end]
        new = in_style(point.proposed_text.partition(NEW_CLAUSE)[0].strip(), self._document.text, old)
        edits = smallest_edits(old, new, near=1)
        if not edits or any(each.end > each.start or _TAKES_AWAY.search(each.new) for each in edits):
            return None
        blocks = self._document.blocks
        anchor = next((i for i, each in enumerate(blocks) if each.part != "body"), len(blocks)) - 1
        if anchor < 0:
            return None
        beside = clause_words(where.number.rstrip(".")) if where.number else "the clause that it repeats"
        put = in_style(f"In addition to {beside}, which stays as it is: {new}", self._document.text)
        # With a number it would be a part of the last clause.
        plain = (i for i in range(anchor, -1, -1) if blocks[i].number is None and blocks[i].kind == "paragraph")
        place, like = blocks[anchor].end, blocks[next(plain, anchor)].start
        return self._revision(point, "new_paragraph", place, place, new_text=put, like=like, why=why)

    def _edit(self, point: NegotiationPoint, start: int, edit: Edit) -> Iterator[Revision]:
        """An edit block by block: the new words in the first one, the rest of the old ones taken out of the others."""
        pieces = list(self._pieces(start + edit.start, start + edit.end)) or [(start + edit.start, start + edit.end)]
        kind: RevisionKind = "replacement" if edit.end > edit.start else "insertion"
        first, *others = pieces
        new = re.sub(r"\s*\n\s*", " ", edit.new)
        yield self._revision(point, kind if new else "deletion", *first, new_text=new)
        for low, high in others:
            yield self._revision(point, "deletion", low, high)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What of [start, end) is in each block, where it is in several."""
        last = self._block_at(max(end - 1, start))
        if self._block_at(start) == last:
            yield start, end
            return
        for block in self._document.blocks[self._block_at(start) : last + 1]:
            low, high = max(start, self._written_from(block)), min(end, block.end)
            if low < high:
                yield low, high

    def _deletions(self, point: NegotiationPoint, where: Citation) -> list[Revision]:
        """The words of a clause taken out, block by block; the typed number goes with a whole block."""
        found: list[Revision] = []
        for block in self._document.blocks:
            start, end = max(block.start, where.start), min(block.end, where.end)
            if start >= end:
                continue
            if start <= block.body_start and self.number_is_typed(block):
                start = block.start
            found.append(self._revision(point, "deletion", max(start, self._written_from(block)), end))
        return found

    def _new_paragraph(self, point: NegotiationPoint) -> Revision:
        anchor, moved = self._anchor(point)
        text = in_style(point.proposed_text.strip(), self._document.text)
        match = _NEW_NUMBER.match(text)
        if moved:
            text, match = self._as_last(text[match.end() :] if match is not None else text, anchor), None
        base = self._numbered(match[1], anchor) if match is not None else None
        like = self._running(base if base is not None else anchor)
        if match is not None:
            words = text[match.end() :]
            prefix = self._prefix(self._document.blocks[like], match[1] + match[2])
            text = prefix + words
        last = self._last_below(base, match[1]) if base is not None and match is not None else anchor
        if base is not None and match is not None and not self.number_is_typed(self._document.blocks[base]):
            last = self._past_named(last, match[1])
        place = self._document.blocks[max(last, anchor)].end
        made = self._revision(
            point, "new_paragraph", place, place, new_text=text, like=self._document.blocks[like].start
        )
        return replace(made, id=f"{point.id}-1")

    def _anchor(self, point: NegotiationPoint) -> tuple[int, bool]:
        """The block a new clause follows, and whether it is another than the point's own.

        A clause belongs in the body, not in a table of terms or among signatures: there it goes after the last clause.
        """
        blocks = self._document.blocks
        own = self._block_at(max(point.citations[0].end - 1, 0))
        if blocks[own].kind != "table_cell" and blocks[own].part != "signature_page":
            return own, False
        clauses = (
            index
            for index in range(len(blocks) - 1, -1, -1)
            if blocks[index].part == "body" and blocks[index].number is not None
            and blocks[index].kind in ("list_item", "paragraph") and "(" not in (blocks[index].number or "")
        )  # fmt: skip
        found = next(clauses, None)
        return (found, True) if found is not None else (own, False)

    def _as_last(self, words: str, anchor: int) -> str:
        """A clause with the number after the last one's, where numbers are typed."""
        block = self._document.blocks[anchor]
        above, dot, own = (block.number or "").rstrip(".").rpartition(".")
        return self._prefix(block, f"{above}{dot}{int(own) + 1}") + words if own.isdigit() else words

    def _numbered(self, number: str, near: int) -> int | None:
        """The block of a clause number at or last before another block."""
        plain = [(block.number or "").rstrip(".") for block in self._document.blocks[: near + 1]]
        return next((index for index in range(near, -1, -1) if plain[index] == number), None)

    def _last_below(self, base: int, number: str) -> int:
        """The last block of a clause: its own, or that of the last of its sub-clauses."""
        last = base
        for index in range(base + 1, len(self._document.blocks)):
            block = self._document.blocks[index]
            if block.number is None:
                continue
            if not re.match(re.escape(number) + r"[.(]", block.number) or block.number.rstrip(".") == number:
                break
            last = index
        return last

    def _past_named(self, last: int, number: str) -> int:
        """The last block of the last sister clause that the contract refers to by a number which would move on."""
        above, _, own = number.rpartition(".")
        found = last
        for index in range(last + 1, len(self._document.blocks)):
            sister = (self._document.blocks[index].number or "").rstrip(".")
            if not sister or (above and sister.startswith(f"{number}.")):
                continue
            head, _, tail = sister.rpartition(".")
            if head == above and tail.isdigit() and int(tail) == int(own) + 1:
                own = tail
                last = self._last_below(index, sister)
                found = last if sister in self._named else found
            elif index > last:
                break
        return found

    @cached_property
    def _named(self) -> frozenset[str]:
        """The clause numbers that contract and new words refer to: those beside a word for a clause, or with a dot."""
        bodies = [self._document.text[each.body_start : each.end] for each in self._document.blocks]
        written = "\n".join([*bodies, *(_NEW_NUMBER.sub("", each, count=1) for each in self._proposed)])
        beside = (number for words in _REFERENCE.findall(written) for number in _NUMBER.findall(words))
        return frozenset([*beside, *_WITH_DOT.findall(written)])

    def _running(self, index: int) -> int:
        """The block whose looks a new clause takes: never a heading's where running text stands by."""
        blocks = self._document.blocks
        near = [index, *range(index + 1, min(index + 4, len(blocks))), *range(index - 1, max(index - 4, -1), -1)]
        return next((each for each in near if blocks[each].kind != "heading"), index)

    def _prefix(self, like: Block, number: str) -> str:
        """How a new number is typed before the words; nothing where numbers are automatic."""
        if like.number is None:
            return f"{number} "
        if not self.number_is_typed(like):
            return ""
        shown = self._document.text[like.start : like.body_start]
        return number + (shown[len(shown.rstrip(_AFTER_NUMBERS)) :] or " ")

    def number_is_typed(self, block: Block) -> bool:
        """Whether a block's number is text of the file; a rendered one is not."""
        if block.number is None or block.start >= len(self._document.text_map):
            return False
        home = self._document.text_map.home(block.start)
        return home.offset is not None or home.run is not None

    def _written_from(self, block: Block) -> int:
        """Where a block's own characters begin, after a rendered number or bullet."""
        if block.start >= len(self._document.text_map):
            return block.start
        home = self._document.text_map.home(block.start)
        rendered = home.paragraph is not None and home.run is None and home.offset is None
        return home.end if rendered else block.start

    def _block_at(self, index: int) -> int:
        return max(bisect_right(self._starts, index) - 1, 0)

    def _revision(
        self,
        point: NegotiationPoint,
        kind: RevisionKind,
        start: int,
        end: int,
        *,
        new_text: str = "",
        like: int | None = None,
        why: str | None = None,
    ) -> Revision:
        return Revision(
            id=f"{point.id}-1", point=point.id, kind=kind, start=start, end=end, text=self._document.text[start:end],
            new_text=new_text, like=like, why=why,
        )  # fmt: skip

    @cached_property
    def rendered(self) -> tuple[tuple[int, int], ...]:
        """The characters that the file does not hold: numbers and bullets that the word processor renders."""
        return tuple(
            (home.start, home.end)
            for home in self._document.text_map.homes
            if home.paragraph is not None and home.run is None and home.offset is None
        )

    def intended(self, revisions: Sequence[Revision]) -> str:
        """The text once the revisions are made, without rendered numbers, white space made single.

        A file with other paragraphs renders other numbers, and another paragraph in a table's cell other separators.
        """
        return " ".join("".join(self._made(revisions)).split())

    def _made(self, revisions: Sequence[Revision]) -> Iterator[str]:
        changes = [(each.start, each.end, self._put(each)) for each in revisions if each.kind != "comment"]
        changes += [(start, end, "") for start, end in self.rendered]
        text, position = self._document.text, 0
        # A new paragraph follows the words that end where it begins; of two at one place the first stays first.
        for start, end, put in sorted(changes, key=lambda each: (each[0], each[1] == each[0] and "\n" in each[2])):
            yield text[position:start]
            yield put
            position = max(position, end)
        yield text[position:]

    @staticmethod
    def _put(revision: Revision) -> str:
        return f"\n{revision.new_text}\n" if revision.kind == "new_paragraph" else revision.new_text


def before_full_stop(document: Document, revision: Revision) -> Revision:
    """An insertion that ends in the mark it follows, put before that mark: ". More" for " More." after a full stop."""
    mark = document.text[revision.start - 1 : revision.start]
    if revision.kind != "insertion" or mark not in {".", ";"} or not revision.new_text.endswith(mark):
        return revision
    return replace(
        revision, start=revision.start - 1, end=revision.end - 1, new_text=mark + revision.new_text.removesuffix(mark)
    )


def touching(revisions: Sequence[Revision], others: Sequence[Revision]) -> bool:
    """Whether revisions change words that others change too, or words right beside them."""
    return any(
        one.start <= other.end and other.start <= one.end
        for one in revisions
        for other in others
        if "new_paragraph" not in (one.kind, other.kind) and "comment" not in (one.kind, other.kind)
    )
