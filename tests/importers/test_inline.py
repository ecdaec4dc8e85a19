"""Markup inside a line goes, every word stays."""

import pytest

from advocate_desk.importers.inline import without_inline_markup


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("[a@b.org](mailto:a@b.org)", "a@b.org"),
        ("[our page](https://example.org)", "our page (https://example.org)"),
        ('[our page](https://example.org "A title")', '[our page](https://example.org "A title")'),
        (r"\* For more", "* For more"),
        ("**Issued** today", "Issued today"),
        ("2 * 3 * 4", "2 * 3 * 4"),
    ],
)
def test_markup_goes_and_every_word_stays(typed: str, kept: str) -> None:
    assert without_inline_markup(typed) == kept
