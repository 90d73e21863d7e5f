"""One sentence against what it rests on: the first way in which it says more, less or something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.drafting.reply import Drafted
from legalai.drafting.support.acts import Act, acts, is_label, levelled
from legalai.drafting.support.authorities import foreign
from legalai.drafting.support.conditions import lost
from legalai.drafting.support.given import Given
from legalai.drafting.support.joints import joined_otherwise, skips_a_step
from legalai.drafting.support.own_values import told_of_another
from legalai.drafting.support.parties import MARK, marked, spoken_of
from legalai.drafting.support.plain import in_figures, plain, stems
from legalai.drafting.support.quantities import quantities, stands_among
from legalai.drafting.support.quotations import cut_short, own_words, stand_in_one
from legalai.drafting.support.relations import (
    brings_in,
    does_without,
    misplaced,
    runs_from_elsewhere,
    takes_in_more,
    told_apart,
)
from legalai.drafting.support.scope import widened
from legalai.drafting.support.tongues import is_english
from legalai.schema import Citation

Fault = Literal[
    "quotation",
    "number",
    "authority",
    "name",
    "party",
    "duty",
    "negation",
    "exception",
    "condition",
    "scope",
    "subject",
]
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[\"'(]?[A-Z\d(\ue000-\ue0ff])")
_CAPITAL = re.compile(r"(?<![.!?:\"'(]\s)(?<=[a-z,;)'\ue000-\ue0ff]\s)[A-Z][\w&-]{2,40}\b")
# Words that anybody writes with a capital.
_USUAL = frozenset(
    "agreement contract party parties section clause article schedule exhibit annex appendix january february march"
    " april may june july august september october november december monday tuesday wednesday thursday friday saturday"
    " sunday business day days usd gbp eur chf".split()
)
_TERMS_OF_USE = re.compile(
    r"\b(?:is|are|be)\s(?:needed|required|necessary|enough|sufficient)\b|\bsuffices?\b"
    r"|\b(?:must|shall|has\sto|have\sto|needs?\sto)\s(?:first\s)?give\s[^,.;]{0,60}\bnotice\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"\b(?:is|are)\s(?:up\sto\s|at\s(?:least|most)\s|bounded\s)?\d", re.IGNORECASE)
_EXCEPTED = re.compile(
    r",?\s(?:except|save|apart|other|excluding)\s?(?:for|from|than|in|by)?\s((?:(?!\b(?:if|when|where|that|is|are|may|shall|must)\b)[^.;])+)[.;]?$",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\w{2,12}://[^\s)>]+|\bwww\.[^\s)>]+|\]\(|</?[a-z!]|[\w.+-]+@[\w-]+\.\w+|\bjavascript:", re.IGNORECASE
)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
# No sentence is longer, and a quote that is tells nothing beyond this that a sentence could sum up.
LONGEST = 4_000
_MOST_WORDS = 40_000
_SAME_DONE = 2
# Of the words that a source could share with a sentence, this share must be there for it to speak of the same thing.
_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class _Source:
    """The sentences that a statement may rest on, with parties marked, and all their words in one."""

    sentences: tuple[str, ...]
    whole: str


def fault(drafted: Drafted, citations: Sequence[Citation], given: Given, document: str) -> Fault | None:
    """Why a sentence does not stand on its quotes, what qualifies them and the facts given; None where it does."""
    if len(drafted.text) > LONGEST:
        return "subject"
    quotes = [each.text[:_MOST_WORDS] for each in citations]
    words = [*quotes, *given.linked_to(citations), *given.words_for(drafted)]
    numbers = " ".join(f"clause {each.number}" for each in citations if each.number)
    if not stand_in_one(drafted.text, words, document):
        return "quotation"
    if foreign(drafted.text, (*given.authorities, *given.words_for(drafted)), f"{' '.join(quotes)} {numbers}"):
        return "authority"
    stated = quantities(" \n ".join([*words, numbers]))
    if not all(stands_among(each, stated) for each in quantities(drafted.text)):
        return "number"
    told = marked(in_figures(drafted.text), given.parties)
    if _foreign_name(told, (*words, *given.terms)) or _leads_elsewhere(drafted.text, words):
        return "name"
    lines = given.lines_for(drafted)
    if any(plain(drafted.text) == plain(line) for line in (*lines, *given.words_for(drafted))):
        return None
    own = marked(in_figures(own_words(drafted.text, words)), given.parties).replace('"', " ")
    return _unsupported(own, _source([*words, *lines], given), cut_short(drafted.text))


def _source(words: Sequence[str], given: Given) -> _Source:
    texts = [marked(in_figures(each), given.parties).replace('"', " ") for each in words]
    return _Source(
        sentences=tuple(part for text in texts for part in _SENTENCE.split(text) if part.strip()),
        whole=" \n ".join(texts),
    )


def _unsupported(told: str, source: _Source, cut: bool) -> Fault | None:
    if not spoken_of(told) <= spoken_of(source.whole) or misplaced(told, source.whole):
        return "party"
    if skips_a_step(told, source.sentences):
        return "party"
    if brings_in(told, source.whole):
        return "name"
    if runs_from_elsewhere(told, source.whole) or told_of_another(told, source.sentences):
        return "number"
    if does_without(told, source.whole):
        return "negation"
    if (
        widened(levelled(told), levelled(source.whole))
        or takes_in_more(told, source.whole)
        or told_apart(told, source.whole)
        or joined_otherwise(told, source.whole)
    ):
        return "scope"
    if is_label(told):
        return None
    known = tuple(act for sentence in source.sentences for act in acts(sentence))
    if _invents_exception(told, source.whole):
        return "exception"
    found = _acts_fault(acts(told), known, told, cut)
    return found and _acts_fault(acts(_without_exception(told)), known, told, cut)


def _acts_fault(told: Sequence[Act], known: Sequence[Act], sentence: str, cut: bool) -> Fault | None:
    return next((found for act in told if (found := _act_fault(act, known, sentence, cut))), None)


def _invents_exception(told: str, source: str) -> bool:
    """Whether a sentence takes back something that its source does not speak of."""
    tail = _EXCEPTED.search(told)
    return tail is not None and bool(stems(tail[1])) and not stems(tail[1]) & stems(source)


def _without_exception(told: str) -> str:
    """A sentence without the exception at its end, where that names things only."""
    tail = _EXCEPTED.search(told)
    return told if tail is None or acts(tail[1])[0].negated else told[: tail.start()]


def _act_fault(act: Act, known: Sequence[Act], told: str, cut: bool) -> Fault | None:
    """The least fault among the acts that speak of the same thing; a condition is held against conditions only."""
    if act.conditional:
        known = [each for each in known if each.conditional]
    if not act.words or (act.conditional and not known):
        return None
    shared = [len(act.words & each.words) for each in known]
    most = max(shared, default=0)
    if most < 2 and (act.conditional or _says_nothing(act)):
        return None
    if most < max(1, _SHARE * len(act.words)):
        return "subject"
    near = _nearest(act, known, shared)
    faults: list[Fault | None] = [_compare(act, each, told, cut) for each in near]
    return faults[0] if all(faults) else None


def _nearest(act: Act, known: Sequence[Act], shared: Sequence[int]) -> list[Act]:
    """The acts that share most with one; that the same thing is done counts for two words."""
    weighed = [
        count + (_SAME_DONE if count and act.head and act.head == each.head else 0)
        for each, count in zip(known, shared, strict=True)
    ]
    return [each for each, weight in zip(known, weighed, strict=True) if weight == max(weighed)]


def _says_nothing(act: Act) -> bool:
    states = act.force == "fact" or (act.force == "will" and not act.head)
    return len(act.words) < 2 and states and not (act.negated or act.actor)


def _compare(act: Act, source: Act, told: str, cut: bool) -> Fault | None:
    if act.negated != source.negated and not _only_with(act, source):
        return "negation"
    if not act.negated and not source.negated and not act.conditional and not _same_force(act, source):
        return "duty"
    if not _same_parties(act, source):
        return "party"
    return None if cut else lost(told, source.context)


def _same_force(act: Act, source: Act) -> bool:
    """Whether a duty is told as a duty and a right as a right; a bare fact may tell a duty, but states none."""
    if source.force == "right" and _tells_terms(act):
        return True
    if "right" in {act.force, source.force}:
        # "May only" forbids the rest, as "shall only" does.
        return act.force == source.force or all(_ONLY.search(each.context) for each in (act, source))
    return source.force != "fact" or act.force != "duty"


def _tells_terms(act: Act) -> bool:
    """Whether it tells how a right is used or how much it is: "60 days' notice is needed", "must give notice"."""
    return _TERMS_OF_USE.search(act.context) is not None or (
        act.force == "fact" and not act.actor and _MEASURE.search(act.context) is not None
    )


def _same_parties(act: Act, source: Act) -> bool:
    if act.actor and source.actor and act.actor != source.actor:
        return source.negated and act.negated and act.actor < source.actor
    if act.actor and not source.actor and act.actor & source.patient:
        return False
    return not (act.patient and not act.actor and act.patient == source.actor and source.patient)


def _only_with(act: Act, source: Act) -> bool:
    """ "May assign only with consent" says what "may not assign without consent" says."""
    positive, negative = (act.context, source.context) if source.negated else (source.context, act.context)
    return (
        re.search(r"\bonly\b|\bneed(?:s|ed)?\b|\brequire[sd]?\b|\bnecessary\b|\bexige\b|\bbedarf\b", positive, re.I)
        is not None
        and re.search(r"\bwithout\b|\bunless\b|\bexcept\b", negative, re.I) is not None
    )


def _leads_elsewhere(text: str, words: Sequence[str]) -> bool:
    """Whether a sentence holds an address or markup that nothing given holds: shown, it would be followed."""
    return any(not any(match[0] in each for each in words) for match in _LINK.finditer(text))


def _foreign_name(told: str, words: Sequence[str]) -> bool:
    """Whether a word with a capital inside the sentence stands nowhere in what was given."""
    given = plain(" ".join(words))
    known = set(re.findall(r"[\w&-]+", given.lower()))
    initials = "".join(re.findall(r"\b([A-Z])[a-z]", given))
    return is_english(told) and any(
        not (word.isupper() and word in initials)
        and word.lower() not in known
        and word.lower() not in _USUAL
        and not _plural_known(word.lower(), known)
        for word in _CAPITAL.findall(re.sub(MARK, "x", told))
    )


def _plural_known(word: str, known: set[str]) -> bool:
    return word.rstrip("s") in known or f"{word}s" in known
