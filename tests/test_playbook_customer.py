"""The customer's positions: each fires on a clause it is for, and stays silent on one that is fine."""

from dataclasses import replace
from typing import Literal

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from legalai.advise.triggering import first_match
from legalai.playbook import load_playbook
from legalai.schema import Contract, Document, Forum, GoverningLaw, Period, Quote, QuotedPeriod, Renewal
from tests.advise.builders import clause, contract_of, document_of, no_dates, party, quote

PREAMBLE = (
    'This Agreement is made between Alder Systems Ltd (the "Supplier") and Birch Holdings Ltd (the "Customer").\n'
    "1. Terms\n"
)
POSITIONS = {each.id: each for each in load_playbook("customer").positions}
CAP, RENEWS = ("Cap On Liability",), ("Renewal Term", "Notice Period To Terminate Renewal")
CARVED = " This does not apply to fraud or gross negligence."

# Position, the clause types found in the text, a text that raises it, a text that must not.
ROWS: list[tuple[str, tuple[str, ...], str, str]] = [
    (
        "infringement-refused",
        (),
        "The Supplier shall have no obligation to defend the Customer against claims of infringement of patents.",
        "The Supplier shall defend the Customer against claims that the software infringes rights of others.",
    ),
    (
        "recall-ours",
        (),
        "The costs of recall shall be borne by the Customer, whatever the cause.",
        "The costs of recall shall be borne by the party whose fault is the cause.",
    ),
    (
        "security-over-assets",
        (),
        "The Customer shall grant the Supplier a security interest in all inventory until it has paid.",
        "The Customer shall grant the Supplier a purchase money security interest in all goods unpaid for.",
    ),
    (
        "no-hire",
        (),
        "For two years the Customer shall not hire any employee of the Supplier.",
        "For one year neither party shall hire any employee of the other.",
    ),
    (
        "secrecy-no-exceptions",
        (),
        "The Customer shall keep secret all that it learns.",
        "The Customer shall keep secret all that it learns, save what is or becomes public knowledge.",
    ),
    (
        "resale-price",
        (),
        "The Customer shall not resell the goods below the price list of the Supplier.",
        "The Customer is free to set its resale prices; the price list is recommended.",
    ),
    (
        "wage-deduction",
        (),
        "The Customer may deduct from wages the cost of errors and shortages.",
        "The Customer may deduct from wages the tax that it must pay over.",
    ),
    (
        "no-advisers",
        (),
        "The Customer shall not pass the papers to its lenders or professional advisers without leave.",
        "The Customer may pass the papers to its lenders and professional advisers.",
    ),
    (
        "cap-too-low",
        CAP,
        "The Supplier's total liability shall not exceed the charges paid in the six months before the claim.",
        "The Supplier's total liability shall not exceed the charges payable in the twelve months before the claim.",
    ),
    (
        "cap-one-item",
        CAP,
        "The liability of the Supplier shall in no event exceed the purchase price of the goods sold.",
        "The liability of the Supplier shall in no event exceed the greater of $500,000 and the annual price.",
    ),
    (
        "cap-lesser-of",
        CAP,
        "The Supplier's liability is limited to the lesser of $10,000 and the annual fees.",
        "The Supplier's liability is limited to the greater of $10,000 and the annual fees.",
    ),
    (
        "no-carve-outs",
        CAP,
        "The Supplier's liability shall not exceed the annual fees.",
        "The Supplier's liability shall not exceed the annual fees." + CARVED,
    ),
    (
        "deemed-consequential",
        CAP,
        "Rework costs and chargebacks shall be deemed consequential damages.",
        "Rework costs and chargebacks are recoverable as direct damages.",
    ),
    (
        "cap-past-year",
        CAP,
        "The Supplier's liability is limited to the sums paid in the preceding contract year.",
        "The Supplier's liability is limited to the greater of $1,000,000 and the sums paid in the preceding year.",
    ),
    (
        "cap-covers-indemnity",
        CAP,
        "The Supplier's total liability, including under any indemnity, shall not exceed $100,000.",
        "The Supplier's total liability, other than under any indemnity, shall not exceed $100,000.",
    ),
    (
        "direct-loss-excluded",
        CAP,
        "Neither party is liable for lost profits or lost data, whether direct or indirect.",
        "Neither party is liable for indirect loss of profits.",
    ),
    (
        "late-delivery-excused",
        (),
        "The Supplier shall have no liability for any delay in delivery.",
        "The Supplier shall not be liable for delay in delivery caused by events beyond its reasonable control.",
    ),
    (
        "cap-fixed-sum",
        CAP,
        "The Supplier's liability shall not exceed $50,000.",
        "The Supplier's liability shall not exceed the greater of $50,000 and the annual fees.",
    ),
    (
        "one-way-cap",
        CAP,
        "The Supplier's liability shall not exceed the annual fees.",
        "The liability of each party shall not exceed the annual fees.",
    ),
    (
        "own-losses-excluded",
        CAP,
        "The Supplier is not liable for loss of data or the cost of substitute services.",
        "Neither party is liable for punitive damages.",
    ),
    (
        "our-use-uncapped",
        CAP,
        "The limit of the Customer's liability does not cover use outside the scope of the licence.",
        "The limit of the Customer's liability does not cover unpaid fees.",
    ),
    (
        "sole-remedy",
        ("Limitation Of Remedies",),
        "The Customer's sole remedy shall be repair or replacement of the defective item.",
        "The Customer's remedies are in addition to those the law gives.",
    ),
    (
        "recoverable-losses",
        (),
        "The Supplier shall not be liable for any indirect or consequential loss.",
        "Neither party shall be liable for any indirect or consequential loss.",
    ),
    (
        "exclusion-no-exception",
        CAP,
        "Neither party is liable for indirect or special damages.",
        "Neither party is liable for indirect or special damages." + CARVED,
    ),
    (
        "insurance",
        CAP,
        "The Supplier's liability shall not exceed the annual fees.",
        "The Supplier's liability shall not exceed the annual fees. The Supplier shall maintain insurance.",
    ),
    (
        "one-way-indemnity",
        ("Indemnification",),
        "The Customer shall indemnify and hold harmless the Supplier against claims.",
        "Each party shall indemnify and hold harmless the other against claims that it causes.",
    ),
    (
        "indemnity-own-fault",
        (),
        "The Customer shall indemnify the Supplier against all loss, whether or not caused by the Supplier.",
        "The Customer shall indemnify the Supplier against loss, except to the extent caused by the Supplier.",
    ),
    (
        "indemnity-capped",
        (),
        "The Supplier shall indemnify the Customer for infringement, subject to the limits in clause 9.",
        "The Supplier shall indemnify the Customer for infringement, subject to clause 8 on the conduct of claims.",
    ),
    (
        "indemnity-wide",
        (),
        "The Customer shall indemnify the Supplier against all losses arising from any breach.",
        "The Customer shall indemnify the Supplier against claims of third parties arising from any breach.",
    ),
    (
        "settlement-control",
        (),
        "The Supplier shall have sole control of the defence and settlement.",
        "The Supplier shall have sole control of the defence and settlement, but needs consent to any admission.",
    ),
    (
        "refund-depreciated",
        (),
        "The Supplier shall refund the licence fee, amortised on a straight line over three years.",
        "The Supplier shall refund the licence fee.",
    ),
    (
        "data-own-ends",
        (),
        "The Supplier may use Customer Data for its own business purposes.",
        "The Supplier shall not use Customer Data for its own business purposes.",
    ),
    (
        "dpa-instructions",
        (),
        "The Supplier shall process personal data on instructions or as it otherwise considers necessary.",
        "The Supplier shall process personal data only on the Customer's instructions.",
    ),
    (
        "no-data-limit",
        CAP,
        "The Supplier's liability shall not exceed the annual fees.\nThe Supplier shall host Customer Data.",
        "The Supplier's liability shall not exceed the annual fees, save for Customer Data and personal data.\n"
        "The Supplier shall host Customer Data.",
    ),
    (
        "incident-notice",
        (),
        "The Supplier shall store Customer Data in Europe.",
        "The Supplier shall store Customer Data in Europe and report each data breach.",
    ),
    (
        "incident-late",
        (),
        "The Supplier shall notify the Customer of a security breach within fifteen (15) days.",
        "The Supplier shall notify the Customer of a security breach within 48 hours.",
    ),
    (
        "dpa-subprocessors",
        (),
        "The Supplier may engage sub-processors without notice to the Customer.",
        "The Supplier shall give 30 days' notice of new sub-processors and remains liable for them.",
    ),
    (
        "dpa-transfers",
        (),
        "The Supplier may transfer personal data to any jurisdiction.",
        "The Supplier may transfer personal data to any country under standard contractual clauses.",
    ),
    (
        "incident-hours",
        (),
        "The Supplier shall promptly notify the Customer of any data breach.",
        "The Supplier shall notify the Customer of any data breach within 24 hours.",
    ),
    (
        "data-return",
        (),
        "The Supplier shall host Customer Data.",
        "The Supplier shall host Customer Data and delete all of it at the end.",
    ),
    (
        "dpa-gag",
        (),
        "The Customer shall not inform any data subject of a breach without the Supplier's prior written consent.",
        "The Customer shall inform data subjects of a breach where the law requires it.",
    ),
    (
        "dpa-measures",
        (),
        "The Supplier may update its security measures.",
        "The Supplier may update its security measures if the level of protection is not materially lowered.",
    ),
    (
        "data-security",
        (),
        "The Supplier shall host Customer Data.",
        "The Supplier shall host Customer Data and encrypt it.",
    ),
    (
        "data-improve",
        (),
        "The Supplier may use Customer Data for machine learning.",
        "The Supplier shall not use Customer Data for machine learning.",
    ),
    (
        "dpa-audit",
        ("Audit Rights",),
        "A certificate shall be accepted in lieu of any audit.",
        "The Customer may audit once a year.",
    ),
    (
        "dpa-precedence",
        ("Data Protection",),
        "In a conflict on personal data the Main Agreement shall prevail.",
        "In a conflict on personal data this Addendum shall prevail.",
    ),
    (
        "retrieval-short",
        (),
        "The Customer may export its data for seven days after termination.",
        "The Customer may export its data for sixty days after termination.",
    ),
    (
        "assistance-fees",
        (),
        "The Supplier may charge its standard rates for assisting the controller with data subject requests.",
        "The Supplier shall assist the controller with data subject requests without charge.",
    ),
    (
        "licence-suspended",
        (),
        "If maintenance is not renewed the licence shall be suspended.",
        "If maintenance is not renewed the licence shall continue.",
    ),
    (
        "work-theirs",
        (),
        "All deliverables made under this Agreement shall be owned by the Supplier.",
        "All deliverables made under this Agreement shall be owned by the Customer.",
    ),
    (
        "present-assignment",
        (),
        "The Supplier agrees to assign the inventions to the Customer.",
        "The Supplier shall assign, and hereby assigns, the inventions to the Customer.",
    ),
    (
        "our-improvements",
        (),
        "The Customer shall assign to the Supplier all improvements that it makes.",
        "The Supplier may use the Customer's suggestions.",
    ),
    (
        "licence-affiliates",
        (),
        "The licence shall not extend to affiliates of the Customer.",
        "The Customer and its affiliates may use the software under the licence.",
    ),
    (
        "one-way-confidence",
        ("Confidentiality",),
        "The Customer shall keep the Supplier's confidential information secret.",
        "Each party shall keep the other's confidential information secret.",
    ),
    (
        "residuals",
        (),
        "Each party may use information retained in the unaided memory of its staff.",
        "Each party may use its general skills.",
    ),
    (
        "publicity",
        (),
        "The Supplier may use the Customer's logo on its website.",
        "The Supplier may use the Customer's logo with its prior written consent.",
    ),
    (
        "marked-only",
        ("Confidentiality",),
        "Confidential information is what is marked as confidential.",
        "Confidential information is what is marked so or what a reasonable person would take to be so.",
    ),
    (
        "confidence-no-end",
        ("Confidentiality",),
        "The Customer shall keep confidential information secret in perpetuity.",
        "The Customer shall keep confidential information secret for five years.",
    ),
    (
        "one-way-exit",
        ("Termination For Convenience",),
        "The Supplier may terminate at any time on notice.",
        "Either party may terminate at any time on notice.",
    ),
    (
        "notice-conditions",
        (),
        "A break notice shall be effective only if all amounts have been paid in full.",
        "A break notice shall be effective on receipt.",
    ),
    (
        "ends-at-once",
        (),
        "This licence shall terminate automatically if the Customer fails to comply with it.",
        "This licence shall terminate automatically if the Customer fails to cure a breach after notice.",
    ),
    (
        "notice-window",
        RENEWS,
        "Notice shall be given no more than 90 days and no less than 60 days before the end.",
        "Notice shall be given no less than 60 days before the end.",
    ),
    (
        "insecure-default",
        ("Termination For Cause",),
        "It is a default if the Supplier deems itself insecure.",
        "It is a default if a party is in material breach and does not remedy it.",
    ),
    (
        "one-way-cause",
        ("Termination For Cause",),
        "The Supplier may terminate this Agreement for breach by notice.",
        "Either party may terminate this Agreement for breach by notice.",
    ),
    (
        "repossession",
        (),
        "The Supplier may enter the premises without notice and remove the goods.",
        "The Supplier may enter the premises on ten days' notice.",
    ),
    (
        "cure-short",
        (),
        "The Supplier may terminate if the Customer fails to pay within five days.",
        "The Supplier may terminate if the Customer fails to pay within thirty days of notice.",
    ),
    (
        "unconditional-payment",
        (),
        "The Customer's duty to pay charges shall be absolute and unconditional.",
        "The Customer shall pay the charges monthly.",
    ),
    (
        "price-any-time",
        (),
        "The Supplier may change the prices at any time.",
        "The Supplier may change the prices once a year by no more than the increase in the consumer price index.",
    ),
    (
        "no-refund-breach",
        (),
        "Fees shall be non-refundable under any circumstances.",
        "Fees shall be non-refundable except where the Supplier is in breach.",
    ),
    (
        "price-increase",
        (),
        "The Supplier may increase the fees for each renewal.",
        "The Supplier may increase the fees for each renewal by no more than 3%.",
    ),
    (
        "take-or-pay",
        (),
        "The Customer shall pay the difference for any shortfall below the minimum.",
        "The Customer shall pay for any shortfall below the minimum, and may carry forward the sum.",
    ),
    (
        "late-interest",
        ("Late Payment",),
        "Overdue sums bear interest at two percent (2%) per month.",
        "Overdue sums bear interest at one percent (1%) per month.",
    ),
    (
        "audit-no-notice",
        ("Audit Rights",),
        "The Supplier may audit the Customer at any time.",
        "The Supplier may audit the Customer once a year on thirty days' notice.",
    ),
    (
        "no-set-off",
        (),
        "The Customer shall pay all invoices without set-off.",
        "The Customer shall pay all undisputed invoices without set-off.",
    ),
    (
        "payment-short",
        (),
        "The Customer shall pay each invoice within ten days of receipt.",
        "The Customer shall pay each invoice within thirty days of receipt.",
    ),
    (
        "fees-non-refundable",
        (),
        "All fees shall be nonrefundable.",
        "All fees shall be nonrefundable unless the Supplier fails to perform.",
    ),
    (
        "attorney-fees",
        (),
        "The Customer shall pay the attorneys' fees of enforcing this Agreement.",
        "The prevailing party shall receive its attorneys' fees of enforcing this Agreement.",
    ),
    (
        "audit-cost",
        (),
        "The Customer shall bear the cost of the audit.",
        "The Customer shall bear the cost of the audit if it underpaid by more than five percent.",
    ),
    (
        "payment-long",
        (),
        "The Customer shall pay invoices within 120 days of receipt.",
        "The Customer shall pay invoices within 60 days of receipt.",
    ),
    (
        "terms-may-change",
        (),
        "The Supplier may amend these terms by an e-mail.",
        "The parties may amend these terms in writing signed by both.",
    ),
    (
        "suspension",
        (),
        "The Supplier may suspend the services without notice.",
        "The Supplier may suspend the services to the extent necessary to stop a security threat.",
    ),
    (
        "as-is",
        ("Warranty Disclaimer",),
        'The software is provided "as is".',
        'The sample data is provided "as is". The Supplier warrants the software.',
    ),
    (
        "changes-to-service",
        (),
        "The Supplier may discontinue features of the services.",
        "The Supplier may discontinue features of the services if they are not materially reduced.",
    ),
    (
        "forfeit-compensation",
        (),
        "On termination the Customer shall not be entitled to any compensation.",
        "On termination the Supplier shall buy back the stock.",
    ),
    (
        "efforts-only",
        (),
        "The Supplier shall use reasonable endeavours to make the platform available.",
        "The Supplier shall make the platform available for 99.9% of each month.",
    ),
    (
        "order-refusal",
        (),
        "The Supplier may reject any order in its sole discretion.",
        "The Supplier shall accept orders within the forecast.",
    ),
    (
        "silent-acceptance",
        (),
        "Goods shall be deemed accepted unless rejected within three days of delivery.",
        "Goods shall be accepted when the Customer has signed the acceptance form.",
    ),
    (
        "claim-notice",
        (),
        "Any claim shall be waived unless notice of it is given within 14 days.",
        "The parties shall give notice of a claim as soon as they can.",
    ),
    (
        "claim-time",
        (),
        "No action may be brought more than twelve months after the event.",
        "No action may be brought more than six years after the event.",
    ),
    (
        "warranty-short",
        ("Warranty Duration",),
        "The Supplier warrants the goods for sixty days from delivery.",
        "The Supplier warrants the goods for twenty-four months from delivery.",
    ),
    (
        "audit-penalty",
        (),
        "For unlicensed use the Customer shall pay three times the list price.",
        "For unlicensed use the Customer shall pay the list price.",
    ),
    (
        "damages-twice",
        (),
        "The Supplier may recover all payments for the remaining term, and retain the goods in addition.",
        "The Supplier may recover the payments for the remaining term, discounted to present value.",
    ),
    (
        "agreed-sum",
        ("Liquidated Damages",),
        "The Customer shall pay $100,000 as liquidated damages.",
        "The Customer shall pay $100,000 as liquidated damages, a reasonable estimate of the loss.",
    ),
    (
        "acceleration",
        (),
        "On termination all fees for the remainder of the term shall become due.",
        "On termination the Supplier shall refund prepaid fees for the remainder of the term.",
    ),
    (
        "exit-fee",
        (),
        "The Customer shall pay an early termination fee of 80% of the charges.",
        "The Customer may leave without any termination fee to pay.",
    ),
    (
        "credits-only",
        (),
        "Service credits shall be the Customer's sole remedy.",
        "Service credits shall not limit other remedies.",
    ),
    (
        "exclusivity-emptied",
        (),
        "The Supplier may remove any customer from the territory by notice.",
        "The Supplier may visit customers in the territory.",
    ),
    (
        "our-restraint",
        ("Non-Compete",),
        "The Customer shall not compete for one year after termination.",
        "The Customer shall not compete during this Agreement.",
    ),
    (
        "customers-barred",
        (),
        "The Customer shall not do business with its customers for two years following the end.",
        "The Customer shall not solicit employees for two years following the end.",
    ),
    (
        "requirements-exclusive",
        (),
        "The Customer shall purchase all its requirements from the Supplier.",
        "The Customer shall purchase all its requirements from the Supplier, or elsewhere if it fails to supply.",
    ),
    (
        "their-restraint-wide",
        ("Non-Compete",),
        "The Supplier shall not provide similar services for three years after termination.",
        "The Supplier shall not provide similar services for six months after termination.",
    ),
    (
        "control-ends",
        ("Change Of Control",),
        "The Supplier may terminate if there is a change of control of the Customer.",
        "The Customer may terminate if there is a change of control of the Supplier.",
    ),
    (
        "waiver-of-defences",
        (),
        "The Customer waives any defence against an assignee of the Supplier.",
        "The Customer may raise any defence against an assignee of the Supplier.",
    ),
    (
        "control-termination",
        ("Change Of Control",),
        "Either party may terminate on a change of control of the other.",
        "Either party may terminate where a competitor comes to control the other.",
    ),
    (
        "assignment-affiliates",
        ("Anti-Assignment",),
        "The Customer may not assign this Agreement.",
        "The Customer may not assign this Agreement except to an affiliate.",
    ),
    (
        "free-assignment-them",
        (),
        "The Supplier may assign this Agreement without consent.",
        "The Supplier may assign its receivables without consent.",
    ),
    (
        "subcontracting-free",
        (),
        "The Supplier may subcontract the work.",
        "The Supplier may subcontract the work and remains liable for it.",
    ),
    (
        "assignment-mutual",
        ("Anti-Assignment",),
        "Neither party may assign this Agreement without consent.",
        "Neither party may assign this Agreement without consent, which shall not be unreasonably withheld.",
    ),
    (
        "personal-liability",
        (),
        "The directors of the Customer shall be personally liable for the charges.",
        "No director of the Customer shall be personally liable for the charges.",
    ),
    (
        "their-beneficiaries",
        ("Third Party Beneficiary",),
        "The Supplier's licensors are intended third-party beneficiaries.",
        "There are no third-party beneficiaries.",
    ),
    (
        "law-not-found",
        (),
        "The Supplier shall deliver the goods.",
        "This Agreement shall be governed by the laws of Ireland.",
    ),
    (
        "forum-theirs",
        (),
        "Actions shall be brought in the courts of the Supplier's place of business.",
        "Actions shall be brought in the courts of the defendant's place of business.",
    ),
    (
        "bond-waived",
        (),
        "The Supplier shall be entitled to an injunction without posting a bond.",
        "Each party shall be entitled to an injunction without posting a bond.",
    ),
    (
        "jury-waiver",
        (),
        "The Customer waives trial by jury and agrees to this.",
        "Each party waives trial by jury and agrees to this.",
    ),
    (
        "deed-form",
        (),
        "The parties sign this as a deed. It may be signed without a witness.",
        "The parties sign this as a deed. It must be signed before a witness.",
    ),
]
RENEWAL_ROWS = [
    ("renewal-trap", 36, 90, "", True),
    ("renewal-trap", 12, 30, "", False),
    ("renewal-reminder", 12, 30, "", True),
    ("renewal-reminder", 12, 30, " The Supplier shall send a reminder.", False),
    ("notice-by-email", 12, 30, " Notices shall be in writing by post.", True),
    ("notice-by-email", 12, 30, " Notices shall be in writing by post or e-mail.", False),
]


