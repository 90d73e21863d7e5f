"""Token windows: how a text of any length is cut for an encoder that reads 256 tokens at a time."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TokenWindow:
    """Tokens [start, end) of a text go in; predictions for [keep_start, keep_end) are kept.

    Offsets: token indices of the whole text, half-open. What lies between `start` and `keep_start`, or `keep_end`
    and `end`, is context that a neighbouring window predicts better.
    """

    start: int
    end: int
    keep_start: int
    keep_end: int


def overlapping_windows(n_tokens: int, *, size: int, overlap: int) -> Iterator[TokenWindow]:
    """Cover a text with windows of `size` tokens, each sharing `overlap` tokens with the one before.

    Every token is kept by exactly one window, the one in which it lies further from an edge.
    """
    if not 0 <= overlap < size:
        raise ValueError(f"overlap {overlap} must be at least 0 and smaller than the window of {size} tokens")
    start = keep_start = 0
    while keep_start < n_tokens:
        end = min(start + size, n_tokens)
        last = end == n_tokens
        keep_end = end if last else end - overlap // 2
        yield TokenWindow(start, end, keep_start, keep_end)
        start, keep_start = end - overlap, keep_end
        if last:
            return
