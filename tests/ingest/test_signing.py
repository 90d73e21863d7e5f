"""Signature pages of contracts and letters, and documents that are bound behind another."""

import pytest

from legalai.ingest.text import document_of

BODY = "SUPPLY AGREEMENT\n\n1. Supply\n\n1.1 The Seller sells tea.\n\n"


def parts(text: str) -> dict[str, str]:
    document = document_of(text, name="a.txt")
    return {document.text[block.start : block.end]: block.part for block in document.blocks}


def numbers(text: str) -> list[str]:
    return [block.number for block in document_of(text, name="a.txt").blocks if block.number]


@pytest.mark.parametrize(
    "lead",
    [
        "IN WITNESS WHEREOEF , the parties have signed.",
        "The parties have caused this Lease to be executed by their officers.",
        "Each of the undersigned has signed this letter on the day beside its name.",
        "Intending to be legally bound, the Seller and the Buyer sign below.",
        "ACCEPTED AND AGREED:",
        "Acknowledged, accepted and agreed this 3rd day of May 2027",
        "I HAVE READ, UNDERSTOOD AND FULLY AGREE",
        "Very truly yours,",
        "Yours faithfully",
        "With kind regards,",
        "Executed this 3rd day of May 2027",
    ],
)
def test_words_that_lead_to_signatures(lead: str) -> None:
    found = parts(f"{BODY}{lead}\n\nAlder plc\n\n/s/ Ann Field\n\nAnn Field, Director\n")
    assert found["1.1 The Seller sells tea."] == "body"
    assert found[lead] == found["Alder plc"] == found["Ann Field, Director"] == "signature_page"


@pytest.mark.parametrize("line", ["Per: ________", "BY /s/ Ann Field", "By: ________"])
def test_the_first_line_of_a_signature(line: str) -> None:
    found = parts(f"{BODY}{line}\n\nName: Ann Field\n\nTitle: Director\n")
    assert found[line] == found["Title: Director"] == "signature_page"


@pytest.mark.parametrize(
    "lead", ["Agreed prices are fixed for a year.", "Very truly yours,", "The parties have signed."]
)
def test_such_words_without_signatures_are_text(lead: str) -> None:
    assert set(parts(f"{BODY}{lead}\n\nThe Buyer pays within a month of delivery.\n").values()) == {"body"}


def test_what_follows_a_letter_is_no_signature() -> None:
    filler = "\n\n".join(f"The Buyer keeps sample {number} dry." for number in range(12))
    found = parts(
        f"{BODY}Yours sincerely\n\n/s/ Ann Field\n\nAnn Field\n\nAlder plc\n\n{filler}\n\nDELIVERY\n\nBy sea.\n"
    )
    assert found["Alder plc"] == "signature_page"
    assert found["DELIVERY"] == found["By sea."] == "body"


@pytest.mark.parametrize(
    "opening",
    [
        "ESCROW AGREEMENT\n\nBetween:",
        "THIS DEED is made on 4 May 2027 between the following:",
        "This Escrow Agreement (the “Agreement”), dated 4 May 2027, is entered into by and among:",
        "PARTIES",
        "The parties to this deed are:",
    ],
)
def test_the_parties_of_a_second_document_stand_under_no_clause_of_the_first(opening: str) -> None:
    parties = "(1) ALDER PLC, of Leeds; and\n\n(2) BIRCH LTD, of York."
    assert numbers(f"{BODY}{opening}\n\n{parties}\n\n1. Deposit\n\n1.1 Alder gives.\n") == [
        "1",
        "1.1",
        "(1)",
        "(2)",
        "1",
        "1.1",
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "This Agreement supersedes all agreements made between the parties in these fields:",
        "Any amendment of this agreement between the parties binds them in these cases:",
        "The parties:",
    ],
)
def test_a_list_within_a_clause_stays_in_it(opening: str) -> None:
    assert numbers(f"{BODY}{opening}\n\n(a) keep the tea dry; and\n\n(b) keep it sealed.\n")[2:] == ["1.1(a)", "1.1(b)"]
