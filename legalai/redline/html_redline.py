"""A redline as one web page: what goes struck through, what comes underlined, the comments beside."""

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from legalai.redline.comments import Comment
from legalai.schema import Block, Document, RedlineProof, Revision

_PAGE = Markup(
    """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body{{font:16px/1.5 Georgia,serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}}
header{{border-bottom:1px solid #bbb;margin-bottom:1.5rem;font-family:system-ui,sans-serif;font-size:14px}}
p{{white-space:pre-wrap;margin:.5rem 0}} .heading{{font-weight:bold}}
del{{color:#a11212;background:#fdecec}} ins{{color:#0b5a26;background:#e6f5ea}}
aside{{font:13px/1.45 system-ui,sans-serif;border-left:3px solid #7a8ba8;background:#f4f6fa;
padding:.4rem .8rem;margin:.4rem 0 .8rem 2rem}}
aside div{{margin:.15rem 0}}
</style></head><body>
<header><h1>{title}</h1>{about}</header>
{body}
</body></html>
"""
)


def html_redline(
    document: Document, revisions: Sequence[Revision], comments: Sequence[Comment], proof: RedlineProof
) -> str:
    """The redline as a page for the same reader as the Word file."""
    beside: dict[str, list[Comment]] = {}
    for comment in comments:
        beside.setdefault(comment.revision, []).append(comment)
    body = Markup("\n").join(part for block in document.blocks for part in _block(document, block, revisions, beside))
    lines = (_about(proof), *(issue.message for issue in proof.issues))
    about = Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)
    return str(_PAGE.format(title=f"Redline of {proof.source}", about=about, body=body))


def _about(proof: RedlineProof) -> str:
    whom = "for the other side" if proof.recipient == "counterparty" else "for our own side only"
    changes = sum(each.kind != "comment" for each in proof.revisions)
    source = (
        "" if proof.source_is_word
        else f" {proof.source} was no Word file: the changes stand in a Word file rebuilt from its text."
    )  # fmt: skip
    return f"{changes} changes by {proof.author} on {proof.created_at[:10]}, {whom}.{source}"


def _block(
    document: Document, block: Block, revisions: Sequence[Revision], beside: Mapping[str, Sequence[Comment]]
) -> Iterator[Markup]:
    inside = sorted(
        (
            each
            for each in revisions
            if block.start <= each.start <= block.end and each.end <= max(block.end, each.start)
        ),
        key=lambda each: (each.start, each.kind == "new_paragraph"),
    )
    held = [each for each in inside if each.kind not in ("new_paragraph", "comment")]
    kind = Markup(' class="heading"') if block.kind == "heading" else Markup("")
    yield Markup("<p{}>{}</p>").format(kind, Markup("").join(_words(document.text, block, held)))
    for each in inside:
        if each.kind == "new_paragraph":
            for line in each.new_text.split("\n"):
                yield Markup("<p><ins>{}</ins></p>").format(line)
        for comment in beside.get(each.id, ()):
            lines = Markup("").join(Markup("<div>{}</div>").format(line) for line in comment.lines)
            yield Markup("<aside>{}</aside>").format(lines)


def _words(text: str, block: Block, revisions: Sequence[Revision]) -> Iterator[Markup]:
    position = block.start
    for each in revisions:
        yield escape(text[position : each.start])
        if each.text:
            yield Markup("<del>{}</del>").format(each.text)
        if each.new_text:
            yield Markup("<ins>{}</ins>").format(each.new_text)
        position = each.end
    yield escape(text[position : block.end])
