"""Rates: the figure of a day, with its days and its doubt; a day without one is told, never guessed."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from legalai.drafting.pack_check import check_pack
from legalai.jurisdictions import Packs
from legalai.jurisdictions.rates import Rate, RatesFile, RateValue
from legalai.resources import pack_folders

SHIPPED = Packs(pack_folders())

FIRST = RateValue(text="11.5% a year", holds_from=date(2026, 1, 1), holds_until=date(2026, 6, 30), basis="b")
CHECKED = date(2026, 7, 2)
SECOND = RateValue(
    text="11.75% a year", holds_from=date(2026, 7, 1), holds_until=date(2026, 12, 31), basis="b", checked_on=CHECKED
)
STANDING = RateValue(text="9% a year", holds_from=date(1981, 6, 25), basis="b", checked_on=CHECKED)


@pytest.mark.parametrize(
    ("values", "day", "told"),
    [
        ((FIRST, SECOND), date(2026, 11, 22), "11.75% a year (1 July 2026 to 31 December 2026)"),
        ((FIRST, SECOND), date(2026, 6, 30), "11.5% a year (1 January 2026 to 30 June 2026, to be confirmed)"),
        (
            (FIRST, SECOND),
            date(2027, 1, 1),
            "11.75% a year (the figure of 1 July 2026 until 31 December 2026;"
            " that of 1 January 2027 is not known here)",
        ),
        ((STANDING,), date(2026, 11, 22), "9% a year (since 25 June 1981)"),
    ],
)
def test_a_rate_is_told_with_its_days(values: tuple[RateValue, ...], day: date, told: str) -> None:
    assert Rate(id="late", what="w", values=values).told(day) == told


def test_a_rate_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValidationError, match="holds_from is later"):
        RateValue(text="1%", holds_from=date(2026, 2, 1), holds_until=date(2026, 1, 1), basis="b")


def test_two_rates_of_one_name_are_refused() -> None:
    rate = Rate(id="late", what="w", values=(STANDING,))
    with pytest.raises(ValidationError, match="same id"):
        RatesFile(rates=(rate, rate))


@pytest.mark.parametrize(
    ("day", "plain"), [(date(2026, 11, 22), "11.75% a year"), (date(2027, 1, 1), "[11.75% a year]")]
)
def test_words_for_a_contract_have_the_figure_alone(day: date, plain: str) -> None:
    assert Rate(id="late", what="w", values=(FIRST, SECOND)).plain(day) == plain


@pytest.mark.parametrize("pack_id", SHIPPED.ids)
def test_every_figure_of_a_shipped_table_is_named_or_compared_with(pack_id: str) -> None:
    rules = [rule for each in SHIPPED.ids for rule in SHIPPED.load(each).profile.rules]
    said = "\n".join(rule.model_dump_json() for rule in rules)
    bounds = [each.percent_over_rate or "" for rule in rules for each in rule.when]
    compared = {each.partition("/")[0] for each in bounds}
    compared |= {fact.fails_from.rate for fact in SHIPPED.load(pack_id).facts if fact.fails_from is not None}
    unnamed = [rate.id for rate in SHIPPED.load(pack_id).chain[0].rates if f"rate.{rate.id} " not in said]
    assert not set(unnamed) - compared


RULE = """
id = "us-zz"
name = "Z"
parent = "us"
legal_system = "common_law"
language = "en"
as_of = 2026-01-01
review_by = 2027-01-01
governing_law = ["us-zz"]

[[rules]]
id = "us-zz-1"
title = "T"
focus = "payment"
clause_types = ["Payment Terms"]
effect = "void"
statement = "S."
check = "C."
party_view = "both"
in_force_from = 1990
when = [{ passage = ["interest"], percent_over_rate = "zz_ceiling/12" }]
authorities = [{ cite = "Act s.1", as_of = 2026-01-01 }]
"""
TABLE = """
[[rates]]
id = "zz_ceiling"
what = "W"
values = [{ text = "18% a year", number = 18, holds_from = 2020-01-01, basis = "b" }]
"""
CASE = """
[[cases]]
rule = "us-zz-1"
fires = %s
text = "5. Overdue sums bear interest at %s per month."
"""


@pytest.mark.parametrize(
    ("table", "said"),
    [(TABLE, None), (TABLE.replace("number = 18, ", ""), "with a number"), (TABLE.replace("zz_", "yy_"), "zz_ceiling")],
)
def test_a_figure_that_a_trigger_compares_with_needs_a_number(tmp_path: Path, table: str, said: str | None) -> None:
    folder = tmp_path / "us-zz"
    folder.mkdir()
    (folder / "profile.toml").write_text(RULE, encoding="utf-8")
    (folder / "rates.toml").write_text(table, encoding="utf-8")
    (folder / "cases.toml").write_text(CASE % ("true", "2%") + CASE % ("false", "1%"), encoding="utf-8")
    problems = check_pack(folder, SHIPPED)
    assert problems == [] if said is None else any(said in each for each in problems)
