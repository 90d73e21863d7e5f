"""Passives: whom a sentence binds that says what is to be done ("Rent shall be paid by Tenant")."""

import re
from dataclasses import replace

from legalai.extract.obligations.actors import Mention
from legalai.extract.obligations.modality import Binding
from legalai.extract.obligations.stated import Bound, Statement, Words, thing_start
from legalai.extract.segmentation.enumerations import number_end
from legalai.schema import Modality

PARTICIPLE = (
    r"(?:[\w-]+ed|repaid|prepaid|rebuilt|remade|paid|payable|made|given|sent|borne|held|kept|done|sold|bought|taken|shown|met|set|put|built|written|"
    r"drawn|driven|"
    r"chosen|withheld|withdrawn|undertaken|laid|left|lent|led|shut|split|brought|sought|begun|seen|sublet|let|"
    r"cut|run|told)"
)
PASSIVE = re.compile(
    rf"\s*(?:,[^,]{{1,80}},\s*)?(?:\w+ly\s+)?be\s+"
    rf"(?:(?:\w+ly|also|first|so|and|further|only|thereafter|either|both)\s+){{0,4}}(?P<verb>{PARTICIPLE})\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"(?P<last>[\w-]+)(?:\s+(?:upon|on|to|for|in|out|up|off))?\s+by\s+(?:and\s+between\s+)?$", re.IGNORECASE
)
_PARTICIPLE_WORD = re.compile(rf"{PARTICIPLE}|[\w-]+ing", re.IGNORECASE)
_AND_BY = re.compile(
    rf",?\s+(?:and|or)\s+(?:\w+ly\s+)?{PARTICIPLE}(?:\s+(?:upon|on|for|in|out|up|off))?\s+by\s+", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:the\s+)?", re.IGNORECASE)
# "shall be obtained and paid for by": who does the second does the first.
_JOINED = re.compile(r"(?:,\s+[\w-]+)*,?\s+(?:and|or)\s+(?:\w+ly\s+)?")
_AT_THE = re.compile(r"\bat\s+(?:the\s+)?$", re.IGNORECASE)
_COST = re.compile(r"['’]?s?\s+(?:(?:sole|own)\s+)?(?:costs?|expenses?)\b", re.IGNORECASE)
_AT_COST_OF = re.compile(
    r"\bat\s+the\s+(?:(?:sole|own)\s+)?(?:costs?|expenses?)(?:\s+(?:and|or)\s+(?:costs?|expenses?))?\s+of\s+$",
    re.IGNORECASE,
)
_NO_THING = re.compile(r"\W*(?:no|none|neither|nothing)\b", re.IGNORECASE)
_THAT_NO_THING = re.compile(r"\bthat\s+(?:no|none|neither|nothing)\b[^.;:,]*$", re.IGNORECASE)
_DONE_BY_NOBODY = re.compile(
    r"\s*(?:,[^,]{1,80},\s*)?be\s+(?:[a-z]+ly\s+|not\s+)?(?:deemed|construed|interpreted|governed|considered|treated|defined|"
    r"bound|caused|affected|superseded|evidenced|followed|required|entitled|impaired|incurred|suffered|sustained|preceded|"
    r"accompanied|limited|determined\s+by\s+reference)\b",
    re.IGNORECASE,
)
_KEPT_AS_OWN = re.compile(r"[\s,]*(?:at\s+all\s+times\s+)?be\s+(?:[a-z]+ly\s+)?(?:retained|owned)\b", re.IGNORECASE)
_DEFINED = re.compile(r"\b(?:shall\s+mean|means?|defined\s+as)\b", re.IGNORECASE)
_HANDED = re.compile(
    r"returned|delivered|(?:re)?paid|given|sent|provided|surrendered|supplied|refunded|submitted|handed", re.IGNORECASE
)
_TO = re.compile(r"\s+(?:over\s+|back\s+|promptly\s+|in\s+full\s+)?to\s+(?:the\s+)?", re.IGNORECASE)
_BY_SOMEBODY = re.compile(
    r"\bby\s+(?:the\s+|an?\s+)?(?!\d|[a-z]+ing\b|(?:e-?mail|mail|courier|post|wire|bank|hand|fax|check|cheque|notice)\b)",
    re.IGNORECASE,
)
_AND_ANOTHER = 8
_FURTHEST_AGENT = 120


