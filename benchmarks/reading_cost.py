"""What reading costs: as a contract grows, and as a share of its review.

    python benchmarks/reading_cost.py [--pages 10 200 2000]
    python benchmarks/reading_cost.py --review FILE...

The first prints seconds and peak memory for PDF files made here, of invented clauses in one column with a header and a
page number. They are read as `legalai` reads them, in a process of its own, whose peak memory is the one told. The
second reviews files of yours, for the first party they bind and by the customer's playbook, and prints the share of the
time that reading took; what is loaded once for all of them is loaded before.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from legalai.advise.acting_for import bound
from legalai.ingest.reader import Limits, read
from legalai.plugins.host import PluginHost
from legalai.review import ReviewRequest, Workbench

LINES, WORDS = 48, 13
_WORDS = "the supplier shall keep records of all deliveries and let the buyer look at them on ten days notice".split()


def write(path: Path, pages: int) -> None:
    canvas = Canvas(str(path), pagesize=A4)
    for page in range(1, pages + 1):
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(72, 805, "Northwind Trading Ltd - Supply Agreement")
        for line in range(LINES):
            words = " ".join(_WORDS[(page + line + i) % len(_WORDS)] for i in range(WORDS))
            number = f"{page}.{line // 6 + 1} " if line % 6 == 0 else ""
            canvas.drawString(72, 780 - 15 * line, f"{number}{words}{'.' if line % 6 == 5 else ''}")
        canvas.drawCentredString(297, 30, str(page))
        canvas.showPage()
    canvas.save()


def tell_growth(pages: Sequence[int]) -> None:
    readers = PluginHost.load().readers()
    with tempfile.TemporaryDirectory() as folder:
        for count in sorted(pages):
            path = Path(folder) / f"{count}.pdf"
            write(path, count)
            begun = time.perf_counter()
            document = read(path, readers, limits=Limits(characters=20_000_000))
            seconds = time.perf_counter() - begun
            # The largest of all processes waited for; Linux counts in KB.
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            size = len(document.text)
            print(
                f"{count} pages, {size} characters: {seconds:.1f} s, {seconds / count:.3f} s a page, peak {peak:.0f} MB"
            )


def share_of_review(path: Path, workbench: Workbench, as_of: date) -> tuple[float, float]:
    """Seconds that reading a file took, and its whole review."""
    begun = time.perf_counter()
    stages: list[float] = []
    extracted = workbench.extract(path, as_of=as_of, progress=lambda _: stages.append(time.perf_counter()))
    parties = bound(extracted.contract)
    acting_for = parties[0].text if parties else None
    workbench.advise(extracted, ReviewRequest(as_of=as_of, acting_for=acting_for, playbook="customer"))
    reading, extracting = stages
    return extracting - reading, time.perf_counter() - begun


def tell_shares(paths: Sequence[Path], as_of: date) -> None:
    workbench = Workbench.open()
    # The model and the packs are loaded with the first contract: that one is not counted.
    share_of_review(paths[0], workbench, as_of)
    shares = []
    for path in paths:
        reading, whole = share_of_review(path, workbench, as_of)
        shares.append(reading / whole)
        print(f"{path.name}: reading {reading:.1f} s of {whole:.1f} s, {reading / whole:.0%}")
    print(f"{len(shares)} files: median {statistics.median(shares):.0%}, most {max(shares):.0%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 200, 2000])
    parser.add_argument("--review", type=Path, nargs="+", metavar="FILE")
    args = parser.parse_args()
    if args.review:
        tell_shares(args.review, date(2026, 1, 1))
    else:
        tell_growth(args.pages)


if __name__ == "__main__":
    main()
