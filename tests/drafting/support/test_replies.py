"""Replies of a drafter: what was tampered with is refused, what is only said in other words is kept."""

import pytest

from legalai.drafting.grounding import ground
from legalai.drafting.reply import Drafted
from tests.drafting.support.contract import DOCUMENT, GIVEN, NAMES, SOURCES, reply

FAITHFUL = [
    ("Client must pay each invoice within 30 days of receipt.", "payment"),
    ("Each invoice of USD 12,500 is to be paid by Client within 30 days of receipt.", "payment"),
    ("Payment falls due thirty days after receipt of an invoice.", "payment"),
    ("The Customer has to pay invoices of $12,500 no later than 30 days from receipt.", "payment"),
    ("Within 30 days of receipt, Linden Mills plc shall pay each invoice.", "payment"),
    ("If an undisputed invoice is late, Client owes interest at 4 percent a year.", "late"),
    ("Interest of 4% per annum must be paid by Client when an undisputed invoice is not paid on time.", "late"),
    ("It renews by itself for successive periods of one year unless either party gives 60 days' notice.", "renewal"),
    ("The agreement will automatically renew for 12-month periods, unless a party gives at least 60 days' notice "
     "before the end of the term.", "renewal"),
    ("Unless notice is given, the contract renews automatically on March 31, 2027 for twelve months.", "renewal"),
    ("The last day for notice against renewal is 29 January 2027.", "renewal"),
    ("Notice must be given 60 days before; the last day is January 29, 2027.", "renewal"),
    ("Supplier's liability is capped at the fees paid in the 6 months before the claim, except for breach of "
     "confidentiality.", "cap"),
    ("Save for breach of confidentiality, the Provider's total liability to the Customer is limited to six months of "
     "fees paid before the claim.", "cap"),
    ("Other than for breach of confidentiality, liability of Supplier may not exceed the fees paid in the preceding "
     "six months.", "cap"),
    ("Liability for fraud is not limited.", "uncapped"),
    ("Osprey Cloud Ltd must indemnify Client against claims that the Services infringe a third party's patent.",
     "indemnity"),
    ("Client is to be indemnified by Supplier against patent claims of a third party.", "indemnity"),
    ("Each party must keep the other's Confidential Information secret for five years.", "secrecy"),
    ("Both parties must not disclose Confidential Information, other than to professional advisers, for 5 years.",
     "secrecy"),
    ("If the other party commits a material breach, either party may terminate on 30 days' notice.", "cause"),
    ("A party is entitled to end the agreement on thirty days' notice if there is a material breach by the other.",
     "cause"),
    ("The Customer can end the agreement for convenience on 90 business days' notice.", "convenience"),
    ("On ninety business days' notice, Client may cancel for convenience.", "convenience"),
    ("Client must not transfer this Agreement without Supplier's consent.", "assignment"),
    ("Client may assign the agreement only with the prior written consent of Supplier.", "assignment"),
    ("Assignment by Client needs the prior written consent of Supplier.", "assignment"),
    ("Once each year Supplier may audit the use of the Services.", "audit"),
    ("Supplier must give 10 business days' notice of an audit.", "audit"),
    ("Fees cannot be refunded.", "refund"),
    ("The agreement is governed by the laws of England and Wales.", "law"),
    ("For each outage Supplier has to credit the lower of GBP 2,000 and 15 per cent of the monthly fees.", "credits"),
    ("It says: “Fees are not refundable.”", "refund"),
    ("Notice: “… unless either party gives at least sixty (60) days' written notice …”", "renewal"),
    ("The customer's exit: “Client may terminate this Agreement for convenience on ninety (90) business days' notice.”",
     "convenience"),
    ("It is a contract between Osprey Cloud Ltd (“Supplier”) and Linden Mills plc (“Client”).", "parties"),
]  # fmt: skip

