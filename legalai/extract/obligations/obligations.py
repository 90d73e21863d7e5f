"""Obligations: who must, must not, may or is entitled to do what, when and under which condition."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legalai.extract.amounts import find_amounts
from legalai.extract.obligations.actors import Cast, Mention, cast_of
from legalai.extract.obligations.conditions import Circumstances, circumstances_of, ending_for_all, without_tail
from legalai.extract.obligations.coordination import Act, acts_in
from legalai.extract.obligations.modality import bindings_in
from legalai.extract.obligations.obligation_deadlines import find_deadline
from legalai.extract.obligations.recitals import recitals_in
from legalai.extract.obligations.roles import roles_of
from legalai.extract.obligations.stated import Bound, Statement, Words
from legalai.extract.obligations.statements import masked, statements_in
from legalai.extract.segmentation.enumerations import enumerated, number_end
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Amount, Modality, Obligation, ObligationDeadline, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A passage as it is read: `words` is its text without parentheses, `lead` what leads to it as a list item."""

    passage: Passage
    words: str
    mentions: Sequence[Mention]
    cast: Cast
    lead: "_Lead | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """What a list completes ("The Supplier shall:"): whom it binds, how, and the words before each item's verb."""

    bound: Bound
    modality: Modality | None
    condition: str | None
    words: str
    block: int
    number: str | None


_BINDS_NOBODY = re.compile(
    r"\W*(?:whereas\b|(?:recitals?|background)\s*(?:[:.—–-]|$)|(?:by\s+way\s+of|for)\s+example\b)", re.IGNORECASE
)
_LEADS_TO_LIST = re.compile(r"(?::|[—–-]{1,2})\s*$")
_EMPTY_ACTION = re.compile(
    r"\W*(?:(?:do|perform|observe|take|comply\s+with|carry\s+out)\s+)?(?:(?:either|any|each|all|one\s+or\s+more|"
    r"both)\s*)?(?:of\s+)?(?:the\s+following)?"
    r"(?:\s*(?:actions|things|duties|obligations))?(?:,?\s*as\s+follows)?\W*",
    re.IGNORECASE,
)
_OPEN_ACTION = re.compile(r"\b(?:to|not|by|for|from|shall|will|may|must|and)\W*$", re.IGNORECASE)
_NO_VERB_FIRST = frozenset(
    "the a an any all each every its his her their our your such this that these those if in on upon at of for "
    "where when "
    "unless subject no neither either both one two three as with within during after before from by there it "
    "they he she we "
    "you other certain and or but provided".split()
)
_CIRCUMSTANCE_FIRST = frozenset("within upon on at in by if during before after unless subject prior for".split())
# "Landlord may, at its option: (a) ..."
_CIRCUMSTANCE_ONLY = re.compile(r"[\s,]*(?:at|in|upon|without|with|by|after|on)\s[^:;]{1,120}:\s*", re.IGNORECASE)
_JOINING_FIRST = re.compile(r"(?:and|or|but|nor)\s+", re.IGNORECASE)
_MONEY = re.compile(r"[$€£¥]|\d|dollars?\b|euros?\b|pounds?\b", re.IGNORECASE)
# "Customer Data" is no customer.
_NOUN_NEXT = re.compile(r"\s[A-Z][a-z]")
_ASIDE = re.compile(r"\s*,[^,;:]{2,120},\s*")
_PARENTHESIS_FIRST = re.compile(r"^\s*\([^()]*\)")
# "without Landlord's consent, not to be unreasonably withheld"
_BARE_CONSENT = re.compile(r"not\s+to\s+be\s+unreasonably", re.IGNORECASE)
# "Recipient will: (a) keep ...; (b) not disclose ..."
_NOT_FIRST = re.compile(r"not\s+(?!only\b)(?:to\s+)?", re.IGNORECASE)
# "except to an Affiliate": it is not to Affiliates that this is owed.
_EXCEPTED = re.compile(
    r"\b(?:except|save(?!\s+harmless)|other\s+than|excluding|with\s+the\s+exception)\b", re.IGNORECASE
)
_LONGEST_NAMED = 80
_FIRST_WORD = re.compile(r"[\s“\"']*([A-Za-z][A-Za-z-]*)")


