"""Redaction: there and back for any text, nothing private in what is sent, and placeholders that survive a model."""

import re
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.drafting.language_model.private_words import Name, private_words
from legalai.drafting.language_model.redaction import Vocabulary, redact, vocabulary
from legalai.schema import Contract, Execution, Party, Signatory
from tests.export.samples import contract as sample

TEXT = """SUPPLY AGREEMENT between Brackwater Pumps Ltd ("Brackwater", the "Supplier") and O’Hara-Lindt GmbH & Co. KG
("OHL" or the "Customer"). BRACKWATER PUMPS LTD has its seat at 14 Copper Mill Lane, Suite 300; O'Hara-Lindt GmbH &
Co. KG at Gartenstraße 7. Attention: Wilhelmina Okafor, w.okafor@ohara-lindt.example, +49 (0)30 1234567.
The Customer pays GBP 12,500.00 (twelve thousand five hundred pounds) each month to DE89 3704 0044 0532 0130 00, and at
most £1.5 million. Notice goes to P.O. Box 552, NY 10001 or www.brackwater.example/notices. Ms Okafor may be called at
(212) 555-0148. The term is 36 months from 1 March 2026; clause 7.2 survives. Brackwater
Pumps Ltd signs.
"""


def a_contract() -> Contract:
    def party(name: str, role: str, *aliases: str) -> Party:
        return Party(text=name, start=0, end=len(name), name=name, role=role, aliases=aliases)

    return replace(
        sample(),
        parties=(
            party("Brackwater Pumps Ltd", "Supplier", "Brackwater", "Supplier"),
            party("O’Hara-Lindt GmbH & Co. KG", "Customer", "OHL", "Customer"),
        ),
        execution=Execution(signatories=(Signatory(party="Brackwater Pumps Ltd", name="Tobias Venn"),)),
    )


WORDS = vocabulary(a_contract(), TEXT)


def test_what_is_private_is_not_sent_and_what_is_not_is() -> None:
    sent, placeholders = redact(TEXT, WORDS)
    assert not re.search(r"brackwater|hara|lindt|ohl|okafor|wilhelmina|venn", sent, re.IGNORECASE)
    assert not re.search(r"12,500|twelve|1\.5|552|10001|555|1234567|3704|copper|garten|@|www", sent, re.IGNORECASE)
    for kept in ("Supplier", "Customer", "36 months", "1 March 2026", "clause 7.2", "SUPPLY AGREEMENT"):
        assert kept in sent
    assert placeholders.restore(sent) == TEXT
    assert placeholders.unknown(sent) == []


def test_names_of_one_party_share_a_number() -> None:
    sent, _ = redact(TEXT, WORDS)
    assert set(re.findall(r"PARTY_\d+", sent)) == {"PARTY_1", "PARTY_2"}
    assert sent.startswith('SUPPLY AGREEMENT between PARTY_1 ("PARTY_1B", the "Supplier") and PARTY_2\n("PARTY_2B" or')


@pytest.mark.parametrize(
    "same",
    ["GBP 12,500", "£12,500", "£ 12,500.00", "12.5k GBP", "12.500,00 GBP", "12 500 pounds", "£12.5 thousand"],
)
def test_spellings_of_one_sum_share_a_number(same: str) -> None:
    sent, placeholders = redact(f"GBP 12,500.00 is owed, and {same} is paid; £12,501 is not.", WORDS)
    one, two, other = re.findall(r"AMOUNT_(\d+)", sent)
    assert one == two != other
    assert same in placeholders.restore(sent)


@pytest.mark.parametrize("other", ["USD 12,500", "€12,500", "£12.5", "£125,00", "£12.5 million"])
def test_other_sums_do_not(other: str) -> None:
    one, two = re.findall(r"AMOUNT_(\d+)", redact(f"GBP 12,500.00 or {other}.", WORDS)[0])
    assert one != two


def test_a_placeholder_is_the_same_in_every_prompt() -> None:
    one, _ = redact("O’Hara-Lindt GmbH & Co. KG owes £1.5 million.", WORDS)
    two, _ = redact("£1.5 million is owed by O’Hara-Lindt GmbH & Co. KG to Tobias Venn.", WORDS)
    party, amount = re.findall(r"[A-Z]+_\w+", one)
    assert two.startswith(f"{amount} is owed by {party} to PERSON_")


@pytest.mark.parametrize(
    "written",
    [
        "{}",
        "“{}”",
        "*{}*",
        "_{}_",
        "{}'s",
        "({}).",
        "the {}-contract",
        "[{}]",
        "`{}`",
        "{}, and",
    ],
)
def test_a_placeholder_survives_being_quoted(written: str) -> None:
    sent, placeholders = redact("Brackwater Pumps Ltd", WORDS)
    for spelled in (sent, sent.lower(), sent.title(), sent.replace("_", "\\_")):
        assert placeholders.restore(written.format(spelled)) == written.format("Brackwater Pumps Ltd")


