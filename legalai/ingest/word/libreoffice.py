"""LibreOffice, where it is installed, as the way from old file formats to one that is read here."""

import os
import shutil
import signal
import subprocess
from pathlib import Path

from legalai.errors import DamagedFile, UnsupportedFormat

_NAMES = ("soffice", "libreoffice")
_USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
)
_SECONDS = 120
# A profile of its own: no macro runs, no link is followed or updated, and what is fetched anyway meets a closed port.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    "</item>\n"
)
_VALUES = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def find_libreoffice() -> str | None:
    """The program, on the path or where it is usually installed; None where there is none."""
    found = next((place for name in _NAMES if (place := shutil.which(name))), None)
    return found or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def convert_to_docx(path: Path, folder: Path, *, suffix: str, seconds: int = _SECONDS) -> Path:
    """A Word file made of another one, in an empty folder that is the caller's to remove; `suffix` is the file's kind.

    Raises: UnsupportedFormat where LibreOffice is not installed, DamagedFile where it cannot read the file in time.
    """
    program = find_libreoffice()
    if program is None:
        raise UnsupportedFormat(
            f"{path.name} is an old Word file, which LibreOffice reads: install LibreOffice, or save the file as .docx."
        )
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    items = "".join(_ITEM.format(path=place, name=name, value=value) for place, name, value in _VALUES)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS.format(items=items), encoding="utf-8")
    # A name of ours: the user's own may begin with a dash.
    source = folder / f"contract{suffix}"
    shutil.copyfile(path, source)
    target = folder / "converted"
    _run(
        [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target), str(source)],
        path.name, seconds,
    )  # fmt: skip
    made = target / "contract.docx"
    if not made.is_file():
        raise DamagedFile(
            f"{path.name} cannot be read by LibreOffice (is it damaged, or has it a password?): save it as .docx."
        )
    return made


def _run(command: list[str], name: str, seconds: int) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - a program found by name, arguments that are all ours
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise UnsupportedFormat(f"{name} needs LibreOffice, which does not start: save the file as .docx.") from error
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise DamagedFile(f"{name} took LibreOffice more than {seconds} seconds: save it as .docx.") from error
    finally:
        # Also when the user breaks off: soffice is a script that starts the program that works.
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            return
    else:
        process.kill()
    process.wait()
