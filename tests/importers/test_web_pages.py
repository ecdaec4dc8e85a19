"""Endorsers on web pages and in mails."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocate_desk.importers.endorser_reader import read_endorser_page, read_endorsers
from advocate_desk.model.draft import DraftEndorsers
from advocate_desk.model.errors import ImportRefused
from advocate_desk.model.sentences import note_sentence


def written(draft: DraftEndorsers) -> list[str]:
    return [" / ".join(one.written.values()) for one in draft.endorsers]


def test_a_list_on_a_page_is_read_with_its_markup_gone() -> None:
    draft = read_endorser_page(
        "<html><head><title>x</title><script>1. Evil Group</script></head><body><h1>Statement</h1>"
        "<p>Endorsed by:</p><ol start=7><li><b>Water</b>&nbsp;Network (WN)</li>"
        "<li>Fish &amp; Rice Union<br>សហជីព</li></ol><p>Share this page</p></body></html>"
    )
    assert written(draft) == ["Water\u00a0Network (WN)", "Fish & Rice Union / សហជីព"]
    assert draft.rows == len(draft.endorsers) + len(draft.listed) == 5


def test_lines_of_a_mail_are_entries() -> None:
    draft = read_endorser_page(
        "<div>1. Water Network<br>2. Fish Union</div><div>3. Rice Group</div>"
    )
    assert written(draft) == ["Water Network", "Fish Union", "Rice Group"]


def test_a_table_on_a_page_is_mapped_and_merged_cells_are_told() -> None:
    draft = read_endorser_page(
        "<table><tr><th>Name<th>Province<th>Phone</tr>"
        "<tr><td>Water Network</td><td rowspan=2>Kampot</td><td>012 345 678</td></tr>"
        "<tr><td>Fish Union</td><td>012 345 679</td></tr></table>"
    )
    assert written(draft) == ["Water Network", "Fish Union"]
    phones = [one.contact.phone for one in draft.endorsers if one.contact]
    assert phones == ["012 345 678", "012 345 679"]
    assert "1 cells of tables were merged" in "".join(map(note_sentence, draft.notes))


def test_tables_that_lay_out_a_mail_are_no_tables_of_names() -> None:
    draft = read_endorser_page(
        "<table><tr><td><table><tr><td><p>1. Water Network</p><p>2. Fish Union</p></td></tr></table>"
        "</td><td>advertisement</td></tr></table>"
    )
    assert written(draft) == ["Water Network", "Fish Union"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_saved_page_is_read_in_its_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes("<html><body><ol><li>បណ្តាញទឹក</ol>".encode(encoding))
    assert written(read_endorsers(path)) == ["បណ្តាញទឹក"]


def test_a_page_in_a_western_encoding_is_read_only_if_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.htm"
    path.write_bytes("<meta charset=windows-1252><p>Agence Française".encode("cp1252"))
    assert written(read_endorsers(path)) == ["Agence Française"]
    path.write_bytes("<p>Agence Française".encode("cp1252"))
    with pytest.raises(ImportRefused):
        read_endorsers(path)


@given(
    st.lists(
        st.sampled_from(
            ["<table>", "<tr>", "<td>", "</td>", "<li>", "<ol>", "</ol>", "</table>", "x", "<br>"]
        )
    )
)
def test_a_page_in_any_disorder_is_read(parts: list[str]) -> None:
    draft = read_endorser_page("".join(parts))
    assert draft.rows == len(draft.endorsers) + len(draft.listed)


@given(st.text())
def test_any_text_as_a_page_is_read(text: str) -> None:
    draft = read_endorser_page(text)
    assert draft.rows == len(draft.endorsers) + len(draft.listed)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>" * 2_000,
        "<ul><li>" * 2_000 + "x",
        "<td colspan=999999999 rowspan=999999999>x" * 500,
    ],
    ids=range(3),
)
def test_a_page_built_to_do_harm_is_read(page: str) -> None:
    draft = read_endorser_page(page)
    assert draft.rows == len(draft.endorsers) + len(draft.listed)
