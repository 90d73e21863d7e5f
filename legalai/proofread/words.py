"""Words as they are compared: without the differences of number, hyphen and British or American spelling."""

import re

_BRITISH = {
    "licence": "license",
    "defence": "defense",
    "offence": "offense",
    "programme": "program",
    "centre": "center",
    "cheque": "check",
    "labour": "labor",
    "colour": "color",
    "favour": "favor",
    "honour": "honor",
    "behaviour": "behavior",
    "catalogue": "catalog",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "instalment": "installment",
    "fulfilment": "fulfillment",
    "enrolment": "enrollment",
    "authorised": "authorized",
    "organisation": "organization",
    "authorisation": "authorization",
    "utilisation": "utilization",
    "customisation": "customization",
    "localisation": "localization",
}
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def singular(word: str) -> str:
    """A word in lower case without the ending of its plural."""
    lower = re.sub(r"['’]s?$", "", word.lower())
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3 else lower


def plain(phrase: str) -> str:
    """A phrase in lower case and the singular, as it is written: "Sub-Contractors" gives "sub-contractor"."""
    return " ".join(singular(word) for word in _WORD.findall(_bare(phrase)))


def spelling_key(phrase: str) -> str:
    """What two spellings of one phrase share: no hyphens or spaces, American spelling."""
    words = [singular(part) for word in _WORD.findall(_bare(phrase)) for part in word.split("-")]
    return "".join(_BRITISH.get(word, word) for word in words)


def stems(phrase: str) -> str:
    """A pattern of the phrase in any inflection: "Affiliate" also in "Affiliates" and "Affiliated"."""
    return r"[\W_]{1,40}".join(_stem(word) for word in _WORD.findall(_bare(phrase)))


def _bare(phrase: str) -> str:
    """A phrase without soft hyphens and without what stands in brackets: "Request(s)", "Dovonex(R)"."""
    return re.sub(r"\(\w{1,3}\)", "", phrase.replace("\u00ad", ""))


def _stem(word: str) -> str:
    base = re.escape(re.sub(r"(?:ies|es|s|y|e|ing|ed)$", "", word) if len(word) > 4 else word.removesuffix("s") or word)
    return rf"{base}\w{{0,5}}"
