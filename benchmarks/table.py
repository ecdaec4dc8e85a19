"""Print the table of measured speeds: `python3 desk.py bench [PART…]`."""

from __future__ import annotations

import importlib
import sys

PARTS = (
    "start_up",
    "editing",
    "preview",
    "export_docx",
    "export_long",
    "checking",
    "parity",
    "library",
    "memory",
    "withholding",
    "names",
    "endorsers_tab",
    "many_rows",
    "odd_shapes",
)


def main(wanted: list[str]) -> int:
    """Measure the wanted parts, all of them by default; 1 if a bound is broken."""
    print(f"{'what':<56}{'ours':>9}      {'beside':<34}{'ratio':>8}  {'bound':<12}kept")
    broken = 0
    for part in wanted or PARTS:
        for row in importlib.import_module(f"benchmarks.{part}").rows():
            print(row.text(), flush=True)
            broken += not row.kept
    return min(broken, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
