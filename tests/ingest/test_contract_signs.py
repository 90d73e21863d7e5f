"""Which texts look like contracts: no contract may be lost, whoever wrote it."""

import pytest

from legalai.ingest.contract_signs import contract_signs

CONTRACTS = (
    "I, Tom Reed, owe Ann Vale GBP 500 and will pay it back by 1 June 2027.",
    "PURCHASE ORDER 4411\nVendor: Quarrel Ltd\n10 chairs at 40.00\nNet 30",
    "Each of us keeps what the other tells us secret for five years and gives it back when asked.",
    "I appoint Ann Vale my attorney to sell my car and to receive the price.",
    "Licence. You may install the program on one computer. You may not rent or lend it.",
    "In consideration of $10, the owner gives the buyer an option on the lot until 1 May 2028.",
    "Ich leihe Tom Reed 500 Euro. Er zahlt sie bis zum 1. Juni 2027 zurück.",
    "Contrat de vente. M. Durand vend à Mme Petit sa voiture pour le prix de 5 000 euros.",
    "Contrato de compraventa. Don Juan vende a doña Ana su coche por 5.000 euros.",
    "Contratto di vendita. Il signor Rossi vende alla signora Bianchi la propria auto.",
    "Koopovereenkomst. De heer Jansen verkoopt aan mevrouw De Vries zijn auto.",
    "Umowa sprzedaży. Jan Nowak sprzedaje Annie Kowalskiej samochód za cenę 5000 zł.",
    "Contrato de compra e venda. O senhor Silva vende à senhora Costa o seu carro.",
    "Köpekontrakt. Herr Berg säljer till fru Lund sin bil för 50 000 kronor.",
    "Leiekontrakt. Utleier leier ut boligen. Husleien er 9000 kroner i måneden.",
)
OF_OTHER_SCRIPTS = ("Договор купли-продажи. Иванов продает автомобиль.", "买卖合同。甲方将汽车出售给乙方。")
NOTES = (
    "hello",
    "- buy milk\n- call Ann\n- book the room for Monday",
    "# Pixel\n\nDraws pixels.\n\n```\nthis agreement shall bind the parties\n```\n\nCall `pay()` and run the tests.",
    "Minutes of Monday. Present: Ann, Tom. Tom will call the plumber. The next meeting is on Friday at ten.",
    "Bitte morgen den Drucker anrufen und Papier kaufen. Anna kommt um zehn.",
    "Penser à acheter du pain et à rappeler le plombier demain matin avant dix heures.",
)


@pytest.mark.parametrize("text", [*CONTRACTS, *OF_OTHER_SCRIPTS])
def test_a_contract_of_a_few_words_shows_itself(text: str) -> None:
    assert contract_signs(text) > 0


@pytest.mark.parametrize("text", NOTES)
def test_a_note_does_not(text: str) -> None:
    assert contract_signs(text) == 0


def test_a_long_text_in_no_language_we_know_may_be_anything() -> None:
    assert contract_signs("kila mkataba una pande mbili ambazo zinakubaliana kuhusu bei " * 10) == 2


def test_numbered_clauses_are_a_sign() -> None:
    text = "1. Goods\n1.1 Tea comes in bags.\n1.2 Ink comes in jars.\n2. Days\n2.1 Monday is for tea."
    assert contract_signs(text) == 1
