"""Pictures that stand in a text: read by OCR where an engine is on this machine, and told where they are not.

They are those of word processors' files; the pictures of a PDF are read with the pages they stand on.
"""

import tempfile
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from legalai.errors import InputError
from legalai.ingest.confined import ConfinedReader
from legalai.ingest.language import language_of
from legalai.ingest.ocr.bundle import BundleReader, Cropped, unreadable_pages, write_bundle
from legalai.ingest.ocr.engines import ENGINES_TO_INSTALL, find_engine
from legalai.ingest.pieces import Paragraph, paragraphs_in
from legalai.schema import Document, Issue

# Square centimetres. A smaller picture is a logo, a seal or a signature; one not much larger may be, so that nothing is
# said where no words are found in it: from a twelfth of a page on it is.
LEAST_AREA = 20.0
_LARGE_AREA = 50.0
_MOST_PICTURES = 500
_FEWEST_WORDS, _FEWEST_IN_A_ROW = 6, 2

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture of a text: its file, None where it is not held; the square centimetres it takes; what is cut off."""

    data: bytes | None
    area: float
    cut: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class PicturesRead(Generic[Key]):
    """The paragraphs of those that show text, what is to be told, and how many large ones nothing here reads."""

    paragraphs: Mapping[Key, tuple[Paragraph, ...]] = field(default_factory=dict[Key, tuple[Paragraph, ...]])
    issues: tuple[Issue, ...] = ()
    unread: int = 0


def read_pictures(name: str, pictures: Mapping[Key, Placed]) -> PicturesRead[Key]:
    """What the pictures of a file say, each by its key."""
    wanted = {key: each for key, each in pictures.items() if each.area >= LEAST_AREA}
    if not wanted:
        return PicturesRead()
    large = {key for key, each in wanted.items() if each.area >= _LARGE_AREA}
    engine = find_engine()
    if engine is None:
        return PicturesRead(
            issues=_unread(name, len(large), f"; if they show text, {ENGINES_TO_INSTALL}"), unread=len(large)
        )
    held = {key: Cropped(each.data, each.cut) for key, each in wanted.items() if each.data is not None}
    found = _read_bundle(name, dict(list(held.items())[:_MOST_PICTURES]))
    read = {key: paragraphs for key, paragraphs in found.paragraphs.items() if _is_language(paragraphs)}
    wordless = len([key for key in large if key not in read and key in found.opened])
    unread = len(large - read.keys()) - wordless
    issues = (
        *_read_by(name, engine.name, len(read), found.issues),
        *_unread(name, unread, ", as they cannot be opened here or are not in the file"),
        *_wordless(name, engine.name, wordless),
    )
    return PicturesRead(read, issues, unread)


def _read_by(name: str, engine: str, count: int, issues: Sequence[Issue]) -> Iterator[Issue]:
    """What is told of a reading, which counts the pictures as pages: the file has none."""
    if not count:
        return
    number = f"{count} picture{'s' if count > 1 else ''} of text in"
    message = f"{number} {name} {'were' if count > 1 else 'was'} read by OCR ({engine}) in place."
    yield Issue(code="ocr", severity="info", message=message)
    for issue in issues:
        if issue.code == "ocr-poor":
            message = f"{name}: OCR is unsure of words in pictures; compare every quote from there with the picture."
            yield Issue(code="ocr-poor", severity="warning", message=message)
        elif issue.code == "ocr-language":
            yield Issue(code="ocr-language", severity="warning", message=issue.message)


def _unread(name: str, count: int, why: str) -> tuple[Issue, ...]:
    if count < 1:
        return ()
    message = f"{name} holds {_many(count)} beside the text, which were not read{why}."
    return (Issue(code="pictures-not-read", severity="warning", message=message),)


def _wordless(name: str, engine: str, count: int) -> tuple[Issue, ...]:
    if count < 1:
        return ()
    message = f"{name} holds {_many(count)} beside the text in which {engine} finds no words."
    return (Issue(code="pictures-not-read", severity="info", message=message),)


def _many(count: int) -> str:
    return f"{count} large picture{'s' if count > 1 else ''}"


@dataclass(frozen=True, slots=True)
class _Found(Generic[Key]):
    """What was read of some pictures, those that could be opened, and the issues of the reading."""

    paragraphs: Mapping[Key, tuple[Paragraph, ...]]
    opened: frozenset[Key]
    issues: tuple[Issue, ...] = ()


def _read_bundle(name: str, bundle: Mapping[Key, Cropped]) -> _Found[Key]:
    if not bundle:
        return _Found({}, frozenset())
    keys = tuple(bundle)
    with tempfile.TemporaryDirectory(prefix="legalai-") as folder:
        path = Path(folder) / name
        write_bundle(path, list(bundle.values()))
        try:
            document = ConfinedReader(BundleReader).read(path)
        except InputError:  # one of them takes too long or too much memory
            return _Found({}, frozenset())
    unreadable = unreadable_pages(document)
    opened = frozenset(key for page, key in enumerate(keys, start=1) if page not in unreadable)
    return _Found(_by_picture(document, keys), opened, document.issues)


def _by_picture(document: Document, keys: Sequence[Key]) -> dict[Key, tuple[Paragraph, ...]]:
    """The paragraphs of a bundle by the picture each begins on."""
    found: dict[Key, list[Paragraph]] = {}
    for block, paragraph in zip(document.blocks, paragraphs_in(document), strict=True):
        page = document.text_map.page(block.start)
        found.setdefault(keys[(page or 1) - 1], []).append(paragraph)
    return {key: tuple(paragraphs) for key, paragraphs in found.items()}


def _is_language(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether they are words: a photograph is read as a few odd letters."""
    text = "\n".join("".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs)
    lines = [line.split() for line in text.split("\n")]
    words = [[word for word in line if _is_word(word)] for line in lines]
    # Two letters are a word of some language by chance.
    if language_of(" ".join(word for line in words for word in line)) != "und":
        return True
    in_rows = sum(len(line) for line in words if len(line) > _FEWEST_IN_A_ROW)
    return sum(map(len, words)) >= _FEWEST_WORDS and 2 * in_rows > sum(map(len, lines))


def _is_word(word: str) -> bool:
    return sum(map(str.isalpha, word)) > 2 or sum(map(str.isdigit, word)) > 1
