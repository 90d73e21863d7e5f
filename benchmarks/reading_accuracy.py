"""The text read from PDF files against the text the dataset gives of the same contracts.

    python benchmarks/reading_accuracy.py CUAD_v1.json FOLDER_OF_PDFS [--show]

Words are compared in their order, without punctuation and capitals. Prints per file and in total: the word error (words
put wrong, left out and put in, for a hundred of the dataset's), the share of its words that were read at all, and
the share of those read that stand in the dataset's order. The dataset's text has headers and page numbers, ours has
not: words left out are wrong only where they are the contract's.
"""

import argparse
import re
import statistics
import time
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from legalai.evaluation.cuad import read_cuad
from legalai.ingest.reader import read
from legalai.plugins.host import PluginHost


@dataclass(frozen=True)
class Compared:
    """All are shares, but for the seconds that reading took."""

    error: float
    found: float
    ordered: float
    seconds: float
    missing: list[str]
    added: list[str]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def compared(ours: list[str], theirs: list[str], seconds: float) -> Compared:
    changes = [code for code in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes() if code[0] != "equal"]
    errors = sum(max(i2 - i1, j2 - j1) for _, i1, i2, j1, j2 in changes)
    kept = len(theirs) - sum(i2 - i1 for _, i1, i2, _, _ in changes)
    common = sum((Counter(ours) & Counter(theirs)).values())
    return Compared(
        errors / len(theirs),
        common / len(theirs),
        kept / max(common, 1),
        seconds,
        [" ".join(theirs[i1:i2]) for _, i1, i2, _, _ in changes if i2 > i1],
        [" ".join(ours[j1:j2]) for _, _, _, j1, j2 in changes if j2 > j1],
    )


def key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cuad", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print the longest differences of each file")
    args = parser.parse_args()
    texts = {key(contract.title): contract.text for contract in read_cuad(args.cuad)}
    readers = PluginHost.load().readers()
    results: list[Compared] = []
    for path in sorted(args.folder.glob("*.pdf")):
        if (theirs := texts.get(key(path.stem))) is None:
            continue
        begun = time.perf_counter()
        ours = read(path, readers).text
        result = compared(words(ours), words(theirs), time.perf_counter() - begun)
        results.append(result)
        print(
            f"{result.error:6.1%} {result.found:7.1%} {result.ordered:7.1%} {result.seconds:5.1f} s  {path.stem[:70]}"
        )
        if args.show:
            for sign, pieces in (("-", result.missing), ("+", result.added)):
                print(*(f"    {sign} {piece[:110]}" for piece in sorted(pieces, key=len)[:-4:-1]), sep="\n")
    print(
        f"{len(results)} files, medians: word error {statistics.median(r.error for r in results):.1%}, "
        f"found {statistics.median(r.found for r in results):.1%}, "
        f"in order {statistics.median(r.ordered for r in results):.1%}"
    )


if __name__ == "__main__":
    main()
