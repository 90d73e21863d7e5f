"""One mistake at a time in a contract without mistakes: what is found, where, and that nothing else is."""

import json
import time
from pathlib import Path

import jsonschema
import pytest

from legalai.cli import main
from legalai.errors import InputError
from legalai.export.json_schema import schemas
from legalai.ingest.text import document_of
from legalai.proofread.proofread import KINDS, proofread

CONTRACT = """HOSTING AGREEMENT

This Hosting Agreement (this "Agreement") is made as of March 3, 2025 between Alder Cloud Inc., a Delaware
corporation ("Provider"), and Birch Freight Ltd., an English company ("Client").

1. DEFINITIONS
1.1 "Business Day" means a day on which banks in London are open.
1.2 "Services" means the hosting described in Schedule 1.
1.3 "Sub-Processor" means a person who handles data for Provider.
1.4 "Fees" means the sums stated in Section 3.1.

2. SERVICES
2.1 Provider shall supply the Services from 10 March 2025 and may appoint a Sub-Processor.
2.2 Provider shall (a) use skill, (b) answer on each Business Day, and (c) report.

3. PAYMENT
3.1 Client shall pay the Fees of $24,000 in twelve (12) equal monthly instalments of $2,000.
3.2 Client shall pay within thirty (30) days after the invoice.
3.3 Savings shall be shared as follows: 60% to Client and 40% to Provider.

4. CONFIDENTIALITY
4.1 Each party shall keep what it learns of the other secret.
4.2 The confidentiality obligations in Section 4 end on 10 March 2030.

5. TERM
5.1 The term runs from 10 March 2025 to 9 March 2027.
5.2 The parties meet on Monday, 10 March 2025.
5.3 A Sub-Processor is told when this Agreement ends.

SCHEDULE 1

The hosting that Provider supplies, and what it costs in the first year of the term:

Servers\t$20,000
Backup\t$4,000
Total\t$24,000
"""

# kind, what is put in place of what, and the words that are quoted first
MISTAKES = (
    ("term-undefined", "after the invoice", "after the Deliverables", "Deliverables"),
    ("term-unused", "1.4 \"Fees", "1.4 \"Key Staff\" means engineers.\n1.5 \"Fees", "Key Staff"),
    ("term-twice", "4.1 Each", "\"Services\" means advice.\n4.1 Each", "\"Services\" means advice."),
    ("term-spelling", "5.3 A Sub-Processor", "5.3 A Subprocessor", "Subprocessor"),
    ("reference-missing", "in Section 3.1", "in Section 3.7", "Section 3.7"),
    ("reference-subject", "in Section 4 end", "in Section 3 end", "Section 3"),
    ("schedule-missing", "the invoice", "the invoice in Schedule 4", "Schedule 4"),
    ("blank", "thirty (30) days", "[●] days", "[●]"),
    ("blank", "Each party shall", "[Client/Each party] shall", "[Client/Each party]"),
    ("blank", "9 March 2027", "TBD", "TBD"),
    ("drafting-note", "the other secret.", "the other secret. [NTD: how long?]", "[NTD: how long?]"),
    ("figures-words", "thirty (30) days", "thirty (60) days", "thirty (60)"),
    ("total", "Total\t$24,000", "Total\t$25,000", "25,000"),
    ("total", "40% to Provider", "50% to Provider", "60% to Client and 50%"),
    ("total", "twelve (12) equal", "ten (10) equal", "$24,000 in ten (10) equal monthly instalments of $2,000"),
    ("foreign-name", "3.2 Client shall", "3.2 Vendor shall", "Vendor"),
    ("foreign-name", "4.1 Each", "4.1 Quillmark agrees to help. Each", "Quillmark"),
    ("foreign-name", "4.1 Each", "4.1 Quillmark Ltd shall be told. Each", "Quillmark Ltd"),
    ("number-skipped", "3.3 Savings", "3.4 Savings", "3.2"),
    ("number-skipped", "and (c) report", "and (d) report", "(b)"),
    ("number-twice", "5.3 A", "5.2 A", "5.2"),
    ("date-impossible", "end on 10 March 2030", "end on 30 February 2030", "30 February 2030"),
    ("date-order", "to 9 March 2027", "to 9 March 2024", "10 March 2025 to 9 March 2024"),
    ("date-weekday", "on Monday, 10", "on Friday, 10", "Friday, 10 March 2025"),
)  # fmt: skip

