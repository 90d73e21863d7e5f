from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from legalai.errors import ConfigError, InputError
from legalai.export.json import to_json
from legalai.redline.comments import INTERNAL
from legalai.redline.package import WordFile
from legalai.schema import Document
from tests.ingest.factory import docx, p, r
from tests.redline.builders import DECIDES, FALLBACK, WALK_AWAY, W, finding, make, opened, point, read

CAP = "Liability is limited to three (3) months of fees."
WANTED = CAP.replace("three (3)", "twelve (12)")
HIDDEN = "Tell them nothing of the second plant."


def contract(folder: Path, more: str = "") -> Path:
    return docx(folder / "contract.docx", p(CAP) + more + p("End."))


def everything(data: bytes, folder: Path) -> str:
    """All that can be read in a file, part by part."""
    path = folder / "looked-at.docx"
    path.write_bytes(data)
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_our_own_file_says_what_we_would_take_and_who_decides(tmp_path: Path) -> None:
    path = contract(tmp_path)
    made = make(path, [point(read(path), CAP, WANTED)], recipient="internal")
    held = everything(made.docx, tmp_path)
    for words in (FALLBACK, WALK_AWAY, DECIDES, INTERNAL, "no relation to the loss", "Sale of Goods Act 1979 s. 55"):
        assert words in held
    assert FALLBACK in made.html


def test_the_other_sides_file_says_why_and_nothing_of_ours(tmp_path: Path) -> None:
    path = contract(tmp_path)
    made = make(path, [point(read(path), CAP, WANTED)], recipient="counterparty")
    held = everything(made.docx, tmp_path) + made.html + to_json(made.proof)
    for words in (FALLBACK, WALK_AWAY, DECIDES, INTERNAL, finding().explanation):
        assert words not in held
    assert "no relation to the loss" in held
    names = {check.name for check in made.proof.checks}
    assert "no fallback, walk-away, escalation or internal comment in any part" in names


@pytest.mark.parametrize("leak", [FALLBACK, WALK_AWAY, DECIDES])
def test_a_file_that_would_leak_is_not_written(tmp_path: Path, leak: str) -> None:
    path = contract(tmp_path)
    told = replace(point(read(path), CAP, WANTED), rationale=f"Between us: {leak.upper()}")
    with pytest.raises(InputError, match="was not written, its proof failed") as caught:
        make(path, [told], recipient="counterparty")
    assert leak not in str(caught.value)


def test_a_fallback_among_the_proposed_words_is_a_leak(tmp_path: Path) -> None:
    path = contract(tmp_path)
    with pytest.raises(InputError, match="fallback of cap-point"):
        make(path, [point(read(path), CAP, f"{CAP} {FALLBACK}")], recipient="counterparty")


def test_a_short_name_that_the_contract_has_anyway_is_no_leak(tmp_path: Path) -> None:
    path = contract(tmp_path, p(f"Notices go to the {DECIDES}."))
    assert make(path, [point(read(path), CAP, WANTED)], recipient="counterparty").docx


def test_hidden_words_and_who_worked_on_it_are_gone(tmp_path: Path) -> None:
    path = contract(tmp_path, f"<w:p>{r('Shown.')}{r(HIDDEN, '<w:vanish/>')}</w:p>")
    made = make(path, [point(read(path), CAP, WANTED)], recipient="counterparty")
    held = everything(made.docx, tmp_path)
    assert HIDDEN not in held
    assert "python-docx" not in held  # the creator and description of the file the factory starts from
    cleaned = made.proof.checks[-1]
    assert cleaned.passed
    assert "1 hidden runs" in cleaned.detail
    assert HIDDEN in everything(make(path, [point(read(path), CAP, WANTED)]).docx, tmp_path)


def test_an_internal_redline_made_earlier_goes_out_without_its_internal_comments(tmp_path: Path) -> None:
    path = contract(tmp_path)
    first = make(path, [point(read(path), CAP, WANTED)], recipient="internal")
    path.write_bytes(first.docx)
    document = read(path)
    later = WANTED.replace("of fees", "of the fees")
    second = make(path, [point(document, WANTED, later, name="end")], recipient="counterparty", document=document)
    assert [(each.kind, each.new_text) for each in second.proof.revisions] == [("insertion", "the ")]
    held = everything(second.docx, tmp_path)
    assert FALLBACK not in held
    assert INTERNAL not in held
    assert "The cap has no relation to the loss." in held
    main = opened(second, tmp_path)
    comments = main.root("word/comments.xml")
    marked = {each.get(f"{W}id") for each in main.root(main.main).iter(f"{W}commentReference")}
    assert marked == {each.get(f"{W}id") for each in comments}


def test_comments_of_others_are_kept_and_the_part_is_extended(tmp_path: Path) -> None:
    path = contract(tmp_path)
    first = make(path, [point(read(path), CAP, WANTED)], recipient="counterparty", author="Other Side LLP")
    path.write_bytes(first.docx)
    before = WordFile.open(path)
    document = read(path)
    made = make(path, [point(document, "End.", "The end.", name="end")], recipient="counterparty", document=document)
    after = opened(made, tmp_path)
    assert after.parts["word/comments.xml"].startswith(before.parts["word/comments.xml"].removesuffix(b"</w:comments>"))
    assert "[Content_Types].xml" not in made.proof.changed_parts


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            lambda document: replace(document, facts=replace(document.facts, view="original")),
            "leave out --view original",
        ),
        (lambda document: document, "nothing to change"),
    ],
)
def test_what_cannot_be_redlined_says_why(tmp_path: Path, change: Callable[[Document], Document], said: str) -> None:
    path = contract(tmp_path)
    document = change(read(path))
    points = [] if said == "nothing to change" else [point(document, CAP, WANTED)]
    with pytest.raises(ConfigError, match=said):
        make(path, points, document=document)


def test_comments_are_numbered_in_the_order_of_the_contract(tmp_path: Path) -> None:
    pay, notice = "Pay within nine days.", "Notice is given in a week."
    path = docx(tmp_path / "contract.docx", p(CAP) + p(pay) + p(notice))
    wanted = [(notice, "Notice is given in a month."), (CAP, WANTED), (pay, "Pay within ninety days.")]
    document = read(path)
    points = [
        point(document, old, new, name=f"point{place}", priority=place)
        for place, (old, new) in enumerate(wanted, start=1)
    ]
    comments = opened(make(path, points, recipient="counterparty"), tmp_path).root("word/comments.xml")
    texts = ["".join(each.itertext()) for each in comments]
    assert [next(n for n in (1, 2, 3) if f"The point{n} " in text) for text in texts] == [2, 3, 1]
