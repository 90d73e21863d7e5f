"""What one sentence states, whatever its paragraph speaks of: types known by wording, with its precision."""

import re
from dataclasses import dataclass

_DEFINES = re.compile(
    r"\W{0,4}(?:\(?[\w.]{1,8}[.)]?\s{1,3})?[\"“][^\"“”]{1,60}[\"”]\s(?:shall\smean|means?|has\sthe\smeaning|refers)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ProvisionRule:
    """A provision type and what a sentence of it says, ignoring case.

    `precision` is the share of sentences found, where the model finds none, that are of the type, read by hand:
    models/provisions-en/MODEL_CARD.md.
    """

    name: str
    precision: float
    wording: re.Pattern[str]

    def finds(self, sentence: str) -> bool:
        """Whether a sentence states the type; one that defines a term only names it."""
        return self.wording.search(sentence) is not None and not _DEFINES.match(sentence)


def _rule(name: str, precision: float, wording: str) -> ProvisionRule:
    """In a wording a space stands for any white space."""
    return ProvisionRule(name, precision, re.compile(wording.replace(" ", r"\s{1,4}"), re.IGNORECASE))


PROVISION_RULES: tuple[ProvisionRule, ...] = (
    _rule(
        "Indemnification",
        0.90,
        r"\b(?:shall|will|agrees? to|must|hereby)(?: (?:\w+ly|also|at its (?:own )?(?:sole )?(?:cost|expense),?))? "
        r"(?:(?:defend|protect|release|save),? (?:and )?){0,2}(?:fully )?(?:indemnif(?:y|ies)|hold harmless|"
        r"hold \w+ harmless)|\bindemnif(?:y|ies),? (?:and )?(?:defend|hold)|"
        r"\b(?:defend|protect)(?:,| and)(?: and)? indemnify|\bhereby indemnif|\bshall be indemnified",
    ),
    _rule(
        "Exclusion Of Damages",
        0.82,
        r"\b(?:not|no|neither|nor|never|waives?|excludes?|without)\b[^.;]{0,250}\b(?:consequential|indirect|"
        r"incidental|punitive|exemplary|special)\b[^.;]{0,80}\b(?:damages?|loss(?:es)?)\b|"
        r"\bno(?:t|r)? [^.;]{0,80}\b(?:lost|loss of) (?:profits?|revenues?)\b",
    ),
    _rule(
        "Late Payment",
        0.80,
        r"\b(?:late|overdue|past due|delinquent)\b[^.;]{0,120}\b(?:interest|late (?:fee|charge|payment charge)|penalty|"
        r"finance charge)\b|\binterest\b[^.;]{0,120}\b(?:late|overdue|past due|delinquent|"
        r"from the (?:due date|date due|date such))\b|\blate (?:payment )?(?:fee|charge)s?\b",
    ),
    _rule(
        "Price Increase",
        0.60,
        r"\b(?:increase|adjust|revise|raise|change)\b(?: \w+){0,4} (?:its |the |their |any |such )?(?:list |"
        r"then-current |unit )?(?:prices?|pricing|fees|rates|charges)\b|"
        r"\b(?:prices?|fees|rates|charges)\b[^.;]{0,60}\b(?:may|shall|will) (?:also )?be (?:increased|adjusted|"
        r"escalated)\b|\b(?:price|fee|rate) increases?\b",
    ),
    _rule(
        "Limitation Of Remedies",
        0.71,
        r"\b(?:sole|exclusive|only)(?:,? (?:and|or) (?:sole|exclusive|entire))?(?: and)? (?:liability and )?"
        r"(?:remed(?:y|ies)|recourse)\b",
    ),
    _rule(
        "Service Levels",
        0.92,
        r"\bservice credits?\b|\b(?:meet|achieve|maintain|comply with|satisfy|fail to meet)\b[^.;]{0,60}"
        r"\bservice levels?\b|\b(?:uptime|availability|available)\b[^.;]{0,80}\b\d{2}(?:\.\d+)? ?(?:%|percent)",
    ),
    _rule(
        "Security Incident",
        0.70,
        r"\b(?:security (?:incident|breach)|data breach|breach of security)(?:es|s)?\b|\bunauthorized (?:access|"
        r"acquisition|use|disclosure)\b[^.;]{0,120}\b(?:notif\w+|inform|report)\b|\b(?:notif\w+|inform|"
        r"report)\b[^.;]{0,120}\bunauthorized (?:access|acquisition)\b",
    ),
    _rule(
        "Data Protection",
        0.65,
        r"\b(?:personal data|personal information|personally identifiable information|protected health information|"
        r"data subjects?|data controller|data processor|non-?public personal information)\b|"
        r"\b(?:data protection|privacy) (?:law|legislation|act|regulation|polic|requirement)|"
        r"\bgeneral data protection regulation\b|\bgdpr\b|\bhipaa\b|\bgramm-leach",
    ),
    _rule(
        "Subcontracting",
        0.65,
        r"\b(?:may|shall|will|right to|entitled to|not|agrees)\b[^.;]{0,60}\b(?:sub-?contract|"
        r"engage(?: \w+){0,3} sub-?contractors?|use(?: of)?(?: \w+){0,2} sub-?contractors?)\b|"
        r"\b(?-i:sub-?contractors?)\b[^.;]{0,120}\b(?:consent|approval|responsible|liable|perform)\b",
    ),
)
