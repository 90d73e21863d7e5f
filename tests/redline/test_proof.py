"""A proof that cannot fail proves nothing: every check is shown a redline with one thing wrong."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from legalai.redline.metadata import clean
from legalai.redline.package import WordFile
from legalai.redline.proof import Made, checks_of
from tests.ingest.factory import docx, p, r
from tests.redline.builders import W, make, opened, point, read

OTHER = 'w:author="Other Side LLP" w:date="2026-01-05T10:00:00Z"'
CAP = "Liability is limited to three (3) months of fees."
BODY = (
    p(CAP)
    + f'<w:p>{r("They wrote ")}<w:ins w:id="7" {OTHER}>{r("all of this")}</w:ins><w:bookmarkStart w:id="8" w:name="b"/>'
    + '<w:bookmarkEnd w:id="8"/></w:p>'
    + p("The last words.")
)


def proved(folder: Path, spoil: Callable[[str], str], *, part: str = "word/document.xml") -> dict[str, bool]:
    """What each check says of a redline whose XML was changed in one part."""
    path = docx(folder / "contract.docx", BODY)
    document = read(path)
    made = make(path, [point(document, CAP, CAP.replace("three (3)", "twelve (12)"))], recipient="counterparty")
    redlined = opened(made, folder)
    text = redlined.parts[part].decode()
    spoilt = spoil(text)
    assert spoilt != text or spoil is untouched
    cleaned = clean(WordFile.open(path))
    shown = Made(
        document, made.proof.revisions, WordFile.open(path), cleaned.file,
        redlined.put({part: spoilt.encode()}), cleaned.taken,
    )  # fmt: skip
    return {check.name: check.passed for check in checks_of(shown, ())}


def untouched(text: str) -> str:
    return text


def test_a_good_redline_passes_every_check(tmp_path: Path) -> None:
    assert all(proved(tmp_path, untouched).values())


@pytest.mark.parametrize(
    ("spoil", "part", "check"),
    [
        # words of the original lost, or put in without a mark
        (lambda text: text.replace("The last words.", "The last word."), None,
         "rejecting ours gives the original text"),
        (lambda text: text.replace("months of fees", "months of all fees"), None,
         "accepting ours gives the intended text"),
        (lambda text: text.replace("twelve (12)", "eleven (11)"), None, "accepting ours gives the intended text"),
        # looks changed
        (lambda text: text.replace("<w:rPr/>", "<w:rPr><w:b/></w:rPr>", 1), None,
         "rejecting ours gives the original XML of the body"),
        # a revision of the other side accepted, signed by another, or dated anew
        (lambda text: text.replace("Other Side LLP", "Ostrava Client Ltd"), None, "earlier revisions untouched"),
        (lambda text: text.replace("2026-01-05T10", "2026-01-06T10"), None, "earlier revisions untouched"),
        # an id of ours that a bookmark has
        (lambda text: re.sub(r'<w:ins w:id="[0-9]+" (?=w:author="Ostrava)', '<w:ins w:id="8" ', text), None,
          "ids unique over the whole file"),
        # not as the standard wants it
        (lambda text: text.replace(' w:author="Ostrava Client Ltd"', "", 1), None,
         "element order and attributes by ISO/IEC 29500-1"),
        (lambda text: text.replace("w:delText", "w:t"), None, "element order and attributes by ISO/IEC 29500-1"),
        # a comment that ends nowhere
        (lambda text: text.replace("commentRangeEnd", "proofErr"), None, "comments anchored"),
        # another part changed
        (lambda text: text + " ", "word/styles.xml", "other parts byte for byte"),
    ],
)  # fmt: skip
def test_a_spoilt_redline_is_found_out(
    tmp_path: Path, spoil: Callable[[str], str], part: str | None, check: str
) -> None:
    assert not proved(tmp_path, spoil, part=part or "word/document.xml")[check]


def test_ids_are_new_to_every_part_of_the_file(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", BODY)
    document = read(path)
    made = make(path, [point(document, CAP, CAP.replace("three (3)", "twelve (12)"))])
    file = opened(made, tmp_path)
    ids = [
        each.get(f"{W}id")
        for part in ("word/document.xml", "word/comments.xml")
        for each in file.root(part).iter(*(f"{W}{name}" for name in ("ins", "del", "bookmarkStart", "comment")))
    ]
    assert len(ids) == len(set(ids))


def test_the_proof_says_what_it_is_of(tmp_path: Path) -> None:
    path = docx(tmp_path / "contract.docx", BODY)
    document = read(path)
    made = make(path, [point(document, CAP, CAP.replace("three (3)", "twelve (12)"))])
    assert made.proof.source_sha256 == document.facts.sha256
    assert made.proof.libreoffice == "not_run"
    assert made.proof.source_is_word
    assert replace(made.proof, checks=()) != made.proof
