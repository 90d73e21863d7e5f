"""The characters that fonts of symbols show in the place of letters: ticked boxes, bullets, arrows, Greek letters."""

import re
from collections.abc import Mapping

UNKNOWN_SYMBOL = "□"
_PRIVATE = range(0xF020, 0xF100)

_WINGDINGS: Mapping[int, str] = {
    0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "☐", 0x70: "☐", 0x71: "☐", 0x72: "☐",
    0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○",
    0xA7: "▪", 0xA8: "☐", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☒",
}  # fmt: skip
_WINGDINGS_2: Mapping[int, str] = {
    0x2A: "☐", 0x2B: "☐", 0x2C: "☐", 0x30: "☐", 0x35: "☐", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☒", 0x53: "☒",
    0x54: "☒", 0x96: "·", 0x97: "•", 0x98: "●", 0x99: "●", 0xA0: "■", 0xA1: "■", 0xA2: "■", 0xA3: "☐", 0xA4: "☐",
}  # fmt: skip
_WEBDINGS: Mapping[int, str] = {0x3C: "■", 0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗", 0xFE: "☒"}
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL: Mapping[int, str] = {
    **{code: chr(code) for code in (*range(0x20, 0x40), 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D)},
    **dict(enumerate(_GREEK[0], 0x41)),
    **dict(enumerate(_GREEK[1], 0x61)),
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB5: "∝", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xD2: "®", 0xD3: "©",
    0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "·", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings2": _WINGDINGS_2, "webdings": _WEBDINGS,
          "symbol": _SYMBOL}  # fmt: skip
_DINGBATS = frozenset({"wingdings", "wingdings2", "webdings"})


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_RAISED = 3


def raised(text: str) -> str:
    """A text set above the line: a number there is an exponent or the mark of a note, and no digit of another."""
    number = text.strip()
    return text.translate(_RAISED) if number.isdecimal() and len(number) <= _MOST_RAISED else text


def is_symbol_font(font: str | None) -> bool:
    """Whether a font shows symbols in the place of letters."""
    return (font or "").strip().lower() in _FONTS


def symbol_font(name: str) -> str | None:
    """The font of symbols that a PDF names so ("ABCDEF+Wingdings-Regular"); None for other fonts."""
    plain = re.sub(r"[^a-z0-9]", "", name.rpartition("+")[2].lower()).removesuffix("mt").removesuffix("regular")
    return plain if is_symbol_font(plain) else None


def shown_symbol(code: int, font: str | None = None) -> str:
    """What a font of symbols shows for a code, its own or that of the private area; a square for one not known.

    Where the font is not told, most such codes are of Wingdings.
    """
    symbols = _FONTS.get((font or "").strip().lower(), _WINGDINGS)
    return symbols.get(code & 0xFF, UNKNOWN_SYMBOL)


def as_printed(letter: str, font: str | None) -> str:
    """What a PDF shows for a letter of its text: one that already is a symbol stays, and so do those of Greek fonts."""
    private = len(letter) == 1 and ord(letter) in _PRIVATE
    typed = font in _DINGBATS and letter.isprintable() and all(ord(char) < 0x100 for char in letter)
    return shown_symbol(ord(letter[0]), font) if private or (typed and not letter.isspace()) else letter


def as_shown(text: str, font: str | None = None) -> str:
    """A text in a font as a reader sees it, one character for each; blanks stay."""
    if is_symbol_font(font):
        return "".join(char if char.isspace() else shown_symbol(ord(char), font) for char in text)
    if not any(ord(char) in _PRIVATE for char in text):
        return text
    return "".join(shown_symbol(ord(char)) if ord(char) in _PRIVATE else char for char in text)