# Words that look like a mistake and are none.
SOUND = (
    ("the other secret.", 'the other secret, and "[t]he parties" quote each other.'),
    ("the other secret.", "the other secret [Signature page follows] [***]."),
    ("Servers\t$20,000", "Servers, 10 of them\t$20,000"),
    ("after the invoice.", "after the Securities and Exchange Commission permits it."),
    ("after the invoice.", "after the invoice under Section 409A of the Code."),
    ("4.1 Each", "4.1 California law shall apply to it. Each"),
    ("thirty (30) days", "one and one-half (1.5) months"),
    ("5.2 The parties", "Page 58 May 2004\n5.2 The parties"),
    ("supply the Services", 'supply the Services (the ICC, "ICC", and the ICC rules apply)'),
    ("appoint a Sub-Processor.", "appoint a Sub-Processor; Sub-Processors are told."),
    ("3.3 Savings shall", "3.3 If there are any, up to 10% of savings shall"),
)


def found(text: str) -> list[tuple[str, str]]:
    document = document_of(text, name="contract.txt")
    mistakes = proofread(document)
    for mistake in mistakes:
        for each in mistake.citations:
            assert document.text[each.start : each.end] == each.text
    return [(mistake.kind, mistake.citations[0].text if mistake.citations else "") for mistake in mistakes]


def test_nothing_is_said_of_a_contract_without_mistakes() -> None:
    assert found(CONTRACT) == []


@pytest.mark.parametrize(("kind", "old", "new", "quoted"), MISTAKES)
def test_a_mistake_is_found_and_quoted(kind: str, old: str, new: str, quoted: str) -> None:
    assert CONTRACT.count(old) == 1
    assert (kind, quoted) in found(CONTRACT.replace(old, new))


@pytest.mark.parametrize(("old", "new"), SOUND)
def test_what_looks_like_a_mistake_is_left_alone(old: str, new: str) -> None:
    assert CONTRACT.count(old) == 1
    assert found(CONTRACT.replace(old, new)) == []


def test_the_blanks_of_a_form_are_gathered() -> None:
    form = CONTRACT + "\n".join(f"The price of item {n} shall be [●] for each unit sold." for n in range(14))
    assert [kind for kind, _ in found(form)] == ["form"]


def test_a_margin_that_names_another_company_is_told_without_a_quote() -> None:
    document = document_of(CONTRACT, name="contract.txt")
    (mistake,) = proofread(document, margins=("Draft for Quillmark Industries Ltd", "Alder Cloud Inc. - confidential"))
    assert (mistake.kind, mistake.citations) == ("foreign-margin", ())
    assert "Quillmark Industries Ltd" in mistake.sentence


def test_the_most_harmful_comes_first() -> None:
    text = CONTRACT.replace("5.3 A Sub-Processor", "5.3 A Subprocessor").replace("thirty (30)", "thirty (60)")
    assert [kind for kind, _ in found(text)] == ["figures-words", "term-spelling"]


def test_only_the_kinds_asked_for_are_told() -> None:
    text = CONTRACT.replace("5.3 A Sub-Processor", "5.3 A Subprocessor").replace("thirty (30)", "thirty (60)")
    assert [m.kind for m in proofread(document_of(text, name="c"), kinds=["term-spelling"])] == ["term-spelling"]


def test_a_document_without_words_is_an_error() -> None:
    with pytest.raises(InputError):
        proofread(document_of(" \n", name="empty.txt"))


@pytest.mark.parametrize(
    "repeated", ["(a) ", "[", "_", "$1 ", "The Aa ", "one ", "1. ", '"A" ', "Section 1.", "{a ", "50% ", "the "]
)
def test_hostile_text_takes_no_longer_than_its_length(repeated: str) -> None:
    text = CONTRACT + repeated * (50_000 // len(repeated))
    begun = time.perf_counter()
    proofread(document_of(text, name="hostile.txt"))
    assert time.perf_counter() - begun < 20


# -------------------------------------------------------------------------------------------------------- command line


def test_the_command_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(CONTRACT.replace("thirty (30)", "thirty (60)"), encoding="utf-8")
    assert main(["proofread", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "figures-words" in shown
    assert "clause 3.2" in shown
    assert "1 mistake" in shown


def test_the_command_prints_json_by_its_schema(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "draft.txt"
    file.write_text(CONTRACT.replace("thirty (30)", "thirty (60)"), encoding="utf-8")
    assert main(["proofread", str(file), "--json", "--kinds", "figures-words,total"]) == 0
    written = json.loads(capsysbinary.readouterr().out)
    jsonschema.Draft202012Validator(json.loads(schemas()["proofread.v1.json"])).validate(written)
    assert written["kinds"] == ["total", "figures-words"]
    (mistake,) = written["mistakes"]
    assert (mistake["kind"], mistake["citations"][0]["number"]) == ("figures-words", "3.2")


def test_nothing_found_is_done_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "clean.txt"
    file.write_text(CONTRACT, encoding="utf-8")
    assert main(["proofread", str(file)]) == 0
    assert "nothing found" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["missing.docx"], ["draft.txt", "--kinds", "spelling"]])
def test_what_cannot_be_done_ends_with_2(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "draft.txt").write_text(CONTRACT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["proofread", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_every_kind_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "proofread.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"| `{kind}` |" not in page] == []
