"""What words refuse a way to give notice, or keep it for other messages than notices."""

import re

_WORD = r"(?!(?:but|unless|if|when|where|until|which|notices?|provided)\b)[a-z][\w-]*"
_EFFECT = r"(?:(?:binding|legal|any|valid|contractual)\s+){0,2}(?:effect|force|validity|value|standing|notices?)\b"
# "has no effect", "lacks effect", "fails", "is rejected", "is null and void", "is no notice".
_REFUSED = re.compile(
    rf"^(?P<said>['”\"]?\s+(?:{_WORD}\s+){{0,6}}?(?:(?:ha(?:s|ve)|takes?|carr(?:y|ies))\s+no\s+{_EFFECT}|lacks?\s+{_EFFECT}|fails?\b(?!\s+to)"
    r"|(?:is|are|(?:shall|will|must)\s+be|gets?)\s+(?:(?:always|hereby|therefore|deemed)\s+)?"
    rf"(?:rejected|refused|ignored|unacceptable|null\b|null\s+and\s+void|no\s+{_EFFECT}|without\s+{_EFFECT}"
    r"|not\s+(?:a\s+)?(?:accepted|valid|good|effective))))(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_SOMETIMES = re.compile(
    r"\b(?:until|unless|if|when|where|before|after)\b|\bdeemed\s+(?:received|delivered)\b|\bto\s+the\s+extent\b",
    re.IGNORECASE,
)
# "for day-to-day contact, but not for notices", "for routine matters and do not count as notice".
_BUT_NOT_FOR_NOTICES = re.compile(
    r"^[^.;]{0,90}\b(?:(?:but|and)\s+(?:not|never)\s+(?:for|as|to\s+(?:give|serve|send))"
    r"|(?:(?:but|and)\s+)?(?:do(?:es)?\s+not|can(?:\s?not)|never|may\s+not|shall\s+not|must\s+not)\s+(?:be\s+)?(?:used?\s+)?(?:for|as|count\w*\s+as"
    r"|amounts?\s+to|constitutes?|replaces?|stands?\s+for|to\s+(?:give|serve)))\s+(?:[\w-]+\s+){0,3}?notices?\b",
    re.IGNORECASE,
)
_EVERYDAY = (
    r"(?:every[\s-]?day|day[\s-]to[\s-]day|daily|routine|operational|ordinary|informal|administrative|technical|working[\s-]level"
    r"|non-?contractual|general|general\s+business|social)\s+(?:\w+\s+){0,2}?(?:communications?|messages?|contacts?|correspondence"
    r"|questions?|quer(?:y|ies)|matters?|enquir\w+|inquir\w+|exchanges?|issues|co-?ordination|updates?|purposes?|business|talk)\b"
    r"|(?:exchang\w+|shar\w+|pass\w*)\s+(?:of\s+)?(?:\w+\s+)?(?:information|files|drafts|documents)\b|information(?:al)?\s+purposes\b"
)
_FOR_EVERYDAY = re.compile(
    rf"^[^.;]{{0,60}}?\b(?:for|to)\s+(?:(?:the|any|all|purely)\s+)?(?:{_EVERYDAY})", re.IGNORECASE
)
_ONLY_FOR = re.compile(r"\b(?:only|solely|exclusively|reserved|limited|confined|restricted)\b", re.IGNORECASE)
_OTHER_TALK = re.compile(
    r"\b(?:may|can|will|shall)\s+(?:freely\s+|also\s+)?(?:talk|discuss|chat|correspond|converse|communicate\s+informally|co-?ordinate"
    r"|report|work)\b",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[.;](?:\s|$)")


def refusal_of(after: str) -> bool | None:
    """Whether the words behind a way refuse it, or keep it from notices; None where they do so at times only."""
    if _BUT_NOT_FOR_NOTICES.match(after):
        return True
    if refused := _REFUSED.match(after):
        return None if _SOMETIMES.search(refused["rest"]) else True
    everyday = _FOR_EVERYDAY.match(after)
    return everyday is not None and _ONLY_FOR.search(_first_sentence(after)) is not None


def is_for_other_messages(before: str, after: str) -> bool:
    """Whether a sentence lets a way be used for everyday messages, with no word of notices."""
    return _FOR_EVERYDAY.match(after) is not None or _OTHER_TALK.search(before) is not None


def _first_sentence(text: str) -> str:
    return _STOPS.split(text, maxsplit=1)[0]
