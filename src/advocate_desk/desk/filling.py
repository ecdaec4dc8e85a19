"""Placeholders of a statement's own: what its texts leave open, filled once per language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import NOTHING, Verbs, text_changed
from advocate_desk.model import placeholders
from advocate_desk.model.changes import Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.looks import OwnPlaceholder
from advocate_desk.model.marked import marked
from advocate_desk.model.own_placeholders import is_own, is_taken
from advocate_desk.model.statement import Statement, walk


class Filling(Verbs):
    """Verbs of the one who fills in."""

    def placeholders(self, statement_id: str) -> tuple[OwnPlaceholder, ...]:
        """The statement's own placeholders: those its texts hold in their order, then the rest."""
        statement = self._statement(statement_id)
        used = used_placeholders(statement)
        values = statement.placeholders
        rest = [name for name in values if name not in used]
        return (
            *(OwnPlaceholder(name, values.get(name, {})) for name in used),
            *(OwnPlaceholder(name, values[name], is_used=False) for name in rest),
        )

    def set_placeholder(self, statement_id: str, name: str, values: Mapping[str, str]) -> Changes:
        """Give a placeholder a value in some languages; an empty value takes one back.

        Raises:
            DeskError: the name cannot be one, or is one of the program's own.
        """
        label = marked("Fill placeholder")
        _refuse_name(name)
        incoming = Incoming()
        before = self._statement(statement_id).placeholders
        texts = {**before.get(name, {}), **incoming.texts(values)}
        kept = {code: text for code, text in texts.items() if text.strip()}
        after = {**before, name: kept} if kept else {k: v for k, v in before.items() if k != name}
        if after == before:
            return NOTHING
        merge = f"placeholder:{statement_id}:{name}:{','.join(values)}"
        with self._step(label, statement_id, merge=merge):
            self._file.statements.update(statement_id, placeholders=after)
        return text_changed(label, statement_id, statement_id, removed=incoming.removed)


def used_placeholders(statement: Statement) -> tuple[str, ...]:
    """The names of the own placeholders that stand in the texts, each once."""
    texts = (
        text
        for block in walk(statement.blocks)
        for side in block.renditions.values()
        for text in (side.heading, side.body)
    )
    return tuple(dict.fromkeys(name for name in _names(texts) if is_own(name)))


def _names(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        yield from placeholders.placeholders(text)


def _refuse_name(name: str) -> None:
    if is_taken(name):
        raise DeskError(marked("“{name}” is a placeholder of the program itself."), name=name)
    if not is_own(name):
        raise DeskError(
            marked("“{name}” cannot be the name of a placeholder."),
            advice=marked("Use small Latin letters, digits and _, a letter first."),
            name=name[:80],
        )
