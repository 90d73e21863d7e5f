"""Where disputes are decided: courts or arbitration, and whether nowhere else."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from legalai.extract.law.governing_law import LEFT_BLANK
from legalai.extract.law.legal_systems import NamedPlace, innermost, places, system_name
from legalai.extract.law.short_choice import chosen_court, city_in, short_choices
from legalai.extract.segmentation.blanks import find_blank
from legalai.extract.segmentation.entries import Entry, find_entries
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Clause, Forum

_INSTITUTIONS = {
    "American Arbitration Association": r"American\s+Arbitration\s+Association|\bAAA\b",
    "JAMS": r"\bJAMS\b|\bJ\.A\.M\.S\.|Judicial\s+Arbitration\s+(?:and|&)\s+Mediation",
    "ICC": r"International\s+Chamber\s+of\s+Commerce|\bICC\b",
    "LCIA": r"London\s+Court\s+of\s+International\s+Arbitration|\bLCIA\b",
    "ICDR": r"International\s+Cent(?:er|re)\s+for\s+Dispute\s+Resolution|\bICDR\b",
    "HKIAC": r"Hong\s+Kong\s+International\s+Arbitration|\bHKIAC\b",
    "SIAC": r"Singapore\s+International\s+Arbitration|\bSIAC\b",
    "CIETAC": r"China\s+International\s+Economic\s+and\s+Trade\s+Arbitration|\bCIETAC\b",
    "SCC": r"Stockholm\s+Chamber\s+of\s+Commerce|Arbitration\s+Institute\s+of\s+the\s+Stockholm",
    "DIS": r"German\s+(?:Arbitration\s+Institute|Institution\s+of\s+Arbitration)|\bDIS\s+(?:rules|arbitration)",
    "WIPO": r"\bWIPO\b\s+(?:arbitration|mediation)",
    "CPR": r"\bCPR\b\s+(?:institute|rules|procedure)|Center\s+for\s+Public\s+Resources",
    "UNCITRAL rules": r"\bUNCITRAL\b",
}
_INSTITUTION = tuple((name, re.compile(words)) for name, words in _INSTITUTIONS.items())
_ARBITRATES = re.compile(
    r"\b(?:shall|will|must|agree\w*|be)\s+(?:\w+\s+){0,6}?(?:settled|resolved|submitted|determined|referred|decided|arbitrat\w+|finally)\b[^.;]{0,160}?\barbitra\w+"
    r"|\b(?:binding|final)\s+arbitration\b|\barbitration\s+(?:shall|will)\s+(?:be|take)",
    re.IGNORECASE,
)
_OPTIONAL = re.compile(r"\bmay\s+(?:\w+\s+){0,3}(?:submit|refer|elect|choose)\b", re.IGNORECASE)
_COURTS = re.compile(
    r"\b(?:courts?|venue|forum|jurisdiction)\b[^;]{0,120}?\b(?:of|in|located\s+in|sitting\s+in|for|at|within|shall\s+be)\b",
    re.IGNORECASE,
)
_SUBMITS = re.compile(
    r"\b(?:exclusive(?:ly)?|submit\w*|consent\w*|venue|jurisdiction|brought|instituted|commenced|litigated|competent|submitted)\b",
    re.IGNORECASE,
)
_NON_EXCLUSIVE = re.compile(r"\bnon-?\s?exclusive\b", re.IGNORECASE)
_EXCLUSIVE = re.compile(
    r"\b(?:exclusive(?:ly)?|solely|sole\s+(?:jurisdiction|venue|forum)|only\s+(?:in|be))\b", re.IGNORECASE
)
_SEAT = re.compile(
    r"\b(?:seat|place|venue|held|take\s+place|conducted|location|located|sitting|arbitrat\w+\s+(?:shall\s+be\s+)?)\b[^.;]{0,80}?\b(?:in|at|be)\s+(?:the\s+)?(?:(?:City|County|State)\s+of\s+)?"
    r"(?P<seat>(?-i:(?!English|Writing|Accordance|This|Such|Any)[A-Z][\w.'’-]{1,25}(?:\s(?:of\s)?[A-Z][\w.'’-]{1,25}){0,3}(?:,\s?(?:[A-Z][\w.'’-]{1,25})(?:\s[A-Z][\w.'’-]{1,25}){0,2})?))",
    re.IGNORECASE,
)
_OTHER_MATTER = re.compile(
    r"\b(?:court\s+order|subpoena|order\s+of\s+a\s+court|required\s+by\s+(?:law|a\s+court)|bankruptcy|pending|threatened|patriot\s+act)\b",
    re.IGNORECASE,
)
_COURTS_OF = re.compile(
    r"\b[Cc]ourts?\s+(?:of|in|at|located\s+in|sitting\s+in)\s+(?:the\s+)?(?:(?:[Cc]ity|[Cc]ounty|[Dd]istrict)\s+of\s+)?"
    r"(?P<where>(?!Competent|Law|Appeal|Record|First|Any|Such|Jurisdiction|Courts?|Governing|Chosen)[A-Z][\w’'-]{2,25}(?:\s[A-Z][\w’'-]{2,25}){0,3})(?=[\s,;.)]|$)"
)
_ARBITRATED = re.compile(r"\barbitrat", re.IGNORECASE)
_DISPUTES = re.compile(r"\b(?:disputes?|controvers\w+|litigation|actions?|proceedings?|claims?)\b", re.IGNORECASE)


def find_forum(passages: Sequence[Passage], clauses: Sequence[Clause]) -> Forum | None:
    """The forum the contract chooses: the passage that settles most, arbitration where it is binding, else courts.

    `value` is the legal system it sits in, None where the place is unknown or there are several.
    """
    ruled = {c.number for c in clauses if c.type == "Governing Law" and c.number}
    arbitration = [p for p in passages if _is_arbitration(p)]
    if arbitration:
        return _arbitration(max(arbitration, key=lambda p: _weight(p, ruled)), arbitration)
    courts = [p for p in passages if _is_court(p)]
    if courts:
        return _court(max(courts, key=lambda p: _weight(p, ruled)))
    entries = find_entries(passages, "forum")
    named = [v for e in entries for v in e.values if places(v.text) and not find_blank(v.text)]
    if named:
        return _court(named[0])
    return _left_blank(entries) or _unplaced(passages) or _told_shortly(passages)


def _is_arbitration(passage: Passage) -> bool:
    return not passage.is_heading and bool(_ARBITRATES.search(passage.text)) and not _OPTIONAL.search(passage.text)


def _is_court(passage: Passage) -> bool:
    text = passage.text
    return (
        not passage.is_heading
        and bool(_COURTS.search(text) and _SUBMITS.search(text) and places(text))
        and bool(re.search(r"\bcourts?\b|\bvenue\b|\bforum\b", text, re.IGNORECASE))
        and not _OTHER_MATTER.search(text)
    )


def _weight(passage: Passage, ruled: set[str]) -> int:
    institution = any(words.search(passage.text) for _, words in _INSTITUTION)
    return (
        2 * bool(_EXCLUSIVE.search(passage.text))
        + 2 * institution
        + bool(_SEAT.search(passage.text))
        + (passage.number in ruled)
    )


def _arbitration(passage: Passage, others: Sequence[Passage]) -> Forum:
    about = " ".join(p.text for p in others if p.block == passage.block or p == passage)
    institution = next((name for name, words in _INSTITUTION if words.search(about)), None)
    seat = _SEAT.search(passage.text) or next((m for p in others if (m := _SEAT.search(p.text))), None)
    where = " ".join(seat["seat"].split()).rstrip(".,") if seat else None
    name = ", ".join(part for part in (institution or "arbitration", where) if part)
    return _forum(passage, name, "arbitration", places(where) if where else ())


def _court(passage: Passage) -> Forum:
    tail = re.split(r"\b(?:courts?|venue|forum)\b", passage.text, maxsplit=1, flags=re.IGNORECASE)[-1]
    named = places(tail) or places(passage.text)
    systems = innermost(place.id for place in named)
    name = "courts of " + "; ".join(dict.fromkeys(system_name(s) for s in systems))
    return _forum(passage, name, "court", named)


def _unplaced(passages: Sequence[Passage]) -> Forum | None:
    """Courts of a place that is not in the table ("the courts of Canton Vaud"), where disputes go to them."""
    for passage in passages:
        named = _COURTS_OF.search(passage.text)
        if named and _DISPUTES.search(passage.text) and _SUBMITS.search(passage.text) and not passage.is_heading:
            return _forum(passage, f"courts of {' '.join(named['where'].split())}", "court", ())
    return None


def _told_shortly(passages: Sequence[Passage]) -> Forum | None:
    """The courts of a clause that only names a place under its heading ("Law and courts: New York.")."""
    for choice in short_choices(passages):
        told = chosen_court(choice)
        if told is None:
            continue
        said = replace(choice.passage, text=told)
        if _ARBITRATED.search(told):
            found = _arbitration(said, [said])
        else:
            named = places(told)
            where = [system_name(system) for system in innermost(place.id for place in named)]
            found = _forum(said, f"courts of {'; '.join(where) or city_in(told)}", "court", named)
        return replace(found, text=choice.passage.text)
    return None


def _left_blank(entries: Sequence[Entry]) -> Forum | None:
    for entry in entries:
        if blank := entry.blank:
            return Forum(
                value=None,
                name=LEFT_BLANK,
                status="blank",
                text=blank.text,
                start=blank.start,
                end=blank.end,
                page=entry.values[0].page,
                number=entry.values[0].number,
            )
    return None


def _forum(passage: Passage, name: str, kind: Literal["court", "arbitration"], named: Sequence[NamedPlace]) -> Forum:
    systems = innermost(place.id for place in named)
    return Forum(
        value=systems[0] if len(systems) == 1 else None,
        name=name,
        kind=kind,
        exclusive=_exclusive(passage.text),
        text=passage.text,
        start=passage.start,
        end=passage.end,
        page=passage.page,
        number=passage.number,
    )


def _exclusive(text: str) -> bool | None:
    if _NON_EXCLUSIVE.search(text):
        return False
    return True if _EXCLUSIVE.search(text) else None
