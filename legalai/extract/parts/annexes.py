"""The schedules a file holds: where each begins and ends, and whether anything stands below its title."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.extract.parts.annex_names import SET_APART, SIGNING, AnnexName, TitleLine, read_title
from legalai.extract.segmentation.blanks import find_blank
from legalai.extract.segmentation.passages import Passage

AnnexState = Literal["supplied", "blank", "omitted"]

_OMITTED = re.compile(
    r"\b(?:intentionally|deliberately|purposely)\s+(?:left\s+blank|omitted(?!\s+pursuant)|deleted)|\breserved\b|\bnot\s+used\b",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"\W*(?:(?:please\s+)?see\s+(?:the\s+)?attach(?:ed|ment)\w*(?:\s+\w+){0,4}|(?:form|list|copy|document)s?\s+(?:follows|attached)"
    r"|(?:to\s+(?:be\s+)?|will\s+be\s+|separately\s+|not\s+)"
    r"(?:attached|annexed|inserted|agreed|come|follow|completed|provided|determined|supplied|included|filed|added|confirmed)"
    r"(?:\s+\w+){0,8}|none\s+(?:provided|attached|supplied)|tbd|tbc|attached|omitted|redacted|left\s+blank"
    r"|\[?(?:this\s+)?(?:page|schedule|exhibit)\s+(?:is\s+)?(?:left\s+)?(?:intentionally\s+)?(?:left\s+)?(?:blank|omitted)"
    r"|(?:confidential\s+)?(?:portions?|information|treatment|text)\b.{0,200}(?:omitted|redacted|requested|confidential).*)\W*",
    re.IGNORECASE | re.DOTALL,
)
_FURNITURE = re.compile(
    r"\W*(?:(?:page\s*)?\d{1,4}(?:\s*of\s*\d{1,4})?|[A-Z]-\d{1,3}|[ivxl]{1,6}|source:.*|\*+\s*(?:certain\s+)?confidential.*)\W*",
    re.IGNORECASE | re.DOTALL,
)
_MARKED_OUT = re.compile(r"\[[^\]\[a-z]{0,40}\]|\*{2,}|_{2,}|\[\s*(?:redacted|omitted)[^\]]{0,80}\]", re.IGNORECASE)
_TAIL = re.compile(r"(?:\.[ .]{2,}|\s)\s*(?:\d{1,3}|[A-Z]{1,2}-\d{1,3})\s*$")
_LIST = re.compile(
    r"\W*(?:(?:list|index|table)\s+of\b.{0,60}|(?:exhibits|schedules|annexes|appendices|attachments)\b.{0,40})",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\b(?:by\s+and\s+(?:between|among)|(?:made|entered)\s+(?:and\s+entered\s+)?into|witnesseth|whereas|recitals?"
    r"|is\s+(?:made|entered|dated)|between:?$|now,?\s+therefore)\b",
    re.IGNORECASE,
)
_OPENS_WITH = 40
# A file that begins with the title of a schedule is that schedule.
_ALONE = 3
_FEW_LETTERS = 3
_TITLE_LENGTH = 120
_LONGEST_TITLE = 90
_EARLY = 0.3
_FIRST_PASSAGES = 6
_OFTEN = 3
# "None." and "Reserved" are said of several schedules, and are no page's margin.
_SHORT = 25
# A line with a blank that says what shall be is no label.
_SAYS = re.compile(r"\b(?:shall|must|agrees?|undertakes?)\b")
_FORM_LINE = 120


@dataclass(frozen=True, slots=True)
class Annex:
    """A schedule in the file: passages [first, last), the title included; `state` says what stands below the title."""

    name: AnnexName
    first: int
    last: int
    state: AnnexState


@dataclass(frozen=True, slots=True)
class _Title:
    index: int
    line: TitleLine


def find_annexes(passages: Sequence[Passage]) -> tuple[Annex, ...]:
    """The schedules of a file in order, one for each title; lines of a contents page or of a list are none."""
    titles = _titles(passages)
    often = frozenset(
        text for text, count in Counter(p.text for p in passages).items() if count >= _OFTEN and len(text) > _SHORT
    )
    found: list[Annex] = []
    ends = [*(title.index for title in titles), len(passages)][1:]
    for title, last in zip(titles, ends, strict=True):
        state = _state(title, passages[title.index + 1 : last], often)
        found.append(Annex(title.line.name, title.index, last, state))
    return tuple(found)


def margin_names(passages: Sequence[Passage]) -> frozenset[AnnexName]:
    """The schedules of which a page shows the name in its margin: they are there, wherever they begin."""
    found = (read_title(passage.text) for passage in passages if len(passage.text) < _FORM_LINE)
    return frozenset(line.name for line in found if line and line.footer)


def contents_end(passages: Sequence[Passage]) -> int:
    """The passage after the last line of a contents page that names a schedule; 0 where there is none."""
    opening = _opening_index(passages)
    return max((t.index + 1 for t in _listed(_named(passages), passages, opening) if t.index < opening), default=0)


def body_end(passages: Sequence[Passage]) -> int:
    """Where the first schedule begins in a file whose contents page names schedules; 0 in any other."""
    if not contents_end(passages):
        return 0
    return next((title.index for title in _titles(passages)), len(passages))


def _named(passages: Sequence[Passage]) -> list[_Title]:
    """The lines that look like a title."""
    lines = ((index, read_title(passage.text)) for index, passage in enumerate(passages))
    return [_Title(i, line) for i, line in lines if line and not line.footer and not line.name.filed]


def _titles(passages: Sequence[Passage]) -> list[_Title]:
    """The titles among those lines: contents pages and lists, and the exhibit number of a filing, left out."""
    named = _named(passages)
    filed = {title.line.name for title in named if title.index < _FIRST_PASSAGES and title.line.name.kind == "exhibit"}
    listed = {title.index for title in _listed(named, passages, _opening_index(passages))}
    return [t for t in named if t.index not in listed and not (t.line.name in filed and _early(t, passages))]


def _early(title: _Title, passages: Sequence[Passage]) -> bool:
    return title.index < len(passages) * _EARLY


def _opening_index(passages: Sequence[Passage]) -> int:
    """The passage with which the contract's own words begin: the last that opens one before anything is signed."""
    found = 0
    for index, passage in enumerate(passages[: int(len(passages) * _EARLY) + 1]):
        if SIGNING.search(passage.text):
            break
        if len(passage.text) > _OPENS_WITH and _OPENING.search(passage.text) and not _TAIL.search(passage.text):
            found = index
    return found


