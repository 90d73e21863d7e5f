"""How places, periods, dates and numbers are put into words, the same in every format."""

from collections.abc import Iterable, Sequence

from legalai.schema import (
    AmendedContract,
    Authority,
    Citation,
    Finding,
    GoverningLaw,
    KeyDate,
    KeyDates,
    NoticeTerms,
    Party,
    Period,
    Qualification,
    Renewal,
    Review,
)

EDITS = {"replace": "Proposed instead of the cited clause", "insert_after": "Proposed to follow the cited clause"}
QUALIFICATIONS = {
    "exception": "Exception",
    "condition": "Condition",
    "subordinate": "Yields to",
    "override": "Prevails over",
    "preservation": "Leaves untouched",
    "limit": "Limit",
}
_ENDINGS = {
    "expired": "its last term has run out, and no renewal follows",
    "terminated": "the text says that it was ended",
    "superseded": "the text says that another contract took its place",
}
_RUNS_OUT = "its last term runs until then, and no renewal follows"
_FAVOURS = {"us": "favours us", "them": "favours the other side", "both": "concerns both sides"}

_POINTER_CHARACTERS = 40
# How a clause is marked whose score has not proved reliable, and a finding outside of a clause of its kind.
TO_CHECK = "to be checked"


def place(citation: Citation) -> str:
    """Where a reader finds a citation whose words stand beside it: "7.2(b), p. 4", else the character it begins at."""
    return numbered(citation) or f"from character {citation.start}"


def pointer(citation: Citation) -> str:
    """Where a reader finds a citation whose words are not shown: its first words where it has no number and no page."""
    text = " ".join(citation.text.split())
    first = text if len(text) <= _POINTER_CHARACTERS else f"{text[:_POINTER_CHARACTERS].rsplit(' ', 1)[0]} …"
    return numbered(citation) or f"“{first}”"


def pointers(citations: Iterable[Citation]) -> str:
    """Where a reader finds citations, each place once."""
    return "; ".join(dict.fromkeys(pointer(citation) for citation in citations))


def numbered(citation: Citation) -> str:
    """The clause and page of a citation, as far as it has them."""
    return ", ".join(filter(None, (citation.number, f"p. {citation.page}" if citation.page else None)))


def about(finding: Finding) -> str:
    """Whom a finding favours, and whether a person has to check it first."""
    return _FAVOURS[finding.favours] + (f"; {TO_CHECK}" if finding.to_check else "")


def support(finding: Finding) -> str:
    """What the quotes of a finding are: of a clause that was not found only the nearest words."""
    return "Nearest" if finding.id.startswith("missing-") else "Contract"


def qualification(value: Qualification) -> str:
    """How a text qualifies a clause, and by which words: "Exception (“except as set forth in”, Section 9.3)"."""
    via = f", {' '.join(value.via.text.split())}" if value.via else ""
    return f"{QUALIFICATIONS[value.kind]} (“{value.cue}”{via})"


def period(value: Period | None) -> str | None:
    """A period as one says it: "30 business days"."""
    return None if value is None else value.in_words


def key_date(value: KeyDate) -> str:
    """A key date with how it is known; a date that is not there says so."""
    if value.value is None:
        return value.status if value.reason is None else f"{value.status}: {value.reason}"
    return f"{value.value} ({value.status})"


def party(value: Party) -> str:
    """A party by its name, with its role, what kind of entity it is and where it is organised, as far as is said."""
    said = "; ".join(each for each in (value.role, ", ".join(filter(None, (value.entity, value.place)))) if each)
    return f"{value.name} ({said})" if said else value.name


def renewal(value: Renewal) -> str:
    """What happens at the end of the term."""
    term = period(value.term)
    each = "successive terms of" if value.successive else "a term of"
    later = f", then of {period(value.later)}" if value.later else ""
    return f"{value.kind}, {each} {term}{later}" if term else value.kind


