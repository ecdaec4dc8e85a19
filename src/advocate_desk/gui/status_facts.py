"""How the open statement stands, as the status line says it."""

from __future__ import annotations

from advocate_desk.gui.models.editions_table_model import local_time
from advocate_desk.language.catalog import current, ntr, tr
from advocate_desk.language.numbers import in_digits
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.kinds import ShowAs
from advocate_desk.model.statement import Statement, percent_written
from advocate_desk.model.words import language_word


def facts(
    statement: Statement, endorsements: tuple[Endorsement, ...], problems: tuple[int, int]
) -> str:
    """One line: saved when, how much is written, what the checks say, who endorses."""
    parts = [_saved(statement), _blocks(statement), *_shares(statement)]
    parts += [*_found(*problems), _endorsers(endorsements)]
    return "  ·  ".join(part for part in parts if part)


def _saved(statement: Statement) -> str:
    return tr("Saved {time}", time=local_time(statement.updated_at))


def _blocks(statement: Statement) -> str:
    return ntr("{n} block", "{n} blocks", len(statement.blocks))


def _shares(statement: Statement) -> list[str]:
    return [
        tr(
            "{language} {percent} %",
            language=language_word(code),
            percent=in_digits(percent_written(statement.blocks, code), current()),
        )
        for code in statement.languages
    ]


def _found(blockers: int, warnings: int) -> list[str]:
    found = []
    if blockers:
        found.append(ntr("{n} blocker", "{n} blockers", blockers))
    if warnings:
        found.append(ntr("{n} warning", "{n} warnings", warnings))
    return found


def _endorsers(endorsements: tuple[Endorsement, ...]) -> str:
    counted = [endorsement for endorsement in endorsements if endorsement.is_counted]
    if not counted:
        return ""
    withheld = sum(e.show_as is ShowAs.WITHHELD for e in counted)
    endorsers = ntr("{n} endorser", "{n} endorsers", len(counted))
    return endorsers + (" " + tr("({n} withheld)", n=withheld) if withheld else "")
