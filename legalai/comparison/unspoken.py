"""What a change does to us that neither law nor playbook speaks of: duties, rights, figures, the sense of words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from legalai.advise.measures import hours, money, percentages, periods
from legalai.advise.objections import Content
from legalai.comparison.clauses import LETTERS
from legalai.schema import Citation, ClauseChange, Contract, Modality, Obligation, WordEdit

_DUTIES: tuple[Modality, ...] = ("obligation", "prohibition")
# Whose, and whether a duty or a right; which way it goes against us; how that is told.
_AGAINST_US = (
    ("us", True, 1, "It puts a duty on us that was not there"),
    ("them", True, -1, "It takes away a duty of the other side"),
    ("them", False, 1, "It gives the other side a right that was not there"),
    ("us", False, -1, "It takes away a right of ours"),
    ("both", True, 1, "It puts a duty on both parties that was not there"),
    ("both", False, -1, "It takes away a right that both parties had"),
)
_FIGURE = re.compile(
    r"(?P<sign>[$£€¥]\s?)?(?P<figure>\d+(?:[.,'’]\d+)*)(?P<percent>\s?%)?"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million|half|twice|double)\b",
    re.IGNORECASE,
)
# A number behind one of these is a place in a contract, not a figure of the deal.
_PLACE = re.compile(
    r"(?:\b(?:sections?|clauses?|articles?|paragraphs?|schedules?|exhibits?|annex|appendix|parts?|nos?\.?)|§)\s?$",
    re.IGNORECASE,
)
_TURNING = re.compile(
    r"\b(?:not|no|never|nor|neither|none|without|except|excluding|including|unless|only|solely|sole|exclusive|exclusively"
    r"|non-exclusive|either|each|both|mutual|mutually|irrevocable|irrevocably|perpetual|reasonable|reasonably|material)\b",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\D")
# As the sentence names who is bound or free: both.
_BOTH = re.compile(r"\b(?:each|either|neither|both|part(?:y|ies)|recipient)\b", re.IGNORECASE)
_SHOWN = 3
# Longer edits put in or take out whole sentences, which have a sense of their own.
_SMALL_EDIT = 12


def unspoken(change: ClauseChange, old: Contract, new: Contract, us: str) -> str | None:
    """The first such thing that a change does to `us`, as the beginning of a sentence; None where it does none."""
    return _shifted(change, old, new, us) or _figures(change) or _turned(change)


def met_by(change: ClauseChange, content: Sequence[Content]) -> str | None:
    """The position that measures all the figures which a change altered, and lets them pass; None where there is none.

    Words other than figures must be as they were.
    """
    if change.old is None or change.new is None or not all(_only_figures(each) for each in change.edits):
        return None
    before, after = _measured(change.old.text), _measured(change.new.text)
    units = {unit for unit in before if before[unit] != after[unit]}
    measured = {each.unit for each in content}
    return content[0].title if units and units <= measured else None


def _only_figures(edit: WordEdit) -> bool:
    return all(LETTERS.search(_FIGURE.sub("", words)) is None for words in (edit.text, edit.new_text))


def _measured(text: str) -> dict[str, list[float]]:
    stated = periods(text)
    return {
        "months": [each.months for each in stated if each.unit in {"month", "year"}],
        "days": [each.days for each in stated if each.unit in {"day", "week"}],
        "hours": hours(text),
        "percent": percentages(text),
        "money": [float(_DIGITS.sub("", text[start:end]) or 0) for start, end in money(text)],
    }


def _shifted(change: ClauseChange, old: Contract, new: Contract, us: str) -> str | None:
    more = Counter(_kinds(change.new, new, old, us))
    more.subtract(_kinds(change.old, old, new, us))
    return next((told for whose, duty, way, told in _AGAINST_US if more[whose, duty] * way > 0), None)


def _kinds(citation: Citation | None, contract: Contract, other: Contract, us: str) -> Iterator[tuple[str, bool]]:
    """Whose duties and rights stand in a clause that the other version has nowhere in the same words."""
    if citation is None:
        return
    elsewhere = {_plain(each.text) for each in other.obligations}
    for each in contract.obligations:
        inside = citation.start <= each.start and each.end <= citation.end
        whose = _whose(each, us)
        if inside and whose is not None and _plain(each.text) not in elsewhere:
            yield whose, each.modality in _DUTIES


def _whose(obligation: Obligation, us: str) -> str | None:
    if obligation.obligor_party is not None:
        return "us" if obligation.obligor_party == us else "them"
    return "both" if _BOTH.search(obligation.obligor) else None


def _figures(change: ClauseChange) -> str | None:
    if change.old is None or change.new is None:
        return None
    before, after = Counter(_figures_of(change.old.text)), Counter(_figures_of(change.new.text))
    gone, came = list((before - after).elements()), list((after - before).elements())
    if not gone and not came:
        return None
    return f"It changes figures ({_listed(gone) or 'none'} → {_listed(came) or 'none'})"


def _figures_of(text: str) -> Iterator[str]:
    for match in _FIGURE.finditer(text):
        if not _PLACE.search(text, max(0, match.start() - 20), match.start()):
            yield " ".join(match[0].casefold().split())


def _listed(figures: list[str]) -> str:
    figures = [each for each in figures if each[-1:] == "%" or any(map(str.isdigit, each))] or figures
    return ", ".join(figures[:_SHOWN]) + (", …" if len(figures) > _SHOWN else "")


def _turned(change: ClauseChange) -> str | None:
    small = [each for each in change.edits if len(each.text.split()) + len(each.new_text.split()) <= _SMALL_EDIT]
    before = Counter(word for each in small for word in _TURNING.findall(each.text.casefold()))
    after = Counter(word for each in small for word in _TURNING.findall(each.new_text.casefold()))
    words = list(dict.fromkeys([*(before - after), *(after - before)]))
    return f"It may turn the sense ({_quoted(words[:_SHOWN])})" if words else None


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"“{each}”" for each in words)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
