"""What the other side must not read, looked for in every part of a file."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legalai.errors import DamagedFile
from legalai.redline.comments import INTERNAL
from legalai.redline.package import WordFile
from legalai.schema import Finding, NegotiationPoint

# Shorter words than this may stand in proposed words by right: "Legal", "30 days".
_TELLING = 40


@dataclass(frozen=True)
class Secret:
    """Words of ours that stay in the house, and the point they belong to."""

    words: str
    what: str
    point: str


def secrets_of(points: Sequence[NegotiationPoint], findings: Mapping[str, Finding]) -> tuple[Secret, ...]:
    """Everything about the points that is for our own side."""
    return tuple(dict.fromkeys(secret for point in points for secret in _of_point(point, findings.get(point.finding))))


def _of_point(point: NegotiationPoint, finding: Finding | None) -> Iterator[Secret]:
    held = [(point.fallback, "fallback"), (point.walk_away, "walk-away")]
    if finding is not None:
        deviation = finding.deviation.position if finding.deviation is not None else None
        held += [
            (finding.escalate_to, "who decides"),
            (finding.explanation, "internal note"),
            (deviation, "position"),
        ]
    yield from (Secret(words, what, point.id) for words, what in held if words and words.strip())
    yield Secret(INTERNAL, "internal comment", point.id)


def leaks(file: WordFile, before: WordFile, secrets: Iterable[Secret], proposed: Iterable[str]) -> list[Secret]:
    """The secrets that occur in a file more often than in the one it was made from.

    Words that are short, or also proposed to the other side, may be there as often as they are proposed.
    """
    now, then = "\n".join(_texts(file)), "\n".join(_texts(before))
    offered = "\n".join(_squeezed(each) for each in proposed)
    found: list[Secret] = []
    for secret in secrets:
        words = _squeezed(secret.words)
        allowed = then.count(words) + (offered.count(words) if len(secret.words) < _TELLING else 0)
        if now.count(words) > allowed:
            found.append(secret)
    return found


def _texts(file: WordFile) -> Iterator[str]:
    """Everything that may be read in a file, without white space: text, attributes, bytes as they are."""
    for part, data in file.parts.items():
        if part in file.xml_parts():
            try:
                root = file.root(part)
            except DamagedFile:
                yield _squeezed(data.decode("utf-8", "replace"))
                continue
            yield _squeezed("".join(root.itertext()))
            yield _squeezed("\n".join(value for each in root.iter() for value in each.attrib.values()))
        else:
            yield _squeezed(data.decode("utf-8", "ignore"))
            yield _squeezed(data.decode("utf-16-le", "ignore"))
        yield _squeezed(part)


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