def find_obligations(passages: Sequence[Passage], parties: Sequence[Party]) -> tuple[Obligation, ...]:
    """Every obligation, prohibition, permission and entitlement that the sentences state for an actor, in order.

    A list item takes its subject and modality from the words that lead to its list. A passive without an agent, a
    definition, a recital and a rule about things ("This Agreement shall be governed by") bind nobody and are left out.
    """
    cast = cast_of(passages, parties)
    roles = roles_of(passages, parties, cast)
    found: list[Obligation] = []
    lead: _Lead | None = None
    item_block = -1
    recitals = recitals_in(passages)
    for place, passage in enumerate(passages):
        if named := _named_lead(passage, cast):
            lead = named
            continue
        if place in recitals or _binds_nobody(passage):
            lead = None
            continue
        begin = number_end(passage.text)
        words = masked(passage.text)
        item = lead is not None and _is_item(passage, lead, begin)
        if not item and passage.block != item_block:
            lead = None
        if item:
            item_block = passage.block
        bindings = bindings_in(words)
        mentions = [m for m in cast.mentions(words) if m.start >= begin] if bindings or item else []
        outer = lead.bound if item and lead else None
        statements = statements_in(Words(words, mentions, roles), bindings, begin, outer)
        if item and lead and lead.modality and not _own_subject(statements, words, begin):
            statements = _completed(lead, words, begin, statements)
        for statement in statements:
            sentence = _Sentence(
                passage=passage, words=words, mentions=mentions, cast=cast, lead=lead if item else None
            )
            found.extend(_obligations(sentence, statement))
        lead = _leads(passage, words, statements) or lead
    return tuple(found)


def _binds_nobody(passage: Passage) -> bool:
    return passage.is_heading or passage.part == "signature_page" or _BINDS_NOBODY.match(passage.text) is not None


def _named_lead(passage: Passage, cast: Cast) -> _Lead | None:
    """A passage that names a side before a list, and nothing else ("The Tenant:"): each item has a verb of its own."""
    text = passage.text
    if len(text) > _LONGEST_NAMED or not _LEADS_TO_LIST.search(text):
        return None
    begin = number_end(text)
    named = [mention for mention in cast.mentions(text) if mention.start >= begin]
    if len(named) != 1 or named[0].possessive or named[0].kind not in ("party", "someone", "every_party"):
        return None
    [side] = named
    if text[begin : side.start].strip() or text[side.end :].strip(" :—–-"):
        return None
    bound = Bound(mention=side, name=side.name, joint=False, start=side.start, end=side.end)
    return _Lead(bound=bound, modality=None, condition=None, words="", block=passage.block, number=passage.number)


def _is_item(passage: Passage, lead: _Lead, begin: int) -> bool:
    """Whether a passage is an item of the list that a lead begins."""
    if passage.number and lead.number and passage.number != lead.number:
        return passage.number.startswith(lead.number)
    first = _FIRST_WORD.match(passage.text, begin)
    return begin > 0 or (first is not None and first[1][0].islower())


def _own_subject(statements: Sequence[Statement], words: str, begin: int) -> bool:
    """Whether the first statement of an item begins it, with a subject or binding words of its own."""
    return bool(statements) and not words[begin : statements[0].start].strip() and _begins(statements[0], words, begin)


def _begins(statement: Statement, words: str, begin: int) -> bool:
    before = words[begin : statement.binding].split()
    named = statement.bound.end > statement.bound.start
    return not before or (named and len(before) <= 12)


def _completed(lead: _Lead, words: str, begin: int, statements: list[Statement]) -> list[Statement]:
    """The statements of an item that completes a lead, the item's own after it."""
    if lead.modality is None or not _verb_first(words, begin):
        return statements
    bound = replace(lead.bound, start=begin, end=begin)
    end = statements[0].start if statements else len(words)
    own = Statement(bound=bound, modality=lead.modality, start=begin, binding=begin, action=begin, end=end)
    return [own, *statements]


def _verb_first(words: str, begin: int) -> bool:
    """Whether an item begins with a verb, after a circumstance ("within five days, send") or at once."""
    first = _FIRST_WORD.match(words, begin)
    if first and first[1].lower() in _CIRCUMSTANCE_FIRST:
        comma = words.find(",", begin, begin + 200)
        first = _FIRST_WORD.match(words, comma + 1) if comma > 0 else None
    return first is not None and first[1].lower() not in _NO_VERB_FIRST and not first[1].lower().endswith("ing")


