"""A hundred damaged files: the short form of `benchmarks/fuzz_reading.py`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_damaged_file_is_read_or_refused_in_one_sentence() -> None:
    samples = sorted(str(path) for path in (ROOT / "samples").iterdir() if path.suffix in (".docx", ".pdf", ".txt"))
    command = [sys.executable, str(ROOT / "benchmarks" / "fuzz_reading.py"), *samples, "--seeds", "100"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "none failed" in done.stdout
