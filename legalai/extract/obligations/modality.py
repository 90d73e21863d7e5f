"""Modality: the words that bind, forbid, permit or entitle, and what they amount to with the words that follow."""

import re
from dataclasses import dataclass
from typing import Literal

from legalai.extract.obligations.impersonals import find_impersonals
from legalai.extract.obligations.inside import ADVERBS, INSERT
from legalai.extract.obligations.own_duties import OWN_DUTIES
from legalai.schema import Modality

Form = Literal["modal", "inverted", "phrase", "impersonal", "grant", "withheld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """Words of a sentence that may state a modality: characters [start, end); what must be done begins at `end`.

    `form`: a modal verb alone, whose sense the words after it decide, with the subject before it (modal) or after it
    (inverted, "in no event shall Supplier"); words that say it all (phrase, "is entitled to"); words that name the side
    after them (impersonal, "it is the duty of Tenant"; grant, "grants Tenant the right"); consent that must not be
    withheld (withheld). `weak` is true for "may", which possibility uses as well. Up to `reach` nothing
    else binds: what others will do, in "undertakes that its agents will".
    """

    start: int
    end: int
    modality: Modality
    negated: bool = False
    form: Form = "phrase"
    weak: bool = False
    reach: int = 0

    @property
    def bare(self) -> bool:
        """Whether the words after the binding decide its sense."""
        return self.form in ("modal", "inverted")

    @property
    def subject_follows(self) -> bool:
        """Whether the side that is bound stands after the binding."""
        return self.form in ("inverted", "impersonal", "grant")


_MODAL = re.compile(
    rf"(?<![\w-])(?:(?P<inverter>(?i:nor|in\sno\s(?:event|case|circumstances?)|under\sno\scircumstances?|"
    rf"at\sno\stime|on\sno\saccount|neither)(?:\s(?i:during|prior\sto|before|after|throughout)\s[^,.;:]{{1,40}}?)?)\s{{1,4}})?"
    rf"(?:(?P<modal>(?i:shall|must)|will|WILL|may|"
    rf"MAY)(?P<not>[\s,]{{1,4}}(?i:{ADVERBS}(?:not|never|neither|in\sno\s(?:event|case|circumstances?|way|manner)|under\sno\scircumstances?|at\sno\stime))"
    r"(?![\s,]{1,3}(?i:only|later)\b))?|(?P<cannot>(?i:cannot|can\snot))"
    r"|(?P<can>can)(?=\s[a-z])"
    r"|(?P<is_to>(?i:is|are)(?P<is_not>\snot)?(?:\s(?:each|both|all))?\s(?i:to)(?=\s(?!its\b|the\b|a\b|an\b|our\b|their\b|this\b|such\b|whom\b|which\b)[a-z])))"
    r"(?![\w-])",
)
_NOUN_WILL = re.compile(r"\b(?:at|good|free|ill|of|his|her|last|own|the|a)\s$", re.IGNORECASE)
_PRESENT = re.compile(
    r"(?<![\w-])(?:(?P<remains>remains?\s{1,4}(?:[a-z]+ly\s{1,4}){0,2}(?=(?:responsible|liable|accountable|answerable)\s+(?:for|to)\b))"
    rf"|(?:is|are|am)\s{{1,4}}{ADVERBS}(?P<be_not>not\s{{1,4}})?{ADVERBS}(?P<state>"
    rf"(?:required|obligated|obliged|bound|entitled|permitted|allowed|authori[sz]ed){INSERT}\s+to|"
    r"free\s+to|at\s+liberty\s+to|prohibited\s+from|"
    r"(?:precluded|restricted|barred|enjoined)\s+from|forbidden\s+(?:to|from)|(?=(?:responsible|liable|accountable|answerable)\s+(?:for|to)\b(?!\s+no\b))"
    r"|(?:granted|given)\s+(?=(?:an?|the|(?!no\b)[a-z-]+)\s+(?:[a-z-]{1,16},?\s+){0,3}?(?:rights?|options?|licen[cs]es?|use|access|possession)\b))"
    r"|(?P<performs>(?:hereby\s{1,4})?(?=indemnifies\b|guarantees\s+(?:that|to|the|due|full|all|payment|performance|prompt)\b)"
    r"|hereby\s{1,4}(?=(?:indemnify|guarantee)\s))"
    r"|(?P<and_not>(?<=\band\s)not\s{1,4}to\s{1,4}(?=[a-z]))"
    r"|(?P<kept>(?:reserves?|retains?)\s{1,4}(?:(?:un)?to|for)\s{1,4}(?:it|him|her|them)sel(?:f|ves)\s)"
    rf"|(?:has|have|retains?|reserves?|enjoys?)\s{{1,4}}{ADVERBS}(?P<right>(?:(?:the|a|an|"
    rf"its)\s{{1,4}})(?:[a-z-]{{1,16}},?\s{{1,4}}(?:and\s{{1,4}})?){{0,3}}?"
    rf"(?:right|option|privilege|authority|power|discretion)s?(?:{INSERT}|\s+and\s+(?:the\s+)?(?:obligation|duty)|,?\s+but\s+not\s+the\s+(?:obligation|"
    r"duty),?)\s{1,4}(?:to|of)\b)"
    r"|(?P<no_right>(?:has|have)\s{1,4}no\s{1,4}(?:[a-z]+\s{1,4})?(?:right|authority|power)s?\s{1,4}to\s(?!(?:or|any|an?|the|such)\b))"
    # "undertakes that its agents will": who answers for others is bound that they do.
    r"|(?P<answers>(?:agrees?|undertakes?|covenants?|promises)\s{1,4}(?:with\s[^,.;:]{1,40}?\s{1,4})?that\s{1,4}"
    r"(?=(?P<others>(?:(?:all|any|each|none)\s(?:of\s)?)?(?:its|his|her|their)\s[a-z][^.;:]{1,60}?\s(?:shall|will|must)\b(?P<answers_not>\s(?:not|never)\b)?)))"
    rf"|(?P<duty>(?:(?:has|have)\s{{1,4}}(?:the|an?)|(?:is|are)\s{{1,4}}under\s{{1,4}}an?)\s{{1,4}}(?:obligation|duty|responsibility)\s{{1,4}}to\b)"
    r"|(?P<must>(?:has|have|needs)\s{1,4}to\s(?=[a-z]+\s)(?!(?:the|such|any|its|an?|all|this|their|be|do\s+with)\b))"
    r"|(?P<burden>(?:assumes?|accepts?|bears)\s{1,4}(?=(?!no\b)(?:[a-z]+\s{1,4}){0,3}?(?:responsibility|liability|obligation|"
    r"risk|costs?|expenses?)\b)|binds?\s{1,4}(?:itself|himself|herself|themselves)\s{1,4}to\b)"
    r"|(?P<promise>(?:(?:represents?|warrants?|acknowledges?|confirms?|accepts?),?\s{1,4}(?:and\s{1,4})?){0,3}(?:agrees?|undertakes?|covenants?|promises|commits?|pledges?))"
    r"(?:\s{1,4}and\s{1,4}(?:agrees?|undertakes?|covenants?|acknowledges?|"
    r"binds?\sitself))?(?:\s?,[^,.;:]{1,100},)?\s{1,4}(?:with\s[^,.;:]{1,60}?\s{1,4})?"
    rf"(?P<promise_not>not\s+)?to(?:\s{{1,4}}|:\s{{1,12}})(?P<to_not>not\s+)?(?!(?-i:[A-Z])|(?:us|you|me|and|or|the|this|these|those|all|any|such|its|their|"
    rf"each|be\sbound)\b)(?P<refrain>(?:refrain|abstain)\s+from\s+)?)",
    re.IGNORECASE,
)
# "covenants to pay the rent and not to assign": the second is promised like the first.
_PROMISED = re.compile(
    r"\b(?:agrees?|undertakes?|covenants?|promises|commits?|bound|obliged|obligated)\b[^.;:]{0,60}?\sto\s[^.;:]{0,200}$",
    re.IGNORECASE,
)
_STATES: dict[str, Modality] = {
    "required": "obligation",
    "obligated": "obligation",
    "obliged": "obligation",
    "bound": "obligation",
    "": "obligation",
    "granted": "entitlement",
    "given": "entitlement",
    "entitled": "entitlement",
    "permitted": "permission",
    "allowed": "permission",
    "authorized": "permission",
    "authorised": "permission",
    "free": "permission",
    "at": "permission",
    "prohibited": "prohibition",
    "precluded": "prohibition",
    "restricted": "prohibition",
    "forbidden": "prohibition",
    "barred": "prohibition",
    "enjoined": "prohibition",
}
# "a right that Licensor has to sue" is no duty.
_OWNED_BEFORE = re.compile(
    r"\b(?:rights?|powers?|authority|abilit\w+|obligations?|dut(?:y|ies)|opportunit\w+|reasons?|remed(?:y|ies)|interests?"
    r"|what|which|that)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"[\w’'-]+(?:\s[\w’'-]+){0,6}")
_TELEGRAM = re.compile(
    r"[\W\d]{0,12}(?:(?:Each|Either|Both)\s+part(?:y|ies)|(?:The\s)?[A-Z][a-z]+)\s(?P<to>to)\s"
    r"(?!(?:this|the|any|an?|its|be|such|that|which)\b)(?=[a-z]+\s)"
)
_DUTY_OF = re.compile(
    r"\b(?P<begin>)(?:is|are|being|(?:shall|will|must)\s{1,4}(?:be|remain)|remains?)\s{1,4}(?:the\s{1,4})?"
    r"(?:(?:sole|entire|exclusive|express)\s{1,4})?(?:responsibility|obligation|duty)\s{1,4}of\b",
    re.IGNORECASE,
)
_RESTS_WITH = re.compile(
    r"\b(?:responsibility|onus|burden(?!\s+of\s+(?:proof|proving)))\b[^.;]{0,160}?\s(?P<begin>)(?:shall\s{1,4}|will\s{1,4})?"
    r"(?:rests?|lies?|remains?|falls?|is|be)\s{1,4}(?:[a-z]+ly\s{1,4})?(?:with|on|upon)\b",
    re.IGNORECASE,
)
_PAYABLE = re.compile(
    r"\b(?P<begin>)(?:is|are)\s{1,4}(?:due\s{1,4}and\s{1,4})?(?:payable|due)\s(?:[^.;:,]{0,60}?\s)?(?:by|from)\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"\b(?:rights?|options?|privileges?|use|power)\b[^.;]{0,160}?\s(?P<begin>)(?:is|are)\s{1,4}(?:[a-z]+ly\s{1,4})?reserved\s{1,4}"
    r"(?:by|to|unto|for)\b",
    re.IGNORECASE,
)
_THERE_SHALL_BE_NO = re.compile(
    r"\b(?P<begin>)there\s{1,4}(?:shall|will|must|may)\s{1,4}be\s{1,4}no\s[^.;:,]{1,80}?\sby\b", re.IGNORECASE
)
_NOTHING_PREVENTS = re.compile(
    r"\b(?:nothing|no\s+provision)\b[^.;:]{0,120}?(?<=\s)(?P<begin>)(?:(?:shall|will|may|is)\s{1,4}[^.;:]{0,30}?)?"
    r"(?:prevent|prohibit|preclude|restrict|bar)(?:s|ing)?\b",
    re.IGNORECASE,
)
_GRANTS = re.compile(
    r"(?<!who\s)(?<!which\s)\b(?:hereby\s{1,4})?(?:grants?|gives?)\s{1,4}(?:(?:un)?to\b)?"
    r"(?=[^;.]{1,160}?\b(?:rights?|options?|licen[cs]es?|privileges?|easements?)\b)",
    re.IGNORECASE,
)
_PERMITS = re.compile(
    r"(?<!who\s)(?<!which\s)(?<!that\s)\b(?:(?:hereby|expressly|irrevocably)\s{1,4})?(?:(?:authori[sz]es|permits|allows)\s{1,4}(?=[^;.,]{1,60}?\sto\s)"
    r"|(?:grants|gives)\s{1,4}(?=[^;.,]{1,40}?\s(?:permission|leave)\s(?:to|for)\b))",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"\b(?:(?:shall|will|must|may)\s{1,4}not|not\s{1,4}to|cannot)\s{1,4}(?=be\s{1,4}(?:[a-z]+\s{1,4}){0,3}?unreasonably\s{1,4}"
    r"(?:[a-z]+ly\s{1,4})?(?:withheld|delayed|conditioned|denied|refused))",
    re.IGNORECASE,
)


def bindings_in(text: str) -> list[Binding]:
    """Every binding of a passage, in order; none overlaps another."""
    found = [*_modals(text), *_presents(text), *_impersonals(text)] or _telegrams(text)
    result: list[Binding] = []
    for binding in sorted(found, key=lambda t: (t.start, -t.end)):
        if not result or (
            binding.start >= max(result[-1].end, result[-1].reach) and not _right_denied(text, result[-1], binding)
        ):
            result.append(binding)
    return result


def _right_denied(text: str, before: Binding, binding: Binding) -> bool:
    """Whether a right belongs to the "shall not" right before it: "shall not have the right to"."""
    between = text[before.end : binding.start].strip()
    # "in no event shall Tenant have the right to": who is denied it stands between
    follows = before.form == "inverted" and _SOMEBODY.fullmatch(between) is not None
    adjoins = before.bare and before.negated and (not between or follows)
    return adjoins and binding.modality in ("entitlement", "prohibition")


def _telegrams(text: str) -> list[Binding]:
    """ "Supplier to deliver by 1 May": a sentence of notes, which has no verb that binds."""
    match = _TELEGRAM.match(text)
    return [Binding(start=match.start("to"), end=match.end(), modality="obligation")] if match else []


def _presents(text: str) -> list[Binding]:
    result: list[Binding] = []
    for match in _PRESENT.finditer(text):
        if match["and_not"] and not _PROMISED.search(text, 0, match.start()):
            continue
        if match["must"] and _OWNED_BEFORE.search(text, max(0, match.start() - 80), match.start()):
            continue
        negated = any(match[name] for name in ("be_not", "promise_not", "to_not", "answers_not"))
        if match["state"] is not None:
            modality = _STATES[match["state"].lower().split()[0].strip(",") if match["state"] else ""]
        elif match["right"] or match["kept"]:
            modality = "entitlement"
        elif match["refrain"] or match["no_right"] or match["and_not"]:
            modality = "prohibition"
        else:
            modality = "obligation"
        promise = match["promise"] is not None or match["answers"] is not None
        changed = _denied(modality, promise=promise) if negated else modality
        if changed:
            result.append(_present(match, changed, negated=negated))
    return result


def _present(match: re.Match[str], modality: Modality, *, negated: bool) -> Binding:
    reach = match.end("others") if match["others"] else match.end()
    return Binding(start=match.start(), end=match.end(), modality=modality, negated=negated, reach=reach)


def _denied(modality: Modality, *, promise: bool) -> Modality | None:
    """What "not" makes of a modality: not required binds nobody, not entitled forbids."""
    if modality == "obligation":
        return "prohibition" if promise else None
    return None if modality == "prohibition" else "prohibition"


def _modals(text: str) -> list[Binding]:
    return [
        Binding(
            start=match.start(),
            end=match.end(),
            modality="permission" if _may(match) else "obligation",
            negated=bool(match["not"] or match["inverter"] or match["cannot"] or match["is_not"]),
            form="inverted" if match["inverter"] else "modal",
            weak=_may(match),
        )
        for match in _MODAL.finditer(text)
        if not (match["modal"] == "will" and _NOUN_WILL.search(text, max(0, match.start() - 6), match.start()))
    ]


def _may(match: re.Match[str]) -> bool:
    return match["can"] is not None or (match["modal"] or "").lower() == "may"


def _impersonals(text: str) -> list[Binding]:
    """Bindings that name the side after them, and consent that must not be withheld."""
    result = [_impersonal(match, modality) for match, modality in find_impersonals(text)]
    if " of" in text:
        result += [_impersonal(match, "obligation") for match in _DUTY_OF.finditer(text)]
    if "othing" in text or "provision" in text:
        result += [_impersonal(match, "permission") for match in _NOTHING_PREVENTS.finditer(text)]
    if " for " in text or "'s " in text or "’s " in text:
        result += [_impersonal(match, "obligation") for form in OWN_DUTIES for match in form.finditer(text)]
    if "esponsibility" in text or "nus" in text or "urden" in text:
        result += [_impersonal(match, "obligation") for match in _RESTS_WITH.finditer(text)]
    if " due " in text or "payable" in text:
        result += [_impersonal(match, "obligation") for match in _PAYABLE.finditer(text)]
    if "reserved" in text:
        result += [_impersonal(match, "entitlement") for match in _RESERVED.finditer(text)]
    if "be no " in text:
        result += [_impersonal(match, "prohibition") for match in _THERE_SHALL_BE_NO.finditer(text)]
    if "permi" in text or "llows" in text or "uthori" in text or " leave " in text:
        result += [
            Binding(start=match.start(), end=match.end(), modality="permission", form="grant")
            for match in _PERMITS.finditer(text)
        ]
    if "grant" in text or "give" in text:
        result += [
            Binding(start=match.start(), end=match.end(), modality="entitlement", form="grant")
            for match in _GRANTS.finditer(text)
        ]
    if "unreasonabl" in text:
        result += [
            Binding(start=match.start(), end=match.end(), modality="prohibition", negated=True, form="withheld")
            for match in _WITHHELD.finditer(text)
        ]
    return result


def _impersonal(match: re.Match[str], modality: Modality) -> Binding:
    return Binding(start=match.start("begin"), end=match.end(), modality=modality, form="impersonal")