def _listed(named: Sequence[_Title], passages: Sequence[Passage], opening: int) -> Iterator[_Title]:
    """Those in a contents page or a list: with a page number behind them, or one right below the other."""
    indexes = {title.index for title in named if title.line.rest}
    later: dict[AnnexName, int] = {}
    for title in named:
        later[title.line.name] = title.index
    for position, title in enumerate(named):
        near = [
            named[i].index
            for i in (position - 1, position + 1)
            if 0 <= i < len(named) and named[i].line.name != title.line.name
        ]
        run = any({title.index + k + j for j in (0, 1, 2)} <= indexes for k in (-2, -1, 0))
        beside = any(abs(index - title.index) == 1 for index in near)
        close = any(abs(index - title.index) <= 3 for index in near)
        repeated = later[title.line.name] > title.index
        headed = title.index > 0 and _LIST.fullmatch(passages[title.index - 1].text) is not None
        rest = title.line.rest
        if (
            (_ALONE <= title.index < opening or (title.index < opening and (close or repeated)))
            or (beside and repeated and rest)
            or (run and _early(title, passages))
            or (headed and rest and (beside or repeated))
            or (read_title(rest) is not None and repeated)
        ):
            yield title


def _state(title: _Title, below: Sequence[Passage], often: frozenset[str]) -> AnnexState:
    words = [_words_beside(title.line.rest)]
    texts = [passage.text for passage in below if passage.text not in often]
    if texts and not title.line.rest and _is_title_line(texts[0]):
        words.append("")
        heading, texts = texts[0], texts[1:]
    else:
        heading = title.line.rest
    words.extend(_substance(text) for text in texts)
    if sum(char.isalnum() for text in words for char in text) >= _FEW_LETTERS:
        return "supplied"
    said = " ".join([heading, *texts])[:600]
    return "omitted" if _OMITTED.search(said) else "blank"


def _words_beside(rest: str) -> str:
    """What stands in the title line beyond the title: words set apart, or small letters after a title in capitals."""
    title, *others = SET_APART.split(rest)
    if others or len(title) > _LONGEST_TITLE:
        return " ".join(_substance(words) for words in (others or [title]))
    tokens = rest.split()
    capitals = 0
    while capitals < len(tokens) and tokens[capitals].upper() == tokens[capitals]:
        capitals += 1
    after = " ".join(tokens[capitals:])
    return _substance(after) if capitals and len(after) > 12 else ""


def _is_title_line(text: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w'’-]*", text) if len(word) > 3]
    return (
        len(text) <= _TITLE_LENGTH and bool(words) and all(word[0].isupper() for word in words) and text[-1] not in ".;"
    )


def _substance(text: str) -> str:
    """The words of a passage that say something: no placeholder, page number, or label beside a blank."""
    if _OMITTED.search(text[:_TITLE_LENGTH]) and len(text) < 2 * _TITLE_LENGTH:
        return ""
    if _PLACEHOLDER.fullmatch(text[:400]) or _FURNITURE.fullmatch(text[:400]):
        return ""
    if len(text) <= _FORM_LINE and find_blank(text) and not _SAYS.search(text):
        return ""
    return _MARKED_OUT.sub(" ", text)
