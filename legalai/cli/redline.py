"""`legalai redline`: what to ask for, as tracked changes in the contract's own Word file, with proof."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from legalai.cli.review_options import ReviewOptions, takes_review_options
from legalai.cli.show import complain, say, stages
from legalai.errors import ConfigError
from legalai.schema import Recipient

if TYPE_CHECKING:
    from legalai.redline import Redlined
    from legalai.schema import Review


@takes_review_options()
def redline(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A contract. Of one that is no Word file a Word file is rebuilt first."),
    ],
    *,
    recipient: Annotated[
        Recipient,
        typer.Option(
            "--for",
            metavar="counterparty|internal",
            help="Who will read it. Nothing of your fallback positions is in a file for the counterparty.",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE.docx", help="The redline; its proof and web page go beside it.")],
    author: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who signs the changes; the party you act for when not given.")
    ] = None,
    libreoffice: Annotated[
        bool, typer.Option(help="Have LibreOffice open the redline before it is handed over, where it is installed.")
    ] = True,
    asked: ReviewOptions,
) -> int:
    """Write negotiation points into the contract as tracked changes and comments, proved before they are handed over.

    Writes FILE.docx, FILE.proof.json and FILE.html.

    Example: legalai redline contract.docx --acting-for Customer --for counterparty --out redline.docx
    """
    if out.suffix.lower() != ".docx" or out.resolve() == file.resolve():
        raise ConfigError(f"--out {out}: name a new file that ends in .docx.")
    if asked.view == "original":
        raise ConfigError("A redline goes on top of the changes in the file: leave out --view original.")
    request = asked.request()
    from datetime import UTC, datetime

    from legalai.plugins.host import PluginHost
    from legalai.redline import RedlineRequest
    from legalai.redline import redline as make_redline
    from legalai.review import Workbench

    with stages(file.name) as tell:
        reviewed = Workbench.open(PluginHost.load()).review(file, request, progress=tell)
        _check_seat(reviewed.review)
        tell("redlining")
        wanted = RedlineRequest(
            recipient=recipient,
            author=author or reviewed.review.acting_for or "Reviewer",
            now=datetime.now(UTC),
            libreoffice=libreoffice,
            password=request.password,
        )
        redlined = make_redline(file, reviewed.document, reviewed.review, wanted)
        _write(redlined, out)
    _report(redlined, out)
    return _status(reviewed.review)


def _check_seat(review: "Review") -> None:
    """Raises: ConfigError where nobody is acted for: a redline is always one side's."""
    from legalai.advise.acting_for import NOBODY, bound, party_list

    if review.acting_for is None:
        parties = bound(review.contract)
        one_of = f"A redline is for one side: say --acting-for one of: {party_list(parties)}."
        raise ConfigError(one_of if parties else NOBODY)


def _write(redlined: "Redlined", out: Path) -> None:
    from legalai.export.files import write_whole
    from legalai.export.json import to_json

    write_whole(out.with_suffix(".proof.json"), to_json(redlined.proof))
    write_whole(out.with_suffix(".html"), redlined.html)
    write_whole(out, redlined.docx)


def _report(redlined: "Redlined", out: Path) -> None:
    from legalai.ingest.marks import many

    proof = redlined.proof
    changes = sum(each.kind != "comment" for each in proof.revisions)
    counted = f"{many(changes, 'change')} and {many(proof.comments, 'comment')}"
    say(f"{out}: {counted}, {len(proof.checks)} proofs passed.")
    if not proof.source_is_word:
        say(f"{proof.source} is no Word file: the changes stand in one rebuilt from its text.")
    for each in proof.revisions:
        if each.why is not None:
            say(f"{each.point}: not changed in place, because {each.why}.")


def _status(review: "Review") -> int:
    for doubt in review.doubts:
        complain(doubt.message)
    for issue in review.issues:
        if issue.severity == "error":
            complain(f"{review.contract.document.name} was reviewed in part: {issue.message}")
    return 1 if review.status == "partial" else 0
