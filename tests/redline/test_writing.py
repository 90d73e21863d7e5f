from dataclasses import replace
from pathlib import Path

import pytest

from legalai.errors import InputError
from legalai.redline.package import WordFile
from legalai.text_map import TextMap
from tests.ingest.factory import abstract, docx, level, num, p, r
from tests.redline.builders import (
    NOW,
    W,
    accepted_text,
    body_xml,
    edited,
    make,
    opened,
    point,
    read,
)

OTHER = 'w:author="Other Side LLP" w:date="2026-01-05T10:00:00Z"'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF cap </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9.2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
CAP = "Liability is limited to three (3) months of fees."
WANTED = "Liability is limited to twelve (12) months of fees."


def around(inner: str) -> str:
    return f"<w:p>{inner}</w:p>" + p("The end.")


@pytest.mark.parametrize(
    "body",
    [
        # one run, and the same words over several runs with looks of their own
        pytest.param(p(CAP) + p("End."), id="one run"),
        pytest.param(
            around(r("Liability is limited to th", "<w:b/>") + r("ree (", "<w:i/>") + r("3) months of fees.")),
            id="many runs",
        ),
        pytest.param(around(r("Liability is limited to ") + "<w:r/>" + r("three (3)") + "<w:r><w:rPr/></w:r>"
                            + r(" months of fees.")), id="empty runs"),
        pytest.param(f"<w:tbl><w:tr><w:tc>{p('Cap')}</w:tc><w:tc>{p(CAP)}</w:tc></w:tr></w:tbl>{p('End.')}",
                     id="table"),
        pytest.param(f"<w:sdt><w:sdtPr/><w:sdtContent>{p(CAP)}</w:sdtContent></w:sdt>{p('End.')}", id="block control"),
        pytest.param(around(r("Liability is limited to ") + "<w:sdt><w:sdtPr/><w:sdtContent>" + r("three (3) months")
                            + "</w:sdtContent></w:sdt>" + r(" of fees.")), id="control in a line"),
        pytest.param(around(r("Liability is limited to ") + '<w:hyperlink w:anchor="x">' + r("three (3)")
                            + "</w:hyperlink>" + r(" months of fees.")), id="link"),
        pytest.param(around(r("Liability is limited to ") + f'<w:ins w:id="7" {OTHER}>' + r("three (3)") + "</w:ins>"
                            + r(" months of fees.")), id="inside an insertion of others"),
        pytest.param(around(r("Liability is limited to three ") + f'<w:del w:id="7" {OTHER}><w:r><w:delText>or four'
                            "</w:delText></w:r></w:del>" + r("(3) months of fees.")), id="around a deletion of others"),
        pytest.param(around(r("Liability is limited to ") + '<w:bookmarkStart w:id="3" w:name="cap"/>'
                            + r("three (3) months") + '<w:bookmarkEnd w:id="3"/>' + r(" of fees.")), id="bookmark"),
        pytest.param(around('<w:commentRangeStart w:id="4"/>' + r("Liability is limited to three ")
                            + '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>'
                            + r("(3) months of fees.")), id="comment anchor"),
        pytest.param(around(r("Liability is limited to ") + "<w:r><w:t>th</w:t><w:softHyphen/><w:t>ree (3)</w:t></w:r>"
                            + r(" months of fees.")), id="soft hyphen"),
    ],
)  # fmt: skip
def test_words_change_wherever_they_stand(tmp_path: Path, body: str) -> None:
    made = edited(tmp_path, body, CAP, WANTED)
    assert [(each.kind, each.text, each.new_text) for each in made.proof.revisions] == [
        ("replacement", "three (3)", "twelve (12)")
    ]
    assert all(check.passed for check in made.proof.checks)
    assert WANTED in accepted_text(made, tmp_path)


@pytest.mark.parametrize(
    "body",
    [
        r("Liability is limited to three (3)") + NOTE + r(" months of fees."),
        "<w:r><w:t>Liability is limited to three (3)</w:t><w:footnoteReference w:id=\"2\"/>"
        '<w:t xml:space="preserve"> months of fees.</w:t></w:r>',
    ],
    ids=["in a run of its own", "in the same run"],
)  # fmt: skip
def test_words_change_beside_the_mark_of_a_note(tmp_path: Path, body: str) -> None:
    made = edited(tmp_path, around(body), CAP.replace("(3)", "(3)[1]"), WANTED.replace("(12)", "(12)[1]"))
    assert [(each.text, each.new_text) for each in made.proof.revisions] == [("three (3)", "twelve (12)")]
    assert all(check.passed for check in made.proof.checks)


