"""Office files that are one XML file: OpenDocument and Word's package are read, Word 2003's own is refused."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from legalai.errors import UnsupportedFormat
from legalai.ingest import read
from tests.ingest.factory import READERS, docx, open_file, p, r

CHANGED = (
    f'<w:p>{r("Paid in ")}<w:del w:id="1" w:author="K"><w:r><w:delText>30</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="K">{r("45")}</w:ins>{r(" days.")}</w:p>'
)
PACKAGE = '<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'
FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:tracked-changes>
 <text:changed-region text:id="a"><text:deletion><office:change-info/></text:deletion></text:changed-region>
 <text:changed-region text:id="b"><text:insertion><office:change-info/></text:insertion></text:changed-region>
 </text:tracked-changes>
 <text:p>Paid in <text:change-start text:change-id="a"/>30<text:change-end
 text:change-id="a"/><text:change-start text:change-id="b"/>45<text:change-end text:change-id="b"/> days.</text:p>
 <text:p>Then <office:binary-data>AAAA</office:binary-data>no more.</text:p></office:text></office:body>
</office:document>"""


def flat(source: Path, target: Path) -> Path:
    """A Word file as Word saves it as one XML file."""
    with ZipFile(source) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    parts.pop("[Content_Types].xml")
    bodies = {name: re.sub(r"^<\?xml[^>]*\?>\s*", "", text) for name, text in parts.items()}
    held = (
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{text}</pkg:xmlData></pkg:part>' for name, text in bodies.items()
    )
    picture = '<pkg:part pkg:name="/word/media/image1.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>'
    begin = '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n'
    target.write_text(f"{begin}{PACKAGE}{''.join(held)}{picture}</pkg:package>", encoding="utf-8")
    return target


def test_a_package_in_one_file_is_read_in_its_views(tmp_path: Path) -> None:
    path = flat(docx(tmp_path / "a.docx", CHANGED + p("Fee & tax.".replace("&", "&amp;"))), tmp_path / "a.xml")
    assert open_file(path).text == "Paid in 45 days.\nFee & tax."
    assert read(path, READERS, view="original").text == "Paid in 30 days.\nFee & tax."
    assert open_file(path).facts.media_type == "application/xml"


def test_a_damaged_package_in_one_file_is_put_right(tmp_path: Path) -> None:
    path = flat(docx(tmp_path / "a.docx", p("Fee &amp; tax.")), tmp_path / "a.xml")
    path.write_text(path.read_text(encoding="utf-8").replace("&amp;", "&"), encoding="utf-8")
    document = open_file(path)
    assert document.text == "Fee & tax."
    assert [issue.code for issue in document.issues] == ["repaired"]


def test_a_flat_opendocument_text_is_read_in_its_views(tmp_path: Path) -> None:
    (path := tmp_path / "a.fodt").write_text(FODT, encoding="utf-8")
    assert open_file(path).text == "Paid in 45 days.\nThen no more."
    assert read(path, READERS, view="original").text == "Paid in 30 days.\nThen no more."


def test_word_2003_xml_is_refused_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x"/>')
    with pytest.raises(UnsupportedFormat, match=r"^a\.xml is a Word 2003 XML document: open it in Word and save it"):
        open_file(path)
