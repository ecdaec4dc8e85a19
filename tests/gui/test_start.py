"""How the program starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src"
LATE = ("sqlite_utils", "docx", "babel", "khmercut", "lxml", "sqlcipher3", "advocate_desk.desk")

_SCRIPT = """
import os, sys
from pathlib import Path
from advocate_desk.gui.application import FirstPaint, application, make_window
from advocate_desk.settings import SettingsFile
app = application()
window, preferences = make_window(app, SettingsFile(Path(sys.argv[1])))
painted = FirstPaint(window)
painted.happened.connect(app.quit)
window.show()
app.exec()
import PySide6.QtCore
print("|".join(sys.modules), "Qt" in vars(PySide6.QtCore), flush=True)
os._exit(0)
"""


def test_nothing_slow_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path / "window.txt")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    modules, has_namespace = done.stdout.split()
    early = set(modules.split("|"))
    assert not early.intersection(LATE)
    assert has_namespace == "False", "Qt's namespace takes 20 ms"
