"""Our own documents read back: what was exported is understood again."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.exporters.text_writer import text
from advocate_desk.importers.statement_reader import read_statements
from advocate_desk.model.kinds import Layout
from exporters.sample import river_statement

KINDS = [
    *("title", "paragraph", "heading", "paragraph", "demand", "demand", "addressees"),
    *("instrument_list", "contact", "issue_line", "endorser_list"),
]
LANGUAGES: Mapping[Layout, set[str]] = {
    Layout.KHMER: {"km"},
    Layout.ENGLISH: {"en"},
    Layout.SIDE_BY_SIDE: {"km", "en"},
    Layout.KHMER_ENGLISH: {"km", "en"},
    Layout.ENGLISH_KHMER: {"km", "en"},
}


@pytest.mark.parametrize("layout", LANGUAGES)
def test_a_document_of_ours_is_read_back_whole(layout: Layout, tmp_path: Path) -> None:
    composition = compose(river_statement(names=12), layout)
    word, plain = tmp_path / "river.docx", tmp_path / "river.txt"
    word.write_bytes(docx_bytes(composition))
    plain.write_text(text(composition), encoding="utf-8")
    for path in (word, plain):
        (draft,) = read_statements(path)
        assert [b.kind.value for b in draft.blocks if b.kind.value != "page_break"] == KINDS
        assert all(set(block.texts) == LANGUAGES[layout] for block in draft.blocks)
        assert len(draft.endorsers) == 12
