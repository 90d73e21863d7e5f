"""Laws under which an automatic renewal may not bind although its date stands, and who must remind whom when.

The date is never moved for them: whether such a law applies turns on facts that the text does not settle.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legalai.deadlines.calendar import MOST_DAYS
from legalai.extract.dates.authorities import BGB_309_9, GOL_5_903, GOL_5_905
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Authority, Renewal

_MONTH_DAYS = MOST_DAYS["month"]


@dataclass(frozen=True, slots=True)
class RenewalLaw:
    """One law. `about`: words of the contract that bring it under the law; `remind`: the days before the last day for
    notice, first and last, on which the other side must be reminded; `whom` that is.
    """

    jurisdiction: str
    about: re.Pattern[str]
    says: str
    remind: tuple[int, int] | None
    longer_than_days: int
    whom: str
    authority: Authority

    @property
    def words(self) -> str:
        """What it says, and the day this was told as of."""
        return f"{self.says} (As of {self.authority.as_of}.)"


RENEWAL_LAWS = (
    RenewalLaw(
        jurisdiction="us-ny",
        about=re.compile(r"\b(?:lease|sublease|tenan(?:t|cy)|demised\s+premises)\b", re.IGNORECASE),
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
        about=re.compile(r"\b(?:maintenance|maintain|repair|servicing)\b", re.IGNORECASE),
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
            r"\b(?:consumer|member(?:ship)?s?|verbraucher|general\s+terms|terms\s+(?:and\s+conditions|of\s+(?:use|service)))\b",
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
    opening = "\n".join(p.text for p in passages if p.start < _OPENING)
    for law in RENEWAL_LAWS:
        if (
            law.jurisdiction == jurisdiction
            and renewal.term.about(MOST_DAYS) > law.longer_than_days
            and law.about.search(opening)
        ):
            return law
    return None


def reminder(law: RenewalLaw, deadline: date) -> tuple[date, date] | None:
    """The first and the last day on which the reminder counts."""
    if law.remind is None:
        return None
    first, last = law.remind
    return deadline - timedelta(days=first), deadline - timedelta(days=last)
