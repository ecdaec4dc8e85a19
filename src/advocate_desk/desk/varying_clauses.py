"""Variants: clauses that ask for the same in a shorter, longer, softer or stronger way."""

from __future__ import annotations

from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.clause_verbs import Texts, clauses_changed, sides_of
from advocate_desk.desk.offering_revisions import OfferingRevisions
from advocate_desk.model.changes import Changes
from advocate_desk.model.clause import Clause
from advocate_desk.model.errors import DeskError
from advocate_desk.model.marked import marked


class VaryingClauses(OfferingRevisions):
    """Verbs over siblings of a clause."""

    def variants(self, clause_id: str) -> tuple[Clause, ...]:
        """The siblings of a clause, without itself."""
        group = self.clause(clause_id).variant_group
        return tuple(c for c in self._file.clauses.variants(group) if c.id != clause_id)

    def make_variant(self, clause_id: str, texts: Texts, variant: str) -> Changes:
        """Add a clause that says the same in another way; focus is its id.

        It is filed where its sibling is. `variant` tells what sets it apart, in a word of
        `model.clause.Variant` or one's own.

        Raises:
            DeskError: what `new_clause` refuses, or the word is missing.
        """
        label = marked("New variant")
        incoming = Incoming()
        sibling = self.clause(clause_id)
        word = _word(variant)
        clause = self._first(sibling.kind, sides_of(texts, incoming), sibling.details)
        with self._step(label):
            group = self._group_of(sibling)
            self._file.clauses.insert(replace(clause, variant_group=group, variant=word))
        return clauses_changed(label, clause.id, made=(clause.id,), removed=incoming.removed)

    def join_variants(self, clause_id: str, sibling_id: str, variant: str) -> Changes:
        """Make a clause of the library a variant of another one.

        Raises:
            DeskError: they are the same clause or of different kinds, or the word is missing.
        """
        label = marked("Make variant")
        clause, sibling = self.clause(clause_id), self.clause(sibling_id)
        if clause_id == sibling_id or clause.kind is not sibling.kind:
            raise DeskError(marked("Variants are different clauses of the same kind."))
        word = _word(variant)
        with self._step(label):
            if clause.variant_group != sibling.variant_group:
                self._leave_group(clause_id)
            self._file.clauses.set_variant(clause_id, self._group_of(sibling), word)
        return clauses_changed(label, clause_id)

    def name_variant(self, clause_id: str, variant: str) -> Changes:
        """Change what sets a clause apart from its siblings."""
        label = marked("Name variant")
        group = self.clause(clause_id).variant_group
        with self._step(label):
            self._file.clauses.set_variant(clause_id, group, variant.strip())
        return clauses_changed(label, clause_id)

    def leave_variants(self, clause_id: str) -> Changes:
        """Take a clause out of its variants; it stays in the library."""
        label = marked("Take out of the variants")
        self.clause(clause_id)
        with self._step(label):
            self._leave_group(clause_id)
        return clauses_changed(label, clause_id)

    def swap(self, block_id: str, clause_id: str, *, replace_edits: bool = False) -> Changes:
        """Put a variant in the place of the clause a block was built from.

        Raises:
            DeskError: the clause is no variant of the block's, or the block was edited here and
                `replace_edits` was not agreed to.
        """
        label = marked("Swap for a variant")
        block = self._pinned(block_id)
        pinned = self.revision(block.clause_revision_id or "")
        clause = self.clause(clause_id)
        if clause_id not in {one.id for one in self.variants(pinned.clause_id)}:
            raise DeskError(marked("This clause is not a variant of the block's clause."))
        if self._is_edited(block, pinned) and not replace_edits:
            raise DeskError(
                marked("The text was changed here; the variant would replace it."),
                advice=marked("Agree to replace it, or keep the text."),
            )
        return self._replace(label, block, clause.latest)

    def _group_of(self, clause: Clause) -> str:
        """The group of a clause, made now if it has none."""
        if clause.variant_group:
            return clause.variant_group
        group = self._file.new_id()
        self._file.clauses.set_variant(clause.id, group, clause.variant)
        return group

    def _leave_group(self, clause_id: str) -> None:
        """Inside a step; the last one left is no variant any more."""
        siblings = self.variants(clause_id)
        self._file.clauses.set_variant(clause_id, "", "")
        if len(siblings) == 1:
            self._file.clauses.set_variant(siblings[0].id, "", "")


def _word(variant: str) -> str:
    word = " ".join(Incoming().text(variant).split())
    if not word:
        raise DeskError(marked("Say in a word what sets the variant apart."))
    return word
