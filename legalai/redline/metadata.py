"""A Word file made fit for the other side: no word of ours in its properties, no hidden words, no internal comment."""

from collections.abc import Iterator
from dataclasses import dataclass

from legalai.ingest.guard import Element
from legalai.ingest.word.numbering import Styles
from legalai.ingest.word.opc import W
from legalai.ingest.word.visibility import Visibility, page_colour
from legalai.redline.comments import INTERNAL
from legalai.redline.package import WordFile

# Of the core and the extended properties (ISO/IEC 29500-2 and 29500-1) those that say who worked on a file.
_CORE = frozenset({"creator", "lastModifiedBy", "keywords", "description", "category", "contentStatus", "subject"})
_EXTENDED = frozenset({"Manager", "Company", "HyperlinkBase"})
_KINDS = {"core-properties": _CORE, "extended-properties": _EXTENDED}


@dataclass(frozen=True)
class Cleaned:
    """A file made fit for the other side, and what was taken out of it: how many of each kind."""

    file: WordFile
    taken: dict[str, int]


def clean(file: WordFile) -> Cleaned:
    """Take out who worked on a file, what no reader is shown, and comments of ours for our own side."""
    taken: dict[str, int] = {}
    file = _without_internal_comments(file, taken)
    file = _without_hidden(file, taken)
    return Cleaned(_without_properties(file, taken), taken)


def _without_internal_comments(file: WordFile, taken: dict[str, int]) -> WordFile:
    part = file.related(file.main, "comments")
    if part is None:
        return file
    root = file.root(part)
    ours = [each for each in root.findall(f"{W}comment") if _words(each).lstrip().startswith(INTERNAL)]
    if not ours:
        return file
    ids = {each.get(f"{W}id") for each in ours}
    named = {
        value for each in ours for one in each.iter() for name, value in one.attrib.items() if _is_paragraph_id(name)
    }
    for each in ours:
        root.remove(each)
    main = file.root(file.main)
    for mark in list(main.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        if mark.get(f"{W}id") in ids:
            # The run that held a reference stays, empty: the places of a document count runs.
            mark.getparent().remove(mark)
    taken["internal comments"] = len(ours)
    changed = {part: root, file.main: main}
    for relation in file.relations(file.main):
        if relation.kind in ("commentsExtended", "commentsIds"):
            extended = file.root(relation.part)
            for each in list(extended):
                if any(_is_paragraph_id(name) and value in named for name, value in each.attrib.items()):
                    extended.remove(each)
            changed[relation.part] = extended
    return file.put_roots(changed)


def _is_paragraph_id(name: str) -> bool:
    return name.endswith("}paraId")


def _words(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def _without_hidden(file: WordFile, taken: dict[str, int]) -> WordFile:
    """Words that the reader leaves out because no reader is shown them, fields left whole."""
    main = file.root(file.main)
    runs = 0
    for run in list(_hidden_runs(file, main)):
        if run.find(f"{W}fldChar") is None and run.find(f"{W}instrText") is None:
            words = [each for each in run if each.tag in (f"{W}t", f"{W}delText")]
            runs += bool(words)
            for each in words:
                run.remove(each)
    if not runs:
        return file
    taken["hidden runs"] = runs
    return file.put_roots({file.main: main})


def _hidden_runs(file: WordFile, main: Element) -> Iterator[Element]:
    styles_part = file.related(file.main, "styles")
    styles_root = file.root(styles_part) if styles_part is not None else None
    settings = file.related(file.main, "settings")
    defaults = styles_root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles_root is not None else None
    ground = page_colour(main, file.root(settings) if settings is not None else None)
    visibility = Visibility(Styles(styles_root), defaults, ground)
    for run in main.iter(f"{W}r"):
        paragraph = next(run.iterancestors(f"{W}p"), None)
        if paragraph is not None and _words(run).strip() and visibility.unseen(run, paragraph) is not None:
            yield run


def _without_properties(file: WordFile, taken: dict[str, int]) -> WordFile:
    changed: dict[str, Element] = {}
    bound = b"".join(file.parts[part] for part in file.xml_parts() if part.startswith("word/"))
    for relation in file.relations(""):
        if relation.kind not in (*_KINDS, "custom-properties"):
            continue
        root = file.root(relation.part)
        if relation.kind == "custom-properties":
            # A property that a field shows is part of the contract's words.
            gone = [each for each in root if (each.get("name") or "").encode() not in bound]
        else:
            names = _KINDS[relation.kind]
            gone = [each for each in root if each.tag.rsplit("}", 1)[-1] in names and (each.text or "").strip()]
            gone = [] if relation.kind.encode() in bound else gone
        for each in gone:
            root.remove(each)
        if gone:
            taken["properties"] = taken.get("properties", 0) + len(gone)
            changed[relation.part] = root
    settings = file.related(file.main, "settings")
    if settings is not None:
        root = file.root(settings)
        variables = root.find(f"{W}docVars")
        if variables is not None and b"DOCVARIABLE" not in bound:
            root.remove(variables)
            taken["variables"] = len(variables)
            changed[settings] = root
    return file.put_roots(changed) if changed else file
