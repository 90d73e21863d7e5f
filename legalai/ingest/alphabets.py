"""The letters that lists count with, and those that begin names and sentences."""

LATIN = "abcdefghijklmnopqrstuvwxyz"
# As lists count: without the letters that begin no Russian word, and with one sigma.
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
GREEK = "αβγδεζηθικλμνξοπρστυφχψω"
CAPITALS = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
"""The capitals of the Latin, Greek and Cyrillic scripts."""

_ALPHABETS = (LATIN, RUSSIAN, GREEK)


def letter_value(text: str) -> int | None:
    """The place of a small letter in its row: a is 1, z 26, aa 27, bb 28; None for other words."""
    if len(set(text)) != 1:
        return None
    alphabet = next((each for each in _ALPHABETS if text[0] in each), None)
    return None if alphabet is None else (len(text) - 1) * len(alphabet) + alphabet.index(text[0]) + 1


def first_letter(text: str) -> str:
    """The letter that the row of a small letter begins with: "a" in each of the alphabets."""
    return next((each[0] for each in _ALPHABETS if text[:1] in each), LATIN[0])
