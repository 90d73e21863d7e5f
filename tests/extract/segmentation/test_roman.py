"""Roman numbers and their values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.extract.segmentation.roman import numeral, roman


@given(st.integers(1, 399))
def test_a_value_is_read_back(value: int) -> None:
    assert roman(numeral(value)) == roman(numeral(value).upper()) == value


@pytest.mark.parametrize("text", ["", "iiii", "ic", "abc", "vv"])
def test_other_letters_are_no_number(text: str) -> None:
    assert roman(text) is None
