"""Words to propose: the clause changed as little as possible, in its own style and with the contract's own names."""

import re
from collections.abc import Callable, Sequence

from legalai.advise.acting_for import Stance, called, opposite, trade_side
from legalai.advise.effects import effects
from legalai.advise.facts import agreement_word
from legalai.advise.measures import Measure, money, periods, stated
from legalai.advise.phrases import first_phrase, mentions
from legalai.advise.reading import Reading
from legalai.playbook import AddSentence, AddWords, Edit, MakeMutual, ReplacePeriod, ReplaceWords
from legalai.schema import Citation, Party, Period

Render = Callable[[str], str]
_LAST_NUMBER = re.compile(r"(\d+(?:\.\d+)*)[A-Z]?(?:\([a-z0-9]{1,4}\))*\.?$")
# What is "of" somebody is all of a list: "all claims, losses and costs (legal fees included) of third parties".
_REST_OF_LIST = re.compile(
    r"(?:(?:,\s{1,3}(?:and\s{1,3}|or\s{1,3})?|\s{1,3}(?:and|or)\s{1,3})"
    r"(?!(?:arising|arise|that|which|incurred|suffered|resulting|from|in|of|brought|made|by|against|to|relating|due)\b)"
    r"[a-z'’-]{1,20}(?:\s{1,3}(?:fees|costs|expenses|charges|actions|proceedings))?){0,12}(?:\s{1,3}\([^()]{0,160}\))?",
    re.IGNORECASE,
)
# A time to answer a notice is no time before the end by which one has to be given.
_TO_ANSWER = re.compile(r"\s{1,3}(?:following|after|of\s{1,3}receipt|from)\b", re.IGNORECASE)
# "Those ten days" are counted in another sentence, which stays as it is.
_TOLD_BEFORE = re.compile(r"\b(?:those|these|such|that|this|said)\s{1,3}\(?$", re.IGNORECASE)
_EITHER = "either party"
_SENTENCE_START = re.compile(r"(?:^|\.\s+)(the|this|these|either|such|neither)\b")


def names(reading: Reading) -> dict[str, str]:
    """The contract's own names for the things templates speak of, and what it costs in money and days."""
    stance = reading.stance
    us = _with_article(reading, stance.us) if stance.us is not None else "the party"
    them = _with_article(reading, stance.them[0]) if len(stance.them) == 1 else "the other party"
    customer, supplier = (us, them) if _side(stance) == "customer" else (them, us)
    return {
        "us": us,
        "them": them,
        "customer": customer,
        "supplier": supplier,
        "agreement": agreement_word(reading),
        "fees": _term(reading, ("Fees", "Charges", "Subscription Fees", "Service Fees", "Price"), "fees"),
        "services": _term(
            reading,
            ("Services", "Service", "Software", "Product", "Products", "Platform", "Goods", "Licensed Materials"),
            "services",
        ),
        "personal_data": _term(
            reading, ("Personal Data", "Personal Information", "Customer Data", "Client Data"), "personal data"
        ),
        "confidential_information": _term(reading, ("Confidential Information",), "confidential information"),
        "renewal_term": _term(reading, ("Renewal Term", "Renewal Period", "Renewal Subscription Term"), "renewal term"),
        "year": _term(reading, ("Contract Year",), "twelve-month period of the term"),
        **effects(reading),
    }


def edited(
    reading: Reading, clause: str, edits: Sequence[Edit], render: Render, tie: Render = lambda sentence: sentence
) -> str | None:
    """A clause with the edits that can be made in it, None where none can; `tie` joins added sentences to it."""
    text = clause
    for edit in edits:
        text = _apply(reading, text, edit, render, tie)
    return text if text != clause else None


def edits_made(reading: Reading, clause: str, edits: Sequence[Edit], render: Render) -> tuple[Edit, ...]:
    """The edits that can be made in a clause."""
    text = clause
    found: tuple[Edit, ...] = ()
    for edit in edits:
        changed = _apply(reading, text, edit, render, lambda sentence: sentence)
        if changed != text:
            found = (*found, edit)
        text = changed
    return found


def brought(edit: Edit, render: Render) -> str:
    """The words that an edit brings into a clause."""
    if isinstance(edit, ReplacePeriod):
        return stated(edit.to, edit.unit, "words_and_figures")
    return _EITHER if isinstance(edit, MakeMutual) else sentence_case(render(edit.put))


def new_number(number: str | None, taken: set[str]) -> str | None:
    """The number of a clause to put after another without renumbering: "11.2A"; None where there is no such number."""
    match = _LAST_NUMBER.search(number or "")
    if match is None:
        return None
    for letter in "ABCDEFGHJKLMNPQRSTUVWXYZ":
        if (candidate := match[1] + letter) not in taken:
            taken.add(candidate)
            return candidate
    return None


def as_clause(text: str, number: str | None) -> str:
    """A new clause with its number, where it has one."""
    words = sentence_case(text)
    return f"{number} {words}" if number else words


def whole_sentence(reading: Reading, citation: Citation) -> Citation:
    """A quote that stops short of its full stop, carried on to the end of the sentence."""
    text = reading.document.text
    if re.search(r"[.;:]['\"”)]?\s*$", citation.text):
        return citation
    stop = re.compile(r"[^.;:\n]{0,600}[.;](?=\s|$)").match(text, citation.end)
    return reading.places.cite(citation.start, stop.end()) if stop is not None else citation


