"""Names of somebody who is no party, where only a party can stand: the last client's, left in a reused draft."""

import re
from collections import defaultdict
from collections.abc import Iterator

from legalai.extract.parties.found_party import bare
from legalai.extract.parties.party_names import ROLES, has_legal_form
from legalai.extract.segmentation.enumerations import number_end
from legalai.proofread.misspelled_terms import is_slip
from legalai.proofread.source import Source, in_capitals, shown
from legalai.proofread.words import stems
from legalai.schema import Mistake

_FORM = (
    r"(?:,?\s(?:Inc|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|GmbH|AG|PLC|plc|LLP|LP|B\.V|N\.V|S\.A|Pty\sLtd|SE)\b\.?)"
)
_NAME = r"[A-Z][\w&’'-]{1,30}(?:\s(?:&\s)?[A-Z][\w&’'-]{0,30}){0,4}"
_ACTS = (
    r"\s(?:shall|will|agrees|must|undertakes|warrants|represents|acknowledges"
    r"|may\s(?:not\s)?(?:terminate|assign|use))\b"
)
_COMPANY = re.compile(
    rf"(?<![\w’'.&] )\b(?P<name>{_NAME}{_FORM}){_ACTS}|(?<=[a-z,;:] )(?P<inside>{_NAME}{_FORM}){_ACTS}"
    rf"|(?<=\bproperty of )(?P<owner>{_NAME}{_FORM})(?!\w)"
    rf"|(?:^\s{{0,3}}|(?<=[a-z,;:] ))(?P<whose>{_NAME}{_FORM})['’]s?\s(?:prior\s|written\s|own\s|sole\s){{0,2}}"
    r"(?:consent|approval|request|obligations?|liability|option|discretion|expense|cost)\b"
    rf"|\b(?:(?:[Nn]otices|[Ii]nvoices|[Rr]eports)\s(?:sent\s|addressed\s)?|(?:returned?|surrendered?|delivered|sent)\s)to\s(?P<receiver>{_NAME}{_FORM})"
    rf"|(?<=[Nn]either )(?P<neither>{_NAME}{_FORM})\s(?=nor\b)"
    rf"|\b[Bb]inds\s(?P<bound>{_NAME}{_FORM})(?!\w)|\b(?:indemnify|indemnifies|reimburse|reimburses)\s(?P<held>{_NAME}{_FORM})(?!\w)"
    rf"|\b(?:licen[cs]es|grants|sells|supplies|delivers|pays)\s(?:[\w’']+\s){{0,6}}?to\s(?P<given>{_NAME}{_FORM})(?!\w)"
    rf"|\b(?:shall|will|must)\s(?:deliver|supply|pay|sell|provide|license|grant|make)\s(?:[\w’']+\s){{0,6}}?to\s(?P<owed>{_NAME}{_FORM})(?!\w)"
)
_ALONE = re.compile(
    r"(?:(?:^|[.;:,]\s|\)\s|\b(?:and|or|that|if|then|when|unless|which|by)\s)(?:[Tt]he\s)?"
    rf"(?P<name>[A-Z][a-z]{{2,20}}(?:[A-Z][a-z]+)?(?:\s[A-Z][a-z]{{2,20}}){{0,2}})){_ACTS}"
)
# Whom something is done for: "shall indemnify Harrow against"; a name alone, as a party's short name is.
_DONE_TO = re.compile(
    r"\b(?:indemnif(?:y|ies)|notif(?:y|ies)|reimburses?|inform|compensates?|(?:paid|payable|owed|delivered|granted|licensed)\s(?:by\s\w+\s)?to)\s"
    r"(?P<name>[A-Z][a-z]{2,20}(?:[A-Z][a-z]+)?)(?=\s(?:against|for|of|in|from|that|on|within|if|as|under|by|at)\b|[.;]|,\s[a-z])"
)
# What only a person does; "Savings shall be shared" names nobody.
_AS_A_PERSON = re.compile(
    r"\s(?:agrees|undertakes|warrants|represents|acknowledges"
    r"|(?:shall|will|must|may)\s(?:not\s)?(?:pay|provide|deliver|indemnify|notify|use|supply|defend|keep|give|ensure|grant|sell|assign))\b"
)
_ANY_COMPANY = re.compile(rf"(?P<name>{_NAME}{_FORM})")
_LAW_FIRM = re.compile(r"\bL\.?L\.?P\b|\bLaw|\bSolicitors|\bAttorneys|Microsoft|Adobe", re.IGNORECASE)
_NOT_NAMES = re.compile(
    r"(?:it|they|he|she|you|we|who|which|this|that|these|those|such|each|any|all|both|neither|either|no|none|nothing|there|party|parties|agreement"
    r"|section|notice|payment|term|interest|failure|time|upon|provided|however|venue|arbitration|mediation|title|delivery|judgment|jurisdiction"
    r"|services?|products?|fees?|termination|assignment|god|court|law|laws|board|committee|arbitrators?|affiliates?|indemnif\w+|employees?)",
    re.IGNORECASE,
)
_SIGNED_NEAR = 5


