"""Phrases that name the side they bind: "it is the duty of Tenant", "Landlord's consent shall not be withheld"."""

import re
from dataclasses import replace
from itertools import takewhile

from legalai.extract.obligations.actors import Mention
from legalai.extract.obligations.impersonals import LINK
from legalai.extract.obligations.modality import Binding
from legalai.extract.obligations.own_duties import OWN_DUTY
from legalai.extract.obligations.passives import PASSIVE, agent_of
from legalai.extract.obligations.stated import Bound, Statement, Words, thing_start
from legalai.extract.obligations.subjects import extent_of

_FURTHEST_OWNER = 250
_CONSENT = re.compile(r"['’]?s?\s+(?:[a-z-]+,?\s+){0,4}(?:consent|approval|acceptance|agreement)\b", re.IGNORECASE)
_CONSENT_LAST = re.compile(r"(?:\b(?:which|such)\b|(?<=,)\s)[^,;]{0,60}$", re.IGNORECASE)
_CONSENT_OF = re.compile(r"\b(?:consent|approval)\s+of\s+$", re.IGNORECASE)
_ITS_CONSENT = re.compile(r"\b(?:its|his|her|their)\s+(?:[a-z-]+\s+){0,3}(?:consent|approval)\b", re.IGNORECASE)
_RIGHT_GRANTED = re.compile(r"[^;.]{0,120}?\b(?:rights?|options?|licen[cs]es?|privileges?|easements?)\b", re.IGNORECASE)
_TO_ACT = re.compile(r"\s+(?:(?:permission|leave)\s+)?(?:to|for)\s+", re.IGNORECASE)
_OWN_DUTY = re.compile(rf"{OWN_DUTY}(?=\s+to\b|\s*(?:[.;,]|$))", re.IGNORECASE)
_LINK = re.compile(rf"\s*,?\s*(?:from|to)\s+|{LINK}", re.IGNORECASE)


def following(words: Words, binding: Binding) -> Bound | None:
    """The subject after "in no event shall", "it is the duty of" or "grants"."""
    mention = next(words.actors_from(binding.end), None)
    if mention is None or words.text[binding.end : mention.start].strip(" ,\n\t"):
        return None
    if mention.possessive:
        owned = _OWN_DUTY.match(words.text, mention.end) if binding.form == "impersonal" else None
        return (
            Bound(mention=mention, name=mention.name, joint=False, start=binding.start, end=owned.end())
            if owned
            else None
        )
    end = extent_of(words.text, mention.end, min(len(words.text), mention.end + 200))
    return Bound(mention=mention, name=mention.name, joint=False, start=binding.start, end=end)


def owner_of_consent(words: Words, binding: Binding, told: Bound | None) -> Bound | None:
    """Whose consent "shall not be unreasonably withheld": the side that withholds, else the last one with a consent."""
    text = words.text
    passive = PASSIVE.match(text, binding.end)
    owner = agent_of(words, passive, len(text)) if passive else None
    owner = owner or _last_owner(words, binding, told)
    if owner is None:
        return None
    led = _CONSENT_LAST.search(text, max(0, binding.start - 80), binding.start)
    start = led.start() if led else thing_start(text, binding.start)
    return Bound(mention=owner, name=owner.name, joint=False, start=start, end=start)


def _last_owner(words: Words, binding: Binding, told: Bound | None) -> Mention | None:
    text, earliest = words.text, max(0, binding.start - _FURTHEST_OWNER)
    near = list(takewhile(lambda mention: mention.start >= earliest, words.actors_before(binding.start)))
    for mention in near:
        owns = mention.possessive and _CONSENT.match(text, mention.end, mention.end + 60)
        if owns or _CONSENT_OF.search(text, max(0, mention.start - 40), mention.start):
            return mention
    if _ITS_CONSENT.search(text, earliest, binding.start):
        return told.mention if told else next((m for m in reversed(near) if not m.possessive), None)
    return None


def phrase_statement(words: Words, binding: Binding, bound: Bound) -> Statement | None:
    """The statement of words that name the side after them, or speak of its consent."""
    text = words.text
    linked = _LINK.match(text, bound.end)
    action = linked.end() if linked else bound.end
    patient: Mention | None = None
    if binding.form == "withheld":
        start = action = bound.start
    else:
        start = thing_start(text, binding.start)
        bound = replace(bound, start=start, end=max(start, bound.end))
    if binding.form == "grant":
        permitted = _TO_ACT.match(text, bound.end)
        if binding.modality == "permission":
            action = permitted.end() if permitted else action
        if not (permitted if binding.modality == "permission" else _RIGHT_GRANTED.match(text, bound.end)):
            return None
        patient = next(words.actors_before(binding.start), None)
    elif binding.form == "impersonal" and linked is None:
        if binding.modality == "permission":
            return None
        action = start
    return Statement(
        bound=bound,
        modality=binding.modality,
        start=start,
        binding=binding.start,
        action=action,
        end=len(text),
        patient=patient,
    )
