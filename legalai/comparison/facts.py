"""The dates, parties, sums and law that are not what they were."""

from collections import Counter
from collections.abc import Iterator, Sequence

from legalai.comparison.effects import touches
from legalai.schema import Amount, ClauseChange, Contract, FactEffect, KeyDate, Party, Period, Quote


def fact_effects(old: Contract, new: Contract, changes: Sequence[ClauseChange]) -> tuple[FactEffect, ...]:
    """Facts that differ: the parties and the law, the dates, then the sums in the order of the contract."""
    return (
        *_parties(old.parties, new.parties),
        *_pairs(_law(old), _law(new)),
        *_pairs(_dates(old), _dates(new)),
        *_amounts(old.amounts, new.amounts, changes),
    )


def _pairs(before: dict[str, str | None], after: dict[str, str | None]) -> Iterator[FactEffect]:
    for what, old in before.items():
        if old != after[what]:
            yield FactEffect(what=what, old=old, new=after[what])


def _law(contract: Contract) -> dict[str, str | None]:
    law, forum = contract.governing_law, contract.forum
    return {"governing law": law.name if law else None, "forum": forum.name if forum else None}


def _dates(contract: Contract) -> dict[str, str | None]:
    dates = contract.key_dates
    return {
        "agreement date": _day(dates.agreement_date),
        "effective date": _day(dates.effective_date),
        "expiration date": _day(dates.expiration_date),
        "initial term": _period(dates.initial_term),
        "renewal": None if dates.renewal.kind == "unknown" else dates.renewal.kind,
        "renewal term": _period(dates.renewal.term),
        "notice period": _period(dates.notice_period),
        "end of the current term": str(dates.current_term_end) if dates.current_term_end else None,
        "last day for notice": str(dates.notice_deadline) if dates.notice_deadline else None,
    }


def _day(date: KeyDate) -> str | None:
    return str(date.value) if date.value is not None else None


def _period(period: Period | None) -> str | None:
    return None if period is None else period.in_words


def _parties(old: Sequence[Party], new: Sequence[Party]) -> Iterator[FactEffect]:
    """Parties that have another name in the same role are one effect."""
    before = {_plain(each.name): each for each in old}
    after = {_plain(each.name): each for each in new}
    came = [each for name, each in after.items() if name not in before]
    for gone in (each for name, each in before.items() if name not in after):
        heir = next((each for each in came if each.role == gone.role), None) if gone.role else None
        if heir is not None:
            came.remove(heir)
        yield FactEffect(what=_party(gone), old=gone.name, new=heir.name if heir else None)
    yield from (FactEffect(what=_party(each), old=None, new=each.name) for each in came)


def _party(party: Party) -> str:
    return f"party ({party.role})" if party.role else "party"


def _plain(name: str) -> str:
    return " ".join(name.casefold().replace(",", " ").replace(".", " ").split())


def _amounts(old: Sequence[Amount], new: Sequence[Amount], changes: Sequence[ClauseChange]) -> Iterator[FactEffect]:
    """Sums that changed words put in or took out; one for one where a clause has as many as it had."""
    gone, came = _only_in(old, new, changes, is_new=False), _only_in(new, old, changes, is_new=True)
    for change in changes:
        out = [each for each in gone if touches(change, each, new=False)]
        put = [each for each in came if touches(change, each, new=True)]
        if len(out) == len(put):
            for one, other in zip(out, put, strict=True):
                yield FactEffect(what="amount", old=_sum(one), new=_sum(other), changes=(change.id,))
        else:
            for one in out:
                yield FactEffect(what="amount", old=_sum(one), new=None, changes=(change.id,))
            for other in put:
                yield FactEffect(what="amount", old=None, new=_sum(other), changes=(change.id,))


def _only_in(
    some: Sequence[Amount], others: Sequence[Amount], changes: Sequence[ClauseChange], *, is_new: bool
) -> list[Quote]:
    """The sums that one version has oftener than the other: of equal ones, those that a change touches."""
    counted = Counter((each.value, each.currency) for each in others)
    found: list[Quote] = []
    for each in sorted(some, key=lambda each: any(touches(change, each, new=is_new) for change in changes)):
        counted[each.value, each.currency] -= 1
        if counted[each.value, each.currency] < 0:
            found.append(each)
    return found


def _sum(amount: Quote) -> str:
    return " ".join(amount.text.split())
