"""Web pages: the words a reader of the page sees, in their order, list numbers as a browser shows them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from legalai.errors import DamagedFile, InputError
from legalai.ingest.clause_numbers import read_label
from legalai.ingest.guard import MAX_CHARACTERS, Element
from legalai.ingest.markup import style_sheet
from legalai.ingest.markup.flow import Flow, rendered, table_paragraphs, text_of
from legalai.ingest.markup.html_asides import spoken_in_source
from legalai.ingest.markup.html_forms import CONTROLS, shown_by
from legalai.ingest.markup.html_looks import Look, look_of
from legalai.ingest.markup.html_pictures import pictures_of
from legalai.ingest.markup.html_source import decoded, sniffed
from legalai.ingest.markup.marks import Change, Marks
from legalai.ingest.markup.style_sheet import StyleSheet
from legalai.ingest.pieces import Paragraph, assemble, make_document
from legalai.ingest.symbol_fonts import raised
from legalai.ingest.tables import Cell
from legalai.ingest.text import paragraph_spans
from legalai.ingest.word.number_forms import format_number
from legalai.ingest.word.numbering import Numbered
from legalai.ingest.word.visibility import Unseen
from legalai.schema import Document, HiddenText, Issue, View

_PAGE = re.compile(r"<(?:!doctype[ \t\r\n]+html|html)[\s>]", re.I)
_TAG = re.compile(
    r"<(?:p|div|body|head|table|br|span|h[1-6]|ol|ul|li|pre|center|font|b|i|a|dl|article|section|main)[\s>/]", re.I
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PAGE_NUMBER = re.compile(r"(?:page )?[-–—]? ?(?:\d{1,3}|[ivx]{1,5}|[A-Z]-\d{1,2}) ?[-–—]?(?: of \d{1,3})?", re.I)
_SHEET_BYTES = 2 * 2**20

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary "
    "table tbody td tfoot th thead tr ul".split()
)
# What a browser shows no words of, or words that are not the contract's.
_SILENT = frozenset(
    "applet audio button canvas datalist embed frame frameset head iframe img input map math meta noframes noscript "
    "object option rp rt script select style svg template textarea title video".split()
)
_STRONG = frozenset("b strong u h1 h2 h3 h4 h5 h6".split())
_FORMS = {
    "1": "decimal", "a": "lowerAlpha", "A": "upperAlpha", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerAlpha", "lower-latin": "lowerAlpha", "upper-alpha": "upperAlpha",
    "upper-latin": "upperAlpha", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero", "none": "none", "lower-greek": "lowerGreek", "hebrew": "hebrew1",
    "arabic-indic": "arabicIndic", "devanagari": "hindiNumbers", "thai": "thaiNumbers",
    "cjk-decimal": "ideographDigital",
    "cjk-ideographic": "chineseCountingThousand", "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand", "japanese-informal": "japaneseCounting",
    "katakana": "aiueoFullWidth", "katakana-iroha": "irohaFullWidth", "cjk-heavenly-stem": "ideographTraditional",
    "cjk-earthly-branch": "ideographZodiac", "korean-hangul-formal": "koreanCounting",
    "disc": "bullet", "circle": "bullet", "square": "bullet",
}  # fmt: skip


class HtmlReader:
    """Reads web pages (HTML, XHTML); nothing they link to is fetched."""

    name = "HTML"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")
    media_type = "text/html"

    def recognises(self, head: bytes, path: Path) -> bool:
        """It begins as a page does, or is named so and has a tag of one."""
        text = sniffed(head)
        if path.suffix.lower() in self.suffixes:
            return _PAGE.search(text) is not None or _TAG.search(text) is not None
        return _PAGE.match(text.lstrip()) is not None

    def read(self, path: Path, *, password: str | None = None) -> Document:
        """The document as a browser shows it; a password plays no part. Raises: DamagedFile, InputError."""
        return self.read_view(path, view="accepted", password=password)

    def read_view(self, path: Path, *, view: View, password: str | None = None) -> Document:
        """The document with what is marked as inserted or deleted accepted, or undone. Raises: as `read`."""
        page, issues = decoded(path.read_bytes(), path.name)
        found = page_of(page, path.name, view)
        text, drafts, text_map = assemble(found.paragraphs)
        document = make_document(
            path, media_type=self.media_type, text=text, drafts=drafts, text_map=text_map, pages=None, issues=issues
        )
        return found.put_on(document, view)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, and what is marked in it."""

    paragraphs: list[Paragraph]
    marks: Marks
    spoken: tuple[HiddenText, ...] = ()
    issues: Sequence[Issue] = ()
    ocr: bool = False

    def put_on(self, document: Document, view: View) -> Document:
        """The document of the page, with what is marked and hidden in it and told of its pictures."""
        document = self.marks.put_on(document, view)
        return replace(
            document,
            facts=replace(document.facts, ocr=self.ocr),
            hidden=(*document.hidden, *self.spoken),
            issues=(*document.issues, *self.issues),
        )


