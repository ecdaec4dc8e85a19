"""Endorsers going out: tables, address labels, sign-on forms, addenda and counts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import cast

from advocate_desk.cli.options import chosen_options
from advocate_desk.cli.output import line, print_json, print_lines
from advocate_desk.cli.parser import NOW
from advocate_desk.cli.shapes import Row
from advocate_desk.desk.desk import Desk
from advocate_desk.desk.exporting import Exported
from advocate_desk.exporters.endorser_sheet import KIND_WORDS
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.model.endorser_statistics import Share
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import EndorsementState, Layout
from advocate_desk.model.marked import marked
from advocate_desk.model.outgoing import (
    FormOptions,
    FormsFor,
    FormText,
    LabelGrid,
    LabelOptions,
    ListOptions,
    WithheldRows,
    WrittenOut,
)
from advocate_desk.model.words import word

_INDENT = "    "


def export_endorsers(desk: Desk, arguments: Namespace) -> Row:
    """Write the endorsers of a statement, or of the registry, as a table."""
    options = ListOptions(
        arguments.language or current(),
        WithheldRows(arguments.withheld),
        arguments.contacts,
        arguments.confirmed,
    )
    written = desk.listing_out.export_endorsers(arguments.statement, arguments.to, options)
    return _shape(written, "rows")


def export_labels(desk: Desk, arguments: Namespace) -> Row:
    """Write address labels."""
    options = LabelOptions(
        arguments.language or current(), LabelGrid(arguments.grid), arguments.confirmed
    )
    written = desk.listing_out.export_labels(arguments.statement, arguments.to, options)
    return _shape(written, "labels")


def export_forms(desk: Desk, arguments: Namespace) -> Row:
    """Give codes where they are missing, and write the forms."""
    statement_id = desk.drafting.statement(arguments.statement).id
    number = arguments.edition
    options = FormOptions(
        edition_id="" if number == NOW else edition_id(desk, statement_id, number),
        text=FormText(arguments.text),
        wanted=FormsFor(arguments.wanted),
        withheld_names=arguments.name_withheld,
    )
    wanted = desk.listing_out.wanted_forms(statement_id, options.wanted)
    desk.listing_out.give_codes(wanted)
    written = desk.listing_out.write_forms(wanted, arguments.to, options)
    return _shape(written, "forms")


def export_addendum(desk: Desk, arguments: Namespace) -> Exported:
    """Write who joined after an edition."""
    statement_id = desk.drafting.statement(arguments.statement).id
    options = chosen_options(desk, statement_id, arguments)
    edition = edition_id(desk, statement_id, arguments.since)
    layout = Layout(arguments.layout)
    return desk.publishing.export_addendum(edition, layout, arguments.to, options)


def edition_id(desk: Desk, statement_id: str, number: int) -> str:
    """The id of an edition by its number.

    Raises:
        DeskError: the statement has no such edition.
    """
    for edition in desk.publishing.editions(statement_id):
        if edition.number == number:
            return edition.id
    raise DeskError(marked("The statement has no edition {number}."), number=number)


def _shape(written: WrittenOut, counted: str) -> Row:
    return {"file": str(written.path), counted: written.count, "withheld": written.withheld}


def tell(result: Row, *, as_json: bool) -> None:
    """What was written: the file, and beside it how many names are withheld."""
    if as_json:
        print_json(result)
    else:
        line(str(result["file"]))


def statistics(desk: Desk, statement_id: str) -> Row:
    """How many endorsers there are, in all or of a statement."""
    found = desk.registry.statistics(statement_id)
    return {
        "total": found.total,
        "confirmed": found.confirmed,
        "withheld": found.withheld,
        "by_kind": _shares(found.by_kind),
        "by_province": _shares(found.by_province),
        "by_state": _shares(found.by_state),
    }


def _shares(shares: tuple[Share, ...]) -> list[dict[str, object]]:
    return [{"name": one.name, "count": one.count, "confirmed": one.confirmed} for one in shares]


def tell_statistics(found: Row, *, as_json: bool) -> None:
    """The counts, for programs or for people."""
    if as_json:
        print_json(found)
    else:
        print_lines(_statistics_lines(found))


def _statistics_lines(found: Row) -> Iterator[str]:
    total = cast("int", found["total"])
    yield ntr("{n} endorser", "{n} endorsers", total)
    for title, name in (
        (tr("By kind"), "by_kind"),
        (tr("By province"), "by_province"),
        (tr("By state"), "by_state"),
    ):
        rows = cast("list[Mapping[str, object]]", found[name])
        if rows:
            yield title
        for row in rows:
            yield f"{_INDENT}{row['count']:>6}  {_named(name, str(row['name']))}"


def _named(share: str, name: str) -> str:
    if share == "by_kind" and name in KIND_WORDS:
        return tr(KIND_WORDS[name])
    if share == "by_state":
        return word(EndorsementState(name))
    return name or tr("not known")