BLOCKED = [
    ("field", r("Liability is limited as clause ") + FIELD + r(" says."), "Liability is limited as clause 9.2 says.",
     "Liability is limited as clause 9.4 says.", "field"),
    ("simple field", r("Liability is ") + '<w:fldSimple w:instr="REF cap">' + r("limited") + "</w:fldSimple>" + r("."),
     "Liability is limited.", "Liability is uncapped.", "field"),
    ("footnote inside", r("Liability is limited to three ")
     + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("(3) months."),
     "Liability is limited to three [1](3) months.", "Liability is limited to ten (10) months.", "footnote"),
    ("picture inside", r("Liability is limited to three ") + "<w:r><w:drawing/></w:r>" + r("(3) months."),
     "Liability is limited to three (3) months.", "Liability is limited to ten (10) months.", "picture"),
    ("locked control", '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr><w:sdtContent>'
     + r("Liability is low.")
     + "</w:sdtContent></w:sdt>", "Liability is low.", "Liability is high.", "locked"),
    ("bookmark referred to", '<w:bookmarkStart w:id="3" w:name="cap"/>' + r("three") + '<w:bookmarkEnd w:id="3"/>'
     + r(" months, see ") + FIELD, "three months, see 9.2", "nine months, see 9.2", "bookmark"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "old", "new", "why"), [each[1:] for each in BLOCKED], ids=[each[0] for each in BLOCKED]
)
def test_what_must_stay_is_never_deleted(tmp_path: Path, inner: str, old: str, new: str, why: str) -> None:
    """The clause as it should be follows instead, a tracked change all the same, and says why."""
    made = edited(tmp_path, around(inner), old, new)
    [revision] = made.proof.revisions
    assert revision.kind == "new_paragraph"
    assert why in (revision.why or "")
    assert new in revision.new_text
    before = WordFile.open(tmp_path / "contract.docx")
    after = opened(made, tmp_path)
    for tag in ("fldChar", "footnoteReference", "drawing", "bookmarkStart", "bookmarkEnd"):
        count = sum(1 for _ in before.root(before.main).iter(f"{W}{tag}"))
        assert sum(1 for _ in after.root(after.main).iter(f"{W}{tag}")) == count


def test_where_nothing_can_change_there_is_a_comment_with_the_words(tmp_path: Path) -> None:
    locked = '<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    made = edited(tmp_path, locked.format(p(CAP)), CAP, WANTED)
    assert [each.kind for each in made.proof.revisions] == ["comment"]
    file = opened(made, tmp_path)
    assert WANTED in file.parts["word/comments.xml"].decode()


def test_a_point_on_words_in_a_note_is_not_lost(tmp_path: Path) -> None:
    """A note can bear no comment: what is asked stands at the beginning of the contract."""
    path = docx(tmp_path / "contract.docx", p("The first words.") + p(CAP))
    document = read(path)
    note = len(document.text) - len(CAP)
    homes = tuple(replace(home, paragraph=None, run=None, offset=None) if home.start >= note else home
                  for home in document.text_map.homes)  # fmt: skip
    document = replace(document, text_map=TextMap(homes))
    with pytest.raises(InputError, match="proof failed"):
        make(
            path,
            [point(document, CAP, WANTED)],
            document=replace(document, text=document.text.replace("first", "forst")),
        )
    made = make(path, [point(document, CAP, WANTED)], document=document)
    [revision] = made.proof.revisions
    assert revision.kind == "comment"
    assert WANTED in opened(made, tmp_path).parts["word/comments.xml"].decode()


def test_a_narrower_edit_goes_round_a_footnote(tmp_path: Path) -> None:
    """Joined, the two edits would run over the footnote between them."""
    inner = r("pay in three") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r(" full months")
    made = edited(tmp_path, around(inner), "pay in three[1] full months", "pay in nine[1] full weeks")
    assert [(each.text, each.new_text) for each in made.proof.revisions] == [("three", "nine"), ("months", "weeks")]


