"""`legalai ui`: the browser interface."""

import signal
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import legalai

# The page is run by Streamlit and never imported here.
_APP = Path(legalai.__file__).with_name("ui") / "app.py"

# Contracts are confidential: reachable from this machine only, nothing reported to anybody, no text in error pages.
# Said here again, so that no setting of the folder the command is started in can change it.
_PRIVATE = (
    "--server.address=127.0.0.1",
    "--server.fileWatcherType=none",
    "--server.showEmailPrompt=false",
    "--browser.gatherUsageStats=false",
    "--client.showErrorDetails=none",
    "--client.toolbarMode=minimal",
)


def ui(
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to serve on.")] = 8501,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
) -> int:
    """Review in a browser, on this machine only.

    Example: legalai ui --port 8600
    """
    headless = f"--server.headless={'false' if browser else 'true'}"
    command = [sys.executable, "-m", "streamlit", "run", str(_APP), f"--server.port={port}", headless, *_PRIVATE]
    with subprocess.Popen(command) as server:  # noqa: S603 - our own interpreter and script
        # Whoever ends this process means the server: left alone, it would hold the port.
        before = signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        try:
            return server.wait()
        except KeyboardInterrupt:
            # Ctrl-C is how one ends it, and reaches the server too.
            return 0
        finally:
            signal.signal(signal.SIGTERM, before)
