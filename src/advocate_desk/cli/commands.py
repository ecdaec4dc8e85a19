"""What each verb of the command line does."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from advocate_desk.cli import clause_files, glossary_files, lists_out, shapes, tables
from advocate_desk.cli.demo import make_demo
from advocate_desk.cli.importing import bring_in
from advocate_desk.cli.options import chosen_options
from advocate_desk.cli.output import line, print_json, print_lines
from advocate_desk.desk.desk import Desk
from advocate_desk.language.catalog import tr
from advocate_desk.model.errors import DeskError, ExportStopped
from advocate_desk.model.kinds import Layout
from advocate_desk.model.marked import marked

TakePicture = Callable[[Path, Path], None]
_SHOWN_FINDINGS = 5
DONE, FAULTY = 0, 1


def carry_out(arguments: Namespace, take_picture: TakePicture | None) -> int:
    """Do what a parsed command line says; the exit code.

    Raises:
        DeskError: it was refused; nothing was written.
    """
    if arguments.verb == "demo":
        print_lines(str(path) for path in make_demo(arguments.to, arguments.desk, take_picture))
        return DONE
    if arguments.verb == "verify":
        return _verify(arguments)
    _VERBS[arguments.verb](arguments)
    return DONE


def _new(arguments: Namespace) -> None:
    Desk.create(arguments.desk).close()
    line(str(arguments.desk))


def _import(arguments: Namespace) -> None:
    with opened(arguments.desk) as desk:
        result = bring_in(desk, arguments)
    if arguments.json:
        print_json(result)
    else:
        print_lines(tables.imported(result))


def _list(arguments: Namespace) -> None:
    if arguments.statistics:
        _statistics(arguments)
        return
    with opened(arguments.desk, read_only=True) as desk:
        rows = _LISTS[arguments.noun](desk, arguments.statement)
    if arguments.json:
        print_json(rows)
    else:
        print_lines(tables.listed(arguments.noun, rows))


def _statistics(arguments: Namespace) -> None:
    if arguments.noun != "endorsers":
        raise DeskError(
            marked("Only endorsers are counted: use “{words}”."), words="list endorsers"
        )
    with opened(arguments.desk, read_only=True) as desk:
        found = lists_out.statistics(desk, arguments.statement)
    lists_out.tell_statistics(found, as_json=arguments.json)


def _show(arguments: Namespace) -> None:
    with opened(arguments.desk, read_only=True) as desk:
        shown = shapes.statement(desk, arguments.statement)
    if arguments.json:
        print_json(shown)
    else:
        print_lines(tables.shown(shown))


def _check(arguments: Namespace) -> None:
    with opened(arguments.desk, read_only=True) as desk:
        statement = desk.drafting.statement(arguments.statement)
        findings = [shapes.finding(one) for one in desk.checking.check(statement.id)]
    if arguments.json:
        print_json(findings)
    else:
        print_lines(tables.checked(findings, statement))


def _export(arguments: Namespace) -> None:
    layout = Layout(arguments.layout)
    with opened(arguments.desk, read_only=True) as desk:
        statement = desk.drafting.statement(arguments.statement)
        options = chosen_options(desk, statement.id, arguments)
        allowed = arguments.allow_findings
        try:
            made = (
                lists_out.export_addendum(desk, arguments)
                if arguments.since
                else desk.publishing.export(
                    statement.id, layout, arguments.to, options, allow_findings=allowed
                )
            )
        except ExportStopped as stopped:
            rows = [shapes.finding(one) for one in stopped.findings[:_SHOWN_FINDINGS]]
            for text in tables.checked(rows, statement):
                line(text, sys.stderr)
            raise
    for text in tables.proved([shapes.fault(one) for one in made.faults]):
        line(text, sys.stderr)
    line(str(arguments.to))


def _export_memory(arguments: Namespace) -> None:
    with opened(arguments.desk, read_only=True) as desk:
        written = desk.memory.export_tmx(arguments.to, source=arguments.source)
    if arguments.json:
        print_json({"file": str(arguments.to), "pairs": written})
    else:
        line(str(arguments.to))


def _export_library(arguments: Namespace) -> None:
    with opened(arguments.desk, read_only=True) as desk:
        written = clause_files.export_library(desk, arguments)
    if arguments.json:
        print_json(written)
    else:
        line(str(arguments.to))


def _export_endorsers(arguments: Namespace) -> None:
    with opened(arguments.desk, read_only=True) as desk:
        written = lists_out.export_endorsers(desk, arguments)
    lists_out.tell(written, as_json=arguments.json)


def _export_labels(arguments: Namespace) -> None:
    with opened(arguments.desk, read_only=True) as desk:
        written = lists_out.export_labels(desk, arguments)
    lists_out.tell(written, as_json=arguments.json)


def _export_forms(arguments: Namespace) -> None:
    with opened(arguments.desk) as desk:
        written = lists_out.export_forms(desk, arguments)
    lists_out.tell(written, as_json=arguments.json)


def _verify(arguments: Namespace) -> int:
    from advocate_desk.exporters.verify import verify

    faults = [shapes.fault(one) for one in verify(arguments.file)]
    if arguments.json:
        print_json(faults)
    else:
        print_lines(tables.proved(faults) if faults else [tr("Nothing was found.")])
    return FAULTY if faults else DONE


def _compare(arguments: Namespace) -> None:
    from advocate_desk.cli import comparing

    with opened(arguments.desk, read_only=True) as desk:
        found, written = comparing.compared(desk, arguments)
    if arguments.json:
        print_json(comparing.shape(found, written))
    else:
        print_lines(comparing.lines(found, written))


def _date(arguments: Namespace) -> None:
    rows = [shapes.day(one) for one in arguments.days]
    if arguments.json:
        print_json(rows)
    else:
        print_lines(" | ".join(row.values()) for row in rows)


@contextmanager
def opened(path: Path, *, read_only: bool = False) -> Iterator[Desk]:
    """A desk that is closed again whatever happens.

    Without a backup at the end: a command is one verb, and imports make one first.
    """
    desk = Desk.open(path, read_only=read_only)
    try:
        yield desk
    finally:
        desk.close(back_up=False)


def _endorsements(desk: Desk, statement_id: str) -> list[shapes.Row]:
    if not statement_id:
        raise DeskError(
            marked("Endorsements belong to a statement; name it with “{option}”."),
            option="--statement ID",
        )
    return shapes.endorsements(desk, statement_id)


def _export_glossary(arguments: Namespace) -> None:
    with opened(arguments.desk, read_only=True) as desk:
        written = glossary_files.export_glossary(desk, arguments)
    if arguments.json:
        print_json(written)
    else:
        line(str(written["file"]))


_VERBS: dict[str, Callable[[Namespace], None]] = {
    "new": _new,
    "import": _import,
    "list": _list,
    "show": _show,
    "check": _check,
    "export": _export,
    "export-memory": _export_memory,
    "compare": _compare,
    "export-library": _export_library,
    "export-glossary": _export_glossary,
    "export-endorsers": _export_endorsers,
    "export-labels": _export_labels,
    "export-forms": _export_forms,
    "date": _date,
}
_LISTS: dict[str, Callable[[Desk, str], list[shapes.Row]]] = {
    "statements": shapes.statements,
    "clauses": shapes.clauses,
    "endorsers": shapes.endorsers,
    "endorsements": _endorsements,
    "skeletons": shapes.skeletons,
    "terms": glossary_files.terms,
}
