import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from advocate_desk.language import catalog
from advocate_desk.language.catalog import available, current, ntr, qt_text, tr, translate, use

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def own_catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Khmer catalogue of a few texts, and English in use."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    texts = Catalog(locale="km")
    texts.add("Save", "រក្សាទុក")
    texts.add("{n} of {total} written", "បានសរសេរ {n} ក្នុង {total}")
    texts.add("Hello {name}", "សួស្តី {nmae}")
    texts.add(("{n} endorser", "{n} endorsers"), ("អ្នកគាំទ្រ {n}",))
    texts.add("Cancel", "បោះបង់", context="qt.QPlatformTheme")
    path = tmp_path / "km" / "LC_MESSAGES" / "advocate_desk.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, texts)
    before = current()
    monkeypatch.setattr(catalog, "data_path", lambda *_: tmp_path)
    catalog.forget()
    use("en")
    yield
    use(before)
    catalog.forget()


def test_english_is_the_source() -> None:
    assert tr("Save") == "Save"
    assert ntr("{n} endorser", "{n} endorsers", 1) == "1 endorser"
    assert ntr("{n} endorser", "{n} endorsers", 102) == "102 endorsers"


def test_the_window_changes_its_language_at_once() -> None:
    use("km")
    assert current() == "km"
    assert tr("Save") == "រក្សាទុក"
    assert ntr("{n} endorser", "{n} endorsers", 1) == "អ្នកគាំទ្រ ១"
    use("en")
    assert tr("Save") == "Save"


def test_a_document_speaks_its_own_language() -> None:
    use("km")
    assert translate("en", "Save") == "Save"
    use("en")
    assert translate("km", "Save") == "រក្សាទុក"


def test_numbers_in_a_khmer_sentence_have_khmer_digits() -> None:
    assert translate("km", "{n} of {total} written", n=3, total=102) == "បានសរសេរ ៣ ក្នុង ១០២"


def test_numbers_in_a_sentence_that_stayed_english_stay_english() -> None:
    assert translate("km", "{n} files of {name}", n=3, name="ខ") == "3 files of ខ"
    assert translate("km", "{n} / {total}", n=3, total=7) == "៣ / ៧"


def test_a_text_in_a_field_is_not_read_for_fields() -> None:
    assert tr("Hello {name}", name="{total} {0} {name}") == "Hello {total} {0} {name}"


def test_a_translation_with_a_wrong_field_gives_way_to_english() -> None:
    assert translate("km", "Hello {name}", name="Dara") == "Hello Dara"


def test_a_text_without_fields_may_show_braces() -> None:
    assert tr("Write {{date}} for the date.") == "Write {{date}} for the date."


def test_what_is_not_translated_stays_english() -> None:
    assert translate("km", "Never seen") == "Never seen"
    assert translate("fr", "Save") == "Save"
    assert translate("km", "") == ""


def test_texts_of_qt_have_their_own_context_and_none_where_we_have_none() -> None:
    use("km")
    assert qt_text("QPlatformTheme", "Cancel") == "បោះបង់"
    assert qt_text("QLineEdit", "Cancel") is None
    assert qt_text("QPlatformTheme", "Abort") is None


def test_languages_with_a_catalogue_are_offered() -> None:
    assert available() == ("en", "km")


def test_a_missing_folder_of_catalogues_leaves_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*parts: str) -> Path:
        raise FileNotFoundError(parts)

    monkeypatch.setattr(catalog, "data_path", missing)
    catalog.forget()
    assert available() == ("en",)
    assert translate("km", "Save") == "Save"


def test_a_damaged_catalogue_leaves_english(tmp_path: Path) -> None:
    (tmp_path / "km" / "LC_MESSAGES" / "advocate_desk.mo").write_bytes(b"no catalogue")
    catalog.forget()
    assert translate("km", "Save") == "Save"


@pytest.mark.parametrize("language", ["", "../km", "k/m", "ខ្មែរ"])
def test_what_is_no_language_is_refused(language: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(language)}$"):
        use(language)
    assert current() == "en"


def test_the_window_can_paint_before_any_slow_library_is_loaded() -> None:
    code = (
        "import sys; before = set(sys.modules)\n"
        "import advocate_desk.language.catalog, advocate_desk.language.fonts\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(*sorted(new - set(sys.stdlib_module_names)))\n"
        "print(*sorted(new & {'dataclasses', 'inspect', 'json', 'logging'}))"
    )
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, 'src')\n{code}"]
    found = subprocess.run(command, capture_output=True, text=True, check=True, cwd=CHECKOUT)
    assert found.stdout.split("\n")[:2] == ["advocate_desk", ""]