def test_an_invented_placeholder_is_named_and_left() -> None:
    _, placeholders = redact("Brackwater Pumps Ltd", WORDS)
    assert placeholders.unknown("PARTY_1 pays PARTY_9 and AMOUNT_77.") == ["PARTY_9", "AMOUNT_77"]
    assert placeholders.restore("PARTY_9 pays.") == "PARTY_9 pays."


@pytest.mark.parametrize("forged", ["PARTY_1", "party_1b", "AMOUNT_A7", "PARTY\\_2", "“PARTY_1”"])
def test_a_contract_that_holds_placeholders_gets_others(forged: str) -> None:
    text = f"{forged} and Brackwater Pumps Ltd"
    for words in (WORDS, vocabulary(a_contract(), text)):
        sent, placeholders = redact(text, words)
        assert sent.startswith(f"{forged} and PARTY_")
        assert placeholders.restore(sent) == text


@pytest.mark.parametrize("tag", ["3f9a0c71b2d4e586", "1234567890123456"])
def test_the_fence_round_the_contract_keeps_its_tag(tag: str) -> None:
    text = f"<contract-{tag}>\nNo. 1 pays.\n</contract-{tag}>"
    assert redact(text, WORDS)[0] == text


def test_marks_and_fences_are_left_alone() -> None:
    tag = "004930123456"
    text = f"Call 0049 30 123456. [[{tag}:1]]"
    sent, _ = redact(text, WORDS, keep=(tag,))
    assert sent == f"Call PHONE_{sent[11]}. [[{tag}:1]]"


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("USD 5", "AMOUNT_"),
        ("$5,000,000 (five million dollars)", "AMOUNT_"),
        ("EUR 1.250.000,00 net", "AMOUNT_"),
        ("5.000 Euro", "AMOUNT_"),
        ("250k EUR", "AMOUNT_"),
        ("no fewer than two hundred and fifty US dollars", "no fewer than AMOUNT_"),
        ("write to a.b+c@mail.example.com", "write to EMAIL_"),
        ("on 1 March 2026", "on 1 March 2026"),
        ("within thirty (30) days", "within thirty (30) days"),
        ("Section 12.1(a)", "Section 12.1(a)"),
        ("99.5% of 24 hours", "99.5% of 24 hours"),
        ("2026-03-01 to 2027-02-28", "2026-03-01 to 2027-02-28"),
        ("1209 North Orange Street, Wilmington", "STREET_"),
        ("12 rue de Rivoli", "STREET_"),
        ("SW1A 2AA", "STREET_"),
        ("K1A 0B1", "STREET_"),
        ("+1 415 555 0100", "PHONE_"),
        ("030/1234567", "PHONE_"),
        ("GB29 NWBK 6016 1331 9268 19", "IBAN_"),
    ],
)
def test_shapes(text: str, sent: str) -> None:
    assert redact(text, Vocabulary((), (), ""))[0].startswith(sent)


PIECES = st.sampled_from(
    [
        *("Brackwater Pumps Ltd", "brackwater", "OHL", "O'Hara-Lindt", "Okafor", "term", "ß", "é", "[[", "]]", "www."),
        *(
            "$5",
            "1,000",
            "12,500.00",
            "EUR",
            "pounds",
            "PARTY_1",
            "AMOUNT_2B",
            "PHONE_",
            "DE89",
            "3704",
            "0044",
            "0532",
        ),
        *("_", " ", "\n", ",", ".", "(", ")", "'", "-", "\u00a0", "+49", "30", "555", "0148", "a@b.example"),
        *("14", "Lane", "Copper", "P.O. Box"),
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join), st.lists(PIECES, max_size=30).map(" ".join))
def test_there_and_back_and_nothing_private_on_the_way(joined: str, spaced: str) -> None:
    for text in (joined, spaced):
        words = vocabulary(a_contract(), text)
        sent, placeholders = redact(text, words)
        assert placeholders.restore(sent) == text
        for name in words.names:
            pattern = rf"(?<!\w){re.escape(name.words)}(?!\w)"
            assert not re.search(pattern, sent, re.IGNORECASE)
        for left in re.split("|".join(map(re.escape, sorted(placeholders.words, key=len, reverse=True))) or "$^", sent):
            assert private_words(left, words.names) == []


@given(st.text(max_size=200), st.lists(st.text(min_size=2, max_size=12), max_size=5))
def test_there_and_back_with_any_names(text: str, names: list[str]) -> None:
    words = Vocabulary(tuple(Name(kind="PARTY", whose=name, words=name) for name in names), (), "")
    sent, placeholders = redact(f"{text} {' '.join(names)}", words)
    assert placeholders.restore(sent) == f"{text} {' '.join(names)}"


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "1,000", "a.", "a@", "+1 ", "A ", "A1 ", "one ", "Brackwater ", "$1", "0", "(", "1.", "12 Ab "],
)
def test_time_grows_with_length_alone(unit: str) -> None:
    started = time.process_time()
    redact(unit * (100_000 // len(unit)), WORDS)
    assert time.process_time() - started < 5
