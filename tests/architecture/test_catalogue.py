"""Every text of the program is collected, translated and compiled."""

import ast
import importlib.util
import string
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Message

from advocate_desk.language.khmer import tidy

ROOT = Path(__file__).resolve().parents[2]


def _tool() -> ModuleType:
    path = ROOT / "translations" / "catalogue.py"
    spec = importlib.util.spec_from_file_location("catalogue", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()
LANGUAGES: list[str] = TOOL.languages()


def _texts(message: Message) -> list[tuple[str, str]]:
    """Pairs of source and translation; a Khmer plural has one form for both sources."""
    sources = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return [(source, translated) for source in sources[-1:] for translated in strings]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _plain_placeholders(text: str) -> bool:
    """Whether braces are placeholders of the interface, not the `{{…}}` of a statement."""
    return "{{" not in text


def test_the_template_holds_every_text_of_the_source() -> None:
    shown = (ROOT / "translations" / "advocate_desk.pot").read_bytes()
    assert shown == TOOL.po_bytes(TOOL.template()), "run: python3 desk.py catalogue"


def test_khmer_ships() -> None:
    assert "km" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    catalogue = TOOL.read(TOOL.po_path(language))
    catalogue.update(TOOL.template(), no_fuzzy_matching=True)
    assert TOOL.untranslated(catalogue) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders_of_its_source(language: str) -> None:
    catalogue = TOOL.read(TOOL.po_path(language))
    wrong = [
        source
        for message in catalogue
        if message.id
        for source, translated in _texts(message)
        if _plain_placeholders(source) and _fields(source) != _fields(translated)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_the_readable_one(language: str) -> None:
    path = TOOL.po_path(language)
    assert path.with_suffix(".mo").read_bytes() == TOOL.mo_bytes(TOOL.read(path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_holds_an_invisible_break(language: str) -> None:
    text = TOOL.po_path(language).read_text(encoding="utf-8")
    assert "\u200b" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_written_as_the_program_writes_khmer(language: str) -> None:
    catalogue = TOOL.read(TOOL.po_path(language))
    texts = [text for message in catalogue if message.id for _, text in _texts(message)]
    assert [text for text in texts if tidy(text) != text] == []


def test_no_text_is_hidden_inside_another_string() -> None:
    hidden = [
        (path.name, call.lineno)
        for path in sorted((ROOT / "src").rglob("*.py"))
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"tr", "ntr", "marked"}
        and isinstance(call.args[0], ast.Constant)
    ]
    assert hidden == [], "the collector does not look into f-strings"
