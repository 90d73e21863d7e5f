"""The ways in which a sentence lets a notice be given, those it rules out, and those by which only a copy goes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.extract.dates.notice.refused_ways import is_for_other_messages, refusal_of
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

Outcome = Literal["allowed", "ruled-out", "copy"]
OTHER_WAYS = "in any other way"

_WAYS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(words, re.IGNORECASE))
    for name, words in (
        (
            "in writing",
            r"\b(?:(?:in\s+)?writing|written\s+(?:notice|form|communication)|in\s+written\s+form|schriftform)\b",
        ),
        ("in text form", r"\b(?:text\s+form|textform)\b"),
        (
            "by hand",
            r"\b(?:by\s+hand|hand[\s-]deliver\w*|handed\s+over|personal(?:ly)?\s+(?:deliver\w*|serv\w*)|in\s+person"
            r"|delivered\s+personally)\b",
        ),
        (
            "by courier",
            r"\b(?:couriers?|overnight|express\s+(?:mail|delivery)|federal\s+express|fedex|ups|dhl"
            r"|commercial\s+delivery)\b",
        ),
        (
            "by registered or certified mail",
            r"\b(?:registered|certified|recorded|special|signed[\s-]for)\s+(?:or\s+(?:registered|certified)\s+)?(?:\w+[\s-])?"
            r"(?:mail|post|delivery|letters?)\b|\brecorded\s+signed[\s-]for\b|\breturn\s+receipt\b|\beinschreiben\b",
        ),
        (
            "by post",
            r"\b(?:first[\s-]class|prepaid|pre-paid|ordinary|united\s+states|u\.s\.|air)\s*"
            r"(?:(?!registered|certified|recorded|express)\w+\s+)?(?:mail|post)\b|\bby\s+(?:mail|post)\b"
            r"|\b(?:in|through)\s+the\s+(?:\w+\s+)?mails?\b",
        ),
        ("by certified e-mail", r"\b(?:certified\s+e-?mail|posta\s+elettronica\s+certificata)\b"),
        ("by fax", r"\b(?:fax(?:es)?|facsimiles?|telecop\w+|telefax)\b"),
        ("by e-mail", r"\b(?:e-?\s?mail(?:s|ed|ing)?|electronic\s+mail)\b"),
        (
            "through a portal",
            r"\b(?:portals?|admin(?:istration|istrator)?\s+(?:console|panel|area)|account\s+(?:settings|area|page)"
            r"|(?:online|user|customer|web|self[\s-]service)\s+(?:account|dashboard|interface)|control\s+panel|dashboard)\b",
        ),
        ("by support ticket", r"\b(?:tickets?|ticketing\s+(?:system|tool)|help\s?desk|support\s+(?:request|case))\b"),
        (
            "by message or chat",
            r"\b(?:chat|instant\s+messag\w+|text\s+messages?|sms|whatsapp|slack|collaboration\s+tools?)\b",
        ),
        ("by word of mouth", r"\b(?:oral(?:ly)?|verbal(?:ly)?|(?:tele)?phone)\b"),
    )
)  # fmt: skip
_FORMS = frozenset({"in writing", "in text form"})
# Named among contact details more often than as a way to give notice: they count where they are ruled out.
_ONLY_RULED_OUT = frozenset({"by message or chat", "by word of mouth"})
# Where they stand, and not what the contract is about.
_IN_IT = re.compile(
    r"\b(?:by|via|through|using|in|into|on|within|as|with|open\w*|rais\w+|submit\w*|log\w*|fil(?:e|ed|ing)|creat\w+)\s+"
    r"(?:[\w’'-]+\s+){0,5}?$",
    re.IGNORECASE,
)
_PLACES = frozenset({"through a portal", "by support ticket"})
# "Fax: 020 7946", "e-mail address: x": where something would go, not that it may.
_CONTACT = re.compile(r"\s*(?:(?:no|nr|number|address(?:es)?)\b\.?)?\s*:", re.IGNORECASE)
_ADDRESS = re.compile(r"\s*address(?:es)?\b", re.IGNORECASE)
_AT_IT = re.compile(r"\b(?:to|at|by|via|from)\s+(?:[\w’'-]+\s+){0,4}?$", re.IGNORECASE)
_SENT_BY = re.compile(r"\b(?:by|via|through|using)\s+(?:an?\s+)?$", re.IGNORECASE)
# Where what was said of one way ends: "need not be sent by post and may be made by e-mail".
_CLAUSE = re.compile(
    r";|\.\s|\bor,?\s+(?=if\b)|\b(?:and|but)\s+(?=(?:may|shall|can|must|will)\b)|,\s+(?=(?:then\s+|the\s+)?\w+\s+(?:shall|may|must|will)\b)",
    re.IGNORECASE,
)
# A full stop that ends words, and not a number ("2.1 ") or an abbreviation.
_SENTENCE_ENDS = re.compile(r"(?<=[a-z)\]”\"])\.\s+(?=[A-Z(“\"])|;\s")
_ASIDE = re.compile(r"\([^()]*\)")
_COPY = re.compile(r"\b(?:cop(?:y|ies|ied)|courtesy)\b[^.;,]{0,60}$", re.IGNORECASE)
_HARD_COPY = re.compile(r"\b(?:hard|original)\s+cop(?:y|ies)\b", re.IGNORECASE)
# A "not" that says nothing of the way: of times, of what is not needed, of what comes on top.
_OTHER_NOT = re.compile(
    r"\b(?:no|not)\s+(?:later|less|fewer|more|earlier|sooner|only|just|merely|limited|unreasonabl\w+)\b|\bwhether\s+or\s+not\b"
    r"|\bnot(?=[^.;,]{0,30}\balone\b)|\bno\.\s?\d|\b(?:not|other\s+than|except)\s+(?:on\s+)?(?:an?\s+)?(?:\w+\s+)?"
    r"(?:business\s+days?|working\s+days?|saturdays?|sundays?|weekends?|holidays?)\b|\bnot\s+(?:\w+\s+){0,3}?otherwise\b",
    re.IGNORECASE,
)
_NOT_NEEDED = re.compile(
    r"\bneed(?:s)?\s+not\b|\bnot\s+(?:be\s+)?(?:required|necessar\w+|needed|obliged|have\s+to)\b", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:not|no|none|never|neither|nor|cannot|excludes?|excluding|prohibit\w*"
    r"|(?:except|other\s+than|otherwise\s+than|save)(?=[^,]*$))\b",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\b(?:but|rather|instead|unless|until)\b", re.IGNORECASE)
_BUT_BY = re.compile(
    r"\b(?:not|no|none|never|cannot)\b[^.;]*\b(?:except|other\s+than|otherwise\s+than|save|unless|until)\b[^,]*$",
    re.IGNORECASE,
)
# Between a way and what is said of it: no subject of its own ("and Supplier shall not be liable").
_WORD = (
    r"(?!(?:provided|which|that|but|notices?|unless|if|when|where|the|it|they|each|either|any|such|no)\b)[a-z][\w-]*"
)
_ANOTHER = (
    r"(?:e-?mails?|fax(?:es)?|facsimiles?|electronic\s+\w+|telecop\w+|(?:[\w-]+\s+)?(?:post|mail|delivery)|couriers?|letters?"
    r"|(?:tele)?phone|messages?|sms|chats?|tickets?|portals?|text\s+messages?)"
)
_AND_ANOTHER = rf"(?:\s*(?:,|,?\s+(?:and|or|nor))\s+(?:by\s+|an?\s+)?{_ANOTHER}){{0,3}}"
_IS_NOT = re.compile(
    rf"^{_AND_ANOTHER}['”\"]?\s+(?:{_WORD}\s+){{0,4}}?(?:(?:is|are|do|does|shall|will|may|can|must|should)\s+(?:\w+\s+)?(?:not|never)\b"
    r"|(?:is|are|shall\s+be|will\s+be)\s+(?:\w+\s+)?(?:invalid|void|ineffective|insufficient|inadequate|excluded"
    r"|disregarded|prohibited|of\s+no\s+(?:force|effect)|(?:given\s+)?for\s+(?:convenience|information)(?:\s+purposes)?\s+only)\b"
    r"|cannot\b)",
    re.IGNORECASE,
)
_FORM_IS_NOT = re.compile(r"^['”\"]?\s+(?:is|are|does|do|shall|will)\s+not\b", re.IGNORECASE)
_IS_NOT_NEEDED = re.compile(
    r"\s+(?:\w+\s+)?(?:is|are|shall|will)\s+not\s+(?:be\s+)?(?:required|necessary|needed)\b", re.IGNORECASE
)
# What is said of other papers than ours: it allows nothing for a notice that ends or renews a contract.
_OTHER_PAPERS = re.compile(
    r"(?<!other\sthan\s)\b(?:operational|day[\s-]to[\s-]day|routine|ordinary(?:\s+course)?|administrative|technical|informal)\s+"
    r"(?:\w+\s+)?(?:communications?|notices?|correspondence|matters|messages)\b"
    r"|\bnotices?\s+of\s+(?:an?\s+|any\s+)?(?:breach|claims?|default|incidents?|security|indemni\w+|disputes?|force|data|change)\b"
    r"|^\W*(?:except|save|other\s+than|apart\s+from)\s+(?:for\s+|in\s+the\s+case\s+of\s+)?(?:any\s+|an?\s+)?notices?\s+of\b"
    r"|\b(?:legal\s+proceedings|service\s+of\s+process|court\s+documents)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\b(?:only|solely|exclusively)\b[^.;]{0,60}$|\bno\s+other\b[^.;]{0,60}$", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\bnot\s+(?:only|solely|exclusively)\b", re.IGNORECASE)
_ANY_OTHER = re.compile(
    r"\b(?:any|some|no)\s+other\s+(?:means|manner|methods?|way|form|channel)\b(?=[^.;]{0,80}\b"
    r"(?:not|no|invalid|void|ineffective|disregarded)\b)",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\bboth\b[^.;]{0,20}$", re.IGNORECASE)
_ALL_OF_THEM = re.compile(
    r"\bfollowed\s+by\b|\bconfirmed\s+(?:\w+\s+)?(?:by|in)\b|\bas\s+well\s+as\b"
    r"|\band\s+(?:also|additionally|in\s+addition|simultaneously)\b",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"\b(?:fax\w*|facsimile|telecop\w+|e-?mails?|electronic\s+mail|transmission)\b[^.;]{0,60}?\b(?:confirm\w*|followed)\b"
    r"[^.;,]{0,40}?\b(?:mail|post|courier|letter|in\s+writing|hard\s+copy|original)\b",
    re.IGNORECASE,
)
_MUST = re.compile(r"\b(?:shall|must|will|is\s+to|are\s+to|has\s+to|have\s+to)\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"\bnotices?\b[^.;]{0,40}?\bto\s+(?:the\s+)?", re.IGNORECASE)
_GIVES = re.compile(
    r"\s+(?:may|shall|will|must|can)\s+(?:\w+\s+){0,2}?(?:give|send|provide|post|deliver|serve|notify|make)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A way to give notice that a passage names, and what it says of it; `to` and `by`: for whose notices, as named."""

    name: str
    outcome: Outcome
    passage: Passage
    to: str | None = None
    by: str | None = None

    def is_for(self, giver: str | None) -> bool:
        """Whether it is said of notices that this party gives, or may be."""
        return giver is None or (self.to != giver and self.by in (None, giver))


