"""Word files, negotiation points and redlines for the tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from legalai.ingest.word.docx import DocxReader
from legalai.redline import Redlined, RedlineRequest, redline
from legalai.redline.package import WordFile
from legalai.redline.revision import Planner
from legalai.schema import Authority, Citation, Document, Finding, NegotiationPoint, Recipient
from tests.export import samples
from tests.ingest.factory import docx

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "We would take twice the yearly fees, but not less."
WALK_AWAY = "Anything under one year of fees ends the talks for us."
DECIDES = "Chief Counsel for Northern Europe"


def read(path: Path) -> Document:
    return DocxReader().read(path)


def point(
    document: Document, old: str, new: str, *, edit: str = "replace", name: str = "cap", priority: int = 1
) -> NegotiationPoint:
    """A point on the words `old`, which the document holds once."""
    assert document.text.count(old) == 1, (old, document.text)
    start = document.text.index(old)
    return NegotiationPoint(
        id=f"{name}-point",
        finding=name,
        priority=priority,
        ask=f"Change the {name}.",
        rationale=f"The {name} has no relation to the loss.",
        proposed_text=new,
        fallback=FALLBACK,
        walk_away=WALK_AWAY,
        citations=(Citation(text=old, start=start, end=start + len(old)),),
        authorities=(
            Authority(cite="Sale of Goods Act 1979 s. 55", url=None, as_of=date(2026, 1, 1), checked_on=None),
        ),
        edit="insert_after" if edit == "insert_after" else "replace",
    )


def finding(name: str = "cap") -> Finding:
    return Finding(
        id=name,
        severity="high",
        focus="liability",
        title="A low cap",
        explanation="A claim of ours would be worth a month of fees and no more.",
        clause_type=None,
        favours="them",
        citations=(),
        escalate_to=DECIDES,
    )


def make(
    path: Path,
    points: Sequence[NegotiationPoint],
    *,
    recipient: Recipient = "internal",
    document: Document | None = None,
    author: str = "Ostrava Client Ltd",
    libreoffice: bool = False,
    password: str | None = None,
) -> Redlined:
    review = replace(
        samples.review(samples.TEXT),
        negotiation_points=tuple(points),
        findings=tuple(finding(each.finding) for each in points),
    )
    request = RedlineRequest(recipient=recipient, author=author, now=NOW, libreoffice=libreoffice, password=password)
    return redline(path, document or read(path), review, request)


def opened(made: Redlined, folder: Path) -> WordFile:
    path = folder / "made.docx"
    path.write_bytes(made.docx)
    return WordFile.open(path)


def body_xml(made: Redlined, folder: Path) -> str:
    file = opened(made, folder)
    return file.parts[file.main].decode()


def accepted_text(made: Redlined, folder: Path) -> str:
    """What a reader gets once everything is accepted, by the reader alone."""
    path = folder / "accepted.docx"
    path.write_bytes(made.docx)
    return Planner(read(path)).intended(())


def edited(
    folder: Path, body: str, old: str, new: str, *, numbering: str = "", recipient: Recipient = "internal"
) -> Redlined:
    """The redline of a body of XML with one clause put otherwise."""
    path = docx(folder / "contract.docx", body, numbering=numbering)
    return make(path, [point(read(path), old, new)], recipient=recipient)
