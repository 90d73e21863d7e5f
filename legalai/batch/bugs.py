"""What is said of an error that is a fault of the program and not of a file."""

import traceback
from pathlib import Path


def bug_message(error: Exception) -> str:
    """Where it showed, in one line. Its own words and trace are left out: they may quote a contract."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "legalai" in Path(frame.filename).parts] or list(frames)
    place = f"{type(error).__name__} in {Path(ours[-1].filename).name}, line {ours[-1].lineno}"
    return f"an error in legalai itself ({place}). Please report it."
