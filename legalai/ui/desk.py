"""What one user has open: kept in that user's session and nowhere else."""

from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from legalai.redline import Redlined
from legalai.review import Compared, Extracted, Reviewed, ReviewRequest
from legalai.schema import Quote, Recipient
from legalai.ui.proposals import Settled

_KEY = "desk"


@dataclass
class RedlineDraft:
    """What a user has settled for a redline so far, and what was made of it.

    `words` in place of those proposed are by `wording_key`, `left_out` by the ids of points. `made_of` is the review
    and the choices that `made`, or `trouble` where it could not be made, is the outcome of.
    """

    words: dict[str, str] = field(default_factory=dict[str, str])
    left_out: set[str] = field(default_factory=set[str])
    recipient: Recipient | None = None
    author: str | None = None
    made_of: tuple[Reviewed, Settled] | None = None
    made: Redlined | None = None
    trouble: str | None = None


@dataclass
class Entry:
    """One uploaded contract and what became of it.

    `data` is the upload, and `member` where in it the contract is, if it is an archive of several.
    `request` is what the user asked for last, `pending` whether that is still to be done. `extracted` is what was found
    in the file with the days, the password and the view of that request; a request with others drops it. `clicks`
    counts citations clicked, so that the same one clicked twice is shown twice.
    """

    id: str
    name: str
    data: bytes
    request: ReviewRequest
    member: str = ""
    pending: bool = True
    extracted: Extracted | None = None
    reviewed: Reviewed | None = None
    trouble: str | None = None
    wants_password: bool = False
    active: Quote | None = None
    clicks: int = 0
    draft: RedlineDraft = field(default_factory=RedlineDraft)

    @property
    def upload_name(self) -> str:
        """The name of the file that was uploaded: the archive's, of a contract in one."""
        return self.name.removesuffix(f"/{self.member}") if self.member else self.name

    def show_quote(self, quote: Quote) -> None:
        """Make a quote the one that is highlighted and scrolled to."""
        self.active = Quote(text=quote.text, start=quote.start, end=quote.end)
        self.clicks += 1

    def found_for(self, request: ReviewRequest) -> Extracted | None:
        """What was found in the file, where a request reads it the same way."""
        return self.extracted if _read_as(request) == _read_as(self.request) else None

    def ask(self, request: ReviewRequest) -> None:
        """Ask for a review with other choices."""
        self.extracted = self.found_for(request)
        self.request = request
        self.pending = True
        self.trouble = None


def _read_as(request: ReviewRequest) -> tuple[object, ...]:
    """What of a request decides what is found in a file."""
    return request.as_of, request.password, request.view, request.triggers


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that the user added. `members` leads to each contract in it, if it holds several; "" is itself.

    `password` is the one that it was looked into with.
    """

    name: str
    data: bytes
    members: tuple[str, ...] = ()
    passed_over: tuple[str, ...] = ()
    password: str | None = field(default=None, repr=False)


@dataclass
class Comparing:
    """Two versions that a user compares: the ids of what was sent and what came back, and the request.

    `made_of` are those that `made`, or `trouble` where it could not be made, is the outcome of.
    """

    made_of: tuple[str, str, ReviewRequest] | None = None
    made: Compared | None = None
    trouble: str | None = None


@dataclass
class Desk:
    """The contracts a user has uploaded, in order, and the one being looked at; `uploads` by their id."""

    uploads: dict[str, Upload] = field(default_factory=dict[str, Upload])
    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
    chosen_id: str | None = None
    comparing: Comparing = field(default_factory=Comparing)

    @property
    def chosen(self) -> Entry | None:
        """The contract being looked at."""
        return self.entries.get(self.chosen_id or "")

    def password_for(self, upload: str) -> str | None:
        """The password that the user gave for an upload, or for a contract in it."""
        given = [e.request.password for name, e in self.entries.items() if name.split("/", 1)[0] == upload]
        return next(filter(None, given), None)

    def keep(self, uploads: dict[str, Upload]) -> None:
        """Have an entry for each contract in the uploads, and for no other."""
        self.uploads = uploads
        wanted = [
            Entry(
                id=f"{each}/{member}" if member else each,
                name=f"{upload.name}/{member}" if member else upload.name,
                data=upload.data,
                request=ReviewRequest(as_of=date.today(), password=upload.password),
                member=member,
            )
            for each, upload in uploads.items()
            for member in upload.members or ("",)
        ]
        self.entries = {entry.id: self.entries.get(entry.id, entry) for entry in wanted}
        if self.chosen is None:
            self.chosen_id = next(iter(self.entries), None)


def the_desk() -> Desk:
    """The desk of this session."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = Desk()
    desk: Desk = st.session_state[_KEY]
    return desk
