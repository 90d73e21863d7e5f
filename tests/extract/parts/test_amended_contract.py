"""An amendment in a file of its own says which contract it changes, and the end that it gives the term."""

from datetime import date

import pytest

from legalai.extract.parts.amended_contract import amended_contract_issues, find_amended_contract
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.text import document_of
from legalai.schema import AmendedContract

SIDES = 'Amber Mills Ltd ("Seller") and Birch Foods Inc. ("Buyer")'


def amended(*lines: str) -> AmendedContract | None:
    return find_amended_contract(find_passages(document_of("\n\n".join(lines), name="a.txt")))


@pytest.mark.parametrize(
    ("lines", "name", "dated"),
    [
        (
            ["AMENDMENT NO. 1", "This Amendment, dated 9 May 2026, amends the Milling Agreement dated 2 June 2024."],
            "Milling Agreement",
            "2024-06-02",
        ),
        (
            [
                "SECOND AMENDMENT TO LEASE",
                f"THIS SECOND AMENDMENT TO LEASE is made this 2nd day of March, 2027 by {SIDES}.",
                "They entered into that certain Mill Lease dated April 9, 2018, "
                "as amended by a First Amendment to Lease dated August 1, 2021.",
            ],
            "Mill Lease",
            "2018-04-09",
        ),
        (
            ["DEED OF VARIATION", "This is supplemental to a lease of 4 Mill Lane dated 24 June 2019."],
            "lease",
            "2019-06-24",
        ),
        (["AMENDMENT AGREEMENT NO. 2", "to the Flour Contract of 12 May 2024"], "Flour Contract", "2024-05-12"),
        (
            ["Flour Contract dated 4 April 2022", "We record our agreement to amend it as follows."],
            "Flour Contract",
            "2022-04-04",
        ),
        (["Supplemental Agreement No. 3 to Flour Contract No. 18 dated March 1, 2023"], "Flour Contract", "2023-03-01"),
        (["AMENDING DEED", "They entered into a Flour Contract on 14 May 2025."], "Flour Contract", "2025-05-14"),
        (["EXTENSION LETTER", "We mean the milling agreement dated 2 April 2025."], "milling agreement", "2025-04-02"),
        (["Avenant n° 2", "au contrat de prestation du 3 mars 2024"], "contrat", "2024-03-03"),
        (["NACHTRAG NR. 1", "zum Dienstleistungsvertrag vom 1. März 2024"], "Dienstleistungsvertrag", "2024-03-01"),
        (["AMENDMENT TO THE FLOUR CONTRACT", f"The parties, {SIDES}, agree as follows."], "FLOUR CONTRACT", None),
    ],
)  # fmt: skip
def test_the_contract_that_is_changed(lines: list[str], name: str, dated: str | None) -> None:
    found = amended(*lines)
    assert found is not None
    assert (found.name, found.dated and found.dated.isoformat()) == (name, dated)
    assert [issue.code for issue in amended_contract_issues(found)] == ["amendment"]


@pytest.mark.parametrize(
    "lines",
    [
        ["FLOUR CONTRACT", f"Made on 1 June 2026 between {SIDES}.", "12. Amendment", "It is amended in writing only."],
        ["AMENDED AND RESTATED FLOUR CONTRACT", "It amends and restates the Flour Contract dated March 4, 2020."],
        ["STATEMENT OF WORK NO. 3", "It is issued under the Milling Agreement dated January 15, 2025."],
        ["GUARANTY", "Given for the Lease dated April 9, 2018, as amended by a First Amendment dated May 1, 2021."],
        ["LOAN", "The Company shall not amend the Credit Agreement dated 4 June 2021."],
        ["DATA PROCESSING ADDENDUM", "It supplements the Cloud Services Agreement dated 3 March 2025."],
    ],
)  # fmt: skip
def test_what_is_no_amendment(lines: list[str]) -> None:
    assert amended(*lines) is None
    assert amended_contract_issues(None) == ()


@pytest.mark.parametrize(
    ("says", "end"),
    [
        ("Section 3 is amended so that the term ends on May 31, 2028.", date(2028, 5, 31)),
        ("The Term shall be extended so that it expires on 31 May 2028.", date(2028, 5, 31)),
        ("The parties hereby extend the term of the Flour Contract until May 31, 2028.", date(2028, 5, 31)),
        (
            "Section 2 is deleted in its entirety and replaced: the Term shall expire on May 31, 2028.",
            date(2028, 5, 31),
        ),
        ("We agree that the end date moves from 1 April 2027 to 31 May 2028.", date(2028, 5, 31)),
        ("The price is 400 pounds from 1 June 2027.", None),
    ],
)
def test_the_end_that_it_gives_the_term(says: str, end: date | None) -> None:
    found = amended(
        "AMENDMENT NO. 1", f"This Amendment amends the Flour Contract dated 2 June 2024 between {SIDES}.", says
    )
    assert found is not None
    assert (found.term_end and found.term_end.value) == end
