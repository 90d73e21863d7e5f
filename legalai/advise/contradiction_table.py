"""Which added words and which standing words cannot both hold, and what becomes of the standing ones.

In the patterns a space is white space of any kind, and {us} and {them} are the parties' names. Capitals and small
letters are one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

_Put = Callable[[re.Match[str], re.Match[str]], str]
_GRAVE = re.compile(r"fraud|gross\W+negligen|wilful|willful|intentional|\binjury|\bdeath", re.IGNORECASE)
_JOINTS = re.compile(r",\s+(?:and|or)\s+|,\s+|\s+(?:and|or)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Contradiction:
    """Added words (`said`) and standing words (`against`) that cannot both hold.

    `put` stands in place of what `against` finds, or of its group "gone", with nothing for a cut; it is given the
    matches of `against` and `said`. None: no cut would leave a clause, so the added words have to prevail over it.
    `near`: where the standing words are looked for: the cited words, their paragraph, its heading, or their section.
    `enough`: with the standing words gone, what was to be added says nothing more.
    """

    said: str
    against: str
    put: _Put | None
    near: Literal["clause", "paragraph", "heading", "section"] = "clause"
    enough: bool = False


def _cut(_against: re.Match[str], _said: re.Match[str]) -> str:
    return ""


def _article(against: re.Match[str], _said: re.Match[str]) -> str:
    return ("an " if against["next"].lower() in "aeiou" else "a ") + against["next"]


def _ours(against: re.Match[str], said: re.Match[str]) -> str:
    """Our name in place of theirs, with a capital where it opens the sentence."""
    name = said["us"]
    return name[:1].upper() + name[1:] if against[0][:1].isupper() else name[:1].lower() + name[1:]


def _at_the_defendants(against: re.Match[str], _said: re.Match[str]) -> str:
    return ("the " if against[0].lower().startswith("the ") else "") + _THEIR_COURTS


def _period(against: re.Match[str], said: re.Match[str]) -> str:
    """The period that was added, in figures alone where the clause states its own so."""
    figures = re.sub(r"\D+", "", said["period"])
    return against["before"] + (said["period"] if "(" in against["old"] else figures)


def _without_what_is_excepted(against: re.Match[str], _said: re.Match[str]) -> str:
    """A list without fraud, intent, gross negligence and bodily harm, which are excepted together."""
    kept = [each for each in _JOINTS.split(against["list"]) if not _GRAVE.search(each)]
    if not kept:
        return ""
    ended = "AND" if against["list"].isupper() else "and"
    return f"{against['lead']}{f' {ended} '.join([', '.join(kept[:-1]), kept[-1]] if kept[1:] else kept)},"


_THEIR_COURTS = "courts of the place where the defendant has its principal office"
_NOTICE = r"(?:(?:prior|written|advance) ){0,2}notice\b"
_COUNTED = r"(?P<old>[a-z]+(?:-[a-z]+)? \(\d+\)|\d+)"
_IN_DAYS = r"(?P<period>[a-z]+(?:-[a-z]+)? \(\d+\)) days['’] written notice"
_RESTRICTED = r"\b(?:audit|increase|change|price|inspection)s?\b[^.;]{0,90}\b(?:only|no more than once)\b"
_LIMITED = r"\bnot (?:in total )?exceed|\bno increase exceeds|\bby no more than\b|\bis limited\b"
_OWN_FAULT = (
    r"to the extent that (?:{us}) caused"
    r"|\bnot [^.;]{0,20}to the extent [^.;]{0,40}caused by the negligence"
    r"|arises from (?:{them})['’]s negligence"
)
_EXCEPTED = r"\bdo not apply to [^.;]{0,60}\b(?:fraud|gross negligence)|\bnothing in [^.;]{3,60} limits\b"
_NEXT_SENTENCE = r"(?<=\.) "
_MAY_NOT_END = (
    r"(?:(?:has|have|shall have) no (?:right|entitlement) to|may not|(?:is|are|shall) not (?:be )?entitled to)"
    r" (?:terminate|end|cancel)\b"
)
_ASKING_US = (
    r"(?:(?:the|any) )?(?:prior |written |express ){0,3}(?:consent|approval)(?: (?:of|from) (?:{us}))?"
    r"|,? without (?:{us})['’]s? (?:prior |written |express ){0,3}(?:consent|approval)"
)
_WITHOUT_LIMIT = r"\b(?:unlimited|without (?:any )?limit(?:ation)?|not (?:be )?(?:limited|capped))\b"

TABLE = (
    Contradiction(
        r"\bonly at the start of", r", and (?:once|twice) (?:in )?(?:each|every|any|a) (?:[a-z]+ )?year\b", _cut
    ),
    Contradiction(_RESTRICTED, r",? at any time\b(?! (?:after|before|during|within))", _cut),
    Contradiction(
        _RESTRICTED + r"[^;]{0,90}\bnotice\b", rf", without (?:any )?{_NOTICE},| without (?:any )?{_NOTICE}", _cut
    ),
    Contradiction(rf"\bon at least {_IN_DAYS}", rf"(?P<before>\b){_COUNTED}(?= days['’]? {_NOTICE})", _period),
    Contradiction(
        rf"\b(?:only|no more than once)\b[^.;]{{0,60}} on at least {_IN_DAYS}",
        rf"(?P<before>\bnotice (?:of )?(?:at least|(?:not|no) less than) ){_COUNTED}(?= days (?:before|prior to)\b)",
        _period,
    ),
    Contradiction(
        _LIMITED,
        _NEXT_SENTENCE
        + r"(?:An?|Any|Such|The|This|These) [^.;]{0,60}\bnot subject to any (?:limit|cap|maximum)\b[^.;]{0,30}\.",
        _cut,
        near="paragraph",
    ),
    Contradiction(
        _LIMITED,
        r",? (?:without (?:any )?(?:upper )?(?:limit|cap|maximum)|(?:by|in) any amount)\b",
        _cut,
    ),
    Contradiction(
        r"\bcredit the\b",
        _NEXT_SENTENCE
        + r"(?:[a-z]+ ){1,4}(?:shall |will )?(?:continue to (?:accrue|be (?:due|payable))|remain (?:due|payable))\b"
        r"[^.;]{0,50}\.",
        _cut,
        near="paragraph",
    ),
    Contradiction(
        r"\bgiven (?:earlier takes effect|before the first of these days)",
        r"\bearlier (?:or|nor) (?=later\b)",
        _cut,
        near="paragraph",
    ),
    Contradiction(
        _OWN_FAULT,
        r",? (?:(?:including|even|whether or not)\b[^.,;]{0,60}\bnegligence(?: of [^.,;]{3,40})?"
        r"|however caused|regardless of (?:the )?(?:cause|fault|negligence)\b(?: of (?:{them}))?)",
        _cut,
    ),
    Contradiction(
        _EXCEPTED,
        r"(?P<lead>, (?:including|even)(?: (?:for|by|in case of|liability for))? )(?P<list>[^.;]{3,160}),"
        r"(?= (?:shall|will|is|are|does|may|must)\b)",
        _without_what_is_excepted,
    ),
    Contradiction(
        r"\bhereby assigns to (?P<us>{us})",
        r"(?:{them})(?= (?:shall |will )?(?:exclusively )?owns? (?:all )?(?:the )?"
        r"(?:rights? [^.;]{0,30}\b(?:in|to) (?:all |the )?)?"
        r"(?:Deliverables?|Work Product|Results|Developments|Inventions)\b)",
        _ours,
    ),
    Contradiction(
        r"\bonly to provide\b",
        r"\ban? (?:(?:perpetual|irrevocable)(?:, (?:and )?| and | )){1,2}(?P<next>[a-z])",
        _article,
    ),
    Contradiction(
        r"\b(?:restriction|restraint) ends with\b",
        r",? and for [^,.;]{3,40} (?:after (?:it|its end|that)|thereafter|afterwards)\b",
        _cut,
        enough=True,
    ),
    Contradiction(
        r"\blasts no longer than (?P<period>[a-z]+ \(\d+\)) months",
        r"(?P<before>\b)(?P<old>(?:two|three|four|five|[2-5])(?: \(\d\))? years"
        r"|(?:eighteen|twenty-four|thirty-six|18|24|36)(?: \(\d+\))? months)"
        r"(?= (?:after|following|thereafter)\b)",
        lambda against, said: _period(against, said) + " months",
    ),
    Contradiction(
        r"\bbe unreasonably withheld\b",
        r",? (?:in|at) (?:its|(?:{them})['’]s) sole(?: and absolute)? discretion\b,?",
        _cut,
    ),
    Contradiction(
        r"\bbe sued only in the courts\b",
        r"\bcourts (?:of|in|sitting in|located in) [^.;,]{3,80}(?= (?:shall |will )?(?:have|has)\b)"
        r"|(?<=brought\sin\s)the [^.;,]{0,40}\bcourts? (?:of|in|for|sitting in|located in) [^.;,]{3,80}"
        r"(?:, at (?:{them})['’]s (?:sole )?(?:election|option|choice))?(?=[.;])",
        _at_the_defendants,
        enough=True,
    ),
    Contradiction(
        r"\b(?:be sued only in the courts|have exclusive jurisdiction over any dispute)\b",
        r",? (?:except|save|but) that (?:{us}|{them}) may (?:also )?(?:bring|sue|take|commence)\b[^.;]{3,120}(?=[.;])",
        _cut,
        enough=True,
    ),
    Contradiction(r"^either party$", r" by (?:{them})(?=\. \Z)", _cut, near="heading"),
    Contradiction(
        r"^either party$",
        r"\b(?:convenience|without (?:any )?cause|for any reason|at any time)\b[^.;]{0,90}\."
        rf"(?P<gone> (?:{{us}}) {_MAY_NOT_END}[^.;]{{0,90}}\.)",
        _cut,
        near="paragraph",
    ),
    Contradiction(
        r"\bmay do so only\b",
        rf",? at any time\b(?! (?:after|before|during|within))|,? (?:and |or )?without (?:any )?{_NOTICE}",
        _cut,
    ),
    Contradiction(r"\bnot let it handle\b[^.;]{3,80}\bobjects\b", rf",? without {_ASKING_US}", _cut),
    Contradiction(
        r"\bnotice of each new sub-?processor\b",
        rf",? without (?:any )?{_NOTICE}(?: to (?:{{us}}))?(?: or (?:any )?(?:consent|approval)\b)?",
        _cut,
    ),
    Contradiction(
        r"\bwithout consent, assign\b",
        r"\bnot\b[^.;]{0,90}\bassign|\bnot do so without\b|\bwithout\b[^.;]{0,60}\bconsent\b",
        None,
    ),
    Contradiction(
        r"\bmay withhold\b",
        r"\bwithout (?:any )?(?:set-?off|deduction|withholding|counterclaim)|\bunconditional\b"
        r"|\bnot (?:withhold|set off|deduct)\b",
        None,
    ),
    Contradiction(
        r"\bwarrants that (?:what it provides|it has the right)\b",
        r"[\"“'‘]as is\b|\bdisclaims?\b|\b(?:makes no|without(?: any)?) warrant",
        None,
    ),
    Contradiction(
        r"\bwhat is payable falls in proportion\b",
        r"\babsolute\b|\bunconditional|\b(?:without|no|any) (?:abatement|reduction)\b"
        r"|\bnot (?:be )?(?:abate|reduce)d?\b",
        None,
    ),
    Contradiction(
        r"\b(?:terminate|end) [^.;]{3,40} by notice if (?:{them}) is in material breach\b",
        r"\b(?:cannot|may not|shall not|no right to)\b[^.;]{0,40}\b(?:terminated?|cancel(?:led|ed)?|ended?)\b",
        None,
    ),
    Contradiction(
        r"\bclaim under [^.;]{3,40} may be brought\b",
        r"\bbarred\b|\bno (?:claim|action)\b[^.;]{0,60}\bbe brought\b"
        r"|\b(?:claim|action|suit)s?\b[^.;]{0,80}\b(?:must|shall|may only) be (?:brought|commenced|started)\b",
        None,
    ),
    Contradiction(
        r"\btotal liability under [^.;]{3,60} shall not exceed\b",
        r"\b(?:total|aggregate|maximum) liability\b[^.;]{0,200}\b(?:limited to|not exceed)\b",
        None,
    ),
    Contradiction(r"\bbear (?:simple )?interest at\b", r"\binterest\b[^.;]{0,80}%|%[^.;]{0,60}\binterest\b", None),
    Contradiction(
        r"\bremains liable for\b",
        r"\bnot (?:be )?(?:liable|responsible) for (?:the |any )?(?:acts?|omissions?|fault)\b",
        None,
    ),
    Contradiction(r"\bgiven earlier takes effect\b", r"\bnot (?:earlier|more) than\b", None),
    Contradiction(
        r"\bis liable for loss of and unauthorised access\b",
        r"\bnot (?:be )?(?:liable|responsible)\b[^.;]{0,200}\bdata\b|\bexclud[^.;]{0,200}\bdata\b",
        None,
    ),
    Contradiction(
        r"\bapply equally to the liability of (?:{us})",
        rf"(?:\bliability of (?:{{us}})|(?:{{us}})['’]s? liability\b)[^.;]{{0,80}}{_WITHOUT_LIMIT}",
        None,
    ),
    Contradiction(
        r"\breturn or delete all data\b|\bmay keep only copies\b",
        r"\b(?:may|can|(?:is|are) entitled to)\b[^.;]{0,40}\b(?:keep|retain|continue to use)\b"
        r"|\bneed not (?:return|delete)\b",
        None,
    ),
    Contradiction(r"^charges for late payment\b", r"%|\bper ?cent\b", None),
    Contradiction(
        r"\bunless (?:{us}) agrees to it in writing\b", r"\b(?:use|posting|posted)\b[^.;]{0,80}\b(?:accept|agree)", None
    ),
    Contradiction(
        rf"{_EXCEPTED}|\bapply equally to the liability\b|\blimits of liability [^.;]{{3,40}} do not apply\b",
        r"\bwithout (?:any )?exception\b|\bapply to (?:every|all) (?:claims?|liabilit)|\bnot limit (?:{us})",
        None,
        near="section",
    ),
)
