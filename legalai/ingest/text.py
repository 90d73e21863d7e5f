"""Plain text: the decoded file unchanged, cut into paragraphs."""

import re
from collections.abc import Iterator
from pathlib import Path

from legalai.errors import DamagedFile, InputError
from legalai.ingest.blocks import Draft, type_blocks
from legalai.ingest.clause_numbers import bullet_length, is_quantity, read_label
from legalai.ingest.encodings import BOMS, guessed
from legalai.ingest.guard import MAX_CHARACTERS
from legalai.ingest.language import language_of
from legalai.ingest.pieces import make_document
from legalai.schema import Document, DocumentFacts, Issue
from legalai.text_map import Home, TextMap

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
# Text that programs read or are made of: its words are no contract's, whatever they spell.
OF_PROGRAMS = frozenset(
    ".json .jsonl .csv .tsv .toml .yaml .yml .ini .ics .vcf .log .svg .css .sql"
    " .py .js .ts .java .c .h .cpp .go .rs .rb .php .sh .bat .ps1".split()
)
# Other readers may make a contract of these.
_NO_PLAIN_TEXT = OF_PROGRAMS | {".xml", ".html", ".htm"}
# XML by its first words, a flat file of an office program among it.
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,20}<\?xml\b")
# A file as a mail program encodes it: lines of one length, of letters without blanks.
_ENCODED = re.compile(rb"(?:[A-Za-z0-9+/]{60,76}\r?\n){4,}[A-Za-z0-9+/=\r\n]*")
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
_SENTENCE_END = re.compile(r"[.:;!?][\"”’')\]]*[ \t]*$|[;,] (?:and|or)[ \t]*$")
# A text is wrapped by hand where its lines end at about one width, and that width is a printed page's.
_WIDEST_WRAP = 130
_NARROWEST_WRAP = 40
# "30 copies" after a line that has not ended.
_COUNT = re.compile(r"\d{1,3} [a-z]")
# A line longer than this is a whole contract poured into one line: it is cut where clauses begin.
_LONG_LINE = 1_500
_SHORTEST_CUT = 20
_CLAUSE_BEGINS = re.compile(
    r"(?<=[.;:”\"] )(?:(?:ARTICLE|Article|SECTION|Section) )?"
    r"(?:\d{1,2}\.(?:\d{1,2}\.?){0,3}|[IVX]{1,5}\.|\((?:[a-z]|[ivx]{1,5})\)) (?=[A-Z\"“])"
)


class TextReader:
    """Reads plain text in UTF-8, UTF-16 with a byte order mark, or the encoding that makes a language of it."""

    name = "Text"
    suffixes: tuple[str, ...] = (".txt", ".text")
    media_type = "text/plain"

    def recognises(self, head: bytes, path: Path) -> bool:
        """No byte of the head is one that text does not have; a BOM says text by itself, a program's name says none."""
        if path.suffix.lower() in _NO_PLAIN_TEXT:
            return False
        if _MARKUP.match(head):
            return False
        if any(head.startswith(bom) for bom, _ in BOMS):
            return True
        if head.startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf")):
            return False
        if _ENCODED.fullmatch(head):
            return False
        strange = sum(byte in _CONTROLS for byte in head)
        return strange == 0

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document in a text file; a password plays no part. Raises: DamagedFile, InputError."""
        text, issues = decode(path)
        if len(text) > MAX_CHARACTERS:
            raise InputError(f"{path.name} has {len(text)} characters and the limit is {MAX_CHARACTERS}: split it.")
        return make_document(
            path,
            media_type=self.media_type,
            text=text,
            drafts=drafts_of(text),
            text_map=_map(text),
            pages=None,
            issues=issues,
        )


def document_of(text: str, *, name: str, sha256: str = "") -> Document:
    """A document of a text that is in memory and in no file, unchanged; `sha256` is what the facts are to say."""
    facts = DocumentFacts(
        name=name, sha256=sha256, media_type="text/plain", pages=None, characters=len(text), language=language_of(text)
    )
    return Document(facts=facts, text=text, blocks=type_blocks(drafts_of(text)), text_map=_map(text))


def decode(path: Path) -> tuple[str, list[Issue]]:
    """The text of a file, its byte order mark dropped, and a note where it is a guess. Raises: DamagedFile."""
    data = path.read_bytes()
    for bom, encoding in BOMS:
        if data.startswith(bom):
            try:
                return data[len(bom) :].decode(encoding), []
            except UnicodeDecodeError as error:
                raise DamagedFile(f"{path.name} is cut short or no {encoding} text: save it again as UTF-8.") from error
    if b"\x00" in data:
        raise DamagedFile(f"{path.name} holds bytes that are no text: supply the contract as text, PDF or Word file.")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        text, called = guessed(data)
        message = f"{path.name} is not UTF-8 and was read as {called}: check letters with accents."
        return text, [Issue(code="encoding-guessed", severity="info", message=message)]


def _map(text: str) -> TextMap:
    """One home: the text is the file's, character by character."""
    return TextMap((Home(0, len(text), offset=0),) if text else ())