def page_of(page: str, name: str, view: View, enclosed: Mapping[str, bytes] | None = None) -> Page:
    """What a page says in a view; `name` is the file's, for messages, `enclosed` the pictures sent with it.

    Raises: DamagedFile where nothing can be parsed or elements nest deeper than any contract's, InputError.
    """
    if len(page) > MAX_CHARACTERS:
        raise InputError(f"{name} has {len(page)} characters and the limit is {MAX_CHARACTERS}: split it.")
    root = _parse(page, name)
    sheets = "\n".join(sheet.text or "" for sheet in root.iter("style"))
    pictures, issues = pictures_of(root, name, enclosed or {})
    walker = _Walker(StyleSheet(sheets[:_SHEET_BYTES]), view, pictures.paragraphs)
    walker.walk(root)
    return Page(
        walker.paragraphs, walker.marks, spoken_in_source(page, root), issues, ocr=bool(pictures.paragraphs)
    )  # fmt: skip


def _parse(page: str, name: str) -> Element:
    # What stands before the page (EDGAR puts <TYPE>EX-10 and a file name there) is not of the page.
    begins = _PAGE.search(page, 0, 8192)
    # Deep nesting is common in pages made by programs: unclosed <font> tags nest. The parser's own limit is 2,048.
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )  # fmt: skip
    data = page[begins.start() if begins else 0 :].replace("\x00", "").encode("utf-8", errors="replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedFile(f"{name} holds no page that can be read: save it again, or as .docx.") from error
    if any("xcessive depth" in entry.message for entry in parser.error_log):
        raise DamagedFile(f"{name} nests its elements too deep to be read whole: save it as .docx.")
    return root


@dataclass
class _List:
    """A list that is open: how it numbers, and the count its next item gets."""

    key: str
    depth: int
    form: str
    following: int
    step: int = 1


@dataclass(frozen=True, slots=True)
class _Context:
    """What an open element gives the text in it, whether it opened a table, a row's cell or a list, and its change."""

    strong: bool = False
    preformatted: bool = False
    opened: str = ""
    look: Look = field(default_factory=Look)
    change: Change | None = None
    raised: bool = False


@dataclass
class _Walker:
    sheet: StyleSheet
    view: View = "accepted"
    pictures: Mapping[Element, Sequence[Paragraph]] = field(default_factory=dict[Element, Sequence[Paragraph]])
    flow: Flow = field(default_factory=Flow)
    contexts: list[_Context] = field(default_factory=lambda: [_Context()])
    # The paragraphs of the page, and above them those of each table cell that is open.
    sinks: list[list[Paragraph]] = field(default_factory=lambda: [[]])
    tables: list[list[list[Cell]]] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    counted: int = 0
    number: Numbered | None = None
    outline: int | None = None

    def __post_init__(self) -> None:
        self.marks = Marks(self.flow)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """What was read so far."""
        return self.sinks[0]

    def walk(self, root: Element) -> None:
        """Read all elements below a root, in order, without recursion."""
        if any("stylesheet" in (link.get("rel") or "").lower() for link in root.iter("link")):
            # A style sheet that is not fetched may put any colour behind words.
            self.contexts = [_Context(look=Look(ground=None))]
        walk = etree.iterwalk(root, events=("start", "end"))
        left_out: Element | None = None
        for event, found in walk:
            element: Element = found
            if event == "start":
                style = self.sheet.of(element)
                if self._is_left_out(element, style):
                    walk.skip_subtree()
                    left_out = element
                    continue
                self._enter(element, style)
                self._text(element.text)
            else:
                if element is left_out:
                    left_out = None
                else:
                    self._leave(element)
                if element is not root:
                    self._text(element.tail)
        self._close()

    def _is_left_out(self, element: Element, style: str) -> bool:
        # LibreOffice puts the page's header and footer into the page as divisions of these titles.
        if element.tag in _SILENT or (element.tag == "div" and element.get("title") in ("header", "footer")):
            if element.tag in CONTROLS and element.get("hidden") is None and not style_sheet.is_hidden(style):
                self._text(shown_by(element))
            if element in self.pictures and not style_sheet.is_hidden(style):
                self._close()
                self.sinks[-1].extend(self.pictures[element])
            return True
        change = _change(element)
        if change is not None and not change.is_shown(self.view):
            self.marks.change(change, _words(element), shown=False)
            return True
        if element.get("hidden") is not None or style_sheet.is_hidden(style):
            self.marks.hide(Unseen("marked_hidden", "marked as hidden"), _words(element))
            return True
        return False

    def _enter(self, element: Element, style: str) -> None:
        tag, above = element.tag, self.contexts[-1]
        opened = ""
        if tag == "br":
            self._break_line()
        elif tag in _BLOCKS:
            self._close()
            opened = self._open_block(element, style)
        if tag == "hr" or (style and style_sheet.breaks_page(style)):
            self._drop_page_number()
        strong = style_sheet.is_strong(style, above.strong or tag in _STRONG) if style else above.strong
        self.contexts.append(
            _Context(
                strong or (tag in _STRONG and not style),
                above.preformatted or tag == "pre",
                opened,
                look_of(element, style, above.look) if style or element.attrib else above.look,
                _change(element) or above.change,
                above.raised or tag == "sup",
            )
        )

    def _open_block(self, element: Element, style: str) -> str:
        tag = element.tag
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables:
            if not self.tables[-1]:
                self.tables[-1].append([])
            self.sinks.append([])
            return "cell"
        elif tag in ("ol", "ul", "menu", "dir"):
            self.lists.append(self._list(element, style))
        elif tag == "li":
            self.number = self._numbered(element, style)
        elif tag[0] == "h" and tag[1:].isdigit():
            self.outline = int(tag[1:]) - 1
        return ""

    def _leave(self, element: Element) -> None:
        tag = element.tag
        context = self.contexts.pop()
        if tag in _BLOCKS:
            self._close(preformatted=context.preformatted)
        if context.opened == "cell":
            columns, rows = (_whole(element.get(name)) or 1 for name in ("colspan", "rowspan"))
            self.tables[-1][-1].append(Cell(self.sinks.pop(), columns, rows))
        elif tag == "table":
            self.sinks[-1].extend(table_paragraphs(self.tables.pop()))
        elif tag in ("ol", "ul", "menu", "dir"):
            self.lists.pop()
        elif tag == "li":
            self.number = None
        elif tag[0] == "h" and tag[1:].isdigit():
            self.outline = None

    def _text(self, text: str | None) -> None:
        if not text:
            return
        context = self.contexts[-1]
        if not context.preformatted:
            text = _BLANKS.sub(" ", text)
            if self.flow.ends_line() and _begins_clause(text):
                self._close()
            if self.flow.ends_in(" \n"):
                text = text.lstrip(" ")
        text = raised(text) if context.raised else text
        unseen = context.look.unseen
        if unseen is not None and text.strip():
            self.marks.hide(unseen, text)
        elif context.change is not None:
            self.marks.change(context.change, text, shown=True, strong=context.strong)
        else:
            self.flow.add(text, strong=context.strong)

    def _break_line(self) -> None:
        """A line break; two are how many pages set paragraphs apart."""
        if self.flow.ends_line() and not self.contexts[-1].preformatted:
            self._close()
        else:
            self.flow.add("\n", strong=True)

    def _close(self, *, preformatted: bool = False) -> None:
        if preformatted or self.contexts[-1].preformatted:
            text = self.flow.take()
            self.sinks[-1].extend(self.flow.paragraph(text[start:end]) for start, end in paragraph_spans(text))
            return
        paragraph = self.flow.close(number=self.number, outline=self.outline)
        if paragraph is not None:
            self.number = None
            self.sinks[-1].append(paragraph)

    def _drop_page_number(self) -> None:
        """Take back the number at the foot of a printed page, which ends here."""
        paragraphs = self.sinks[-1]
        if paragraphs and paragraphs[-1].label is None and _PAGE_NUMBER.fullmatch(text_of(paragraphs[-1])):
            paragraphs.pop()

    def _list(self, element: Element, style: str) -> _List:
        self.counted += 1
        outer = self.lists[-1] if self.lists else None
        ordered = element.tag == "ol"
        form = "decimal" if ordered else "bullet"
        form = _FORMS.get(element.get("type", ""), form) if ordered else form
        form = _form(style, form)
        start = _whole(element.get("start"))
        step = 1
        if ordered and element.get("reversed") is not None:
            step = -1
            start = sum(child.tag == "li" for child in element) if start is None else start
        key = outer.key if outer else f"html {self.counted}"
        return _List(key, outer.depth + 1 if outer else 0, form, 1 if start is None else start, step)

    def _numbered(self, item: Element, style: str) -> Numbered | None:
        if not self.lists:
            return None
        listed = self.lists[-1]
        own = _whole(item.get("value"))
        count = listed.following if own is None else own
        listed.following = count + listed.step
        form = _form(style, _FORMS.get(item.get("type", ""), listed.form))
        if form == "bullet":
            return Numbered("• ", None)
        shown = format_number(count, form)
        if not shown:
            return None
        place = (listed.key, listed.depth)
        return rendered(f"{shown}.", place=place, value=count, roman=form.endswith("Roman"))


def _change(element: Element) -> Change | None:
    """The change that an element marks; who made it is in no page."""
    if element.tag not in ("ins", "del"):
        return None
    return Change("insertion" if element.tag == "ins" else "deletion", date=element.get("datetime") or "")


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _begins_clause(line: str) -> bool:
    label = read_label(line)
    return label is not None and not label.weak


def _form(style: str, otherwise: str) -> str:
    words = style_sheet.list_style(style) if style else None
    return next((_FORMS[word] for word in (words or "").split() if word in _FORMS), otherwise)


def _whole(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"-?\d{1,6}", value.strip()) else None
