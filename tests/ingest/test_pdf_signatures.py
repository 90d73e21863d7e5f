"""Signatures side by side on a PDF page: each party's block is read by itself, from its name to its last line."""

from pathlib import Path

import pytest

from tests.ingest.factory import Draw, both, lines, open_file, pdf

_WITNESS = lines("In witness of this the parties have signed it on the day that is stated above all of this.", top=70)


def _lines_of(path: Path, *draws: Draw) -> list[str]:
    return open_file(pdf(path / "a.pdf", [both(_WITNESS, *draws)])).text.split("\n")[1:]


def test_names_above_and_addresses_below_belong_to_the_block_of_their_side(tmp_path: Path) -> None:
    fields = ("", "", "By: ____________", "Name:", "Title:", "", "Date: 1 May 2027")
    left = ("Alder Limited", *fields, "12 Mill Lane", "Leeds", "01130 496 0000 (voice)")
    right = ("Birch Incorporated", *fields[:-2], "", "", "7 Quay Street", "Cork", "(fax) none")
    found = _lines_of(tmp_path, lines(*left, left=72), lines(*right, left=300))
    assert found == [row for row in (*left, *right) if row]


def test_a_name_centred_above_its_fields_belongs_to_them(tmp_path: Path) -> None:
    rows = ("By: ______________", "Name: ____________", "Title: ____________")
    names = both(
        lines("ALDER HOLDINGS LIMITED", top=100), lines("BIRCH INTERNATIONAL HOLDINGS INC.", left=280, top=100)
    )
    found = _lines_of(tmp_path, names, lines(*rows, left=72, top=140), lines(*rows, left=310, top=140))
    assert found == ["ALDER HOLDINGS LIMITED", *rows, "BIRCH INTERNATIONAL HOLDINGS INC.", *rows]


@pytest.mark.parametrize(("witness", "party"), [(72, 280), (330, 72)])
def test_a_party_and_its_witness_are_read_apart(tmp_path: Path, witness: float, party: float) -> None:
    attested = lines("", "ATTEST:", "", "", "/s/ Ann Field", "Ann Field, Secretary", left=witness)
    signed = lines("ALDER LIMITED", "", "", "BY /s/ Bob Hill", "Bob Hill, President", left=party)
    second = lines("", "WITNESS:", "", "", "/s/ Cy Dunn", left=witness, top=230)
    other = lines("BIRCH INC.", "", "", "BY /s/ Di Frost", "Di Frost, Director", left=party, top=230)
    assert _lines_of(tmp_path, attested, signed, second, other) == [
        "ALDER LIMITED", "BY /s/ Bob Hill", "Bob Hill, President", "ATTEST:", "/s/ Ann Field", "Ann Field, Secretary",
        "BIRCH INC.", "BY /s/ Di Frost", "Di Frost, Director", "WITNESS:", "/s/ Cy Dunn",
    ]  # fmt: skip


def test_a_foot_far_below_the_signatures_is_no_part_of_them(tmp_path: Path) -> None:
    fields = ("By: ____________", "Name: Ann Field", "Title: Director")
    foot = both(lines("Agreement on services", top=250, size=9), lines("version of May", left=340, top=250, size=9))
    found = _lines_of(tmp_path, lines(*fields), lines(*fields, left=340), foot)
    assert found == [*fields, *fields, "Agreement on services\tversion of May"]
