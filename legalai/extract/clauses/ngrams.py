"""Hashed word n-grams: a passage as the numbers of its words, word pairs and word triples."""

import re
import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

# Numbers lie in [0, 2**BITS): a million buckets keep the few hundred thousand n-grams of contracts apart well enough.
BITS = 20

_WORD = re.compile(r"[a-z]+|\d+|[§$%]")
# Odd constants of multiplicative hashing (Knuth, TAOCP 6.4): the high bits of the product are well mixed.
_MIX = np.uint64(0x9E3779B97F4A7C15)
_SECOND, _THIRD = np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9)
_HEADING = np.uint64(0x27D4EB2F165667C5)
_HALF, _SHIFT = np.uint64(32), np.uint64(64 - BITS)


def ngrams(text: str, heading: str | None = None) -> NDArray[np.int64]:
    """The distinct n-grams of a passage, ascending; those of its clause's heading are kept apart from its own words.

    Numbers count as one word: what a clause is about does not hang on its figures.
    """
    found = _hashes(text)
    if heading:
        found = np.concatenate([found, _hashes(heading) ^ _HEADING])
    return np.unique((found ^ found >> _HALF) * _MIX >> _SHIFT).astype(np.int64)


def _hashes(text: str) -> NDArray[np.uint64]:
    words = np.array([_word_hash(word) for word in _WORD.findall(text.lower())], dtype=np.uint64)
    pairs = words[:-1] * _SECOND + words[1:]
    triples = pairs[:-1] * _THIRD + words[2:]
    return np.concatenate([words, pairs, triples]) * _MIX


@lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    return zlib.crc32(b"0" if word[0].isdigit() else word.encode())
