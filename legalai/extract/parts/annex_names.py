"""How schedules, exhibits, annexes, appendices and attachments are called, and the lines that are their titles."""

import re
from dataclasses import dataclass

from legalai.extract.segmentation.roman import roman

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LABEL = (
    r"(?P<label>\d{1,2}(?:\.\d{1,3}){1,3}(?:\([a-z0-9]{1,3}\)){0,2}|\d{1,2}\.(?-i:[A-Z])|\d{1,3}(?:-?(?-i:[A-Z])|-\d{1,2})?(?![\w%])"
    r"|(?-i:[IVX]{2,5})|(?-i:(?P<letter>[A-Z])(?P=letter)?(?:[.-]?\d{1,2}|-[A-Z])?(?:-\d{1,2})?)"
    rf"|{'|'.join(_CARDINALS)})"
)
_NAME = re.compile(
    rf"(?:the\s{{1,3}})?(?P<ordinal>{'|'.join(_ORDINALS)})\s{{1,3}}schedule\b"
    r"|(?P<kind>exhibit|schedule|annexure|annex|appendix|attachment)\s{1,6}(?:no\.?\s{0,2}|#\s?)?[\"“”'‘(\[]{0,2}"
    + _LABEL
    + r"[\"“”'’)\]]{0,2}(?![\w'’])",
    re.IGNORECASE,
)
_LEAD = re.compile(r"[\s\"“*\[(<_.•–—-]{0,12}(?:this\s{1,3}is\s{1,3})?", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:shall|will|may|must|is|are|was|were|has|have|hereto|herein|hereof|attached|means?|sets?|contains?|includes?"
    r"|provides?|constitutes?)\b"
)
_GOES_ON = re.compile(r"\s{0,3}(?:[,;)]|\.\s|(?!(?:to|of|for|form|page|and)\b)[a-z])")
_AS_FOOTER = re.compile(
    r"[\s,:.–—-]{0,6}(?:page|p\.)\s{0,3}\d|\s{0,3}[-–—]\s{0,3}\d{1,3}\s*$|\s{0,3}\(cont", re.IGNORECASE
)
SET_APART = re.compile(r"\s{3,}|\n")
# Words of a page that is signed: where a document ends.
SIGNING = re.compile(r"\bin\s+witness\s+whereof|/s/|(?:^|\s)(?:by|signed|signature)\s{0,4}:", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z]{4,}\b")
_FILED = re.compile(r"(?:10|99)[.(].*|\(.*")
_QUOTED_NUMBER = re.compile(r"\s[\"“]\d")
_BEFORE_TITLE = re.compile(r"(?:^|\n|\s\s|[^a-z,;(\"“\s]\s|[.\]_)*=-])\s{0,5}$")
_AFTER_TITLE = re.compile(r"\s?[:\n\[–—]|\s[\[-]|\s\s")
_LINE_BEGINS = re.compile(r"\n\s{0,5}(?:\d{1,3}\s{1,3})?$")
_WORD_BEGINS = re.compile(r"\s[A-Z]")
_NEAR = 60
_MOST_COUNTED = 50


@dataclass(frozen=True, slots=True)
class AnnexName:
    """The kind of a schedule in lower case ("exhibit") and its label in capitals ("A-1", "2.1(B)")."""

    kind: str
    label: str

    def __str__(self) -> str:
        return f"{self.kind.capitalize()} {re.sub(r'[(].*', lambda found: found[0].lower(), self.label)}"

    @property
    def forms(self) -> frozenset[str]:
        """The ways its label may be written: Annex I is Annex 1, and Schedule 2.1(b) may stand in Schedule 2.1."""
        # No contract has fifty annexes of one kind: C, D, L and M are letters.
        value = roman(self.label)
        value = value if value is not None and value < _MOST_COUNTED else None
        return frozenset({self.label, self.label.replace("-", "")} | ({str(value)} if value else set()))

    @property
    def filed(self) -> bool:
        """Whether it is the number of a filing that the contract is part of (Regulation S-K, item 601)."""
        return self.kind == "exhibit" and _FILED.fullmatch(self.label) is not None

    @property
    def base(self) -> str:
        """The label of the schedule that a part of one belongs to: "A" of "A-1", "2.1" of "2.1(B)"."""
        return re.split(r"[(-]|(?<=[A-Z])(?=\d)|\.(?=[A-Z])", self.label)[0]


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A line that begins with the name of a schedule, as its title does. `rest`: what follows the name in it.

    `footer`: it stands at the foot or head of a page inside the schedule ("Exhibit A, Page 2").
    """

    name: AnnexName
    rest: str
    footer: bool


def annex_name(kind: str, label: str) -> AnnexName:
    """The name with this kind and label, however they are written: "annexure" and "Annex", "One" and "1"."""
    kind, label = kind.lower(), "".join(label.split()).strip("\"“”'‘’()[]" if "(" not in label[1:] else "\"“”'‘’")
    for words in (_ORDINALS, _CARDINALS):
        if label.lower() in words:
            label = str(words.index(label.lower()) + 1)
    return AnnexName("annex" if kind == "annexure" else kind, label.upper())


def read_title(text: str) -> TitleLine | None:
    """The title line of a schedule in these words; None for a sentence that begins with its name."""
    lead = _LEAD.match(text)
    found = _NAME.match(text, lead.end() if lead else 0)
    if found is None or not found[0][0].isupper():
        return None
    rest = text[found.end() :]
    footer = _AS_FOOTER.match(rest) is not None
    if not footer and (_GOES_ON.match(rest) or (not found[0].isupper() and _is_sentence(rest))):
        return None
    return TitleLine(_named(found), rest.strip(" \t\n\"”'’.:–—-_*[]()"), footer)


def _is_sentence(rest: str) -> bool:
    """Whether the words after the name go on as a sentence does; a title ends with capitals or where a gap begins."""
    title = SET_APART.split(rest.lstrip(" \t.:–—-"), maxsplit=1)[0][:_NEAR]
    capitals = _CAPITALS.match(title)
    return _SENTENCE.search(title) is not None and capitals is None and rest[:3].strip() != ""


def names_inside(text: str, begin: int) -> frozenset[AnnexName]:
    """The names that stand from `begin` on as a title does inside a line: after a gap, a number or capitals."""
    return frozenset(
        _named(found)
        for found in _NAME.finditer(text, begin)
        if found["kind"] and _stands_apart(text, found.start(), found.end(), capitals=found["kind"].isupper())
    )


def _stands_apart(text: str, start: int, end: int, *, capitals: bool) -> bool:
    before, after = text[max(0, start - 12) : start], text[end : end + 6]
    if not (text[start].isupper() and _BEFORE_TITLE.search(before)):
        return False
    return (
        capitals or bool(_AFTER_TITLE.match(after)) or bool(_LINE_BEGINS.search(before) and _WORD_BEGINS.match(after))
    )


def ordinal_names(text: str) -> list[tuple[AnnexName, int, int]]:
    """Schedules called by their rank ("the Second Schedule"), "Annexure", or a quoted number, and where they stand."""
    return [
        (_named(found), found.start(), found.end())
        for found in _NAME.finditer(text)
        if (found["ordinal"] and found[0].split()[-1][0].isupper())
        or found[0].startswith(("Annexure", "ANNEXURE"))
        or (found[0][0].isupper() and _QUOTED_NUMBER.search(found[0]))
    ]


def _named(found: re.Match[str]) -> AnnexName:
    if found["ordinal"]:
        return annex_name("schedule", found["ordinal"])
    return annex_name(found["kind"], found["label"])