def test_looks_of_split_runs_are_kept(tmp_path: Path) -> None:
    made = edited(tmp_path, around(r(CAP, '<w:b/><w:color w:val="112233"/>')), CAP, WANTED)
    looks = '<w:rPr><w:b/><w:color w:val="112233"/></w:rPr>'
    xml = body_xml(made, tmp_path)
    assert xml.count(looks) == 4  # before, deleted, inserted, after
    assert f'w:author="Ostrava Client Ltd" w:date="{NOW:%Y-%m-%dT%H:%M:%SZ}"' in xml
    assert '<w:delText xml:space="preserve">three (3)</w:delText>' in xml


@pytest.mark.parametrize(
    "unseen",
    [
        r("words that nobody is shown and that are many", "<w:vanish/>"),
        r("words that nobody is shown and that are many", '<w:color w:val="FFFFFF"/>'),
    ],
)
def test_a_new_paragraph_looks_as_the_words_that_are_shown(tmp_path: Path, unseen: str) -> None:
    hidden_end = "<w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>"
    path = docx(tmp_path / "contract.docx", f"<w:p>{hidden_end}{unseen}{r('Few words.')}</w:p>" + p("The end."))
    made = make(path, [point(read(path), "Few words.", "Many new words.", edit="insert_after")])
    assert "Many new words." in accepted_text(made, tmp_path)
    assert made.proof.revisions[0].kind == "new_paragraph"


def test_revisions_and_comments_of_others_stay_byte_for_byte(tmp_path: Path) -> None:
    theirs = f'<w:ins w:id="7" {OTHER}>' + r("three (3)") + "</w:ins>"
    mine = f'<w:del w:id="8" {OTHER}><w:r><w:delText>never</w:delText></w:r></w:del>'
    body = around(r("Liability is limited to ") + theirs + r(" months ") + mine + r(" of the fees paid."))
    made = edited(tmp_path, body, "of the fees paid", "of the fees payable")
    check = next(each for each in made.proof.checks if each.name == "earlier revisions untouched")
    assert check.detail.startswith("2 revisions of others: 2 byte for byte")
    nested = edited(tmp_path, body, "three (3) months", "nine (9) months")
    check = next(each for each in nested.proof.checks if each.name == "earlier revisions untouched")
    assert "1 byte for byte, 1 with a change of ours inside" in check.detail


NUMBERED = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")) + num(1, 1)


