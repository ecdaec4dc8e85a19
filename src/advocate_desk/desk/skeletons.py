"""What a statement can start from: the shipped skeletons, and statements saved as one."""

from __future__ import annotations

from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import Verbs, texts_of
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import SHIPPED_LANGUAGES, StatementKind
from advocate_desk.model.looks import Skeleton
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Statement

_AREAS = frozenset({Area.STATEMENTS})
LONGEST_NAME = 120


class Skeletons(Verbs):
    """Verbs about skeletons; `Drafting.new_statement` starts from one."""

    def skeletons(self) -> tuple[Skeleton, ...]:
        """The shipped skeletons in the order of the kinds, then the desk's own by name."""
        from advocate_desk.desk.shipped_skeletons import shipped_skeletons

        return (*shipped_skeletons(), *self._file.statements.skeletons())

    def skeleton(self, skeleton_id: str) -> Statement:
        """What a statement begun from a skeleton holds; nothing is written.

        Raises:
            DeskError: there is no such skeleton.
        """
        shipped = set(StatementKind)
        kind = StatementKind(skeleton_id) if skeleton_id in shipped else None
        return self._begun(skeleton_id, kind or StatementKind.JOINT_STATEMENT)

    def save_as_skeleton(self, statement_id: str, name: str) -> Changes:
        """Keep a copy of a statement for others to start from; focus and `made` hold its id.

        Texts, style, header, place, issuer and own placeholders are kept; endorsers, date,
        editions and unplaced texts are not.

        Raises:
            DeskError: the name is empty, or a withheld name stands in a text.
        """
        label = marked("Save as skeleton")
        original = self._statement(statement_id)
        incoming = Incoming()
        named = _checked_name(incoming.text(name))
        copy = replace(
            self._copied(original), is_sample=False, skeleton_name=named, issue_date=None, lunar={}
        )
        self._refuse_withheld(statement_id, texts_of(copy))
        with self._step(label):
            self._insert_statement(copy)
        return Changes(_AREAS, copy.id, copy.id, label, (copy.id,), incoming.removed)

    def delete_skeleton(self, skeleton_id: str) -> Changes:
        """Delete a skeleton of the desk's own.

        Raises:
            DeskError: it is a shipped one, or there is none.
        """
        label = marked("Delete skeleton")
        if skeleton_id in set(StatementKind):
            raise DeskError(marked("The skeletons of the program itself stay."))
        self._own_skeleton(skeleton_id)
        with self._step(label):
            self._file.statements.delete(skeleton_id)
        return Changes(_AREAS, label=label)

    def _begun(self, skeleton_id: str, kind: StatementKind) -> Statement:
        """A statement, not yet written, with what a skeleton holds."""
        if skeleton_id in set(StatementKind):
            return self._shipped(StatementKind(skeleton_id), kind)
        return replace(self._copied(self._own_skeleton(skeleton_id)), skeleton_name="")

    def _shipped(self, skeleton: StatementKind, kind: StatementKind) -> Statement:
        from advocate_desk.desk.shipped_skeletons import shipped_blocks

        blocks = shipped_blocks(skeleton, self._file.new_id)
        return Statement(self._file.new_id(), kind, SHIPPED_LANGUAGES, blocks)

    def _copied(self, original: Statement) -> Statement:
        return replace(
            original,
            id=self._file.new_id(),
            blocks=tuple(self._copy_of(block) for block in original.blocks),
            unplaced=(),
            updated_at="",
        )

    def _own_skeleton(self, skeleton_id: str) -> Statement:
        known = {one.id for one in self._file.statements.skeletons()}
        if skeleton_id not in known:
            raise DeskError(marked("There is no such skeleton."))
        return self._statement(skeleton_id)


def _checked_name(name: str) -> str:
    """The name of a skeleton as it is kept.

    Raises:
        DeskError: it is empty or too long.
    """
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST_NAME:
        raise DeskError(
            marked("A skeleton needs a name of at most {most} characters."), most=LONGEST_NAME
        )
    return kept
