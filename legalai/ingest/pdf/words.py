"""From the characters of a page to its words: what stands close on one baseline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from legalai.ingest.pdf.characters import Character, Frame
from legalai.ingest.pdf.letter_spacing import closed_up
from legalai.ingest.pdf.word import Word
from legalai.text_map import Box

# The gap that parts two words, in type sizes.
_WORD_GAP = 0.18
# A line of fewer gaps does not tell how tight it is set; tighter than so many type sizes none is.
_FEWEST_GAPS, _MOST_OVERLAP = 12, 0.1
# No letter is as narrow as this, in type sizes.
_SAME_PLACE = 0.12
# Letters of one word stand on one baseline, in points.
_SAME_BASE = 3.0


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word as it is read, on the page turned so that it stands upright, and its `box` on the page as shown."""

    word: Word
    box: Box
    unpainted: bool


def reading_turn(characters: Sequence[Character]) -> int:
    """By how many quarters clockwise most of a page's text stands; 0 where there is none."""
    turns = [character.style.turn for character in characters if not character.text.isspace()]
    return max(range(4), key=lambda turn: (turns.count(turn), turn == 0))


def words_of(characters: Sequence[Character], frame: Frame, turn: int) -> list[PlacedWord]:
    """The words that stand turned by `turn` quarters clockwise, by line; blanks part words and belong to none."""
    upright = [_upright(each, frame, turn) for each in characters if each.style.turn == turn]
    return [_word(group, frame, turn) for line in _lines(upright) for group in closed_up(list(_groups(line)))]


def _upright(character: Character, frame: Frame, turn: int) -> Character:
    """A character where it stands on the page turned back by `turn` quarters."""
    (width, height), (x0, top, x1, bottom) = frame.size, character[1:5]
    match turn:
        case 1:
            place = top, width - x1, bottom, width - x0
        case 2:
            place = width - x1, height - bottom, width - x0, height - top
        case 3:
            place = height - bottom, x0, height - top, x1
        case _:
            return character
    return Character(character.text, *place, character.style)


def _lines(characters: Sequence[Character]) -> Iterator[list[Character]]:
    """Characters by baseline, each line from left to right."""
    line: list[Character] = []
    for character in sorted(characters, key=lambda each: each.bottom):
        if line and character.bottom - line[-1].bottom > _SAME_BASE:
            yield sorted(line, key=lambda each: each.x0)
            line = []
        line.append(character)
    if line:
        yield sorted(line, key=lambda each: each.x0)


def _groups(line: Sequence[Character]) -> Iterator[list[Character]]:
    group: list[Character] = []
    overlap = _overlap(line)
    for character in line:
        if group and _is_again(group[-1], character):
            continue
        blank = character.text.isspace()
        if group and (blank or _is_apart(group[-1], character, overlap)):
            yield group
            group = []
        if not blank:
            group.append(character)
    if group:
        yield group


def _is_again(before: Character, after: Character) -> bool:
    """Whether a letter is printed a second time on itself, to make it bold."""
    return before.text == after.text and after.x0 - before.x0 < _SAME_PLACE * before.style.size


def _overlap(line: Sequence[Character]) -> float:
    """How far letters of a line usually stand on each other, in type sizes: a line set tight has narrow blanks too.

    Where blanks stand in the file, nobody needs to know.
    """
    if len(line) <= _FEWEST_GAPS or any(character.text.isspace() for character in line):
        return 0.0
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(line))
    return min(max(-gaps[len(gaps) // 2] / max(line[0].style.size, 1.0), 0.0), _MOST_OVERLAP)


def _is_apart(before: Character, after: Character, overlap: float) -> bool:
    gap = after.x0 - before.x1
    return gap > (_WORD_GAP - overlap) * before.style.size or abs(after.bottom - before.bottom) > _SAME_BASE


def _word(group: Sequence[Character], frame: Frame, turn: int) -> PlacedWord:
    first = group[0]
    word = Word(
        text="".join(character.text for character in group),
        x0=first.x0,
        top=min(character.top for character in group),
        x1=max(character.x1 for character in group),
        bottom=max(character.bottom for character in group),
        size=first.style.size,
        bold=first.style.bold,
    )
    unpainted = all(character.style.unpainted for character in group)
    return PlacedWord(word, _shown(word, frame, turn), unpainted)


def _shown(word: Word, frame: Frame, turn: int) -> Box:
    """The way back of `_upright`, for a word."""
    width, height = frame.size
    match turn:
        case 1:
            return Box(width - word.bottom, word.x0, width - word.top, word.x1)
        case 2:
            return Box(width - word.x1, height - word.bottom, width - word.x0, height - word.top)
        case 3:
            return Box(word.top, height - word.x1, word.bottom, height - word.x0)
        case _:
            return Box(word.x0, word.top, word.x1, word.bottom)