def passive_statement(words: Words, binding: Binding, after: int, until: int, bound: Bound | None) -> Statement | None:
    """What a modal verb binds somebody to who is not its subject.

    `after` is where the words after the verb begin, `until` where the next binding does. Who is bound stands after "by"
    or as the one at whose cost it is done; where nobody does, the roles of the sides may tell.
    """
    text = words.text
    passive = PASSIVE.match(text, after)
    agent = agent_of(words, passive, until) if passive else None
    if agent is None and bound is None:
        agent = _payer(words, binding, after, until)
    if agent is None and bound is not None:
        return None
    start = bound.start if bound else max(thing_start(text, binding.start), number_end(text))
    nothing = _NO_THING.match(text, start) or _THAT_NO_THING.search(text[start : binding.start])
    denied = binding.negated or nothing is not None
    inferred = agent is None
    agent = agent or words.roles.actor(text[start : binding.start], text[after : after + 300], binding, denied=denied)
    if agent is None and passive and not (denied or binding.weak):
        agent = _giver(words, passive, until)
    if agent is None or _DONE_BY_NOBODY.match(text, after) or _DEFINED.search(text, start, after):
        return None
    return Statement(
        bound=Bound(mention=agent, name=agent.name, joint=False, start=start, end=start),
        modality=_modality(text, binding, after, denied=denied or agent.kind == "no_party"),
        start=start,
        binding=binding.start,
        action=start,
        end=len(text),
        patient=bound.mention if bound else None,
        inferred=inferred,
    )


def _giver(words: Words, passive: re.Match[str], until: int) -> Mention | None:
    """The other side of a contract of two, where something has to be handed to the one that is named."""
    named = [m for m in words.actors_from(passive.end()) if m.start < until]
    if not named or _BY_SOMEBODY.search(words.text, passive.end(), until) or not _HANDED.fullmatch(passive["verb"]):
        return None
    to = words.text[passive.end() : named[0].start]
    alone = len(named) == 1 or named[1].start - named[0].end > _AND_ANOTHER
    return words.roles.other(named[0]) if alone and not named[0].possessive and _TO.fullmatch(to) else None


def _modality(text: str, binding: Binding, after: int, *, denied: bool) -> Modality:
    """What a passive amounts to for whoever does what it says: to own something is no duty."""
    if denied:
        return "prohibition"
    return "entitlement" if _KEPT_AS_OWN.match(text, after) else binding.modality


def second_agent(words: Words, statement: Statement) -> Statement | None:
    """The statement of who does the second thing: "shall be done by Supplier and inspected by Customer"."""
    first = statement.bound.mention
    if statement.inferred or first.start < statement.binding:
        return None
    joined = _AND_BY.match(words.text, first.end)
    agent = next(words.actors_from(joined.end()), None) if joined else None
    if joined is None or agent is None or agent.possessive or agent.name == first.name:
        return None
    if _ARTICLE.fullmatch(words.text, joined.end(), agent.start) is None:
        return None
    return replace(statement, bound=replace(statement.bound, mention=agent, name=agent.name))


def agent_of(words: Words, passive: re.Match[str], until: int) -> Mention | None:
    """Who does what a passive verb says ("shall be paid by Customer")."""
    for mention in words.actors_from(passive.end()):
        if mention.possessive:
            continue
        if mention.start >= until or mention.start - passive.end() > _FURTHEST_AGENT:
            return None
        by = _BY.search(words.text, max(passive.start("verb"), mention.start - 60), mention.start)
        if by and (by["last"] == passive["verb"] or not _PARTICIPLE_WORD.fullmatch(by["last"])):
            return mention
        if by and _JOINED.fullmatch(words.text, passive.end("verb"), by.start("last")):
            return mention
    return None


def _payer(words: Words, binding: Binding, after: int, until: int) -> Mention | None:
    """At whose cost something has to be done ("All repairs shall be made at Tenant's sole expense")."""
    if binding.weak or binding.negated:
        return None
    for mention in words.actors_from(after):
        if mention.start >= until or mention.start - after > _FURTHEST_AGENT:
            return None
        if mention.possessive and _AT_THE.search(words.text, after, mention.start):
            if _COST.match(words.text, mention.end):
                return mention
        elif _AT_COST_OF.search(words.text, after, mention.start):
            return mention
    return None
