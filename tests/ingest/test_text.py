"""Plain text: decoded and unchanged, cut into paragraphs and clauses."""

import codecs
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.errors import InputError
from legalai.ingest.text import document_of
from tests.ingest.factory import open_file, shown

WRAPPED = """SERVICES AGREEMENT

1. Services. The Supplier shall provide the services that are
described in the schedule, with care and skill, and as the
Customer may reasonably ask.
2. Fees
   (a) The Customer shall pay the fees within thirty days after it
       has received an invoice; and
   (b) no interest is due.
"""


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        ("Fees: £5".encode(), "Fees: £5", []),
        (codecs.BOM_UTF8 + b"Fees\r\n", "Fees\r\n", []),
        (codecs.BOM_UTF16_LE + "Fees €".encode("utf-16-le"), "Fees €", []),
        (codecs.BOM_UTF16_BE + "Fees €".encode("utf-16-be"), "Fees €", []),
        ("Fees: £5 “net”".encode("cp1252"), "Fees: £5 “net”", ["encoding-guessed"]),
    ],
)
def test_the_text_is_the_file_decoded(tmp_path: Path, data: bytes, text: str, codes: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    document = open_file(path)
    assert document.text == text
    assert [issue.code for issue in document.issues] == codes
    assert document.facts.pages is None
    assert document.text_map.home(3).offset == 0


def test_wrapped_lines_are_paragraphs() -> None:
    document = document_of(WRAPPED, name="a.txt")
    assert [(kind, number) for kind, number, _ in shown(document)] == [
        ("heading", None), ("list_item", "1"), ("heading", "2"), ("list_item", "2(a)"), ("list_item", "2(b)")
    ]  # fmt: skip
    assert document.text == WRAPPED
    assert shown(document)[1][2].endswith("reasonably ask.")


@pytest.mark.parametrize("begins", ["twelve (12) months", "(12) months", "30 days", "12 Business Days", "2.5 times"])
@pytest.mark.parametrize("more", ["", WRAPPED, "A paragraph that stands on one line of its own. " * 8])
def test_a_wrapped_line_that_begins_with_a_quantity_is_no_block(begins: str, more: str) -> None:
    clause = f"The Customer shall give notice of its wish for no fewer than\n{begins} of the term that then runs."
    document = document_of(f"{clause}\n\n{more}", name="a.txt")
    assert shown(document)[0] == ("paragraph", None, clause)


def test_items_on_lines_of_their_own_stay_apart() -> None:
    text = "The Supplier shall, for as it lasts:\nkeep records of every delivery that it makes,\nlet us see them."
    assert len(document_of(text, name="a.txt").blocks) == 3


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "\n".join(f"{number}. " + "The parties agree on a great many things here. " * 6 for number in range(1, 5))
    assert [number for _, number, _ in shown(document_of(text, name="a.txt"))] == ["1", "2", "3", "4"]


def test_a_contract_on_one_line_is_cut_at_its_clauses() -> None:
    clause = "The parties agree on a great many things that are set out in this place and no other. "
    text = "AGREEMENT between A and B. " + "".join(f"{number}. Term. {clause * 4}" for number in range(1, 9))
    document = document_of(text, name="a.txt")
    assert [number for _, number, _ in shown(document)] == [None, *map(str, range(1, 9))]


@pytest.mark.parametrize("text", ["(a) " * 50_000, "\n" * 100_000, "1. A" * 50_000, "a" * 300_000, ". " * 100_000])
def test_hostile_text_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    document_of(text, name="a.txt")
    assert time.perf_counter() - start < 5


@given(st.text(st.sampled_from("aA1. ()\n\r\t;:“x—•é\u2028"), max_size=200))
def test_blocks_are_in_order_and_hold_words(text: str) -> None:
    document = document_of(text, name="a.txt")
    end = 0
    for block in document.blocks:
        assert end <= block.start <= block.body_start <= block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end] != ""
        end = block.end
    outside = list(text)
    for block in document.blocks:
        outside[block.start : block.end] = " " * (block.end - block.start)
    assert not "".join(outside).strip()


@pytest.mark.parametrize("name", ["a.fodt", "a.txt", "a"])
def test_what_an_office_program_writes_as_one_flat_file_is_no_text(tmp_path: Path, name: str) -> None:
    data = '<?xml version="1.0"?>\n<office:document xmlns:office="x"><text:p>Rent is due.</text:p></office:document>'
    (tmp_path / name).write_text(data, encoding="utf-8")
    with pytest.raises(InputError):
        open_file(tmp_path / name)
