"""The memo and the other side's list: what they say, what they never hold, and text that cannot become markup."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from legalai.errors import ConfigError
from legalai.export.issues_list import IssuesListExporter
from legalai.export.memo import MemoExporter
from legalai.export.memo_content import MOST_ROWS, memo_of
from legalai.export.word_file import TEMPLATE_VARIABLE, WordFile, printable
from legalai.schema import Deviation, Finding, Issue, NegotiationPoint, Review
from tests.export.samples import document, review

DOCUMENT, REVIEW = document(), review()


def words_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def with_findings(*severities: str, answered: int = 0, favours: str = "them") -> Review:
    one = REVIEW.findings[0]
    found = tuple(
        replace(one, id=f"f-{index}", severity=severity, favours=favours)  # type: ignore[arg-type]
        for index, severity in enumerate(severities)
    )
    points = tuple(
        replace(REVIEW.negotiation_points[0], id=f"p-{index}", finding=f"f-{index}") for index in range(answered)
    )
    return replace(REVIEW, acting_for="Acme", findings=found, negotiation_points=points, status="complete")


@pytest.mark.parametrize(
    ("reviewed", "verdict"),
    [
        (with_findings(), "Sign"),
        (with_findings("medium", "low"), "Sign"),
        (with_findings("high", answered=1), "Sign if"),
        (with_findings("high", "high", answered=1), "Do not sign as it is"),
        (with_findings("high", favours="us"), "Sign"),
        (with_findings("high", favours="us", answered=1), "Sign if"),
        (replace(with_findings(), acting_for=None), "No recommendation"),
        (replace(with_findings(), status="partial"), "Not to be decided yet"),
    ],
)
def test_the_verdict_follows_from_the_rows(reviewed: Review, verdict: str) -> None:
    assert memo_of(reviewed).verdict == verdict


@pytest.mark.parametrize(("severity", "said"), [("high", "renegotiate"), ("medium", "Nothing grave")])
def test_a_signed_contract_is_not_told_to_be_signed(severity: str, said: str) -> None:
    reviewed = with_findings(severity, answered=1)
    signed = replace(reviewed.contract, execution=replace(reviewed.contract.execution, status="signed"))
    memo = memo_of(replace(reviewed, contract=signed))
    assert memo.verdict == "Signed already"
    assert said in memo.reason


def test_law_on_the_words_of_a_point_has_no_row_of_its_own() -> None:
    reviewed = with_findings("high", "medium", answered=1)
    point, law = reviewed.negotiation_points[0], reviewed.findings[1]
    law = replace(law, deviation=None, citations=point.citations, authorities=REVIEW.findings[0].authorities)
    assert law.authorities
    memo = memo_of(replace(reviewed, findings=(reviewed.findings[0], law)))
    assert len(memo.rows) == 1
    assert memo.law


def test_a_reason_is_never_cut_within_a_sentence() -> None:
    reviewed = with_findings("high")
    long = replace(reviewed.findings[0], title="The limit is low", effect="word " * 100 + "end.")
    assert memo_of(replace(reviewed, findings=(long,))).rows[0].why == "The limit is low."


def test_a_clause_without_number_and_page_is_told_by_its_first_words() -> None:
    reviewed = with_findings("high")
    bare = replace(reviewed.findings[0].citations[0], number=None, page=None)
    rows = memo_of(replace(reviewed, findings=(replace(reviewed.findings[0], citations=(bare,)),))).rows
    assert rows[0].clause.startswith("“")


def test_a_memo_has_room_for_ten_rows_the_gravest_first() -> None:
    memo = memo_of(with_findings(*["medium"] * 8, *["high"] * 6, answered=3))
    assert len(memo.rows) == MOST_ROWS
    assert memo.left_out == 4
    assert [row.priority for row in memo.rows] == ["must"] * 6 + ["should"] * 4


def test_what_was_not_read_is_told() -> None:
    warning = Issue(code="x", severity="warning", message="Page 3 is poor.")
    note = Issue(code="y", severity="info", message="A note.")
    assert memo_of(replace(with_findings(), issues=(warning, note))).not_read[0] == "Page 3 is poor."
    assert "A note." not in memo_of(replace(with_findings(), issues=(warning, note))).not_read


def test_what_a_memo_has_no_room_for_is_counted() -> None:
    issues = tuple(Issue(code="x", severity="warning", message=f"Page {page} is poor.") for page in range(1, 10))
    told = memo_of(replace(with_findings(), issues=issues)).not_read
    assert told[:5] == tuple(issue.message for issue in issues[:5])
    assert told[5:] == ("4 more: see the full review.",)


SECRET = "SECRET-POSITION"


def secret_review() -> Review:
    deviation = Deviation(position=SECRET, found=SECRET)
    finding: Finding = replace(
        REVIEW.findings[0], explanation=SECRET, title=SECRET, deviation=deviation, escalate_to=SECRET
    )
    point: NegotiationPoint = replace(REVIEW.negotiation_points[0], finding=finding.id, fallback=SECRET)
    return replace(REVIEW, acting_for="Acme", findings=(finding,), negotiation_points=(point,))


def test_nothing_of_our_position_is_in_the_file_for_the_other_side() -> None:
    content = IssuesListExporter().export(DOCUMENT, secret_review())
    assert SECRET in words_of(MemoExporter().export(DOCUMENT, secret_review()))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert all(SECRET.encode() not in package.read(name) for name in package.namelist())
    assert secret_review().negotiation_points[0].ask in words_of(content)


@pytest.mark.parametrize("hostile", ["a\x00b", "a\x1bb", "a\u202eb", "a\ufffeb", "<w:p/>&amp;"])
def test_hostile_text_stays_text(hostile: str) -> None:
    reviewed = replace(REVIEW, contract=replace(REVIEW.contract, title=hostile))
    assert printable(hostile) in words_of(MemoExporter().export(DOCUMENT, reviewed))


def test_a_firms_template_keeps_its_header_and_loses_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = docx.Document()
    template.add_paragraph("Text of the template")
    template.sections[0].header.paragraphs[0].text = "Firm LLP"
    path = tmp_path / "firm.docx"
    template.save(str(path))
    monkeypatch.setenv(TEMPLATE_VARIABLE, str(path))
    content = MemoExporter().export(DOCUMENT, REVIEW)
    assert "Text of the template" not in words_of(content)
    assert docx.Document(io.BytesIO(content)).sections[0].header.paragraphs[0].text == "Firm LLP"


def test_a_template_that_is_none_is_one_clear_sentence(tmp_path: Path) -> None:
    path = tmp_path / "firm.docx"
    path.write_text("no")
    with pytest.raises(ConfigError, match="cannot be opened as a Word template"):
        WordFile(path)
