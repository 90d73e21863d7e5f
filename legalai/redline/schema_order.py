"""What the standard says of every element that a redline writes: where it may stand, what it holds in which order.

Source: ISO/IEC 29500-1 (ECMA-376 Part 1), clause 17 and the schema wml.xsd of its annex A; the clauses are named at
each rule, and docs/redline.md says with what they were compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.word.opc import W
from legalai.redline.accept_reject import Ours

# §17.3.1.26, CT_PPr: a sequence.
PARAGRAPH_PROPERTIES = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip
# §17.3.1.29, CT_ParaRPr: the marks of revisions first, then properties in any order, then rPrChange.
_MARK_FIRST = ("ins", "del", "moveFrom", "moveTo")
_RUN_LEVEL = ("p", "hyperlink", "sdtContent", "smartTag", "customXml", "fldSimple", "ins", "moveTo", "dir", "bdo")
_STORIES = ("body", "tc", "txbxContent", "sdtContent", "customXml", "comment", "footnote", "endnote", "hdr", "ftr")
_CHANGE = ("id", "author", "date")


@dataclass(frozen=True)
class Rule:
    """What the standard says of one element in one place: its parents, children and attributes that it must have."""

    clause: str
    parents: tuple[str, ...]
    children: tuple[str, ...]
    attributes: tuple[str, ...] = ()
    exactly: bool = False


RULES: Mapping[str, Rule] = {
    "ins": Rule("§17.13.5.18", _RUN_LEVEL, ("r",), _CHANGE),
    "del": Rule("§17.13.5.14", _RUN_LEVEL, ("r",), _CHANGE),
    "mark ins": Rule("§17.13.5.20", ("rPr",), (), _CHANGE),
    "mark del": Rule("§17.13.5.15", ("rPr",), (), _CHANGE),
    "inserted r": Rule("§17.3.2.25", ("ins",), ("rPr", "t", "tab"), exactly=True),
    "deleted r": Rule("§17.3.2.25", ("del",), ("rPr", "delText", "tab", "ptab", "br", "cr", "noBreakHyphen",
                                               "softHyphen", "lastRenderedPageBreak")),
    "commentRangeStart": Rule("§17.13.4.4", ("p",), (), ("id",)),
    "commentRangeEnd": Rule("§17.13.4.3", ("p",), (), ("id",)),
    "commentReference": Rule("§17.13.4.5", ("r",), (), ("id",)),
    "comment": Rule("§17.13.4.2", ("comments",), ("p",), ("id", "author", "date", "initials")),
    "inserted p": Rule("§17.3.1.22", _STORIES, ("pPr", "ins", "commentRangeStart", "commentRangeEnd", "r")),
}  # fmt: skip


def offences(root: Element, ours: Ours) -> list[str]:
    """Everything of ours in a part that is not as the standard wants it; empty for a valid part."""
    found: list[str] = []
    for element in root.iter():
        if ours.changed(element) or ours.commented(element):
            found += _of_element(element)
    return found


def _of_element(element: Element) -> Iterator[str]:
    kind = _name(element)
    is_mark = _name(element.getparent()) == "rPr"
    yield from _broken(element, RULES[f"mark {kind}" if is_mark else kind])
    if is_mark:
        yield from _of_mark(element)
        return
    for run in element.findall(f"{W}r") if kind in ("ins", "del") else ():
        yield from _broken(run, RULES[f"{'inserted' if kind == 'ins' else 'deleted'} r"])
        if [_name(child) for child in run].count("rPr") > 1 or run.find(f"{W}rPr") not in (None, run[0]):
            yield "§17.3.2.28: w:rPr is not the first of its run"
    if kind in ("ins", "del") and not len(element):
        yield f"{RULES[kind].clause}: an empty w:{kind}"


def _of_mark(mark: Element) -> Iterator[str]:
    properties = mark.getparent()
    names = [_name(each) for each in properties]
    if (
        names[: names.index(_name(mark)) + 1]
        != [each for each in _MARK_FIRST if each in names[: len(_MARK_FIRST)]][: names.index(_name(mark)) + 1]
    ):
        yield "§17.3.1.29: a mark of a revision stands after other properties"
    holder = properties.getparent()
    if _name(holder) != "pPr" or holder.getparent().index(holder) != 0:
        yield "§17.3.1.26: w:pPr is not the first of its paragraph"
    ranks = [PARAGRAPH_PROPERTIES.index(name) for each in holder if (name := _name(each)) in PARAGRAPH_PROPERTIES]
    place = ranks.index(PARAGRAPH_PROPERTIES.index("rPr"))
    if any(rank > ranks[place] for rank in ranks[:place]) or any(rank < ranks[place] for rank in ranks[place + 1 :]):
        yield "§17.3.1.26: w:rPr stands out of order in its w:pPr"


def _broken(element: Element, rule: Rule) -> Iterator[str]:
    name = _name(element)
    if _name(element.getparent()) not in rule.parents:
        yield f"{rule.clause}: w:{name} stands in w:{_name(element.getparent())}"
    yield from (
        f"{rule.clause}: w:{name} holds w:{_name(child)}"
        for child in element
        if _name(child) not in rule.children and (rule.exactly or child.tag.startswith(W))
    )
    yield from (
        f"{rule.clause}: w:{name} lacks w:{wanted}" for wanted in rule.attributes if not element.get(f"{W}{wanted}")
    )


def _name(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1]


def repeated(ids: Iterable[str]) -> list[str]:
    """The ids that occur more than once."""
    seen: set[str] = set()
    return [each for each in ids if each in seen or seen.add(each)]