def _leads(passage: Passage, words: str, statements: Sequence[Statement]) -> _Lead | None:
    """What a passage leads to, where a list follows it."""
    if not statements or not _LEADS_TO_LIST.search(passage.text):
        return None
    last = statements[-1]
    action = passage.text[last.action : last.end]
    if enumerated(passage.text, last.action, last.end):
        return None
    return _Lead(
        bound=last.bound,
        modality=last.modality if _completes(action) else None,
        condition=circumstances_of(passage.text, words, last).condition,
        words=_opening(action),
        block=passage.block,
        number=passage.number,
    )


def _completes(action: str) -> bool:
    """Whether an action has no verb of its own yet, so that the items of a list bring it."""
    return _EMPTY_ACTION.fullmatch(action) is not None or _OPEN_ACTION.search(action) is not None


def _opening(action: str) -> str:
    """The words of an unfinished action that belong before each item ("use its best efforts to")."""
    if _EMPTY_ACTION.fullmatch(action):
        return ""
    words = " ".join(_PARENTHESIS_FIRST.sub("", action).split()).strip(" .;,:—–-")
    return "" if words.lower() in ("not", "to", "and", "shall", "will", "may", "must") else words


def _obligations(sentence: _Sentence, statement: Statement) -> list[Obligation]:
    """A statement as obligations: one, or one for each item of a list inside it."""
    text, words = sentence.passage.text, sentence.words
    if _EMPTY_ACTION.fullmatch(text[statement.action : statement.end]) or (
        _LEADS_TO_LIST.search(text[statement.action : statement.end])
        and _completes(text[statement.action : statement.end])
    ):
        return []
    items = enumerated(text, statement.action, statement.end)
    if items and _splits(text[statement.action : items[0][0]], text, items):
        opening = _opening(_without_mark(text[statement.action : items[0][0]]))
        return _apart(sentence, statement, [Act(*item, item[0], opening) for item in items], items[0][0])
    begin = _act_start(text, statement)
    acts = acts_in(words, begin, statement.end, forbidden=statement.modality == "prohibition")
    if acts and not statement.inferred and statement.patient is None:
        acts = [replace(act, quoted=statement.start) if act.quoted == begin else act for act in acts]
        return _apart(sentence, statement, acts, begin)
    return [_obligation(sentence, statement, circumstances_of(text, words, statement))]


def _act_start(text: str, statement: Statement) -> int:
    """Where the act begins behind an aside ("shall, at its own cost, deliver")."""
    aside = _ASIDE.match(text, statement.action, statement.end)
    return aside.end() if aside else statement.action


def _apart(sentence: _Sentence, statement: Statement, acts: Sequence[Act], begin: int) -> list[Obligation]:
    """Each act of a statement as an obligation.

    What stands before the first one, in a proviso, or behind a comma after the last one (", if asked") holds for all.
    """
    text, words = sentence.passage.text, sentence.words
    shared = circumstances_of(text, words, replace(statement, end=begin, proviso_end=None))
    proviso = text[statement.end : statement.proviso_end] if statement.proviso_end else ""
    common = _both(shared.condition, " ".join(without_tail(proviso).split()).strip(" ,;.") or None)
    items = [_of_act(statement, act) for act in acts]
    owns = [circumstances_of(text, words, item) for item in items]
    ending = ending_for_all(text, items, owns[-1])
    result: list[Obligation] = []
    for act, item, own in zip(acts, items, owns, strict=True):
        joined = Circumstances(
            action=own.action,
            condition=_both(_both(common, own.condition), None if item is items[-1] else ending),
            exception=_both(shared.exception, own.exception),
            deadline=own.deadline or shared.deadline or _deadline_of_verb(text, act, begin),
        )
        result.append(_obligation(sentence, replace(item, start=act.quoted), joined, act.verb))
    return result


def _deadline_of_verb(text: str, act: Act, begin: int) -> ObligationDeadline | None:
    """The deadline before verbs that share an object ("promptly review and sign")."""
    found = find_deadline(text, max(begin, act.quoted), act.start) if act.verb else None
    return found.deadline if found else None


def _of_act(statement: Statement, act: Act) -> Statement:
    bound = replace(statement.bound, start=act.start)
    return replace(
        statement,
        start=act.start,
        action=act.start,
        binding=act.start,
        end=act.end,
        bound=bound,
        proviso_end=None,
        shares=None,
    )


