"""The words that changed inside a clause, with their places in both versions."""

from bisect import bisect_right
from itertools import accumulate

from legalai.redline.smallest_edit import smallest_edits
from legalai.schema import WordEdit


def word_edits(old: str, new: str) -> tuple[WordEdit, ...]:
    """What was taken out of `old` and put in, with offsets in both; spaces and kinds of quotation mark do not count."""
    # Both have the same characters outside the edits, but for white space: so places are found by counting the others.
    shown_old, shown_new = _shown(old), _shown(new)
    edits: list[WordEdit] = []
    shift = 0
    for edit in smallest_edits(old, new, near=1):
        first = shown_old[edit.start] + shift
        put = len("".join(edit.new.split()))
        shift += put - (shown_old[edit.end] - shown_old[edit.start])
        start = _place(shown_new, first)
        end = _place(shown_new, first + put - 1) + 1 if put else start
        edits.append(
            WordEdit(
                start=edit.start,
                end=edit.end,
                text=old[edit.start : edit.end],
                new_start=start,
                new_end=end,
                new_text=new[start:end],
            )
        )
    return tuple(edits)


def _shown(text: str) -> list[int]:
    """How many characters that are no white space stand before each place, the end included."""
    return [0, *accumulate(int(not each.isspace()) for each in text)]


def _place(shown: list[int], count: int) -> int:
    """The place before which exactly `count` such characters stand, at the next of them."""
    return min(bisect_right(shown, count) - 1, len(shown) - 1)