def made(text: str, types: tuple[str, ...]) -> tuple[Document, Contract]:
    """A contract of one clause, whose first paragraph is of these types."""
    numbered = "".join(f"1.{number} {line}\n" for number, line in enumerate(text.split("\n"), start=1))
    document = document_of(PREAMBLE + numbered)
    whole = document.text
    parties = (party(whole, "Alder Systems Ltd", "Supplier"), party(whole, "Birch Holdings Ltd", "Customer"))
    clauses = tuple(clause(whole, kind, text.split("\n", maxsplit=1)[0], "1.1") for kind in types)
    return document, contract_of(document, parties=parties, clauses=clauses)


def quoted_period(said: Quote, amount: int, unit: Literal["day", "year"]) -> QuotedPeriod:
    """A length with the words that state it."""
    return QuotedPeriod(amount=amount, unit=unit, text=said.text, start=said.start, end=said.end)


def fires(position: str, document: Document, contract: Contract) -> bool:
    """Whether a position has something to say to the customer about a contract."""
    reading = Reading(document, contract, take_side(contract, "Customer"))
    return first_match(POSITIONS[position].when, reading) is not None


@pytest.mark.parametrize(("position", "types", "bad", "good"), ROWS, ids=[row[0] for row in ROWS])
def test_a_position_fires_on_what_it_is_for_only(position: str, types: tuple[str, ...], bad: str, good: str) -> None:
    assert fires(position, *made(bad, types))
    assert not fires(position, *made(good, types))


