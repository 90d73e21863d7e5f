"""Pictures and shapes that stand in front of the text of a Word file."""

from pathlib import Path

import pytest

from tests.ingest.factory import docx, open_file, p

SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
PICTURE = '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rId9"/>'
FILL = '<a:solidFill><a:srgbClr val="FFFFFF">{}</a:srgbClr></a:solidFill>'


def shape(fill: str, words: str = "") -> str:
    box = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
    return f"<wps:wsp><wps:spPr>{fill}</wps:spPr>{box}</wps:wsp>"


def drawing(
    held: str, *, behind: int = 0, wrap: str = "wrapNone", cm: tuple[int, int] = (15, 8), more: str = ""
) -> str:
    cx, cy = (side * 360_000 for side in cm)
    data = f"<a:graphic><a:graphicData>{held}</a:graphicData></a:graphic>"
    anchor = (
        f'<wp:anchor {SPACES} behindDoc="{behind}"><wp:extent cx="{cx}" cy="{cy}"/><wp:{wrap}/>'
        f'<wp:docPr id="1" name="x" {more}/>{data}</wp:anchor>'
    )
    return f"<w:p><w:r><w:drawing>{anchor}</w:drawing></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (drawing(PICTURE), "a picture of 15 by 8 cm stands in front of the text"),
        (drawing(shape(FILL.format(""))), "a filled shape of 15 by 8 cm stands in front of the text"),
        (drawing(PICTURE, behind=1), ""),
        (drawing(PICTURE, wrap="wrapTopAndBottom"), ""),
        (drawing(PICTURE, cm=(6, 3)), ""),
        (drawing(PICTURE, more='hidden="1"'), ""),
        (drawing(shape(FILL.format('<a:alpha val="20000"/>'))), ""),
        (drawing(shape("<a:noFill/>")), ""),
        (drawing(shape(FILL.format(""), p("Words in a box"))), ""),
    ],
)
def test_what_may_cover_text_is_told(tmp_path: Path, body: str, told: str) -> None:
    document = open_file(docx(tmp_path / "a.docx", p("The Fee is due.") + body))
    assert document.text.startswith("The Fee is due.")
    # The pictures themselves are not in the file, which is told too.
    issues = [issue for issue in document.issues if issue.code != "pictures-not-read"]
    assert [issue.code for issue in issues] == (["covered-text"] if told else [])
    assert all(told in issue.message for issue in issues)
