"""A contract laid open for rules: its clauses by type, its sentences by phrase, and what stands round them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from legalai.advise.acting_for import Stance, bound
from legalai.advise.phrases import mentions_plain, plain
from legalai.advise.places import PASSAGE_CHARACTERS, Places
from legalai.advise.present_tense import acts_of, of_another, with_duties_and_rights
from legalai.advise.sentence_index import SentenceIndex
from legalai.schema import Citation, Contract, Document, NotFound, Party
from legalai.triggers import PartyView

_MODAL = re.compile(
    r"\b(?:shall|will|must|may|can|cannot|agrees?|is entitled|has the right|warrants|undertakes)\b", re.IGNORECASE
)
# Who, or what, a sentence in the present tense speaks of: a party by its name, or a thing that acts.
_WHO = (
    r"(?:[Tt]he|Each|Every|Either)\s[A-Z]\w+(?:\s[A-Z]\w+)?|[Tt]he\s(?:tool|software|system|platform|app|application|website|site"
    r"|machine|device|service|processor|controller|provider|vendor|bank|lender|borrower|worker)"
)
# What else makes a sentence one that does something: it gives, keeps, takes, or gives up a right, or states a term.
_ACTS = re.compile(
    r"\b(?:reserves?|accepts?|waives?|acknowledges?|submits?|assigns?|grants?|excludes?|disclaims?|releases?|retains?|owns?"
    r"|vests?|ends?|is|are|has|have|bears?|carries|accrues?|continues?|belongs?|becomes?|guarantees?|indemnif(?:y|ies)|gives?"
    r"|pays|owes?|delivers|passes|transfers|runs|lets|lapses?|expires|supersedes|replaces|means?|constitutes|forfeits|settles"
    r"|includes?|contains?|counts?|requires?|restricts?|limits?|needs?|takes?|prevails?|controls?|governs?|issues?|rises?"
    r"|ceases?|extends?|makes?|appoints?|incorporates?|enables?|remains?|survives?|binds?|assumes?|consents|acquires?|loses?"
    r"|pays?|entitles?|obliges?|promises|(?:do|does)\snot|cannot|(?:we|you|they|neither|nobody)\s[a-z]{3,}|rolls\sover|appl(?:y|ies)|exclusive\s(?:place|jurisdiction|venue)|payment\sterms|net\s\d{1,3}|(?:retainage|retention)\W{1,3}\d|attracts?|bear|carry|compounds?|falls?|keeps?|stays?|suffices?|surrenders?)\b"
    # Any party or thing in the present tense ("The Processor stores"), and what is still to be done ("[to be agreed]").
    rf"|(?-i:\b(?:{_WHO})\s[a-z]{{2,}}[^\Wsu]s\b)|\b[Tt]he\sparties\s(?!hereto|to|and|or|of|in|other)[a-z]{{3,}}\b"
    r"|\bto\sbe\s[a-z]+(?:ed|en|wn)\b",
    re.IGNORECASE,
)
_LIABILITY = re.compile(r"\bliab(?:le|ility|ilities)\b", re.IGNORECASE)
_INDEMNIFIES = re.compile(r"\b(?:shall|will|must|agrees? to|hereby)\b[^.;]{0,60}?\bindemnif(?:y|ies)\b", re.IGNORECASE)
# Characters behind "indemnify" within which it is said whom: "indemnify, defend and hold harmless the Company".
_OBJECT = 60
_BOTH = (
    r"either party|neither party|each party|both parties|any party|no party|one party|a party|the parties|party['’]s"
)
# Both sides named together are the parties where they act ("each of the Recipient and the Provider may"), not where
# something is between them, or of the one while the other begins a clause.
_HOW, _LINK = r"(?:each|either|both|any|neither|one)", r"(?:and/or|and|or|nor)"
_APART = "".join(rf"(?<!\b{word} )(?<!\b{word} the )" for word in ("by", "of", "to", "with", "between", "from", "for"))
_TOGETHER = re.compile(
    rf"\b(?:(?P<how>{_HOW})(?: of)? |{_APART})(?P<one>customer|supplier)"
    rf" (?P<link>{_LINK}) (?!(?P=one))(?:customer|supplier)"
    rf"(?(how)\b|(?= (?:each |both |hereby |mutually )*(?:shall|will|may|must|can|agrees?|are|have|do|hereby)\b))"
)
_AS_PARTIES = {
    **dict.fromkeys(("each", "any", "one", "either", "or"), "either party"),
    **dict.fromkeys(("both", "and", "and/or"), "both parties"),
    **dict.fromkeys(("neither", "nor"), "neither party"),
}
_OF = re.compile(r"\s{1,3}of\s{1,3}(?:the\s{1,3})?")
_ASKED = re.compile(r"\s{1,3}(?:the\s{1,3})?")
_DEFINES = re.compile(r"[\"“][^\"”]{2,60}[\"”]\s+(?:means?|shall (?:mean|include)|has the meaning|refers to)\b")
# More sentences than this that a trigger holds for are a chapter, and the first of them carry it.
PASSAGES = 12
# A clause shorter than this is a piece of a sentence, and only the sentence says what it means.
FRAGMENT_CHARACTERS = 40


@dataclass(frozen=True)
class Reading:
    """One document and what was found in it, from one party's chair.

    `whole`: every sentence that a trigger holds for counts, not the first of them alone.
    """

    document: Document
    contract: Contract
    stance: Stance
    whole: bool = False

    @cached_property
    def places(self) -> Places:
        """Where things stand in the document."""
        return Places(self.document)

    def clauses(self, types: Iterable[str]) -> tuple[Citation, ...]:
        """The clauses of these types by paragraph, in text order; key dates and governing law count as clauses too."""
        wanted = frozenset(types)
        spans = [clause for clause in self.contract.clauses if clause.type in wanted]
        found = [piece for clause in spans for piece in self._pieces(clause)]
        for each_type, citation in self._facts_with_types:
            if each_type in wanted and not any(overlap(citation, each) for each in found):
                found.append(citation)
        return tuple(sorted(dict.fromkeys(found), key=lambda each: (each.start, each.end)))

    def passages(self, phrases: Iterable[str]) -> tuple[Citation, ...]:
        """The sentences of the body that hold one of these phrases and say what someone does; definitions come last."""
        text = self.document.text
        found = [self._doing[place] for place in self._index.holding(phrases)]
        found.sort(key=lambda span: (_DEFINES.search(text, *span) is not None, span))
        return tuple(self.places.cite(start, end) for start, end in found)

    def paragraphs(self, phrases: Iterable[str]) -> tuple[Citation, ...]:
        """The paragraphs that hold one of these phrases, in text order; headings and definitions are none."""
        wanted, text = tuple(phrases), self.document.text
        return tuple(
            self.places.cite(block.body_start, block.end)
            for block in self.places.blocks
            if block.kind != "heading"
            and self.holds(text[block.body_start : block.end], wanted)
            and not _DEFINES.search(text, block.body_start, block.end)
        )

    def defines(self, citation: Citation) -> bool:
        """Whether a quote says what a term means."""
        return _DEFINES.search(citation.text) is not None

    def sentence_round(self, citation: Citation) -> Citation | None:
        """The sentence a quote stands in; None where it crosses from one into another."""
        index = bisect_right(self._sentences, (citation.start, len(self.document.text))) - 1
        if index < 0 or self._sentences[index][1] < citation.end:
            return None
        return self.places.cite(*self._sentences[index])

    def section_text(self, citation: Citation) -> str:
        """The words of the section a quote stands in."""
        start, end = self.places.section(citation.start, citation.end)
        return self.document.text[start:end]

    def paragraph_text(self, citation: Citation) -> str:
        """The words of the paragraph a quote stands in."""
        index = self.places.block_index(citation.start)
        block = self.places.blocks[index] if index is not None else None
        return self.document.text[block.start : block.end] if block is not None else citation.text

    def says(self, phrases: Iterable[str]) -> bool:
        """Whether the contract holds one of the phrases anywhere."""
        return self.holds(self.document.text, phrases)

    def holds(self, text: str, phrases: Iterable[str]) -> bool:
        """Whether some words of the contract hold one of the phrases: as they stand, or with each party called
        customer or supplier, so that "Quillstone may suspend" is found by "supplier may suspend".
        """
        wanted = tuple(phrases)
        return bool(wanted) and any(mentions_plain(words, wanted) for words in self.spoken(text))

    def spoken(self, text: str) -> tuple[str, ...]:
        """Words of the contract in every way they are looked at, each plain."""
        if text not in self._spoken:
            self._spoken[text] = tuple(dict.fromkeys(self._told(plain(text))))
        return self._spoken[text]

    def with_lead_in(self, citation: Citation) -> str:
        """A quote as it is to be read: an item of a list behind the words that open the list."""
        lead = self.places.lead_in(citation.start)
        return f"{lead} {citation.text}" if lead else citation.text

    def completes_list(self, citation: Citation) -> bool:
        """Whether a quote is an item that is a sentence only behind the words that open its list."""
        return bool(self.places.lead_in(citation.start)) and not _MODAL.search(citation.text)

    def not_found(self, clause_type: str) -> NotFound | None:
        """What is known of a type without clauses."""
        return next((each for each in self.contract.not_found if each.type == clause_type), None)

    def qualifying(self, citations: Iterable[Citation]) -> tuple[Citation, ...]:
        """What qualifies the clauses that some quotes stand in, wherever the contract says it."""
        cited = tuple(citations)
        clauses = (each for each in self.contract.clauses if any(overlap(each, quote) for quote in cited))
        return tuple(dict.fromkeys(each for clause in clauses for each in clause.qualifications))

    def nearest(self, types: Iterable[str]) -> tuple[Citation, ...]:
        """The best candidates for types that were not found: one for each type that has one."""
        found = [absent.candidates[0] for each in types if (absent := self.not_found(each)) and absent.candidates]
        return tuple(self.places.cite(each.start, each.end) for each in found)

    def party(self, citation: Citation) -> PartyView:
        """Whom a quote speaks of: whose liability it limits, or who must act; "unknown" where words do not say."""
        if self.stance.us is None:
            return "unknown"
        text = self.with_lead_in(citation)
        for anchors, follows in ((_INDEMNIFIES, None), (_LIABILITY, _OF), (_MODAL, _ASKED)):
            spoken: set[PartyView] = {self._subject(text, match, follows) for match in anchors.finditer(text)}
            spoken.discard("unknown")
            if spoken:
                return "both" if len(spoken) > 1 else spoken.pop()
        doing = self._doing_now(text)
        if doing:
            return "both" if len(doing) > 1 else doing.pop()
        return "unknown"

    def party_words(self, citation: Citation) -> str | None:
        """The same in words that a sentence can use, for any party; None where the words do not show it."""
        parties = bound(self.contract)
        for party in parties:
            stance = Stance(us=party, them=tuple(each for each in parties if each is not party), side=None)
            view = Reading(self.document, self.contract, stance).party(citation)
            if view == "both":
                return "both parties"
            if view == "us":
                return stance.us_called
        return None

    def names_pattern(self, parties: Iterable[Party]) -> re.Pattern[str]:
        """What finds the names of some parties, with the article before them."""
        return re.compile(rf"(?:\bthe\s+)?\b(?:{_name_pattern(parties)})(?!\w)", re.IGNORECASE)

    @cached_property
    def _sentences(self) -> tuple[tuple[int, int], ...]:
        return tuple(self.places.sentences())

    @cached_property
    def _doing(self) -> tuple[tuple[int, int], ...]:
        """The sentences in which somebody does something, alone or behind the words that open their list."""
        short = (each for each in self._sentences if each[1] - each[0] <= PASSAGE_CHARACTERS)
        return tuple(each for each in short if _does_something(self._read(*each)))

    @cached_property
    def _index(self) -> SentenceIndex:
        words = [plain(self._read(start, end)) for start, end in self._doing]
        return SentenceIndex(tuple(zip(*map(self._told, words), strict=True)))

    def _read(self, start: int, end: int) -> str:
        return self.with_lead_in(self.places.cite(start, end))

    @cached_property
    def _spoken(self) -> dict[str, tuple[str, ...]]:
        """Words of the contract as phrases are looked for in them; each is asked about by hundreds of triggers."""
        return {}

    def _told(self, words: str) -> tuple[str, str, str]:
        """Plain words as they stand, by the sides of the trade, and with the duties and rights that they imply."""
        by_side = self._by_side(words)
        return words, by_side, with_duties_and_rights(by_side)

    def _by_side(self, words: str) -> str:
        """Plain words with the names of the parties replaced by their sides of the trade, where those are known."""
        if self.stance.side is None:
            return words
        ours, theirs = self.stance.side, "supplier" if self.stance.side == "customer" else "customer"
        named = self._plain_names.sub(lambda match: ours if match["us"] else theirs, words)
        return _TOGETHER.sub(lambda match: _AS_PARTIES[match["how"] or match["link"]], named)

    @cached_property
    def _plain_names(self) -> re.Pattern[str]:
        us = _name_pattern([self.stance.us] if self.stance.us else [], plain)
        them = _name_pattern(self.stance.them, plain)
        return re.compile(rf"\b(?:the )?(?:(?P<us>{us})|(?P<them>{them}))(?!\w)")

    @cached_property
    def _facts_with_types(self) -> tuple[tuple[str, Citation], ...]:
        dates, law = self.contract.key_dates, self.contract.governing_law
        quoted = [
            ("Renewal Term", dates.renewal.start, dates.renewal.end),
            ("Expiration Date", dates.expiration_date.start, dates.expiration_date.end),
            ("Governing Law", law.start if law else None, law.end if law else None),
        ]
        if dates.notice_period is not None:
            quoted.append(("Notice Period To Terminate Renewal", dates.notice_period.start, dates.notice_period.end))
        return tuple(
            (kind, self.places.cite(start, end)) for kind, start, end in quoted if start is not None and end is not None
        )

    def _pieces(self, clause: Citation) -> list[Citation]:
        """A clause by paragraph, each without its number; a short piece of a sentence is read with its sentence."""
        if len(clause.text) < FRAGMENT_CHARACTERS and (sentence := self.sentence_round(clause)) is not None:
            return [sentence]
        spans = self.places.by_block(clause.start, clause.end)
        pieces = [self.places.cite(start, end) for start, end in spans if end - start >= FRAGMENT_CHARACTERS]
        if len(pieces) > 1:
            return pieces
        start, end = spans[0] if len(spans) == 1 else (clause.start, clause.end)
        whole = self.places.cite(start, end)
        return [replace(whole, number=clause.number or whole.number)]

    @cached_property
    def _names(self) -> re.Pattern[str]:
        us = _name_pattern([self.stance.us] if self.stance.us else [])
        them = _name_pattern(self.stance.them)
        joined = rf"\s{_LINK}\s(?:the\s)?"
        pair = rf"(?:(?:{us}){joined}(?:{them})|(?:{them}){joined}(?:{us}))"
        both = rf"{_BOTH}|(?:{_HOW}\s(?:of\s)?(?:the\s)?|{_APART}){pair}"
        return re.compile(rf"\b(?:(?P<both>{both})|(?P<us>{us})|(?P<them>{them}))(?!\w)", re.IGNORECASE)

    @cached_property
    def _acts(self) -> re.Pattern[str]:
        stance = self.stance
        return acts_of(_name_pattern([*([stance.us] if stance.us is not None else []), *stance.them]))

    def _subject(self, text: str, anchor: re.Match[str], follows: re.Pattern[str] | None) -> PartyView:
        """Who follows an anchor ("liability of Vendor", "shall Vendor be liable"), else who stands before it."""
        gap = follows.match(text, anchor.end()) if follows is not None else None
        after = self._names.match(text, gap.end()) if gap is not None else None
        if after is not None:
            return _view(after)
        before = list(self._names.finditer(text, max(0, anchor.start() - 160), anchor.start()))
        if before:
            return _view(before[-1])
        return "them" if anchor.re is _INDEMNIFIES and self._indemnified_are_we(text, anchor.end()) else "unknown"

    def _doing_now(self, text: str) -> set[PartyView]:
        """Who does something in the present tense, as in "the Client pays": no word of duty says who is bound."""
        flat = " ".join(text.split())
        return {
            _view(named)
            for act in self._acts.finditer(flat)
            if not of_another(flat[: act.start()]) and (named := self._names.match(flat, act.start("name"))) is not None
        }

    def _indemnified_are_we(self, text: str, start: int) -> bool:
        """Whether the first one named behind "indemnify" is us: then somebody else gives the indemnity."""
        named = self._names.search(text, start, start + _OBJECT)
        return named is not None and named["us"] is not None


def _does_something(text: str) -> bool:
    return _MODAL.search(text) is not None or _ACTS.search(text) is not None


def _view(match: re.Match[str]) -> PartyView:
    return "both" if match["both"] else "us" if match["us"] else "them"


def _name_pattern(parties: Iterable[Party], written: Callable[[str], str] = str) -> str:
    said = {name for party in parties for name in (party.name, party.role, *party.aliases) if name and len(name) >= 2}
    names = {written(name) for name in said}
    # A pattern that matches nothing stands for a side without names.
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"


def overlap(one: Citation, other: Citation) -> bool:
    """Whether two quotes share words."""
    return one.start < other.end and other.start < one.end
