"""What sentences speak of: which clauses a sentence meant for the whole contract touches."""

import math
import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[a-z]{4,}")
_STEM = 7
_EMPTY = frozenset(
    "shall will may must that this with from such other than their each either both upon under hereof herein hereby"
    " hereto hereund thereof therein notwith anythin contrar foregoi agreeme agree party parties"
    " provisi section article subject extent event provide except without includi limitat respect pursuan"
    " accorda contain otherwi followi prior applica terms conditi notice written writing date time days being"
    " have been any all which whether they shall made make nothing constru deemed".split()
)
# Words of which a sentence must hold one to speak of clauses of these types.
_OF_TYPE: dict[str, str] = {
    "Cap On Liability": r"liab|damages",
    "Uncapped Liability": r"liab|damages",
    "Liquidated Damages": r"damages|penalt",
    "Termination For Convenience": r"terminat(?:e|ed|ion|ing)?\b",
    "Expiration Date": r"terminat|expir|\bterm\b",
    "Renewal Term": r"renew|extend|extension",
    "Notice Period To Terminate Renewal": r"renew|extend|extension",
    "Anti-Assignment": r"\bassign|transfer",
    "Change Of Control": r"change (?:of|in) control|merge|acqui|transfer",
    "Non-Compete": r"compet",
    "Exclusivity": r"exclusiv|compet",
    "Competitive Restriction Exception": r"compet|exclusiv",
    "No-Solicit Of Customers": r"solicit",
    "No-Solicit Of Employees": r"solicit|hire|employ",
    "License Grant": r"licen[sc]|\bgrant",
    "Non-Transferable License": r"licen[sc]",
    "Affiliate License-Licensor": r"licen[sc]",
    "Affiliate License-Licensee": r"licen[sc]",
    "Irrevocable Or Perpetual License": r"licen[sc]",
    "Unlimited/All-You-Can-Eat-License": r"licen[sc]",
    "Ip Ownership Assignment": r"\bown|\btitle\b",
    "Joint Ip Ownership": r"\bown|\btitle\b",
    "Revenue/Profit Sharing": r"royalt|revenue|profit|commission|\bpay",
    "Minimum Commitment": r"minimum|purchase|commitment",
    "Volume Restriction": r"volume|quantit|maximum",
    "Price Restrictions": r"\bpric|\bfees?\b|\brates?\b",
    "Most Favored Nation": r"favou?r|\bpric",
    "Rofr/Rofo/Rofn": r"first|refus|offer|negotiat",
    "Post-Termination Services": r"terminat|expir",
    "Audit Rights": r"audit|inspect|records",
    "Warranty Duration": r"warrant",
    "Third Party Beneficiary": r"third.part|beneficiar",
    "Covenant Not To Sue": r"challenge|contest|\bsue\b|\bclaims?\b",
}
# Share of the weight of a sentence's words that must be found in a clause, and how many words at least: less is asked
# where both stand in one section.
_SHARE, _FEWEST = 0.25, 4
_SHARE_BESIDE, _FEWEST_BESIDE = 0.15, 2


class Subjects:
    """Compares sentences of one contract by the words that few of its sentences have."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._stems = [_stems(text) for text in texts]
        counts = Counter(stem for stems in self._stems for stem in stems)
        self._weights = {stem: math.log(len(texts) / count) for stem, count in counts.items()}

    def shared(self, index: int, clause_type: str, first: int, last: int, *, beside: bool) -> bool:
        """Whether passage `index` speaks of what a clause in passages [first, last] speaks of."""
        if not self._names(index, clause_type):
            return False
        stems = self._stems[index]
        common = stems & frozenset[str]().union(*self._stems[first : last + 1])
        whole = sum(self._weights[stem] for stem in stems)
        share, fewest = (_SHARE_BESIDE, _FEWEST_BESIDE) if beside else (_SHARE, _FEWEST)
        return len(common) >= fewest and sum(self._weights[stem] for stem in common) >= share * whole

    def related(self, index: int, clause_type: str, first: int, last: int) -> bool:
        """Whether passage `index` has anything in common with a clause that stands a few sentences from it."""
        common = self._stems[index] & frozenset[str]().union(*self._stems[first : last + 1])
        return len(common) >= _FEWEST_BESIDE or self._names(index, clause_type)

    def _names(self, index: int, clause_type: str) -> bool:
        pattern = _OF_TYPE.get(clause_type) or _of_name(clause_type)
        return re.search(pattern, self._texts[index], re.IGNORECASE) is not None


def _stems(text: str) -> frozenset[str]:
    stems = (word[:_STEM] for word in _WORD.findall(text.lower()))
    return frozenset(stem for stem in stems if stem not in _EMPTY)


def _of_name(clause_type: str) -> str:
    """For the other types, the beginnings of the words of their name."""
    return "|".join(rf"\b{re.escape(word[:6])}" for word in clause_type.split() if len(word) > 3) or r"(?!)"
