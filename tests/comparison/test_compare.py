from dataclasses import replace
from pathlib import Path

import pytest

from legalai.comparison import Version, compare
from legalai.comparison.page import html_page
from legalai.comparison.text_page import markdown_page
from legalai.ingest.word.docx import DocxReader
from legalai.schema import (
    Amount,
    Citation,
    Comparison,
    Deviation,
    Document,
    Finding,
    NegotiationPoint,
    Party,
    Review,
    Severity,
)
from tests.export import samples
from tests.extract.builders import document_from_text
from tests.ingest.factory import docx, r

CAP = "Liability is limited to the fees paid in twelve (12) months before the claim."
LATE = CAP.replace("claim", "event")
LOW = CAP.replace("twelve (12)", "three (3)")
LAW = "This Agreement is governed by the laws of Oregon and no other law applies."
PAY = "The Client shall pay each invoice of £900 within thirty days of receipt."


def finding(document: Document, words: str, severity: Severity = "high", *, stem: str = "cap-too-low") -> Finding:
    start = document.text.index(words)
    return Finding(
        id=f"{stem}-{hash(words) & 0xFFFFFFFFFF:010x}",
        severity=severity,
        focus="liability",
        title="The cap is low",
        explanation="It is worth little.",
        clause_type="Cap On Liability",
        favours="them",
        citations=(Citation(text=words, start=start, end=start + len(words)),),
        deviation=Deviation(position="Twelve months of fees.", found="Three."),
        escalate_to="General Counsel",
    )


def point(raised: Finding) -> NegotiationPoint:
    return NegotiationPoint(
        id="p1",
        finding=raised.id,
        priority=1,
        ask="Measure it over a year.",
        rationale="",
        proposed_text=CAP,
        fallback=None,
        citations=raised.citations,
    )


def version(document: Document, *findings: Finding, points: bool = True, acting_for: str | None = "Client") -> Version:
    made = samples.review(samples.TEXT)
    contract = replace(made.contract, clauses=(), amounts=(), parties=(), document=document.facts)
    review: Review = replace(
        made,
        contract=contract,
        findings=findings,
        negotiation_points=tuple(map(point, findings)) if points else (),
        acting_for=acting_for,
    )
    return Version(document, review)


def text(*lines: str, name: str = "contract.txt") -> Document:
    return document_from_text("\n".join(lines), name=name)


def told(comparison: Comparison) -> list[tuple[str, str, str | None]]:
    return [
        (each.kind, each.tracked, each.new.text if each.new else each.old.text if each.old else None)
        for each in comparison.changes
    ]


# ----------------------------------------------------------------------------------------------------------- changes


@pytest.mark.parametrize(
    ("old", "new", "changes"),
    [
        pytest.param((f"1. {CAP}",), (f"1. {LOW}",), [("changed", "no", LOW)], id="words"),
        pytest.param((f"1. {CAP}",), (f"2. {CAP}",), [("renumbered", "no", CAP)], id="number"),
        pytest.param(
            ('1. The "Fee" is due at once.',),
            ("1. The “Fee”  is due at once.",),
            [("formatting", "no", "The “Fee”  is due at once.")],
            id="quotation marks and spaces",
        ),
        pytest.param((f"1. {CAP}",), (f"1. {CAP}", f"2. {LAW}"), [("added", "no", LAW)], id="added"),
        pytest.param((f"1. {CAP}", f"2. {LAW}"), (f"1. {CAP}",), [("removed", "no", LAW)], id="removed"),
        pytest.param(
            (f"1. {CAP}", f"2. {LAW}", f"3. {PAY}"),
            (f"1. {PAY}", f"2. {CAP}", f"3. {LAW}"),
            [("moved", "no", PAY), ("renumbered", "no", CAP), ("renumbered", "no", LAW)],
            id="moved, and what that renumbers comes last",
        ),
    ],
)
def test_a_change_is_told_by_its_kind(
    old: tuple[str, ...], new: tuple[str, ...], changes: list[tuple[str, str, str]]
) -> None:
    assert told(compare(version(text(*old)), version(text(*new)))) == changes


