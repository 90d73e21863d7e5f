"""Subjects: whom the binding words of a sentence bind."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.obligations.actors import Mention
from legalai.extract.obligations.stated import INSERTED_LAST

_ADVERB_LIST = (
    r"hereby|also|further|furthermore|then|thereafter|hereafter|therefore|each|both|all|jointly|severally|"
    r"additionally|however|"
    r"otherwise|accordingly|likewise|similarly|nevertheless|nonetheless|thereupon|in\s+turn|as\s+applicable|"
    r"collectively|"
    r"individually|respectively|together|always|only|at\s+all\s+times|at\s+any\s+time|from\s+time\s+to\s+time|"
    r"in\s+(?:its|his|their)\s+sole\s+(?:and\s+absolute\s+)?discretion|[a-z]+ly|herein|hereunder|hereto|so|does|"
    r"do|as\s+well"
)
# Possessive and atomic groups keep this linear where a word can be read in two ways.
_ADVERBS_ONLY = re.compile(rf"(?:\b(?>{_ADVERB_LIST})\b|[\s,“”\"])*+", re.IGNORECASE)
_ADVERBS_LAST = re.compile(rf"(?:\b(?:{_ADVERB_LIST})|,)$", re.IGNORECASE)
_MODIFIER = re.compile(
    r",?\s*(?:[a-z]{2,14}ing|who|which|that|whose|to\s+whom|receiving|disclosing|seeking|requesting|desiring|"
    r"claiming|making|"
    r"giving|having|"
    r"hereto|herein|hereunder|affected|named|acting|performing|entitled|designated|engaged|employed|assigned|appointed|"
    r"authorized|not\s+in|of|in|to|at|on|under|with|from|against|owning|providing|using|wishing|asserting|"
    r"terminating)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:,\s*[\w’'\s-]{1,50}){0,4},?\s*(?:(?:and|or|nor|and/or|as\s+well\s+as|together\s+with|"
    r"including)\s+(?:any\s+of\s+)?(?:its|their|his|her|"
    r"any|all|each|such|the|your|our)"
    r"(?:\s+[\w’'/,-]+){1,9}),?\s*"
    # "Tenant, its employees and invitees"
    r"|,\s*(?:its|their|his|her)\s[\w’'-]+(?:,\s[\w’'-]+){0,4},?\s(?:and|or)\s[a-z-]+(?:\s[a-z-]+)?,?\s*",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\s+(?:of|receiving|disclosing|seeking|requesting|making|giving|claiming|in\s+default|affected|terminating|"
    r"not\s+in)\b"
    r"(?:\s+[\w’'-]+){0,6}\s*",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s*(?:(?:the\s+)?[A-Z]\w{1,20},?\s+)?(?:and|or|nor|and/or|&)\s*")
_CLAUSE_AFTER = re.compile(r",\s+(?:and|or)\s")
# "the property of one Party, and neither Party": these begin a clause of their own.
_ALONE = re.compile(r"(?:neither|either|each|no|any|every)\b", re.IGNORECASE)
_CONJUNCTION_LAST = re.compile(r"(?:\b(?:and|or|but|nor|and/or|then|yet)\s*|;\s*)$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\s]+)\s*$")
# After these a subject stands in a side clause: what it "may" or "shall" do there is a circumstance, not a duty.
_SIDE = frozenset(
    "if unless whether when whenever where wherever until till before after while as because since than which "
    "who whom whose "
    "what whatever whichever lest although though event case extent once should".split()
)
_SIDE_LAST = re.compile(
    r"\b(?:in\s+the\s+event|to\s+the\s+extent|in\s+case|as\s+long\s+as|provided\s+only\s+if|event|extent|case|"
    r"circumstances?|time|manner|"
    r"date|instance|so|order|such|same)\s+(?:that|in\s+which|where|as)\s*$",
    re.IGNORECASE,
)
# "failing which Tenant shall", "in which event Landlord may" go on with the main clause.
_CONSEQUENCE_LAST = re.compile(
    r"\b(?:failing\s+which|(?:after|upon|whereupon|at)\s+which|(?:in|upon|at)\s+(?:which|(?:any\s+)?such|that|either)\s+"
    r"(?:event|case|time|instance|circumstances?))[,\s]*$",
    re.IGNORECASE,
)
_ADDED_LAST = re.compile(r",\s+(?:and\s+|all\s+of\s+|each\s+of\s+)?which\s*$", re.IGNORECASE)
# "Lessor, for itself and its successors, covenants": those are no subject of their own.
_FOR_ITSELF = re.compile(
    r",\s+(?:for|on\s+behalf\s+of)\s+(?:itself|himself|herself|themselves)\b(?!\s*,?\s*(?:shall|will|may))[^;.:]{0,80}$",
    re.IGNORECASE,
)
# "which consent Landlord may withhold": whose consent it is may say no.
_CONSENT_LAST = re.compile(r"\bwhich\s+(?:\w+\s+)?(?:consent|approval|permission)\s*$", re.IGNORECASE)
_WITHHOLDS = re.compile(
    r"(?:may|can|shall\s+(?:not\s+)?(?:be\s+entitled\s+to)?|will\s+not)\s[^.;,]{0,60}?\b(?:withh[eo]ld|grant|give|refuse|deny|condition|delay)\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(r"\bmeans?\b|\bincludes?\b", re.IGNORECASE)
_COMMANDS = re.compile(r"shall|must|will|agrees?\b", re.IGNORECASE)
_PROPOSITION_LAST = re.compile(
    r"\b(?:agree|agrees|agreed|agreeing|acknowledge|acknowledges|acknowledged|acknowledging|covenant|covenants|"
    r"covenanting|"
    r"understand|understands|understood|provided|however|except|undertakes?|confirms?|stipulates?|consents?|"
    r"recognizes?|accepts?|intended|"
    r"warrants?|represents?|intends?|promises?|further|only|guarantees?)(?:\s+(?:and|to|with|by|the|each|other|"
    r"parties|party|between|"
    r"landlord|lessor|tenant|lessee|supplier|seller|buyer|customer|licensor|licensee|company|"
    r"hereto|hereby|expressly|specifically|further|also|(?-i:[A-Z][a-z]+))){0,6}\s*,?\s+that[\s,]*$",
    re.IGNORECASE,
)
_OPENS_CLAUSE = frozenset(
    "and or but then however therefore moreover further furthermore accordingly hereby also so yet nor thereafter "
    "whereupon thereupon "
    "except hereafter agreement hereof herein hereto thereof hereunder thereunder and/or & notwithstanding".split()
)
_ADVERBIAL_START = re.compile(
    r"\W*(?:upon|during|on|at|in|within|for|after|following|subject|to|prior|before|throughout|except|"
    r"notwithstanding|as|by|with|"
    r"without|under|pursuant|promptly|if|unless|when|where|until|from|once|provided|should|because|since|while|"
    r"immediately|not?\s+(?:later|earlier|less|more|fewer)\s+than|(?:each|every)\s+(?:[a-z]+\s+)?(?:day|week|month|"
    r"quarter|year)|twice)\b",
    re.IGNORECASE,
)
# "For any order the Customer may place the Supplier shall": the first only describes the order.
_DESCRIBES = re.compile(
    r"(?:may|shall|will|must)\s[^,;:.]{0,60}?(?<!\w)(?!(?:and|or|but|that|whether|which|if|where|when|as|until|unless)\s)"
    r"[a-z]+\s(?:the\s)?(?-i:[A-Z])\w+\s(?:may|shall|will|must)\b",
    re.IGNORECASE,
)
# "; and during the Term the Supplier shall": a clause begins anew, its circumstance first.
_ANEW = re.compile(r"[;:.]\s+(?:(?:and|but|or)\s+)?")
_SIDE_START = re.compile(
    r"(?:^|[,;:(]\s*|\b(?:and|or|but)\s+)(?:(?:even|only|or|and)\s+)?(?:if|unless|whether|when|where|until|"
    r"in\s+the\s+event|to\s+the\s+extent|"
    r"in\s+case|as|because|since|while|once|provided\s+that\s+if)\b[^,;]*$",
    re.IGNORECASE,
)
_RELATIVE_WORD = re.compile(r"\b(?:that|which|who|as|than|what|whatever|whichever|whom)[\s,]*$", re.IGNORECASE)
# "claims which are or may be made"
_RELATIVE_PAIR = re.compile(
    r"\b(?:who|which|that|as)\s+(?:is|are|was|were|has|have|had|do|does|did)\s+(?:not\s+)?(?:been\s+)?(?:and|or|and/or)\s*$",
    re.IGNORECASE,
)
_RELATIVE_LAST = re.compile(r"\b(?:who|which|that|whom|as)[\s,]*$", re.IGNORECASE)
_RELATIVE_CLAUSE = re.compile(
    r"\b(?:(?:for|to|of|by|in|under|on|with|from)\s+(?:which|whom)|whose|which)\b[^,;.]{0,80}$", re.IGNORECASE
)
_NOR = re.compile(r"\bnor\b", re.IGNORECASE)
_MARK_BLANKED = 4
_LONGEST_GAP = 320
_MENTIONS_TRIED = 8


@dataclass(frozen=True, slots=True)
class Subject:
    """An actor as subject, characters [start, end) with what belongs to it ("Supplier and its Affiliates")."""

    mention: Mention
    start: int
    end: int
    together: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class NoSubject:
    """Why no actor is the subject: none is written ("inherited"), a thing is ("thing"), or in a "side" clause."""

    why: str


def subject_before(
    text: str, mentions: Sequence[Mention], floor: int, end: int, *, continued: bool = False
) -> Subject | NoSubject:
    """The subject of binding words that begin at `end`, looked for in characters [floor, end) of the masked passage.

    `continued` is true where a clause stands before `floor`, so that "and" may begin a new one.
    """
    last = bisect_right(mentions, end, key=lambda m: m.end)
    near = mentions[max(0, last - _MENTIONS_TRIED) : last]
    candidates = [m for m in near if floor <= m.start and end - m.end <= _LONGEST_GAP]
    for index in range(len(candidates) - 1, -1, -1):
        mention = candidates[index]
        gap = text[mention.end : end]
        if mention.possessive or not _reaches(gap) or _FOR_ITSELF.search(text[floor : mention.start]):
            continue
        if _RELATIVE_LAST.search(gap):
            return NoSubject("side")
        joint = _joint(text, candidates, index)
        opening = _opening(text, floor, joint[0].start, continued=continued)
        place = _place(text, floor, joint[0].start, end, opening)
        if place == "object" and len(joint) > 1 and (continued or _CLAUSE_AFTER.match(text, joint[-2].end)):
            joint, place = [mention], _place(text, floor, mention.start, end, opening)
        if place == "side":
            return NoSubject("side")
        if place == "subject":
            extent = extent_of(text, mention.end, end)
            # "Neither A, B nor their staff" that was not read to its beginning would say the opposite.
            if joint[0].kind != "no_party" and _NOR.search(text, joint[0].start, extent):
                return NoSubject("side")
            return Subject(mention, joint[0].start, extent, tuple(joint))
    return _without_actor(text, floor, end)


def _reaches(gap: str) -> bool:
    """Whether the words between an actor and the binding words leave it their subject."""
    if _ADVERBS_ONLY.fullmatch(gap):
        return True
    words = gap.strip()
    if words == ":" and len(gap) > _MARK_BLANKED:
        return True  # "Tenant: (a) shall pay": the mark of the item is blanked
    if _CONJUNCTION_LAST.search(words) or ";" in words:
        return False
    if _JOINED.fullmatch(_without_adverbs(gap)):
        return True
    if words.startswith(",") and words.endswith(","):
        return True
    inside = _MODIFIER.match(gap)
    if not inside:
        return False
    count = len(words.split())
    relative = inside[0].strip(" ,\n").lower() in ("who", "which", "that", "whose")
    return count <= (40 if relative else 14) and ("," not in words.strip(",") or relative or words.endswith(","))


def _without_adverbs(words: str) -> str:
    """The words without adverbs and commas at their end."""
    tail = words.rstrip(" ,\r\n\t")
    while match := _ADVERBS_LAST.search(tail):
        tail = tail[: match.start()].rstrip(" ,\r\n\t")
    return tail


def _joint(text: str, candidates: Sequence[Mention], index: int) -> list[Mention]:
    """The actors joined by "and" that end with this one."""
    first = index
    while first:
        gap = text[candidates[first - 1].end : candidates[first].start]
        if _ALONE.match(candidates[first].name) and gap.strip() != "nor":
            break
        if not (_AND.fullmatch(gap) or (first < index and gap.strip() == ",")):
            break
        first -= 1
    return list(candidates[first : index + 1])


def extent_of(text: str, begin: int, end: int) -> int:
    """Where a subject ends that ends at `begin` or goes on ("and its Affiliates"), looking no further than `end`."""
    gap = _without_adverbs(text[begin:end][:_LONGEST_GAP])
    if _DESCRIBED.fullmatch(gap):
        return begin + len(gap.rstrip())
    if _JOINED.fullmatch(gap) and not _ADVERBS_ONLY.fullmatch(gap):
        return begin + len(gap.rstrip(" ,\n\t"))
    return begin


def _opening(text: str, floor: int, start: int, *, continued: bool) -> str:
    """What a clause that begins anew holds before an actor at `start`; nothing where it goes on with one before it."""
    before = text[floor:start]
    anew = max((match.end() for match in _ANEW.finditer(before)), default=0)
    return before[anew:] if anew or not continued else ""


def _place(text: str, floor: int, start: int, end: int, opening: str) -> str:
    """Whether an actor at `start` is a "subject", an "object" of what stands before it, or in a "side" clause.

    The binding words begin at `end`; `opening` is what the actor's clause begins with.
    """
    before = text[max(floor, start - _LONGEST_GAP) : start]
    stripped = before.rstrip()
    if _CONSEQUENCE_LAST.search(before):
        return "subject"
    if _ADDED_LAST.search(before) and _COMMANDS.match(text, end) and not _DEFINES.search(before):
        return "subject"
    if _CONSENT_LAST.search(before) and _WITHHOLDS.match(text, end):
        return "subject"
    if not stripped or stripped[-1] in ';:—–-.)]“”"•·*|':
        return "subject"
    if stripped[-1] == ",":
        return "side" if _side_word(stripped[:-1]) else "subject"
    if _PROPOSITION_LAST.search(before):
        return "subject"
    match = _LAST_WORD.search(stripped)
    word = match[1].strip('(),"“”').lower() if match else ""
    if _side_word(stripped):
        return "side"
    if word == "that":
        return "side"
    if word in _OPENS_CLAUSE or word.endswith("ly") or re.fullmatch(r"\(?[a-z0-9]{1,4}[.)]", word):
        return "side" if word in ("and", "or") and _SIDE_START.search(before) else "subject"
    return _behind_lead_in(text, end, opening) if not _governs(word) else "object"


def _behind_lead_in(text: str, end: int, opening: str) -> str:
    """Where an actor stands behind a circumstance without a comma: "upon termination the Supplier shall"."""
    if not _ADVERBIAL_START.match(opening):
        return "object"
    return "side" if _DESCRIBES.match(text, end) else "subject"


def _side_word(before: str) -> bool:
    match = _LAST_WORD.search(before)
    word = match[1].strip('(),"“”').lower() if match else ""
    return word in _SIDE or _SIDE_LAST.search(before) is not None


def _governs(word: str) -> bool:
    """Whether a word takes what follows as its object."""
    return word in frozenset(
        "of by to with for from between among against on upon in at under than through via per into toward towards "
        "behalf regarding concerning including notify giving gives give require requires permit permits cause "
        "causes".split()
    )


def _without_actor(text: str, floor: int, end: int) -> NoSubject:
    before = text[max(floor, end - _LONGEST_GAP) : end]
    tail = _without_adverbs(before)
    if _RELATIVE_PAIR.search(before):
        return NoSubject("side")
    if INSERTED_LAST.search(before):
        return NoSubject("inherited")
    if not tail.strip() or _CONJUNCTION_LAST.search(tail + " ") or (floor and tail.endswith((";", ":"))):
        return NoSubject("inherited")
    if _RELATIVE_WORD.search(tail) or _RELATIVE_CLAUSE.search(tail) or _SIDE_START.search(tail):
        return NoSubject("side")
    return NoSubject("thing")