def read_ways(passage: Passage, parties: Sequence[Party] = ()) -> tuple[Way, ...]:
    """The ways a passage names, each once for what is said of it, in a fixed order."""
    to, by = _whose(passage.text, parties)
    found: dict[tuple[str, Outcome], None] = dict.fromkeys(
        (name, outcome)
        for name, words in _WAYS
        for named in words.finditer(passage.text)
        if (outcome := _outcome(name, passage.text, named))
    )
    if _ANY_OTHER.search(passage.text) or any(
        outcome == "allowed" and _is_the_only(passage.text, name) for name, outcome in found
    ):
        found[OTHER_WAYS, "ruled-out"] = None
    return tuple(Way(name=name, outcome=outcome, passage=passage, to=to, by=by) for name, outcome in found)


def joined(ways: Sequence[Way]) -> str | None:
    """The ways in words: one is enough, unless a passage asks for all it names."""
    names = [name for name, _ in _WAYS if name in {way.name for way in ways}]
    names += [OTHER_WAYS] if any(way.name == OTHER_WAYS for way in ways) else []
    forms = [n for n in names if n in _FORMS]
    others = [n for n in names if n not in _FORMS]
    all_of_them = any(_all_asked(way.passage, others) for way in ways)
    if len(others) > 1:
        others = [", ".join(others[:-1]) + (" and " if all_of_them else " or ") + others[-1]]
    confirmed = not all_of_them and any(
        way.outcome == "allowed" and way.name not in _FORMS and _CONFIRMED.search(way.passage.text) for way in ways
    )
    return ", ".join([*forms, *others]) + (" (one of them to be confirmed)" if confirmed else "") or None


