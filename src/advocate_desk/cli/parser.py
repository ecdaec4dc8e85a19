"""The verbs and options of the command line."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from datetime import date
from pathlib import Path
from typing import TypeAlias

from advocate_desk.language.catalog import tr
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, Layout
from advocate_desk.model.outgoing import FormsFor, FormText, LabelGrid, WithheldRows

PROGRAM = "advocate-desk"
IMPORT_KINDS = ("auto", "statement", "petition", "endorsers", "clauses", "memory", "glossary")
NOUNS = ("statements", "clauses", "endorsers", "endorsements", "skeletons", "terms")
ENDORSER_ORDERS = ("desk", "alphabet")
NOW = 0
# Generic in type stubs only, so it stands in quotes.
_Verbs: TypeAlias = "_SubParsersAction[ArgumentParser]"


def parse(arguments: list[str]) -> Namespace:
    """The arguments as typed; leaves the program with code 2 where they make no sense."""
    return _parser().parse_args(arguments)


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog=PROGRAM,
        description=tr("Statements in several languages, without the window."),
        allow_abbrev=False,
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    _add_new(verbs)
    _add_import(verbs)
    _add_list(verbs)
    _add_show(verbs)
    _add_check(verbs)
    _add_export(verbs)
    _add_compare(verbs)
    _add_export_memory(verbs)
    _add_export_glossary(verbs)
    _add_export_library(verbs)
    _add_export_endorsers(verbs)
    _add_export_labels(verbs)
    _add_export_forms(verbs)
    _add_verify(verbs)
    _add_date(verbs)
    _add_demo(verbs)
    return parser


def _add_new(verbs: _Verbs) -> None:
    _verb(verbs, "new", tr("make an empty desk"))


def _add_import(verbs: _Verbs) -> None:
    verb = _verb(verbs, "import", tr("bring a document or list into a desk"))
    verb.add_argument("file", metavar="FILE", type=Path, help=tr("the document or list"))
    verb.add_argument("--kind", choices=IMPORT_KINDS, default="auto", help=tr("what it is"))
    verb.add_argument(
        "--into", metavar="STATEMENT_ID", default="", help=tr("add to this statement")
    )
    verb.add_argument(
        "--swap-languages",
        action="store_true",
        help=tr("the Khmer and English columns of a table of clauses are exchanged"),
    )
    _add_json(verb)


def _add_list(verbs: _Verbs) -> None:
    verb = _verb(verbs, "list", tr("list what a desk holds"))
    verb.add_argument("noun", choices=NOUNS, help=tr("what to list"))
    verb.add_argument(
        "--statement", metavar="STATEMENT_ID", default="", help=tr("of this statement")
    )
    verb.add_argument(
        "--statistics",
        action="store_true",
        help=tr("count the endorsers by kind, province and state instead"),
    )
    _add_json(verb)


def _add_show(verbs: _Verbs) -> None:
    verb = _verb(verbs, "show", tr("show a statement with all its blocks"))
    _add_statement(verb)
    _add_json(verb)


def _add_check(verbs: _Verbs) -> None:
    verb = _verb(verbs, "check", tr("check a statement before it goes out"))
    _add_statement(verb)
    _add_json(verb)


def _add_export(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export", tr("write a statement as a document"))
    _add_statement(verb)
    verb.add_argument("--layout", choices=[one.value for one in Layout], required=True)
    _add_target(verb, tr("FILE.docx, FILE.pdf, FILE.txt or FILE.html"))
    verb.add_argument(
        "--style", metavar="NAME", default="", help=tr("a style by name, or FILE.toml")
    )
    verb.add_argument(
        "--left", choices=SHIPPED_LANGUAGES, default="km", help=tr("what stands left side by side")
    )
    verb.add_argument(
        "--endorser-order", choices=ENDORSER_ORDERS, default="desk", help=tr("order of endorsers")
    )
    verb.add_argument(
        "--count-line", action="store_true", help=tr("print how many endorse, as of which day")
    )
    verb.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        type=_day,
        default=None,
        help=tr("the day of the count, if it is another than that of the list"),
    )
    verb.add_argument(
        "--since",
        metavar="N",
        type=_edition,
        default=NOW,
        help=tr("write an addendum: only who joined after edition N"),
    )
    verb.add_argument(
        "--allow-findings", action="store_true", help=tr("write it although checks stop it")
    )


def _add_compare(verbs: _Verbs) -> None:
    verb = _verb(verbs, "compare", tr("say what changed from one edition to another"))
    _add_statement(verb)
    verb.add_argument(
        "--from",
        dest="first",
        metavar="N",
        type=_edition,
        required=True,
        help=tr("the number of the earlier edition"),
    )
    verb.add_argument(
        "--to",
        dest="second",
        metavar="M",
        type=_edition_or_now,
        default=NOW,
        help=tr("the number of the later edition, or now"),
    )
    verb.add_argument(
        "--to-file",
        metavar="FILE",
        type=Path,
        default=None,
        help=tr("write FILE.docx with tracked changes"),
    )
    layouts = [one.value for one in Layout if one is not Layout.BOOKLET]
    verb.add_argument("--layout", choices=layouts, default=Layout.SIDE_BY_SIDE.value)
    _add_json(verb)


def _edition(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) < 1:
        raise ArgumentTypeError(tr("“{text}” is no number of an edition", text=text[:20]))
    return int(text)


def _edition_or_now(text: str) -> int:
    return NOW if text == "now" else _edition(text)


def _add_export_glossary(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export-glossary", tr("write the glossary as a table or TBX file"))
    _add_target(verb, tr("FILE.csv, FILE.xlsx or FILE.tbx"))
    _add_json(verb)


def _add_export_memory(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export-memory", tr("write the translation memory as a TMX file"))
    _add_target(verb, tr("FILE.tmx to be written"))
    verb.add_argument(
        "--source",
        choices=SHIPPED_LANGUAGES,
        default="en",
        help=tr("the language it is said to be translated from"),
    )
    _add_json(verb)


def _add_export_library(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export-library", tr("write the clause library as a table or a book"))
    _add_target(verb, tr("FILE.xlsx or FILE.docx"))
    verb.add_argument(
        "--language", choices=SHIPPED_LANGUAGES, default="", help=tr("of the column titles")
    )
    _add_json(verb)


def _add_export_endorsers(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export-endorsers", tr("write endorsers as a table"))
    _add_maybe_statement(verb)
    _add_target(verb, tr("FILE.xlsx or FILE.csv"))
    _add_language(verb)
    verb.add_argument(
        "--withheld",
        choices=[one.value for one in WithheldRows],
        default=WithheldRows.LEFT_OUT.value,
        help=tr("endorsers whose names are withheld: not in the table, or a row without a name"),
    )
    verb.add_argument(
        "--contacts", action="store_true", help=tr("with contacts and who answered: personal")
    )
    _add_confirmed(verb)
    _add_json(verb)


def _add_export_labels(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export-labels", tr("write address labels for endorsers"))
    _add_maybe_statement(verb)
    _add_target(verb, tr("FILE.docx to be written"))
    _add_language(verb)
    verb.add_argument(
        "--grid",
        choices=[one.value for one in LabelGrid],
        default=LabelGrid.TWO_BY_SEVEN.value,
        help=tr("labels on an A4 sheet: columns by rows"),
    )
    _add_confirmed(verb)
    _add_json(verb)


def _add_export_forms(verbs: _Verbs) -> None:
    verb = _verb(verbs, "export-forms", tr("write sign-on forms for endorsers into a folder"))
    _add_statement(verb)
    verb.add_argument("--to", metavar="FOLDER", type=Path, required=True)
    verb.add_argument(
        "--edition",
        metavar="N",
        type=_edition,
        default=NOW,
        help=tr("the number of the edition to agree to; the newest if none is named"),
    )
    verb.add_argument(
        "--for",
        dest="wanted",
        choices=[one.value for one in FormsFor],
        default=FormsFor.OPEN.value,
        help=tr("who gets one: who has not answered, who agreed to an earlier text, or all"),
    )
    verb.add_argument(
        "--text",
        choices=[one.value for one in FormText],
        default=FormText.DEMANDS.value,
        help=tr("how much of the statement stands on it"),
    )
    verb.add_argument(
        "--name-withheld",
        action="store_true",
        help=tr("print the names of withheld endorsers on their own forms"),
    )
    _add_json(verb)


def _add_maybe_statement(verb: ArgumentParser) -> None:
    verb.add_argument(
        "statement",
        metavar="STATEMENT_ID",
        nargs="?",
        default="",
        help=tr("the statement's id; the whole registry if none is named"),
    )


def _add_target(verb: ArgumentParser, explanation: str) -> None:
    verb.add_argument("--to", metavar="FILE", type=Path, required=True, help=explanation)


def _add_language(verb: ArgumentParser) -> None:
    verb.add_argument(
        "--language", choices=SHIPPED_LANGUAGES, default="", help=tr("of titles and names")
    )


def _add_confirmed(verb: ArgumentParser) -> None:
    verb.add_argument("--confirmed", action="store_true", help=tr("only who has confirmed"))


def _add_verify(verbs: _Verbs) -> None:
    verb = verbs.add_parser("verify", help=tr("prove a Word document"), allow_abbrev=False)
    verb.add_argument("file", metavar="FILE", type=Path, help=tr("the document"))
    _add_json(verb)


def _add_date(verbs: _Verbs) -> None:
    verb = verbs.add_parser(
        "date", help=tr("write dates in words, with the lunar date"), allow_abbrev=False
    )
    verb.add_argument("days", metavar="YYYY-MM-DD", type=_day, nargs="+")
    _add_json(verb)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(tr("“{text}” is no date like 2026-03-15", text=text)) from error


def _add_demo(verbs: _Verbs) -> None:
    verb = verbs.add_parser(
        "demo",
        help=tr("make a sample desk, its documents and a picture of the window"),
        allow_abbrev=False,
    )
    verb.add_argument("--to", metavar="FOLDER", type=Path, required=True)
    verb.add_argument(
        "desk", metavar="DESK", type=Path, nargs="?", help=tr("show this desk instead")
    )


def _verb(verbs: _Verbs, name: str, explanation: str) -> ArgumentParser:
    verb = verbs.add_parser(name, help=explanation, allow_abbrev=False)
    verb.add_argument("desk", metavar="DESK", type=Path, help=tr("the desk file"))
    return verb


def _add_statement(verb: ArgumentParser) -> None:
    verb.add_argument("statement", metavar="STATEMENT_ID", help=tr("the statement's id"))


def _add_json(verb: ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help=tr("one JSON value, for programs"))
