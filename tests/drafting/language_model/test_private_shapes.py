"""What identifies somebody besides a name: numbers, places, people named once, sums in words."""

import pytest

from legalai.drafting.language_model.redaction import redact, vocabulary
from tests.export.samples import contract

PRIVATE = [
    ("Company, registered number OC312345, acts by its partners.", "OC312345"),
    ("eingetragen im Handelsregister unter HRB 72451 in Ulm", "72451"),
    ("immatriculée sous le numéro 812 345 678 à Lyon", "812 345 678"),
    ("Its EIN is 47-7654321 and its fax is unknown.", "47-7654321"),
    ("Sort code 20-44-61, account number 53217781.", "53217781"),
    ("Sort code 20-44-61, account number 53217781.", "20-44-61"),
    ("BIC INGDDEFFXXX", "INGDDEFFXXX"),
    ("SSN: 219-09-9999", "219-09-9999"),
    ("Herr Wendt, geb. am 12.08.1961", "12.08.1961"),
    ("Unter den Eichen 90, 12205 Berlin", "Eichen"),
    ("Unter den Eichen 90, 12205 Berlin", "12205"),
    ("5 impasse du Puits, 13100 Aix", "Puits"),
    ("Keizersgracht 312, Amsterdam", "Keizersgracht"),
    ("Boston, Massachusetts 02110", "02110"),
    ("eine Million zweihunderttausend Euro", "zweihundert"),
    ("vingt-quatre mille euros", "vingt"),
    ("Rupees Four Crore Fifty Lakh only", "Crore"),
    ("85,– € je Stunde", "85"),
    ("Witness: Pia Quorn", "Quorn"),
    ("vertreten durch Annegret Stollwerth", "Stollwerth"),
    ("attention Willemijn de Haverkate / Joost Ruys", "Ruys"),
    ("Fergus Haugh and Isla Brae as partners", "Isla"),
    ("Tel. 04 72 00 11 22", "72 00"),
    ("It reports to the head of research, Peter Okonkwo, each week.", "Okonkwo"),
    ("The Chief Financial Officer, Lena Brandt, decides.", "Brandt"),
    ("its managing director Tomas Reyes signs", "Reyes"),
    ("Project lead: Aiko Tanaka", "Tanaka"),
    ("the Data Protection Officer (Ruth Adeyemi) is told", "Adeyemi"),
    ("its secretary is Owen Pryce", "Pryce"),
    ("Ms Solheim, residing at Storgata 12, Oslo", "Storgata"),
    ("Kungsgatan 4B, Stockholm", "Kungsgatan"),
    ("with its office at Vesterbrogade 101", "Vesterbrogade"),
    ("Mannerheimintie 22 A", "Mannerheim"),
    ("Via della Spiga 15, Milano", "Spiga"),
    ("Calle Mayor 7, Madrid", "Mayor"),
    ("Rua do Ouro, 88, Lisboa", "Ouro"),
    ("whose registered office is at Blackwater Point 9", "Blackwater"),
    ("living at 8 Hartsmead, Bath", "Hartsmead"),
    ("and a bonus of 10k", "10k"),
    ("It pays 2.5K at once.", "2.5K"),
    ("a fee of 3m for each year", "3m"),
    ("the price is 40 grand", "40"),
]
OPEN = [
    "Sections 10508 and 10509 of the Code apply.",
    "Termination By Either Party: either party may end it within 30 days.",
    "The term is 36 months from 1 March 2026; clause 7.2 survives.",
    "On March 3, 2026 Supplier delivers 1500 units.",
    "Notices go to the attention of General Counsel; the general rule for counsel holds.",
    "The Managing Director, General Counsel and Head of Human Resources may sign.",
    "The report on Form 10K and the 401k plan stay as they are.",
    "The crane keeps 10m from the fence and lifts 3 t.",
    "The address in Clause 12 counts, and the office in Schedule 3.",
    "The manager of the Supplier may, by notice, name another.",
]


@pytest.mark.parametrize(("text", "private"), PRIVATE)
def test_what_identifies_is_not_sent(text: str, private: str) -> None:
    sent, placeholders = redact(text, vocabulary(contract(), text))
    assert private not in sent
    assert placeholders.restore(sent) == text


@pytest.mark.parametrize("text", OPEN)
def test_what_the_clause_says_is_sent(text: str) -> None:
    sent, _ = redact(text, vocabulary(contract(), text))
    assert sent == text
