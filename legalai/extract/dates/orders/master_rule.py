"""How long each order runs, and how it renews, where only its master says so: "Each order renews for 12 months"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legalai.extract.clauses.pointers import whole
from legalai.extract.dates.life import Life
from legalai.extract.dates.notice.notice_period import NoticeReading, find_notice_period
from legalai.extract.dates.renewal.how_often import limited_in_all
from legalai.extract.dates.renewal.renewal import lasting_as_before, read_renewal
from legalai.extract.dates.term.term import read_term
from legalai.extract.dates.values.dates import DateOrder
from legalai.extract.segmentation.passages import Passage
from legalai.schema import ProofStep, Renewal

_AN_ORDER = (
    r"\b(?:orders?(?:\s+forms?)?|statements?\s+of\s+work|SOWs?|work\s+orders?|service\s+orders?"
    r"|subscriptions?(?:\s+(?:terms?|periods?))?)\b"
)
_RENEWED = r"\b(?:renew(?:s|ed|al|als)?|extend(?:s|ed)?|extension|prolong(?:s|ed)?|roll(?:s|ed)?\s+over)\b"
_NO_ORDER = re.compile(rf"\b(?:no|neither|nor)\s+(?:\w+\s+){{0,2}}?{_AN_ORDER}", re.IGNORECASE)
# The plural of "renews" tells by itself what happens, and no option.
_THEY_RENEW = re.compile(
    r"\b(?:orders|forms|SOWs|statements\s+of\s+work|subscriptions)\b(?:(?!\b(?:may|can|might|could|not|only)\b)[^.;,]){0,60}?"
    r"\b(?:renew|roll\s+over|are\s+(?:renewed|extended|prolonged))\b",
    re.IGNORECASE,
)
# Nothing but the order is renewed: the agreement may stand behind "under", not between the two.
_AGREEMENT = r"(?<!under )(?<!to )(?<!of )\b(?:this|the)\s+(?:\w+\s+)?(?:agreement|contract)\b"
_RENEWS = re.compile(
    rf"{_AN_ORDER}(?:(?!{_AGREEMENT})[^.;]){{0,120}}?{_RENEWED}"
    rf"|{_RENEWED}\s+of\s+(?:\w+\s+){{0,2}}?{_AN_ORDER}",
    re.IGNORECASE,
)


_LASTS = re.compile(
    rf"\b(?:each|every|any|an|the|such|all)\s+(?:(?!agreement)\w+\s+){{0,2}}?{_AN_ORDER}(?:(?!{_AGREEMENT})[^.;]){{0,60}}?"
    r"\b(?:terms?|periods?|duration|continu\w+|lasts?|runs?|remains?\s+in\s+(?:force|effect))\b"
    rf"|\bterms?\s+of\s+(?:each|every|any|an|all|the)\s+(?:\w+\s+){{0,2}}?{_AN_ORDER}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MasterRule:
    """How the orders under a master renew, the notice against it, and the passage that says so."""

    renewal: Renewal
    notice: NoticeReading | None
    said_by: Passage

    def given_to(self, life: Life) -> Life:
        """The life of an order by this rule, as far as the order has none of its own."""
        if life.renewal.kind == "unknown":
            initial = life.expiration.initial_term
            renewal = limited_in_all(lasting_as_before(self.renewal, initial), initial)
            rule = "the master says how each order renews, and the order says nothing else"
            step = ProofStep(step="renewal", result=renewal.kind, quotes=(whole(self.said_by),), rule=rule)
            expiration = replace(life.expiration, proof=(*life.expiration.proof, step))
            return replace(life, expiration=expiration, renewal=renewal, notice=life.notice or self.notice)
        if life.renewal.kind == "automatic" and life.notice is None:
            return replace(life, notice=self.notice)
        return life


def find_master_rule(master: Sequence[Passage]) -> MasterRule | None:
    """The rule of a master for the renewal of its orders; None where it has none."""
    for passage in master:
        if _RENEWS.search(passage.text) and not passage.is_heading and not _NO_ORDER.search(passage.text):
            renewal = read_renewal(passage)
            if renewal.kind == "unknown" and renewal.term and _THEY_RENEW.search(passage.text):
                renewal = replace(renewal, kind="automatic")
            if renewal.kind != "unknown":
                return MasterRule(renewal, find_notice_period(master, (), renewal), passage)
    return None


def find_order_term(master: Sequence[Passage], order: DateOrder | None) -> Passage | None:
    """The passage of a master that says how long each of its orders runs; None where it has none."""
    for passage in master:
        if _LASTS.search(passage.text) and not passage.is_heading and not _NO_ORDER.search(passage.text):
            reading = read_term(passage, order)
            if reading is not None and reading.length is not None:
                return passage
    return None
