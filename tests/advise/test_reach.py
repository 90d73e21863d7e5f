"""What a sentence says of one matter stands near together; what is found outside of a clause of its kind is checked."""

from dataclasses import replace

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_positions
from legalai.advise.nearness import REACH, near
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.advise.triggering import holds
from legalai.playbook import load_playbook
from legalai.triggers import Trigger
from tests.advise.builders import contract_of, document_of, party, saas

OPENING = 'This Agreement is between Alder Works Ltd (the "Provider") and Birch Stores Ltd (the "Client").\n'


def reading_of(sentence: str) -> Reading:
    document = document_of(OPENING + sentence)
    parties = (party(OPENING, "Alder Works Ltd", "Provider"), party(OPENING, "Birch Stores Ltd", "Client"))
    contract = contract_of(document, parties=parties)
    return Reading(document, contract, take_side(contract, "Client"))


@pytest.mark.parametrize(("between", "together"), [(REACH - 40, True), (REACH + 40, False)])
def test_words_far_apart_in_a_long_sentence_say_nothing_of_each_other(between: int, together: bool) -> None:
    words = "the fee " + "x" * between + " may rise " + "y" * REACH
    assert near([words], [["fee"], ["may rise"]]) is together


def test_a_word_said_again_counts_where_it_is_near() -> None:
    words = "the fee " + "x" * REACH + " the fee may rise " + "y" * REACH
    assert near([words], [["fee"], ["rise"]])


def test_what_is_found_in_one_way_of_saying_it_stands_beside_what_is_found_in_another() -> None:
    filling = "x" * REACH
    assert near([f"acorn may end this {filling}", f"supplier may end this {filling}"], [["supplier"], ["acorn"]])


@pytest.mark.parametrize(("filling", "found"), [("on notice ", True), ("on such terms as it sees fit " * 15, False)])
def test_a_trigger_is_met_by_words_that_stand_together(filling: str, found: bool) -> None:
    reading = reading_of(f"The Provider may {filling}and at any hour of the day vary the menu.")
    assert (
        holds(Trigger.model_validate({"passage": ["supplier may"], "mentions": ["menu"]}), reading) is not None
    ) is found


@pytest.mark.parametrize(
    ("sentence", "view", "mutual"),
    [
        ("Each of the Provider and the Client may end this Agreement.", "both", True),
        ("Neither the Client nor the Provider shall hire the other's people.", "both", True),
        ("The Provider or the Client may end this Agreement.", "both", True),
        ("Work that belongs to the Client and to the Provider may be shown.", "them", False),
        ("The Provider may end this Agreement.", "them", False),
    ],
)
def test_both_sides_named_together_are_the_parties(sentence: str, view: str, mutual: bool) -> None:
    reading = reading_of(sentence)
    cited = reading.places.cite(len(OPENING), len(OPENING) + len(sentence))
    assert reading.party(cited) == view
    assert reading.holds(cited.text, ("either party", "neither party", "both parties")) is mutual


@pytest.mark.parametrize(("modal", "found"), [("may", True), ("may not", False)])
def test_a_power_that_is_denied_is_none(modal: str, found: bool) -> None:
    sentence = f"The Provider {modal} vary the menu."
    assert reading_of(sentence).holds(sentence, ("supplier may",)) is found


def test_a_finding_outside_of_a_clause_of_its_kind_is_to_be_checked_and_never_grave() -> None:
    document, contract = saas()
    playbook = load_playbook("customer")

    def one_way_exit(clauses: tuple[str, ...]) -> tuple[str, bool]:
        kept = tuple(clause for clause in contract.clauses if clause.type in clauses)
        changed = replace(contract, clauses=kept)
        found = raised_positions(Reading(document, changed, take_side(changed, "Customer")), playbook, None)
        raised = next(each for each in found if each.source.id == "one-way-exit")
        return raised.severity, raised.to_check

    assert one_way_exit(("Termination For Convenience",)) == ("high", False)
    assert one_way_exit(()) == ("medium", True)


def test_of_two_points_alike_the_surer_goes_first() -> None:
    document, contract = saas()
    reading = Reading(document, contract, take_side(contract, "Customer"))
    points = proposals(reading, raised_positions(reading, load_playbook("customer"), None), [], lambda words: words)
    unsure = [each.raised.to_check for each in points if each.raised.severity == "medium"]
    assert len(set(unsure)) > 1
    assert unsure == sorted(unsure)
