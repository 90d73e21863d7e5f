"""Contract text on a page that reads Markdown and HTML."""

import pytest

from legalai.ui.safe import html, markdown, shortened


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("11.3, p. 4", r"11\.3\, p\. 4"),
        # an image would be a request to somebody's server
        ("![x](https://evil.example/a.png)", r"\!\[x\]\(https\:\/\/evil\.example\/a\.png\)"),
        (":red[x] $a$ `b`", r"\:red\[x\] \$a\$ \`b\`"),
        ("a\n\n# b", r"a \# b"),
        ("Müller & Söhne", r"Müller \& Söhne"),
    ],
)
def test_markdown_shows_text_as_it_is(text: str, escaped: str) -> None:
    assert markdown(text) == escaped


def test_html_escapes_every_value() -> None:
    assert html("<p>{a}</p>", a='<i>"') == "<p>&lt;i&gt;&#34;</p>"
    assert html("<p>{a}</p>", a=html("<b>{x}</b>", x="&")) == "<p><b>&amp;</b></p>"


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [("two words", 20, "two words"), ("one two three", 9, "one two …"), ("line\nbreak", 20, "line break")],
)
def test_long_quotes_are_cut_at_a_word(text: str, limit: int, short: str) -> None:
    assert shortened(text, limit) == short
