"""The scanner of the tests finds a name however it is packed."""

import io
import json
import zipfile
import zlib

import pytest

from leaks import Leaks

NAME, KHMER = "Hidden Village", "ភូមិអង្គជោគ"


def _zip(data: bytes, name: str = "a.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)
    return packed.getvalue()


@pytest.mark.parametrize(
    "value",
    [
        "the hidden-village’s demand",
        "Hid\u00adden\u200b Village",
        "ＨＩＤＤＥＮ VILLAGE",
        f"យើង{KHMER}ក្នុង",
        "ភូមិ អង្គ\u200bជោគ",
        "with QXZ today",
        NAME.encode(),
        NAME.encode("utf-16-le"),
        _zip(b"<w:t>Hidd</w:t><w:t>en Vil</w:t><w:t>lage</w:t>"),
        _zip(_zip(NAME.encode())),
        _zip(b"nothing", f"{NAME}.xml"),
        _zip(f"<a title='{KHMER}'/>".encode()),
        b"<p>Hid<b>den</b> V&#105;llage</p>",
        json.dumps({"a": [KHMER]}).encode(),
        json.dumps([{NAME: 1}]).encode(),
        b"%PDF-1.7\nstream\n" + zlib.compress(b"(Hidden Village) Tj") + b"\nendstream",
        {"name": NAME},
    ],
)
def test_a_name_is_found(value: object) -> None:
    leaks = Leaks((NAME, KHMER), ("QXZ",))
    leaks.look("here", value)
    assert leaks.found == ["here"]


@pytest.mark.parametrize(
    "value",
    ["Hidden things of a village", "ភូមិអង្គ", "QXZW, aQXZ", b"Hidden", _zip(b"<p>Village</p>"), 7],
)
def test_other_words_are_no_leak(value: object) -> None:
    leaks = Leaks((NAME, KHMER), ("QXZ",))
    leaks.look("here", value)
    assert leaks.found == []
