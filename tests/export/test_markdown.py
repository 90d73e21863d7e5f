from dataclasses import replace

import pytest

from legalai.export.html import HtmlExporter
from legalai.export.markdown import MarkdownExporter, escaped
from legalai.schema import Issue
from tests.export.samples import document, review


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain words, 7.2(b)", "plain words, 7.2(b)"),
        ("two\n  lines", "two lines"),
        ("<script>alert(1)</script> & co", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"),
        ("[x](javascript:y)", r"\[x\](javascript:y)"),
        ("a | b", r"a \| b"),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("# heading", r"\# heading"),
        ("1. item", r"1\. item"),
        ("- item", r"\- item"),
        ("---", r"\---"),
        ("1.2 is no list", "1.2 is no list"),
    ],
)
def test_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_the_review_in_words() -> None:
    text = MarkdownExporter().export(document(), review())
    for line in (
        "# Hosting Agreement",
        "| Parties | Alder Cloud Ltd (Provider); Brook Retail plc (Client) |",
        "| Effective date | absent: no date for it is stated |",
        "| Expiration date | 2027-03-03 (computed) |",
        "| Renewal | automatic, successive terms of 1 year |",
        "| Notice period | 90 days |",
        "- Liability is capped at £50,000. (4, p. 2; p. 2)",
        "### HIGH: A low cap",
        "liability; favours the other side. The cap is &lt;below&gt; what the client wants.",
        "    - Yields to (“Subject to”, 5): “The term is three years” (2)",
        "### 1. Raise the cap.",
        "- Proposed instead of the cited clause: liability shall not exceed £250,000",
        "- Fallback (internal): £150,000",
        "- Audit Rights (overlooked 12% of the time; 1 near)",
        "- **Alder Cloud Ltd** (obligation): restore \\| the service &amp; report (3)",
    ):
        assert line in text.splitlines()


def test_partial_is_said_first() -> None:
    issue = Issue(code="damaged-page", severity="error", message="page 2 cannot be read", page=2)
    text = MarkdownExporter().export(document(), review(issues=(issue,)))
    assert text.index("This review is partial") < text.index("## Summary")
    assert "- error: page 2 cannot be read (damaged-page, p. 2)" in text.splitlines()


@pytest.mark.parametrize(("name", "label"), [("missing-saas-exit", "Nearest"), ("cap-1", "Contract")])
def test_the_words_beside_what_was_not_found_are_only_near_it(name: str, label: str) -> None:
    made = review()
    finding = replace(made.findings[0], id=name)
    bare = replace(made, findings=(finding,), negotiation_points=())
    assert f"- {label}: “" in MarkdownExporter().export(document(), bare)
    assert f"{label}: <a" in HtmlExporter().export(document(), bare)


def test_a_prompt_that_was_used_often_is_named_once() -> None:
    made = review()
    prompts = made.provenance.prompts[:1] * 3
    text = MarkdownExporter().export(document(), replace(made, provenance=replace(made.provenance, prompts=prompts)))
    assert text.count("- prompt ") == 1
