"""Whatever a Word file is made of: taken back, a redline is the original; accepted, it is what was meant."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from legalai.redline.revision import Planner
from tests.ingest.factory import NAMESPACES
from tests.redline.builders import make, point, read

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="'
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
OTHER = 'w:author="Other Side" w:date="2026-01-05T10:00:00Z"'
WORDS = [
    "fees",
    "three (3)",
    "months",
    "the",
    "Client",
    "shall",
    "not",
    "£500",
    "“Cap”",
    "term,",
    "a.",
    "x\u00a0y",
    "don’t",
]
LOOKS = ["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:i/><w:sz w:val="20"/></w:rPr>', "<w:rPr/>"]

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda each: " ".join(each) + " ")
looks = st.sampled_from(LOOKS)


def run(text: str, look: str, tag: str = "t") -> str:
    return f'<w:r>{look}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


plain = st.builds(run, words, looks)
pieces = st.one_of(
    plain,
    plain,
    st.builds(lambda inner: f'<w:ins w:id="{{}}" {OTHER}>{inner}</w:ins>', plain),
    st.builds(lambda text, look: f'<w:del w:id="{{}}" {OTHER}>{run(text, look, "delText")}</w:del>', words, looks),
    st.builds(lambda inner: f'<w:hyperlink w:anchor="a">{inner}</w:hyperlink>', plain),
    st.builds(lambda inner: f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>", plain),
    st.sampled_from(
        [
            "<w:r/>",
            '<w:proofErr w:type="spellStart"/>',
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            '<w:bookmarkStart w:id="{}" w:name="b{}"/>',
            "<w:r><w:tab/></w:r>",
            '<w:r><w:t>soft</w:t><w:softHyphen/><w:t>ly </w:t><w:br/><w:t xml:space="preserve">on </w:t></w:r>',
            '<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>',
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
        ]
    ),
)
marks = st.sampled_from(
    ["", "", "", f'<w:pPr><w:rPr><w:ins w:id="{{}}" {OTHER}/></w:rPr></w:pPr>', '<w:pPr><w:jc w:val="both"/></w:pPr>']
)
paragraphs = st.builds(lambda mark, inner: f"<w:p>{mark}{''.join(inner)}</w:p>", marks, st.lists(pieces, max_size=6))
tables = st.builds(
    lambda cells: "<w:tbl><w:tr>" + "".join(f"<w:tc>{each}</w:tc>" for each in cells) + "</w:tr></w:tbl>",
    st.lists(paragraphs, min_size=1, max_size=3),
)
bodies = st.lists(st.one_of(paragraphs, paragraphs, paragraphs, tables), min_size=1, max_size=5)


def word_file(folder: Path, parts: Sequence[str]) -> Path:
    """The body as a Word file, its placeholders for ids counted up."""
    body = "".join(parts) + "<w:p><w:r><w:t>The very end of it.</w:t></w:r></w:p><w:sectPr/>"
    counted = "".join(f"{piece}{100 + number}" for number, piece in enumerate(body.split("{}")))
    path = folder / "contract.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{counted}</w:body></w:document>")
    return path


@settings(max_examples=60)
@given(bodies, st.data())
def test_taken_back_it_is_the_original_and_accepted_it_is_what_was_meant(parts: list[str], data: st.DataObject) -> None:
    """The proof does the comparing, and is done again here by the reader; what fails its proof raises."""
    with tempfile.TemporaryDirectory() as folder:
        path = word_file(Path(folder), parts)
        document = read(path)
        blocks = [each for each in document.blocks if document.text.count(document.text[each.start : each.end]) == 1]
        chosen = data.draw(st.lists(st.sampled_from(blocks), min_size=1, max_size=3, unique=True))
        points = []
        for number, block in enumerate(chosen):
            old = document.text[block.start : block.end]
            tokens = old.split(" ")
            first = data.draw(st.integers(0, len(tokens) - 1))
            last = data.draw(st.integers(first, len(tokens)))
            put = data.draw(st.lists(st.sampled_from(WORDS), max_size=3))
            new = " ".join([*tokens[:first], *put, *tokens[last:]])
            edit = data.draw(st.sampled_from(["replace", "replace", "insert_after"]))
            if new.strip() and new != old:
                points.append(point(document, old, new, edit=edit, name=f"n{number}", priority=number + 1))
        if not points:
            return
        recipient = data.draw(st.sampled_from(["counterparty", "internal"]))
        made = make(path, points, document=document, recipient=recipient)
        assert all(check.passed for check in made.proof.checks)
        again = Path(folder) / "again.docx"
        again.write_bytes(made.docx)
        wanted = Planner(document).intended(made.proof.revisions)
        assert Planner(read(again)).intended(()) == wanted
        for each in made.proof.revisions:
            assert document.text[each.start : each.end] == each.text
