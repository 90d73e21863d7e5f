"""Words that widen or narrow: what a sentence may not add to its source, turn round, or leave out."""

import re

# Not to be added: each line is one meaning, and any of its words stands for the others.
_WEIGHTY = tuple(
    re.compile(rf"\b(?:{line})\b", re.IGNORECASE)
    for line in (
        r"material(?:ly)?|substantial(?:ly)?|essential(?:ly)?|serious(?:ly)?",
        r"sole(?:ly)?|(?<!non-)exclusive(?:ly)?",
        r"non-?exclusive(?:ly)?",
        r"gross(?:ly)?",
        r"wil[l]?ful(?:ly)?|intentional(?:ly)?|deliberate(?:ly)?",
        r"irrevocabl[ey]",
        r"perpetual(?:ly)?|forever|in\sperpetuity|indefinite(?:ly)?|without\s(?:an\s)?end\sdate",
        r"unlimited|uncapped|any\snumber\sof|however\smany|without\s(?:any\s)?limit|no\s(?:limit|cap|ceiling)s?|not\s(?:be\s)?(?:limited|capped)|not\sapply|nothing\s[^.;]{0,80}\slimits?",
        r"immediate(?:ly)?|forthwith|at\sonce|instantly|without\sdelay",
        r"automatic(?:ally)?|by\sitself",
        r"worldwide|global(?:ly)?|throughout\sthe\sworld|anywhere|everywhere|in\sany\s(?:country|place)",
        r"some|certain|several|selected|a\sfew|partial(?:ly)?|part\sof",
        r"in\sno\scase|never|under\sno\scircumstances|in\severy\scase",
        r"percentage\spoints?",
        r"royalty-?free|free\sof\s(?:charge|royalties)",
        r"joint(?:ly)?",
        r"non-?refundable",
        r"unconditional(?:ly)?|absolute(?:ly)?",
        r"reasonabl[ey]",
        r"at\sany\stime|whenever\sit\s(?:likes|wants)",
        r"without\scause|for\sconvenience|for\sany\sreason|no\sreason",
        r"for\scause",
        r"gross\snegligence",
        r"greater|higher|larger",
        r"less(?!\sthan)|minus|lesser|lower|smaller",
        r"orally|verbal(?:ly)?|by\sphone",
        r"binding",
        r"patents?",
        r"copyrights?",
        r"trade[\s-]?marks?",
        r"trade\ssecrets?",
        r"profits?",
        r"goodwill",
        r"fraud(?:ulent(?:ly)?)?",
        r"death|injur(?:y|ies)",
        r"exceed(?:s|ed|ing)?|above|more\sthan|in\sexcess\sof",
        r"net",
    )
)
_ONLY = re.compile(r"\b(?:only|solely)\b", re.IGNORECASE)
_ONLY_SO = re.compile(
    r"\b(?:only|solely|sole|exclusively|without|unless|except|other\sthan|limited\sto|subject\sto|provided\sthat|no|not|neither)\b",
    re.IGNORECASE,
)
# One of a pair in the sentence, and only the other in its source.
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (r"increases?d?|raises?d?", r"decreases?d?|reduces?d?|lowers?"),
        (r"includ(?:e|es|ed|ing)", r"exclud(?:e|es|ed|ing)|in\saddition\sto|plus|on\stop\sof|other\sthan"),
        (r"at\sleast|minimum", r"at\smost|maximum|up\sto"),
        (r"at\sleast\sonce", r"at\smost\sonce|only\sonce"),
        (r"sells?|sold|selling|sale", r"buys?|bought|buying|purchas(?:e|es|ed|ing)"),
        (r"lends?|lent|lending", r"borrows?|borrowed|borrowing"),
        (r"indirect", r"(?<!in)direct"),
        (r"before|prior\sto", r"after|following"),
        (
            r"(?:fees?|amounts?|sums?|prices?|charges?)\s(?:\w{2,10}\s)?paid",
            r"(?:fees?|amounts?|sums?|prices?|charges?)\s(?:\w{2,10}\s)?payable",
        ),
        (r"sooner|earlier", r"later"),
        (r"in\sadvance", r"in\sarrears?"),
        (r"prevents?|prohibits?|forbids?|restricts?", r"permits?|allows?|lets?"),
        (r"miles?", r"kilomet(?:re|er)s?|km"),
        (r"first", r"last"),
        (r"(?:beginning|start|commencement)\sof", r"(?:end|close|expiry)\sof"),
        (r"party", r"third[\s-]part(?:y|ies)"),
    )
)
# Where every time that the source names the thing it is so qualified, a sentence may not name it without.
_QUALIFIED = re.compile(
    r"\b(material|undisputed|uncured|non-exclusive|indirect|direct|gross|net|wilful|willful)\s(?:or\s\w{2,20}\s)?([a-z]{4,20})\b",
    re.IGNORECASE,
)


def widened(told: str, source: str) -> bool:
    """Whether a sentence adds a word of weight, turns one round, or leaves one out that its source has throughout."""
    if any(pattern.search(told) and not pattern.search(source) for pattern in _WEIGHTY):
        return True
    if _ONLY.search(told) and not _ONLY_SO.search(source):
        return True
    for one, other in _OPPOSITES:
        for mine, theirs in ((one, other), (other, one)):
            if mine.search(told) and not mine.search(source) and theirs.search(source):
                return True
    return any(_stripped(told, source, match) for match in _QUALIFIED.finditer(source))


def _stripped(told: str, source: str, match: re.Match[str]) -> bool:
    qualifier, noun = match[1], match[2]
    named = re.compile(rf"\b{re.escape(noun)}", re.IGNORECASE)
    back = re.findall(rf"\b(?:the|such|that|this|said)\s{re.escape(noun)}", source, re.IGNORECASE)
    bare = len(named.findall(source)) - len(back) > len(
        re.findall(rf"\b{re.escape(qualifier)}\s(?:or\s\w{{2,20}}\s)?{re.escape(noun)}", source, re.IGNORECASE)
    )
    return not bare and named.search(told) is not None and re.search(rf"\b{qualifier[:5]}", told, re.IGNORECASE) is None
