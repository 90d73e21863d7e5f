"""Laws under which an automatic renewal may not bind although its date stands, and who must remind whom when.

The date is never moved for them: whether such a law applies turns on facts that the text does not settle.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legalai.deadlines.calendar import MOST_DAYS
from legalai.extract.dates.authorities import BGB_309_9, GOL_5_901, GOL_5_903, GOL_5_905
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Authority, Renewal

_MONTH_DAYS = MOST_DAYS["month"]


@dataclass(frozen=True, slots=True)
class RenewalLaw:
    """One law. What brings a contract under it: `about`, words of its opening, which say what kind it is, or `duty`, a
    duty anywhere in it; `unless` keeps it out. `remind`: the days before the last day for notice, first and last, on
    which the other side must be reminded; `whom` that is.
    """

    jurisdiction: str
    about: re.Pattern[str]
    duty: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    says: str
    remind: tuple[int, int] | None
    longer_than_days: int
    whom: str
    authority: Authority

    @property
    def words(self) -> str:
        """What it says, and the day this was told as of."""
        return f"{self.says} (As of {self.authority.as_of}.)"


# Things that somebody looks after, lends out or lives in; never what is only kept up, such as insurance or records.
_CARED_FOR = (
    r"(?:premises|buildings?|equipment|elevators?|lifts?|boilers?|machines?|machinery|plant|grounds|gardens?|roofs?"
    r"|vehicles?|fleet|copiers?|printers?|alarms?|installations?|windows|offices?|facilit(?:y|ies)|waste|refuse"
    r"|hardware|systems?|software)"
)
_LENT = (
    r"(?:equipment|machine(?:s|ry)?|copiers?|printers?|vehicles?|trucks?|cars|trailers?|goods|personal\s+property"
    r"|devices?|furniture|servers?)"
)
_BUILT = r"(?:premises|buildings?|real\s+property|land|apartment|warehouse|storefront|office\s+space|floors?)"
_CARE = r"(?:maintenance|repairs?|servicing|cleaning|janitorial|upkeep|landscaping|pest\s+control|snow\s+removal)"
_SERVICE_CONTRACT = re.compile(
    rf"\b{_CARE}\s+(?:and\s+\w+\s+)?(?:services?|work|contract|agreement|plan)\b"
    rf"|\b(?:and|for)\s+{_CARE}\s+(?:agreement|contract|services?)\b"
    rf"|\b{_CARE}\s+of\s+(?:(?:the|its|all|certain)\s+)?(?:\w+\s+){{0,3}}{_CARED_FOR}\b",
    re.IGNORECASE,
)
# A repair under a warranty, and what the customer is to keep in order, are no services to it.
_SERVICE_DUTY = re.compile(
    r"(?<!customer\s)(?<!client\s)(?<!licensee\s)(?<!tenant\s)(?<!lessee\s)(?<!subscriber\s)(?<!distributor\s)"
    r"\b(?:shall|will|must|agrees?\s+to)\s+(?:(?:maintain|repair|service|clean|overhaul|collect|remove)\b,?\s+(?:and\s+)?){1,3}"
    rf"(?:the|all|each|every|its|customer['’]s|client['’]s)\s+(?:\w+['’]?s?\s+){{0,3}}{_CARED_FOR}\b",
    re.IGNORECASE,
)

RENEWAL_LAWS = (
    RenewalLaw(
        jurisdiction="us-ny",
        about=re.compile(
            rf"\b(?:landlord|demised\s+premises|sublease|tenancy)\b|\blease\b[^.;]{{0,120}}\b{_BUILT}\b"
            rf"|\b{_BUILT}\b[^.;]{{0,60}}\bleased?\b",
            re.IGNORECASE,
        ),
        duty=None,
        unless=None,
        says="N.Y. Gen. Oblig. Law 5-905: a lease of real property that renews itself does so only if the landlord "
        "reminds the tenant of the clause in writing, personally or by registered or certified mail, 15 to 30 days "
        "before the tenant's notice is due.",
        remind=(30, 15),
        longer_than_days=0,
        whom="the tenant",
        authority=GOL_5_905,
    ),
    RenewalLaw(
        jurisdiction="us-ny",
        about=re.compile(
            rf"\b(?:leases?|leasing|rents?|rental|hires?)\b[^.;,]{{0,60}}\b{_LENT}\b"
            rf"|\b{_LENT}\s+(?:lease|rental|leasing|hire)\b|\bless(?:ee|or)\b",
            re.IGNORECASE,
        ),
        duty=None,
        unless=None,
        says="N.Y. Gen. Oblig. Law 5-901: a lease of personal property that renews itself does so only if the lessor "
        "reminds the lessee of the clause in writing 15 to 30 days before the lessee's notice is due.",
        remind=(30, 15),
        longer_than_days=_MONTH_DAYS,
        whom="the lessee",
        authority=GOL_5_901,
    ),
    RenewalLaw(
        jurisdiction="us-ny",
        about=_SERVICE_CONTRACT,
        duty=_SERVICE_DUTY,
        unless=None,
        says="N.Y. Gen. Oblig. Law 5-903: in a contract for service, maintenance or repair to or for real or personal "
        "property, a renewal for a specified period of more than a month cannot be enforced against the customer "
        "unless the supplier reminds it of the clause in writing, personally or by certified mail, 15 to 30 days "
        "before the last day for the customer's notice.",
        remind=(30, 15),
        longer_than_days=_MONTH_DAYS,
        whom="the customer",
        authority=GOL_5_903,
    ),
    RenewalLaw(
        jurisdiction="de",
        about=re.compile(
            r"\b(?:an?|the|any|as|for|to|with|if)\s+consumers?\b"
            r"(?!\s+(?:price|financ|electronic|product|goods|credit|cost|relation|advertis|report|data|brand))"
            r"|\b(?:private\s+individuals?|membership|verbraucher|terms\s+of\s+(?:use|service))\b",
            re.IGNORECASE,
        ),
        duty=None,
        unless=re.compile(
            r"\b(?:no|not|nor|neither|other\s+than|excluding)\s+(?:to\s+|with\s+|for\s+|as\s+)?(?:an?\s+)?consumers?\b"
            r"|\bconsumers?\s+(?:is|are)\s+(?:excluded|not)\b|\bentrepreneurs?\s+only\b|\bunternehmer\b",
            re.IGNORECASE,
        ),
        says="BGB s. 309 Nr. 9: in standard terms for a consumer, in contracts since 1 March 2022, a silent renewal "
        "holds only for an indefinite time that can be ended at any time on a month's notice at most.",
        remind=None,
        longer_than_days=_MONTH_DAYS,
        whom="the customer",
        authority=BGB_309_9,
    ),
)


_OPENING = 3_000


def law_on_renewal(renewal: Renewal, passages: Sequence[Passage], jurisdiction: str | None) -> RenewalLaw | None:
    """The law that may stand against an automatic renewal under this jurisdiction; None where none is known."""
    if renewal.kind != "automatic" or renewal.term is None:
        return None
    days = renewal.term.about(MOST_DAYS)
    laws = (law for law in RENEWAL_LAWS if law.jurisdiction == jurisdiction and days > law.longer_than_days)
    return next((law for law in laws if _applies(law, passages)), None)


def _applies(law: RenewalLaw, passages: Sequence[Passage]) -> bool:
    opening = "\n".join(each.text for each in passages if each.start < _OPENING)
    if law.unless and any(law.unless.search(each.text) for each in passages):
        return False
    return bool(law.about.search(opening) or (law.duty and any(law.duty.search(each.text) for each in passages)))


def reminder(law: RenewalLaw, deadline: date) -> tuple[date, date] | None:
    """The first and the last day on which the reminder counts."""
    if law.remind is None:
        return None
    first, last = law.remind
    return deadline - timedelta(days=first), deadline - timedelta(days=last)
