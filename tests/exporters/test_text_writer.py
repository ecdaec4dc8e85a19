"""Plain text of the same parts."""

from advocate_desk.exporters.compose import compose
from advocate_desk.exporters.text_writer import text
from advocate_desk.model.kinds import BlockKind, Layout, Marker
from exporters.sample import block, endorser, item, river_statement, view


def _plain(*blocks: object, layout: Layout = Layout.ENGLISH, **of_view: object) -> str:
    return text(compose(view(*blocks, **of_view), layout))  # type: ignore[arg-type]  # passed through


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    blocks = (
        block(BlockKind.TITLE, "", "Title"),
        block(BlockKind.PARAGRAPH, "", "One.\n\nTwo,\nlines."),
    )
    assert _plain(*blocks) == "Title\n\nOne.\n\nTwo,\nlines.\n"


def test_later_lines_of_an_entry_stand_under_its_text() -> None:
    entries = (item("", "Name,\nOffice", item("", "Other,\nOffice")), item("", "Last\n\nmore"))
    a_list = block(BlockKind.ADDRESSEES, "", "To:", items=entries, marker=Marker.NUMBER)
    assert _plain(a_list) == (
        "To:\n\n1. Name,\n   Office\n   – Other,\n     Office\n2. Last\n   more\n"
    )


def test_endorsers_are_numbered_lines_and_the_count_line_follows() -> None:
    names = (endorser("ក", "A"), endorser("ខ", "B"))
    label = block(BlockKind.ENDORSER_LIST, "ដោយ៖", "By:")
    assert _plain(label, endorsers=names, withheld=1) == (
        "By:\n\n1. A\n2. B\n\nand 1 organisation whose name is withheld for its safety (3 in all)\n"
    )
    assert _plain(label, endorsers=names, layout=Layout.KHMER) == "ដោយ៖\n\n១. ក\n២. ខ\n"


def test_both_languages_follow_each_other_in_every_layout_of_two() -> None:
    whole = text(compose(river_statement(), Layout.KHMER)).strip()
    english = text(compose(river_statement(), Layout.ENGLISH)).strip()
    for layout in (Layout.SIDE_BY_SIDE, Layout.KHMER_ENGLISH):
        assert text(compose(river_statement(), layout)) == f"{whole}\n\n* * *\n\n{english}\n"


def test_a_page_break_leaves_no_trace_and_an_empty_statement_is_an_empty_line() -> None:
    blocks = (
        block(BlockKind.PARAGRAPH, "", "a"),
        block(BlockKind.PAGE_BREAK),
        block(BlockKind.HEADING, "", "b"),
    )
    assert _plain(*blocks) == "a\n\nb\n"
    assert _plain() == "\n"


def test_entries_without_a_marker_stand_under_each_other() -> None:
    entries = (item("", "3. Three\n\nmore"), item("", "4. Four"))
    a_list = block(BlockKind.LIST, "", "", items=entries, marker=Marker.NONE)
    assert _plain(a_list) == "3. Three\n   more\n4. Four\n"