def _splits(before: str, text: str, items: Sequence[tuple[int, int]]) -> bool:
    """Whether a list inside a sentence is one of acts, so that each item states its own."""
    words = _without_mark(before)
    if not _completes(words) and not _CIRCUMSTANCE_ONLY.fullmatch(words):
        return False
    return all(_acts(text, begin) for begin, _ in items)


def _acts(text: str, begin: int) -> bool:
    """Whether an item inside a sentence begins with what is done, or with a circumstance before it."""
    first = _FIRST_WORD.match(text, begin)
    return first is not None and (first[1].lower() not in _NO_VERB_FIRST or _verb_first(text, begin))


def _without_mark(words: str) -> str:
    unmarked = re.sub(r"\(?\w{1,4}\)\s?$", "", words)
    return re.sub(r",[^,]{1,120},\s?$", "", unmarked) if unmarked.lstrip().startswith(",") else unmarked


def _obligation(
    sentence: _Sentence, statement: Statement, circumstances: Circumstances, opening: str = ""
) -> Obligation:
    passage, lead = sentence.passage, sentence.lead
    begin, end = _trimmed(passage.text, statement.start, statement.end)
    bound = statement.bound
    obligor_party = None if bound.joint else bound.mention.party
    obligee = statement.patient or _obligee(sentence, statement)
    completes = lead is not None and bound.end <= statement.action and statement.binding == statement.action
    opening = opening or (lead.words if lead and completes else "")
    if _BARE_CONSENT.match(circumstances.action):
        opening = "let consent"
    denied = None if opening and opening != "let consent" else _NOT_FIRST.match(circumstances.action)
    action = circumstances.action[denied.end() :] if denied else circumstances.action
    whole = f"{opening} {action}".strip()
    return Obligation(
        text=passage.text[begin:end],
        start=passage.start + begin,
        end=passage.start + end,
        page=passage.page,
        number=passage.number,
        obligor=bound.name,
        obligee=obligee.name if obligee else None,
        obligor_party=obligor_party,
        obligee_party=_obligee_party(sentence.cast, obligor_party, obligee),
        modality="prohibition" if denied else statement.modality,
        action=whole,
        condition=_both(lead.condition if lead and completes else None, circumstances.condition),
        exception=circumstances.exception,
        deadline=circumstances.deadline,
        amount=_amount(passage, begin, end, whole),
        inferred=statement.inferred,
    )


def _both(one: str | None, other: str | None) -> str | None:
    return "; ".join(filter(None, (one, other))) or None


def _amount(passage: Passage, begin: int, end: int, action: str) -> Amount | None:
    """The first sum of money that the act names."""
    if not _MONEY.search(action):
        return None
    within = (a for a in find_amounts([passage]) if passage.start + begin <= a.start and a.end <= passage.start + end)
    return next((amount for amount in within if " ".join(amount.text.split()) in action), None)


def _obligee(sentence: _Sentence, statement: Statement) -> Mention | None:
    """The other side, where the clause names it: in its own right before a possessive ("Customer's data")."""
    bound, words, mentions = statement.bound, sentence.words, sentence.mentions
    others = [
        mention
        for mention in mentions[bisect_left(mentions, statement.action, key=lambda m: m.start) :]
        if mention.end <= statement.end
        and mention.kind in ("party", "someone", "other_party")
        and _self(mention.name) not in _self(bound.name)
        and not words[max(0, mention.start - 8) : mention.start].rstrip().endswith(("'s", "’s"))
        and (mention.party is None or mention.party != bound.mention.party)
        and not _EXCEPTED.search(words, statement.action, mention.start)
    ]
    own = [mention for mention in others if not mention.possessive and not _NOUN_NEXT.match(words, mention.end)]
    return next(iter(own or [mention for mention in others if mention.possessive]), None)


def _self(name: str) -> str:
    return "we" if name.lower() in ("we", "us") else name.lower()


def _obligee_party(cast: Cast, obligor_party: str | None, obligee: Mention | None) -> str | None:
    if obligee is None or obligee.kind == "other_party":
        return cast.other_than(obligor_party)
    return obligee.party


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause without the marks and joining words at its ends."""
    while start < end and text[start] in " \t\r\n,;:.–—":
        start += 1
    joined = _JOINING_FIRST.match(text, start, end)
    if joined:
        start = joined.end()
    return start, max(start + 1, start + len(without_tail(text[start:end])))
