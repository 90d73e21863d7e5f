"""Rich text as tokens: groups, control words, and characters decoded by the font they are set in.

Source: Rich Text Format (RTF) Specification 1.9.1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<value>-?\d{1,10})? ?"
    r"|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<symbol>[^A-Za-z'])|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\"
)
_CHARSETS = {
    128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_SYMBOL_CHARSET = 2
_SYMBOLS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "tab": "\t", "line": "\n", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\t": "\t",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One step through the file; `value` is a control word's number, None where it has none."""

    kind: Literal["open", "close", "word", "text"]
    text: str = ""
    value: int | None = None


@dataclass(slots=True)
class _Characters:
    """What decides how characters of a group are read: the font, and how many characters replace a Unicode one."""

    font: int | None = None
    replaced: int = 1


@dataclass(slots=True)
class _Reading:
    """How far the file is read: character sets of the fonts, and characters still to be passed over."""

    charsets: dict[int, int] = field(default_factory=dict)
    codepage: str = "cp1252"
    passing: int = 0
    pending: bytearray = field(default_factory=bytearray)
    stack: list[_Characters] = field(default_factory=lambda: [_Characters()])

    def byte(self, value: int) -> None:
        """A byte of a character, unless it stands for a Unicode character that was told."""
        if self.passing:
            self.passing -= 1
        else:
            self.pending.append(value)

    def decoded(self) -> str:
        """The bytes that were read and not yet told, as characters."""
        data, self.pending = bytes(self.pending), bytearray()
        charset = self.charsets.get(self.stack[-1].font or 0)
        if charset == _SYMBOL_CHARSET:
            # Symbol fonts have no letters; bullets are what contracts use them for.
            return "".join("•" if byte in (0xB7, 0xA7, 0xA8, 0xD8) else chr(0xF000 + byte) for byte in data)
        return data.decode(_CHARSETS.get(charset or 0, self.codepage), errors="replace")


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file, its binary data left out; control symbols are words of one character."""
    source = data.decode("latin-1")
    reading = _Reading()
    position = 0
    while match := _TOKEN.match(source, position):
        position = match.end()
        if match["hex"]:
            reading.byte(int(match["hex"], 16))
            continue
        if reading.pending:
            yield Token("text", reading.decoded())
        if match["text"]:
            yield from _text(match["text"], reading)
        elif match["brace"]:
            reading.passing = 0
            yield _brace(match["brace"], reading)
        elif match["word"]:
            value = int(match["value"]) if match["value"] else None
            if match["word"] == "bin":
                position += max(value or 0, 0)
            else:
                yield from _word(match["word"], value, reading)
        elif match["symbol"]:
            yield from _symbol(match["symbol"], reading)
    if reading.pending:
        yield Token("text", reading.decoded())


def _text(text: str, reading: _Reading) -> Iterator[Token]:
    shown = text[reading.passing :]
    reading.passing = max(reading.passing - len(text), 0)
    if shown:
        reading.pending.extend(shown.encode("latin-1"))
        yield Token("text", reading.decoded())


def _brace(brace: str, reading: _Reading) -> Token:
    if brace == "{":
        reading.stack.append(replace(reading.stack[-1]))
        return Token("open")
    if len(reading.stack) > 1:
        reading.stack.pop()
    return Token("close")


def _symbol(symbol: str, reading: _Reading) -> Iterator[Token]:
    if reading.passing:
        reading.passing -= 1
    elif symbol in ("\r", "\n"):
        yield Token("word", "par")
    elif symbol in _SYMBOLS:
        yield Token("text", _SYMBOLS[symbol])
    else:
        yield Token("word", symbol)


def _word(word: str, value: int | None, reading: _Reading) -> Iterator[Token]:
    current = reading.stack[-1]
    if word == "u" and value is not None:
        reading.passing = current.replaced
        if -0x8000 <= value < 0x10000:
            yield Token("text", chr(value % 0x10000))
    elif reading.passing and word in _SYMBOLS:
        reading.passing -= 1
    elif word in _SYMBOLS:
        yield Token("text", _SYMBOLS[word])
    elif word == "uc":
        current.replaced = min(max(value or 0, 0), 10)
    elif word == "ansicpg" and value:
        reading.codepage = _known(f"cp{value}")
    elif word == "mac":
        reading.codepage = "mac_roman"
    elif word == "fcharset" and current.font is not None:
        reading.charsets[current.font] = value or 0
    elif word == "f" and value is not None:
        current.font = value
    elif word == "plain":
        current.font = None
        yield Token("word", word, value)
    else:
        yield Token("word", word, value)


def _known(codepage: str) -> str:
    try:
        b"".decode(codepage)
    except LookupError:
        return "cp1252"
    return "utf-8" if codepage == "cp65001" else codepage
