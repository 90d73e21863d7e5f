"""The words of a model on the page while it writes."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from legalai.review import Extracted, Progress, Reviewed, ReviewRequest, Workbench
from legalai.ui import live_words
from legalai.ui.desk import Entry
from legalai.ui.live_words import LiveWords, sentence_in
from legalai.ui.reading import review
from tests.ui.builders import TODAY, FakeWorkbench


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ("", ""),
        ('{"finding": [', ""),
        ('{"finding": [{"sentence": "The cap is', "The cap is"),
        ('{"finding": [{"sentence": "The cap is low.", "cites": [1', "The cap is low."),
        ('{"a": [{"sentence": "One."}, {"sentence" : "Two', "Two"),
        (r'{"sentence": "a \"cap\" of \u20ac 5', 'a "cap" of € 5'),
        (r'{"sentence": "a cap of \u20', "a cap of u20"),
        ('{"sentence": "over\n two   lines', "over two lines"),
        ("Certainly! Here is the summary.", ""),
        ('{"sentence": "' + "word " * 100, "… " + "word " * 47 + "word"),
    ],
)
def test_the_sentence_that_is_being_written(heard: str, expected: str) -> None:
    assert sentence_in(heard) == expected


@pytest.mark.parametrize(
    "heard", ['"sentence":"' * 10_000, '"sentence":"' + "\\" * 100_001, '"sentence"' + " " * 100_000]
)
def test_hostile_words_take_no_time(heard: str) -> None:
    assert len(sentence_in(heard)) < 300


def test_words_are_no_markup_and_are_shown_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([0.1, 9.0, 9.1])
    monkeypatch.setattr(live_words, "monotonic", lambda: next(times))
    lines: list[str] = []
    words = LiveWords(cast(Any, SimpleNamespace(caption=lines.append)))
    words.hear('{"sentence": "![x](https://evil')
    assert lines == []
    words.hear(".example/y.png)")
    words.hear(" and more")
    assert lines == [r"Being written, not checked yet: \!\[x\]\(https\:\/\/evil\.example\/y\.png\)"]


class Writing(FakeWorkbench):
    """A workbench whose drafter writes two pieces."""

    def advise(
        self, extracted: Extracted, request: ReviewRequest, *, progress: Progress, words: Progress | None = None
    ) -> Reviewed:
        assert words is not None
        words("one ")
        words("two")
        return super().advise(extracted, request, progress=progress)


def test_a_review_tells_what_its_drafter_writes() -> None:
    heard: list[str] = []
    entry = Entry("id", "plain.md", b"# Agreement\n\nNothing is agreed.\n", ReviewRequest(as_of=TODAY))
    review(entry, cast(Workbench, Writing()), lambda stage: None, heard.append)
    assert entry.trouble is None
    assert "".join(heard) == "one two"