def _outcome(name: str, text: str, named: re.Match[str]) -> Outcome | None:
    """What a text says of a way it names; None where it says nothing of notices that way."""
    before = _CLAUSE.split(text[max(named.start() - 110, 0) : named.start()])[-1]
    after = text[named.end() : named.end() + 110]
    if _is_contact(before, after):
        return None
    if _NOT_NEEDED.search(before) or _IS_NOT_NEEDED.match(after):
        return None
    if name not in _FORMS and refusal_of(after):
        return "ruled-out"
    # Words before a form are about what has to have it: "not effective unless in writing", "any waiver not in writing".
    if (_FORM_IS_NOT if name in _FORMS else _IS_NOT).match(after) or (
        name not in _FORMS and _is_ruled_out(before, after)
    ):
        return "ruled-out"
    if _COPY.search(before) and not _HARD_COPY.search(before):
        return "copy"
    if name in _ONLY_RULED_OUT or (name in _PLACES and not _IN_IT.search(before)):
        return None
    sentence = _sentence(text, named)
    return None if _OTHER_PAPERS.search(sentence) or is_for_other_messages(before, after) else "allowed"


def _sentence(text: str, named: re.Match[str]) -> str:
    """The sentence of a text that names a way."""
    starts = [stop.end() for stop in _SENTENCE_ENDS.finditer(text, 0, named.start())]
    ends = _SENTENCE_ENDS.search(text, named.end())
    return text[starts[-1] if starts else 0 : ends.start() if ends else len(text)]


