"""Contracts built by hand for the advise stage; every quote is cut from the text by its own words."""

import re
from dataclasses import replace
from datetime import date

from legalai.schema import (
    Amount,
    Block,
    Candidate,
    Clause,
    Contract,
    Document,
    DocumentFacts,
    Execution,
    Forum,
    GoverningLaw,
    KeyDate,
    KeyDates,
    NotFound,
    Party,
    Period,
    ProofStep,
    Quote,
    QuotedPeriod,
    Renewal,
)
from legalai.text_map import Home, TextMap

PARAGRAPHS = (
    "MASTER SUBSCRIPTION AGREEMENT",
    'This Master Subscription Agreement is dated 10 January 2025 between Northwind Analytics, Inc. ("Vendor") and '
    'Harbour Foods LLC ("Customer").',
    "1. Services",
    "1.1 Vendor shall provide the Services to Customer during the Term.",
    "2. Fees",
    "2.1 Customer shall pay fees of USD 120,000 a year within thirty (30) days of receipt of an invoice. "
    "Vendor may increase the fees at any time on notice.",
    "3. Term",
    "3.1 This Agreement starts on 1 January 2025 and continues for an initial term of twenty-four (24) months.",
    "3.2 This Agreement shall renew automatically for successive periods of twenty-four (24) months unless either "
    "party gives at least one hundred twenty (120) days' notice before the end of the then-current term.",
    "3.3 Vendor may terminate this Agreement for convenience on thirty (30) days' notice to Customer.",
    "4. Data",
    "4.1 Vendor shall process personal data only to provide the Services.",
    "5. Liability",
    "5.1 Vendor's total aggregate liability shall not exceed the fees paid in the three (3) months preceding "
    "the claim.",
    "5.2 In no event shall Vendor be liable for any indirect or consequential damages or lost profits.",
    "5.3 Customer shall indemnify and hold harmless Vendor against any claim arising from its use of the Services.",
    "6. General",
    "6.1 Customer may not assign this Agreement without the prior written consent of Vendor.",
    "6.2 This Agreement is governed by the laws of the State of New York and the courts of New York have exclusive "
    "jurisdiction.",
)
SAAS = "\n".join(PARAGRAPHS) + "\n"


def document_of(text: str, *, name: str = "saas.txt") -> Document:
    """A document whose lines are blocks: numbered where they start with a number, headings without a full stop."""
    blocks: list[Block] = []
    position = 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\n")
        number = re.match(r"\d+(?:\.\d+)*\.?(?= )", words)
        if words:
            blocks.append(
                Block(
                    kind="paragraph" if words.endswith(".") else "heading",
                    start=position,
                    end=position + len(words),
                    body_start=position + (number.end() + 1 if number else 0),
                    number=number[0] if number else None,
                )
            )
        position += len(line)
    facts = DocumentFacts(
        name=name, sha256="0" * 64, media_type="text/plain", pages=None, characters=len(text), language="en"
    )
    return Document(
        facts=facts, text=text, blocks=tuple(blocks), text_map=TextMap((Home(start=0, end=len(text), offset=0),))
    )


def quote(text: str, words: str) -> Quote:
    """The words where they first stand."""
    start = text.index(words)
    return Quote(text=words, start=start, end=start + len(words))


def clause(text: str, kind: str, words: str, number: str | None = None) -> Clause:
    """A clause of a type, by its words."""
    found = quote(text, words)
    return Clause(text=found.text, start=found.start, end=found.end, type=kind, score=0.9, number=number)


def line_with(text: str, words: str) -> str:
    """The body of the line that holds some words, without its number."""
    line = next(each for each in text.splitlines() if words in each)
    return re.sub(r"^[\d.]+ ", "", line)


def party(text: str, name: str, alias: str) -> Party:
    """A party by its name and what the contract calls it."""
    found = quote(text, name)
    return Party(text=name, start=found.start, end=found.end, name=name, role=alias, aliases=(alias,))


def contract_of(document: Document, **changes: object) -> Contract:
    """A contract with nothing in it but what is given."""
    bare = Contract(
        document=document.facts,
        title=None,
        contract_type=None,
        parties=(),
        execution=Execution(),
        clauses=(),
        not_found=(),
        key_dates=no_dates(),
        governing_law=None,
        forum=None,
        amounts=(),
        defined_terms=(),
        obligations=(),
        incorporated=(),
        issues=(),
    )
    return replace(bare, **changes)