@pytest.mark.parametrize(
    "case",
    [
        # typed numbers: a letter, after the sub-clauses, in the paragraph's own way of writing numbers
        (p("11.1 The first clause of this part is here.") + p("11.2\tThe Client shall always do both of these:")
         + p("(a) one;") + p("(b) two.") + p("11.3 The third clause of this part is here."), "do both of these:",
         "11.2A New words.", "11.2A\tNew words.", "(b) two."),
        # automatic numbers: the list's next, nothing typed
        (p("Heading", (1, 0)) + p("First.", (1, 1)) + p("Second.", (1, 1)), "First.", "1.1A New words.", "New words.",
         "First."),
        # automatic numbers that others refer to: after the last of those
        (p("Heading", (1, 0)) + p("First.", (1, 1)) + p("Second.", (1, 1)) + p("Third.", (1, 1))
         + p("Section 1.2 survives.", (1, 1)), "First.", "1.1A New words.", "New words.", "Second."),
        # or that our own words refer to, or that stand without a word for a clause
        (p("Heading", (1, 0)) + p("First.", (1, 1)) + p("Second.", (1, 1)) + p("Third.", (1, 1)), "First.",
         "1.1A Despite clause 1.2, new words.", "Despite clause 1.2, new words.", "Second."),
        (p("Heading", (1, 0)) + p("First.", (1, 1)) + p("Second.", (1, 1)) + p("See 1.3 first.", (1, 1)), "First.",
         "1.1A New words.", "New words.", "See 1.3 first."),
        # but not by a rate or a sum
        (p("Heading", (1, 0)) + p("First.", (1, 1)) + p("Pay $1.2 and 1.2% more.", (1, 1)), "First.",
         "1.1A New words.", "New words.", "First."),
        # no numbers at all
        (p("First words.") + p("Second words."), "First words.", "New words.", "New words.", "First words."),
        # the last paragraph of all, and of a cell
        (p("First words.") + p("Last words."), "Last words.", "New words.", "New words.", "Last words."),
        (f"<w:tbl><w:tr><w:tc>{p('Left words.')}</w:tc><w:tc>{p('Right words.')}</w:tc></w:tr></w:tbl>{p('End.')}",
         "Right words.", "New words.", "New words.", "Right words."),
        # not in a table of terms where there are clauses, but after the last of them
        (f"<w:tbl><w:tr><w:tc>{p('Law')}</w:tc><w:tc>{p('England')}</w:tc></w:tr></w:tbl>"
         + p("1. The Client shall pay what it owes.") + p("2. The Client may leave. Last."), "England",
         "New words.", "3. New words.", "leave. Last."),
    ],
)  # fmt: skip
def test_a_missing_clause_is_put_where_it_belongs(tmp_path: Path, case: tuple[str, str, str, str, str]) -> None:
    body, anchor, proposed, wanted, after = case
    path = docx(tmp_path / "contract.docx", body, numbering=NUMBERED)
    document = read(path)
    made = make(path, [point(document, anchor, proposed, edit="insert_after")])
    [revision] = made.proof.revisions
    assert (revision.kind, revision.new_text) == ("new_paragraph", wanted)
    assert document.text[: revision.start].endswith(after)
    assert f"{after} " in accepted_text(made, tmp_path) + " "
    assert " ".join(wanted.split()) in accepted_text(made, tmp_path)


def test_two_clauses_after_one_stand_in_the_order_of_what_they_cost(tmp_path: Path) -> None:
    for body in (p("Only words."), p("Only words.") + p("More.")):
        path = docx(tmp_path / "contract.docx", body)
        document = read(path)
        points = [
            point(document, "Only words.", "Second new.", edit="insert_after", name="b", priority=2),
            point(document, "Only words.", "First new.", edit="insert_after", name="a", priority=1),
        ]
        assert "Only words. First new. Second new." in accepted_text(make(path, points), tmp_path)


def test_a_clause_that_is_cut_over_paragraphs_is_changed_in_each(tmp_path: Path) -> None:
    path = docx(
        tmp_path / "contract.docx",
        p("1. The Client shall pay all of the") + p("and every one of its") + p("fees within ten days.") + p("2. End."),
    )
    document = read(path)
    old = document.text[document.text.index("The Client") : document.text.index("\n2.")]
    made = make(path, [point(document, old, "The Client shall pay half of its debts within ten days.")])
    assert all(each.why is None and "\n" not in each.text for each in made.proof.revisions)
    assert accepted_text(made, tmp_path) == "1. The Client shall pay half of its debts within ten days. 2. End."


