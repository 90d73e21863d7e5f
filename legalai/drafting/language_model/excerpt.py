"""The part of a long contract that a model is given: the paragraphs of the quotes, then what stands round them."""

from collections.abc import Iterable, Iterator, Sequence

from legalai.schema import Block

# A cautious count: English contracts have a little over four characters to a token, other languages fewer.
_CHARACTERS_PER_TOKEN = 3
_MARK_CHARACTERS = 48


def estimated_tokens(text: str) -> int:
    """How many tokens a text may have at most with the usual tokenizers, by its length."""
    return -(-len(text) // _CHARACTERS_PER_TOKEN)


def excerpt(text: str, blocks: Sequence[Block], wanted: Iterable[tuple[int, int]], *, budget_tokens: int) -> str:
    """The wanted spans of a contract with the paragraphs round them, in the order of the text, gaps marked.

    `wanted` are offsets into the text, what matters most first. The whole text where it fits. A paragraph that is too
    long for what is left is cut round the wanted span; one whose turn comes too late is left out.
    """
    room = budget_tokens * _CHARACTERS_PER_TOKEN
    if len(text) <= room:
        return text
    spans = [(max(0, start), min(end, len(text))) for start, end in wanted]
    # The marks of the gap before the first piece and of that after it are paid for in advance.
    chosen, room = _wanted(text, blocks, spans, room - _MARK_CHARACTERS)
    edge = sorted(chosen)
    room = _headings(blocks, chosen, room)
    _neighbours(blocks, edge, chosen, room)
    return _told(text, blocks, chosen)


def _wanted(
    text: str, blocks: Sequence[Block], spans: Sequence[tuple[int, int]], room: int
) -> tuple[dict[int, tuple[int, int]], int]:
    """What of each block is taken, by its place, and the room that is left."""
    chosen: dict[int, tuple[int, int]] = {}
    for start, end in spans:
        for place in _overlapping(blocks, start, end):
            if place in chosen:
                continue
            block = blocks[place]
            left = room - _MARK_CHARACTERS
            if left <= 0:
                return chosen, room
            first, last = _cut(text, block, max(start, block.start), min(end, block.end), left)
            chosen[place] = (first, last)
            room -= last - first + _MARK_CHARACTERS
    return chosen, room


def _overlapping(blocks: Sequence[Block], start: int, end: int) -> Iterator[int]:
    return (place for place, block in enumerate(blocks) if block.start < end and start < block.end)


def _cut(text: str, block: Block, start: int, end: int, room: int) -> tuple[int, int]:
    """A block, or as much of it round a span as there is room for, at the edges of words."""
    if block.end - block.start <= room:
        return block.start, block.end
    spare = room - (end - start)
    if spare <= 0:
        return start, start + room
    first = max(block.start, min(start - spare // 2, block.end - room))
    last = min(block.end, first + room)
    while first > block.start and first < start and not text[first - 1].isspace():
        first += 1
    while last < block.end and last > end and not text[last].isspace():
        last -= 1
    return first, last


def _headings(blocks: Sequence[Block], chosen: dict[int, tuple[int, int]], room: int) -> int:
    """Take the heading above each paragraph that was taken; what is left of the room."""
    for place in sorted(chosen):
        above = next((each for each in range(place - 1, -1, -1) if blocks[each].kind == "heading"), None)
        if above is not None:
            room = _take(blocks, chosen, above, room)
    return room


def _neighbours(blocks: Sequence[Block], edge: list[int], chosen: dict[int, tuple[int, int]], room: int) -> None:
    """Take what stands next to the paragraphs at the edge, one step further each time, while there is room."""
    while edge and room > _MARK_CHARACTERS:
        further: list[int] = []
        for place in edge:
            for beside in (place + 1, place - 1):
                if 0 <= beside < len(blocks) and beside not in chosen:
                    room = _take(blocks, chosen, beside, room)
                    if beside in chosen:
                        further.append(beside)
        edge = further


def _take(blocks: Sequence[Block], chosen: dict[int, tuple[int, int]], place: int, room: int) -> int:
    block = blocks[place]
    cost = block.end - block.start + _MARK_CHARACTERS
    if place in chosen or cost > room:
        return room
    chosen[place] = (block.start, block.end)
    return room - cost


def _told(text: str, blocks: Sequence[Block], chosen: dict[int, tuple[int, int]]) -> str:
    pieces: list[str] = []
    before = -1
    for place in sorted(chosen):
        start, end = chosen[place]
        if place > before + 1:
            pieces.append(_gap(place - before - 1))
        head = "" if start == blocks[place].start else "[...] "
        tail = "" if end == blocks[place].end else " [...]"
        pieces.append(f"{head}{text[start:end]}{tail}")
        before = place
    if before + 1 < len(blocks):
        pieces.append(_gap(len(blocks) - before - 1))
    return "\n".join(pieces)


def _gap(paragraphs: int) -> str:
    return f"[{paragraphs} paragraph{'' if paragraphs == 1 else 's'} left out here]"
