"""What reading costs as a contract grows: seconds and peak memory for PDF files of 10, 200 and 2,000 pages.

    python benchmarks/reading_cost.py [--pages 10 200 2000]

The files are made here, of invented clauses in one column with a header and a page number. They are read as `legalai`
reads them, in a process of its own, whose peak memory is the one told.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from legalai.ingest.reader import Limits, read
from legalai.plugins.host import PluginHost

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[10, 200, 2000])
    pages = parser.parse_args().pages
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


if __name__ == "__main__":
    main()
