"""Of a long contract a model is given what the cited clause says and what qualifies it, before what stands round it."""

from dataclasses import replace

import pytest

from legalai.advise import choose_jurisdiction, render_prompt
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from legalai.schema import Qualification
from tests.advise.builders import SAAS, saas

EXCEPTION = "Despite clause 3.2, nothing renews in a year in which Vendor has raised its fees."
RULES = "".join(
    f"{n}.1 The parties keep book {n} of the depot in good order, with a plan of the yard and its lamps.\n"
    for n in range(20, 400)
)
TEXT = f"{SAAS}{RULES}400.1 {EXCEPTION}\n"


def prompt(*, linked: bool) -> str:
    document, contract = saas(TEXT)
    start = TEXT.index(EXCEPTION)
    exception = Qualification(
        text=EXCEPTION, start=start, end=start + len(EXCEPTION), kind="exception", reach="reverse", cue="Despite"
    )
    if linked:
        renewal = next(each for each in contract.clauses if each.type == "Renewal Term")
        others = tuple(each for each in contract.clauses if each is not renewal)
        contract = replace(contract, clauses=(*others, replace(renewal, qualifications=(exception,))))
    choice = choose_jurisdiction(Packs(pack_folders()), contract)
    return render_prompt(
        document, contract, choice=choice, task="findings", focus="renewal", acting_for="Customer"
    ).prompt


@pytest.mark.parametrize("linked", [True, False])
def test_an_exception_far_from_the_clause_is_given_where_it_speaks_of_it(
    linked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEGALAI_LLM_CONTRACT_TOKENS", "1000")
    assert (EXCEPTION in prompt(linked=linked)) is linked
