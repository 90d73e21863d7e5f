"""Words as an engine sees them: one size to a line, strokes that are none, how sure a page is."""

from itertools import pairwise

import pytest

from legalai.ingest.ocr import rapid
from legalai.ingest.ocr.words import Seen, certainty, printed


def seen(text: str, left: float, top: float, bottom: float, *, line: int = 1, sure: float = 0.96) -> Seen:
    return Seen(text, left, top, left + 20.0 * len(text), bottom, sure, line)


def test_words_of_a_line_share_size_and_baseline() -> None:
    words = printed([seen("or", 0, 112, 130), seen("By", 100, 100, 138), seen("Fees", 200, 102, 131)], points=0.24)
    assert len({(word.top, word.bottom, word.size) for word in words}) == 1
    assert words[0].size == pytest.approx(10, rel=0.1)


def test_strokes_are_no_words_and_blanks_to_fill_in_are() -> None:
    words = [
        seen("|", 0, 0, 300, sure=0.4),
        seen("~", 50, 5, 9, line=2, sure=0.2),
        seen("___", 90, 20, 22, line=3, sure=0.3),
    ]
    assert [word.text for word in printed([*words, seen("By:", 0, 0, 30, line=3)], points=0.24)] == ["___", "By:"]


def test_certainty_weighs_letters() -> None:
    assert certainty([]) is None
    assert certainty([seen("a", 0, 0, 9, sure=0.0), seen("abc", 0, 0, 9, sure=1.0)]) == 0.75


def test_the_box_of_a_line_is_cut_into_words() -> None:
    box = [[100.0, 50.0], [310.0, 50.0], [310.0, 80.0], [100.0, 80.0]]
    words = list(rapid.words_of_line(1, box, "Fees are due on receipt", 0.9))
    assert [word.text for word in words] == ["Fees", "are", "due", "on", "receipt"]
    assert all(before.x1 < after.x0 for before, after in pairwise(words))
    assert (words[0].x0, words[-1].x1) == pytest.approx((100, 310))
    assert words[0].bottom - words[0].top < 30
