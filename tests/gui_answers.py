"""Answers for the window's questions, prepared by a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from advocate_desk.gui.ask import Ask


class Answers(Ask):
    """Gives the next prepared answer, and remembers what was asked."""

    def __init__(self) -> None:
        self.files: list[Path | None] = []
        self.targets: list[Path | None] = []
        self.texts: list[str | None] = []
        self.agrees: list[bool] = []
        self.dialogs: list[Callable[[QDialog], bool]] = []
        self.asked: list[str] = []

    @override
    def open_file(
        self, parent: QWidget, title: str, *, kinds: str, folder: Path | None = None
    ) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    @override
    def open_files(self, parent: QWidget, title: str, *, kinds: str) -> tuple[Path, ...]:
        self.asked.append(title)
        return tuple(path for path in (self.files.pop(0),) if path)

    @override
    def open_folder(self, parent: QWidget, title: str) -> Path | None:
        self.asked.append(title)
        return self.files.pop(0)

    @override
    def save_file(self, parent: QWidget, title: str, *, kinds: str, suggested: Path) -> Path | None:
        self.asked.append(str(suggested))
        return self.targets.pop(0)

    @override
    def question(self, parent: QWidget, text: str, *, yes: str, no: str) -> bool:
        self.asked.append(text)
        return self.agrees.pop(0)

    @override
    def text(self, parent: QWidget, title: str, label: str, *, initial: str = "") -> str | None:
        self.asked.append(label)
        return self.texts.pop(0)

    @override
    def run(self, dialog: QDialog) -> bool:
        self.asked.append(dialog.windowTitle())
        return self.dialogs.pop(0)(dialog)
