"""What the program remembers about its window."""

from __future__ import annotations

from pathlib import Path

import pytest

from advocate_desk.settings import MOST_RECENT, Settings, SettingsFile, user_folder


def test_settings_are_read_as_they_were_written(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "folder" / "window.txt")
    kept = Settings(language="km", theme="dark", text_size=14).with_recent(tmp_path / "a.desk")
    kept = kept.with_open_statement(tmp_path / "a.desk", "id")
    file.write(kept)
    assert file.read() == kept


@pytest.mark.parametrize("broken", ["", "nothing", "text_size=big\nrecent", "open=path"])
def test_a_broken_file_means_the_defaults(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "window.txt"
    path.write_text(broken, encoding="utf-8")
    assert SettingsFile(path).read() == Settings()


def test_a_file_that_is_no_text_means_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "window.txt"
    path.write_bytes(b"\xff\xfe\x00=")
    assert SettingsFile(path).read() == Settings()


def test_a_path_with_a_line_feed_is_not_remembered(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "window.txt")
    file.write(Settings().with_recent(Path("a\nlanguage=xx.desk")))
    assert file.read() == Settings()


def test_a_missing_file_means_the_defaults(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none.txt").read() == Settings()


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    SettingsFile(blocked / "window.txt").write(Settings())


def test_the_last_desks_are_few_and_the_newest_comes_first() -> None:
    settings = Settings()
    for number in range(12):
        settings = settings.with_recent(Path(f"{number}.desk"))
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0] == "11.desk"
    assert "11.desk" not in settings.without_recent(Path("11.desk")).recent


def test_a_text_size_beyond_the_limits_is_brought_back(tmp_path: Path) -> None:
    path = tmp_path / "window.txt"
    path.write_text("text_size=99\n", encoding="utf-8")
    assert SettingsFile(path).read().text_size == 20


def test_settings_lie_in_the_users_folder() -> None:
    assert user_folder().name == "advocate-desk"
    assert SettingsFile.of_this_user().folder == user_folder()
