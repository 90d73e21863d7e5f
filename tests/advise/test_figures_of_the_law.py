"""Figures that change, in what a review says: with their days in prose, alone in the words of a contract."""

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.reading import Reading
from legalai.advise.write import Desk
from legalai.drafting.offline import OfflineDrafter
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, saas

PACKS = Packs(pack_folders())
SHORT = "\n9. Claims. No action may be brought more than six (6) months after the cause of action arose.\n"


def desk(pack_id: str, text: str = SAAS) -> Desk:
    document, contract = saas(text)
    choice = Choice(PACKS, PACKS.load(pack_id), "")
    return Desk.open(Reading(document, contract, take_side(contract, None)), choice, OfflineDrafter())


def test_words_to_propose_carry_a_figure_by_its_name() -> None:
    words = desk("fr").briefing.render("A lump sum of {{ rate.fr_recovery_sum }} is due.")
    assert words == "A lump sum of EUR 40 is due."


def test_an_assumption_tells_its_figure_with_its_days() -> None:
    texas = desk("us-tx", SAAS + SHORT)
    choice = Choice(PACKS, PACKS.load("us-tx"), "")
    found = raised_rules(texas.reading, choice, ("limitation",)).rules
    finding = next(texas.law_finding(each) for each in found if each.source.id == "us-tx-11")
    assert finding is not None
    assert any("business from $500,000 (since " in each for each in finding.assumptions)