@pytest.mark.parametrize(("position", "months", "days", "more", "expected"), RENEWAL_ROWS)
def test_renewals_are_read_by_their_lengths(position: str, months: int, days: int, more: str, expected: bool) -> None:
    text = f"This Agreement renews for {months} months unless {days} days' notice is given.{more}"
    document, contract = made(text, (*RENEWS, "Notices"))
    said = quote(document.text, text)
    term = Renewal(
        kind="automatic",
        term=Period(amount=months, unit="month"),
        successive=True,
        text=text,
        start=said.start,
        end=said.end,
    )
    notice = quoted_period(said, days, "day")
    contract = replace(contract, key_dates=replace(no_dates(), renewal=term, notice_period=notice))
    assert fires(position, document, contract) is expected


@pytest.mark.parametrize(("years", "expected"), [(5, True), (2, False)])
def test_a_long_first_term_is_raised(years: int, expected: bool) -> None:
    text = f"This Agreement starts today and continues for {years} years."
    document, contract = made(text, ("Expiration Date",))
    said = quote(document.text, text)
    first = quoted_period(said, years, "year")
    contract = replace(contract, key_dates=replace(no_dates(), initial_term=first))
    assert fires("long-lock-in", document, contract) is expected


@pytest.mark.parametrize(("court", "expected"), [("us-ca", True), ("us-ny", False)])
def test_law_and_courts_apart_are_raised(court: str, expected: bool) -> None:
    text = "The laws of New York govern, and the courts named have jurisdiction."
    document, contract = made(text, ("Governing Law",))
    said = quote(document.text, text)
    law = GoverningLaw(text=said.text, start=said.start, end=said.end, value="us-ny", name="New York")
    forum = Forum(
        text=said.text, start=said.start, end=said.end, value=court, name="there", kind="court", exclusive=True
    )
    assert fires("law-and-forum", document, replace(contract, governing_law=law, forum=forum)) is expected


def test_every_position_is_in_a_table() -> None:
    tested = {row[0] for row in ROWS} | {row[0] for row in RENEWAL_ROWS} | {"long-lock-in", "law-and-forum"}
    assert tested == set(POSITIONS)
