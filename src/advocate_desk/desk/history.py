"""Undo and redo across everything a desk holds."""

from __future__ import annotations

from advocate_desk.desk.verbs import Verbs
from advocate_desk.model.changes import Area, Changes

_NOTHING = Changes(frozenset())
# The store's tables, and the part of the desk that shows them; an unknown one means everything.
_AREAS = {
    "statements": {Area.STATEMENTS, Area.LOOKS},
    "statement_languages": {Area.STATEMENTS, Area.BLOCKS},
    "statement_texts": {Area.STATEMENTS},
    "unplaced_texts": {Area.STATEMENTS},
    "blocks": {Area.BLOCKS, Area.STATEMENTS},
    "renditions": {Area.BLOCKS, Area.STATEMENTS},
    "clauses": {Area.CLAUSES},
    "clause_revisions": {Area.CLAUSES},
    "clause_renditions": {Area.CLAUSES},
    "endorsers": {Area.ENDORSERS, Area.ENDORSEMENTS},
    "endorser_names": {Area.ENDORSERS, Area.ENDORSEMENTS},
    "endorsements": {Area.ENDORSEMENTS, Area.STATEMENTS, Area.BLOCKS},
    "editions": {Area.EDITIONS},
    "statement_placeholders": {Area.STATEMENTS, Area.BLOCKS},
    "images": {Area.LOOKS},
    "styles": {Area.LOOKS},
    "letterheads": {Area.LOOKS},
    "clause_folders": {Area.CLAUSES},
    "clause_tags": {Area.CLAUSES},
    "clause_targets": {Area.CLAUSES},
    "clause_legal_bases": {Area.CLAUSES},
    "clause_reviews": {Area.CLAUSES},
    "kept_revisions": {Area.CLAUSES},
    "comments": {Area.COMMENTS},
    "dismissed_findings": {Area.CHECKS},
    "rules_off": {Area.CHECKS},
    "terms": {Area.TERMS, Area.CHECKS},
    "term_texts": {Area.TERMS, Area.CHECKS},
    "forbidden_forms": {Area.TERMS, Area.CHECKS},
    "memory_pairs": {Area.MEMORY},
    "agreed_texts": {Area.ENDORSEMENTS},
    "endorser_aliases": {Area.ENDORSERS},
    "endorser_members": {Area.ENDORSERS},
    "endorser_contacts": {Area.ENDORSERS},
    "endorser_distinct": {Area.ENDORSERS},
    "endorsement_events": {Area.ENDORSEMENTS},
    "evidence_files": {Area.ENDORSEMENTS},
    "endorsement_evidence": {Area.ENDORSEMENTS},
}


class History(Verbs):
    """The one history of the desk: every step can be taken back and done again."""

    @property
    def undo_label(self) -> str:
        """The label of the step that undo takes back (a catalogue text), or an empty text."""
        return self._file.undo_label

    @property
    def redo_label(self) -> str:
        """The label of the step that redo does again (a catalogue text), or an empty text."""
        return self._file.redo_label

    def undo(self) -> Changes:
        """Take the last step back; no areas where there is none."""
        return self._replayed(self._file.undo())

    def redo(self) -> Changes:
        """Do the step that was taken back last again; no areas where there is none."""
        return self._replayed(self._file.redo())

    def _replayed(self, label: str | None) -> Changes:
        if label is None:
            return _NOTHING
        tables = self._file.touched.tables
        areas = frozenset(area for table in tables for area in _AREAS.get(table, set(Area)))
        focus, statement_id = self._place()
        return Changes(areas, focus, statement_id, label)

    def _place(self) -> tuple[str, str]:
        """The first thing touched that is there now, and the statement it belongs to."""
        touched = self._file.touched
        for block_id in touched.ids("blocks", "renditions"):
            try:
                return block_id, self._file.blocks.statement_of(block_id)
            except KeyError:
                continue
        statements = {summary.id for summary in self._file.statements.all()}
        there = [one for one in touched.ids("statements") if one in statements]
        return (there[0], there[0]) if there else ("", "")
