"""What can be had of a damaged office file: entries of an archive without its directory, XML that is not well-formed.

Nothing here is less guarded than the usual way: the same limits on size, no entity resolved, nothing fetched.
"""

import html
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from legalai.errors import DamagedFile, InputError
from legalai.ingest.guard import MAX_ENTRIES, MAX_PART_BYTES, MAX_RATIO, MAX_UNPACKED_BYTES, Element, refuse_doctype

# APPNOTE.TXT 4.3.7: the local header that stands before each entry.
_ENTRY = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 1
_MARK = re.compile(rb"PK(?:\x03\x04|\x07\x08|\x01\x02|\x05\x06)")

_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9A-Fa-f]{1,6});)(?:(?P<name>[A-Za-z]{2,8});)?")
_CHARACTER = re.compile(r"&#(?:x(?P<hex>[0-9A-Fa-f]{1,6})|(?P<number>\d{1,7}));")
# XML 1.0, production 2: what is no character of it.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>\s*")
_ENCODING = re.compile(rb"<\?xml[^>]{0,80}encoding=[\"']([\w.-]{1,20})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]*+)(?P<rest>[^<>]*+)>")
_BARE_BRACKET = re.compile(r"<(?!(?:/?[A-Za-z_]|[?!])[^<>]*+>)")
_WELL_FORMED = re.compile(r"""(?:\s++[A-Za-z_][\w.:-]*+\s*+=\s*+(?:"[^"]*+"|'[^']*+'))*+\s*+/?""")
_ATTRIBUTE = re.compile(
    r"""(?<![\w.:-])(?P<name>[A-Za-z_][\w.:-]*+)\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|["']?(?P<bare>[^\s"'/]*+))"""
)


@dataclass(frozen=True)
class Mended:
    """The root of an XML part that was mended; `whole`: no element of it is lost."""

    root: Element
    whole: bool


def entries_of(path: Path) -> dict[str, bytes]:
    """The XML entries of an archive, found one by one; the last of a name counts, and one cut short is kept.

    Raises: InputError where they unpack to more than the limits.
    """
    data = path.read_bytes()
    found: dict[str, bytes] = {}
    total = 0
    for number, (name, content) in enumerate(_entries(data, path.name)):
        total += len(content)
        if number >= MAX_ENTRIES or total > min(MAX_UNPACKED_BYTES, max(2**20, MAX_RATIO * len(data))):
            raise InputError(f"{path.name} is damaged and unpacks to more than a contract may: save it again.")
        found[name] = content
    return found


def _entries(data: bytes, file: str) -> Iterator[tuple[str, bytes]]:
    at = data.find(_ENTRY)
    while 0 <= at <= len(data) - _HEADER.size:
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _HEADER.unpack_from(data, at)
        begin = at + _HEADER.size
        name = data[begin : begin + name_length].decode("utf-8", errors="replace").replace("\\", "/")
        begin += name_length + extra_length
        at = data.find(_ENTRY, at + 4)
        if flags & _ENCRYPTED or not name.endswith((".xml", ".rels")):
            continue
        if method == _DEFLATED:
            yield name, _inflated(memoryview(data)[begin:], file)
        elif method == _STORED:
            following = None if packed else _MARK.search(data, begin)
            end = begin + packed if packed else following.start() if following else len(data)
            yield name, data[begin:end]


def _inflated(data: memoryview, file: str) -> bytes:
    """What a deflated stream holds up to its end or its first error."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    content = bytearray()
    for start in range(0, len(data), 4096):
        try:
            content += stream.decompress(data[start : start + 4096], MAX_PART_BYTES + 1)
        except zlib.error:
            break
        if len(content) > MAX_PART_BYTES:
            raise InputError(f"{file} is damaged and unpacks to more than a contract may: save it again.")
        if stream.eof:
            break
    return bytes(content)


def mended_xml(data: bytes, name: str) -> Mended:
    """The root of XML that is not well-formed: what its writer forgot is written, what fits nowhere is left out.

    Raises: DamagedFile where nothing of it can be read, or it declares a document type.
    """
    text = _DECLARATION.sub("", _CHARACTER.sub(_legal, _BARE_AMPERSAND.sub(_ampersand, _decoded(data))))
    text = _BARE_BRACKET.sub("&lt;", _COMMENT.sub("", _ILLEGAL.sub("", text)))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, recover=True
    )
    try:
        root: Element = etree.fromstring(_balanced(text).encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _unreadable(name) from error
    if root is None:
        raise _unreadable(name)
    refuse_doctype(root, name)
    return Mended(root, whole=_is_whole(text, root))


def _unreadable(name: str) -> DamagedFile:
    return DamagedFile(
        f"{name} holds XML that cannot be read: open it in the program it was made with and save it again."
    )


def _is_whole(text: str, root: Element) -> bool:
    """Whether every element that begins in the text is in the tree, and the text ends as it should."""
    names = [tag["name"] for tag in _TAG.finditer(text) if not tag["close"]]
    ends = bool(names) and text.rstrip().endswith(f"</{names[0]}>")
    return ends and len(names) <= sum(isinstance(element.tag, str) for element in root.iter())


def _balanced(text: str) -> str:
    """The text with every element closed once: what is left open is closed, and what closes nothing is left out."""
    pieces: list[str] = []
    opened: list[str] = []
    inside: Counter[str] = Counter()
    done = 0
    for tag in _TAG.finditer(text):
        pieces.append(text[done : tag.start()])
        done = tag.end()
        if not tag["close"]:
            pieces.append(f"<{tag['name']}{_attributes(tag['rest'])}>")
            if not tag["rest"].endswith("/"):
                # The root is closed by nothing but the end: what follows an early end of it is text too.
                inside[tag["name"]] += bool(opened)
                opened.append(tag["name"])
        elif inside[tag["name"]]:
            closed = ""
            while closed != tag["name"]:
                closed = opened.pop()
                inside[closed] -= 1
                pieces.append(f"</{closed}>")
    rest = text[done:] if len(opened) > 1 else ""
    return "".join([*pieces, rest, *(f"</{name}>" for name in reversed(opened))])


def _attributes(rest: str) -> str:
    """What follows the name in a tag, with quotes around every value; what is no attribute is left out."""
    if _WELL_FORMED.fullmatch(rest):
        return rest
    values: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(rest):
        value = found["double"] or found["single"] or found["bare"] or ""
        values.setdefault(found["name"], value.replace('"', "&quot;"))
    end = "/" if rest.endswith("/") else ""
    return "".join(f' {name}="{value}"' for name, value in values.items()) + end


def _decoded(data: bytes) -> str:
    """The characters of a part; bytes that are none in its encoding are read as Windows-1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    declared = _ENCODING.search(data[:200])
    for encoding in ("utf-8", declared[1].decode("ascii") if declared else "utf-8"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    # Where a byte is wrong, the text before it and after it is right.
    return data.decode("utf-8", errors="surrogateescape").translate(_WINDOWS)


_WINDOWS = {0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)}


def _ampersand(found: re.Match[str]) -> str:
    """An ampersand written as itself, or an entity of HTML that XML does not know."""
    named = html.unescape(found[0]) if found["name"] else found[0]
    return f"&amp;{found[0][1:]}" if named == found[0] else html.escape(named, quote=False)


def _legal(found: re.Match[str]) -> str:
    """A reference to a character, without those that no XML may hold."""
    code = int(found["hex"], 16) if found["hex"] else int(found["number"])
    return found[0] if code <= 0x10FFFF and not _ILLEGAL.match(chr(code)) else ""
