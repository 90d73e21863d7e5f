"""An item of a list is read behind the words that open the list."""

from legalai.advise.acting_for import take_side
from legalai.advise.reading import Reading
from legalai.advise.triggering import holds
from legalai.ingest.text import document_of
from legalai.triggers import Trigger
from tests.advise.builders import contract_of, party

SIDES = 'This Agreement is made between Alder Systems Ltd (the "Supplier") and Birch Holdings Ltd (the "Customer").\n'
LIST = (
    "4. Default\n"
    "4.1 On default the Supplier may, without demand:\n"
    "(a) enter the premises;\n"
    "(b) take one of these steps:\n"
    "(i) sell the goods, or\n"
    "(ii) store the goods.\n"
    "4.2 Goods are stored in a dry place.\n"
)


def reading(text: str) -> Reading:
    document = document_of(SIDES + text, name="lease.txt")
    supplier = party(document.text, "Alder Systems Ltd", "Supplier")
    customer = party(document.text, "Birch Holdings Ltd", "Customer")
    contract = contract_of(document, parties=(supplier, customer))
    return Reading(document, contract, take_side(contract, "Customer"))


def found(text: str, **keys: tuple[str, ...]) -> list[str]:
    match = holds(Trigger(**keys), reading(text))
    return [each.text for each in match.subjects] if match is not None else []


def test_an_item_without_a_verb_of_its_own_is_an_act_of_whom_the_list_names() -> None:
    assert found(LIST, passage=("enter the premises",), mentions=("supplier may",)) == ["enter the premises;"]
    assert found(LIST, passage=("enter the premises",), party=("them",)) == ["enter the premises;"]


def test_a_list_in_a_list_is_read_behind_both() -> None:
    assert found(LIST, passage=("sell the goods",), about=("without demand",)) == ["sell the goods, or"]


def test_what_follows_the_list_is_no_item() -> None:
    assert found(LIST, passage=("goods are stored",), mentions=("supplier may",)) == []


def test_what_the_opening_words_say_alone_is_said_once() -> None:
    assert found(LIST, passage=("without demand",), about=("default",)) == [
        "On default the Supplier may, without demand:"
    ]


def test_an_exception_of_the_opening_words_holds_for_each_item() -> None:
    text = "4.1 Unless the Customer pays, the Supplier may:\n(a) enter the premises.\n"
    assert found(text, passage=("enter the premises",)) == ["enter the premises."]
    assert found(text, passage=("enter the premises",), without=("unless",)) == []


def test_what_a_clause_leaves_out_is_no_act() -> None:
    text = "4.1 This does not apply to what the Customer can show:\n(a) to be free of any duty, as it remains public.\n"
    assert found(text, passage=("free of any duty",), about=("customer can",)) == []
