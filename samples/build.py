"""Builds the sample contracts from samples/text; the same text gives the same bytes."""

import argparse
from pathlib import Path

import build_docx
import build_pdf
import build_text
from notation import read_sample

HERE = Path(__file__).parent
WRITERS = {"docx": build_docx.build, "pdf": build_pdf.build, "txt": build_text.build}
SAMPLES = {
    "saas-us-ny": "docx",
    "nda-gb": "docx",
    "lease-us-ca": "pdf",
    "supply-gb": "pdf",
    "services-us-ca": "txt",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=HERE, help="where the contracts are written (default: this folder)")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    for name, suffix in SAMPLES.items():
        sample = read_sample(HERE / "text" / f"{name}.contract")
        (out / f"{name}.{suffix}").write_bytes(WRITERS[suffix](sample))


if __name__ == "__main__":
    main()
