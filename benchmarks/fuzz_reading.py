"""Damaged files: does reading one ever end in anything but a document or one clear sentence?

    python benchmarks/fuzz_reading.py FILE... [--seeds 2000] [--first 0]

Every seed takes one of the files, damages it in one of several ways, and reads it as `legalai` does. Prints what came
of them, the slowest, the peak memory, and every seed that failed. Ends with 1 if one did: an error that is not meant
for users, more than 60 seconds, or more than 2 GB.
"""

import argparse
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from lxml import etree

from legalai.errors import LegalAIError
from legalai.ingest.reader import Reader, read
from legalai.plugins.host import PluginHost

MAX_SECONDS, MAX_BYTES = 60.0, 2 * 2**30
ODD_VALUES = ("", "-1", "0", "999999999999", "1e308", "\u202e", "A" * 5000, "../../etc/passwd")


def flipped(data: bytes, rng: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(rng.choice((1, 5, 50, 500))):
        damaged[rng.randrange(len(damaged))] = rng.randrange(256)
    return bytes(damaged)


def cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(1, len(data))]


def without_a_piece(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data))
    return data[:start] + data[start + rng.randrange(1, 2000) :]


def with_a_piece_repeated(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data))
    piece = data[start : start + rng.randrange(1, 2000)]
    return data[:start] + piece * rng.choice((2, 3, 200)) + data[start:]


def with_odd_numbers(data: bytes, rng: random.Random) -> bytes:
    """Some numbers that stand in the file as text replaced, as the lengths and offsets of a PDF are."""
    numbers = list(re.finditer(rb"(?<![\w.])\d{1,9}(?![\w.])", data))
    for match in sorted(rng.sample(numbers, min(len(numbers), 3)), key=lambda m: -m.start()):
        odd = rng.choice((b"-1", b"0", b"4294967296", b"99999999999999999999", b"1"))
        data = data[: match.start()] + odd + data[match.end() :]
    return data


def with_a_part_damaged(data: bytes, rng: random.Random) -> bytes:
    """An archive that is whole, and in it one part that is not: its bytes, or its tree of elements."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except BadZipFile:
        return flipped(data, rng)
    name = rng.choice([name for name in parts if parts[name]])
    damage = rng.choice((flipped, cut, without_a_piece, with_another_tree, with_another_tree, with_another_tree))
    parts[name] = damage(parts[name], rng)
    result = BytesIO()
    with ZipFile(result, "w", ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return result.getvalue()


def with_another_tree(data: bytes, rng: random.Random) -> bytes:
    """XML with elements moved, repeated or gone, and with attributes that nobody would write."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return flipped(data, rng)
    for _ in range(rng.choice((1, 5, 40))):
        inner = [each for each in root.iter(etree.Element) if each.getparent() is not None]
        if not inner:
            break
        chosen, other = rng.choice(inner), rng.choice(inner)
        match rng.randrange(4):
            case 0:
                chosen.getparent().remove(chosen)
            case 1:
                other.append(etree.fromstring(etree.tostring(chosen, with_tail=False)))
            case 2:
                chosen.text = rng.choice(ODD_VALUES).replace("\x00", "")
            case _:
                for key in chosen.attrib:
                    chosen.set(key, rng.choice(ODD_VALUES))
    return etree.tostring(root)


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    flipped,
    cut,
    without_a_piece,
    with_a_piece_repeated,
    with_odd_numbers,
    with_a_part_damaged,
    with_a_part_damaged,
)


def damaged(seed: int, files: Sequence[Path], folder: Path) -> Path:
    """The damaged file of a seed, under the name of the one it was made from."""
    rng = random.Random(seed)
    source = rng.choice(files)
    target = folder / source.name
    target.write_bytes(rng.choice(DAMAGES)(source.read_bytes(), rng))
    return target


def outcome(path: Path, readers: Sequence[Reader]) -> str:
    """ "read", or the kind of error a user would be told. Raises: whatever else comes out."""
    try:
        read(path, readers)
    except LegalAIError as error:
        if "\n" in str(error):
            raise ValueError("an error of several lines") from error
        return type(error).__name__
    return "read"


def peak_bytes() -> int:
    """The most memory held so far, by this process or by one of those that PDF files are read in."""
    # Linux counts in KB.
    return max(resource.getrusage(who).ru_maxrss * 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--seeds", type=int, default=2000)
    parser.add_argument("--first", type=int, default=0)
    args = parser.parse_args()
    readers = PluginHost.load().readers()
    outcomes, failed, slowest, heaviest = Counter[str](), list[str](), (0.0, 0), (0, 0)
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(args.first, args.first + args.seeds):
            path = damaged(seed, args.files, Path(folder))
            begun = time.perf_counter()
            try:
                outcomes[outcome(path, readers)] += 1
            except Exception as error:  # the point of the run is to see every one of them
                failed.append(f"seed {seed}, {path.name}: {type(error).__name__}")
            seconds = time.perf_counter() - begun
            slowest = max(slowest, (seconds, seed))
            heaviest = max(heaviest, (peak_bytes(), -seed))  # the peak never falls: the first seed with it made it
            if seconds > MAX_SECONDS:
                failed.append(f"seed {seed}, {path.name}: {seconds:.0f} s")
    if heaviest[0] > MAX_BYTES:
        failed.append(f"peak memory {heaviest[0] / 2**30:.1f} GB")
    print(f"{args.seeds} files: {', '.join(f'{name} {count}' for name, count in outcomes.most_common())}")
    most = f"peak memory {heaviest[0] / 2**20:.0f} MB (seed {-heaviest[1]})"
    print(f"slowest {slowest[0]:.1f} s (seed {slowest[1]}), {most}")
    print(*failed or ["none failed"], sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
