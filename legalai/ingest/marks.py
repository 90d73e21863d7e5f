"""What is told of a file's tracked changes and hidden words, alike for every format that has them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from legalai.schema import ChangeKind, Issue, View

MOST_HIDDEN = 500
CALLED: Mapping[ChangeKind, str] = {
    "insertion": "insertion",
    "deletion": "deletion",
    "move_from": "passage moved away",
    "move_to": "passage moved here",
}
_READ_AS: Mapping[View, str] = {
    "accepted": "as if all were accepted",
    "original": "as it was before them",
    "marked": "as if all were accepted, and each is shown with its words",
}


def many(count: int, what: str) -> str:
    """A number of things: "1 passage moved away", "2 passages moved away"."""
    head, _, rest = what.partition(" ")
    return f"{count} {what}" if count == 1 else f"{count} {head}s {rest}".rstrip()


def changes_issue(name: str, view: View, counted: Counter[str]) -> Issue:
    """That a file has open changes, so many of each kind, and which view of it was read."""
    listed = ", ".join(many(count, what) for what, count in counted.items()) or "paragraph breaks"
    message = f"{name} has open tracked changes ({listed}): it was read {_READ_AS[view]}."
    return Issue(code="tracked-changes", severity="info", message=message)


def hidden_issues(name: str, places: int) -> Iterator[Issue]:
    """That a file has hidden words, where it has any."""
    if places:
        message = (
            f"{name} has words in {many(places, 'place')} that a reader is not shown: they were left out of the text, "
            "and are among the findings."
        )
        yield Issue(code="hidden-text", severity="warning", message=message)