def _is_contact(before: str, after: str) -> bool:
    """Whether it is said where something would go, and not that it may."""
    if _ADDRESS.match(after) and not _AT_IT.search(before) and not _IS_NOT.match(after):
        return True
    return bool(_CONTACT.match(after)) and not _SENT_BY.search(before)


def _is_ruled_out(before: str, after: str) -> bool:
    before = _OTHER_NOT.sub(" ", _ASIDE.sub(" ", before))
    if _BUT_BY.search(before):
        return False
    negated = list(_NOT.finditer(before))
    turned = negated and _TURNS.search(before, negated[-1].end())
    return bool(negated) and not turned and not re.match(r"[^.;]{0,60}\bunless\b", after)


def _is_the_only(text: str, name: str) -> bool:
    """Whether a text lets notice be given this way only."""
    if name in _FORMS or _NOT_ONLY.search(text):
        return False
    words = next(words for each, words in _WAYS if each == name)
    return any(_ONLY.search(text[: named.start()]) for named in words.finditer(text))


def _all_asked(passage: Passage, names: Sequence[str]) -> bool:
    """Whether a passage asks for all the ways it names: by "both", or two that it joins by "and" and prescribes."""
    text = passage.text
    spans = sorted(_places(text, names))
    if len(names) != 2 or {name for _, _, name in spans} != set(names):
        return False
    before, between = text[: spans[0][0]], text[spans[0][1] : spans[-1][0]]
    if _BOTH.search(before):
        return True
    if re.search(r"\bor\b", between):
        return False
    return bool(_ALL_OF_THEM.search(between) or (re.search(r"\band\b", between) and _MUST.search(before)))


def _places(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for name, words in _WAYS:
        if name in names:
            yield from (
                (m.start(), m.end(), name) for m in words.finditer(text) if _outcome(name, text, m) == "allowed"
            )


def _whose(text: str, parties: Sequence[Party]) -> tuple[str | None, str | None]:
    """To whom and by whom the notices go that a text speaks of, as far as it tells them apart."""
    to = next((party for m in _TO_WHOM.finditer(text) for party in parties if _named_at(text, m.end(), party)), None)
    by = next(
        (
            party
            for party in parties
            for name in (party.role, *party.aliases)
            if name and (m := re.search(rf"\b{re.escape(name)}\b", text)) and _GIVES.match(text, m.end())
        ),
        None,
    )
    return called(to), called(by)


def _named_at(text: str, at: int, party: Party) -> bool:
    names = [name for name in (party.name, party.role, *party.aliases) if name]
    return any(text[at : at + len(name)].lower() == name.lower() for name in names)


def called(party: Party | None) -> str | None:
    """What the clocks call a party."""
    return (party.role or next(iter(party.aliases), party.name)) if party else None
