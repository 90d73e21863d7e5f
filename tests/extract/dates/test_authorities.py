"""A step whose rule comes from law names it, with where it is found and as of which day."""

from datetime import date
from typing import Any

import pytest

from legalai.export.json import adapter
from legalai.schema import KeyDates
from tests.extract.dates.test_clocks import TERM, read

BGB = "https://www.gesetze-im-internet.de/bgb"
NEW_YORK = "https://www.nysenate.gov/legislation/laws"


def steps_of(notice: str, law: str, *texts: str) -> list[dict[str, Any]]:
    renewal = f"It renews automatically for one year at a time unless a party gives written notice {notice}."
    found = adapter(KeyDates).dump_python(read(*texts, TERM, renewal, law=law), mode="json")
    return [step for clock in found["clocks"] for step in clock["proof"]]


@pytest.mark.parametrize(
    ("law", "notice", "step", "authorities"),
    [
        (
            "de",
            "at least three months before the end of the term",
            "notice deadline",
            {"BGB s. 187": f"{BGB}/__187.html", "BGB s. 188": f"{BGB}/__188.html"},
        ),
        ("de", "at least three months before the end of the term", "send by", {"BGB s. 130": f"{BGB}/__130.html"}),
        (
            "us-ny",
            "at least three months before the end of the term",
            "notice deadline",
            {"N.Y. Gen. Constr. Law 30": f"{NEW_YORK}/GCN/30"},
        ),
        (
            "us-ny",
            "at least 60 days before the end of the term",
            "notice deadline",
            {"N.Y. Gen. Constr. Law 20": f"{NEW_YORK}/GCN/20"},
        ),
        (
            "gb-eaw",
            "at least 60 days before the end of the term",
            "notice deadline",
            {"In re Hector Whaling [1936] Ch 208": None},
        ),
        # the words of the contract say how it is counted
        ("gb-eaw", "at least 60 clear days before the end of the term", "notice deadline", {}),
        ("us-tx", "at least 60 days before the end of the term", "notice deadline", {}),
    ],
)
def test_the_law_by_which_days_are_counted(
    law: str, notice: str, step: str, authorities: dict[str, str | None]
) -> None:
    (found,) = [each for each in steps_of(notice, law) if each["step"] == step]
    assert {each["cite"]: each["url"] for each in found["authorities"]} == authorities
    assert all(date.fromisoformat(each["as_of"]) for each in found["authorities"])


@pytest.mark.parametrize(
    ("law", "about", "cite"),
    [
        ("us-ny", "1. Supplier will maintain and repair the lifts.", "N.Y. Gen. Oblig. Law 5-903"),
        ("us-ny", "1. Landlord lets the premises under this lease to Tenant.", "N.Y. Gen. Oblig. Law 5-905"),
        ("de", "1. These general terms apply to consumers.", "BGB s. 309 Nr. 9"),
    ],
)
def test_the_law_that_may_keep_a_renewal_from_binding(law: str, about: str, cite: str) -> None:
    steps = steps_of("at least 60 days before the end of the term", law, about)
    told = [step for step in steps if step["step"] in ("enforceability", "reminder")]
    assert {each["cite"] for step in told for each in step["authorities"]} == {cite}


@pytest.mark.parametrize(
    ("about", "what"),
    [
        ("1. Supplier will maintain and repair the lifts.", "remind the customer of the renewal, for it to bind"),
        ("1. Landlord lets the premises to Tenant.", "remind the tenant of the renewal, for it to bind"),
    ],
)
def test_whom_the_law_has_reminded(about: str, what: str) -> None:
    renewal = "It renews automatically for one year at a time unless a party gives notice 60 days before it ends."
    assert what in {clock.what for clock in read(about, TERM, renewal, law="us-ny").clocks}
