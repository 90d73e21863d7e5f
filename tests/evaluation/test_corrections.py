"""Corrected extractions as labels."""

import json
from pathlib import Path
from typing import Any

import pytest

from legalai.errors import InputError
from legalai.evaluation.labelled import read_labelled, titled

TEXT = "Fees are due.\r\nLiability is capped at €100.\r\n"
CAP = "Liability is capped at €100."


def write(folder: Path, name: str, *clauses: dict[str, Any], text: str | None = TEXT) -> None:
    (folder / f"{name}.json").write_text(json.dumps({"clauses": clauses, "parties": []}), encoding="utf-8")
    if text is not None:
        (folder / f"{name}.txt").write_bytes(text.encode())


def clause(kind: str, quote: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"type": kind, "text": quote, "start": start, "end": start + len(quote), "score": 0.4, "page": None}


def test_a_correction_is_a_labelled_contract(tmp_path: Path) -> None:
    write(tmp_path, "b", clause("Cap On Liability", CAP), clause("Payment Terms", "Fees are due."))
    write(tmp_path, "a")
    contracts = read_labelled([tmp_path])
    assert [contract.title for contract in contracts] == ["a", "b"]
    assert contracts[0].spans == ()
    assert contracts[1].text == TEXT
    assert contracts[1].answers("Cap On Liability") == [CAP]
    assert contracts[1].questions["Cap On Liability"] == "b__Cap On Liability"
    assert titled(contracts, {"b"}) == [contracts[1]]


def test_what_is_wrong_with_a_correction_is_said_without_its_text(tmp_path: Path) -> None:
    moved = {**clause("Cap On Liability", CAP), "start": 0, "end": len(CAP)}
    write(tmp_path, "moved", moved)
    with pytest.raises(InputError, match=r"moved\.json: clause 1 \(Cap On Liability\) is not what stands") as told:
        read_labelled([tmp_path])
    assert "capped" not in str(told.value)


@pytest.mark.parametrize("end", [4000, 3])
def test_a_clause_with_no_place_is_refused(tmp_path: Path, end: int) -> None:
    write(tmp_path, "odd", {**clause("Cap On Liability", CAP), "end": end})
    with pytest.raises(InputError, match="not an extraction"):
        read_labelled([tmp_path])


def test_missing_parts_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no corrections"):
        read_labelled([tmp_path])
    write(tmp_path, "alone", text=None)
    with pytest.raises(InputError, match=r"alone\.txt: no such file\. Write it with: legalai extract --text"):
        read_labelled([tmp_path])


def test_titles_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, "one")
    with pytest.raises(InputError, match="one: two labelled contracts have this title"):
        read_labelled([tmp_path, tmp_path])
    with pytest.raises(InputError, match="1 of the titles asked for are not among the contracts, first 'two'"):
        titled(read_labelled([tmp_path]), {"one", "two"})
