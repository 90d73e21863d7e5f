"""A contract's facts as words with marks: what the templates of a pack speak of."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from legalai.advise.acting_for import called
from legalai.advise.measures import figure, money, periods, stated
from legalai.advise.phrases import mentions
from legalai.advise.reading import Reading
from legalai.drafting.contexts import (
    ClauseFact,
    ClauseFacts,
    LawFacts,
    MissingFact,
    PartyFact,
    Said,
    SummaryContext,
    TermFacts,
)
from legalai.drafting.sources import Sources
from legalai.extract.parts.schedule_numbers import clause_words
from legalai.ingest.machine_address import for_a_model
from legalai.jurisdictions import BASE, Jurisdiction
from legalai.schema import Amount, Citation, Ending, KeyDate, KeyDates, Obligation, ObligationDeadline, Quote

QUOTE_CHARACTERS = 220
INDEMNITY = ("indemnify", "indemnifies", "hold harmless")
PERSONAL_DATA = (
    "personal data",
    "personal information",
    "personally identifiable information",
    "protected health information",
    "data protection",
    "customer data",
    "user data",
)
INCIDENT = (
    "security incident*",
    "security breach*",
    "breach of security",
    "data breach*",
    "personal data breach*",
    "data incident*",
    "unauthorized access",
    "unauthorised access",
)
DAMAGES = (
    "consequential",
    "indirect damages",
    "indirect loss*",
    "lost profits",
    "loss of profit*",
    "special damages",
    "special loss*",
)
LIABILITY = ("liable", "liability", "liabilities", "damages")
LIMITS = ("exceed*", "limited to", "maximum", "in excess of", "not be greater")
_CALLS_ITSELF = re.compile(
    r"\b[Tt]his\s(?:[A-Z][a-z]{2,20}\s){0,3}(?:Agreement|Contract|Lease|Licen[cs]e|Deed|Addendum|Amendment|Undertaking"
    r"|Guarant(?:ee|y)|Statement\sof\sWork|Task\sOrder|Purchase\sOrder|Order\sForm)\b"
    r"|\b[Tt]h(?:is|e)\s(?:NDA|DPA|BAA|MSA|SOW|EULA|CLA)\b"
    r"|\b[Tt]hese\s(?:[A-Z][a-z]{2,20}\s){0,2}(?:Terms(?:\sand\sConditions)?|Clauses)\b"
    r"|\b[Tt]his\s(?:agreement|contract|lease|licen[cs]e|deed|addendum|undertaking|task\sorder|purchase\sorder)\b"
)
OUTSIDE = ("not apply", "except*", "unlimited", "nothing in", "without limit", "not limit*", "exclud*")
CONVENIENCE = ("for convenience", "without cause", "for any reason", "at any time by giving")
_KINDS_OF_AMOUNT = {"other": "", "fee": " (fees)", "cap": " (a limit)"}
# What a reader expects to hear about when it is missing, and what the contract would say if it were there.
EXPECTED = {
    "Cap On Liability": (
        "a limit of liability",
        ("liability shall not exceed", "limitation of liability", "total liability"),
    ),
    "Governing Law": ("a choice of law", ("governed by", "governing law")),
    "Termination For Convenience": ("a right to end it without cause", CONVENIENCE),
    "Anti-Assignment": ("a limit on assignment", ("not assign", "assign this", "assignment of this")),
    "Notice Period To Terminate Renewal": ("a notice period against renewal", ("non-renewal", "not to renew")),
    "Insurance": ("a duty to insure", ("insurance",)),
}


def summary_context(
    reading: Reading, jurisdiction: Jurisdiction, focuses: Sequence[str], sources: Sources, contract: str
) -> SummaryContext:
    """Everything a summary of this contract may say. `contract` is its text, fenced."""
    found = reading.contract
    return SummaryContext(
        jurisdiction=jurisdiction.profile.name,
        focuses=tuple(jurisdiction.focus(each).title for each in focuses),
        questions=tuple(question for each in focuses for question in jurisdiction.focus(each).looks_for),
        acting_for=reading.stance.us_called,
        kind=_kind(reading),
        agreement=agreement_word(reading),
        execution=found.execution.status,
        parties=tuple(
            PartyFact(
                name=one_line(each.name),
                called=one_line(called(each)),
                role=each.role,
                cite=_marks(reading, sources, each),
            )
            for each in found.parties[:6]
        ),
        term=_term(reading, sources),
        law=_law(reading, jurisdiction, sources),
        money=tuple(_amount(reading, sources, each) for each in _main_amounts(found.amounts)),
        duties=tuple(_duty(reading, sources, each) for each in _main_duties(found.obligations)),
        clauses=_clauses(reading, sources),
        missing=_missing(reading, sources),
        contract=contract,
    )


def clause_fact(
    reading: Reading, sources: Sources, citations: Sequence[Citation], around: Sequence[str] = ()
) -> ClauseFact:
    """The first of some quotes in short, with the marks of all of them."""
    first = citations[0]
    lengths = [each for each in periods(first.text) if each.unit in {"month", "year"}]
    sums = money(first.text)
    return ClauseFact(
        words=shortened(first.text, around),
        where=clause_words(first.number) or (f"page {first.page}" if first.page else "the contract"),
        party=reading.party_words(first),
        months=stated(lengths[0].amount, lengths[0].unit, "figures") if lengths else None,
        amount=one_line(first.text[slice(*sums[0])]) if sums else None,
        cite=sources.mark(citations),
    )


def agreement_word(reading: Reading) -> str:
    """What the contract mostly calls itself: "this Agreement", "this NDA", "these Terms", ..."""
    said = (" ".join(match[0].split()) for match in _CALLS_ITSELF.finditer(reading.document.text))
    counted = Counter(each[0].lower() + each[1:] for each in said)
    return counted.most_common(1)[0][0] if counted else "this Agreement"


def one_line(text: str) -> str:
    """The words of a quote on one line."""
    return " ".join(text.split())


def shortened(text: str, around: Iterable[str] = ()) -> str:
    """A quote on one line, cut at words to what a sentence can hold; with `around`, the part with one of these.

    It goes into prompts, so what addresses a reading machine is left out.
    """
    line = one_line(for_a_model(text))
    if len(line) <= QUOTE_CHARACTERS:
        return line
    places = [place for word in around if (place := line.lower().find(word.removesuffix("*").lower())) >= 0]
    start = max(0, min(places) - QUOTE_CHARACTERS // 2) if places else 0
    start = 0 if start < QUOTE_CHARACTERS // 3 else line.find(" ", start) + 1
    piece = line[start : start + QUOTE_CHARACTERS]
    if start + QUOTE_CHARACTERS < len(line):
        piece = piece[: piece.rfind(" ")] + " …"
    return ("… " if start else "") + piece


def in_full(day: date) -> str:
    """A date that reads the same on both sides of the Atlantic."""
    return f"{day.day} {day:%B %Y}"


def _kind(reading: Reading) -> str:
    name = reading.contract.title or reading.contract.contract_type or ""
    return shortened(name.title() if name.isupper() else name) or "contract"


def _marks(reading: Reading, sources: Sources, *quotes: Quote) -> str:
    return sources.mark(reading.places.cite(each.start, each.end) for each in quotes)


def _said_date(reading: Reading, sources: Sources, day: KeyDate) -> Said | None:
    if day.start is None or day.end is None or day.value is None:
        return None
    words = in_full(day.value) if isinstance(day.value, date) else day.value
    return Said(text=words, cite=sources.mark([reading.places.cite(day.start, day.end)]))


def _term(reading: Reading, sources: Sources) -> TermFacts:
    dates = reading.contract.key_dates
    ends = _said_date(reading, sources, dates.expiration_date)
    renewal, initial, notice = dates.renewal, dates.initial_term, dates.notice_period
    notice_marks = sources.mark([reading.places.cite(notice.start, notice.end)]) if notice is not None else ""
    proof = [quote for step in dates.proof for quote in step.quotes if quote.end > quote.start]
    proof_marks = sources.mark(reading.places.cite(quote.start, quote.end) for quote in proof[:6])
    deadline = dates.notice_deadline
    return TermFacts(
        as_of=in_full(dates.as_of),
        agreement_date=_said_date(reading, sources, dates.agreement_date),
        effective_date=_said_date(reading, sources, dates.effective_date),
        initial_term=Said(text=initial.in_words, cite=sources.mark([reading.places.cite(initial.start, initial.end)]))
        if initial is not None
        else None,
        expiration=ends,
        renewal_kind=renewal.kind,
        renewal=Said(
            text=shortened(renewal.text, ("renew", "extend")),
            cite=sources.mark([reading.places.cite(renewal.start, renewal.end)]),
        )
        if renewal.text is not None and renewal.start is not None and renewal.end is not None
        else None,
        renewal_term=renewal.term.in_words if renewal.term is not None else None,
        successive=renewal.successive,
        notice=Said(text=notice.in_words, cite=notice_marks) if notice is not None else None,
        notice_deadline=Said(text=in_full(deadline), cite=proof_marks or notice_marks)
        if deadline is not None
        else None,
        notice_passed=deadline is not None and deadline < dates.as_of,
        notice_of=dates.notice_of,
        send_by=in_full(dates.send_by) if dates.send_by is not None and dates.send_by != deadline else None,
        window_opens=in_full(dates.window_opens) if dates.window_opens is not None else None,
        ended=_ended(reading, sources, dates.ending, proof_marks),
        has_ended=dates.ending is not None and dates.ending.is_past(dates.as_of),
        ended_why=dates.ending.why if dates.ending is not None else None,
        leaving=_leaving(reading, sources),
        next_end=in_full(dates.current_term_end) if _is_left_on_notice(dates) and dates.current_term_end else None,
    )


def _is_left_on_notice(dates: KeyDates) -> bool:
    """Whether the last day for notice is that of leaving a contract without an end, which does not renew."""
    return dates.notice_deadline is not None and dates.renewal.kind in ("none", "unknown")


def _leaving(reading: Reading, sources: Sources) -> Said | None:
    """The notice on which a party may end the contract without a reason; None where they differ."""
    rights = [clock for clock in reading.contract.key_dates.clocks if clock.what == "end the contract at will"]
    told = {(clock.party, clock.notice.period.in_words): clock for clock in rights if clock.notice.period is not None}
    if len(told) != 1:
        return None
    ((party, length), clock), *_ = told.items()
    quotes = [quote for step in clock.proof for quote in step.quotes]
    by = f" by {party}" if party else ""
    return Said(text=f"{length} of notice{by}", cite=_marks(reading, sources, *quotes))


def _ended(reading: Reading, sources: Sources, ending: Ending | None, proof_marks: str) -> Said | None:
    """The last day of a contract that has one, with the words that show it."""
    if ending is None:
        return None
    start, end = ending.start, ending.end
    own = sources.mark([reading.places.cite(start, end)]) if start is not None and end is not None else ""
    return Said(text=in_full(ending.on) if ending.on is not None else "", cite=own or proof_marks)


def _law(reading: Reading, jurisdiction: Jurisdiction, sources: Sources) -> LawFacts:
    law, forum = reading.contract.governing_law, reading.contract.forum
    law = law if law is not None and law.status == "stated" else None
    forum = forum if forum is not None and forum.status == "stated" else None
    return LawFacts(
        governing_law=Said(text=law.name, cite=_marks(reading, sources, law)) if law is not None else None,
        forum=Said(text=one_line(forum.name), cite=_marks(reading, sources, forum)) if forum is not None else None,
        forum_kind=forum.kind if forum is not None else None,
        exclusive=forum.exclusive if forum is not None else None,
        pack=None if jurisdiction.id == BASE else jurisdiction.profile.name,
    )


def _main_amounts(amounts: Sequence[Amount]) -> list[Amount]:
    """The largest sum of each kind, fees first; a par value is nothing that anybody pays."""
    largest: dict[str, Amount] = {}
    for amount in amounts:
        if amount.kind == "par value":
            continue
        if amount.kind not in largest or amount.value > largest[amount.kind].value:
            largest[amount.kind] = amount
    order = {"fee": 0, "cap": 1, "insurance": 2}
    return sorted(largest.values(), key=lambda each: (order.get(each.kind, 3), -each.value))[:3]


def _amount(reading: Reading, sources: Sources, amount: Amount) -> Said:
    kind = _KINDS_OF_AMOUNT.get(amount.kind, f" ({amount.kind})")
    sentence = reading.sentence_round(amount)
    return Said(
        text=f"{amount.currency} {figure(amount.value)}{kind}",
        cite=sources.mark([sentence or reading.places.cite(amount.start, amount.end)]),
    )


def _main_duties(obligations: Sequence[Obligation]) -> list[Obligation]:
    """Up to three obligations with a set time, payment first, not more than two for one party."""
    timed = [each for each in obligations if each.modality == "obligation" and _set_time(each.deadline)]
    timed.sort(key=lambda each: ("pay" not in each.action.lower(), each.start))
    kept: list[Obligation] = []
    for each in timed:
        if sum(other.obligor_party == each.obligor_party for other in kept) < 2 and len(kept) < 3:
            kept.append(each)
    return kept


def _set_time(deadline: ObligationDeadline | None) -> bool:
    """Whether a time is stated that one can miss: "promptly" and "within a reasonable time" leave room."""
    return deadline is not None and bool(deadline.text and (deadline.period or deadline.day or deadline.recurring))


def _duty(reading: Reading, sources: Sources, duty: Obligation) -> Said:
    return Said(text=f"“{shortened(duty.text, (duty.action[:30],))}”", cite=_marks(reading, sources, duty))


def _clauses(reading: Reading, sources: Sources) -> ClauseFacts:
    def fact(
        types: Sequence[str], phrases: Sequence[str] = (), around: Sequence[str] = (), about: Sequence[str] = ()
    ) -> ClauseFact | None:
        found = reading.clauses(types) or reading.passages(phrases)
        if about:
            found = tuple(each for each in found if mentions(each.text, about) and mentions(each.text, around))
        return clause_fact(reading, sources, found[:2], around or phrases) if found else None

    return ClauseFacts(
        cap=fact(("Cap On Liability",), (), LIMITS, LIABILITY),
        uncapped=fact(("Uncapped Liability",), (), OUTSIDE, LIABILITY),
        damages=fact((), DAMAGES),
        liquidated_damages=fact(("Liquidated Damages",)),
        indemnity=fact(("Indemnification",), INDEMNITY),
        insurance=fact(("Insurance",), (), ("insurance",)),
        data=fact(("Data Protection",), PERSONAL_DATA),
        incident=fact((), INCIDENT),
        convenience=fact(
            ("Termination For Convenience",), CONVENIENCE, ("terminate",), ("terminat*", "end", "cancel*")
        ),
        assignment=fact(("Anti-Assignment",), (), ("assign",)),
        change_of_control=fact(("Change Of Control",), (), ("control",)),
        exclusivity=fact(("Exclusivity",), (), ("exclusiv",)),
        non_compete=fact(("Non-Compete",), (), ("compet",)),
        minimum=fact(("Minimum Commitment",), (), ("minimum",)),
        most_favoured=fact(("Most Favored Nation",), (), ("favo",)),
        licence=fact(("License Grant",), (), ("licen", "grant")),
        ownership=fact(("Ip Ownership Assignment",), (), ("own", "title", "assign")),
        after_end=fact(("Post-Termination Services",), (), ("terminat", "expir")),
    )


def _missing(reading: Reading, sources: Sources) -> tuple[MissingFact, ...]:
    """What was neither found by type nor by its usual words; a wrong "not found" is worse than none."""
    return tuple(
        MissingFact(name=name, cite=sources.mark(nearest))
        for kind, (name, words) in EXPECTED.items()
        if not reading.clauses((kind,))
        and not reading.says(words)
        and (nearest := reading.nearest((kind,)))
        # Nothing renews, so nobody expects a notice against it.
        and not (
            kind == "Notice Period To Terminate Renewal" and reading.contract.key_dates.renewal.kind != "automatic"
        )
    )
