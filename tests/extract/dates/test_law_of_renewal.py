"""Which law may stand against a renewal: by what the contract is about, not by a word in passing."""

import pytest

from tests.extract.dates.key_dates_reader import OPENING, read

RENEWS = (
    "This Agreement has a term of one year and renews for successive periods of one year unless either party gives "
    "sixty days' notice before the end of the current term."
)
SERVICE, GOODS, PREMISES = "5-903", "5-901", "5-905"


def law_told(about: str, law: str) -> str:
    found = read(OPENING, about, RENEWS, jurisdiction=law)
    told = {clock.enforceability for clock in found.clocks if clock.enforceability}
    return told.pop() if told else ""


@pytest.mark.parametrize(
    ("about", "section"),
    [
        ("Acme will maintain and repair the lifts in Widget's stores.", SERVICE),
        ("Acme shall clean the offices each evening and collect the waste.", SERVICE),
        ("This is an agreement for janitorial services.", SERVICE),
        ("Acme provides preventive maintenance of all boilers on the site.", SERVICE),
        ("Acme agrees to service the alarms twice a year.", SERVICE),
        ("Acme leases two copiers to Widget.", GOODS),
        ("Acme rents trucks to Widget by the month.", GOODS),
        ("This Equipment Lease is for the machines listed below.", GOODS),
        ("The Landlord lets the third floor of the building.", PREMISES),
        ("This lease is of a warehouse in Troy.", PREMISES),
    ],
)
def test_new_york(about: str, section: str) -> None:
    assert section in law_told(about, "us-ny")


def test_a_duty_of_service_counts_wherever_it_stands() -> None:
    far = ("Each party keeps its own records of the work done. " * 80, "Acme shall service and repair the boilers.")
    found = read(OPENING, *far, RENEWS, jurisdiction="us-ny")
    assert any(SERVICE in (clock.enforceability or "") for clock in found.clocks)


@pytest.mark.parametrize(
    "about",
    [
        "Licensee shall maintain insurance of one million dollars and maintain complete records.",
        "Customer shall maintain the equipment on which it uses the programs.",
        "The rights granted are maintained for the whole term.",
        "Goods that fail under the warranty are repaired or replaced.",
        "The platform is multi-tenant.",
    ],
)
def test_new_york_has_nothing_to_say(about: str) -> None:
    assert law_told(about, "us-ny") == ""


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("The customer is a consumer.", True),
        ("A membership may be used by one person.", True),
        ("The terms and conditions of this Agreement bind both companies.", False),
        ("These general terms apply between companies and not to consumers.", False),
        ("Fees follow the consumer price index.", False),
    ],
)
def test_germany_protects_consumers(about: str, told: bool) -> None:
    assert ("309" in law_told(about, "de")) == told
