"""Sign-on forms of an edition, one for each endorser, into a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from advocate_desk.desk.adopted import adopted
from advocate_desk.desk.exporting import Exporting, Watch, refuse_leaks, save_document
from advocate_desk.desk.listing_out import prove_names
from advocate_desk.desk.presenting import Presenting
from advocate_desk.desk.redaction import mark
from advocate_desk.exporters.blocks import Composition, ExportOptions
from advocate_desk.model.edition import Edition, EditionView
from advocate_desk.model.endorsement import Endorsement
from advocate_desk.model.errors import DeskError, ExportRefused
from advocate_desk.model.form_codes import shown_code
from advocate_desk.model.header import NO_HEADER
from advocate_desk.model.kinds import BlockKind, Layout, ShowAs
from advocate_desk.model.marked import marked
from advocate_desk.model.outgoing import FormOptions, FormText, WrittenOut
from advocate_desk.model.statement import Block
from advocate_desk.model.withholding import Withheld

HASH_LENGTH = 10
_AGREED_IN_SHORT = frozenset({BlockKind.TITLE, BlockKind.DEMAND})
# What is no text to agree to.
_LEFT_OUT = frozenset(
    {
        BlockKind.ENDORSER_LIST,
        BlockKind.SIGNATURE_BLOCK,
        BlockKind.SIGNATURE_SUMMARY,
        BlockKind.PAGE_BREAK,
    }
)


class FormMaking(Exporting):
    """The text of a form is an edition's: what is agreed to must not change afterwards."""

    def write(
        self, chosen: Sequence[Endorsement], folder: Path, options: FormOptions, watch: Watch
    ) -> WrittenOut:
        """Write the forms, each whole or not at all."""
        if not chosen:
            raise DeskError(marked("There is nobody to write a form for."))
        paths = _paths(chosen, folder)
        edition = self._edition_for(chosen, options)
        withheld = self._withheld(edition.statement_id)
        text = self._text(edition, options, withheld)
        done = 0
        for endorsement, path in zip(chosen, paths, strict=True):
            if watch.cancelled():
                break
            save_document(path, self._form(endorsement, edition, text, options, withheld))
            done += 1
            watch.progress(done, len(chosen))
        hidden = sum(one.show_as is ShowAs.WITHHELD for one in chosen)
        return WrittenOut(folder, done, hidden)

    def _edition_for(self, chosen: Sequence[Endorsement], options: FormOptions) -> Edition:
        statements = {one.statement_id for one in chosen}
        if len(statements) != 1:
            raise DeskError(marked("Forms are written for one statement at a time."))
        editions = self._file.editions.of(statements.pop())
        if not editions:
            raise DeskError(
                marked("A form names the edition that is agreed to, and there is none yet."),
                advice=marked("Adopt an edition first."),
            )
        if not options.edition_id:
            return max(editions, key=lambda one: one.number)
        found = next((one for one in editions if one.id == options.edition_id), None)
        if found is None:
            raise DeskError(marked("The statement has no such edition."))
        return found

    def _text(self, edition: Edition, options: FormOptions, withheld: Withheld) -> Composition:
        """The text that is agreed to, in all its languages."""
        from advocate_desk.exporters.compose import compose

        view = self._view_of(edition, withheld)
        blocks = tuple(b for b in view.blocks if _is_wanted(b, options.text))
        looks = Presenting(self._file).options(edition.statement_id, ExportOptions())
        plain = replace(looks, header=NO_HEADER, letterhead=None)
        both = len(view.languages) > 1
        layout = Layout.SIDE_BY_SIDE if both else Layout(view.languages[0])
        made = compose(replace(view, blocks=blocks), layout, plain)
        refuse_leaks(made, withheld)
        return made

    def _view_of(self, edition: Edition, withheld: Withheld) -> EditionView:
        now = self._statement(edition.statement_id)
        everyone = self._file.endorsements.of(edition.statement_id)
        kept = adopted(edition, now, everyone).redacted(withheld)
        issuer = {code: self._file.settings.get(f"issuer.{code}") for code in now.languages}
        return kept.view(withheld, issuer, {})

    def _form(
        self,
        endorsement: Endorsement,
        edition: Edition,
        text: Composition,
        options: FormOptions,
        withheld: Withheld,
    ) -> bytes:
        from advocate_desk.exporters.sign_on_form import SignOnForm, form_bytes

        hidden = endorsement.show_as is ShowAs.WITHHELD
        names = {} if hidden and not options.withheld_names else _names(endorsement, withheld)
        form = SignOnForm(
            shown_code(endorsement.code), edition.number, edition.sha256[:HASH_LENGTH], names
        )
        data = form_bytes(text, form)
        prove_names(data, _others(withheld, names) if hidden else withheld)
        return data


def _others(withheld: Withheld, names: Mapping[str, str]) -> Withheld:
    """The withheld names without those that stand on the endorser's own form on purpose."""
    own = tuple(names.values())
    kept = (name for name in withheld.names if not any(Withheld((name,)).spans(one) for one in own))
    return replace(withheld, names=tuple(kept))


def _names(endorsement: Endorsement, withheld: Withheld) -> dict[str, str]:
    """How its names would be printed; names of others that are withheld are not in them."""
    printed = {code: name.printed for code, name in endorsement.endorser.names.items()}
    if endorsement.show_as is ShowAs.WITHHELD:
        return printed
    return {code: withheld.redacted(text, mark(code)) for code, text in printed.items()}


def _is_wanted(block: Block, text: FormText) -> bool:
    if text is FormText.FULL:
        return block.kind not in _LEFT_OUT
    return block.kind in _AGREED_IN_SHORT


def _paths(chosen: Sequence[Endorsement], folder: Path) -> list[Path]:
    """Where the forms go: never over one that may have come back filled in."""
    if any(not one.code for one in chosen):
        raise DeskError(marked("An endorsement has no code for its form yet."))
    paths = [folder / f"{shown_code(one.code)}.docx" for one in chosen]
    there = sum(path.exists() for path in paths)
    if there:
        raise ExportRefused(
            marked("There are forms in “{folder}” already: {count}. They may be filled in."),
            advice=marked("Choose an empty folder."),
            folder=folder.name,
            count=there,
        )
    if not folder.is_dir():
        raise ExportRefused(
            marked("The folder “{folder}” does not exist."),
            advice=marked("Choose another place."),
            folder=str(folder),
        )
    return paths
