"""The tracked changes of an OpenDocument text: which regions of it changed, and the words that were deleted.

Source: OpenDocument 1.3 part 3, §5.5 (change tracking).
"""

from dataclasses import dataclass, field

from legalai.ingest.guard import Element
from legalai.ingest.markup.marks import Change
from legalai.ingest.markup.odf import OFFICE, TEXT
from legalai.schema import View

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DC = "{http://purl.org/dc/elements/1.1/}"
PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")


@dataclass(frozen=True, slots=True)
class Region:
    """A changed region: what of it was inserted, what deleted, and the paragraphs of the words that are gone."""

    inserted: Change | None
    deleted: Change | None
    gone: tuple[Element, ...]


@dataclass
class Changes:
    """The regions of a text that its body has not come to yet, the insertions that are open, and `there_are` any."""

    view: View
    regions: dict[str, Region] = field(default_factory=dict[str, Region])
    open: dict[str, Change] = field(default_factory=dict[str, Change])
    formatting: int = 0
    there_are: bool = False

    @staticmethod
    def of(body: Element, view: View) -> "Changes":
        """The changes of a body."""
        changes = Changes(view)
        for region in body.findall(f"{TEXT}tracked-changes/{TEXT}changed-region"):
            changes.there_are = True
            inserted, deleted = region.find(f"{TEXT}insertion"), region.find(f"{TEXT}deletion")
            changes.formatting += region.find(f"{TEXT}format-change") is not None
            changes.regions[region.get(f"{TEXT}id") or region.get(_XML_ID) or ""] = Region(
                inserted=_change(inserted),
                deleted=_change(deleted),
                gone=tuple(deleted.iter(*PARAGRAPHS)) if deleted is not None else (),
            )
        return changes

    def begin(self, identity: str) -> None:
        """A change begins, unless it is one of looks alone; a flat file keeps what was deleted in its place."""
        region = self.regions.get(identity)
        change = None if region is None else region.inserted or region.deleted
        if change is not None:
            self.open[identity] = change

    def end(self, identity: str) -> None:
        """A change ends."""
        self.open.pop(identity, None)

    def take_deleted(self, identity: str) -> Region | None:
        """The region that was deleted at a mark; once, or a few regions could make a file of any length."""
        region = self.regions.get(identity)
        if region is None or region.deleted is None:
            return None
        return self.regions.pop(identity)

    @property
    def current(self) -> Change | None:
        """The change that words are part of now, the innermost."""
        return next(reversed(self.open.values()), None)

    @property
    def is_shown(self) -> bool:
        """Whether the view shows the words that come now."""
        return all(change.is_shown(self.view) for change in self.open.values())


def _change(element: Element | None) -> Change | None:
    if element is None:
        return None
    info = element.find(f"{OFFICE}change-info")
    said = [info.findtext(f"{_DC}{name}") or "" if info is not None else "" for name in ("creator", "date")]
    return Change("insertion" if element.tag == f"{TEXT}insertion" else "deletion", *said)
