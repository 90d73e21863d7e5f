from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.extract.clauses.windows import overlapping_windows


@given(
    n_tokens=st.integers(0, 2000),
    size=st.integers(2, 300),
    data=st.data(),
)
def test_windows_cover_every_token_and_none_lies_in_another(n_tokens: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size - 1))
    windows = list(overlapping_windows(n_tokens, size=size, overlap=overlap))
    assert {token for w in windows for token in range(w.start, w.end)} == set(range(n_tokens))
    assert all(0 < w.end - w.start <= size and len(w.weights) == w.end - w.start for w in windows)
    assert all(one.end < other.end and other.start <= one.end for one, other in pairwise(windows))
    assert all((w.weights > 0).all() for w in windows)


def test_a_token_counts_more_where_it_has_context() -> None:
    first, second = list(overlapping_windows(16, size=10, overlap=4))
    assert (first.start, first.end, second.start, second.end) == (0, 10, 6, 16)
    assert list(first.weights[6:]) == [4, 3, 2, 1]
    assert list(second.weights[:4]) == [1, 2, 3, 4]


def test_nothing_is_missing_where_the_text_ends() -> None:
    (only,) = overlapping_windows(5, size=10, overlap=4)
    assert len(set(only.weights)) == 1


def test_an_overlap_as_wide_as_the_window_is_refused() -> None:
    with pytest.raises(ValueError, match="smaller than the window"):
        list(overlapping_windows(10, size=4, overlap=4))
