"""Whether words of several kinds stand near each other in a sentence, or are strewn over a long one by chance."""

from collections import Counter, deque
from collections.abc import Collection, Iterator, Sequence

from legalai.advise.phrases import occurrences

# Characters. A sentence of a contract can run on over many matters; what is said of one of them fits into this.
REACH = 300

# Where words stand, and the number of their kind.
_Place = tuple[float, int]


def near(versions: Sequence[str], kinds: Sequence[Collection[str]]) -> bool:
    """Whether a phrase of each kind begins within `REACH` characters of the others.

    `versions`: one sentence in several ways of saying it, each plain; what is found in one counts beside what is found
    in another, at the same share of the whole.
    """
    length = max(map(len, versions))
    if len(kinds) < 2 or length <= REACH:
        return True
    within: deque[_Place] = deque()
    held: Counter[int] = Counter()
    for place, kind in sorted(_places(versions, kinds, length)):
        within.append((place, kind))
        held[kind] += 1
        while place - within[0][0] > REACH:
            held[within.popleft()[1]] -= 1
        if all(held[each] for each in range(len(kinds))):
            return True
    return False


def _places(versions: Sequence[str], kinds: Sequence[Collection[str]], length: int) -> Iterator[_Place]:
    for words in versions:
        for kind, phrases in enumerate(kinds):
            for phrase in phrases:
                for at in occurrences(words, phrase):
                    yield at * length / len(words), kind
