"""Definitions that point to a clause where the term is not defined, while another clause defines it."""

import re
from collections.abc import Iterator

from legalai.proofread.definitions import Definition
from legalai.proofread.source import Source, shown
from legalai.proofread.words import plain
from legalai.schema import Mistake

_SAYS_WHERE = re.compile(
    r"(?:has|have)\s+the\s+meanings?\s+(?:set\s+(?:forth|out)|given|ascribed|assigned|specified|provided|stated)\b[^.;]{0,60}?\bin\s+"
    r"(?:(?:section|clause|article|paragraph)\s+)?\Z|(?:is|are|as)\s+defined\s+in\s+(?:(?:section|clause|article|paragraph)\s+)?\Z",
    re.IGNORECASE,
)


def find_pointer_mistakes(source: Source) -> Iterator[Mistake]:
    """Each '"Fee" has the meaning given in Section 3' where Section 3 lacks the word and another section defines it."""
    homes: dict[str, list[Definition]] = {}
    for each in source.definitions:
        if each.quoted and not each.pointer:
            homes.setdefault(plain(each.term), []).append(each)
    for each in source.definitions:
        elsewhere = homes.get(plain(each.term), [])
        if each.pointer and elsewhere and source.resolver.outline.scopes[each.passage] == 0:
            yield from _misled(source, each, elsewhere[0])


def _misled(source: Source, pointer: Definition, home: Definition) -> Iterator[Mistake]:
    passage = source.passages[pointer.passage]
    for resolved in source.resolver.references(pointer.passage):
        reference, target = resolved.reference, resolved.target
        said = passage.text[pointer.name_end - passage.start : reference.start]
        if resolved.outcome != "resolved" or target is None or not _SAYS_WHERE.search(said):
            continue
        words = source.document.text[target.start : target.end]
        if pointer.term.lower() in words.lower() or target.start <= home.name_start < target.end:
            continue
        number = source.passages[home.passage].number
        where = f"clause {number}" if number else "another place"
        named = f"{reference.word.title()} {'.'.join(reference.steps)}"
        yield source.mistake(
            "reference-subject",
            "high",
            f"“{shown(pointer.term)}” is not defined in {named}, to which this points; {where} defines it.",
            (passage.start + reference.start, passage.start + reference.end),
            (home.name_start, home.name_end),
            advice="Put in the number of the clause that defines the term.",
        )
