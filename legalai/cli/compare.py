"""`legalai compare`: what changed between two versions of a contract, and what it does to the findings."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalai.cli import options
from legalai.cli.review_options import ReviewOptions, takes_review_options
from legalai.cli.show import complain, say, stages, table

if TYPE_CHECKING:
    from legalai.schema import Comparison

_MOST_ROWS = 40
_LONGEST_CELL = 60


@takes_review_options("drafter", "allow_remote", "redact", "view")
def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The version before: in a round, what you last sent.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The version after: in a round, what came back.")],
    *,
    asked: ReviewOptions,
    out: options.Out = Path("comparison"),
) -> int:
    """Compare two versions clause by clause: what changed, what of it was not tracked, what it does to the findings.

    With --acting-for each change has an answer: accept, counter or escalate. Writes DIR/compare.json, compare.md and
    compare.html. They hold your positions: they are not for the other side.

    Example: legalai compare sent.docx came-back.docx --acting-for Customer --playbook customer
    """
    from legalai.plugins.host import PluginHost
    from legalai.review import Workbench

    request = asked.request()
    with stages(f"{old.name}, {new.name}") as tell:
        compared = Workbench.open(PluginHost.load()).compare(old, new, request, progress=tell)
        _write(compared.comparison, out)
    _report(compared.comparison, out)
    for doubt in compared.comparison.issues:
        complain(doubt.message)
    for version in (compared.old, compared.new):
        for issue in version.review.issues:
            if issue.severity == "error":
                complain(f"{version.document.facts.name} was reviewed in part: {issue.message}")
    return 1 if compared.comparison.status == "partial" else 0


def _write(comparison: "Comparison", out: Path) -> None:
    from legalai.comparison.page import html_page
    from legalai.comparison.text_page import markdown_page
    from legalai.export.files import write_whole
    from legalai.export.json import to_json

    write_whole(out / "compare.json", to_json(comparison))
    write_whole(out / "compare.md", markdown_page(comparison))
    write_whole(out / "compare.html", html_page(comparison))


def _report(comparison: "Comparison", out: Path) -> None:
    """A short table of the changes, then what they do to findings and facts."""
    from legalai.comparison import words

    changes = words.shown(comparison)
    for line in words.about(comparison):
        say(line)
    if changes:
        table(("", "clause", "what", "words", "answer"), _rows(comparison))
    if len(changes) > _MOST_ROWS:
        say(f"... and {len(changes) - _MOST_ROWS} more in {out / 'compare.html'}")
    if comparison.findings:
        counted = Counter(each.kind for each in comparison.findings)
        say("Findings: " + ", ".join(f"{count} {kind}" for kind, count in counted.items()) + ".")
    for each in comparison.facts:
        say(words.fact(each))
    say(f"Written to {out}")


def _rows(comparison: "Comparison") -> Iterator[tuple[str, ...]]:
    from legalai.comparison import words

    answers = {each.change: each.answer for each in comparison.answers}
    for change in words.shown(comparison)[:_MOST_ROWS]:
        taken, put = (_cell([text for mark, text in words.pieces(change) if mark == kind]) for kind in ("del", "ins"))
        said = " → ".join(each for each in (taken, put) if each)
        number = change.id.removeprefix("change-")
        yield number, words.place(change), words.what(change), said, answers.get(change.id, "-")


def _cell(pieces: list[str]) -> str:
    text = " ".join(" … ".join(pieces).split())
    return text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL].rstrip()}…"
