"""A notice for not paying is no time to pay."""

import pytest

from tests.extract.dates.key_dates_reader import OPENING, read


@pytest.mark.parametrize(
    ("text", "notice", "time"),
    [
        ("Acme may terminate this Agreement on ten days' notice if Widget fails to pay.", "10 days", []),
        ("If Widget fails to pay, Acme may end this Agreement by giving fourteen days' notice.", "14 days", []),
        ("Either party may terminate this Agreement if the other fails to pay within ten days.", None, ["10 days"]),
        (
            "Acme may end this Agreement on 30 days' notice if Widget fails to pay within ten days of a reminder.",
            "30 days",
            ["10 days"],
        ),
    ],
)
def test_notice_and_time_to_pay(text: str, notice: str | None, time: list[str]) -> None:
    (clock,) = read(OPENING, text).clocks
    period = clock.notice.period
    assert (period.in_words if period else None) == notice
    assert [step.result for step in clock.proof if step.step == "time to cure"] == time
