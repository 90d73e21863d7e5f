"""Words of a clause that speak against what an edit adds: they go, or the added words say that they prevail."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from legalai.advise.acting_for import bound
from legalai.advise.contradiction_table import TABLE, Contradiction
from legalai.advise.facts import agreement_word
from legalai.advise.reading import Reading
from legalai.advise.wording import in_case_of
from legalai.extract.parts.schedule_numbers import within
from legalai.schema import Citation

# Words near the beginning of a sentence that say already how it stands to the one before.
_TIED = re.compile(
    r".{0,60}\b(?:however|despite|nevertheless|notwithstanding|save|except|in place of)\b", re.IGNORECASE | re.DOTALL
)
_HOWEVER = re.compile(r"However, ")
# "This applies only ...", and "This restraint applies only ...", "Such a decision binds ...".
_THIS = re.compile(r"This(?: clause)?(?= (?:applies|binds|does|ends|extends|covers|is|may|gives|exists)\b)")
_THIS_THING = re.compile(r"(?:This (?P<this>[a-z]+)|Such (?P<one>an? )?(?P<such>[a-z]+))\b")
_CALLS_CLAUSES = re.compile(r"\b(section|clause|article|paragraph)(?=\s{1,3}\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """Characters [start, end) of the contract that give way to `put`."""

    start: int
    end: int
    put: str


@dataclass(frozen=True)
class Contradicted:
    """What stands against added words: `cuts` take it out; over what `over` cites the added words have to prevail.

    `enough`: once the cuts are made, nothing is left for the added words to say.
    """

    cuts: tuple[Cut, ...] = ()
    over: tuple[Citation, ...] = ()
    enough: bool = False


def contradicted(reading: Reading, clause: Citation, added: Sequence[str]) -> Contradicted:
    """What in and round a clause contradicts words that are to be added to it or put after it."""
    cuts: list[Cut] = []
    over: list[Citation] = []
    enough = False
    for contradiction, said in _that_speak(reading, added):
        against = _pattern(reading, contradiction.against)
        for start, end in _where(reading, clause, contradiction):
            for match in against.finditer(reading.document.text, start, end):
                if contradiction.put is None:
                    over.append(reading.places.cite(match.start(), match.end()))
                else:
                    gone = match.span("gone" if "gone" in against.groupindex else 0)
                    cuts.append(Cut(*gone, in_case_of(clause.text, contradiction.put(match, said))))
                    enough = enough or contradiction.enough
    kept = _apart(cuts)
    return Contradicted(kept, tuple(each for each in over if not any(_overlap(each, cut) for cut in kept)), enough)


def with_cuts(text: str, start: int, cuts: Iterable[Cut]) -> str:
    """A stretch of the contract that begins at `start`, with the cuts made that lie in it."""
    made, position = "", start
    for cut in sorted(cuts):
        if start <= cut.start and cut.end <= start + len(text):
            made += text[position - start : cut.start - start] + cut.put
            position = cut.end
    return made + text[position - start :]


def prevailing(reading: Reading, words: str, clause: Citation, over: Sequence[Citation], *, beside: bool) -> str:
    """A sentence that says over what it prevails; `beside`: it stands in the clause itself, not in one of its own."""
    if not over or (_TIED.match(words) and not _HOWEVER.match(words)):
        return words
    words = _HOWEVER.sub("", words, count=1)
    elsewhere = [each for each in over if not (clause.start <= each.start and each.end <= clause.end)]
    places = dict.fromkeys(within(each.number or "") for each in (elsewhere if beside else over))
    own, _ = within(clause.number or "")
    if beside and not elsewhere:
        what = "this"
    elif places and all(schedule == own and number for schedule, number in places):
        what = f"{_clause_word(reading)} {' and '.join(number for _, number in places)}"
    else:
        what = f"anything else in {agreement_word(reading)}"
    return f"Despite {what}, {_continued(reading, words)}"


def standing_alone(reading: Reading, words: str, clause: Citation) -> str:
    """A sentence that points back at the clause it follows, for a clause of its own: it names that clause."""
    bare = _HOWEVER.sub("", words, count=1)
    bare = bare[:1].upper() + bare[1:]
    thing = _THIS_THING.match(bare)
    _, number = within(clause.number or "")
    if not number:
        return words
    named = f"{_clause_word(reading)} {number}"
    if match := _THIS.match(bare):
        return named[0].upper() + named[1:] + bare[match.end() :]
    if thing is None:
        return bare
    article = "The " if thing["this"] else (thing["one"] or "").capitalize()
    noun = thing["this"] or thing["such"]
    return f"{article}{noun if article else noun.capitalize()} under {named}{bare[thing.end() :]}"


def _that_speak(reading: Reading, added: Sequence[str]) -> Iterator[tuple[Contradiction, re.Match[str]]]:
    for contradiction in TABLE:
        pattern = _pattern(reading, contradiction.said)
        said = next((match for words in added if (match := pattern.search(words)) is not None), None)
        if said is not None:
            yield contradiction, said


def _where(reading: Reading, clause: Citation, contradiction: Contradiction) -> Iterator[tuple[int, int]]:
    """The stretches of text in which a contradiction is looked for."""
    if contradiction.near == "clause":
        yield clause.start, clause.end
    elif contradiction.near == "section":
        yield reading.places.section(clause.start, clause.end)
    elif (index := reading.places.block_index(clause.start)) is not None:
        block = reading.places.blocks[index]
        end = clause.start if contradiction.near == "heading" else max(block.end, clause.end)
        yield min(block.body_start, clause.start), end


def _apart(cuts: Iterable[Cut]) -> tuple[Cut, ...]:
    """The cuts without those that overlap an earlier one."""
    kept: list[Cut] = []
    for cut in sorted(cuts):
        if not kept or kept[-1].end <= cut.start:
            kept.append(cut)
    return tuple(kept)


def _overlap(citation: Citation, cut: Cut) -> bool:
    return citation.start < cut.end and cut.start < citation.end


def _pattern(reading: Reading, pattern: str) -> re.Pattern[str]:
    stance = reading.stance
    us = reading.names_pattern([stance.us] if stance.us is not None else []).pattern
    return _compiled(pattern, us, reading.names_pattern(stance.them).pattern)


@lru_cache(maxsize=512)
def _compiled(pattern: str, us: str, them: str) -> re.Pattern[str]:
    # Bounded, since a run of white space without end would be gone through from each of its characters.
    spaced = pattern.replace(" ", r"\s{1,9}")
    return re.compile(spaced.replace("{us}", us).replace("{them}", them), re.IGNORECASE)


def _clause_word(reading: Reading) -> str:
    """What the contract calls its clauses: "Section", "clause", ..., as it mostly writes it."""
    said = [match[1] for match in _CALLS_CLAUSES.finditer(reading.document.text) if not match[1].isupper()]
    return max(said, key=said.count) if said else "clause"


def _continued(reading: Reading, words: str) -> str:
    """A sentence as it goes on after an introduction: its first word small unless it is a name or a defined term."""
    first = re.match(r"[^\W_]+", words)
    parties, terms = bound(reading.contract), [each.term for each in reading.contract.defined_terms]
    names = [form for party in parties for form in (party.name, party.role or "", *party.aliases)]
    capital = {word for name in [*names, *terms] for word in name.split()[:1]}
    keep = first is None or first[0] in capital - {"The", "A", "An"} or first[0][1:2].isupper()
    return words if keep else words[:1].lower() + words[1:]
