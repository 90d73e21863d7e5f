"""What a draft still leaves open: blanks of every form, and notes to whoever drafts next."""

import re
from collections.abc import Iterator

from legalai.extract.parts.annexes import find_annexes
from legalai.extract.segmentation.blanks import find_box
from legalai.extract.segmentation.enumerations import number_end
from legalai.extract.segmentation.passages import Passage
from legalai.proofread.dotted_blanks import find_dotted_blanks
from legalai.proofread.drafting_notes import find_notes
from legalai.proofread.source import Source, shown
from legalai.schema import Mistake

_FILL = re.compile(
    r"\[\s?(?:[●•_…]{1,40}|\.{3,40}|[xX]{2,10}|\s{0,20})\s?\]"
    r"|[\[<{](?:please\s)?(?:insert|fill\sin|enter|specify|complete|add|tbd|tbc|to\sbe\s(?:completed|determined|agreed|inserted|confirmed|discussed))\b[^\[\]<>{}\n]{0,120}[\]>}]"
    r"|(?<![_\w])_{3,80}(?:\s{1,20}_{3,80}){0,4}(?!\w)|(?<![●•])[●](?![●•]\s?[A-Z])(?!\s)|\{\{[\w .-]{1,60}\}\}"
    r"|\{[a-z][\w .-]{1,60}\}|(?<![\w-])(?-i:TBD|TBC|T\.B\.D\.|XX/XX/XX(?:XX)?|XX{1,12})(?![\w-])",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\[(?:(?:the|name|full|legal|of|and|or|governing|effective|start|end|agreement|contract|number|no\.?)\s){0,5}"
    r"(?:dates?|state|country|jurisdiction|address|amount|number|name|company|party|customer|supplier|vendor|client|term|period|days|months|years|title)\]",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(
    r"\[(?P<words>[^\[\]\n]{3,200}/[^\[\]\n]{2,200}|[^\[\]\n]{3,300})\](?:\s?\[[^\[\]\n]{3,300}\]){0,3}"
)
_NOT_OPEN = re.compile(
    r"(?:\W|\d|sic\b|.{0,60}\b(?:signatures?|intentionally|remainder|page|reserved|seal|logo|redacted|omitted|confidential|treatment"
    r"|deleted|translation|illegible|unreadable|letterhead|executed|stamp|emphasis|footnote|end\sof|attached|follows|not\sused|withheld|blank"
    r"|signed|handwritten|image|graphic|missing|appears)\b)",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?:\b(?:by|name|title|date[d]?|signature|signed|its|print(?:ed)?|witness|attest|initial(?:s|ed)?(?:\s[^\n]{1,80})?|for|per|company|address|phone|fax|e-?mail)\b\W{0,6}|/s/\W{0,3})$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:section|article|clause|schedule|exhibit|annex|part)s?\s?|\d\.\d{1,2}(?:\(\w\))?\s?)(?:[\dIVX.]{0,6}\s{0,3})$",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"(?:yes|no)\b", re.IGNORECASE)
_FORM_OF = re.compile(r"\bform(?:s)?\s+of\b|\bsample\b|\btemplate\b|\bcertificate\b|\bform\b", re.IGNORECASE)
_RULE = re.compile(r"[\s_]*")
_MANY = 12
_WORDS_OF_ONE = 3
_SENTENCE_WORD = re.compile(r"\b[a-z]{2,}\b")


def find_open_places(source: Source) -> Iterator[Mistake]:
    """Each blank and note; in a form, where blanks are what it is made of, all blanks as one."""
    notes: list[tuple[int, int]] = []
    blanks: list[tuple[int, int]] = []
    skipped = _form_passages(source)
    for index, passage in enumerate(source.passages):
        if passage.part == "signature_page" or index in skipped:
            continue
        taken = find_notes(passage.text)
        notes += [(passage.start + a, passage.start + b) for a, b in taken]
        for start, end in _open(passage):
            if not any(a <= start < b for a, b in taken):
                blanks.append((passage.start + start, passage.start + end))
    blanks = sorted({*blanks, *find_dotted_blanks(source, skipped)})
    for start, end in notes:
        yield source.mistake(
            "drafting-note",
            "high",
            "A note to the drafter is left in the text.",
            (start, end),
            advice="Settle what it asks, and delete it.",
        )
    if len(blanks) >= _MANY:
        yield source.mistake(
            "form",
            "medium",
            f"This looks like a form: {len(blanks)} places are left open.",
            *blanks[:_MANY],
            advice="Fill them in or strike them out before it is signed.",
        )
        return
    for start, end in blanks:
        yield source.mistake(
            "blank",
            "high",
            f"A place is left open: {shown(source.document.text[start:end], 60)}",
            (start, end),
            advice="Fill it in, or strike it out.",
        )


def _open(passage: Passage) -> Iterator[tuple[int, int]]:
    text = passage.text
    if _RULE.fullmatch(text):
        return
    taken: list[tuple[int, int]] = []
    opening = number_end(text)
    for pattern in (_FILL, _NAMED, _ALTERNATIVE):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(a < end and start < b for a, b in taken):
                continue
            if pattern is _ALTERNATIVE and not _is_alternative(match, text):
                continue
            if pattern is _FILL and "_" in match[0] and (_SIGN.search(text[:start]) or _is_sign_line(text, start, end)):
                continue
            if (
                pattern is _FILL
                and match[0][1:-1].strip() in ("", "x", "X")
                and match[0][0] == "["
                and _is_box(text, start)
            ):
                continue
            # The title of a section behind its number: "Section 13.3 [Indemnification]", "ARTICLE XX".
            if start > opening and _NUMBERED.search(text[max(0, start - 40) : start]):
                continue
            taken.append((start, end))
    yield from sorted(taken)


def _is_alternative(match: re.Match[str], text: str) -> bool:
    """Whether words in square brackets are a choice still to be made, and not an editor's remark."""
    words = match["words"].strip()
    if _NOT_OPEN.match(words) or not re.search(r"[a-z]{2}", words) or "*" in words:
        return False
    # A letter in brackets mends a quotation: "[t]he".
    return not text[match.end() : match.end() + 1].isalpha()


def _is_box(text: str, start: int) -> bool:
    """Whether brackets are a box to tick: an option follows them at the head of a line."""
    box = find_box(text[start:])
    first = not text[:start].rpartition("\n")[2].strip()
    return box is not None and (first or _YES_NO.match(text, start + box.words_start) is not None)


def _is_sign_line(text: str, start: int, end: int) -> bool:
    """Whether a line is one to sign or fill by hand: few words of a sentence beside its rule."""
    after = text.find("\n", end)
    around = text[text.rfind("\n", 0, start) + 1 : start] + text[end : after if after >= 0 else len(text)]
    words = len(_SENTENCE_WORD.findall(around))
    return words < _WORDS_OF_ONE and len(_SENTENCE_WORD.findall(text)) < 2 * _WORDS_OF_ONE


def _form_passages(source: Source) -> set[int]:
    """The passages of schedules that are forms, whose blanks are meant to stay."""
    found: set[int] = set()
    for annex in find_annexes(source.passages):
        title = " ".join(p.text for p in source.passages[annex.first : annex.first + 3])[:300]
        if _FORM_OF.search(title):
            found.update(range(annex.first, annex.last))
    return found