def test_a_version_against_itself_has_no_change() -> None:
    one = version(text(f"1. {CAP}", f"2. {LAW}"), finding(text(f"1. {CAP}", f"2. {LAW}"), CAP))
    comparison = compare(one, one)
    assert comparison.unchanged == 2
    assert (comparison.changes, comparison.findings, comparison.facts, comparison.answers) == ((), (), (), ())


# ---------------------------------------------------------------------------------------------------- tracked changes

INS = '<w:ins w:id="7" w:author="Their Lawyer" w:date="2026-11-02T09:00:00Z">{}</w:ins>'
DEL = (
    '<w:del w:id="8" w:author="Their Lawyer" w:date="2026-11-02T09:00:00Z"><w:r><w:delText>{}</w:delText></w:r></w:del>'
)
OURS = '<w:ins w:id="9" w:author="Us" w:date="2026-10-01T09:00:00Z">{}</w:ins>'
SPACE = '<w:r><w:t xml:space="preserve"> </w:t></w:r>'


def word(path: Path, *paragraphs: str) -> tuple[Document, Document]:
    made = docx(path, "".join(f"<w:p>{each}</w:p>" for each in paragraphs))
    return DocxReader().read(made), DocxReader().read_view(made, view="original")


@pytest.mark.parametrize(
    ("paragraph", "tracked", "unmarked"),
    [
        pytest.param(
            r("Pay in ") + DEL.format("thirty") + INS.format(r("ninety")) + r(" days of receipt."), "yes", [], id="yes"
        ),
        pytest.param(r("Pay in ninety days of receipt."), "no", [], id="no"),
        pytest.param(
            r("Pay in ") + DEL.format("thirty") + INS.format(r("ninety")) + r(" days of issue."),
            "partly",
            [("receipt", "issue")],
            id="words beside a tracked change",
        ),
        pytest.param(
            r("Pay in ") + DEL.format("sixty") + INS.format(r("thirty")) + r(" days of receipt."),
            "partly",
            [("thirty", "sixty")],
            id="changed without a mark, and back with one",
        ),
    ],
)
def test_a_mark_covers_only_what_it_marks(
    tmp_path: Path, paragraph: str, tracked: str, unmarked: list[tuple[str, str]]
) -> None:
    old, _ = word(tmp_path / "old.docx", r("Pay in thirty days of receipt."), r("End of it."))
    new, original = word(tmp_path / "new.docx", paragraph, r("End of ") + INS.format(r("all of ")) + r("it."))
    changes = compare(version(old), version(new), original=original).changes
    (change,) = (each for each in changes if each.old is not None and each.old.text.startswith("Pay"))
    assert change.tracked == tracked
    assert change.authors == (() if tracked == "no" else ("Their Lawyer",))
    assert [(edit.text, edit.new_text) for edit in change.unmarked] == unmarked
    assert changes[0].tracked == ("yes" if tracked == "yes" else tracked), "what is not tracked comes first"


def test_what_we_sent_as_tracked_changes_stays_as_sent(tmp_path: Path) -> None:
    ours = r("Pay in thirty days") + OURS.format(r(" of receipt of an invoice")) + r(".")
    old, _ = word(tmp_path / "old.docx", ours, r("The law is that of Oregon."))
    split = OURS.format(r(" of receipt")) + DEL.format(" of an order") + OURS.format(r(" of an invoice")) + r(".")
    theirs = r("The law is that of ") + DEL.format("Oregon") + INS.format(r("Utah")) + r(".")
    new, original = word(tmp_path / "new.docx", r("Pay in thirty days") + split, theirs)
    assert [(each.kind, each.tracked) for each in compare(version(old), version(new), original=original).changes][
        -1
    ] == ("changed", "yes")


def test_a_change_hidden_in_what_we_sent_is_untracked(tmp_path: Path) -> None:
    old, _ = word(tmp_path / "old.docx", r("Pay in ") + OURS.format(r("thirty")) + r(" days of receipt."))
    new, original = word(
        tmp_path / "new.docx",
        r("Pay in ") + OURS.format(r("three")) + r(" days of receipt."),
        INS.format(r("A new clause of theirs stands here.")),
    )
    changes = compare(version(old), version(new), original=original).changes
    assert [(each.kind, each.tracked) for each in changes] == [("changed", "no"), ("added", "yes")]
    said = compare(version(old), version(new), original=original).answers
    assert [(each.answer, each.proposed_text) for each in said] == [
        ("counter", "Pay in thirty days of receipt."),
        ("accept", None),
    ]