def notice_terms(notice: NoticeTerms) -> tuple[tuple[str, str], ...]:
    """How, where and by which hour a notice is given, and what is none, as far as the contract says."""
    rows = (
        ("Form of notice", notice.form),
        ("Not notice", notice.not_by),
        ("Notice to", notice.address),
        ("Copy to", notice.copy_to),
        ("Hour", notice.hour),
    )
    return tuple((what, said) for what, said in rows if said)


def how_notice_is_given(dates: KeyDates) -> tuple[tuple[str, str], ...]:
    """The same of the notice that the key dates have the last day of."""
    due = next((each for each in dates.clocks if each.notice_by and each.notice_by == dates.notice_deadline), None)
    return notice_terms(due.notice) if due else ()


def last_day(dates: KeyDates) -> str | None:
    """The last day for notice, and whose it is where each party's notice is its own."""
    if dates.notice_deadline is None:
        return None
    return f"{dates.notice_deadline}{f' (the notice of {dates.notice_of})' if dates.notice_of else ''}"


def amends(found: AmendedContract | None) -> str | None:
    """The contract that an amendment changes, and the end that it gives the term."""
    if found is None:
        return None
    end = found.term_end.value if found.term_end else None
    return found.name + (f" of {found.dated}" if found.dated else "") + (f": its term ends on {end}" if end else "")


def ending(dates: KeyDates) -> str | None:
    """That the contract is over, or on which day it will be, and why; None of one that is not known to end."""
    found = dates.ending
    if found is None:
        return None
    past = found.is_past(dates.as_of)
    ends = "over" if found.on is None else f"{'ended' if past else 'ends'} on {found.on}"
    return f"{ends}: {_ENDINGS[found.why] if past or found.why != 'expired' else _RUNS_OUT}"


def governing_law(value: GoverningLaw | None) -> str:
    """The law chosen, by name."""
    return value.name if value else "not found"


def authority(value: Authority) -> str:
    """A citation of law, with the day it is known to be right."""
    checked = f"checked {value.checked_on}" if value.checked_on else "not checked"
    return f"{value.cite} (as of {value.as_of}, {checked})"


def facts(review: Review) -> tuple[tuple[str, str], ...]:
    """The few things a reader wants to see first: (what, words)."""
    contract, dates = review.contract, review.contract.key_dates
    rows: Sequence[tuple[str, str | None]] = (
        ("Contract", contract.title or contract.contract_type),
        ("File", contract.document.name),
        ("Amends", amends(contract.amends)),
        ("Parties", "; ".join(party(each) for each in contract.parties) or "not found"),
        ("Reviewed for", review.acting_for or "nobody: both sides are described, no negotiation points are given"),
        ("Signed", contract.execution.status),
        ("Governing law", governing_law(contract.governing_law)),
        ("Forum", contract.forum.name if contract.forum else "not found"),
        ("Law applied", f"{review.jurisdiction.id}: {review.jurisdiction.why}"),
        ("Agreement date", key_date(dates.agreement_date)),
        ("Effective date", key_date(dates.effective_date)),
        ("Expiration date", key_date(dates.expiration_date)),
        ("Initial term", period(dates.initial_term)),
        ("Renewal", renewal(dates.renewal)),
        ("Notice period", period(dates.notice_period)),
        ("Ended", ending(dates)),
        ("Current term ends", None if dates.ending else _day(dates.current_term_end)),
        ("Notice window opens", _day(dates.window_opens)),
        ("Last day for notice", last_day(dates)),
        ("Send notice by", _day(dates.send_by)),
        *how_notice_is_given(dates),
        ("As of", str(dates.as_of)),
    )
    return tuple((what, words) for what, words in rows if words)


def _day(value: object | None) -> str | None:
    return str(value) if value else None


def miss_rate(value: float | None) -> str:
    """How often the model overlooks a clause type, in words."""
    return "miss rate unknown" if value is None else f"overlooked {value:.0%} of the time"