TAMPERED = [
    # Numbers, units, currencies, dates
    ("Client must pay each invoice within 60 days of receipt.", "payment", "number changed"),
    ("Client must pay each invoice within thirty (30) months of receipt.", "payment", "unit changed"),
    ("Client must pay each invoice within 30 business days of receipt.", "payment", "business days added"),
    ("Client must pay each invoice of EUR 12,500 within 30 days of receipt.", "payment", "currency changed"),
    ("Client must pay each invoice of USD 125,000 within 30 days of receipt.", "payment", "sum changed"),
    ("Interest at 14% per annum is due on an undisputed invoice if it is late.", "late", "percent changed"),
    ("If an undisputed invoice is late, Client shall pay interest at 4% per month.", "late", "rhythm changed"),
    ("The agreement renews automatically on 13 March 2027 unless notice is given.", "renewal", "date shifted"),
    ("The agreement renews automatically in March 2028 unless notice is given.", "renewal", "year shifted"),
    ("The last day for notice against renewal is 30 January 2027.", "renewal", "computed date shifted"),
    ("It renews for 12 months unless either party gives at most 60 days' notice.", "renewal", "bound turned"),
    ("It renews for twelve months unless notice is given 60 days after the end of the term.", "renewal", "side turned"),
    ("Client may terminate for convenience on 90 days' notice.", "convenience", "business dropped"),
    ("Supplier must credit the greater of £2,000 and 15% of the monthly fees for each outage.", "credits", "greater"),
    ("Supplier must credit £2,000 or 15% of the annual fees for each outage.", "credits", "rhythm of fees"),
    ("Supplier's liability is capped at twice the fees paid in six months, except for breach of confidentiality.",
     "cap", "multiple invented"),
    ("Supplier's liability is capped at the fees of twelve months, except for breach of confidentiality.", "cap",
     "months changed"),
    # Another clause
    ("Client may terminate for convenience on ninety business days' notice.", "cause", "cited to the wrong clause"),
    ("Client must pay each invoice within 30 days of receipt.", "renewal", "cited to the wrong clause"),
    ("Either party may terminate on 60 days' notice if the other commits a material breach.", "cause",
     "number of another clause"),
    # Parties
    ("Supplier must pay each invoice within 30 days of receipt.", "payment", "party swapped"),
    ("Each invoice is to be paid by Supplier within 30 days of receipt.", "payment", "party swapped, passive"),
    ("Client shall indemnify Supplier against claims that the Services infringe a patent of a third party.",
     "indemnity", "who holds whom harmless"),
    ("Supplier is to be indemnified by Client against patent claims of a third party.", "indemnity", "swapped"),
    ("Client's liability to Supplier is capped at the fees paid in six months, except for breach of confidentiality.",
     "cap", "whose liability"),
    ("Supplier may not assign this Agreement without the prior written consent of Client.", "assignment", "swapped"),
    ("Client must keep the Confidential Information secret for five years.", "secrecy", "each party narrowed"),
    ("If the other commits a material breach, Supplier may terminate on 30 days' notice.", "cause",
     "either party narrowed"),
    ("Either party may terminate this Agreement for convenience on 90 business days' notice.", "convenience",
     "one party told as both"),
    ("Harrier Holdings may terminate for convenience on 90 business days' notice.", "convenience", "party invented"),
    # May and must
    ("Client must terminate this Agreement for convenience on 90 business days' notice.", "convenience", "must"),
    ("Client may pay each invoice within 30 days of receipt.", "payment", "may"),
    ("Supplier shall audit the use of the Services once in each year.", "audit", "shall"),
    ("Supplier may give ten business days' notice.", "audit", "may"),
    ("Client is entitled to indemnify itself.", "payment", "right invented"),
    ("Supplier is free to indemnify Client against patent claims of a third party.", "indemnity", "may"),
    # Not
    ("Fees are refundable.", "refund", "not dropped"),
    ("Client may assign this Agreement without the prior written consent of Supplier.", "assignment", "not dropped"),
    ("Client shall not pay each invoice within 30 days of receipt.", "payment", "not added"),
    ("Neither party may terminate on 30 days' notice if the other commits a material breach.", "cause", "neither"),
    ("There is no cap on Supplier's liability except for breach of confidentiality.", "cap", "no cap"),
    ("Supplier's liability to Client is unlimited, except for breach of confidentiality.", "cap", "unlimited"),
    ("Liability for fraud is limited.", "uncapped", "nothing dropped"),
    ("Each party shall keep the Confidential Information secret and may disclose it to any person other than its "
     "professional advisers.", "secrecy", "shall not told as may"),
    # Except, unless, if
    ("Supplier's liability is capped at the fees paid in the 6 months before the claim.", "cap", "except dropped"),
    ("It renews automatically for successive periods of 12 months.", "renewal", "unless dropped"),
    ("Neither party may disclose Confidential Information to any person for five years.", "secrecy",
     "other than dropped"),
    ("Client may not assign this Agreement.", "assignment", "without dropped"),
    ("Either party may terminate this Agreement on 30 days' notice.", "cause", "if dropped"),
    ("Client shall pay interest at 4% per annum.", "late", "condition dropped"),
    # Scope
    ("If the other party commits a breach, either party may terminate on 30 days' notice.", "cause",
     "material dropped"),
    ("Supplier shall indemnify Client against any material claim that the Services infringe a patent.", "indemnity",
     "any to material"),
    ("Client may terminate immediately for convenience on 90 business days' notice.", "convenience", "immediately"),
    ("If an invoice is late, Client owes interest at 4% per annum.", "late", "undisputed dropped"),
    # Quotations
    ("It says: “Fees are never refundable.”", "refund", "a word changed"),
    ("It says: “Client shall pay each invoice without the prior written consent of Supplier.”", "payment", "joined"),
    ("It says: “Client shall pay each invoice … for convenience on ninety (90) business days' notice.”", "payment",
     "joined with dots"),
    ("It says: “Client may terminate this Agreement for convenience”.", "payment", "quote of another clause"),
    ("It says: “This Agreement shall renew automatically for successive periods of twelve (12) months”.", "renewal",
     "quotation stops before unless"),
    ("It says: “assign this Agreement without the prior written consent of Supplier”.", "assignment",
     "quotation starts after not"),
    ("Client must “terminate this Agreement for convenience on ninety (90) business days' notice”.", "convenience",
     "must before a quotation"),
    # Law
    ("Under the Sale of Goods Act 1979, fees are not refundable.", "refund", "act invented"),
    ("Fees are not refundable (Unfair Contract Terms Act 1977, s. 11).", "refund", "section changed"),
    ("Fees are not refundable, as held in Hartley v Baines.", "refund", "case invented"),
    ("Fees are not refundable under BGB § 307.", "refund", "code invented"),
    ("This Agreement is governed by the laws of Delaware.", "law", "law changed"),
]  # fmt: skip


def kept(drafted: Drafted) -> bool:
    sentences, issues = ground(DOCUMENT, [drafted], SOURCES, GIVEN, part="x")
    assert len(sentences) + len(issues) == 1
    return bool(sentences)


@pytest.mark.parametrize(("text", "clause"), FAITHFUL)
def test_other_words_for_the_same_are_kept(text: str, clause: str) -> None:
    assert kept(reply(text, clause))


@pytest.mark.parametrize(("text", "clause", "what"), TAMPERED)
def test_what_was_tampered_with_is_refused(text: str, clause: str, what: str) -> None:
    assert not kept(reply(text, clause)), what


@pytest.mark.parametrize("number", [0, len(NAMES) + 1, 999_999])
def test_a_cite_that_was_not_offered_is_refused(number: int) -> None:
    assert not kept(Drafted("Fees are not refundable.", (number,)))


def test_the_issue_names_the_fault_and_no_word_of_the_contract() -> None:
    _, (issue,) = ground(DOCUMENT, [reply("Fees are refundable.", "refund")], SOURCES, GIVEN, part="summary, money")
    assert issue.code == "unsupported-sentence"
    assert issue.message == "A sentence of 'summary, money' was dropped: it adds or loses a 'not'."
