import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.extract.clauses.windows import overlapping_windows


@given(
    n_tokens=st.integers(0, 2000),
    size=st.integers(2, 300),
    data=st.data(),
)
def test_every_token_is_kept_once_by_a_window_that_holds_it(n_tokens: int, size: int, data: st.DataObject) -> None:
    overlap = data.draw(st.integers(0, size - 1))
    windows = list(overlapping_windows(n_tokens, size=size, overlap=overlap))
    kept = [token for w in windows for token in range(w.keep_start, w.keep_end)]
    assert kept == list(range(n_tokens))
    assert all(w.start <= w.keep_start and w.keep_end <= w.end and w.end - w.start <= size for w in windows)


def test_a_token_near_an_edge_is_kept_where_it_has_context() -> None:
    first, second = list(overlapping_windows(16, size=10, overlap=4))
    assert (first.start, first.end, first.keep_end) == (0, 10, 8)
    assert (second.start, second.end, second.keep_start) == (6, 16, 8)


def test_an_overlap_as_wide_as_the_window_is_refused() -> None:
    with pytest.raises(ValueError, match="smaller than the window"):
        list(overlapping_windows(10, size=4, overlap=4))
