"""Addresses in running text become links."""

import pytest

from advocate_desk.exporters.links import links_in


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[link.start : link.end], link.href) for link in links_in(text)]


def test_an_e_mail_address_becomes_a_mailto_link() -> None:
    assert _found("please contact us at info@cid.asia.") == [
        ("info@cid.asia", "mailto:info@cid.asia")
    ]


def test_the_full_stop_of_the_sentence_is_not_part_of_a_web_address() -> None:
    assert _found("See www.example.org/a_(b). Then (https://example.org/x?y=1).") == [
        ("www.example.org/a_(b)", "https://www.example.org/a_(b)"),
        ("https://example.org/x?y=1", "https://example.org/x?y=1"),
    ]


def test_khmer_letters_touching_an_address_are_not_part_of_it() -> None:
    text = "ទំព័រhttps://example.org/kmនិងa.b@example.orgឬ"
    assert [shown for shown, _ in _found(text)] == ["https://example.org/km", "a.b@example.org"]


@pytest.mark.parametrize("text", ["a @ b", "see http:// there", "5@", "plain", ""])
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert all(shown.strip("htp:/") for shown, _ in _found(text))


def test_a_link_cannot_carry_quotes_or_spaces() -> None:
    ((_, href),) = _found("https://example.org/a\u00a0b 'x' https")[:1]
    assert href == "https://example.org/a"
