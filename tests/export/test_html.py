import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from legalai.export.html import HtmlExporter, safe_url
from legalai.export.marked_text import stretches
from legalai.schema import Document, Review
from tests.export.samples import TEXT, document, quote, review


class Page(HTMLParser):
    """What a browser would see: tags with attributes, and the texts of the pieces of the contract."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.pieces: dict[tuple[int, int], str] = {}
        self._piece: tuple[int, int] | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        if "data-s" in values:
            self._piece = (int(values["data-s"] or ""), int(values["data-e"] or ""))
            self.pieces[self._piece] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._piece = None

    def handle_data(self, data: str) -> None:
        if self._piece:
            self.pieces[self._piece] += data

    def highlighted(self, start: int, end: int) -> str:
        """What the page's script lights up for #q-start-end."""
        return "".join(text for (first, last), text in sorted(self.pieces.items()) if first >= start and last <= end)


def _page(shown: Review | None = None, of: Document | None = None) -> Page:
    return Page(HtmlExporter().export(of or document(), shown or review()))


def test_every_link_lights_up_its_quote() -> None:
    page = _page()
    links = [values["href"] or "" for tag, values in page.tags if tag == "a" and "href" in values]
    spans = [tuple(map(int, link.removeprefix("#q-").split("-"))) for link in links]
    assert len(spans) >= 8
    for start, end in spans:
        assert page.highlighted(start, end) == TEXT[start:end]


def test_every_link_has_a_target_without_script() -> None:
    page = _page()
    targets = {values["id"] for tag, values in page.tags if tag == "a" and "id" in values}
    assert {(values["href"] or "")[1:] for tag, values in page.tags if tag == "a" and "href" in values} <= targets


def test_the_whole_contract_is_there() -> None:
    assert _page().highlighted(0, len(TEXT)) == TEXT


def test_contract_text_cannot_become_markup() -> None:
    text = TEXT + "\n6. <script>alert(1)</script><img src=x onerror=alert(2)>"
    hostile = replace(review(text), focuses=("<i>",))
    hostile = replace(hostile, summary=(replace(hostile.summary[0], sentence='"><svg onload=alert(3)>'),))
    page = _page(hostile, document(text))
    assert [tag for tag, _ in page.tags if tag in ("img", "svg", "i", "b")] == []
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert page.highlighted(0, len(text)) == text


def test_nothing_is_fetched() -> None:
    html = HtmlExporter().export(document(), review())
    loading = [
        (tag, name)
        for tag, values in Page(html).tags
        for name in values
        if name in ("src", "srcset", "action") or (tag == "link" and name == "href")
    ]
    assert loading == []
    assert "url(" not in html
    assert "@import" not in html
    assert not re.search(r"javascript:", html)


def test_the_policy_allows_its_own_script_and_style_and_nothing_else() -> None:
    html = HtmlExporter().export(document(), review())
    policy = next(v["content"] or "" for t, v in Page(html).tags if v.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    for tag in ("script", "style"):
        content = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert content
        digest = base64.b64encode(hashlib.sha256(content[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://www.legislation.gov.uk/ukpga/1977/50", "https://www.legislation.gov.uk/ukpga/1977/50"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, link: str | None) -> None:
    assert safe_url(url) == link


def test_overlapping_quotes_share_pieces() -> None:
    outer, inner = quote(TEXT, "three years and renews"), quote(TEXT, "years and renews for further")
    cut = list(stretches(document(), linked=[outer], cited=[inner], clauses=[]))
    pieces = [piece for stretch in cut for piece in stretch.pieces]
    assert "".join(piece.text for piece in pieces) == TEXT
    for wanted in (outer, inner):
        assert "".join(p.text for p in pieces if p.start >= wanted.start and p.end <= wanted.end) == wanted.text
    assert [piece.text for piece in pieces if piece.cited] == ["years and renews", " for further"]


def test_a_document_without_blocks_is_shown_whole() -> None:
    bare = replace(document(), blocks=())
    assert [p.text for s in stretches(bare, linked=[], cited=[], clauses=[]) for p in s.pieces] == [TEXT]
