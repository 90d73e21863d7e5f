"""`python -m legalai` is the command line."""

import sys

from legalai.cli import main

if __name__ == "__main__":
    sys.exit(main())
