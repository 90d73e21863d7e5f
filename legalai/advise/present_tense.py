"""Acts told in the present tense, as much of the world drafts: "the Client pays" binds as "the Client shall pay" does.

What a party does to its own burden is a duty; what it does with the deal, as in "the Vendor adjusts the prices", is a
right. Triggers ask for words of duty and right, so such sentences are read with them put in.
"""

import re

_DUTIES = (
    "abstain accept achieve acknowledge answer appoint assign assume bear bind buy carry comply "
    "contribute deliver ensure examine follow forfeit give grant guarantee hand hold indemnify inform "
    "insure keep lose maintain make notify observe obtain offer owe pay perform prepay procure provide "
    "prove purchase refund reimburse release renounce repair repay return see submit supply surrender sell tell "
    "undertake waive"
).split()
_RIGHTS = (
    "adjust alter amend cancel change choose decide delete determine discontinue end erase fix increase "
    "inspect modify name publish raise reject replace resell retain revise set sue suspend terminate "
    "transfer use vary withdraw"
).split()
# These are nouns of trade as well ("the Supplier changes are listed"): the verb has its object behind it.
_NOUNS = frozenset(
    "answer change end hand increase name offer purchase raise release repair return set supply transfer use".split()
)
_OBJECT = r"(?= (?:the|its|it|a|an|any|all|this|these|such|each|every|no|over|at|to|prices?|fees?|customer|supplier)\b)"
_ADVERBS = "hereby|also|then|always|alone|itself|further|expressly|irrevocably|only|freely|likewise|unilaterally"
# Words before a name that make what follows a part of another's sentence: "sums that Buyer owes", "if Tenant pays".
_OF_ANOTHER = (
    "that|which|who|whom|what|whatever|if|when|whenever|where|wherever|unless|until|once|after|before|as|than|because"
    "|while|though|although|whether|by|of|from|to|for|with|and|or|upon"
)
# A state that a party is in tells no act but does tell of whom the sentence speaks.
_STATES = (
    "(?:does|is) not|has no|neither|is (?:obliged|bound|responsible|answerable)|remains|takes|commits|refrains|stores"
    "|allows|lets"
)


def with_duties_and_rights(words: str) -> str:
    """Plain words in which each side of a trade that acts in the present tense shall act, or may."""
    return _SIDE_ACTS.sub(lambda act: f"{act['who']}{act['how']} {_MODAL_OF[act['does']]}", words)


def acts_of(names: str) -> re.Pattern[str]:
    """What finds one of some names, a pattern, with an act of theirs behind it."""
    return re.compile(
        rf"(?<!\w)(?P<name>{names})(?:,[^,.;]{{1,60}},)?(?: (?:{_ADVERBS}))* (?:{_VERBS}|{_STATES})\b", re.IGNORECASE
    )


def of_another(before: str) -> bool:
    """Whether the words before a name make what it does a part of another's sentence."""
    return _BEFORE.search(before) is not None


def _present(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


_MODAL_OF = {_present(verb): f"may {verb}" for verb in _RIGHTS} | {_present(verb): f"shall {verb}" for verb in _DUTIES}
_VERBS = "|".join(
    _present(verb) + (_OBJECT if verb in _NOUNS else "") for verb in sorted({*_DUTIES, *_RIGHTS}, key=len, reverse=True)
)
_BEFORE = re.compile(rf"\b(?:{_OF_ANOTHER})\s{{1,3}}(?:the\s{{1,3}})?$", re.IGNORECASE)
_SIDE_ACTS = re.compile(
    "".join(rf"(?<!\b{word} )" for word in _OF_ANOTHER.split("|"))
    + rf"\b(?P<who>customer|supplier)(?P<how>(?:,[^,.;]{{1,60}},)?(?: (?:{_ADVERBS}))*) (?P<does>{_VERBS})\b"
)
