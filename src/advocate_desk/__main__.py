"""The entry point: `advocate-desk` and `python -m advocate_desk`."""

from __future__ import annotations

import sys

from advocate_desk.app import run


def main() -> int:
    """Start the program with the arguments of the command line."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
