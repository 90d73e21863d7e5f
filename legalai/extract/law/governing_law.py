"""The law a contract chooses."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from legalai.extract.clauses.pointers import pointed
from legalai.extract.law.legal_systems import NamedPlace, innermost, laws, places, system_name
from legalai.extract.law.short_choice import chosen_law, short_choices
from legalai.extract.segmentation.blanks import find_blank
from legalai.extract.segmentation.entries import find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, GoverningLaw, Issue, Quote

LEFT_BLANK = "left blank"

_LAW = re.compile(r"\b(?:laws?|legislation|statutes)\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\b(?:governed|construed|interpreted|interpretation|enforced|determined|subject)\b[^.;]{0,250}?\b(?:laws?|legislation)\b"
    r"|\b(?:governing|applicable|proper|choice\s+of)\s+laws?\s?(?::|shall|will|is)"
    r"|\b(?:laws?|legislation)\b[^.;]{0,200}?\b(?:shall|will|to)\s+(?:govern|apply|control)|\blaws?\b[^.;]{0,160}\bgoverns?\b"
    # "New South Wales law applies." as a sentence of its own, or as what the parties agree, and not as a condition.
    r"|(?:^[\W\d]{0,12}(?:(?:governing\s+)?law\s*[:.–-]\s*)?|\b(?:agree|accept)s?\s+that\s+)"
    r"(?!(?:if|where|when|unless|should|mandatory|provided|to|in|no)\b)(?:[a-z]+\s+){1,4}laws?\s+"
    r"(?:applies|(?:is|are)\s+(?:valid|applicable|agreed|to\s+apply))\b"
    r"|^[\W\d]{0,12}the\s+law\s+is\s+(?:that\s+of\b|the\s+law\b)"
    # "Everything here is read under the law of Ireland."
    r"|^[\W\d]{0,12}(?:this\s+\w+|everything\s+here|(?:any|all|every)\s+(?:dispute|claim)s?)\s+(?:is|are|(?:shall|will|must)\s+be)\s+"
    r"(?:\w+\s+){0,2}(?:read|decided|judged|settled|resolved|understood)\s+(?:\w+\s+){0,3}(?:under|by|according\s+to|in\s+line\s+with)\b[^.;]{0,60}?\blaws?\b",
    re.IGNORECASE,
)
_OF_THE_CONTRACT = re.compile(
    r"\b(?:this|the|these)\s+(?:\w+\s+){0,3}(?:agreement|contract|amendment|lease|licen[sc]e|letter|terms|warrant|note|jsma|plan)\b"
    r"|\bhereof|hereunder|hereto\b",
    re.IGNORECASE,
)
# What follows is about other rules: conflict of laws, exceptions, or the court.
_TAIL = re.compile(
    r"\b(?:without\s+(?:regard|giving|reference|application|recourse|respect|effect|consideration)|regardless\s+of|"
    r"irrespective|notwithstanding\s+(?:any|the|its)|excluding|exclusive\s+of|except\s+(?:that|for|to|as)|other\s+than|"
    r"conflicts?\s+of\s+laws?|conflicts?[\s-]of[\s-]laws?|choice\s+of\s+laws?\s+(?:rule|principle|provision)|"
    r"(?:shall|will|does|do)\s+not\s+(?:be\s+(?:govern|appl|subject)|apply)|as\s+(?:such\s+laws\s+are\s+)?applied\s+to|as\s+applicable\s+to\s+(?:contracts|agreements)|"
    r"applicable\s+to\s+(?:contracts|agreements)|United\s+Nations|"
    r"(?:and|,|;)\s+(?:the\s+parties|each\s+party|each\s+of\s+the|both\s+parties|any\s+(?:action|dispute|litigation|suit|claim|legal)|all\s+disputes|venue|jurisdiction|the\s+(?:state\s+and|federal|courts)))",
    re.IGNORECASE,
)
# What may stand between "laws" and the name of the place they are of.
_FILLER = re.compile(
    r"(?:[\s,()\"“”-]|\b(?:of|in|the|and|or|both|either|as|to|for|force|effect|applicable|therein|there|internal|substantive|domestic|federal|"
    r"local|national|provincial|decisions|regulations|rules|statutes|laws?|legislation|states?|siate|commonwealth|provinces?|republic|federal|kingdom|country|countries|canton|"
    r"territory|territories|special|administrative|region|federation|district|emirate|sovereign|nation|respectively|by|enacted|"
    r"existing|from|time|is|that)\b){0,60}",
    re.IGNORECASE,
)
_THEREOF = re.compile(r"\blaws?\s+(?:thereof|of\s+(?:such|said|that|the\s+(?:aforesaid|above))\s+\w+)", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\blaws?\s+(?:in\s+force\s+in\s+|of\s+)(?:the\s+)?(?:(?:State|Kingdom|Republic|Commonwealth|Province|Canton|Emirate)\s+of\s+)?"
    r"(?P<name>(?!(?:Governing|Applicable|Such|State|Law|Jurisdiction)\b)[A-Z][\w'’.-]{2,30}(?:\s[A-Z][\w'’.-]{2,30}){0,3})"
)
_DIRECTLY = re.compile(r"(?:\s+(?:State|Federal))?\s+laws?\b", re.IGNORECASE)
_HEADING = re.compile(r"\b(?:governing|applicable|choice\s+of|proper|controlling)\s+laws?\b|^\W*law\W*$", re.IGNORECASE)
_OTHER_MATTER = re.compile(
    r"\b(?:internal\s+affairs|organi[sz]ed\s+(?:and\s+existing\s+)?under|incorporated\s+under|duly\s+organi[sz]ed|corporation\s+existing|"
    r"insurance\s+laws|securities\s+laws|tax\s+laws|bankruptcy|export|interest\s+at|as\s+required\s+by|means\b)",
    re.IGNORECASE,
)
_MAX_VALUE = 120


def find_governing_law(passages: Sequence[Passage], clauses: Sequence[Clause]) -> GoverningLaw | None:
    """The law chosen, from the passages that governing-law clauses point to, else from those that choose a law.

    Failing these, what a cover page has beside "Governing Law", or a clause of a few words, be it a blank. `value` is
    None where several laws share the contract (`name` lists them) or the name is not in the table.
    """
    shown = pointed(passages, clauses, "Governing Law")
    for candidates in (shown, _choosing(passages)):
        read = [(passage, law) for passage in candidates if (law := _read(passage))]
        if read:
            return _join(read)
    entries = find_entries(passages, "law")
    read = [(value, law) for entry in entries for value in entry.values if (law := _read_value(value))]
    if read:
        return _join(read[:1])
    blanks = [(entry.blank, entry.values[0]) for entry in entries]
    blanks += [(_blank(choice.said), choice.said) for choice in short_choices(passages) if choice.law]
    return _told_shortly(passages) or _left_blank(blanks)


def governing_law_issues(law: GoverningLaw | None) -> tuple[Issue, ...]:
    """What the user should know of the law found: that there is none, several, or one without a known id."""
    if law is None:
        return (Issue(code="governing-law-silent", severity="info", message="The contract names no governing law."),)
    if law.value is not None:
        return ()
    if law.status == "blank":
        message = "The place for the governing law was left blank."
        return (Issue(code="governing-law-blank", severity="warning", message=message, page=law.page),)
    if ";" in law.name:
        return (
            Issue(
                code="governing-law-split",
                severity="warning",
                message="The contract names several governing laws; none was chosen for it.",
                page=law.page,
            ),
        )
    return (
        Issue(
            code="governing-law-unknown",
            severity="warning",
            message="The law named in the governing-law clause is not in our table.",
            page=law.page,
        ),
    )


def _choosing(passages: Sequence[Passage]) -> list[Passage]:
    """The passages that most look like a choice of law: they choose one, for the contract, under its heading."""
    scored = [(_looks(p), p) for p in passages if not p.is_heading and _LAW.search(p.text)]
    best = max((score for score, _ in scored), default=0)
    return [p for score, p in scored if score == best] if best > 1 else []


def _looks(passage: Passage) -> int:
    chooses = bool(_CHOICE.search(passage.text))
    if not chooses or not _read(passage):
        return 0
    headed = bool(_HEADING.search(passage.heading or "") or _HEADING.search(passage.text[:60]))
    of_the_contract = bool(_OF_THE_CONTRACT.search(passage.text))
    return (
        2 * chooses
        + 2 * headed
        + 2 * of_the_contract
        + (passage.part == "body")
        - 3 * bool(_OTHER_MATTER.search(passage.text))
    )


def _read(passage: Passage) -> tuple[str, ...]:
    """The ids a passage chooses; an unknown name in angle brackets stands for a law without an id."""
    first_law = _LAW.search(passage.text)
    if first_law is None:
        return ()
    text = passage.text[: _tail(passage.text, first_law.end())]
    named = sorted((*places(text), *laws(text)), key=lambda place: place.start)
    if systems := innermost(_chosen(text, named)):
        return systems
    if _THEREOF.search(text) and named:
        return (named[-1].id,)
    unnamed = _UNNAMED.search(text)
    return (f"<{unnamed['name'].rstrip('.')}>",) if unnamed else ()


def _read_value(value: Passage) -> tuple[str, ...]:
    """The law that a form names, where a place alone will do ("Delaware")."""
    if find_blank(value.text) or len(value.text) > _MAX_VALUE:
        return ()
    return _read(value) or innermost(place.id for place in places(value.text))


def _told_shortly(passages: Sequence[Passage]) -> GoverningLaw | None:
    """The law of a clause that only names a place under its heading ("4. Law. Connecticut.")."""
    read = ((choice, chosen_law(choice)) for choice in short_choices(passages))
    return next((_join([(choice.passage, systems)]) for choice, systems in read if systems), None)


def _blank(passage: Passage) -> Quote | None:
    span = find_blank(passage.text)
    if span is None:
        return None
    return Quote(text=passage.text[slice(*span)], start=passage.start + span[0], end=passage.start + span[1])


def _left_blank(blanks: Sequence[tuple[Quote | None, Passage]]) -> GoverningLaw | None:
    for blank, passage in blanks:
        if blank:
            return GoverningLaw(
                value=None,
                name=LEFT_BLANK,
                status="blank",
                text=blank.text,
                start=blank.start,
                end=blank.end,
                page=passage.page,
                number=passage.number,
            )
    return None


def _tail(text: str, law_end: int) -> int:
    """Where the choice of law ends and what qualifies it begins."""
    for match in _TAIL.finditer(text, law_end):
        if (
            laws(text[: match.start()])
            or places(text[law_end : match.start()])
            or _UNNAMED.search(text, 0, match.start())
        ):
            return match.start()
    return len(text)


def _chosen(text: str, named: Sequence[NamedPlace]) -> Iterator[str]:
    """The places whose law is meant: directly before the word law, or after it with nothing but fillers between."""
    reach = -1
    law_ends = [m.end() for m in _LAW.finditer(text)]
    for place in named:
        before = bisect_right(law_ends, place.start)
        law = law_ends[before - 1] if before else None
        if _DIRECTLY.match(text, place.end):
            yield place.id
            reach = place.end
        elif law is not None:
            gap_end = _FILLER.match(text, max(law, reach))
            if gap_end is not None and gap_end.end() >= place.start:
                yield place.id
                reach = place.end


def _join(read: list[tuple[Passage, tuple[str, ...]]]) -> GoverningLaw:
    """The first passage decides, and one that names another law in the same clause makes a split."""
    passage, systems = read[0]
    same_clause = [
        s for p, found in read[1:] if p.block == passage.block or p.number == passage.number is not None for s in found
    ]
    every = innermost((*systems, *same_clause))
    names = "; ".join(s.strip("<>") if s.startswith("<") else system_name(s) for s in every)
    value = every[0] if len(every) == 1 and not every[0].startswith("<") else None
    return GoverningLaw(
        value=value,
        name=names,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        page=passage.page,
        number=passage.number,
    )
