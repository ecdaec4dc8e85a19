"""What the groups of verbs of the library share: clauses by id, texts coming in, refusals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advocate_desk.desk.boundary import Incoming
from advocate_desk.desk.verbs import TEXT_AREAS, Verbs, text_changed
from advocate_desk.model.changes import Area, Changes
from advocate_desk.model.clause import Clause, ClauseDetails, ClauseRevision, LegalBasis, LegalText
from advocate_desk.model.errors import DeskError
from advocate_desk.model.kinds import BlockKind, ClauseStatus
from advocate_desk.model.marked import marked
from advocate_desk.model.statement import Rendition
from advocate_desk.model.translation import drafted

Texts = Mapping[str, tuple[str, str]]

NO_CLAUSES = frozenset(
    {
        BlockKind.ITEM,
        BlockKind.ENDORSER_LIST,
        BlockKind.SIGNATURE_SUMMARY,
        BlockKind.PAGE_BREAK,
    }
)


class ClauseVerbs(Verbs):
    """What every group of verbs of the library stands on."""

    def clause(self, clause_id: str) -> Clause:
        """One clause with its newest revision.

        Raises:
            DeskError: there is no such clause.
        """
        try:
            return self._file.clauses.get(clause_id)
        except KeyError as error:
            raise DeskError(marked("There is no such clause in the library.")) from error

    def revision(self, revision_id: str) -> ClauseRevision:
        """The revision a block pins, to compare it with the block's text.

        Raises:
            DeskError: there is no such revision.
        """
        try:
            return self._file.clauses.revision(revision_id)
        except KeyError as error:
            raise DeskError(marked("There is no such clause in the library.")) from error

    def _first(
        self,
        kind: BlockKind,
        sides: Mapping[str, Rendition],
        details: ClauseDetails,
        note: str = "",
    ) -> Clause:
        """A clause with its first revision, not yet written.

        Raises:
            DeskError: it has no text, its kind cannot be a clause, or the library has the text.
        """
        if kind in NO_CLAUSES:
            raise DeskError(marked("This kind of block cannot be a clause."))
        self._refuse_same_text(sides)
        clause_id = self._file.new_id()
        return Clause(
            clause_id,
            kind,
            self._revision(clause_id, 1, sides, note),
            details.topic,
            folder_id=details.folder_id,
            description=details.description,
            tags=details.tags,
            targets=details.targets,
            legal_bases=details.legal_bases,
        )

    def _revision(
        self, clause_id: str, number: int, sides: Mapping[str, Rendition], note: str
    ) -> ClauseRevision:
        if all(side.is_empty for side in sides.values()):
            raise DeskError(marked("A clause needs a text in one language at least."))
        now, author = self._file.now(), self._file.author
        return ClauseRevision(self._file.new_id(), clause_id, number, sides, now, note, author)

    def _refuse_same_text(self, sides: Mapping[str, Rendition], *, besides: str = "") -> None:
        """Two clauses with the same text would part company unseen.

        Raises:
            DeskError: another clause says exactly the same in one of the languages; it is named.
        """
        for side in sides.values():
            same = [c for c in self._file.clauses.same_text(side.text) if c.id != besides]
            for clause in same:
                raise _same_text(clause)

    def _checked_details(self, details: ClauseDetails, incoming: Incoming) -> ClauseDetails:
        """What is known about a clause, cleaned: no empty or doubled words.

        Raises:
            DeskError: its folder is not there.
        """
        if details.folder_id:
            self._folder(details.folder_id)
        return replace(
            details,
            topic=incoming.text(details.topic).strip(),
            description=incoming.text(details.description).strip(),
            tags=_words(incoming.text(tag) for tag in details.tags),
            targets=_words(incoming.text(target) for target in details.targets),
            legal_bases=tuple(b for b in _legal_bases(details, incoming) if b.texts),
        )

    def _folder(self, folder_id: str) -> None:
        if folder_id not in {folder.id for folder in self._file.clauses.folders.all()}:
            raise DeskError(marked("There is no such folder in the library."))


def sides_of(texts: Texts, incoming: Incoming) -> dict[str, Rendition]:
    """Texts coming in as renditions."""
    return {
        code: drafted(incoming.text(heading), incoming.text(body))
        for code, (heading, body) in texts.items()
    }


def clauses_changed(
    label: str, focus: str, *, made: Iterable[str] = (), removed: int = 0
) -> Changes:
    """What a verb that changed the library says."""
    return Changes(frozenset({Area.CLAUSES}), focus, "", label, tuple(made), removed)


def both_changed(
    label: str, statement_id: str, focus: str, *, made: tuple[str, ...] = ()
) -> Changes:
    """What a verb says that changed a statement and the use of clauses."""
    changes = text_changed(label, statement_id, focus, made=made)
    return replace(changes, areas=TEXT_AREAS | {Area.CLAUSES})


def _same_text(clause: Clause) -> DeskError:
    if clause.status is ClauseStatus.ARCHIVED:
        return DeskError(
            marked("An archived clause of the library has this text already: “{name}”."),
            advice=marked("Offer that clause again."),
            name=clause.name,
        )
    return DeskError(
        marked("The library has a clause with this text already: “{name}”."),
        advice=marked("Use that clause, or revise it."),
        name=clause.name,
    )


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    tidy = (" ".join(text.split()) for text in texts)
    return tuple(sorted({text for text in tidy if text}))


def _legal_bases(details: ClauseDetails, incoming: Incoming) -> list[LegalBasis]:
    return [
        LegalBasis(
            {
                code: LegalText(*(incoming.text(part).strip() for part in _parts(text)))
                for code, text in basis.texts.items()
                if not text.is_empty
            },
            basis.signed_on.strip(),
        )
        for basis in details.legal_bases
    ]


def _parts(text: LegalText) -> tuple[str, str, str]:
    return text.treaty, text.article, text.place
