"""One contract for the tables of replies: its clauses by name, and what a drafter was given with them."""

from legalai.drafting.reply import Drafted
from legalai.drafting.sources import Sources
from legalai.drafting.support.given import Given, Linked
from legalai.drafting.support.parties import Named
from legalai.schema import Citation, Document
from tests.advise.builders import document_of

CLAUSES = {
    "parties": 'This Hosting Agreement is made between Osprey Cloud Ltd ("Supplier") and Linden Mills plc ("Client").',
    "payment": "Client shall pay each invoice of USD 12,500 within thirty (30) days of receipt.",
    "late": "If an undisputed invoice is not paid when due, Client shall pay interest at the rate of 4% per annum.",
    "renewal": "On 31 March 2027 this Agreement shall renew automatically for successive periods of twelve (12) months "
    "unless either party gives at least sixty (60) days' written notice before the end of the then-current term.",
    "cap": "Except for breach of confidentiality, Supplier's total liability to Client shall not exceed the fees paid "
    "in the six (6) months preceding the claim.",
    "uncapped": "Nothing in this Agreement limits liability for fraud or for death caused by negligence.",
    "indemnity": "Supplier shall indemnify Client against any claim that the Services infringe a patent of a third "
    "party.",
    "secrecy": "Each party shall keep the Confidential Information of the other party secret and shall not disclose it "
    "to any person other than its professional advisers for a period of five (5) years.",
    "cause": "Either party may terminate this Agreement on thirty (30) days' notice if the other party commits a "
    "material breach.",
    "convenience": "Client may terminate this Agreement for convenience on ninety (90) business days' notice.",
    "assignment": "Client may not assign this Agreement without the prior written consent of Supplier.",
    "audit": "Supplier may audit the use of the Services once in each year, but shall give ten (10) business days' "
    "notice.",
    "refund": "Fees are not refundable.",
    "law": "This Agreement is governed by the laws of England and Wales.",
    "credits": "Supplier must credit the lesser of £2,000 and 15% of the monthly fees for each outage.",
}
TEXT = "\n".join(CLAUSES.values()) + "\n"
DOCUMENT: Document = document_of(TEXT)
NAMES = tuple(CLAUSES)
CAVEAT = "The limits of this Agreement do not apply to the indemnity for patents."


def citation(name: str) -> Citation:
    """The quote of a clause."""
    start = TEXT.index(CLAUSES[name])
    return Citation(text=CLAUSES[name], start=start, end=start + len(CLAUSES[name]))


SOURCES = Sources(tag="t", citations=[citation(name) for name in NAMES])
GIVEN = Given(
    facts=(
        Drafted("29 January 2027", (NAMES.index("renewal") + 1,)),
        Drafted("The limit of liability for hosting is weighed under the statute named.", ()),
    ),
    lines=(
        Drafted(
            "Notice against renewal must be given 60 days before; the last day is 29 January 2027.",
            (NAMES.index("renewal") + 1,),
        ),
    ),
    parties=(
        Named(("Osprey Cloud Ltd", "Supplier", "Provider")),
        Named(("Linden Mills plc", "Client", "Customer")),
    ),
    authorities=("Unfair Contract Terms Act 1977, s. 3",),
    terms=("Services", "Confidential Information"),
    linked=(Linked(start=citation("cap").start, end=citation("cap").end, text=CAVEAT),),
)


def reply(text: str, *cites: str) -> Drafted:
    """A sentence that cites some clauses by name."""
    return Drafted(text, tuple(NAMES.index(each) + 1 for each in cites))
