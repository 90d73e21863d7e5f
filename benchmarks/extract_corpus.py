"""Extract every contract of a CUAD file in one process: does it crash, and what does it cost?

    python benchmarks/extract_corpus.py CUAD_v1.json

Prints the processor and wall seconds for 10,000 words, reading aside, and every contract that failed.
"""

import statistics
import sys
import time
from datetime import date
from pathlib import Path

from legalai.evaluation.cuad import read_cuad
from legalai.extract.pipeline import extract, load_pipeline
from legalai.ingest.text import document_of


def main(data: Path) -> int:
    nlp = load_pipeline()
    walls, words, processor, failed = [], 0, 0.0, 0
    for done, contract in enumerate(read_cuad(data), start=1):
        document = document_of(contract.text, name=contract.title)
        wall, cpu = time.perf_counter(), time.process_time()
        try:
            found = extract(document, nlp, as_of=date(2026, 1, 1))
        except Exception as error:  # a benchmark of crashes has to see all of them
            failed += 1
            print(f"FAILED {contract.title}: {type(error).__name__}")
            continue
        for clause in found.clauses:
            assert contract.text[clause.start : clause.end] == clause.text
        n_words = len(contract.text.split())
        words += n_words
        processor += time.process_time() - cpu
        walls.append((time.perf_counter() - wall) / n_words * 10_000)
        if done % 20 == 0:
            median = statistics.median(walls)
            print(
                f"{done} contracts, {words} words: wall {median:.1f} s, processor {processor / words * 10_000:.1f} s",
                flush=True,
            )
    print(f"{len(walls)} extracted, {failed} failed; for 10,000 words: median wall {statistics.median(walls):.2f} s, "
          f"processor {processor / words * 10_000:.2f} s")  # fmt: skip
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
