"""Qt's own texts speak the language of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QTextEdit,
)
from pytestqt.qtbot import QtBot

from advocate_desk.gui.qt_texts import TEXTS
from advocate_desk.gui.translator import QtTexts
from advocate_desk.language import catalog
from advocate_desk.language.khmer import has_khmer

Button = QDialogButtonBox.StandardButton


@pytest.fixture
def khmer(qapp: QApplication) -> Iterator[None]:
    """A program that speaks Khmer."""
    texts = QtTexts(qapp)
    catalog.use("km")
    qapp.installTranslator(texts)
    yield
    qapp.removeTranslator(texts)
    catalog.use("en")


@pytest.mark.usefixtures("khmer")
def test_the_buttons_of_a_dialog_are_khmer(qtbot: QtBot) -> None:
    box = QDialogButtonBox(Button.Ok | Button.Cancel | Button.Save | Button.Open | Button.Close)
    qtbot.addWidget(box)
    words = [button.text() for button in box.buttons()]
    assert len(words) == 5
    assert [word for word in words if not has_khmer(word) or "&" in word] == []


@pytest.mark.usefixtures("khmer")
@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit])
def test_the_menu_of_a_text_field_is_khmer(qtbot: QtBot, kind: type[QLineEdit | QTextEdit]) -> None:
    field = kind("text")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert len(words) == 7
    assert [word for word in words if not has_khmer(word) or "&" in word] == []


@pytest.mark.usefixtures("khmer")
def test_every_text_of_qt_has_a_translation_with_its_fields() -> None:
    shown = [(text, QApplication.translate(context, text)) for context, text in TEXTS]
    wrong = [pair for pair in shown if not has_khmer(pair[1])]
    wrong += [pair for pair in shown if pair[0].count("%1") != pair[1].count("%1")]
    assert wrong == []


def test_the_texts_of_qt_are_english_again_in_english(khmer: None) -> None:
    catalog.use("en")
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