def _apply(reading: Reading, text: str, edit: Edit, render: Render, tie: Render) -> str:
    if isinstance(edit, ReplacePeriod):
        return _with_period(reading, text, edit)
    if isinstance(edit, MakeMutual):
        return _mutual(reading, text)
    if isinstance(edit, AddSentence):
        # A sentence can follow a full stop only; after anything else it becomes a clause of its own.
        if mentions(text, edit.unless) or not re.search(r"\.[\"”)]?\s*$", text):
            return text
        return f"{text.rstrip()} {in_case_of(text, tie(sentence_case(render(edit.put))))}"
    if isinstance(edit, ReplaceWords):
        match = first_phrase(text, edit.find)
        if match is None:
            return text
        return text[: match.start()] + _like(match[0], in_case_of(text, render(edit.put))) + text[match.end() :]
    return _with_more(text, edit, render)


def _with_more(text: str, edit: AddWords, render: Render) -> str:
    if mentions(text, edit.unless):
        return text
    if edit.after:
        match = first_phrase(text, edit.after)
        place = match.end() if match is not None else None
    else:
        place = next((end for _, end in money(text)), None)
    if place is None:
        return text
    put = in_case_of(text, render(edit.put)).strip()
    if put.lower().startswith("of ") and (rest := _REST_OF_LIST.match(text, place)) is not None:
        place = rest.end()
    if put.endswith(",") and text[place : place + 1] in {",", ".", ";"}:
        put = put[:-1]
    return text[:place] + ("" if put.startswith(",") else " ") + put + text[place:]


def _with_period(reading: Reading, text: str, edit: ReplacePeriod) -> str:
    measure = _wanted_period(reading, periods(text), edit)
    if measure is None or (measure.amount == edit.to and measure.unit == edit.unit):
        return text
    if (edit.of == "notice" and _TO_ANSWER.match(text, measure.end)) or _TOLD_BEFORE.search(text[: measure.start]):
        return text
    old = text[measure.start : measure.end]
    new = stated(edit.to, edit.unit, measure.style)
    if re.search(r"-\s*(?:day|week|month|year)$", old, re.IGNORECASE):
        new = f"{edit.to}-{edit.unit}"
    lead = "(" if old.startswith("(") and not new.startswith("(") and ")" not in old else ""
    return text[: measure.start] + lead + in_case_of(text, new) + text[measure.end :]


def _wanted_period(reading: Reading, found: Sequence[Measure], edit: ReplacePeriod) -> Measure | None:
    dates = reading.contract.key_dates
    meant: Period | None = {"notice": dates.notice_period, "renewal_term": dates.renewal.term, None: None}[edit.of]
    if edit.of is not None:
        return next(
            (each for each in found if meant is not None and (each.amount, each.unit) == (meant.amount, meant.unit)),
            None,
        )
    families = ({"month", "year"}, {"day", "week"})
    family = next(each for each in families if edit.unit in each)
    return next((each for each in found if each.unit in family), None)


def _mutual(reading: Reading, text: str) -> str:
    them = reading.names_pattern(reading.stance.them)
    us = reading.names_pattern([reading.stance.us] if reading.stance.us is not None else [])
    first, then = (_EITHER, "that party")
    seen: list[str] = []

    def right_holder(match: re.Match[str]) -> str:
        seen.append(match[0])
        words = first if len(seen) == 1 else then
        opens = match.start() == 0 or text[: match.start()].rstrip().endswith(".")
        return in_case_of(text, words.capitalize() if opens else words)

    holder, other = (them, us) if _first(them, text) <= _first(us, text) else (us, them)
    changed = holder.sub(right_holder, text)
    return other.sub(lambda match: in_case_of(text, "the other party"), changed) if seen else text


def _first(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.search(text)
    return match.start() if match is not None else len(text)


def _side(stance: Stance) -> str | None:
    if stance.side is not None:
        return stance.side
    return opposite(trade_side(stance.them[0])) if len(stance.them) == 1 else None


def _with_article(reading: Reading, party: Party) -> str:
    """The name with "the" where the contract mostly writes it so."""
    text = reading.document.text
    name = _as_written(called(party), text)
    every = len(re.findall(rf"\b{re.escape(name)}\b", text))
    with_the = len(re.findall(rf"\bthe\s+{re.escape(name)}\b", text, re.IGNORECASE))
    return f"the {name}" if every and with_the * 2 > every else name


def _as_written(name: str, text: str) -> str:
    """A name that one place sets in capitals, as a cover page does, in the way that the contract mostly writes it."""
    usual = name.title()
    counted = {form: len(re.findall(rf"\b{re.escape(form)}\b", text)) for form in (name, usual)}
    return usual if name.isupper() and counted[usual] > counted[name] else name


def _term(reading: Reading, choices: Sequence[str], otherwise: str) -> str:
    """The term of some choices that the contract uses most, with capitals; plain words where it uses none of them."""
    text = reading.document.text
    counted = {choice: len(re.findall(rf"\b{choice}\b", text)) for choice in choices}
    most = max(counted, key=lambda choice: counted[choice])
    defined = {each.term for each in reading.contract.defined_terms}
    return most if counted[most] > 2 or (counted[most] and most in defined) else otherwise


def in_case_of(text: str, put: str) -> str:
    """The words in capitals where the clause is written in capitals."""
    letters = [each for each in text if each.isalpha()]
    capitals = sum(each.isupper() for each in letters)
    return put.upper() if len(letters) > 1 and capitals > 0.8 * len(letters) else put


def _like(old: str, put: str) -> str:
    return put[:1].upper() + put[1:] if old[:1].isupper() else put


def sentence_case(text: str) -> str:
    """The words with a capital where an article opens a sentence."""
    return _SENTENCE_START.sub(lambda match: match[0][: -len(match[1])] + match[1].capitalize(), text)
