"""Senses: what the words after "shall" or "may" make of it."""

import re

from legalai.extract.obligations.inside import ADVERBS, INSERT
from legalai.extract.obligations.modality import Binding
from legalai.extract.obligations.passives import PARTICIPLE
from legalai.schema import Modality

_HAVE_DONE = rf"have\s+(?:\w+ly\s+)?(?!(?:un)?(?:limited|restricted|disputed|fettered)\b){PARTICIPLE}\b"
# What a side shall have received or suffered is no act of its own.
_NO_ACT = r"(?!have\s+(?:received|incurred|suffered|become|been|had|failed|breached|elapsed|expired|occurred)\b)"
# What the words after "shall" make of it: pattern, modality where affirmed, modality where denied; None states nothing.
_SENSES: tuple[tuple[str, Modality | None, Modality | None], ...] = (
    (
        rf"(?:not\s+)?be\s+(?:\w+ly\s+)?(?:required|obligated|obliged|bound){INSERT}\s+to\b[\s,]*(?!by\b)",
        "obligation",
        None,
    ),
    # "shall have vacated the Premises by noon on Friday"
    (
        rf"(?={_NO_ACT}{_HAVE_DONE}\s[^;.]{{0,160}}?\sby\s(?:noon|midnight|\d|close\s+of|the\s+(?:end|\w+\s+(?:day|anniversary))\s"
        r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s))",
        "obligation",
        None,
    ),
    # "provided that Client shall have given 120 days' notice" is a circumstance.
    (
        rf"(?={_HAVE_DONE}\s+(?:\(|\d|(?:the|an?|any|all|each|its|his|her|their|such|no|not|to|in|at|on|with|by|for|from)\b))",
        None,
        None,
    ),
    (r"(?:be\s+under|have)\s+(?:no|any)\s+(?:\w+\s+)?(?:obligation|duty|responsibilit|liabilit)", None, None),
    (
        r"(?:be\s+under|have)\s+(?:the|an|a)\s+(?:\w+\s+)?(?:obligation|duty|responsibility)\s+to\s+",
        "obligation",
        None,
    ),
    (
        r"be\s+(?:(?:\w+ly|deemed)\s+)?entitled\s+to\s+(?=(?:any|an?|the|such|its|no|all|compensation|damages|payment)\b)",
        "entitlement",
        None,
    ),
    (rf"be\s+(?:\w+ly\s+)?entitled{INSERT}\s+to\b[\s,]*", "entitlement", "prohibition"),
    (r"be\s+(?:\w+ly\s+)?eligible\s+(?:to\s+|(?=for))", "entitlement", None),
    (
        r"(?:have|retain|reserve|enjoy)\s+(?!no\b|not\b|neither\b)(?:(?:the|a|an)\s+)?(?:[a-z-]{1,16},?\s+(?:and\s+)?){0,3}?"
        r"(?:rights?|option|privilege|authority|power|discretion|"
        rf"opportunity)(?:\s*,\s*but\s+not\s+the\s+obligation,?|{INSERT})\s+to\s+(?!or\b)",
        "entitlement",
        "prohibition",
    ),
    (
        r"(?:have|retain)\s+(?=(?:the|a|an)\s+(?:[a-z-]+\s+){0,3}?(?:right|option|authority)s?\b)",
        "entitlement",
        None,
    ),
    (
        r"(?=(?:have|retain)\s+(?:\w+\s+){0,2}?(?:final|sole|exclusive|full|complete)\s+"
        r"(?:\w+\s+){0,2}?(?:discretion|control|authority|decision|responsibility|say))",
        "entitlement",
        None,
    ),
    (
        r"have\s+no\s+(?:\w+\s+)?(?:right|authority|power)s?\s+(?:or\s+\w+\s+)?to\s+(?!(?:or|any|an?|the|such)\b)",
        "prohibition",
        None,
    ),
    (
        rf"be\s+(?:\w+ly\s+)?(?:permitted|allowed|authori[sz]ed|free|at\s+liberty){INSERT}\s+to\b[\s,]*",
        "permission",
        "prohibition",
    ),
    (
        r"(?=be\s+(?:\w+ly\s+)?(?:permitted|allowed|given)\s+(?:access|entry|use|possession)\b)",
        "permission",
        "prohibition",
    ),
    (
        r"be\s+(?:\w+ly\s+)?(?:prohibited|precluded|prevented|restricted|barred|forbidden)\s+(?:from|to)\s+",
        "prohibition",
        None,
    ),
    (r"(?=be\s+(?:[\w-]+\s+){0,3}?(?:responsible|accountable|answerable)\s+(?:for|to)\b)", "obligation", None),
    (r"(?=be\s+(?:[\w-]+\s+){0,3}?liable\s+(?:for|to)\b)", "obligation", None),
    (r"no\s+longer\s+(?:have|be\s+(?!permitted|allowed|entitled))", None, None),
    (r"(?:refrain|abstain|desist)\s+from\s+", "prohibition", None),
    (r"(?:acquire|gain|obtain|assume|incur|bear|owe|pay|receive|accept|derive)\s+no\b", None, None),
    (
        r"(?=(?!be\b|have\b|give\b|do\b|in\b|at\b|under\b)[a-z]+\s+no\s+(?!more|less|later|fewer|longer|earlier))",
        "prohibition",
        None,
    ),
    (
        r"(?=(?:have|enjoy|retain)\s+(?!no\b|not\b)(?:[\w-]+,?\s+){0,5}?"
        r"(?:remed(?:y|ies)|recourse|access\s+to|use\s+of|benefit\s+of)\b)",
        "entitlement",
        None,
    ),
    (r"(?=(?:\w+ly\s+|and\s+|have\s+|hold\s+|have,\s+){0,6}enjoy\b)", "entitlement", None),
    (
        r"(?=(?:\w+ly\s+)?(?:own|retain\s+(?:\w+\s+){0,3}(?:rights?|title|ownership|interest))\b)",
        "entitlement",
        None,
    ),
    (r"(?=(?:\w+ly\s+)?(?:receive|earn)\s)", "entitlement", None),
    # "shall have ten days to cure", "shall have until June 1 to elect"
    (
        r"(?=have\s+(?:until\b|(?:[\w-]+\s+){1,6}(?:days?|weeks?|months?|years?)\b)[^;]{0,120}?\bto\s)",
        "entitlement",
        None,
    ),
)
_AFTER: tuple[tuple[re.Pattern[str], Modality | None, Modality | None], ...] = tuple(
    (re.compile(rf"{ADVERBS}{pattern}", re.IGNORECASE), affirmed, denied) for pattern, affirmed, denied in _SENSES
)
# The law's own effects, states and definitions: nobody has to do anything.
_STATES_NOTHING = re.compile(
    rf"{ADVERBS}(?:mean|means|constitute|prevail|survive|inure|expire|lapse|accrue|vest|arise|occur|"
    r"exist|become|remain(?!\s+(?:\w+\s+){0,2}(?:responsible|liable|obligated|bound))|"
    r"continue\s+(?:in|to\s+(?:be|apply|have|survive))|suffer|incur|experience|cease\s+to\s+(?:be|have)\b|"
    r"have\b(?!\s+(?:in\s+(?:place|effect|force)|available|its|their|been|employees|such))|"
    r"not\s+(?:apply|be|include)|"
    r"be\s+(?:(?:\w+ly|so|also|further)\s+)*(?:deemed|regarded|construed|interpreted|governed|considered|treated|binding|"
    r"null|void|effective|"
    r"subject|liable|unable|able|in\s+(?:default|breach|addition|full|effect|force)|severable|enforceable|"
    r"conclusive|final|"
    r"cumulative|relieved|excused|released|discharged|free\s+(?:from|of)|defined|limited|excluded|applicable|"
    r"an?\b|the\b|one\b|as\b|that\b|those\b|any\b|no\b|such\b|more|less|equal|valid|irreparabl\w*|harmed|damaged|"
    r"third|joint|independent|acting|doing|receiving|providing|taking|entering|required|entitled|permitted|"
    r"bound|due|or\s+become)\b)",
    re.IGNORECASE,
)
# "shall not suffer any waste" forbids to let it happen.
_SUFFERING = re.compile(rf"{ADVERBS}(?:suffer|incur)\b", re.IGNORECASE)
_POSSIBLE = re.compile(
    rf"{ADVERBS}(?:be\b|have\b|become|suffer|incur|experience|need\b|wish|desire|owe\b|know\b|own\b|hold\b|"
    rf"contain|include|arise|"
    r"occur|result|fail\b|deem\b|seem|appear\s|come\s|reasonably\s+(?:request|require|need)|lead\b|cause\b|differ)",
    re.IGNORECASE,
)
_BE_STATE = re.compile(
    r"be\s+(?:[\w-]+ly\s+)?(?:required|obligated|obliged|bound|entitled|permitted|allowed|authori[sz]ed)\s+to",
    re.IGNORECASE,
)


def weigh(binding: Binding, rest: str, *, denied: bool) -> tuple[Modality, int] | None:
    """What a binding and the words after it state, and how many characters of those belong to it; None for nothing.

    `denied` is true where binding or subject says no ("shall not", "neither party shall").
    """
    for pattern, affirmed, negative in _AFTER:
        if match := pattern.match(rest):
            chosen = negative if denied else affirmed
            return (chosen, match.end()) if chosen and not (binding.weak and not denied) else None
    if _STATES_NOTHING.match(rest):
        return ("prohibition", 0) if denied and _SUFFERING.match(rest) else None
    if denied:
        return "prohibition", 0
    if binding.weak and (_POSSIBLE.match(rest) or _BE_STATE.match(rest)):
        return None
    return binding.modality, 0
