"""Token windows: how a text of any length is cut for an encoder that reads 256 tokens at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Tokens of context on one side beyond which more of it says nothing new.
_ENOUGH = 64


@dataclass(frozen=True, slots=True)
class TokenWindow:
    """Tokens [start, end) of a text, of `of` tokens in all. Offsets: token indices of the whole text, half-open."""

    start: int
    end: int
    of: int

    @property
    def weights(self) -> NDArray[np.float32]:
        """How much the window's word counts for each of its tokens: the more, the more context is on both sides.

        Where the text itself begins or ends nothing is missing. Shapes: result [end - start].
        """
        at = np.arange(self.end - self.start)
        before = at + 1 if self.start else np.full_like(at, _ENOUGH)
        behind = at[::-1] + 1 if self.end < self.of else np.full_like(at, _ENOUGH)
        return np.minimum(np.minimum(before, behind), _ENOUGH).astype(np.float32)


def overlapping_windows(n_tokens: int, *, size: int, overlap: int) -> Iterator[TokenWindow]:
    """Cover a text with windows of `size` tokens, each sharing `overlap` tokens with the one before."""
    if not 0 <= overlap < size:
        raise ValueError(f"overlap {overlap} must be at least 0 and smaller than the window of {size} tokens")
    for start in range(0, max(n_tokens - overlap, min(n_tokens, 1)), size - overlap):
        yield TokenWindow(start, min(start + size, n_tokens), n_tokens)