def drafts_of(text: str) -> list[Draft]:
    """The paragraphs of a text that has no marks but its lines."""
    return [Draft(start=start, end=end, text=text[start:end]) for start, end in paragraph_spans(text)]


def paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text stand, white space at their ends not included.

    They are runs of lines that one wrapped sentence fills; a contract that stands on one line is cut at its clauses.
    """
    for start, end in _paragraphs(text):
        yield from _cut_long(text, start, end)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    lines = [span for match in _LINE.finditer(text) if (span := _stripped(text, match.start(), match.end()))]
    width = _wrap_width([end - start for start, end in lines])
    group: tuple[int, int] | None = None
    before = (0, 0)
    for start, end in lines:
        if (
            group is not None
            and text.count("\n", before[1], start) < 2
            and _goes_on(text[slice(*before)], text[start:end], width)
        ):
            group = (group[0], end)
        else:
            if group is not None:
                yield group
            group = (start, end)
        before = (start, end)
    if group is not None:
        yield group


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    line = text[start:end]
    body = line.strip()
    if not body:
        return None
    start += len(line) - len(line.lstrip())
    return start, start + len(body)


def _wrap_width(lengths: list[int]) -> int | None:
    """The width lines were wrapped at; None where lines are whole paragraphs."""
    full = sorted(length for length in lengths if length >= _NARROWEST_WRAP)
    if len(full) < 3:
        return None
    widest = full[int(len(full) * 0.95)]
    return widest if widest <= _WIDEST_WRAP else None


def _goes_on(before: str, line: str, width: int | None) -> bool:
    """Whether a line continues the one before: that one had no room left, and no clause or item begins."""
    marked = (read_label(line) is not None and not is_quantity(line)) or bullet_length(line) > 0
    ended = _SENTENCE_END.search(before) is not None
    if width is None:
        # Too few lines to tell their width, or some are whole paragraphs: only what plainly goes on does.
        sentence = len(before) >= _NARROWEST_WRAP and not ended and not before.endswith((",", ";"))
        return sentence and (line[0].islower() or is_quantity(line) or (not marked and _COUNT.match(line) is not None))
    room = len(before) + 1 + len(line.split(maxsplit=1)[0]) <= width * 0.9
    if marked and (ended or room):
        return False
    if room:
        return not ended and line[0].islower() and len(before) > width * 0.5
    return True


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph, or the clauses of a contract that stands on one line."""
    if end - start <= _LONG_LINE:
        yield start, end
        return
    begin = start
    for match in _CLAUSE_BEGINS.finditer(text, start, end):
        if match.start() - begin >= _SHORTEST_CUT:
            yield begin, _before_space(text, begin, match.start())
            begin = match.start()
    yield begin, end


def _before_space(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
