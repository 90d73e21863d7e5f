"""Amendments in a folder, and the contracts beside them that they change: told, and never applied to a date."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from legalai.export.calendar_states import Mark, is_draft
from legalai.schema import AmendedContract, Issue, Review

CODE = "amended"
# What every contract is called, and the forms of companies: neither tells one from another.
_COMMON = frozenset(
    "agreement contract lease deed the of and for a an to dated llc ltd limited inc incorporated plc corp corporation "
    "company co gmbh ag se sa sas sarl srl spa bv nv ab oy aps as kg lp llp".split()
)


@dataclass(frozen=True, slots=True)
class Filed:
    """What tells a contract of a folder from the others, and what it says that it changes."""

    name: str
    title: frozenset[str]
    days: frozenset[date]
    parties: frozenset[frozenset[str]]
    amends: AmendedContract | None
    draft: bool

    @classmethod
    def of(cls, name: str, review: Review, mark: Mark | None) -> Self:
        """What is known of one review; `name` is the file as the tables name it."""
        contract, dates = review.contract, review.contract.key_dates
        days = (dates.agreement_date.value, dates.effective_date.value)
        named = (party for party in contract.parties if party.status != "blank")
        return cls(
            name=name,
            title=_words(contract.title or ""),
            days=frozenset(day for day in days if isinstance(day, date)),
            parties=frozenset(filter(None, (_words(party.name) for party in named))),
            amends=contract.amends,
            draft=is_draft(contract, mark),
        )


@dataclass(frozen=True, slots=True)
class Amendments:
    """Which files of a folder amend which: each contract by the names of its amendments, and the other way round."""

    of_contract: Mapping[str, Sequence[Filed]]
    changed_by: Mapping[str, Sequence[str]]

    @classmethod
    def among(cls, filed: Iterable[Filed]) -> Self:
        """The amendments of a folder, each with the contracts there that bear the name, the date and the parties."""
        every = list(filed)
        changed_by = {
            paper.name: [each.name for each in every if _is_meant(paper.amends, paper, each)]
            for paper in every
            if paper.amends
        }
        of_contract = {
            each.name: [paper for paper in every if each.name in changed_by.get(paper.name, ())] for each in every
        }
        return cls(of_contract, changed_by)

    def amended_by(self, name: str) -> str:
        """The amendments of a contract in words, with the end each gives the term; empty where there is none."""
        return "; ".join(_told(paper) for paper in self.of_contract.get(name, ()))

    def amends(self, name: str, review: Review) -> str:
        """The contract that a file changes: the file that holds it, else what it is called."""
        found = review.contract.amends
        if found is None:
            return ""
        dated = f" of {found.dated}" if found.dated else ""
        return "; ".join(self.changed_by.get(name, ())) or f"{found.name}{dated}: not among these files"

    def told_in(self, name: str, review: Review) -> Review:
        """The review of a contract with the warning that other files of the folder amend it, and without an old one."""
        kept = tuple(issue for issue in review.issues if issue.code != CODE)
        by = self.amended_by(name)
        message = (
            f"Amended by another file: {by}. Read them together: key dates and findings are those of this file alone."
        )
        issues = (*kept, Issue(code=CODE, severity="warning", message=message)) if by else kept
        return review if issues == review.issues else replace(review, issues=issues)


def _is_meant(amends: AmendedContract, paper: Filed, contract: Filed) -> bool:
    """Whether a file is the contract that an amendment names.

    By its date and a party, where nothing in the title speaks against it; without a date by title and two parties.
    """
    if contract.name == paper.name or contract.amends is not None:
        return False
    called = _words(amends.name)
    shared = len(paper.parties & contract.parties)
    if amends.dated is None:
        return bool(called) and called == contract.title and shared > 1
    return (
        amends.dated in contract.days
        and shared > 0
        and (not called or not contract.title or bool(called & contract.title))
    )


def _told(paper: Filed) -> str:
    draft = " (unsigned draft)" if paper.draft else ""
    end = paper.amends.term_end if paper.amends else None
    return f"{paper.name}{draft}" + (f", which says that the term ends on {end.value}" if end and end.value else "")


def _words(text: str) -> frozenset[str]:
    """The words of a title or a name that tell it from others, in any order and letter case."""
    plain = "".join(each if each.isalnum() else " " for each in text.casefold().replace(".", "").replace("’s", ""))
    return frozenset(plain.split()) - _COMMON
