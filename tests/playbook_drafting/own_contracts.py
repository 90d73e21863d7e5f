"""Small service contracts of one customer whose figures are known, as text files."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from legalai.playbook_drafting import Source
from legalai.schema import Execution, GoverningLaw, Period, QuotedPeriod, Renewal
from tests.advise.builders import clause, contract_of, document_of, line_with, no_dates, party, quote

CUSTOMER = "Tamarisk Foods LLC"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The figures of one contract, as its text states them."""

    supplier: str
    cap: str = "twelve (12)"
    renewal: str = "twelve (12) months"
    notice: str = "sixty (60) days"
    payment: str = "thirty (30)"
    interest: str = "1% per month"
    law: str = "the State of Delaware"
    assignment: str = "which consent shall not be unreasonably withheld"
    signed: bool = True


def text_of(terms: Terms) -> str:
    """The contract, with signature blocks that are filled in or left open."""
    hand = ("/s/ Mara Lindqvist", "/s/ Owen Pratt") if terms.signed else ("____________", "____________")
    return f"""SERVICES AGREEMENT

This Services Agreement is made on March 3, 2024 between {terms.supplier} ("Supplier") and {CUSTOMER} ("Customer").

1. SERVICES

1.1 Supplier shall provide the services described in each order to Customer.

2. PAYMENT

2.1 Customer shall pay each undisputed invoice within {terms.payment} days after receipt of the invoice.

2.2 Any amount that is not paid when due shall bear interest at the rate of {terms.interest}.

3. TERM

3.1 This Agreement starts on April 1, 2024 and continues for an initial term of twelve (12) months.

3.2 This Agreement shall automatically renew for successive periods of {terms.renewal} unless either party gives \
written notice of non-renewal at least {terms.notice} before the end of the \
then-current term.

3.3 Either party may terminate this Agreement for a material breach by the other party that is not \
cured within thirty (30) days after written notice of the breach.

4. LIABILITY

4.1 Supplier's total aggregate liability under this Agreement shall not exceed the fees paid and payable by \
Customer in the {terms.cap} months before the claim arose.

4.2 The limit in Section 4.1 shall not apply to liability for fraud, gross negligence or willful misconduct.

5. GENERAL

5.1 Customer may not assign this Agreement without the prior written consent of Supplier, {terms.assignment}.

5.2 This Agreement is governed by the laws of {terms.law}.

IN WITNESS WHEREOF, the parties have executed this Agreement.

{terms.supplier.upper()}

By: {hand[0]}
Name: Mara Lindqvist
Title: Director

{CUSTOMER.upper()}

By: {hand[1]}
Name: Owen Pratt
Title: Chief Operating Officer
"""


FIRM = {
    "alder.txt": Terms(supplier="Alder Hosting, Inc."),
    "birch.txt": Terms(supplier="Birch Logistics, Inc.", cap="twenty-four (24)", payment="forty-five (45)"),
    "cedar.txt": Terms(supplier="Cedar Analytics, Inc.", notice="ninety (90) days", interest="1.5% per month"),
    "dogwood.txt": Terms(
        supplier="Dogwood Print, Inc.", cap="six (6)", renewal="twenty-four (24) months", law="the State of New York"
    ),
    "unsigned.txt": Terms(supplier="Elm Catering, Inc.", cap="three (3)", payment="ten (10)", signed=False),
}


def write_firm(folder: Path) -> None:
    """The firm's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, terms in FIRM.items():
        (folder / name).write_text(text_of(terms), encoding="utf-8")


def as_found(name: str, terms: Terms) -> Source:
    """The contract as extraction finds it, made by hand."""
    text = "\n".join(line for line in text_of(terms).splitlines() if line) + "\n"
    document = document_of(text, name=name)
    document = replace(document, facts=replace(document.facts, sha256=sha256(text.encode()).hexdigest()))
    types = {
        "Cap On Liability": "total aggregate liability",
        "Uncapped Liability": "shall not apply",
        "Anti-Assignment": "may not assign",
        "Payment Terms": "undisputed invoice",
    }
    renews, law = quote(text, line_with(text, "automatically renew")), quote(text, line_with(text, "governed by"))
    notice = quote(text, terms.notice)
    found = contract_of(
        document,
        parties=(party(text, terms.supplier, "Supplier"), party(text, CUSTOMER, "Customer")),
        execution=Execution(status="signed" if terms.signed else "unsigned"),
        clauses=tuple(clause(text, kind, line_with(text, words)) for kind, words in types.items()),
        key_dates=replace(
            no_dates(),
            renewal=Renewal(
                kind="automatic",
                term=Period(amount=_figure(terms.renewal), unit="month"),
                text=renews.text,
                start=renews.start,
                end=renews.end,
            ),
            notice_period=QuotedPeriod(
                amount=_figure(terms.notice), unit="day", text=notice.text, start=notice.start, end=notice.end
            ),
        ),
        governing_law=GoverningLaw(
            text=law.text, start=law.start, end=law.end, value=None, name=terms.law.removeprefix("the State of ")
        ),
    )
    return Source(name, document, found)


def _figure(words: str) -> int:
    return int("".join(re.findall(r"\d", words)))
