"""Defined terms that are never used, defined twice, or written in two ways."""

import re
from collections.abc import Iterator

from legalai.proofread.definitions import Definition
from legalai.proofread.source import Source, in_capitals, shown
from legalai.proofread.words import plain, spelling_key, stems
from legalai.schema import Mistake

# What a contract calls itself and its sides is defined by habit, used or not.
_BY_HABIT = re.compile(
    r"(?:the\s+)?(?:agreement|contract|lease|amendment|addendum|part(?:y|ies)"
    r"|[\w\s-]{1,40}\s(?:agreement|amendment|addendum|contract|lease)"
    r"|effective date|nda|msa|recitals?|terms"
    r"|(?:exhibit|schedule|section|article|clause|annex|appendix)s?(?:\s\w{1,4})?)",
    re.IGNORECASE,
)
_AS_NOUN = re.compile(r"\bas\s+an?\s+(?:noun|verb|adjective)\b|\breferences?\b", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w’']*(?:-[\w’']+)*")
_OTHER_USE = re.compile(
    r"^[\"“][^\"”]{1,80}[\"”],?\s(?:when|where|as|(?:shall|will)\s(?:also\s)?(?:include|refer)|(?:also\s)?includes?)\b"
    r"|\bengage\s+in\b"
)
_LONGEST = 6


def find_term_mistakes(source: Source) -> Iterator[Mistake]:
    """Terms unused, defined twice in different words, or spelled in two ways."""
    yield from _unused(source)
    yield from _twice(source)
    yield from _spellings(source)


def _aliases(source: Source) -> set[str]:
    return {plain(name) for party in source.parties for name in (*party.aliases, party.role or "", party.name) if name}


def _unused(source: Source) -> Iterator[Mistake]:
    text, aliases = source.document.text, _aliases(source)
    by_passage: dict[int, list[Definition]] = {}
    for definition in source.definitions:
        by_passage.setdefault(definition.passage, []).append(definition)
    quoted = {(each.name_start, each.name_end) for each in source.definitions}
    told: set[str] = set()
    for definitions in by_passage.values():
        unused = [each for each in definitions if not _used(text, each, quoted)]
        for each in unused:
            # Of two names given in one bracket, one is enough.
            beside = [
                other for other in definitions if other is not each and abs(other.name_start - each.name_end) < 60
            ]
            if any(other not in unused for other in beside) or plain(each.term) in aliases:
                continue
            if _BY_HABIT.fullmatch(each.term) or each.pointer or not each.term[0].isupper() or plain(each.term) in told:
                continue
            told.add(plain(each.term))
            yield source.mistake(
                "term-unused",
                "low",
                f"“{shown(each.term)}” is defined and then never used.",
                (each.name_start, each.name_end),
                advice="Delete the definition, or use the term where it is meant.",
            )


def _used(text: str, definition: Definition, defined_at: set[tuple[int, int]]) -> bool:
    """Whether the term stands anywhere but where a term is defined; the case of letters is not looked at."""
    pattern = re.compile(rf"(?<![^\W_]){stems(definition.term)}", re.IGNORECASE)
    return any(
        not any(start <= match.start() < end for start, end in _near(defined_at, match.start()))
        for match in pattern.finditer(text)
    )


def _near(spans: set[tuple[int, int]], place: int) -> Iterator[tuple[int, int]]:
    return (span for span in spans if span[0] - 1 <= place <= span[1])


def _twice(source: Source) -> Iterator[Mistake]:
    scopes = source.resolver.outline.scopes
    aliases = _aliases(source)
    groups: dict[tuple[int, str], list[Definition]] = {}
    if source.amends:
        return  # an amendment shows a definition as it was and as it becomes
    for each in source.definitions:
        before = source.document.text[max(0, each.name_start - 60) : each.name_start]
        habit = _BY_HABIT.fullmatch(each.term) or plain(each.term) in aliases or _AS_NOUN.search(before)
        if each.quoted and each.term[0].isupper() and not (each.pointer or each.local or habit):
            groups.setdefault((scopes[each.passage], each.term), []).append(each)
    for group in groups.values():
        first = group[0]
        second = next(
            (each for each in group[1:] if _differs(first, each) and not _of_one_clause(source, first, each)), None
        )
        if second is not None:
            yield source.mistake(
                "term-twice",
                "medium",
                f"“{shown(first.term)}” is defined twice, and not in the same words.",
                (second.start, second.end),
                (first.start, first.end),
                advice="Keep one definition, and refer to it at the other place.",
            )


def _of_one_clause(source: Source, first: Definition, second: Definition) -> bool:
    """Whether a definition goes on in the clause that began it, for another case or another use of the word."""
    if first.text.startswith(f"{first.term}:") and second.text.startswith(f"{second.term}:"):
        return False  # two lines of one list
    number = source.passages[first.passage].number
    return number is not None and number == source.passages[second.passage].number


def _differs(first: Definition, second: Definition) -> bool:
    if _OTHER_USE.search(first.text) or _OTHER_USE.search(second.text):
        return False
    if first.passage == second.passage or in_capitals(first.text) or in_capitals(second.text):
        return False
    one, other = (re.sub(r"\W+", " ", each.text.lower()).strip() for each in (first, second))
    return one not in other and other not in one


def _spellings(source: Source) -> Iterator[Mistake]:
    text = source.document.text
    terms = {spelling_key(each.term): each for each in reversed(source.definitions) if each.term[0].isupper()}
    told: set[str] = set()
    names = {spelling_key(name) for party in source.parties for name in (party.name, *party.aliases)}
    words = list(_CAPITALISED.finditer(text))
    for index, word in enumerate(words):
        end = word.end()
        for count in range(_LONGEST):
            if count:
                if index + count >= len(words) or text[end : words[index + count].start()].strip():
                    break
                end = words[index + count].end()
            key = spelling_key(text[word.start() : end])
            term = terms.get(key)
            if term is None or key in told:
                continue
            written = text[word.start() : end]
            if _is_variant(written, term.term, text[end : end + 20]) and key not in names:
                told.add(key)
                yield source.mistake(
                    "term-spelling",
                    "low",
                    f"“{shown(written)}” stands here, and “{shown(term.term)}” is the term that is defined.",
                    (word.start(), end),
                    (term.name_start, term.name_end),
                    advice="Write the term as it is defined.",
                )


def _is_variant(written: str, term: str, after: str) -> bool:
    """Whether the words are another spelling, and not the term before a noun: "Third-Party software"."""
    if plain(written) == plain(term) or written.isupper() or re.search(r"[-\u2010]\s|\u00ad", written + term):
        return False
    before_noun = re.match(r"\s+[A-Za-z]", after) is not None and plain(written).replace("-", " ") == plain(term)
    return not (before_noun and not written.endswith("s"))
