"""The proof of a redline: taken back it is the original, accepted it is what was meant, nothing else was touched."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from legalai.ingest.guard import Element
from legalai.ingest.word.docx import DocxReader
from legalai.ingest.word.opc import W
from legalai.redline.accept_reject import Ours, accepted, as_it_stands, canonical, rejected
from legalai.redline.confidential import Secret, leaks
from legalai.redline.package import WordFile
from legalai.redline.revision import Planner
from legalai.redline.schema_order import offences, repeated
from legalai.schema import Document, ProofCheck, Revision

_EARLIER = tuple(
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
                 "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge", "comment")
)  # fmt: skip
_WITH_IDS = (*_EARLIER, *(f"{W}{name}" for name in ("commentRangeStart", "bookmarkStart", "permStart")))


@dataclass(frozen=True)
class Made:
    """A redline and what it was made from: `base` is the original, or it made fit for the other side."""

    document: Document
    revisions: Sequence[Revision]
    original: WordFile
    base: WordFile
    redlined: WordFile
    taken: dict[str, int]


def checks_of(made: Made, secrets: Sequence[Secret] | None) -> tuple[ProofCheck, ...]:
    """Everything that is proved of a redline; `secrets` where it is for the other side."""
    # What was written, as it will be read, not as it stood in memory.
    ours = Ours.between(made.base, made.redlined)
    before, after = made.base.root(made.base.main), made.redlined.root(made.redlined.main)
    undone, done = rejected(after, ours), accepted(after, ours)
    found = [
        _same_xml(before, undone),
        _text("rejecting ours gives the original text", made, undone, _plain(made.document, ())),
        _text("accepting ours gives the intended text", made, done, _plain(made.document, made.revisions)),
        _earlier(before, undone, after, ours),
        _ids(made, ours),
        _valid(made, ours),
        _parts(made),
        _comments(made, ours),
    ]
    if secrets is not None:
        found.append(_kept_in_the_house(made, secrets))
        found.append(_cleaned(made))
    return tuple(found)


def changed_parts(made: Made) -> tuple[str, ...]:
    """The parts that are not byte for byte those of the original, or that it has not."""
    return tuple(name for name, data in made.redlined.parts.items() if made.original.parts.get(name) != data)


def _plain(document: Document, revisions: Sequence[Revision]) -> str:
    return Planner(document).intended(revisions)


def _same_xml(before: Element, undone: Element) -> ProofCheck:
    same = canonical(before) == canonical(undone)
    return ProofCheck(
        name="rejecting ours gives the original XML of the body",
        passed=same,
        detail="canonical XML compared, runs that look the same joined (a split run is no change)",
    )


def _text(name: str, made: Made, main: Element, wanted: str) -> ProofCheck:
    document = _read(made.redlined.put_roots({made.redlined.main: main}))
    got = _plain(document, ())
    return ProofCheck(
        name=name,
        passed=got == wanted,
        detail=f"{len(wanted)} characters compared as the reader reads them, without rendered numbers",
    )


def _read(file: WordFile) -> Document:
    with tempfile.TemporaryDirectory(prefix="legalai-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "redline.docx"
        path.write_bytes(file.as_bytes())
        return DocxReader().read(path)


def _earlier(before: Element, undone: Element, after: Element, ours: Ours) -> ProofCheck:
    was = [as_it_stands(each) for each in before.iter(*_EARLIER)]
    now = [each for each in after.iter(*_EARLIER) if not ours.changed(each) and not ours.commented(each)]
    same = sum(old == as_it_stands(new) for old, new in zip(was, now, strict=False))
    nested = sum(any(ours.changed(each) for each in new.iter()) for new in now)
    back = Counter(canonical(each) for each in before.iter(*_EARLIER)) == Counter(
        canonical(each) for each in undone.iter(*_EARLIER)
    )
    return ProofCheck(
        name="earlier revisions untouched",
        passed=len(was) == len(now) and back and same + nested >= len(was),
        detail=f"{len(was)} revisions of others: {same} byte for byte, {nested} with a change of ours inside",
    )


def _ids(made: Made, ours: Ours) -> ProofCheck:
    """Ids of ours occur once, and on nothing of others (§17.13.4, §17.13.5)."""
    every = [
        (each.get(f"{W}id"), ours.changed(each) or ours.commented(each))
        for each in _elements(made.redlined, _WITH_IDS)
        if each.tag != f"{W}commentRangeStart"
    ]
    mine = [identity for identity, is_ours in every if is_ours]
    others = {identity for identity, is_ours in every if not is_ours}
    wrong = [*repeated(mine), *(identity for identity in mine if identity in others)]
    return ProofCheck(
        name="ids unique over the whole file",
        passed=not wrong,
        detail=f"{len(mine)} ids of ours, {len(others)} of others",
    )


def _valid(made: Made, ours: Ours) -> ProofCheck:
    found = [each for part in _word_parts(made.redlined) for each in offences(made.redlined.root(part), ours)]
    return ProofCheck(
        name="element order and attributes by ISO/IEC 29500-1",
        passed=not found,
        detail="; ".join(found[:3]) or f"{len(ours.changes)} changes and {len(ours.comments)} comments checked",
    )


def _parts(made: Made) -> ProofCheck:
    """Only the body, the comments and what names them differ from the file that was changed."""
    main = made.base.main
    allowed = {main, "[Content_Types].xml", made.redlined.related(main, "comments")}
    allowed.add(
        f"{main.rsplit('/', 1)[0]}/_rels/{main.rsplit('/', 1)[-1]}.rels" if "/" in main else f"_rels/{main}.rels"
    )
    changed = {name for name, data in made.redlined.parts.items() if made.base.parts.get(name) != data}
    lost = set(made.base.parts) - set(made.redlined.parts)
    return ProofCheck(
        name="other parts byte for byte",
        passed=not lost and changed <= allowed,
        detail=f"{len(made.redlined.parts) - len(changed)} of {len(made.redlined.parts)} parts untouched",
    )


def _comments(made: Made, ours: Ours) -> ProofCheck:
    """Every comment of ours has its two marks and its reference, in order and once (§17.13.4)."""
    main = made.redlined.root(made.redlined.main)
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    marks: dict[str, list[str]] = {}
    for each in main.iter(*(f"{W}{name}" for name in names)):
        if ours.commented(each):
            marks.setdefault(each.get(f"{W}id"), []).append(each.tag.rsplit("}", 1)[-1])
    whole = frozenset(marks) == ours.comments and all(tuple(found) == names for found in marks.values())
    return ProofCheck(name="comments anchored", passed=whole, detail=f"{len(marks)} comments of ours")


def _kept_in_the_house(made: Made, secrets: Sequence[Secret]) -> ProofCheck:
    offered = [each.new_text for each in made.revisions]
    found = leaks(made.redlined, made.original, secrets, offered)
    points = ", ".join(sorted({f"{each.what} of {each.point}" for each in found}))
    return ProofCheck(
        name="no fallback, walk-away, escalation or internal comment in any part",
        passed=not found,
        detail=points or f"{len(secrets)} passages of ours looked for in {len(made.redlined.parts)} parts",
    )


def _cleaned(made: Made) -> ProofCheck:
    from legalai.redline.metadata import clean

    left = clean(made.redlined).taken
    taken = ", ".join(f"{count} {what}" for what, count in made.taken.items())
    return ProofCheck(
        name="no hidden words, internal comments or properties that say who worked on it",
        passed=not left,
        detail=f"taken out: {taken}" if taken else "there were none",
    )


def _word_parts(file: WordFile) -> Iterator[str]:
    kinds = {"comments", "footnotes", "endnotes", "header", "footer"}
    yield file.main
    yield from dict.fromkeys(each.part for each in file.relations(file.main) if each.kind in kinds)


def _elements(file: WordFile, tags: Iterable[str]) -> Iterator[Element]:
    for part in _word_parts(file):
        yield from file.root(part).iter(*tags)