def test_words_added_before_a_new_clause_do_not_touch_it(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", p("9.1 The Client shall pay.") + p("10. Notices"))
    document = read(path)
    points = [
        point(document, "The Client shall pay.", "The Client shall pay. It may set off."),
        point(document, "The Client shall pay.", "9.1A New words.", edit="insert_after", name="b", priority=2),
    ]
    made = make(path, points)
    assert [(each.kind, each.new_text) for each in made.proof.revisions] == [
        ("insertion", ". It may set off"),
        ("new_paragraph", "9.1A New words."),
    ]
    assert "shall pay. It may set off. 9.1A New words. 10. Notices" in accepted_text(made, tmp_path)


def test_a_clause_taken_out_takes_its_paragraph_along(tmp_path: Path) -> None:
    body = p("1. First.") + p("2. Gone for good.") + p("3. Last.")
    made = edited(tmp_path, body, "2. Gone for good.", "")
    assert accepted_text(made, tmp_path) == "1. First. 3. Last."
    assert "<w:rPr><w:del " in body_xml(made, tmp_path)


def test_a_clause_is_changed_and_followed_by_a_new_one_in_one_point(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", p("5.1 No limit applies, even for fraud.") + p("5.2 Costs."))
    document = read(path)
    old = "No limit applies, even for fraud."
    made = make(path, [point(document, old, "No limit applies.\n\n5.1A Fraud is no business risk.")])
    assert [each.kind for each in made.proof.revisions] == ["deletion", "new_paragraph"]
    assert accepted_text(made, tmp_path) == "5.1 No limit applies. 5.1A Fraud is no business risk. 5.2 Costs."


@pytest.mark.parametrize(
    "forbids",
    [
        "These Clauses set out safeguards by Article 46(2), provided they are not modified, except in the Annex.",
        "The Parties undertake not to modify the Clauses, except for adding information to the Annexes.",
    ],
)
def test_standard_clauses_that_may_not_be_modified_are_added_to_and_commented_on_only(
    tmp_path: Path, forbids: str
) -> None:
    path = docx(tmp_path / "contract.docx", p(forbids) + p(CAP) + p("End."))
    document = read(path)
    points = [
        point(document, CAP, WANTED),
        point(document, CAP, "Notice is given by e-mail as well.", edit="insert_after", name="b", priority=2),
    ]
    made = make(path, points)
    assert {each.kind: each.why for each in made.proof.revisions} == {
        "comment": "standard contractual clauses protect only while they are not modified",
        "new_paragraph": None,
    }


@pytest.mark.parametrize(
    ("wanted", "kind"),
    [
        (CAP.replace(".", ", in writing and within two (2) days."), "new_paragraph"),
        (CAP.replace(".", ", unless the Importer objects."), "comment"),
        (CAP.replace(".", ", at the cost of the Exporter."), "comment"),
    ],
)
def test_beside_standard_clauses_a_stricter_one_is_added(tmp_path: Path, wanted: str, kind: str) -> None:
    fixed = p("These Clauses set out safeguards, provided they are not modified.")
    body = fixed + p(f"8. {CAP}") + p("18. The courts of Ireland decide.") + p("ANNEX I") + p("The exporter.")
    path = docx(tmp_path / "contract.docx", body)
    made = make(path, [point(read(path), CAP, wanted)])
    assert [each.kind for each in made.proof.revisions] == [kind]
    added = (
        f" In addition to the clause that it repeats, which stays as it is: {wanted}" if kind == "new_paragraph" else ""
    )
    assert f"18. The courts of Ireland decide.{added} ANNEX I" in accepted_text(made, tmp_path)
    assert f"8. {CAP}" in accepted_text(made, tmp_path)


def test_an_agreement_that_has_standard_clauses_annexed_is_changed(tmp_path: Path) -> None:
    annexed = "word " * 2_000 + "The Parties undertake not to modify the Clauses."
    path = docx(tmp_path / "contract.docx", p("The standard contractual clauses apply.") + p(CAP) + p(annexed))
    made = make(path, [point(read(path), CAP, WANTED)])
    assert [each.kind for each in made.proof.revisions] == ["replacement"]


def test_two_points_never_change_the_same_words(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", p(CAP) + p("End."))
    document = read(path)
    points = [
        point(document, CAP, WANTED),
        point(document, CAP, CAP.replace("three (3)", "six (6)"), name="b", priority=2),
    ]
    made = make(path, points)
    assert [(each.kind, each.new_text) for each in made.proof.revisions] == [
        ("comment", ""),
        ("replacement", "twelve (12)"),
    ]
    assert made.proof.revisions[0].why == "another change is made to the same words"


def test_a_huge_paragraph_is_no_trouble(tmp_path: Path) -> None:
    body = p("word " * 40_000 + "three (3) months. " + "word " * 40_000) + p("End.")
    path = docx(tmp_path / "contract.docx", body)
    document = read(path)
    old = document.text[: document.text.index("\n")]
    made = make(path, [point(document, old, old.replace("three (3)", "nine (9)"))])
    assert [each.text for each in made.proof.revisions] == ["three (3)"]


def test_characters_that_xml_cannot_hold_do_not_get_in(tmp_path: Path) -> None:
    made = edited(tmp_path, p(CAP) + p("End."), CAP, CAP.replace("three (3)", "tw\x0belve\x00 (12)"))
    assert "tw elve (12) months" in " ".join(accepted_text(made, tmp_path).split())
