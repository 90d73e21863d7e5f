"""Objects that a PDF packs in streams, written out one by one (PDF 32000-1 §7.5.7)."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice, pairwise

_PACKED = re.compile(rb"/Type[ \r\n\t]{0,4}/ObjStm\b")
_STREAM = re.compile(rb"\bstream\r?\n")
_FIRST = re.compile(rb"/First[ \r\n\t]{1,4}(\d{1,8})")
_COUNT = re.compile(rb"/N[ \r\n\t]{1,4}(\d{1,6})")
_PLAIN = re.compile(rb"/Filter[ \r\n\t]{0,4}(?:\[[ \r\n\t]{0,4})?/FlateDecode\b")
_DICTIONARY = 2_000
_MOST_STREAMS, _MOST_BYTES = 20_000, 64_000_000


def unpacked(data: bytes) -> bytes:
    """The packed objects of a file as text to be put behind it; what is left of one that was cut short too."""
    written: list[bytes] = []
    left = _MOST_BYTES
    for found in islice(_PACKED.finditer(data), _MOST_STREAMS):
        begin = data.rfind(b"obj", max(found.start() - _DICTIONARY, 0), found.start())
        stream = _STREAM.search(data, found.end(), found.end() + _DICTIONARY)
        if begin < 0 or stream is None or left <= 0:
            continue
        content = _inflated(data, data[begin : stream.start()], stream.end(), left)
        left -= len(content)
        written += _objects(content, data[begin : stream.start()])
    return b"".join(written)


def _inflated(data: bytes, dictionary: bytes, start: int, most: int) -> bytes:
    if not _PLAIN.search(dictionary):
        return b""
    end = data.find(b"endstream", start)
    try:
        return zlib.decompressobj().decompress(data[start : end if end >= 0 else len(data)], most)
    except zlib.error:
        return b""


def _objects(content: bytes, dictionary: bytes) -> Iterator[bytes]:
    """Each object with its number; the head of the stream says where each begins."""
    first, count = _FIRST.search(dictionary), _COUNT.search(dictionary)
    if first is None or count is None:
        return
    body = content[int(first[1]) :]
    numbers = [int(number) for number in content[: int(first[1])].split() if number.isdigit()][: 2 * int(count[1])]
    starts = [*numbers[1::2], len(body)]
    for number, (start, end) in zip(numbers[::2], pairwise(starts), strict=False):
        if start < end <= len(body):
            yield b"\n%d 0 obj\n%b\nendobj\n" % (number, body[start:end])
