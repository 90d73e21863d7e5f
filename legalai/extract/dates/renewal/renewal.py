"""Renewal: whether a contract goes on by itself, at somebody's option, or not at all, and for how long each time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from legalai.extract.clauses.pointers import pointed
from legalai.extract.dates.renewal.how_often import most_renewals
from legalai.extract.dates.term.continuation import find_continuation
from legalai.extract.dates.values.periods import FoundPeriod, find_periods
from legalai.extract.segmentation.entries import Entry, find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Period, Renewal, RenewalKind

RENEWS = re.compile(
    r"\b(?:renew(?:s|ed|al|als|able|ing)?|extend(?:s|ed)?|extension|prolong(?:ed)?|year[\s-]to[\s-]year|(?:month|quarter)[\s-]to[\s-](?:calendar\s+)?(?:month|quarter)|"
    r"continues?\s+(?:automatically|thereafter|for\s+(?:further|successive|additional)|from\s+(?:calendar\s+)?(?:year|month))|"
    r"followed\s+by\s+(?:\w+\s+){0,2}(?:periods|terms)|(?:new|further)\s+(?:term|period|year)s?|another\s+(?:term|period|year)|rollover|rolls?\s+over|evergreen|tacit\w*|successive)\b",
    re.IGNORECASE,
)
_AUTOMATIC = re.compile(
    r"\b(?:automatic\w*|tacit\w*|evergreen|deemed\s+(?:to\s+(?:be|have\s+been)\s+)?(?:renewed|extended)|year[\s-]to[\s-]year|month[\s-]to[\s-](?:calendar\s+)?month|"
    r"without\s+(?:notification|further\s+action|any\s+further)|(?:shall|will)\s+(?:be\s+|thereafter\s+|then\s+)*(?:renew(?:ed)?|extend(?:ed)?|prolong(?:ed)?|continue)\b|"
    # The present tense states what happens by itself: "it renews for a year", "is extended by a year at a time".
    r"(?<!may\s)(?<!not\s)\brenews\b|(?:is|are)\s+(?:then\s+|thereafter\s+|each\s+time\s+)?(?:renewed|extended|prolonged)\s+(?:by|for|once|at|each|from)\b|"
    r"(?:new|further|another)\s+(?:term|period|year)\b[^.;]{0,40}\b(?:begins|starts|follows|runs)\b|"
    r"(?:shall|will)\s+(?:then\s+|thereafter\s+|automatically\s+)?roll\s+over|(?<!may\s)\brolls\s+over|"
    r"continues\s+(?:for|from)\s+(?:\w+\s+){0,2}(?:further|successive|additional|another|year|month)|followed\s+by\s+(?:\w+\s+){0,2}(?:periods|terms))",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(
    r"\b(?:options?|right|entitled|elect\w*|request\w*|wish(?:es)?|desires?)\s+(?:\w+\s+){0,3}(?:to\s+|for\s+)?(?:\w+\s+){0,3}(?:renew|extend|extension|renewal|successor)\w*"
    r"|\b(?:may|can)\s+(?:also\s+|only\s+|\w+\s+)?(?:be\s+)?(?:further\s+)?(?:renew|extend|prolong)\w*|\brenewable\b|\bat\s+[\w’'\s]{1,30}\s+(?:sole\s+)?(?:option|election|discretion)\b"
    r"|\b(?:mutual(?:ly)?|written)\s+(?:written\s+)?(?:agree\w*|consent)|\bagree\s+(?:in\s+writing\s+)?to\s+(?:renew|extend)|\bnegotiat\w+"
    r"|\bonly\s+(?:by|with|through|upon|under|if)\b[^.;]{0,40}\b(?:agree(?:s|d|ment)?|signed|consent)\b"
    r"|\bif\s+(?:both|the)\s+parties\s+(?:so\s+)?agree\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:shall|will|does|may)\s+not\s+(?:be\s+)?(?:automatically\s+)?(?:be\s+)?(?:renew|extend)\w*|\bno\s+(?:automatic\s+|(?:right|option)\s+(?:of|to)\s+)?(?:renewal|extension|renew|extend)\b|\bnon-?renewable\b",
    re.IGNORECASE,
)
# Who elects not to renew, or does not wish to, has no option to renew.
_STOPPED = re.compile(
    r"\b(?:elect\w*|wish\w*|desire\w*|intend\w*|decid\w*|decision|election|intention|right)\s+not\s+to\s+(?:renew|extend)\w*"
    r"|\b(?:not|no\s+longer|neither)\s+(?:elect\w*|wish\w*|desir\w*|intend\w*|want\w*|choose\w*|chosen|decid\w*|agree\w*|request\w*)\s"
    r"(?:[\w’']+\s+){0,8}?(?:renew|exten[ds]|prolong|continu)\w*",
    re.IGNORECASE,
)
# What would stop a renewal is no option to renew: "renews for a year unless Customer, at its option, gives notice".
_WAY_OUT = re.compile(
    r"(?<=[\w,)]\s)(?:unless|except\s+(?:where|if|when)|save\s+(?:where|if))\b"
    r"(?!\s+(?:otherwise\s+)?(?:agreed|sooner|earlier|previously)[^,.;]{0,60},)[^.;]*",
    re.IGNORECASE,
)
# "renews yearly unless notice is given no sooner than 120 days": a period of the notice, if no "for" leads to it.
_IN_WAY_OUT = re.compile(
    r"\w,?\s+(?:unless|except|save)\b(?![^.;]*\b(?:for|by)\s+(?:\w+\s+){0,4}$)[^.;]*$",
    re.IGNORECASE,
)
_UNLESS = re.compile(r"\b(?:unless|until|except|notice|automatic\w*)\b", re.IGNORECASE)
_SUCCESSIVE = re.compile(
    r"\b(?:at\s+a\s+time|each\s+time|and\s+so\s+on|further\s+years|each\s+later|every\s+later|(?:term|period|year)\s+(?:then\s+)?(?:running|in\s+(?:effect|progress))|current\s+(?:term|period|year)|"
    r"whichever\s+term|successive(?:ly)?|succes\w{2,5}|consecutive|subsequent|each\s+(?:successive|subsequent|additional|renewal)|any\s+(?:subsequent\s+)?renewal|year[\s-]to[\s-]year|month[\s-]to[\s-](?:calendar\s+)?month|quarter[\s-]to[\s-]quarter|"
    r"(?:each|every)\s+(?:year|month|quarter|half[\s-]year)|biennially|half[\s-]yearly|successive\s+quarters|annually\s+thereafter|from\s+time\s+to\s+time|thereafter\s+for\s+(?:additional|further)|(?:additional|further|renewal)\s+(?:[\w()-]+\s+){0,4}(?:periods|terms)|"
    # "for one-year terms", not "for two one-year terms", which counts them.
    r"for\s+(?:(?:(?:twenty|thirty|forty)[\s-])?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)|\d{1,3})"
    r"[\s-]*(?:\(\d{1,3}\)[\s-]*)?(?:year|month|week)s?[\s-]+(?:renewal\s+)?(?:periods|terms)|"
    r"for\s+(?:periods|terms\s+of)|then[\s-]current|applicable\s+renewal\s+term"
    r"|(?:renew|extend|prolong)\w*\s+(?:[\w()-]+\s+){0,6}?(?:on|at|upon)\s+(?:each|every)\s+(?:\w+\s+)?anniversary)\b",
    re.IGNORECASE,
)
_YEARLY = re.compile(
    r"\b(?:year\s+by\s+year|(?:an|another|one)\s+(?:additional|further|more)\s+year|another\s+year|(?:further|new|a\s+(?:calendar|fiscal|contract))\s+years?|year[\s-]to[\s-]year|(?:annual|yearly)\s+(?:periods?|terms?|basis|renewals?|extensions?)|(?:renew|extend|prolong)\w*\s+(?:\w+\s+)?(?:annually|yearly|every\s+year|each\s+year)|(?:annually|yearly)\s+thereafter|successive\s+years?|annually|every\s+year)\b",
    re.IGNORECASE,
)
# "with automatic annual renewals".
_HOW_LONG = re.compile(r"\b(?:annual|yearly|monthly|quarterly|half[\s-]yearly|biennial)\s+$", re.IGNORECASE)
_A_YEAR = re.compile(
    r"\b(?<!quarter )(?<!half )(?:by|for|of)\s+(?:a|one)\s+(?:calendar\s+|fiscal\s+|contract\s+|full\s+)?year\b",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    r"\b(?:month[\s-]to[\s-](?:calendar\s+)?month|monthly\s+(?:periods?|terms?|renewals?|extensions?)|(?:an|another|one)\s+(?:additional|further|more)\s+month|monthly\s+basis|successive\s+months?)\b",
    re.IGNORECASE,
)
# What comes round: "from quarter to quarter", "each half-year", "biennially".
_ROUND: tuple[tuple[re.Pattern[str], Period], ...] = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), Period(amount=amount, unit="month"))
    for amount, words in (
        (
            3,
            r"quarter[\s-]to[\s-]quarter|quarter(?:ly)?\s+(?:periods?|terms?|renewals?|extensions?)|quarterly\s+basis"
            r"|(?:successive|consecutive|further|additional)\s+quarters?",
        ),
        (
            6,
            r"half[\s-]year[\s-]to[\s-]half[\s-]year|half[\s-]yearly"
            r"|(?:each|every|successive|further)\s+half[\s-]years?",
        ),
        (24, r"biennially|biennial\s+(?:periods?|terms?)|every\s+two\s+years"),
    )
)
_SAME_LENGTH = re.compile(
    r"\b(?:periods?|terms?)\s+(?:of\s+|for\s+)?(?:the\s+|an?\s+)?(?:same|like|equal|identical)\s+(?:in\s+)?(?:duration|length|period|term)\b"
    r"|\b(?:periods?|terms?)\s+equal\s+(?:in\s+(?:duration|length)\s+)?to\s+(?:the\s+)?(?:(?:length|duration)\s+of\s+)?(?:the\s+)?(?:initial|original|first)\s+(?:term|period)\b"
    r"|\b(?:for|of)\s+(?:(?:the|an?)\s+)?(?:(?:further|successive|additional)\s+)?(?:same|like|equal|identical)\s+(?:periods?|terms?)\b"
    r"(?!\s+and\s+conditions)",
    re.IGNORECASE,
)
_IS_NOTICE = re.compile(
    r"^(?:['’]s?)?\s{0,4}(?:\(\w+\)\s{0,3})?(?:prior|advance|advanced|written|notice|notification|before|in\s+advance|of\s+(?:the\s+)?(?:end|expir\w+|notice)|from\s+(?:receipt|notice))",
    re.IGNORECASE,
)
_LEADS_TO_NOTICE = re.compile(
    r"\b(?:at\s+least|not\s+less\s+than|no\s+less\s+than|not\s+later\s+than|no\s+later\s+than|minimum\s+of|upon|within(?:\s+a\s+period\s+of)?|not\s+fewer\s+than|giving|not\s+more\s+than)\s+(?:a\s+)?$",
    re.IGNORECASE,
)
_LEADS_TO_RENEWAL = re.compile(
    r"\b(?:renew\w*|extend\w*|extension\w*|prolong\w*|automatic(?:ally)?,?\s+for|new|additional|successive|consecutive|further|another|subsequent|thereafter|successor|continue|every)\b[^.;]{0,130}$",
    re.IGNORECASE,
)
_ANOTHER_MATTER = re.compile(
    r"\b(?:delivery\s+date|force\s+majeure|payment|credit|insur\w+|cure\s+period|patent|copyright|warranty|time\s+for\s+performance|trademark\s+registration)\b",
    re.IGNORECASE,
)
# What leads from the first renewal to the ones after it: "once for three years and thereafter for".
_LATER = re.compile(
    r"\b(?:thereafter|then|afterwards?|after\s+(?:that|which|it)|at\s+the\s+end\s+of\s+(?:that|each)|followed\s+by|subsequent(?:ly)?|from\s+then\s+on|"
    r"(?:each|every|any|all)\s+(?:later|further|subsequent|following|other|additional|successive|renewal))\b",
    re.IGNORECASE,
)
_FIRST_RENEWAL = re.compile(
    r"\b(?:renew\w*|exten(?:d|sion)\w*|prolong\w*|additional|further|second|another|once)\b(?![^.;]*\binitial\b)[^.;]{0,50}$",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*(?:no|none|not?\s+applicable|n/a|off|disabled)\b", re.IGNORECASE)
_YES = re.compile(r"\W*(?:(?:yes|on|enabled|automatic)\b\W*(?:for\s+|of\s+)?)?", re.IGNORECASE)
_NON_RENEWAL = re.compile(r"\bnon-?\s?renewal\b|\bagainst\s+renewal\b|\bopt-?\s?out\b", re.IGNORECASE)
_FAR = 140
# The clause on renewal follows the one on the term, or the next.
_NEAR = 3
_PLAINLY = re.compile(r"\bautomatic\w*\s+(?:be\s+)?(?:renew|extend)|\brenews\s+automatic", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^\W{0,3}(?:[\w.]{1,5}[.)]\s+)?it\b|"
    r"\b(?:agreement|contract|term|terms|lease|period|licen[sc]e|franchise|services|membership|subscription|engagement|hire|appointment"
    r"|order(?:\s+form)?|statement\s+of\s+work|SOW|your\s+(?:plan|policy|cover|tenancy))\b",
    re.IGNORECASE,
)


def find_renewal(passages: Sequence[Passage], clauses: Sequence[Clause], term_passages: Sequence[Passage]) -> Renewal:
    """What happens at the end of the term: from the passages that clauses point to, else from those about the term.

    What they leave out, a cover page may have beside "Renewal Term".
    """
    found = _from_passages(passages, clauses, term_passages)
    if found.kind == "unknown" and (open_ended := find_continuation(passages, term_passages)):
        found = open_ended
    for entry in find_entries(passages, "renewal"):
        for value in entry.values:
            kind, term = _labelled_kind(entry, value, passages), _labelled_period(value.text)
            if found.start is None and (kind != "unknown" or term):
                return replace(read_renewal(value), kind=kind, term=term)
            if found.kind == "automatic" and found.term is None and term:
                return replace(found, term=term)
    return found


def lasting_as_before(renewal: Renewal, initial: Period | None) -> Renewal:
    """The renewal with the length of the initial term, where the text says that it is the same."""
    if renewal.term or initial is None or not _SAME_LENGTH.search(renewal.text or ""):
        return renewal
    return replace(renewal, term=initial.bare())


def _labelled_kind(entry: Entry, value: Passage, passages: Sequence[Passage]) -> RenewalKind:
    """What a form says of the renewal, by its words, else by the label: "Auto-renewal: yes", "Non-renewal notice"."""
    kind = _kind(value.text)
    if kind != "unknown":
        return kind
    if _NO.match(value.text):
        return "none"
    if re.match(r"auto", entry.label, re.IGNORECASE):
        return "automatic"
    against = any(_NON_RENEWAL.search(each.label) for each in find_entries(passages, "notice"))
    return "automatic" if against and _labelled_period(value.text) else "unknown"


def _labelled_period(text: str) -> Period | None:
    """The length a form gives for a renewal, which may be all it says ("12 months", "yes, 12 months")."""
    if term := renewal_period(text):
        return term
    first = next(iter(find_periods(text)), None)
    return first.period and first.readings[0] if first and _YES.fullmatch(text[: first.start]) else None


def _from_passages(passages: Sequence[Passage], clauses: Sequence[Clause], term_passages: Sequence[Passage]) -> Renewal:
    shown = pointed(passages, clauses, "Renewal Term")
    unknown: list[Renewal] = []
    for candidates in (shown, _renewing(passages, term_passages)):
        read = [read_renewal(p) for p in candidates]
        known = [r for r in read if r.kind != "unknown"]
        if known:
            return _with_later(min(known, key=lambda r: (r.term is None, r.kind != "automatic")), passages)
        unknown += read
        if any(r.term for r in read):
            break
    return unknown[0] if unknown else Renewal(kind="unknown")


def _with_later(first: Renewal, passages: Sequence[Passage]) -> Renewal:
    """The renewal with the length of those after the first, where a passage close behind gives them another."""
    if first.kind != "automatic" or first.term is None or first.successive or first.later is not None:
        return first
    at = next((i for i, p in enumerate(passages) if p.start == first.start), None)
    for passage in passages[at + 1 : at + 1 + _NEAR] if at is not None else ():
        later = read_renewal(passage)
        if later.kind == "automatic" and later.term and later.term != first.term and _LATER.search(passage.text):
            return replace(first, later=later.term)
    return first


def read_renewal(passage: Passage) -> Renewal:
    """The renewal one passage provides for."""
    text = passage.text
    kind = _kind(text)
    term, later = first_and_later(text) or (renewal_period(text), None)
    most = None if later else most_renewals(text)
    return Renewal(
        kind=kind,
        term=term,
        later=later,
        successive=bool(_SUCCESSIVE.search(text) or _YEARLY.search(text))
        and kind != "none"
        and later is None
        and most != 1,
        most=most,
        text=text,
        start=passage.start,
        end=passage.end,
    )


def renewal_period(text: str) -> Period | None:
    """The length of one renewal; None where the text gives none, or contradicts itself."""
    said = RENEWS.search(text)
    start = said.start() - _led_by(text[: said.start()]) if said else 0
    candidates = [p for p in find_periods(text) if not is_notice(text, p)]
    renewals = [
        p
        for p in candidates
        if p.start >= start
        and _LEADS_TO_RENEWAL.search(text[max(p.start - 160, 0) : p.start])
        and not _IN_WAY_OUT.search(text[start : p.start])
    ]
    for found in (
        *renewals,
        *(p for p in candidates if p.start < start and re.match(r"[\s)]*(?:renewal|extension)", text[p.end :])),
    ):
        return found.period and found.readings[0]
    for words, length in _ROUND:
        if words.search(text, start):
            return length
    if _YEARLY.search(text, start) or _A_YEAR.search(text, start):
        return Period(amount=1, unit="year")
    if _MONTHLY.search(text):
        return Period(amount=1, unit="month")
    return None


def _led_by(before: str) -> int:
    """How many characters the word has that says of the renewals behind it how long they are."""
    led = _HOW_LONG.search(before)
    return len(led[0]) if led else 0


def first_and_later(text: str) -> tuple[Period, Period] | None:
    """The lengths of the first renewal and of each later one, where the text gives them different ones."""
    said = RENEWS.search(text)
    if said is None:
        return None
    near = [
        p for p in find_periods(text) if p.period and not is_notice(text, p) and p.end > said.start() and p.readings
    ]
    for one, other in pairwise(near):
        between, before = text[one.end : other.start], text[max(one.start - 60, 0) : one.start]
        if (
            len(between) < _FAR
            and _LATER.search(between)
            and _FIRST_RENEWAL.search(before)
            and one.readings[0] != other.readings[0]
        ):
            return one.readings[0], other.readings[0]
    return None


def is_notice(text: str, found: FoundPeriod) -> bool:
    """Whether a period is one of notice. Offsets of `found` are those of `text`."""
    before = text[max(found.start - 40, 0) : found.start]
    return bool(_IS_NOTICE.match(text[found.end : found.end + 80]) or _LEADS_TO_NOTICE.search(before))


def _kind(text: str) -> RenewalKind:
    automatic = _AUTOMATIC.search(_NONE.sub(" ", text))
    optional = _OPTIONAL.search(_WAY_OUT.sub(" ", _STOPPED.sub(" ", text)))
    none = _NONE.search(text)
    # "renewed ... unless Owner gives notice that it will not renew": what a notice says, not what the contract does.
    if none and not (automatic and _UNLESS.search(text, 0, none.start())):
        return "none"
    if automatic and (automatic[0].lower().startswith(("automatic", "tacit", "evergreen")) or not optional):
        return "automatic"
    return "optional" if optional else "unknown"


def _renews_for_a_time(passage: Passage) -> bool:
    return _kind(passage.text) != "unknown" and renewal_period(passage.text) is not None


def _renewing(passages: Sequence[Passage], term_passages: Sequence[Passage]) -> list[Passage]:
    """Passages on renewal that stand with the term, or speak of the contract itself."""
    near = {p.block + step for p in term_passages for step in range(_NEAR)}
    found = [
        p
        for p in passages
        if RENEWS.search(p.text)
        and (_SUBJECT.search(p.text) or _NONE.search(p.text))
        and not p.is_heading
        and not _ANOTHER_MATTER.search(p.text)
    ]
    close = [p for p in found if p.block in near and (_kind(p.text) == "none" or _renews_for_a_time(p))]
    strong = [
        p
        for p in found
        if re.search(r"\bautomatic\w*\s+(?:be\s+)?(?:renew|extend)|\brenews\s+automatic", p.text, re.IGNORECASE)
    ]
    return close or [p for p in strong if renewal_period(p.text)] or strong
