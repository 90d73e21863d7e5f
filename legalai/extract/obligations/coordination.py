"""Coordination: the several acts that one binding word governs ("shall deliver the goods and keep records")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_VERBS = frozenset(
    "abide accept access acknowledge acquire act add adhere adjust administer adopt advertise advise afford "
    "agree allocate allow alter amend announce appear apply appoint apportion approve arrange ascertain "
    "assemble assert assign assist assume attach attend audit authorize bear begin bind bring build calculate "
    "cancel carry cause cease certify change charge clean clear close co- co-operate collaborate collect "
    "commence commit communicate compensate complete comply compute conduct confer confirm connect consider "
    "construct consult contact contest continue contribute convene convert convey cooperate coordinate copy "
    "correct cover create cure decline decompile decorate dedicate deduct defend defer define delete deliver "
    "demolish demonstrate deny deposit describe design designate destroy determine develop devote diminish "
    "direct disassemble disburse discharge disclose discontinue discuss display dispose disregard distribute "
    "divide divulge document download draw duplicate effect elect employ enable encumber enforce engage enrol "
    "enroll ensure enter erect establish evaluate examine exchange execute exercise expend explain extend "
    "extinguish facilitate file fill finance follow forward fulfil fulfill furnish generate give grant handle "
    "hire hold identify implement impose include incorporate increase incur indemnify inform infringe "
    "initiate insert inspect install instruct insure integrate investigate invite invoice keep label launch "
    "lease leave lend let license liquidate list locate lodge maintain make manage manufacture mark market "
    "meet modify monitor mortgage name negotiate nominate notify observe obtain occupy offer open operate "
    "order organise organize oversee pack paint pay perform permit plan post prepare present preserve prevent "
    "process procure produce promote prosecute protect provide publish purchase pursue quit rebuild receive "
    "recover rectify redecorate redeliver reduce refund register reimburse reinstate release relinquish "
    "relocate remain remedy remit remove remunerate render repaint repair repay replace replenish report "
    "reproduce request require resell resolve respond restore retain return reveal review safeguard satisfy "
    "schedule secure segregate select sell send serve settle ship sign solicit specify staff start stop store "
    "sublet sublicense submit substantiate sue supervise supply support surrender take tender terminate test "
    "track train transfer translate transmit transport treat undergo undertake update upgrade upload use "
    "utilize vacate verify view waive warrant wind withdraw withhold write yield "
    "archive calibrate commission configure deploy dismantle dry fit fix host load log migrate move package record "
    "recycle unload "
    "analyse analyze answer compile decontaminate encrypt erase hand heat illuminate issue landscape light mow purge "
    "re-perform reperform reply retrieve show sweep ventilate wash water wear".split()
)
# These are nouns as well: only words that lead to an object show them to be verbs.
_NOUNS_TOO = frozenset(
    "access advance apply audit cease change charge clean clear close complete contact contest copy correct "
    "cure deposit design direct display document download draw effect exchange file fill finance forward "
    "grant handle increase invoice label lease let license list mark market name offer open order pack paint "
    "plan post present process promote purchase quit refund release remedy repair report request return "
    "review schedule secure separate ship sign staff start stop store sue supply support surrender tender "
    "test track train transfer transport update upgrade upload use view waive wind yield "
    "commission cover dry fit fix host load log move package record "
    "answer heat issue landscape light purge reply show sweep wash water wear".split()
)
# Pairs of one family say one thing twice: "keep and maintain", "indemnify and hold harmless".
_INDEMNITY = frozenset("indemnify defend hold save protect exonerate".split())
_FAMILIES: tuple[frozenset[str], ...] = (
    _INDEMNITY,
    *(
        frozenset(family.split())
        for family in (
            "execute deliver sign acknowledge",
            "keep maintain preserve hold",
            "perform observe fulfil fulfill comply carry discharge complete conduct satisfy",
            "pay discharge bear remit satisfy assume reimburse",
            "sell market promote distribute offer advertise resell solicit",
            "grant assign transfer convey sell bargain",
            "use occupy possess have hold enjoy utilize exploit exercise",
            "make enter do take give",
            "cooperate co-operate assist collaborate consult coordinate support",
            "design develop create produce make manufacture prepare",
            "repair replace correct cure remedy restore rectify",
            "give make provide furnish supply afford",
            "obtain procure secure acquire",
            "negotiate agree discuss meet confer resolve",
            "quit surrender vacate yield leave",
            "manage operate administer supervise oversee direct",
            "cancel terminate",
            "modify amend alter change",
        )
    ),
)
_WORD = r"[a-z][a-z-]{1,20}"
_ADVERB = r"(?!(?:ap|com|im|multi|re|sup)p?ly\b|re-?supply\b|rely\b)[a-z]+ly"
_FIRST = re.compile(rf"[\s,]*(?:(?:{_ADVERB}|also|then|first|at\s+all\s+times)[\s,]+){{0,3}}(?P<verb>{_WORD})\b")
_JOIN = re.compile(
    rf"(?:(?P<comma>,)\s+(?:(?P<last>and|or|nor)\s+)?|\s(?P<joint>and|or|nor)(?:\s+|,[^,;:]{{3,100}},\s*))"
    rf"(?P<again>to\s+)?(?:(?:{_ADVERB}|also|then|further|thereafter)[\s,]+){{0,2}}(?P<verb>{_WORD})"
    rf"(?=(?:,(?=\s+and\s))?\s+(?P<next>\S+)(?:\s+(?P<beyond>{_WORD})(?:\s+(?P<third>\S+))?)?)"
)
_OBJECT_FIRST = re.compile(
    r"(?:the|an?|any|all|each|every|its|their|his|her|our|your|such|this|that|these|those|it|them|no|both|either|[A-Z][\w-]*[’']s?)\W*$"
)
_NO_OBJECT = re.compile(r"(?:and|or|nor|and/or|is|are|shall|will|may|of)\b|[,;:.&/]")
_NO_DIRECT_OBJECT = re.compile(
    rf"{_NO_OBJECT.pattern}|(?:with|to|for|from|into|in|on|by|against|through|at|under|about|over|upon|that|promptly|diligently)\b"
)
_WITHOUT_OBJECTS = frozenset(
    "abide act adhere agree appear cease co-operate collaborate commence communicate comply consult continue "
    "cooperate coordinate enter meet negotiate respond".split()
)
# Inside such words a second verb belongs to what they open, not to the binding word.
_OPENS_DEEPER = re.compile(
    r"\b(?:that|which|who|whom|whose|if|unless|when|where|whether|how|what|whatever|as|efforts?|endeavou?rs?|in\s+order|so\s+as|"
    r"(?<!more\s)(?<!later\s)(?<!less\s)(?<!fewer\s)than|not(?!\s(?:later|less|more|fewer)\sthan)|"
    r"rights?|obligations?|ability|opportunity|licen[cs]es?|authority|ensure|cause|permit|allow|require|enable|provided|except|notwithstanding|until)\b|[;:]",
    re.IGNORECASE,
)
# "any disclosure it intends to issue": an object's own clause, which ends with its verb.
_INTENDED = re.compile(r"\b(?:it|they|he|she)\s(?:intends?|wish(?:es)?|desires?|proposes?|plans?|wants?|needs?)\s$")
_INFINITIVE = re.compile(rf"\bto\s+(?:[a-z]+ly\s+)?(?P<verb>{_WORD})\b")
# "indemnify, defend and hold ... harmless", "enter into and perform": the object is still to come.
_PARTICLE = r"(?:\s+(?:out|up|down|off|away|back))?"
_VERBS_ONLY = re.compile(rf"{_FIRST.pattern}{_PARTICLE}(?:,\s+{_WORD}{_PARTICLE})*[\s,]*")
_PREPOSITION_LAST = re.compile(
    r"\s(?:with|to(?:\s[a-z]+ly)?|for|from|of|into|in|on|by|against|through|at|under|about|over|upon)[\s,]*$"
)
_AND_VERB = re.compile(
    rf"{_PARTICLE}(?P<more>(?:,\s+{_WORD}{_PARTICLE}){{0,6}}),?\s+and,?\s+(?:(?:{_ADVERB}|also|then|thereafter)\s+)?"
    rf"(?P<verb>{_WORD}{_PARTICLE})\s+(?=\S)"
)
_LISTED = re.compile(r",\s+([^,]+)")
# "insure them and report losses": a pronoun ends an object, so that a verb follows.
_PRONOUN_LAST = re.compile(r"\s(?:them|it|him|her|us|you)$")
_TO_LAST = re.compile(r"\bto\s*$")


@dataclass(frozen=True, slots=True)
class Act:
    """One of several acts: its words are characters [start, end), after `verb` where that shares them with another.

    Its quote begins at `quoted`.
    """

    start: int
    end: int
    quoted: int
    verb: str = ""


def acts_in(words: str, begin: int, end: int, *, forbidden: bool) -> list[Act]:
    """The acts of a clause whose first verb stands at `begin`; empty where it states one only.

    What must be done is joined by "and"; what is `forbidden`, by "or". `words` is a passage without its parentheses.
    """
    first = _FIRST.match(words, begin, end)
    if first is None or first["verb"] not in _VERBS:
        return []
    joining = ("or", "nor") if forbidden else ("and",)
    infinitive = _TO_LAST.search(words, max(0, begin - 8), begin) is not None
    pieces: list[tuple[int, int]] = []
    piece, waiting = begin, []
    deeper = _deeper(words, begin, end)
    for join in _JOIN.finditer(words, first.end(), end):
        word = join["last"] or join["joint"]
        if deeper < piece:
            deeper = _deeper(words, piece, end)
        if deeper < join.start() or (join["again"] and not infinitive):
            break
        if (word and word not in joining) or not _verb_with_object(join) or _says_again(words, piece, join):
            continue
        if word is None:
            waiting.append(join)
            continue
        for start in (*waiting, join):
            if _VERBS_ONLY.fullmatch(words, piece, start.start()):
                continue
            pieces.append((piece, start.start()))
            piece = max(start.end(group) for group in ("comma", "last", "joint", "again"))
        waiting = []
    pieces.append((piece, end))
    acts: list[Act] = []
    for start, stop in pieces:
        acts.extend(_sharing(words, start, stop, forbidden=forbidden))
    return acts if len(acts) > 1 else []


def _says_again(words: str, piece: int, join: re.Match[str]) -> bool:
    """Whether a verb goes on with the act before it: its object is still to come, or it repeats an indemnity."""
    if _VERBS_ONLY.fullmatch(words, piece, join.start()) or _PREPOSITION_LAST.search(words[piece : join.start()][-40:]):
        return True
    first = _FIRST.match(words, piece, join.start())
    return first is not None and {first["verb"], join["verb"]} <= _INDEMNITY


def _deeper(words: str, start: int, end: int) -> int:
    """Where words begin that open something deeper than the act itself; `end` where none do."""
    opener = _OPENS_DEEPER.search(words, start, end)
    limit = opener.start() if opener else end
    infinitives = (match.start() for match in _INFINITIVE.finditer(words, start, limit) if match["verb"] in _VERBS)
    return next((place for place in infinitives if not _INTENDED.search(words, max(start, place - 16), place)), limit)


def _verb_with_object(join: re.Match[str]) -> bool:
    """Whether the word after "and" is a verb with words of its own after it."""
    verb, after = join["verb"], join["next"]
    if after == "and" and join["beyond"] in _VERBS:
        # "provide space, store and repair the goods": what has an object shows that both are verbs
        objects = _OBJECT_FIRST.match(join["third"] or "") is not None
        return verb in _VERBS and (objects or _NOUNS_TOO.isdisjoint((verb, join["beyond"])))
    if verb not in _VERBS or _NO_OBJECT.match(after):
        return False
    ended = _PRONOUN_LAST.search(join.string, max(0, join.start() - 6), join.start()) is not None
    return verb not in _NOUNS_TOO or ended or _OBJECT_FIRST.match(after) is not None


def _sharing(words: str, start: int, stop: int, *, forbidden: bool) -> list[Act]:
    """The acts of verbs that share one object ("deliver and maintain"); one where they say one thing twice."""
    whole = [Act(start, stop, start)]
    first = _FIRST.match(words, start, stop)
    if forbidden or first is None or first["verb"] not in _VERBS:
        return whole
    joined = _AND_VERB.match(words, first.end(), stop)
    if joined is None or _NO_DIRECT_OBJECT.match(words, joined.end()):
        return whole
    verbs = [words[first.start("verb") : joined.start("more")], *_LISTED.findall(joined["more"]), joined["verb"]]
    lead = words[start : first.start("verb")].strip(" ,")
    groups = _groups(verbs)
    if len(groups) < 2:
        return whole
    return [Act(joined.end(), stop, start, f"{lead} {' and '.join(group)}".strip()) for group in groups]


def _groups(verbs: Sequence[str]) -> list[list[str]]:
    """Verbs that share an object, those that say one thing twice together; nothing where one takes no object."""
    groups: list[list[str]] = []
    heads = [verb.split()[0] for verb in verbs]
    if not _VERBS.issuperset(heads) or _WITHOUT_OBJECTS.intersection(heads):
        return groups
    for verb, head in zip(verbs, heads, strict=True):
        alike = (group for group in groups for other in group if _says_the_same(head, other.split()[0]))
        if group := next(alike, None):
            group.append(verb)
        else:
            groups.append([verb])
    return groups


def _says_the_same(one: str, other: str) -> bool:
    return any(one in family and other in family for family in _FAMILIES)
