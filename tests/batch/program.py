"""A batch in a process of its own, to be killed: `python -m tests.batch.program FOLDER OUT`."""

import sys
from pathlib import Path

if __name__ == "__main__":
    # Imported here: workers import this module again, and need none of it.
    import signal
    from datetime import date

    from legalai.batch.run import BatchRequest, run_batch
    from legalai.review import ReviewRequest
    from tests.batch.obedient import open_obedient

    # A test run in the background hands Ctrl-C down as ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    folder, out = map(Path, sys.argv[1:3])
    asked = BatchRequest(folder=folder, out=out, review=ReviewRequest(as_of=date(2026, 11, 21)), workers=2)
    run_batch(asked, open_reviewer=open_obedient)
