"""A position that nothing but law can back: our own long time to pay is raised where a rule limits it, nowhere else."""

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, saas

LATE = SAAS.replace("within thirty (30) days", "within ninety (90) days")


def advice(jurisdiction: str) -> Advice:
    document, contract = saas(LATE)
    choice = choose_jurisdiction(Packs(pack_folders()), contract, jurisdiction)
    return advise(document, contract, choice=choice, acting_for="Customer")


@pytest.mark.parametrize("jurisdiction", ["us-ny", "us-tx", "sg"])
def test_where_no_law_limits_it_we_keep_our_time_to_pay(jurisdiction: str) -> None:
    found = advice(jurisdiction)
    assert not any(each.id.startswith("payment-long") for each in found.findings)
    assert not any(each.finding.startswith("payment-long") for each in found.points)


@pytest.mark.parametrize("jurisdiction", ["gb-eaw", "de", "fr"])
def test_where_law_limits_it_we_are_told_and_nobody_is_favoured(jurisdiction: str) -> None:
    long = next(each for each in advice(jurisdiction).findings if each.id.startswith("payment-long"))
    assert long.favours == "both"
