"""How the open statement stands, as the status line says it."""

from __future__ import annotations

from advocate_desk.gui.models.editions_table_model import local_time
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.listed import Tally
from advocate_desk.model.statement import Statement, percent_approved, percent_written
from advocate_desk.model.words import language_word


def facts(
    statement: Statement,
    tally: Tally,
    problems: tuple[int, int],
    comments: int = 0,
) -> str:
    """One line: saved when, how much is written, what the checks say, who endorses."""
    parts = [_saved(statement), _blocks(statement), *_shares(statement)]
    parts += [*_found(*problems), _comments(comments), _endorsers(tally)]
    return "  ·  ".join(part for part in parts if part)


def _saved(statement: Statement) -> str:
    return tr("Saved {time}", time=local_time(statement.updated_at))


def _blocks(statement: Statement) -> str:
    return ntr("{n} block", "{n} blocks", len(statement.blocks))


def _shares(statement: Statement) -> list[str]:
    return [_share(statement, code) for code in statement.languages]


def _share(statement: Statement, code: str) -> str:
    """How much of a language is written, and how much is approved where anything is."""
    blocks, language = statement.blocks, language_word(code)
    written = in_digits(percent_written(blocks, code), current())
    words = tr("{language} {percent} %", language=language, percent=written)
    share = percent_approved(blocks, code)
    if not share:
        return words
    approved = tr("{percent} % approved", percent=in_digits(share, current()))
    return f"{words} ({approved})"


def _comments(count: int) -> str:
    return ntr("{n} open comment", "{n} open comments", count) if count else ""


def _found(blockers: int, warnings: int) -> list[str]:
    found = []
    if blockers:
        found.append(ntr("{n} blocker", "{n} blockers", blockers))
    if warnings:
        found.append(ntr("{n} warning", "{n} warnings", warnings))
    return found


def _endorsers(tally: Tally) -> str:
    if not tally.counted:
        return ""
    endorsers = ntr("{n} endorser", "{n} endorsers", tally.counted)
    return endorsers + (" " + tr("({n} withheld)", n=tally.withheld) if tally.withheld else "")
