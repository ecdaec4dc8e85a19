"""What must be true of the Qt binding itself."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton

from advocate_desk.gui.translator import QtTexts


def test_a_call_of_qt_that_returns_none_takes_no_reference_of_none() -> None:
    # PySide6 6.12.0 did under Python 3.11, and died after some 3,400 calls.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("name")
    assert before - sys.getrefcount(None) < 100


def test_a_text_of_qt_without_translation_stays_english(qapp: QApplication) -> None:
    texts = QtTexts(qapp)
    qapp.installTranslator(texts)
    try:
        assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
        assert QPushButton("OK").text() == "OK"
    finally:
        qapp.removeTranslator(texts)
