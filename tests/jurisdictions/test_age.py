"""Packs grow old: what somebody has to look up is told, on the day it is due and not before."""

from datetime import date
from pathlib import Path

import pytest

from legalai.jurisdictions import load_pack, out_of_date
from tests.jurisdictions.test_packs import HEAD, pack

RATES = """
[[rates]]
id = "late"
what = "w"
values = [{ text = "9%", holds_from = 2026-01-01, holds_until = 2026-06-30, basis = "b" }]

[[rates]]
id = "standing"
what = "w"
values = [{ text = "6%", holds_from = 2020-01-01, basis = "b" }]
"""


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 6, 30), []),
        (date(2026, 7, 1), ["late: no figure for 2026-07-01; the last one known ends on 2026-06-30"]),
        (date(2019, 1, 1), ["late: no figure for 2019-01-01", "standing: no figure for 2019-01-01"]),
        (date(2027, 1, 1), ["late: no figure"]),
        (date(2027, 1, 2), ["review_by: its law was to be looked at again by 2027-01-01", "late: no figure"]),
    ],
)
def test_what_is_out_of_date(tmp_path: Path, day: date, told: list[str]) -> None:
    place = pack(tmp_path, HEAD)
    (place / "rates.toml").write_text(RATES)
    found = out_of_date(load_pack(place), day)
    assert len(found) == len(told)
    assert all(words in line for words, line in zip(told, found, strict=True))
