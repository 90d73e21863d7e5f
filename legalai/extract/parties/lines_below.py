"""Name, job and day that stand without labels on the lines below a signature: "/s/ J. Roe", "Jane Roe", "Director"."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"[ \t]{0,20}(?P<line>[^\n]{2,60}?)[ \t]*(?=\n|$)")
_COLUMNS = re.compile(r"\t|\S\s{3,}\S")
_JOB = re.compile(
    r"(?:(?:Managing|Executive|Vice|Deputy|Senior|General|Company|Board|Sole|Chief|Authori[sz]ed|Finance|Corporate|[A-Z][a-z]+ing)\s){0,3}"
    r"(?:(?:Executive|Operating|Financial|Technical|Legal|Technology)\s)?"
    r"(?:Officer|President|Director|Manager|Secretary|Chair(?:man|person|woman)?|Partner|CEO|CFO|COO|Counsel|Treasurer"
    r"|Member|Representative|Attorney(?:[- ]in[- ][Ff]act)?|Principal|Signatory|Trustee|Agent|Owner|Proprietor)"
)
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*){1,3}")
_NAME_AND_JOB = re.compile(rf"(?P<name>{_NAME.pattern}),\s(?P<job>{_JOB.pattern})")
# The line that was signed on, below the signature.
_RULED = re.compile(r"\n[ \t]{0,20}[_-]{4,}[ \t]*(?=\n|$)")
_LINES = 3
_QUOTED = re.compile(r"[\"“](?P<name>[A-Z][^\"”]{2,50})[\"”]")


@dataclass(frozen=True, slots=True)
class Below:
    """What the lines say; None for what they do not."""

    name: str | None = None
    title: str | None = None
    date: str | None = None


def read_below(text: str, start: int, *, signed: str | None, day: str) -> Below:
    """The lines after the one that holds `start`, up to the first that is neither name, job nor `day`.

    A name counts only where it ends like the signature ("A. Reed", "Anna Reed"). Lines of two columns say nothing.
    """
    name = title = date = None
    position = text.find("\n", start)
    if ruled := _RULED.match(text, max(position, 0)):
        position = ruled.end() if position >= 0 else position
    for _ in range(_LINES):
        match = _LINE.match(text, position + 1) if position >= 0 else None
        line = match["line"] if match else ""
        if match is None or _COLUMNS.search(match[0]):
            break
        both = _NAME_AND_JOB.fullmatch(line)
        if title is None and name is None and signed and both and both["name"].split()[-1] == signed.split()[-1]:
            name, title = both["name"], both["job"]
        elif title is None and _JOB.fullmatch(line):
            title = line
        elif date is None and re.fullmatch(day, line):
            date = line
        elif name is None and signed and _NAME.fullmatch(line) and line.split()[-1] == signed.split()[-1]:
            name = line
        else:
            break
        position = match.end() if match.end() < len(text) else -1
    return Below(name, title, date)


def without_quotation_marks(value: str | None) -> tuple[str | None, bool]:
    """What stands on a line to sign, and whether a conformed copy gives it in quotation marks: 'Per: "Jane Roe"'."""
    match = _QUOTED.fullmatch(value or "")
    return (match["name"], True) if match is not None else (value, False)
