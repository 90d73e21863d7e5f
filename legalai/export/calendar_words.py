"""What an event says: what it is about, and how its day was reckoned."""

from collections.abc import Iterable, Iterator

from legalai.export import words
from legalai.export.calendar_states import Mark, state_words
from legalai.export.calendar_text import linkless, plain
from legalai.schema import Clock, Contract, ProofStep

_MOST = 6000
_QUOTE = 300
_CAUTION = "Worked out from the text of the contract by legalai. Read the clause before you rely on the day."
# How the things that run out are said after "last day to".
_WHATS = {"stop automatic renewal": "give notice against renewal"}


def against(clock: Clock) -> str:
    """What there is to do, after "last day to"."""
    return _WHATS.get(clock.what, linkless(clock.what, 120))


def about(name: str, contract: Contract, mark: Mark | None, clock: Clock | None) -> str:
    """The contract, its days, and for a clock how to act; a line each."""
    dates = contract.key_dates
    parties = "; ".join(party.name for party in contract.parties)
    facts: list[tuple[str, object | None]] = [
        ("Contract", contract.title or contract.contract_type),
        ("File", plain(name)),
        ("Parties", parties),
        ("State", state_words(contract, mark)),
        ("Note", mark.note if mark else None),
        ("Governing law", contract.governing_law.name if contract.governing_law else None),
        ("Term ends", dates.current_term_end or dates.expiration_date.value),
        ("Renewal", words.renewal(dates.renewal)),
        ("Contract", words.ending(dates)),
    ]
    if clock is None:
        facts += [
            ("Last day for notice", words.last_day(dates)),
            ("If renewed, the next term ends", dates.next_term_end),
        ]
    else:
        facts += [
            ("Notice", words.period(clock.notice.period)),
            *words.notice_terms(clock.notice),
            ("Window opens", clock.window_opens),
            ("Last day", clock.notice_by),
            ("Last day in the next term", clock.next_notice_by),
            ("Send by", clock.send_by if clock.send_by != clock.notice_by else None),
            ("Takes effect", clock.effective_on if clock.effective_on != dates.current_term_end else None),
            ("Enforceability", clock.enforceability),
        ]
    return "".join(f"{what}: {linkless(str(value)) if what != 'File' else value}\n" for what, value in facts if value)


def reckoning(steps: Iterable[ProofStep]) -> str:
    """The steps with their rule and their words, each quoted once, and the caution they need."""
    shown = "\n".join(_lines(steps))
    if len(shown) > _MOST:
        shown = f"{shown[:_MOST].rstrip()}\n[cut here: the rest is in the review]"
    return f"\nHow the day was reckoned\n{shown}\n\n{_CAUTION}" if shown else f"\n{_CAUTION}"


def _lines(steps: Iterable[ProofStep]) -> Iterator[str]:
    shown: set[str] = set()
    for number, step in enumerate(steps, 1):
        yield f"{number}. {plain(step.step)}: {linkless(step.result)}"
        yield f"   Rule: {linkless(step.rule)}"
        yield from (f"   Law: {linkless(words.authority(each))}" for each in step.authorities)
        for quote in step.quotes:
            if quote.text not in shown:
                yield f"   “{linkless(quote.text, _QUOTE)}”"
            shown.add(quote.text)
