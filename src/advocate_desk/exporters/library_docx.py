"""The library as a book: its clauses in two columns, by folder and topic, to read and print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from advocate_desk.exporters.blocks import Composition, Flow, Part, Role, Row, Start
from advocate_desk.exporters.docx_writer import docx_bytes
from advocate_desk.language.catalog import translate
from advocate_desk.language.khmer import has_khmer
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.clause import Clause
from advocate_desk.model.kinds import ENGLISH, KHMER, ClauseStatus, Layout
from advocate_desk.model.legal_basis import legal_text
from advocate_desk.model.library_table import target_word
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Rendition, paragraphs
from advocate_desk.model.words import OWN_NAMES, source_word

FiledClause = tuple[Clause, tuple[str, ...]]
LANGUAGES = (KHMER, ENGLISH)
_TITLE = marked("Clause library")
_NO_FOLDER = marked("Clauses in no folder")
_MISSING = marked("Not written in this language yet.")
_BETWEEN = " › "


def library_book_bytes(clauses: Sequence[FiledClause], language: str) -> bytes:
    """The book as a Word document; the same clauses give the same bytes."""
    return docx_bytes(library_book(clauses, language))


def library_book(clauses: Sequence[FiledClause], language: str) -> Composition:
    """The book; its title and headings of folders are in one language, clauses in both."""
    flows: list[Flow] = [_across(language, Role.TITLE, translate(language, _TITLE), Start.PAGE)]
    for path, inside in groupby(clauses, key=lambda one: one[1]):
        name = _BETWEEN.join(path) or translate(language, _NO_FOLDER)
        flows.append(_across(_language_of(name, language), Role.HEADING, name, Start.HERE))
        flows += _by_topic([clause for clause, _ in inside], language)
    return Composition(
        layout=Layout.SIDE_BY_SIDE,
        title={code: translate(code, _TITLE) for code in LANGUAGES},
        flows=tuple(flows),
        fixed_time="",
        issuer={},
        languages=LANGUAGES,
    )


def _by_topic(clauses: Iterable[Clause], language: str) -> Iterator[Flow]:
    """A table for each topic, its name above it."""
    for topic, some in groupby(clauses, key=lambda clause: clause.topic):
        if topic:
            yield _across(_language_of(topic, language), Role.LABEL, topic, Start.HERE)
        rows = tuple(_row(clause) for clause in some)
        yield Flow(LANGUAGES, rows, dict(OWN_NAMES), start=Start.HERE)


def _across(language: str, role: Role, text: str, start: Start) -> Flow:
    """One line over the whole width."""
    row = Row("", {language: (Part(role, language, text),)}, keep=True)
    return Flow((language,), (row,), start=start)


def _language_of(text: str, language: str) -> str:
    """The language a name is set in: folders and topics have one name for all languages."""
    if has_khmer(text):
        return KHMER
    return language if language != KHMER else ENGLISH


def _row(clause: Clause) -> Row:
    return Row(clause.id, {code: tuple(_cell(clause, code)) for code in LANGUAGES})


def _cell(clause: Clause, language: str) -> Iterator[Part]:
    side = clause.rendition(language)
    if side.is_empty:
        yield Part(Role.PARAGRAPH, language, translate(language, _MISSING), missing=True)
    else:
        yield from _texts(side, language)
    for basis in clause.legal_bases:
        if text := legal_text(basis, language):
            yield Part(Role.ITEM, language, text, marker="•")
    yield Part(Role.NOTE, language, " · ".join(_facts(clause, language)))


def _texts(side: Rendition, language: str) -> Iterator[Part]:
    if side.heading:
        yield Part(Role.LABEL, language, side.heading)
    for text in paragraphs(side.body):
        yield Part(Role.PARAGRAPH, language, text)


def _facts(clause: Clause, language: str) -> Iterator[str]:
    """What is known about the clause, in one line of the column's language."""
    yield translate(language, source_word(clause.kind))
    if clause.status is ClauseStatus.ARCHIVED:
        yield translate(language, source_word(clause.status))
    number = in_digits(clause.latest.number, language)
    yield translate(language, marked("Revision {number}"), number=number)
    if clause.targets:
        yield ", ".join(target_word(target, language) for target in clause.targets)
    if clause.tags:
        yield ", ".join(clause.tags)