# -------------------------------------------------------------------------------------------------- findings and facts


def test_a_finding_is_tied_to_the_words_it_comes_from() -> None:
    old, new = text(f"1. {CAP}", f"2. {LAW}"), text(f"1. {LOW}", f"2. {LAW.replace('Oregon', 'Utah')}")
    comparison = compare(version(old), version(new, finding(new, LOW)))
    (effect,) = comparison.findings
    (tied,) = (each for each in comparison.changes if each.id in effect.changes)
    assert (effect.kind, effect.severity_after, tied.new and tied.new.number) == ("new", "high", "1")


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [("high", "medium", ["better"]), ("low", "high", ["worse"]), ("low", "low", []), ("low", None, ["gone"])],
)
def test_a_finding_of_the_same_rule_is_the_same_finding(
    before: Severity, after: Severity | None, kinds: list[str]
) -> None:
    old, new = text(f"1. {CAP}"), text(f"1. {LOW}")
    found = (finding(new, LOW, after),) if after else ()
    assert [
        each.kind for each in compare(version(old, finding(old, CAP, before)), version(new, *found)).findings
    ] == kinds


def test_parties_and_sums_that_changed() -> None:
    old, new = text(f"1. {PAY}"), text(f"1. {PAY.replace('£900', '£950')}")

    def with_facts(document: Document, words: str, value: int, party: str) -> Version:
        start = document.text.index(words)
        made = version(document)
        sums = (Amount(text=words, start=start, end=start + len(words), value=value, currency="GBP", kind="fee"),)
        parties = (Party(text=party, start=0, end=len(party), name=party, role="Client"),)
        return Version(
            document, replace(made.review, contract=replace(made.review.contract, amounts=sums, parties=parties))
        )

    facts = compare(with_facts(old, "£900", 900, "Ash Ltd"), with_facts(new, "£950", 950, "Elm Ltd")).facts
    assert [(each.what, each.old, each.new, each.changes) for each in facts] == [
        ("party (Client)", "Ash Ltd", "Elm Ltd", ()),
        ("amount", "£900", "£950", ("change-1",)),
    ]


# -------------------------------------------------------------------------------------------------------------- rounds


@pytest.mark.parametrize(
    ("severity", "answer", "decides"),
    [("high", "escalate", "General Counsel"), ("medium", "counter", None), ("info", "accept", None)],
)
def test_an_answer_by_what_speaks_against_the_change(severity: Severity, answer: str, decides: str | None) -> None:
    old, new = text(f"1. {CAP}"), text(f"1. {LATE}")
    (said,) = compare(version(old), version(new, finding(new, LATE, severity))).answers
    assert (said.answer, said.escalate_to, said.ask) == (
        answer,
        decides,
        None if answer == "accept" else "Measure it over a year.",
    )
    assert said.why.endswith(".")


def test_a_finding_on_words_that_were_not_changed_speaks_against_no_change() -> None:
    old, new = text(f"1. {LOW}", f"2. {LAW}"), text(f"1. {LOW}", f"2. {LAW.replace('Oregon', 'Utah')}")
    (said,) = compare(version(old, finding(old, LOW)), version(new, finding(new, LOW))).answers
    assert said.answer == "accept"


def test_without_a_side_there_is_no_answer() -> None:
    old, new = text(f"1. {CAP}"), text(f"1. {LOW}")
    assert compare(version(old, acting_for=None), version(new, finding(new, LOW), acting_for=None)).answers == ()


# --------------------------------------------------------------------------------------------------------------- pages


def test_the_pages_show_hostile_words_as_words() -> None:
    bad = "Pay <script>alert(1)</script> and [click](http://x.example) **now** within thirty days."
    old, new = text(f"1. {bad}"), text(f"1. {bad.replace('thirty', '<b>ninety</b>')}")
    comparison = compare(version(old), version(new))
    page, markdown = html_page(comparison), markdown_page(comparison)
    assert "<script" not in page
    assert "<ins>&lt;b&gt;ninety&lt;/b&gt;</ins>" in page
    assert "<b>" not in markdown
    assert "[click](" not in markdown
    assert r"\*\*now\*\*" in markdown