def no_dates() -> KeyDates:
    """A contract that states no dates."""
    absent = KeyDate(value=None, status="absent")
    return KeyDates(
        agreement_date=absent,
        effective_date=absent,
        expiration_date=absent,
        initial_term=None,
        renewal=Renewal(kind="unknown"),
        notice_period=None,
        as_of=date(2026, 3, 1),
    )


def saas(text: str = SAAS) -> tuple[Document, Contract]:
    """A subscription of software with a long automatic renewal, a low limit and data, under New York law."""
    document = document_of(text)
    types = {
        "Cap On Liability": "total aggregate liability",
        "Renewal Term": "renew automatically",
        "Notice Period To Terminate Renewal": "renew automatically",
        "Expiration Date": "initial term",
        "Termination For Convenience": "for convenience",
        "Anti-Assignment": "not assign",
        "Governing Law": "governed by",
    }
    clauses = tuple(clause(text, kind, line_with(text, words)) for kind, words in types.items() if words in text)
    return document, contract_of(
        document,
        title="Master Subscription Agreement",
        parties=(party(text, "Northwind Analytics, Inc.", "Vendor"), party(text, "Harbour Foods LLC", "Customer")),
        clauses=clauses,
        key_dates=_saas_dates(text),
        governing_law=_law(text),
        forum=_forum(text),
        amounts=_fees(text),
        not_found=(
            NotFound(type="Insurance", miss_rate=0.2),
            NotFound(
                type="Uncapped Liability",
                miss_rate=0.4,
                candidates=(_candidate(text, "In no event shall Vendor be liable"),),
            ),
        ),
    )


def _candidate(text: str, words: str) -> Candidate:
    found = quote(text, words)
    return Candidate(text=found.text, start=found.start, end=found.end, score=0.2)


def _saas_dates(text: str) -> KeyDates:
    agreement, effective = quote(text, "10 January 2025"), quote(text, "1 January 2025")
    ends, renews = quote(text, line_with(text, "initial term")), quote(text, line_with(text, "renew automatically"))
    notice = quote(text, "at least one hundred twenty (120) days' notice")
    step = ProofStep(step="notice", result="2026-09-02", quotes=(renews,), rule="counted back from the end of the term")
    return KeyDates(
        agreement_date=_day(agreement, date(2025, 1, 10)),
        effective_date=_day(effective, date(2025, 1, 1)),
        expiration_date=_day(ends, date(2026, 12, 31), computed=True),
        initial_term=QuotedPeriod(amount=24, unit="month", text=ends.text, start=ends.start, end=ends.end),
        renewal=Renewal(
            kind="automatic",
            term=Period(amount=24, unit="month"),
            successive=True,
            text=renews.text,
            start=renews.start,
            end=renews.end,
        ),
        notice_period=QuotedPeriod(amount=120, unit="day", text=notice.text, start=notice.start, end=notice.end),
        as_of=date(2026, 3, 1),
        current_term_end=date(2026, 12, 31),
        notice_deadline=date(2026, 9, 2),
        proof=(step,),
    )


def _day(found: Quote, value: date, *, computed: bool = False) -> KeyDate:
    status = "computed" if computed else "stated"
    return KeyDate(value=value, status=status, text=found.text, start=found.start, end=found.end, score=1.0)


def _law(text: str) -> GoverningLaw:
    found = quote(text, "governed by the laws of the State of New York")
    return GoverningLaw(text=found.text, start=found.start, end=found.end, value="us-ny", name="New York")


def _fees(text: str) -> tuple[Amount, ...]:
    found = quote(text, "USD 120,000")
    return (Amount(text=found.text, start=found.start, end=found.end, value=120_000, currency="USD", kind="fee"),)


def _forum(text: str) -> Forum:
    found = quote(text, "the courts of New York have exclusive jurisdiction")
    return Forum(
        text=found.text, start=found.start, end=found.end, value="us-ny", name="New York", kind="court", exclusive=True
    )