def find_foreign_names(source: Source) -> Iterator[Mistake]:
    """Each name that acts as a party does and that the contract neither makes a party nor defines."""
    if len(source.parties) < 2:
        return
    known = _known(source)
    text = source.document.text
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, passage in source.prose():
        if source.resolver.outline.scopes[index] or passage.part == "schedule" or in_capitals(passage.text):
            continue
        for name, start in _acting(passage.text, text):
            if not _is_known(name, known):
                found[name].append((passage.start + start, passage.start + start + len(name)))
    for name, places in found.items():
        if not _is_introduced(name, text, places[0][0]):
            yield _foreign(source, name, places[0])


def _foreign(source: Source, name: str, place: tuple[int, int]) -> Mistake:
    meant = next((party for party in source.parties if _is_slip_of(name, party.name)), None)
    if meant is None:
        said = f"“{shown(name)}” acts here as a party would, and is no party, defined nowhere."
        advice = "Put in the party that is meant; a name from another contract must not stay."
        return source.mistake("foreign-name", "high", said, place, advice=advice)
    said = f"“{shown(name)}” acts here as a party would, and the party is “{shown(meant.name)}”."
    advice = "Write the name as the contract gives it."
    return source.mistake("foreign-name", "high", said, place, (meant.start, meant.end), advice=advice)


def _is_slip_of(name: str, party: str) -> bool:
    """Whether a name is a party's with one slip of the keyboard in one word or more."""
    pairs = list(zip(name.lower().split(), party.lower().split(), strict=False))
    return len(name.split()) == len(party.split()) and all(one == two or is_slip(one, two) for one, two in pairs)


def _acting(words: str, text: str) -> Iterator[tuple[str, int]]:
    """Names that stand where a party does, each with its place in the words of a passage."""
    opening = number_end(words)
    for pattern in (_COMPANY, _ALONE, _DONE_TO):
        for match in pattern.finditer(words[opening:]):
            group = next(group for group, held in match.groupdict().items() if held)
            name, after = match[group], words[opening + match.end(group) :]
            acts_alone = pattern is not _ALONE or name.lower() in ROLES or _AS_A_PERSON.match(after)
            if pattern is _COMPANY or (acts_alone and _may_be_name(name, text)):
                yield name, opening + match.start(group)


def _known(source: Source) -> set[str]:
    names = {name for party in source.parties for name in (party.name, party.role or "", *party.aliases)}
    return {bare(name) for name in names | {each.term for each in source.definitions} if name}


def _is_known(name: str, known: set[str]) -> bool:
    """Whether the name is a known one, or part of one, in the singular or the plural."""
    key = bare(name)
    forms = {key, key.removesuffix("s"), f"{key}s", key.removesuffix("ies") + "y"}
    return any(f" {form} " in f" {each} " or f" {each} " in f" {form} " for form in forms for each in known)


def _may_be_name(name: str, text: str) -> bool:
    """Whether capitalised words can name a side: a role, or words that the contract never writes small."""
    if any(_NOT_NAMES.fullmatch(word) for word in name.split()):
        return False
    return name.lower() in ROLES or not any(re.search(rf"\b{stems(word)}", text) for word in name.lower().split())


def _is_introduced(name: str, text: str, used: int) -> bool:
    """Whether the name is in quotation marks somewhere, is often used, or stands with a description or a signature."""
    escaped = re.escape(name)
    if re.search(rf"[\"“”'‘]\s?(?:the\s)?[^\"“”\n]{{0,40}}{escaped}", text, re.IGNORECASE):
        return True
    if re.match(r"\s?\(|,\s(?:an?|the)\s", text[used + len(name) :]):
        return True
    uses = re.findall(rf"(?<!\w){escaped}(?!\w)", text)
    if len(uses) > _SIGNED_NEAR:
        return True
    return (
        re.search(
            rf"(?i:{escaped})[^\w\n]{{0,3}}\s{{0,3}}(?:\(|,\s(?:an?|the|which|who|its|our|or)\b|:|/)", text[:used]
        )
        is not None
    )


def find_signing_names(source: Source) -> Iterator[Mistake]:
    """Parties that sign under another name than the contract gives them."""
    for party in source.parties:
        if party.signs_as is not None:
            yield source.mistake(
                "signature-name",
                "medium",
                f"“{shown(party.signs_as.text)}” signs, and the contract names “{shown(party.name)}”.",
                (party.signs_as.start, party.signs_as.end),
                (party.start, party.end),
                advice="Ask which name is right, and write it in both places.",
            )


def find_foreign_margins(source: Source) -> Iterator[Mistake]:
    """Companies that a header, a footer or the properties of the file name, and the text does not."""
    if not source.parties:
        return
    text = bare(source.document.text)
    for margin in source.margins:
        for match in _ANY_COMPANY.finditer(margin):
            name = match["name"]
            if has_legal_form(name) and not _LAW_FIRM.search(name) and bare(name) not in text:
                yield source.mistake(
                    "foreign-margin",
                    "medium",
                    f"A header, a footer or a property of the file names “{shown(name)}”, and the contract does not.",
                    advice="Remove it before the file goes out.",
                )
