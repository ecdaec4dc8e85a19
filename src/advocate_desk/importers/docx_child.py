"""The limited process that opens Word and XLSX files: bytes on stdin, one JSON value on stdout.

A hostile file can only harm this process, which may use little time and memory, opens no file
and ends when it has answered.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping

from advocate_desk.importers.docx_document import read_document
from advocate_desk.importers.docx_preflight import DAMAGED
from advocate_desk.importers.letterhead_parts import read_parts
from advocate_desk.importers.xlsx_workbook import read_workbook
from advocate_desk.model.errors import ImportRefused

MOST_MEMORY = 1_000_000_000
MOST_SECONDS = 20
LETTERHEAD = "letterhead"  # the last argument, where a letterhead is wanted
SHEETS = "sheets"  # the last argument, where the file is a spreadsheet


def main() -> int:
    """Reads a file from stdin and answers with its paragraphs, parts or rows, or a refusal."""
    _limit()
    data = sys.stdin.buffer.read()
    answer = json.dumps(_answer(data, sys.argv[-1]), ensure_ascii=True)
    sys.stdout.write(answer)
    sys.stdout.flush()
    return 0


def _limit() -> None:
    """Takes the process the right to more memory and time; Windows has only the parent's clock."""
    try:
        import resource
    except ImportError:
        return
    for which, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (allowed, allowed))


def _answer(data: bytes, task: str = "") -> Mapping[str, object]:
    try:
        if task == SHEETS:
            return read_workbook(data)
        return read_parts(data) if task == LETTERHEAD else read_document(data)
    except ImportRefused as refusal:
        return {
            "refused": refusal.message,
            "advice": refusal.advice,
            "arguments": refusal.arguments,
        }
    except Exception:  # noqa: BLE001 - whatever a hostile file provokes is one refusal
        return {"refused": DAMAGED, "advice": "", "arguments": {}}


if __name__ == "__main__":
    sys.exit(main())
